"""A session: the plan that the convenor makes before it, and the notes that the curator types after it."""

from typing import Annotated, ClassVar, Literal

from copkit.models.accreditation import Accreditation
from copkit.models.base import (
    NO_ENTRIES,
    UNKNOWN,
    Clock,
    Count,
    CountedFrom,
    Date,
    Minutes,
    Part,
    Place,
    Record,
    Score,
    Stayed,
    YesNo,
    blank,
    for_all,
    for_members,
    for_team,
    later,
)

SegmentKind = Literal[
    "welcome", "introductions", "briefing", "questions", "since-last-time", "dialogue",
    "harvest", "break", "decisions", "check-out", "other",
]  # fmt: skip


class Segment(Part):
    """One item of a running order. Clock times are computed, never typed."""

    minutes: Annotated[Minutes, for_all("How long it takes.")]
    what: Annotated[str, for_all("What happens, in a few words.")] = ""
    kind: Annotated[SegmentKind, for_all("What kind of item it is.")] = "other"
    lead: Annotated[
        str, for_all("Who leads: a role, `speaker`, `table hosts`, or a person.", personal="name", of="lead")
    ] = ""
    support: Annotated[str, for_team("Who helps.", of="lead")] = ""
    method: Annotated[str, for_all("The method, by its name in the method library.", of="method")] = ""
    purpose: Annotated[str, for_team("What it is for.")] = ""
    prompts: Annotated[tuple[str, ...], for_team("Questions to ask.")] = ()
    materials: Annotated[str, for_team("What has to be to hand.")] = ""
    capture: Annotated[str, for_team("Keywords of the lines that the curator types.", of="keyword")] = ""
    if_late: Annotated[str, for_team("What to cut when time runs short.")] = ""
    why: Annotated[str, for_team("The reason for a length that breaks a rule.")] = ""


class Briefing(Part):
    """The senior leader's briefing."""

    speaker: Annotated[str, for_all("Who gives it.", personal="name", of="person")] = ""
    title: Annotated[str, for_all("What it is called.")] = ""
    role: Annotated[str, for_all("What the speaker does.")] = ""
    minutes: Annotated[Minutes | None, for_all("How long it lasts.")] = None
    why: Annotated[str, for_team("The reason when it is not the usual length.")] = ""
    confirmed: Annotated[Date | None, for_team("When the speaker said yes.")] = None
    ics: Annotated[str, for_all("One line: our system now.")] = ""
    national: Annotated[str, for_all("One line: the country.")] = ""
    global_: Annotated[str, for_all("One line: the wider world.")] = ""
    ask: Annotated[str, for_all("One ask of the room.")] = ""


class SessionTeam(Part):
    """Who holds each role in this session."""

    convenor: Annotated[str, for_members("Calls the community together.", personal="name", of="person")] = ""
    facilitator: Annotated[str, for_members("Leads the flow.", personal="name", of="person")] = ""
    moderator: Annotated[str, for_members("Looks after the chat or the tables.", personal="name", of="person")] = ""
    moderator_2: Annotated[
        str, for_members("The second moderator of a hybrid session.", personal="name", of="person")
    ] = ""
    curator: Annotated[str, for_members("Keeps the notes.", personal="name", of="person")] = ""
    tech: Annotated[str, for_members("Runs the technology.", personal="name", of="person")] = ""
    table_hosts: Annotated[tuple[str, ...], for_members("Who hosts a table.", personal="name", of="person")] = ()


class VenueChecks(Part):
    """What has been checked at the venue."""

    step_free: Annotated[YesNo | None, for_all("A route without steps.")] = None
    hearing_loop: Annotated[YesNo | None, for_all("A hearing loop.")] = None
    accessible_toilet: Annotated[YesNo | None, for_all("An accessible toilet.")] = None
    quiet_room: Annotated[YesNo | None, for_all("A quiet or prayer room.")] = None
    parking: Annotated[YesNo | None, for_all("Parking held for those who need it.")] = None
    directions_sent: Annotated[Date | None, for_team("When directions were sent.")] = None


class Risk(Part):
    """What might go wrong, and what to do then."""

    risk: Annotated[str, for_team("What might go wrong.")]
    do: Annotated[str, for_team("What to do.")] = ""


class Moved(Part):
    """An earlier date of a session that moved."""

    gone: ClassVar = ("on",)

    from_: Annotated[Date, for_all("The date that it was.")]
    because: Annotated[str, for_all("Why it moved.")] = ""


class Replies(Part):
    """Who answered an invitation, and what they need: of needs the numbers alone, without a name."""

    coming: Annotated[tuple[str, ...], for_members("Who said that they come.", personal="name", of="person")] = ()
    maybe: Annotated[tuple[str, ...], for_members("Who may come.", personal="name", of="person")] = ()
    not_coming: Annotated[
        tuple[str, ...], for_members("Who said that they do not come.", personal="name", of="person")
    ] = ()
    others: Annotated[Count, for_members("How many more come who are not in the register.")] = 0
    access: Annotated[
        dict[str, Count], for_team("Access needs of those who come, by kind: numbers only, no names.")
    ] = NO_ENTRIES
    meals: Annotated[
        dict[str, Count], for_team("Dietary needs of those who come, by kind: numbers only, no names.")
    ] = NO_ENTRIES


class Plan(Record):
    """One session as planned. A date, a place and a theme are enough to print an agenda."""

    number: Annotated[Count | None, for_members("Which meeting of the year.")] = None
    date: Annotated[CountedFrom | None, for_all("The day; the file's name when left out.")] = None
    start: Annotated[Clock | None, for_all("When it starts; the rhythm's time when left out.")] = None
    minutes: Annotated[Minutes | None, for_all("How long it lasts; the rhythm's length when left out.")] = None
    minutes_because: Annotated[str, for_team("Why it is not the usual length.")] = ""
    place: Annotated[Place | None, for_all("Online, in person or both.")] = None
    venue: Annotated[str, for_all("Where it is held.", use="place")] = ""
    address: Annotated[str, for_all("The venue's address.", use="place")] = ""
    travel: Annotated[str, for_all("How to get there, and parking.", use="place")] = ""
    link: Annotated[str, for_members("Where to join online.")] = ""
    phone: Annotated[str, for_members("The number to dial in.")] = ""
    theme: Annotated[str, for_all("The subject.")] = ""
    question: Annotated[str, for_all("The one question of the session.")] = ""
    serves: Annotated[str, for_all("The question of the learning agenda that it serves.")] = ""
    why_come: Annotated[str, for_all("Why come, in one line.")] = ""
    bring: Annotated[str, for_all("What to bring.")] = ""
    opening: Annotated[str, for_all("Words to open with.")] = ""
    outcomes: Annotated[tuple[str, ...], for_team("Outcomes wanted: three at most.")] = ()
    tags: Annotated[
        tuple[str, ...],
        for_all("share, support or create; and themes."),
        later("what is sent and started", "the synthesis: sharing, supporting, creating"),
    ] = ()
    skills: Annotated[tuple[str, ...], for_all("Skills that it serves.", of="skills")] = ()
    accredited: Annotated[
        Accreditation | None, for_all("Who accredited this session, when the community's does not hold.")
    ] = None
    briefing: Annotated[Briefing, for_all("The senior leader's briefing.")] = blank(Briefing)
    team: Annotated[SessionTeam, for_members("Who does what.")] = blank(SessionTeam)
    tables: Annotated[Count | None, for_members("How many tables.")] = None
    tables_sat: Annotated[
        tuple[tuple[str, ...], ...], for_team("Who sat together.", personal="name", of="person")
    ] = ()
    agenda: Annotated[
        str | tuple[Segment, ...],
        for_all("The running order: the name of a standard one, or a list of items."),
    ] = ""
    methods: Annotated[tuple[str, ...], for_all("Methods for the dialogue, in turn.", of="method")] = ()
    expected: Annotated[Count | None, for_team("How many people are expected.")] = None
    replies: Annotated[Replies, for_members("Who answered the invitation.")] = blank(Replies)
    risks: Annotated[tuple[Risk, ...], for_team("What might go wrong.")] = ()
    venue_checks: Annotated[VenueChecks, for_all("What has been checked at the venue.")] = blank(VenueChecks)
    catering: Annotated[dict[str, Count], for_team("Meals by kind: numbers only, no names.")] = NO_ENTRIES
    access_by: Annotated[Date | None, for_all("By when to say what one needs.")] = None
    invited: Annotated[Date | None, for_team("When the invitation went out.")] = None
    publish: Annotated[YesNo | None, for_all("Whether the session may be listed in public.", use="consent")] = None
    status: Annotated[Literal["planned", "held", "cancelled"], for_all("How it stands.")] = "planned"
    because: Annotated[str, for_all("Why it was cancelled.")] = ""
    moved_from: Annotated[Date | None, for_all("The date that it was before.")] = None
    moved_because: Annotated[str, for_all("Why it moved.")] = ""
    moves: Annotated[tuple[Moved, ...], for_all("Earlier moves, oldest first.")] = ()


class Notes(Record):
    """What a session produced. Typed in five minutes; always loads."""

    present: Annotated[tuple[str, ...], for_members("Who came, of the named.", personal="name", of="person")] = ()
    apologies: Annotated[tuple[str, ...], for_members("Who sent apologies.", personal="name", of="person")] = ()
    others: Annotated[Count, for_members("How many more came who are not members yet.")] = 0
    voices: Annotated[Count | None, for_members("How many people spoke or typed.")] = None
    minutes_taken: Annotated[Minutes | None, for_members("How long the session lasted.")] = None
    minutes: Annotated[
        dict[str, Stayed],
        for_team("Minutes of those who did not stay for all of it, or unknown.", personal="work"),
    ] = NO_ENTRIES
    certificates: Annotated[
        tuple[str, ...], for_team("Who is to have a certificate of this session.", personal="work", of="person")
    ] = ()
    energy: Annotated[Score | None, for_members("Energy at check-out, 1 to 5.")] = None
    briefing: Annotated[Briefing, for_all("The briefing in three lines.")] = blank(Briefing)
    tables_sat: Annotated[
        tuple[tuple[str, ...], ...], for_team("Who sat together.", personal="name", of="person")
    ] = ()
    led_by: Annotated[dict[str, str], for_team("Who led each decision, by its number.", personal="name")] = (
        NO_ENTRIES
    )
    publish: Annotated[YesNo | None, for_team("Whether the public version may be published.", use="consent")] = None
    capture: Annotated[str, for_members("What was said and agreed, a line each.", personal="opinion")] = ""

    @property
    def minutes_unknown(self) -> tuple[str, ...]:
        """Of whom nobody knows how long they were there, as typed."""
        return tuple(typed for typed, minutes in self.minutes.items() if minutes == UNKNOWN)
