"""Charts that are hard to draw: too much, too little, too long, and text that means harm."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

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

PLACES = (
    "Northshire", "Calder Valley", "St Anne’s and Saint Bartholomew’s", "Harbour",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
)  # fmt: skip
KINDS = (
    "Hospice", "NHS Foundation Trust", "Council", "Primary Care Network", "Integrated Care Board", "Mind",
    "Ambulance Service", "Voluntary Action and Community Partnership Limited",
)  # fmt: skip
FORTY = tuple(f"{place} {kind}" for place in PLACES for kind in KINDS)
MONTHS = ("September", "October", "November", "December", "January")
MANY = tuple(
    f"{day} {month}, {how}"
    for month in MONTHS
    for day, how in ((3, "online"), (10, "in person"), (17, "online"), (24, "in person"), (28, "hybrid"))
)
HARM = (
    "<script>alert(1)</script>",
    'A & B = "c"; url(#x) href=x onload=y',
    "مستشفى الشمال الجامعي",
    "בית החולים",
    "\x00\x07ctrl\u202e\ud800",
    "",
    "   ",
    "ẑ̷̛al]]>",
    "x" * 300,
    "-1 😀 日本",
)
STATUSES = (
    "adopted", "sustained", "in-progress", "aware", "not-yet", "declined", "stopped", "not-applicable", "odd one"
)  # fmt: skip


def table(
    rows: Sequence[str], columns: Sequence[str], value: Callable[[int, int], int | None]
) -> dict[tuple[str, str], int | None]:
    """A number for each pair."""
    return {(a, b): value(i, j) for i, a in enumerate(rows) for j, b in enumerate(columns)}


def words(rows: Sequence[str], columns: Sequence[str]) -> dict[tuple[str, str], str]:
    """A status for each pair."""
    return {(a, b): STATUSES[(i * j + j) % 9] for i, a in enumerate(rows) for j, b in enumerate(columns)}


def weekly(count: int) -> list[Moment]:
    return [Moment(f"week {i}", date(2026, 4, 1) + timedelta(days=7 * i), i * 400, i * 300) for i in range(count)]


def circle(names: Sequence[str], links: dict[tuple[str, str], int]) -> Chart:
    made = network(names, links)
    assert made is not None
    return made


def full_year() -> Chart:
    days = [date(2026, 4, 1) + timedelta(days=7 * index) for index in range(52)]
    return year_line(
        date(2026, 4, 1),
        date(2027, 3, 31),
        [
            *(Mark("online", day, day, "") for day in days),
            Mark("group", date(2026, 1, 1), date(2027, 12, 31), f"{FORTY[39]} {FORTY[38]}"),
            Mark("event", date(2027, 3, 31), date(2027, 3, 31), HARM[8]),
            Mark("break", date(2026, 12, 24), date(2026, 12, 24), "x"),
            Mark("event", date(2030, 1, 1), date(2030, 1, 1), "another year"),
        ],
    )


HARD: dict[str, Callable[[], Chart]] = {
    "noughts": lambda: bars([Bar("One", 0), Bar("Two", None), Bar("Three", 0), Bar("Four", None)], unit="People"),
    "large and long": lambda: bars(
        [Bar("One", 1234567, "a long note " * 15), *(Bar(f"No {i}", 2.5 + i) for i in range(3))], unit="u " * 90
    ),
    "12 bars": lambda: bars([Bar(o, i * 7 if i % 7 else None, "n 9") for i, o in enumerate(FORTY[:12])], unit="x"),
    "harm in bars": lambda: bars([Bar(harm, 3, harm) for harm in HARM], unit=HARM[1]),
    "25 stacks": lambda: stacked_bars(
        [StackRow(s, (i * 7 % 23, i * 5 % 9, i % 3, 1, 0, i % 2)) for i, s in enumerate(MANY)],
        ("one", "two longer", "three", "four", "five", "six is a very very long key that goes on " * 3),
        unit="x",
    ),
    "harm in stacks": lambda: stacked_bars([StackRow(h, (1, None), h) for h in HARM], HARM[:3:2], unit=HARM[3]),
    "empty stacks": lambda: stacked_bars([StackRow("a", (0,)), StackRow("b", (None,), "hidden")], ("x",), unit="u"),
    "40 by 25 cells": lambda: heat_map(
        FORTY, MANY, table(FORTY, MANY, lambda i, j: None if j == 3 else i * j % 120), unit="Times"
    ),
    "one cell": lambda: heat_map(("T",), ("9 June",), {("T", "9 June"): 3}, unit="Times"),
    "harm in cells": lambda: heat_map(HARM, HARM[:9], table(HARM, HARM, lambda i, j: i * j), unit="Times"),
    "40 pairs": lambda: pair_matrix(FORTY, table(FORTY, FORTY, lambda i, j: i * j % 5 if j < i else 0), unit="C"),
    "one pair": lambda: pair_matrix(("Only",), {("Only", "Only"): 2}, unit="Connections"),
    "harm in pairs": lambda: pair_matrix(HARM, {(HARM[0], HARM[8]): None}, unit="Connections"),
    "60 weeks": lambda: over_time(weekly(60), ("Opened by the members of all communities", "Closed"), unit="x"),
    "25 sessions": lambda: over_time(
        [Moment(s, date(2026, 4, 1) + timedelta(days=14 * i), 4 * i, 3 * i) for i, s in enumerate(MANY)],
        ("Opened", "Closed"),
        unit="Actions",
    ),
    "one moment": lambda: over_time([Moment("9 June", date(2026, 6, 9), 3, 3)], ("Opened", "Closed"), unit="A"),
    "no moment": lambda: over_time([Moment("9 June", date(2026, 6, 9), None, None)], HARM[:2], unit="A"),
    "harm over time": lambda: over_time(
        [Moment(h, date(2026, 6, 9), 1, i) for i, h in enumerate(HARM[:8])], HARM[:2], unit=HARM[2]
    ),
    "harm in stages": lambda: funnel([Stage(h, i * 100, 1000, None) for i, h in enumerate(HARM)]),
    "unknown stage": lambda: funnel([Stage("Surfaced", None, None, None)]),
    "40 by 25 statuses": lambda: status_matrix(FORTY, MANY, words(FORTY, MANY)),
    "12 by 16 statuses": lambda: status_matrix(FORTY[:12], FORTY[12:28], words(FORTY[:12], FORTY[12:28])),
    "harm in statuses": lambda: status_matrix(HARM, HARM, {(a, a): a for a in HARM}),
    "8 steps": lambda: ladder([Bar(MONTHS[i % 5] + "transformative", i * 40) for i in range(8)]),
    "harm in steps": lambda: ladder([Bar(h, None, h) for h in HARM[:5]], [Bar(h, 1) for h in HARM]),
    "a full year": full_year,
    "a day": lambda: year_line(date(2026, 4, 1), date(2026, 4, 1), []),
    "20 names": lambda: circle(FORTY[:20], {(FORTY[i], FORTY[(i * 7 + 3) % 20]): i % 5 + 1 for i in range(20)}),
    "harm in names": lambda: circle(HARM, {(HARM[i], HARM[i + 2]): 3 for i in range(5)}),
}  # fmt: skip
