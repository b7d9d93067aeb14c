"""One chart of each kind as a year's synthesis would have it, and harder ones: the input of every test here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copkit.render.charts import (
    Bar,
    Chart,
    Mark,
    Moment,
    StackRow,
    Stage,
    bars,
    funnel,
    heat_map,
    ladder,
    network,
    over_time,
    pair_matrix,
    stacked_bars,
    status_matrix,
    year_line,
)
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
DAYS = (
    date(2026, 4, 14), date(2026, 5, 12), date(2026, 6, 9), date(2026, 7, 14), date(2026, 9, 8),
    date(2026, 10, 13), date(2026, 11, 10), date(2027, 1, 12), date(2027, 2, 9), date(2027, 3, 9),
)  # fmt: skip


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


def themes() -> Chart:
    counts: dict[tuple[str, str], int | None] = {
        (theme, session): (index * 7 + place * 5) % 9 if (index + place) % 3 else 0
        for index, theme in enumerate(THEMES)
        for place, session in enumerate(SESSIONS)
    }
    counts |= {(theme, SESSIONS[4]): None for theme in THEMES}
    return heat_map(THEMES, SESSIONS, counts, unit="Times raised")


def connections() -> Chart:
    return pair_matrix(ORGANISATIONS, LINKS, unit="Recorded connections")


def actions() -> Chart:
    opened: tuple[int | None, ...] = (3, 5, 9, 11, None, 15, 18, 20, 22, 23)
    closed: tuple[int | None, ...] = (0, 2, 4, 6, None, 9, 12, 14, 15, 16)
    labels = ("14 April", "12 May", "9 June", "14 July", "8 September", "13 October", "10 November", "12 January", "9 February", "9 March")  # fmt: skip # noqa: E501
    rows = [Moment(*row) for row in zip(labels, DAYS, opened, closed, strict=True)]
    return over_time(rows, ("Opened", "Closed"), unit="Actions")


def stages() -> Chart:
    return funnel(
        [
            Stage("Surfaced", 9, 4, 1), Stage("Taking shape", 5, 3, 0), Stage("Being tested", 3, 2, 1),
            Stage("Exemplar", 1, 1, 0), Stage("Spreading", 2, 0, 0), Stage("Embedded", 0, 0, None),
        ]
    )  # fmt: skip


def adoption() -> Chart:
    return status_matrix(("One referral form", "Carers’ passport"), ORGANISATIONS, ADOPTION)


def value() -> Chart:
    steps = (
        Bar("immediate", 7), Bar("potential", 5), Bar("applied", 4), Bar("realised", 2), Bar("transformative", 0)
    )  # fmt: skip
    return ladder(steps, (Bar("strategic", 2), Bar("enabling", 1), Bar("orienting", None, "hidden")))


def year() -> Chart:
    kinds = ("in person", "online", "in person", "cancelled", "in person", "online", "hybrid", "online", "online", "in person")  # fmt: skip # noqa: E501
    marks = [Mark(kind, day, day, "") for kind, day in zip(kinds, DAYS, strict=True)]
    return year_line(
        date(2026, 4, 1),
        date(2027, 3, 31),
        [
            *marks,
            Mark("break", date(2026, 8, 1), date(2026, 8, 31), "Summer break"),
            Mark("break", date(2026, 12, 1), date(2026, 12, 31), "Winter break"),
            Mark("group", date(2026, 6, 9), date(2026, 9, 20), "One referral form"),
            Mark(
                "group", date(2026, 11, 10), date(2027, 3, 20), "Carers’ passport: what a hospital ward would need"
            ),
            Mark("event", date(2026, 10, 1), date(2026, 10, 1), "Regional leadership forum"),
            Mark("event", date(2027, 2, 20), date(2027, 2, 20), "Showcase"),
        ],
    )


def organisations() -> Chart:
    made = network(ORGANISATIONS, LINKS)
    assert made is not None
    return made


EVERY: dict[str, Callable[[], Chart]] = {
    "attendance": attendance,
    "levels": levels,
    "by_organisation": by_organisation,
    "themes": themes,
    "connections": connections,
    "actions": actions,
    "stages": stages,
    "adoption": adoption,
    "value": value,
    "year": year,
    "organisations": organisations,
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
