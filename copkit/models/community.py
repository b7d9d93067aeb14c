"""A community: its domain, its people, its practice, its rhythm and what its members agreed."""

from typing import Annotated, ClassVar, Literal

from copkit.dates import Read, Rule, read_rule, split_patterns
from copkit.models.accreditation import Accreditation
from copkit.models.base import (
    Clock,
    Count,
    CountedFrom,
    Date,
    Minutes,
    Month,
    Months,
    Part,
    Place,
    Record,
    YesNo,
    blank,
    for_all,
    for_members,
    for_team,
    internal,
)

USUAL_START = "10:00"
USUAL_MEETINGS = 10
Role = Literal["convenor", "curator", "facilitator", "moderator", "tech", "support"]
Stage = Literal["potential", "coalescing", "maturing", "stewardship", "transformation"]


def _as_tuple(typed: str | tuple[str, ...]) -> tuple[str, ...]:
    return (typed,) if isinstance(typed, str) else typed


class Domain(Part):
    """The field of concern."""

    focus: Annotated[str, for_all("What the community cares about, in one line.")] = ""
    problem: Annotated[str, for_all("The problem behind it.")] = ""
    concern: Annotated[str, for_all("The shared concern or passion.")] = ""
    people: Annotated[str, for_all("The people whom it is for.")] = ""
    patient_area: Annotated[str, for_all("The patient area.", use="place")] = ""
    services: Annotated[tuple[str, ...], for_all("The services that it joins.")] = ()
    decided_by: Annotated[str, for_all("Who decided it: a design group or the members.")] = ""
    reviewed: Annotated[Date | None, for_all("When it was last reviewed.")] = None
    in_scope: Annotated[tuple[str, ...], for_all("Themes in scope.")] = ()
    out_of_scope: Annotated[tuple[str, ...], for_all("Themes left to others.")] = ()
    learning_agenda: Annotated[tuple[str, ...], for_all("Questions that the community wants to answer.")] = ()


class People(Part):
    """Whom the community is for, and from where."""

    for_: Annotated[str, for_all("Who is welcome.")] = ""
    organisations: Annotated[tuple[str, ...], for_all("Organisations in scope.", of="organisation")] = ()
    join: Annotated[str, for_all("How to join.")] = ""


class Practice(Part):
    """What members share and make."""

    we_share: Annotated[tuple[str, ...], for_all("What is shared.")] = ()
    outputs: Annotated[tuple[str, ...], for_all("What is made.")] = ()


class TeamMember(Part):
    """Who holds a role, and for how long."""

    who: Annotated[str, for_members("The person.", personal="name", of="person")]
    role: Annotated[Role, for_members("The role.", personal="work")]
    from_: Annotated[Date | None, for_members("The first day in the role.", personal="work")] = None
    until: Annotated[Date | None, for_members("The last day in the role.", personal="work")] = None
    successor: Annotated[str, for_team("Who follows.", personal="name", of="person")] = ""
    backup: Annotated[str, for_team("Who stands in.", personal="name", of="person")] = ""


class Rhythm(Part):
    """When the community meets, for how long, and where."""

    strict: ClassVar = True

    kind: Annotated[Literal["monthly", "convenings"], for_all("Month by month, or a few convenings.")] = "monthly"
    meetings: Annotated[
        Count | None,
        for_all(
            "How many meetings a year, or in the commission's period. Left out it is 10, or as many as there are"
            " days where several patterns, `every` or `dates` say them."
        ),
    ] = None
    pattern: Annotated[
        str | tuple[str, ...],
        for_all(
            "Which weekday of the month: `second tuesday`, `last thursday`, `first tuesday after 10th`; or a list"
            " of several."
        ),
    ] = ""
    every: Annotated[str, for_all("Every how many weeks, instead of a pattern: `2 weeks`.")] = ""
    from_: Annotated[CountedFrom | None, for_all("The day from which `every` counts.")] = None
    start: Annotated[
        Clock | tuple[Clock, ...], for_all("When meetings start; of a list, the meetings of the year take turns.")
    ] = USUAL_START
    zones: Annotated[
        tuple[str, ...],
        for_all("Time zones of members abroad, such as `Europe/Madrid`: times are shown there too.", use="id"),
    ] = ()
    starts: Annotated[Month | None, for_all("The month in which this community's year starts.")] = None
    break_months: Annotated[tuple[Month, ...], for_all("Months without a meeting.")] = ()
    months: Annotated[tuple[Month, ...], for_all("The months of the convenings.")] = ()
    over_months: Annotated[Count, for_all("Over how many months convenings are counted.")] = 12
    dates: Annotated[tuple[Date, ...], for_all("Dates of convenings, typed by hand.")] = ()
    place: Annotated[Place, for_all("Where meetings are held unless listed below.")] = "online"
    in_person: Annotated[tuple[Count, ...], for_all("Which meetings are in person, by number.")] = ()
    online_minutes: Annotated[Minutes, for_all("How long an online meeting lasts.")] = 90
    in_person_minutes: Annotated[Minutes, for_all("How long an in-person meeting lasts.")] = 150
    hybrid_minutes: Annotated[Minutes, for_all("How long a hybrid meeting lasts.")] = 120
    briefing_minutes: Annotated[Minutes, for_all("How long the senior leader's briefing lasts.")] = 20
    venue: Annotated[str, for_all("The usual venue.", use="place")] = ""
    link: Annotated[str, for_members("The usual link to join online.")] = ""

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns one by one, none where there are none."""
        return tuple(one for text in _as_tuple(self.pattern) for one in split_patterns(text))

    @property
    def rule(self) -> Read[Rule]:
        """The days that pattern or `every` give; refused where they give none."""
        return read_rule(self.patterns, self.every, self.from_)

    @property
    def has_days(self) -> bool:
        """Whether it says on which days the community meets."""
        return bool(self.patterns or self.every or self.dates)

    @property
    def clocks(self) -> tuple[str, ...]:
        """When meetings start, in turn."""
        return _as_tuple(self.start) or (USUAL_START,)

    def start_of(self, number: int) -> str:
        """When the meeting of that number in the year starts."""
        return self.clocks[(max(number, 1) - 1) % len(self.clocks)]

    @property
    def promised(self) -> int:
        """How many meetings a year there are to be; 0 where none, or as many as the days give."""
        if self.meetings is not None:
            return self.meetings
        if self.dates:
            return len(self.dates)
        return 0 if self.every or len(self.patterns) > 1 else USUAL_MEETINGS


class Agreement(Part):
    """How members treat each other."""

    rule: Annotated[Literal["chatham-house", "open"], for_all("The rule for what is heard.")] = "chatham-house"
    principles: Annotated[tuple[str, ...], for_all("Read out at the start.")] = ()


class Commission(Part):
    """Who pays for the community, and on what terms."""

    by: Annotated[str, for_all("The organisation that commissions.", use="title")] = ""
    provider: Annotated[str, for_all("The organisation that delivers.", use="title")] = ""
    date: Annotated[CountedFrom | None, for_all("From which day.")] = None
    months: Annotated[Months, for_all("For how many months.")] = 12
    communities: Annotated[
        Count | tuple[str, ...], for_all("How many communities, or which.", of="community", use="id")
    ] = 1
    convenings_each: Annotated[Count, for_all("How many convenings for each.")] = 3
    area: Annotated[str, for_all("The area covered.", use="place")] = ""
    terms: Annotated[str, for_members("What was agreed.")] = ""


class DesignGroup(Part):
    """The people who decided the focus before the community started."""

    date: Annotated[Date | None, for_all("When they met.")] = None
    members: Annotated[tuple[str, ...], for_members("Who they were.", personal="name", of="person")] = ()
    organisations: Annotated[tuple[str, ...], for_all("Organisations in the room.", of="organisation")] = ()
    known: Annotated[str, for_all("What was known beforehand.")] = ""
    options: Annotated[tuple[str, ...], for_all("What was considered.")] = ()
    decision: Annotated[str, for_all("What was chosen, and why.")] = ""


class HistoryLine(Part):
    """Something that happened, for the timeline."""

    date: Annotated[Date | None, for_all("When.")] = None
    what: Annotated[str, for_all("What happened.")] = ""


class Handover(Part):
    """What somebody needs who carries the community on."""

    files: Annotated[str, for_members("Where the files live.")] = ""
    accounts: Annotated[tuple[str, ...], for_members("Accounts, and which role holds each.")] = ()
    licences: Annotated[tuple[str, ...], for_all("Licences held.")] = ()
    without_copkit: Annotated[str, for_all("How to manage without copkit.")] = ""


class Community(Record):
    """A community of practice, or a network."""

    id: Annotated[
        str,
        for_all("The name of its folder.", use="id"),
        internal("Checks find by it a folder that was copied or renamed."),
    ] = ""
    name: Annotated[str, for_all("Its name.", use="title")] = ""
    short: Annotated[str, for_all("A short name for tables and calendars.", use="title")] = ""
    strapline: Annotated[str, for_all("A line under the name.")] = ""
    kind: Annotated[
        Literal["community", "network"], for_all("A community shares a practice; a network does not.")
    ] = "community"
    stage: Annotated[Stage, for_all("Where it is in its life.")] = "potential"
    stage_reviewed: Annotated[Date | None, for_all("When the stage was last reviewed.")] = None
    governance: Annotated[Literal["self-governing", "commissioned", "hosted"], for_all("Who can say yes.")] = (
        "hosted"
    )
    started: Annotated[Date | None, for_all("When it started.")] = None
    closed: Annotated[Date | None, for_all("When it closed.")] = None
    closed_because: Annotated[str, for_all("Why it closed.")] = ""
    tags: Annotated[tuple[str, ...], for_all("Words to find it by.")] = ()
    objective: Annotated[str, for_all("The objective, when it differs from the programme's.")] = ""
    history: Annotated[tuple[HistoryLine, ...], for_all("What happened before and since.")] = ()
    domain: Annotated[Domain, for_all("The domain.")] = blank(Domain)
    community: Annotated[People, for_all("The community.")] = blank(People)
    practice: Annotated[Practice, for_all("The practice.")] = blank(Practice)
    purpose: Annotated[tuple[str, ...], for_all("Why it meets.")] = ()
    sponsor: Annotated[
        str, for_all("A senior person who makes time and opens doors.", personal="name", of="person")
    ] = ""
    team: Annotated[tuple[TeamMember, ...], for_members("Who runs it.", personal="name")] = ()
    rhythm: Annotated[Rhythm, for_all("When it meets.")] = blank(Rhythm)
    accredited: Annotated[Accreditation | None, for_all("Who accredited its sessions, if anybody did.")] = None
    agreement: Annotated[Agreement, for_all("How members treat each other.")] = blank(Agreement)
    commission: Annotated[Commission | None, for_all("The commission, if there is one.")] = None
    design_group: Annotated[DesignGroup | None, for_all("Who decided the domain.")] = None
    quorum: Annotated[Count, for_all("The least number of organisations for a session to speak for it.")] = 0
    contact: Annotated[str, for_all("A shared mailbox, when it differs from the programme's.", use="mailbox")] = ""
    channels: Annotated[tuple[str, ...], for_all("Where members talk between sessions.")] = ()
    handover: Annotated[Handover, for_all("What a successor needs.")] = blank(Handover)


class Touch(Part):
    """When somebody was in touch with a new member."""

    gone: ClassVar = ("by",)

    date: Annotated[Date | None, for_team("When."), internal("Checks ask nobody to ring who was rung.")] = None


class Member(Record):
    """A person on the roll of a community."""

    who: Annotated[str, for_members("The person.", personal="name", of="person")]
    joined: Annotated[Date | None, for_members("The first day on the roll.", personal="work")] = None
    left: Annotated[Date | None, for_team("The last day on the roll.", personal="work")] = None
    invited_by: Annotated[str, for_team("Who brought the person in.", personal="name", of="person")] = ""
    told_to_attend: Annotated[
        YesNo | None, for_team("Whether somebody told the person to come.", personal="work")
    ] = None
    touched: Annotated[
        tuple[Touch, ...],
        for_team("When somebody was in touch.", personal="work"),
        internal("Checks ask nobody to ring who was rung."),
    ] = ()
    certificate: Annotated[
        YesNo | None, for_team("Whether the person asks for certificates of taking part.", personal="work")
    ] = None
