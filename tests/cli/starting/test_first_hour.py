"""A first hour and a first month on a screen of 80 × 24, as somebody new types them: every screen is kept."""

import re
from contextlib import chdir
from pathlib import Path

from tests.docs.terminal import on_screen
from tests.golden import Golden

COLUMNS, LINES = 80, 24
BEGIN = (
    'copkit init anytown --yes --system "Anytown ICS" --community "Home First" --contact cop.team@anytown.example'
    ' --name "Amina Khan" --organisation "NHS Anytown ICB"'
)
TYPED = {
    "2026-04-01": (
        "copkit --help", BEGIN, "copkit schedule", "copkit check", "copkit next", "copkit calendar",
        "copkit agenda", "copkit invite", "copkit list", "copkit list members", "copkit print",
        "copkit show session 1", "copkit explain SES-04", "copkit explain convenor", "copkit add member",
        "copkit members", "copkit Amina",
    ),
    "2026-04-02": (
        'copkit join "Jo Ng" --organisation "Anytown Hospitals"',
        'copkit new organisation "Anytown Hospitals" --sector acute',
        'copkit join "Jo Ng" --organisation anytown-hospitals --brings authority', "copkit list members",
        'copkit join "Lee Marsh" --organisation anytown-hospitals --brings none', "copkit undo",
    ),
    "2026-05-12": (
        "copkit next", "copkit notes new", "copkit attend 2026-05-12 amina", "copkit notes show", "copkit check",
    ),
    "2026-05-13": (
        "copkit next", "copkit notes commit", "copkit actions", "copkit move 2 2026-06-16 --because Flood",
        "copkit calendar", "copkit invite", "copkit health", "copkit privacy due",
    ),
}  # fmt: skip
"""By the day, what is typed on it."""
LONG = ("copkit print", "copkit notes new", "copkit check", "copkit next", "copkit health")
"""What may take more than a screen: a list of all that can be typed, or of all that is due."""
_NOW = re.compile(r"(of) \d+ \w+ \d{4}(\s+)at [\d:.]+[ap]m")


def test_every_screen_of_a_first_hour_and_a_first_month(tmp_path: Path, golden: Golden) -> None:
    screens = []
    place = tmp_path
    for day, lines in TYPED.items():
        for line in lines:
            with chdir(place):
                code, shown = on_screen(f"{line} --today {day}" if takes_a_day(line) else line)
            rows = _NOW.sub(r"\1 today\2now", shown).splitlines()
            screens.append((day, line, code, [row.rstrip() for row in rows]))
            place = tmp_path / "anytown" if line == BEGIN else place
    assert {line for _, line, _, rows in screens if max(map(len, rows), default=0) > COLUMNS} == set()
    assert {line for _, line, _, rows in screens if len(rows) > LINES} <= set(LONG)
    golden("first_hour.txt", "\n".join(_kept(*one) for one in screens))


def takes_a_day(line: str) -> bool:
    """Whether a command takes `--today`: the others are told nothing of the day."""
    return not re.match(r"copkit (--help|explain|add|members|Amina|undo|print$|new)", line)


def _kept(day: str, line: str, code: int, rows: list[str]) -> str:
    """A screen as it is kept: the day, what was typed, and how it ended where that is no good end."""
    return "\n".join([f"== {day}  $ {line}{f'   [{code}]' if code else ''}", *rows, ""])
