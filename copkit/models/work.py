"""What comes of sessions: updates, initiatives, groups, stories, practices and the year's review."""

from typing import Annotated, Any, Literal

from copkit.models.base import Count, Date, Part, Record, YesNo, for_all, for_members, for_team

InitiativeStage = Literal[
    "spotted", "exploring", "testing", "promising", "exemplar", "spreading", "embedded", "stopped"
]
AdoptionStatus = Literal[
    "not-applicable", "not-yet", "aware", "in-progress", "adopted", "sustained", "declined", "stopped"
]
Cycle = Literal[
    "orienting", "immediate", "potential", "applied", "realised", "transformative", "strategic", "enabling"
]


class Update(Record, frozen=True, kw_only=True):
    """Something that moved on between meetings. Lines are added, never changed."""

    date: Annotated[Date | None, for_members("When.")] = None
    action: Annotated[str, for_members("The action, by its id.", of="action")] = ""
    ask: Annotated[str, for_members("The ask, by its id.", of="entry")] = ""
    question: Annotated[str, for_members("The question, by its id.", of="entry")] = ""
    status: Annotated[
        Literal["open", "done", "moved", "dropped", "answered", "matched"], for_members("How it stands now.")
    ] = "open"
    due: Annotated[Date | None, for_members("The new date.")] = None
    owner: Annotated[str, for_members("The new owner.", personal="name", of="person")] = ""
    result: Annotated[str, for_members("What came of it.")] = ""
    note: Annotated[str, for_members("A remark.")] = ""


class StageLine(Part, frozen=True, kw_only=True):
    """A stage of an initiative, from a day."""

    date: Annotated[Date | None, for_all("From which day.")] = None
    stage: Annotated[InitiativeStage, for_all("The stage.")] = "spotted"
    note: Annotated[str, for_members("Why.")] = ""


class Evidence(Part, frozen=True, kw_only=True):
    """A measurement, with its size and source."""

    date: Annotated[Date | None, for_all("When it was measured.")] = None
    measure: Annotated[str, for_all("What was measured.")] = ""
    before: Annotated[str, for_all("Before.")] = ""
    after: Annotated[str, for_all("After.")] = ""
    n: Annotated[Count | None, for_all("How many were measured.")] = None
    source: Annotated[str, for_all("Where the figures come from.")] = ""
    strength: Annotated[
        Literal["story", "local-count", "before-after", "evaluated"] | None, for_all("How strong it is.")
    ] = None


class AdoptionLine(Part, frozen=True, kw_only=True):
    """An earlier status of an organisation."""

    date: Annotated[Date | None, for_all("From which day.")] = None
    status: Annotated[AdoptionStatus, for_all("The status.")] = "not-yet"
    note: Annotated[str, for_members("Why.")] = ""


class Adoption(Part, frozen=True, kw_only=True):
    """How far an organisation has taken up an initiative."""

    status: Annotated[AdoptionStatus, for_all("The status now.")] = "not-yet"
    date: Annotated[Date | None, for_all("From which day.")] = None
    checked: Annotated[Date | None, for_members("When it was last checked.")] = None
    note: Annotated[str, for_members("A remark.")] = ""
    history: Annotated[tuple[AdoptionLine, ...], for_all("Earlier statuses, oldest first.")] = ()


class SmallTest(Part, frozen=True, kw_only=True):
    """A small test of change: plan, do, study, act."""

    date: Annotated[Date | None, for_all("When.")] = None
    plan: Annotated[str, for_all("What was to be tried.")] = ""
    do: Annotated[str, for_all("What was done.")] = ""
    study: Annotated[str, for_all("What was seen.")] = ""
    act: Annotated[str, for_all("What happens next.")] = ""


class Initiative(Record, frozen=True, kw_only=True):
    """A piece of work that the community surfaced, tested or spread."""

    name: Annotated[str, for_all("Its name.")] = ""
    summary: Annotated[str, for_all("What it is, in one sentence.")] = ""
    problem: Annotated[str, for_all("The problem that it answers.")] = ""
    people: Annotated[str, for_all("The person whom it helps.")] = ""
    made_by: Annotated[str, for_all("Who made it, and where.")] = ""
    surfaced: Annotated[str, for_all("The session that surfaced it.", of="session")] = ""
    because_of: Annotated[str, for_members("The line of notes that it came from.", of="entry")] = ""
    stage: Annotated[InitiativeStage, for_all("The stage now.")] = "spotted"
    stages: Annotated[tuple[StageLine, ...], for_all("Earlier stages, oldest first.")] = ()
    route: Annotated[Literal["showcase", "create", "adapt"] | None, for_all("How it came about.")] = None
    scaling: Annotated[
        tuple[Literal["out", "up", "deep"], ...], for_all("More places, changed rules, changed minds.")
    ] = ()
    spread: Annotated[
        Literal["system", "region", "national", "international"] | None, for_all("How far it has gone.")
    ] = None
    owner: Annotated[str, for_members("Who carries it.", personal="name", of="person")] = ""
    sponsor: Annotated[str, for_all("Who opens doors for it.", personal="name", of="person")] = ""
    board: Annotated[str, for_all("The board that it reports to.")] = ""
    oversight: Annotated[str, for_all("How it is overseen and evaluated.")] = ""
    helps: Annotated[tuple[str, ...], for_all("What it makes better.")] = ()
    could_help: Annotated[tuple[str, ...], for_all("Organisations that could use it.", of="organisation")] = ()
    needs: Annotated[str, for_all("What it needs: people, money, technology, data.")] = ""
    must_stay: Annotated[tuple[str, ...], for_all("What must stay when it is copied.")] = ()
    may_change: Annotated[tuple[str, ...], for_all("What may change.")] = ()
    equity: Annotated[str, for_all("Who might be left out.")] = ""
    how_to_adopt: Annotated[str, for_all("How to take it up.")] = ""
    contact: Annotated[str, for_all("A shared mailbox.")] = ""
    people_who_can_help: Annotated[tuple[str, ...], for_members("Who can help.", personal="name", of="person")] = ()
    next_step: Annotated[str, for_all("What happens next.")] = ""
    more: Annotated[str, for_all("Where to read more.")] = ""
    tests: Annotated[tuple[SmallTest, ...], for_all("Small tests of change.")] = ()
    evidence: Annotated[tuple[Evidence, ...], for_all("What was measured.")] = ()
    adoption: Annotated[
        dict[str, Adoption], for_all("Each organisation that could use it.", of="organisation")
    ] = {}
    tags: Annotated[tuple[str, ...], for_all("Words to find it by.")] = ()


class GroupReport(Part, frozen=True, kw_only=True):
    """What a group told a session."""

    date: Annotated[Date | None, for_members("When.")] = None
    said: Annotated[str, for_members("What it said.")] = ""
    asks: Annotated[str, for_members("What it asked for.")] = ""


class Group(Record, frozen=True, kw_only=True):
    """A task-and-finish group, or an interest group."""

    name: Annotated[str, for_all("Its name.")] = ""
    kind: Annotated[Literal["task-and-finish", "interest"], for_all("With an end date, or without.")] = (
        "task-and-finish"
    )
    from_: Annotated[str, for_all("The session that asked for it.", of="session")] = ""
    because_of: Annotated[str, for_members("The line of notes that it came from.", of="entry")] = ""
    relation: Annotated[
        Literal["because-of", "alongside"] | None, for_all("Because of the community, or alongside it.")
    ] = None
    question: Annotated[str, for_all("Its one question.")] = ""
    lead: Annotated[str, for_members("Who leads it.", personal="name", of="person")] = ""
    members: Annotated[tuple[str, ...], for_members("Who is in it.", personal="name", of="person")] = ()
    starts: Annotated[Date | None, for_all("When it starts.")] = None
    finish_by: Annotated[Date | None, for_all("When it is to finish.")] = None
    reports: Annotated[tuple[GroupReport, ...], for_members("What it reported.")] = ()
    finished: Annotated[Date | None, for_all("When it finished.")] = None
    result: Annotated[str, for_all("What came of it.")] = ""
    initiative: Annotated[str, for_all("The initiative that it works on.", of="initiative")] = ""
    next_step: Annotated[str, for_all("What happens now.")] = ""


class Teller(Part, frozen=True, kw_only=True):
    """Who tells a story, and what of them may be shown."""

    who: Annotated[str, for_team("The person.", personal="name", of="person")] = ""
    show: Annotated[Literal["name", "role", "nothing"], for_team("What may be shown.")] = "nothing"


class Story(Record, frozen=True, kw_only=True):
    """A value-creation story: how taking part led to something, step by step."""

    title: Annotated[str, for_all("Its title.")] = ""
    teller: Annotated[Teller, for_team("Who tells it.")] = Teller()
    date: Annotated[Date | None, for_all("When it was told.")] = None
    consent: Annotated[Date | None, for_team("When the teller agreed to it being used.")] = None
    cycles: Annotated[dict[Cycle, str], for_all("A sentence for each step that can be told.")] = {}
    got_in_the_way: Annotated[str, for_all("What got in the way.")] = ""
    helped_others: Annotated[str, for_all("Who else was helped.")] = ""
    evidence: Annotated[tuple[str, ...], for_all("Initiatives with evidence.", of="initiative")] = ()
    sessions: Annotated[tuple[str, ...], for_all("Sessions that it came from.", of="session")] = ()
    because_of: Annotated[tuple[str, ...], for_members("Lines of notes that it came from.", of="entry")] = ()
    confirmed_by: Annotated[str, for_team("Who outside confirms it.", personal="name")] = ""
    tags: Annotated[tuple[str, ...], for_all("kind, better, effective; and themes.")] = ()
    publish: Annotated[YesNo | None, for_team("Whether it may be published.")] = None


class PracticeEntry(Record, frozen=True, kw_only=True):
    """Something that was tried in running sessions, and what came of it."""

    what: Annotated[str, for_all("What was done.")] = ""
    why: Annotated[str, for_all("What it changed.")] = ""
    seen: Annotated[tuple[str, ...], for_all("Sessions in which it was seen.", of="session")] = ()
    because_of: Annotated[str, for_members("The line of notes that it came from.", of="entry")] = ""
    verdict: Annotated[Literal["keep", "change", "drop"] | None, for_all("Keep, change or drop.")] = None


class SaidDid(Part, frozen=True, kw_only=True):
    """What members asked for, and what changed."""

    said: Annotated[str, for_all("What was asked for.")] = ""
    did: Annotated[str, for_all("What changed.")] = ""
    since: Annotated[Date | None, for_all("From which day.")] = None


class PromiseKept(Part, frozen=True, kw_only=True):
    """What became of a promise of last year's review."""

    promise: Annotated[str, for_all("What was promised.")] = ""
    outcome: Annotated[Literal["kept", "partly", "not"] | None, for_all("What became of it.")] = None
    why: Annotated[str, for_all("Why.")] = ""


class NextYear(Part, frozen=True, kw_only=True):
    """What the community means to do next year."""

    domain: Annotated[str, for_all("Keep or change the domain.")] = ""
    change: Annotated[str, for_all("What changes.")] = ""
    rhythm: Annotated[str, for_all("Keep or change the rhythm.")] = ""
    promises: Annotated[tuple[str, ...], for_all("What is promised.")] = ()


class Review(Record, frozen=True, kw_only=True):
    """The half of the annual synthesis that only people can write."""

    headline: Annotated[str, for_all("The year in one sentence.")] = ""
    what_changed: Annotated[str, for_all("What changed.")] = ""
    shifts: Annotated[tuple[str, ...], for_all("Shifts noticed.")] = ()
    surprises: Annotated[tuple[str, ...], for_all("Surprises.")] = ()
    did_not_work: Annotated[tuple[str, ...], for_all("What did not work.")] = ()
    you_said_we_did: Annotated[tuple[SaidDid, ...], for_all("What members asked for and what changed.")] = ()
    promises: Annotated[tuple[PromiseKept, ...], for_all("Last year's promises.")] = ()
    still_stuck: Annotated[tuple[str, ...], for_all("What is still stuck.")] = ()
    asks_of_leaders: Annotated[tuple[str, ...], for_all("Asks of leaders.")] = ()
    next_year: Annotated[NextYear, for_all("Next year.")] = NextYear()
    agreed_by: Annotated[tuple[str, ...], for_members("Who agreed it.", personal="name", of="person")] = ()
    final: Annotated[YesNo, for_all("Whether it is final.")] = "no"


class HealthGrid(Record, frozen=True, kw_only=True):
    """Answers to the nine health questions, as counts of scores from 1 to 4."""

    date: Annotated[Date | None, for_members("When members answered.")] = None
    answers: Annotated[
        dict[str, tuple[Count, ...]], for_members("For each question, how many scored 1, 2, 3 and 4.")
    ] = {}


class BlueprintNotes(Record, frozen=True, kw_only=True):
    """Words for the blueprint that replace or add to what copkit draws from the files."""

    final: Annotated[YesNo, for_all("Whether it is final.")] = "no"
    refreshed: Annotated[Date | None, for_all("When it was last gone through.")] = None
    authors: Annotated[tuple[str, ...], for_all("Who wrote it.", personal="name", of="person")] = ()
    sections: Annotated[dict[str, str], for_all("Words for a section, by its name.")] = {}
    must_stay: Annotated[tuple[str, ...], for_all("What must stay.")] = ()
    may_change: Annotated[tuple[str, ...], for_all("What may change.")] = ()
    costs: Annotated[dict[str, Any], for_all("Costs and hours.")] = {}
    risks: Annotated[tuple[str, ...], for_all("Risks.")] = ()
