"""REF: files, ids and references."""

from collections.abc import Iterator
from datetime import date

from copkit.checks.context import Community, Place, Programme
from copkit.checks.names import alike, clashing_ids, misnamed
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check
from copkit.checks.resolve import trouble, unknown_person
from copkit.dates import say_date, zone_trouble
from copkit.models.community import Member, TeamMember
from copkit.models.ids import trouble as id_trouble
from copkit.models.programme import Programme as Settings
from copkit.models.session import Notes
from copkit.suggest import did_you_mean


def _references(at: Place) -> Iterator[Problem]:
    for record, look in at.looks:
        severity = WARNING if isinstance(record, Notes) else None
        for suspect in look.suspects:
            if suspect.record in (Member, TeamMember) and suspect.path[-1] == "who":
                continue
            if suspect.of != "month" and (found := trouble(suspect, at, record)):
                yield Problem(record, suspect.path, found.message, found.fix, found.severity or severity)


@check("REF-01", ERROR, on="files", closed=True)
def reference(at: Place) -> Iterator[Problem]:
    """Points to a person, organisation, session, initiative, resource or line of notes that does not exist.

    Why: What leads nowhere cannot be counted, invited or printed. People may be typed by id, by full name or by a
    first name that only one of the community has. In notes this is a warning, so that they can always be kept;
    so is a word that copkit's vocabularies and methods do not have. A score names a criterion of its challenge, an
    activity a finding of its inquiry, a picture a file of the workspace.

    Bad:
        sponsor: jo.ngg

    Good:
        sponsor: jo.ng
    """
    yield from _references(at)


@check("REF-02", ERROR, on="programme", closed=True)
def no_organisation(at: Programme) -> Iterator[Problem]:
    """A person has no organisation.

    Why: People come from their organisation and think for the system. Attendance, connections and reach are
    counted by organisation, so a person without one is missing from all of them.

    Bad:
        amina.khan: {name: Amina Khan, job: OD lead}

    Good:
        amina.khan: {name: Amina Khan, organisation: icb, job: OD lead}
    """
    for person in at.shared.people.values():
        if not person.organisation and person.left is None:
            message = "this person has no organisation, so attendance cannot be counted"
            yield Problem(person, (), message, "Add organisation: and its id.")


@check("REF-03", ERROR, on="files", closed=True)
def twice(at: Place) -> Iterator[Problem]:
    """The same id, key or member stands twice.

    Why: One of the two would win without a word, and the other would be lost. Ids that differ only in capital
    letters are one file on Windows and on a Mac.

    Bad:
        - {who: amina.khan, joined: 2026-04-01}
        - {who: amina.khan, joined: 2026-04-01}

    Good:
        - {who: amina.khan, joined: 2026-04-01}
    """
    yield from clashing_ids(at)
    if isinstance(at, Community):
        yield from _twice_on_roll(at)


def _twice_on_roll(at: Community) -> Iterator[Problem]:
    """Somebody who left may come back; nobody is a member twice at a time."""
    seen: dict[str, list[Member]] = {}
    for member in at.community.members:
        others = seen.setdefault(at.who(member.who), [])
        clash = next((other for other in others if _at_once(member, other)), None)
        if clash is not None:
            message = f"{member.who} is on the roll already, on line {at.files.where(clash).line}"
            yield Problem(member, ("who",), message, "Keep one of the two lines.")
        others.append(member)


def _at_once(one: Member, other: Member) -> bool:
    """Whether two lines of the roll hold on one day."""
    first, last = date.min, date.max
    return (one.joined or first) < (other.left or last) and (other.joined or first) < (one.left or last)


@check("REF-04", ERROR, on="community", closed=True)
def not_in_register(at: Community) -> Iterator[Problem]:
    """A member or role holder is not in people.yaml.

    Why: There is one register of people for all communities. Who is not in it has no organisation, is in no count
    and cannot be found when the details change.

    Bad:
        team:
          - {who: amina.kahn, role: convenor}

    Good:
        team:
          - {who: amina.khan, role: convenor}
    """
    for record, look in at.looks:
        for suspect in look.suspects:
            if suspect.record in (Member, TeamMember) and suspect.path[-1] == "who":
                found = unknown_person(suspect.text, at)
                if found:
                    yield Problem(record, suspect.path, found.message, found.fix)


@check("REF-05", WARNING, on="programme", closed=True)
def unknown_field(at: Programme) -> Iterator[Problem]:
    """A field, file or threshold that copkit does not know.

    Why: It is most often a slip of the fingers, and what it says is then not read. So is a file that OneDrive,
    Notepad or a phone named as a copy, such as `members (1).yaml`, `….notes.yaml.txt`. Fields of your own start
    with `x-`; they are kept, and nothing is said about them. Where it nearly is a field that keeps something from
    an audience, such as `publish:`, or that field stands where it does not belong, it is an error and is read so as
    to keep that back. In a `rhythm:` it is an error too, since dates would be planned without what it says.

    Bad:
        quesion: Who already has the trust of every practice?

    Good:
        question: Who already has the trust of every practice?
    """
    if not at.shared.programme.thresholds:
        return
    from copkit.metrics.thresholds import metric_thresholds

    known = [*at.context.limits, *(one.name for one in metric_thresholds(at.shared))]
    for name in at.shared.programme.thresholds:
        if name not in known:
            hint = did_you_mean(name, known) or "“copkit explain thresholds” lists all of them."
            message = f"“{name}” is not a threshold of any check or metric"
            yield Problem(at.shared.programme, ("thresholds", name), message, hint)


@check("REF-06", ERROR, on="files", closed=True)
def impossible_date(at: Place) -> Iterator[Problem]:
    """A date or time that cannot be, or lies outside the programme's years.

    Why: 30 February, 2019-13 or 9:30 with a time zone has no place in a calendar. A year such as 2062 is a slip. A
    time in the hour that the clocks skip does not exist, and one in the hour that they repeat comes twice.

    Bad:
        date: 2026-02-30

    Good:
        date: 2026-02-27
    """
    yield from _odd_dates(at)
    for session in at.coming if isinstance(at, Community) else ():
        words = zone_trouble(session.date, session.start)
        if words:
            severity = WARNING if "twice" in words else ERROR
            yield Problem(session.plan, ("start",), words, "Choose another time.", severity)


def _odd_dates(at: Place) -> Iterator[Problem]:
    programme = at.shared.programme
    for record, look in at.looks:
        for path, day in look.odd_dates:
            message = f"{say_date(day)} is outside {programme.first_year} to {programme.last_year}"
            fix = "Correct the year, or set first_year: and last_year: in programme.yaml."
            yield Problem(record, path, message, fix)
        for suspect in look.suspects:
            if suspect.of == "month" and (found := trouble(suspect, at, record)):
                yield Problem(record, suspect.path, found.message, found.fix)


@check("REF-07", INFO, on="reading", closed=True)
def read_as(at: Place) -> None:
    """A time, date, number or word was read from another form.

    Why: copkit reads what people type where the meaning is certain, and says how it was read. Where it is not
    certain, as in 06/01/2026, it is refused with both dates (REF-06).

    Bad:
        start: 2pm

    Good:
        start: "14:00"
    """


@check("REF-08", ERROR, on="reading", closed=True)
def unreadable(at: Place) -> None:
    """A file, or a part of it, cannot be read.

    Why: What cannot be read is not there for anything else: tabs as indentation, an unfinished merge
    (`<<<<<<<` to `>>>>>>>`), another encoding than UTF-8, hidden characters, YAML that breaks off. Notes are read
    line by line all the same, and nothing of them is lost; for them this is a warning.

    Bad:
        theme: Frailty: what works?

    Good:
        theme: "Frailty: what works?"
    """


@check("REF-09", WARNING, on="programme", closed=True)
def undated_change(at: Programme) -> Iterator[Problem]:
    """A person or an organisation changed, and the day is missing.

    Why: Attendance counts for the organisation at the time. Without the day, last year's attendance would move
    with the person. An organisation that has merged needs its successor and the day.

    Bad:
        jo.ng:
          name: Jo Ng
          organisation:
            - {id: hospice}
            - {id: community-trust}

    Good:
        jo.ng:
          name: Jo Ng
          organisation:
            - {id: hospice}
            - {id: community-trust, from: 2026-12-01}
    """
    for person in at.shared.people.values():
        if isinstance(person.organisation, tuple):
            for index, one in enumerate(person.organisation[1:], 1):
                if one.from_ is None:
                    message = f"{one.id} follows another organisation, and from which day is missing"
                    yield Problem(person, ("organisation", index), message, "Add from: and the day.")
    for organisation in at.shared.organisations.values():
        if bool(organisation.became) != bool(organisation.since):
            there, missing = ("became", "since") if organisation.became else ("since", "became")
            message = f"this organisation has {there}: but not {missing}:"
            fix = "Add since: and the day." if missing == "since" else "Add became: and the id of its successor."
            yield Problem(organisation, (there,), message, fix)


@check("REF-10", ERROR, on="reading", closed=True)
def cut_sentence(at: Place) -> None:
    """A comma inside { } or [ ] has cut a sentence in two.

    Why: In `{words: Dreaming, after all, is planning}` YAML takes each comma for the start of the next field. The
    rest of the sentence would be lost without a word.

    Bad:
        opening: {words: Dreaming, after all, is planning}

    Good:
        opening:
          words: Dreaming, after all, is planning
    """


@check("REF-11", ERROR, on="reading", closed=True)
def misfit(at: Place) -> None:
    """A value does not fit its field.

    Why: A field that holds a number, one of a few words or a list cannot hold something else. The value is laid
    aside, and the rest of the record is read.

    Bad:
        place: on line

    Good:
        place: online
    """


@check("REF-12", ERROR, on="files", closed=True)
def unusable_id(at: Place) -> Iterator[Problem]:
    """An id or a file name that cannot be used.

    Why: Ids become the names of files, links and calendar entries. They are small letters and digits, joined by
    hyphens or dots, at most 60 characters, and none of the names that Windows keeps for itself. A session's file
    is named for its first date; a second session on that day ends in -2. A newsletter is named for a week that its
    year has: 2026 has 53, most have 52.

    Bad:
        Amina Khan: {name: Amina Khan, organisation: icb}

    Good:
        amina.khan: {name: Amina Khan, organisation: icb}
    """
    if isinstance(at, Community):
        yield from _folder_name(at)
    else:
        yield from _new_entries(at.shared.programme)
    yield from misnamed(at)


def _new_entries(settings: Settings) -> Iterator[Problem]:
    """A name under which no file of a register can be begun."""
    if settings.new_entries_in and (why := id_trouble(settings.new_entries_in)):
        fix = "Write the name of a file in people/ and organisations/, without its ending, such as newcomers."
        yield Problem(settings, ("new_entries_in",), f"no file can be called so: {why}", fix)


def _folder_name(at: Community) -> Iterator[Problem]:
    name, record = at.community.id, at.about
    if why := id_trouble(name):
        yield Problem(record, (), f"the folder {name} cannot be used: {why}", "Rename the folder.")
    elif record.id and record.id != name:
        message = f"the id is {record.id}, and the folder is called {name}"
        yield Problem(record, ("id",), message, f"Write id: {name}.")


@check("REF-13", WARNING, on="programme", closed=True)
def look_alike(at: Programme) -> Iterator[Problem]:
    """Two names look the same, or a name mixes alphabets.

    Why: “Zoë” can be written in two ways that look alike, and a Cyrillic “Ѕ” is not an S. Two entries for one
    person split what they did; a name in two alphabets is found by nobody who types it.

    Bad:
        zoe.hart: {name: Zoë Hart, organisation: icb}
        zoe.hart2: {name: Zoë Hart, organisation: icb}

    Good:
        zoe.hart: {name: Zoë Hart, organisation: icb}
    """
    yield from alike(at.shared.people, "person")
    yield from alike(at.shared.organisations, "organisation")


@check("REF-14", WARNING, on="reading", closed=True)
def acceptance(at: Place) -> None:
    """An accepted finding that has no reason, has run out, or no longer covers anything.

    Why: A finding may be accepted in the record that it stands on, with a reason and a last day, so that somebody
    looks again. Without both it does not count. One that covers nothing any more (an info) can go.

    Bad:
        accept: [{check: ROL-06}]

    Good:
        accept: [{check: ROL-06, because: no OD lead this year, until: 2027-03-31}]
    """


@check("REF-15", WARNING, on="reading", closed=True)
def no_more(at: Place) -> None:
    """A field is typed that an older data format had.

    Why: Nothing read it, so it went. What is typed there stays in the file; under a name that begins with “x-” it
    is a field of your own. `copkit migrate` renames those of an older format, of which PRG-03 says once that they
    are old.

    Bad:
        touched: [{date: 2026-06-30, by: amina.khan}]

    Good:
        touched: [{date: 2026-06-30, x-by: amina.khan}]
    """
