"""What all communities of a programme share: settings, organisations, people, dates to keep clear."""

from typing import Annotated, ClassVar, Literal

from copkit.models.base import (
    NO_ENTRIES,
    Clock,
    Count,
    CountedFrom,
    Date,
    Month,
    Part,
    Record,
    Treat,
    YesNo,
    blank,
    for_all,
    for_members,
    for_nobody,
    for_team,
    internal,
    later,
)


class Channel(Part):
    """A place where members talk or look between sessions."""

    name: Annotated[str, for_all("What it is called.")]
    what: Annotated[str, for_all("What it is for.")] = ""
    link: Annotated[str, for_all("Where it is.")] = ""


class Partner(Part):
    """An organisation that stands behind the programme beside its host."""

    organisation: Annotated[str, for_all("The partner.", of="organisation")]
    logo: Annotated[str, for_all("Its own logo: a picture file in the workspace.", of="file", use="id")] = ""
    logo_alt: Annotated[str, for_all("What the logo shows, in words.")] = ""


class Support(Part):
    """Somebody outside who can help, such as a leadership academy."""

    name: Annotated[str, for_all("The organisation or service.", use="title")]
    what: Annotated[str, for_all("What it can help with.")] = ""
    contact: Annotated[str, for_all("A shared mailbox or web page.", use="mailbox")] = ""


class Vocabularies(Part):
    """Words of your own, added to the lists that copkit knows."""

    unprinted: ClassVar = internal("Words that checks, imports and `new` know.")

    sector: Annotated[tuple[str, ...], for_all("More sectors.")] = ()
    brings: Annotated[tuple[str, ...], for_all("More things that people bring.")] = ()
    background: Annotated[tuple[str, ...], for_all("More backgrounds.")] = ()
    resource: Annotated[tuple[str, ...], for_all("More kinds of resource.")] = ()
    event: Annotated[tuple[str, ...], for_all("More kinds of event.")] = ()
    skills: Annotated[tuple[str, ...], for_all("More skills.")] = ()
    reader: Annotated[tuple[str, ...], for_all("More kinds of reader.")] = ()
    item: Annotated[tuple[str, ...], for_all("More kinds of newsletter item.")] = ()


class Programme(Record):
    """The settings of the programme: one file a workspace. Everything has a default."""

    format: Annotated[
        Count,
        for_all("The data format of these files. Written by `copkit migrate` alone."),
        internal("`migrate` and checks ask for it."),
    ] = 1
    programme: Annotated[str, for_all("The name of the programme.", use="title")] = "Communities of Practice"
    system: Annotated[str, for_all("The health and care system that it serves.", use="title")] = ""
    area: Annotated[str, for_all("The place that it covers.", use="place")] = ""
    host: Annotated[str, for_all("The organisation whose staff run the programme.", of="organisation")] = ""
    objective: Annotated[str, for_all("The objective printed on every document.")] = ""
    mission: Annotated[str, for_all("What the host is for.")] = ""
    workspace: Annotated[
        str, for_all("A short name of this workspace, part of every calendar entry's id.", use="id")
    ] = ""
    as_of: Annotated[CountedFrom | None, for_all("Fixes 'today', for a demonstration that must not age.")] = None
    year_starts: Annotated[Month, for_all("The month in which the programme's year starts.")] = "april"
    first_year: Annotated[
        Count, for_all("Dates before this year are taken for slips."), internal("A bound that checks keep.")
    ] = 1990
    last_year: Annotated[
        Count, for_all("Dates after this year are taken for slips."), internal("A bound that checks keep.")
    ] = 2100
    holidays: Annotated[
        Literal["england", "scotland", "northern-ireland"], for_all("Whose bank holidays to avoid.")
    ] = "england"
    timezone: Annotated[
        Literal["Europe/London"], for_all("The clock that sessions keep."), internal("What day it is goes by it.")
    ] = "Europe/London"
    day_starts: Annotated[
        Clock, for_all("Sessions before this time are mentioned."), internal("A bound that checks keep.")
    ] = "09:00"
    day_ends: Annotated[
        Clock, for_all("Sessions after this time are mentioned."), internal("A bound that checks keep.")
    ] = "17:00"
    notes_within_days: Annotated[Count, for_all("Days after a session by which notes are due.")] = 10
    review_domain_every_months: Annotated[
        Count, for_all("How often a domain is reviewed."), internal("A bound that checks keep.")
    ] = 12
    hide_counts_below: Annotated[Count, for_all("Smaller counts of people are hidden in public.")] = 5
    keep_leavers_months: Annotated[Count, for_all("How long a leaver's details are kept.")] = 24
    contact: Annotated[str, for_all("A shared mailbox for questions.", use="mailbox")] = ""
    dpo: Annotated[str, for_all("The mailbox of the host's data protection officer.", use="mailbox")] = ""
    lawful_basis_confirmed: Annotated[
        Date | None,
        for_all("When the host's information governance lead confirmed the privacy notice and its lawful basis."),
    ] = None
    shared_mailboxes: Annotated[
        tuple[str, ...],
        for_all("Addresses that belong to no one person.", use="mailbox"),
        internal("Addresses that are nobody's name, in checks and in public texts."),
    ] = ()
    authors: Annotated[
        tuple[str, ...],
        for_all("Who makes the documents.", personal="name", of="person"),
        later("documents that people read", "written by, on every document"),
    ] = ()
    logo: Annotated[str, for_all("The host's own logo: a picture file in the workspace.", of="file", use="id")] = ""
    logo_alt: Annotated[str, for_all("What the logo shows, in words.")] = ""
    accent: Annotated[str, for_all("The colour of headings and lines, such as #005eb8.", use="id")] = ""
    partners: Annotated[
        tuple[Partner, ...], for_all("Who stands behind the programme besides: six by their logos, others by name.")
    ] = ()
    licence: Annotated[str, for_all("The licence of what is published.", use="id")] = "OGL-UK-3.0"
    new_entries_in: Annotated[
        str,
        for_team(
            "The file in people/ and organisations/, without its ending, to which `join`, `new` and `import` add;"
            " people.yaml and organisations.yaml when left out."
        ),
        internal("It names a file that commands write to."),
    ] = ""
    private_dir: Annotated[str, for_team("The folder for private details.")] = "private"
    channels: Annotated[tuple[Channel, ...], for_all("Where members meet between sessions.")] = ()
    support: Annotated[tuple[Support, ...], for_all("Who outside can help.")] = ()
    skills_in: Annotated[
        dict[str, tuple[str, ...]],
        for_all("For a skill, the frameworks in which it stands and where.", of="skills"),
    ] = NO_ENTRIES
    vocabularies: Annotated[
        Vocabularies, for_all("Words of your own."), internal("Words that checks, imports and `new` know.")
    ] = blank(Vocabularies)
    thresholds: Annotated[
        dict[str, Count],
        for_all("Thresholds of checks that differ from the default, such as SES-04.warning: 28."),
    ] = NO_ENTRIES


class Organisation(Record):
    """A partner organisation."""

    name: Annotated[str, for_all("Its name.", use="title")] = ""
    short: Annotated[str, for_all("A short name for tables.", use="title")] = ""
    sector: Annotated[str, for_all("Its kind.", of="sector")] = ""
    ods: Annotated[str, for_all("Its code in the NHS directory (ODS).", use="id")] = ""
    area: Annotated[str, for_all("The place that it serves.", use="place")] = ""
    assets: Annotated[tuple[str, ...], for_members("What it shares with others.")] = ()
    pressures: Annotated[tuple[str, ...], for_members("Pressures that it is happy to share.")] = ()
    became: Annotated[str, for_all("The organisation that follows it.", of="organisation")] = ""
    since: Annotated[Date | None, for_all("From which day `became` holds.")] = None


class Affiliation(Part):
    """Where a person works, from a day."""

    id: Annotated[str, for_members("The organisation.", personal="work", of="organisation")]
    from_: Annotated[Date | None, for_members("From which day.", personal="work")] = None
    job: Annotated[
        str,
        for_members("The job held there.", personal="work"),
        internal("Said to whoever asks what is held on them; pages say where somebody worked."),
    ] = ""


class Consent(Part):
    """What a person agreed to, and when."""

    list_name: Annotated[YesNo, for_team("May be named on lists of members.", personal="work")] = "no"
    photo: Annotated[
        YesNo,
        for_team("May be shown in pictures.", personal="work"),
        later("documents that people read", "pictures: whoever may be seen on one"),
    ] = "no"
    directory: Annotated[
        YesNo,
        for_team("May stand in a directory.", personal="work"),
        internal("Said to whoever asks what is held on them; copkit makes no directory."),
    ] = "no"
    date: Annotated[
        Date | None,
        for_team("When this was agreed.", personal="work"),
        internal("Said to whoever asks what is held on them."),
    ] = None
    how: Annotated[
        str,
        for_team("How this was agreed.", personal="work"),
        internal("Said to whoever asks what is held on them; that they agreed decides what is printed."),
    ] = ""


class Person(Record):
    """A person in the one register. Work details only."""

    name: Annotated[str, for_members("The name as the person writes it.", personal="name")] = ""
    organisation: Annotated[
        str | tuple[Affiliation, ...],
        for_members(
            "Where the person works; a list with `from` dates when that changed.",
            personal="work",
            of="organisation",
        ),
    ] = ""
    job: Annotated[str, for_members("The job.", personal="work")] = ""
    job_family: Annotated[str, for_members("The kind of job, for counts.", personal="work")] = ""
    profession: Annotated[str, for_members("The profession.", personal="work")] = ""
    brings: Annotated[tuple[str, ...], for_members("What the person brings.", personal="work", of="brings")] = ()
    background: Annotated[
        tuple[str, ...], for_members("Training that helps a moderator.", personal="work", of="background")
    ] = ()
    also_known_as: Annotated[
        tuple[str, ...], for_team("Other spellings met in exports, and nicknames.", personal="name")
    ] = ()
    publish: Annotated[
        YesNo,
        for_team("May be named in public as a speaker, role holder or contact.", personal="work", use="consent"),
    ] = "no"
    consent: Annotated[Consent, for_team("What the person agreed to.", personal="work", use="consent")] = blank(
        Consent
    )
    left: Annotated[Date | None, for_team("When the person left the programme.", personal="work")] = None


class CalendarEntry(Record):
    """A date, or a run of dates, to keep clear or to know of."""

    name: Annotated[str, for_all("What is on.")] = ""
    date: Annotated[Date | None, for_all("The day.")] = None
    from_: Annotated[Date | None, for_all("The first day.")] = None
    to: Annotated[Date | None, for_all("The last day.")] = None
    treat: Annotated[Treat, for_all("How much it matters.")] = "info"
    kind: Annotated[
        str, for_all("What kind of date it is."), later("what is sent and started", "`newsletter`, dates")
    ] = ""
    communities: Annotated[
        tuple[str, ...], for_all("Only these communities; all when left out.", of="community", use="id")
    ] = ()
    note: Annotated[str, for_all("What to keep in mind.")] = ""


class Contact(Part):
    """How to reach a person. Lives in the private folder, never in git."""

    email: Annotated[str, for_nobody("The work e-mail address.", personal="contact")] = ""
    phone: Annotated[str, for_nobody("The work telephone number.", personal="contact")] = ""
    needs: Annotated[
        str, for_nobody("Access or dietary needs, deleted 30 days after the session.", personal="special")
    ] = ""
    until: Annotated[Date | None, for_nobody("When these details are deleted.", personal="contact")] = None
