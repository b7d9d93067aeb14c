"""Makes the feedback of the five communities that meet a few times a year: anonymous rows, a sheet a session.

`python tests/demonstration/make_feedback.py` writes `feedback/SESSION.csv` in each of them. What people wrote
is typed below; their ticks are drawn, by a seed, so that most were glad and some were not.
"""

import csv
import io
import random
from pathlib import Path
from typing import NamedTuple

COMMUNITIES = Path(__file__).resolve().parents[2] / "communities"
HEADER = [
    "useful",
    "heard",
    "met_someone",
    "will_use",
    "confident_before",
    "confident_after",
    "only_here",
    "best",
    "change",
]


class Sheet(NamedTuple):
    """A session's sheets: how many came back, and what people wrote: the best thing, one change."""

    community: str
    session: str
    forms: int
    best: tuple[str, ...]
    change: tuple[str, ...]


SHEETS = (
    Sheet(
        "patient-involvement",
        "2026-03-19",
        24,
        ("Nobody wore a lanyard", "Being asked first", "The room"),
        ("Chairs with arms", "More time at tables"),
    ),
    Sheet(
        "patient-involvement",
        "2026-06-18",
        26,
        ("People who had never been asked", "The barber", "Lunch"),
        ("An interpreter at each table",),
    ),
    Sheet(
        "patient-involvement",
        "2026-11-19",
        29,
        ("It was signed in front of us", "The postcard", "Three things that changed"),
        ("Finish before dark", "Tell us what happens after January"),
    ),
    Sheet(
        "rehabilitation-and-personalised-care",
        "2026-03-11",
        25,
        ("One line in every letter", "Support workers were heard"),
        ("Less about forms", "A dietitian at each table"),
    ),
    Sheet(
        "rehabilitation-and-personalised-care",
        "2026-07-08",
        27,
        ("We walked", "The kettle and the chair", "Six languages"),
        ("Warn us about the stairs",),
    ),
    Sheet(
        "rehabilitation-and-personalised-care",
        "2026-10-14",
        24,
        ("The fridge", "Four minutes"),
        ("More patients, fewer of us", "A longer break"),
    ),
    Sheet(
        "ultrasound-imaging",
        "2026-02-24",
        19,
        ("The wall of rotas", "Two miles"),
        ("Start later, we have a list in the morning",),
    ),
    Sheet(
        "ultrasound-imaging",
        "2026-06-23",
        22,
        ("Hearing my own report read aloud", "GPs in the room"),
        ("Give us the moved date sooner",),
    ),
    Sheet(
        "ultrasound-imaging",
        "2026-10-20",
        24,
        ("The trainees", "The passport"),
        ("Stretching at the start as well",),
    ),
    Sheet(
        "operational-teams",
        "2026-02-05",
        33,
        ("Putting a face to a voice", "Soup", "I was invited"),
        ("Bigger name badges", "The room was warm"),
    ),
    Sheet(
        "operational-teams",
        "2026-06-04",
        30,
        ("Nine codes", "Going home without my spreadsheet"),
        ("Bring somebody from pathology",),
    ),
    Sheet(
        "operational-teams",
        "2026-09-03",
        31,
        ("Four minutes", "What to say when they cry", "Being thanked"),
        ("Do this every month", "A quieter room"),
    ),
    Sheet("diabetes-in-pregnancy", "2025-05-07", 7, ("One woman with one diary",), ("Shorter introductions",)),
    Sheet("diabetes-in-pregnancy", "2025-09-03", 8, ("Chairs and all",), ("Half past twelve, not twelve",)),
    Sheet(
        "diabetes-in-pregnancy",
        "2025-11-05",
        9,
        ("The kitchen readings", "A mother's question"),
        ("Costs, please",),
    ),
    Sheet("diabetes-in-pregnancy", "2026-02-04", 8, ("Who answers", "One assessment for all"), ()),
    Sheet("diabetes-in-pregnancy", "2026-05-06", 10, ("Tuesdays", "What to count"), ("Send the paper earlier",)),
    Sheet("diabetes-in-pregnancy", "2026-09-16", 9, ("Four of seven",), ("Captions were off at first",)),
    Sheet(
        "diabetes-in-pregnancy",
        "2026-11-04",
        11,
        ("The sixth week", "The helpline"),
        ("GPs in the room next time",),
    ),
)


def _row(rng: random.Random, best: str, change: str) -> list[str]:
    before = rng.choices((2, 3, 4), (4, 5, 2))[0]
    after = min(5, before + rng.choices((0, 1, 2), (3, 7, 2))[0])
    useful, heard = rng.choices((5, 4, 3, 2), (9, 7, 2, 1), k=2)
    met = rng.choices(("yes", "no"), (5, 1))[0]
    use = rng.choices(("yes", "maybe", "no"), (7, 3, 1))[0]
    only = rng.choices(("yes", "unsure", "no"), (7, 2, 1))[0]
    return [*map(str, (useful, heard)), met, use, str(before), str(after), only, best, change]


def text(sheet: Sheet) -> str:
    """The rows of a session. Who wrote what is nowhere, and the order says nothing."""
    rng = random.Random(f"{sheet.community} {sheet.session}")
    best = [*sheet.best, *[""] * (sheet.forms - len(sheet.best))]
    change = [*sheet.change, *[""] * (sheet.forms - len(sheet.change))]
    rng.shuffle(best)
    rng.shuffle(change)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerows(_row(rng, *pair) for pair in zip(best, change, strict=True))
    return out.getvalue()


def make(communities: Path) -> None:
    """Write every sheet anew."""
    for sheet in SHEETS:
        folder = communities / sheet.community / "feedback"
        folder.mkdir(exist_ok=True)
        (folder / f"{sheet.session}.csv").write_text(text(sheet), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(COMMUNITIES)
