"""Charts that are hard to draw: too much, too little, too long, and text that means harm."""

from collections.abc import Callable, Sequence

from copkit.render.charts import Chart, StackRow, network, stacked_bars
from copkit.render.charts.barred import bars
from copkit.render.charts.rows import Bar

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

def circle(names: Sequence[str], links: dict[tuple[str, str], int]) -> Chart:
    made = network(names, links)
    assert made is not None
    return made


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
    "20 names": lambda: circle(FORTY[:20], {(FORTY[i], FORTY[(i * 7 + 3) % 20]): i % 5 + 1 for i in range(20)}),
    "harm in names": lambda: circle(HARM, {(HARM[i], HARM[i + 2]): 3 for i in range(5)}),
}  # fmt: skip
