"""One chart of each kind as a year's synthesis would have it, and harder ones: the input of every test here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from copkit.render.charts import (
    Answers,
    Chart,
    Column,
    Pair,
    Share,
    StackRow,
    Thing,
    Use,
    board,
    columns,
    dots,
    framed,
    network,
    pairs,
    stacked_bars,
    uses,
)
from copkit.render.charts.barred import bars
from copkit.render.charts.rows import Bar
from copkit.render.meta import Meta
from tests.render.demo import META

TEMPLATES = Path(__file__).parent / "templates"

SESSIONS = (
    "14 April, in person", "12 May, online", "9 June, in person", "14 July, online", "8 September, in person",
    "13 October, online", "10 November, in person", "12 January, online", "9 February, online",
    "9 March, in person",
)  # fmt: skip
ORGANISATIONS = (
    "Northshire Integrated Care Board", "Northshire University Hospitals NHS Foundation Trust",
    "Calder Valley Council", "St Anne’s Hospice", "Mind in Northshire",
    "Harbour Primary Care Network", "Northshire Ambulance Service",
)  # fmt: skip
THEMES = ("Discharge and going home", "One referral form", "Carers", "Digital", "Workforce", "Trust between teams")
CAME = ((18, 6), (15, 2), (21, 4), (12, 0), (None, None), (17, 3), (22, None), (14, 1), (16, 2), (24, 1))
ADOPTION = {
    ("One referral form", ORGANISATIONS[0]): "adopted", ("One referral form", ORGANISATIONS[1]): "sustained",
    ("One referral form", ORGANISATIONS[2]): "in-progress", ("One referral form", ORGANISATIONS[3]): "adopted",
    ("One referral form", ORGANISATIONS[4]): "not-yet", ("One referral form", ORGANISATIONS[5]): "declined",
    ("One referral form", ORGANISATIONS[6]): "not-applicable",
    ("Carers’ passport", ORGANISATIONS[0]): "aware", ("Carers’ passport", ORGANISATIONS[1]): "adopted",
    ("Carers’ passport", ORGANISATIONS[3]): "stopped", ("Carers’ passport", ORGANISATIONS[4]): "in-progress",
}  # fmt: skip
LINKS = {
    (ORGANISATIONS[0], ORGANISATIONS[1]): 5, (ORGANISATIONS[0], ORGANISATIONS[2]): 3,
    (ORGANISATIONS[1], ORGANISATIONS[3]): 4, (ORGANISATIONS[2], ORGANISATIONS[4]): 1,
    (ORGANISATIONS[3], ORGANISATIONS[4]): 2, (ORGANISATIONS[5], ORGANISATIONS[0]): 2,
    (ORGANISATIONS[1], ORGANISATIONS[1]): 3, (ORGANISATIONS[5], ORGANISATIONS[1]): 1,
}  # fmt: skip


def attendance() -> Chart:
    rows = [StackRow(label, parts) for label, parts in zip(SESSIONS, CAME, strict=True)]
    return stacked_bars(rows, ("returning", "here for the first time"), unit="People at each session")


def levels() -> Chart:
    row = StackRow("34 members", (5, 12, 9, 3, 4, 1), "one has left")
    keys = ("core", "active", "occasional", "peripheral", "new", "hidden")
    return stacked_bars([row], keys, unit="Members by how they take part")


def by_organisation() -> Chart:
    numbers: tuple[float | None, ...] = (61, 44, 23, 12, 8, 0, None)
    notes = (
        "10 of 10 sessions",
        "9 of 10",
        "8 of 19 (42%)",
        "",
        "",
        "invited, nobody came yet",
        "hidden: fewer than 5",
    )
    rows = [Bar(*row) for row in zip(ORGANISATIONS, numbers, notes, strict=True)]
    return bars(rows, unit="Attendances")


def organisations() -> Chart:
    made = network(ORGANISATIONS, LINKS)
    assert made is not None
    return made


def came() -> Chart:
    days = (day.partition(",")[0] for day in SESSIONS)
    rows = [(day, *one) for day, one in zip(days, CAME, strict=True)][:6]
    moments = [Column(day, old and old + (new or 0), new, "no record") for day, old, new in rows]
    return columns(moments, what="People at each session")


def agreed() -> Chart:
    return framed([Share(name, 11 - index, 12) for index, name in enumerate(THEMES)], what="Forms")


def answered() -> Chart:
    given = [Answers(name, index, 12 - index) for index, name in enumerate(THEMES)]
    return dots(given, low="1 or 2 of 4", high="3 or 4 of 4", what="Answers")


def measured() -> Chart:
    (made,) = pairs([Pair("Mean wait for transport", 118, 41, "minutes", "June", "September", base="640 cases")])
    return made


def stages() -> Chart:
    at = ("Being explored", "Being tested", "Exemplar", "Stopped")
    things = [Thing(name, at[index % 4], "Ask the wards", index % 4 == 3) for index, name in enumerate(THEMES)]
    return board(things, at, what="Ideas")


def adoption() -> Chart:
    given = [Use(who, idea, state, "July 2026") for (idea, who), state in ADOPTION.items()]
    return uses(given, what="organisations by idea")


EVERY: dict[str, Callable[[], Chart]] = {
    "attendance": attendance,
    "levels": levels,
    "by_organisation": by_organisation,
    "organisations": organisations,
    "came": came,
    "agreed": agreed,
    "answered": answered,
    "measured": measured,
    "stages": stages,
    "adoption": adoption,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page of charts."""

    heading: str
    title: str
    subtitle: str
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class View:
    """A page with every chart."""

    meta: Meta
    parts: tuple[Part, ...]


def view() -> View:
    """Every chart, each under its finding."""
    return View(
        META,
        tuple(
            Part(
                name.replace("_", " ").capitalize(),
                f"Figure {number}: what “{name.replace('_', ' ')}” found, in a title that is as long as titles are",
                "10 sessions, 19 organisations; April 2026 to March 2027",
                make(),
            )
            for number, (name, make) in enumerate(EVERY.items(), 1)
        ),
    )
