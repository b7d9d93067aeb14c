"""Pieces of work that a community surfaced, tested or spread."""

from typing import Annotated, Literal

from copkit.models.base import NO_ENTRIES, Count, Date, Part, Record, for_all, for_members

InitiativeStage = Literal[
    "spotted", "exploring", "testing", "promising", "exemplar", "spreading", "embedded", "stopped"
]
AdoptionStatus = Literal[
    "not-applicable", "not-yet", "aware", "in-progress", "adopted", "sustained", "declined", "stopped"
]


class StageLine(Part):
    """A stage of an initiative, from a day."""

    date: Annotated[Date | None, for_all("From which day.")] = None
    stage: Annotated[InitiativeStage, for_all("The stage.")] = "spotted"
    note: Annotated[str, for_members("Why.")] = ""


class Evidence(Part):
    """A measurement, with its size and source."""

    date: Annotated[Date | None, for_all("When it was measured.")] = None
    measure: Annotated[str, for_all("What was measured.")] = ""
    say: Annotated[str, for_all("It in a sentence, with both numbers.")] = ""
    before: Annotated[str, for_all("Before.")] = ""
    after: Annotated[str, for_all("After.")] = ""
    before_when: Annotated[str, for_all("When it was before, such as June.")] = ""
    after_when: Annotated[str, for_all("When it was after.")] = ""
    compared_with: Annotated[str, for_all("What it was compared with, if with anything.")] = ""
    n: Annotated[Count | None, for_all("How many were measured.", use="people")] = None
    source: Annotated[str, for_all("Where the figures come from.")] = ""
    strength: Annotated[
        Literal["story", "local-count", "before-after", "evaluated"] | None, for_all("How strong it is.")
    ] = None


class AdoptionLine(Part):
    """An earlier status of an organisation."""

    date: Annotated[Date | None, for_all("From which day.")] = None
    status: Annotated[AdoptionStatus, for_all("The status.")] = "not-yet"
    note: Annotated[str, for_members("Why.")] = ""


class Adoption(Part):
    """How far an organisation has taken up an initiative."""

    status: Annotated[AdoptionStatus, for_all("The status now.")] = "not-yet"
    date: Annotated[Date | None, for_all("From which day.")] = None
    checked: Annotated[Date | None, for_members("When it was last checked.")] = None
    note: Annotated[str, for_members("A remark.")] = ""
    history: Annotated[tuple[AdoptionLine, ...], for_all("Earlier statuses, oldest first.")] = ()


class SmallTest(Part):
    """A small test of change: plan, do, study, act."""

    date: Annotated[Date | None, for_all("When.")] = None
    plan: Annotated[str, for_all("What was to be tried.")] = ""
    do: Annotated[str, for_all("What was done.")] = ""
    study: Annotated[str, for_all("What was seen.")] = ""
    act: Annotated[str, for_all("What happens next.")] = ""


class Initiative(Record):
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
    do_this: Annotated[tuple[str, ...], for_all("What somebody does who takes it up, in at most three lines.")] = ()
    contact: Annotated[str, for_all("A shared mailbox.", use="mailbox")] = ""
    people_who_can_help: Annotated[tuple[str, ...], for_members("Who can help.", personal="name", of="person")] = ()
    next_step: Annotated[str, for_all("What happens next.")] = ""
    more: Annotated[str, for_all("Where to read more.")] = ""
    tests: Annotated[tuple[SmallTest, ...], for_all("Small tests of change.")] = ()
    evidence: Annotated[tuple[Evidence, ...], for_all("What was measured.")] = ()
    adoption: Annotated[dict[str, Adoption], for_all("Each organisation that could use it.", of="organisation")] = (
        NO_ENTRIES
    )
    tags: Annotated[tuple[str, ...], for_all("Words to find it by.")] = ()
