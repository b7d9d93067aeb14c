"""Slips of the pen by the hundred in the demonstration: no command breaks down over what they do to a file."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.hostile.places import calm
from tests.shell import copkit, demonstration, snapshot

COMMUNITY = "systems-leadership"
WORDS = [
    "", "~", "[]", "{}", "-1", "0", "99999", "2026-02-30", "2026-06-09", "1900-01-01", "9999-12-31", "0001-01-01",
    "23:59", "24:00", "yes", "x", "[a, b]", "{a: b}", "[{a: b}]", "é", "a: b", "'", '"x', "|", "> y", "amina.khan",
    "nobody", "second tuesday", "december", "online", "hybrid", "1440", "1e9", "/etc/passwd", "held", "cancelled",
    "A" * 500, "<b>", "{{ x }}", "عائشة",
]  # fmt: skip
COMMANDS = [
    ("check",),
    ("check", "--format", "sarif"),
    ("schedule", "--dry-run"),
    ("schedule", "--json", "--dry-run", "2028"),
    ("next",),
    ("next", "--json"),
    ("calendar", "--dry-run"),
    ("agenda", COMMUNITY, "2026-06-09", "--out", "-"),
    ("agenda", COMMUNITY, "2026-06-09", "--for", "public", "--format", "md", "--out", "-"),
    ("plan", COMMUNITY, "2026-10-13", "--format", "txt", "--out", "-"),
    ("tables", COMMUNITY, "2026-06-09", "--format", "txt", "--out", "-"),
    ("invite", COMMUNITY, "next", "--format", "txt", "--out", "-"),
    ("brief", COMMUNITY, "2027-01-12", "--format", "txt", "--out", "-"),
    ("notes", "show", COMMUNITY, "2026-06-09"),
    ("notes", "tidy", COMMUNITY, "2026-06-09", "--dry-run"),
    ("actions",),
    ("move", COMMUNITY, "2027-01-12", "2027-01-13", "--because", "x", "--dry-run"),
    ("cancel", COMMUNITY, "2027-01-12", "--because", "x", "--dry-run"),
]


def slip(chance: random.Random, text: str) -> str:
    """The text with another value, or with lines lost, doubled or cut."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    kind = chance.random()
    if kind < 0.6:
        values = list(re.finditer(r"(?<=: )[^{}\[\],:]+", lines[at]))
        if values:
            one = chance.choice(values)
            lines[at] = lines[at][: one.start()] + chance.choice(WORDS) + lines[at][one.end() :]
    elif kind < 0.75:
        del lines[at : at + chance.randint(1, 3)]
    elif kind < 0.85:
        lines.insert(at, chance.choice(lines))
    else:
        lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
    return "\n".join(lines)


@contextmanager
def slipped(chance: random.Random, files: list[Path]) -> Iterator[list[str]]:
    """Two files with up to three slips each, for as long as this lasts; their names."""
    kept = {path: path.read_bytes() for path in chance.sample(files, 2)}
    for path, data in kept.items():
        text = before = data.decode()
        while text == before:
            for _ in range(chance.randint(1, 3)):
                text = slip(chance, text)
        path.write_bytes(text.encode())
    try:
        yield [path.name for path in kept]
    finally:
        for path, data in kept.items():
            path.write_bytes(data)


class Seen(NamedTuple):
    """What came of some rounds: how each command ended, and in how many rounds `check` named a file with a slip."""

    codes: dict[str, Counter[int]]
    noticed: int


def run(root: Path, seed: int, rounds: int) -> Seen:
    """Slips, and four commands in turn for each; what was typed is the same afterwards."""
    chance = random.Random(seed)
    before = snapshot(root)
    files = sorted(root.glob("communities/**/*.yaml"))
    main = [path for path in files if path.parent.name in ("programme", COMMUNITY)]
    own = [path for path in files if f"/{COMMUNITY}/sessions/" in path.as_posix()]
    turns = cycle(COMMANDS)
    codes: dict[str, Counter[int]] = defaultdict(Counter)
    noticed = 0
    for _ in range(rounds):
        with slipped(chance, main + own if chance.random() < 0.8 else files) as names:
            for words in islice(turns, 4):
                ran = copkit(*words, root=root)
                calm(ran)
                codes[words[0]][ran.code] += 1
            told = copkit("check", root=root)
            calm(told)
            noticed += any(name in told.out for name in names)
    assert {path: data for path, data in snapshot(root).items() if path in before} == before
    return Seen(codes, noticed)


def test_a_few_slips_break_no_command(tmp_path: Path) -> None:
    seen = run(demonstration(tmp_path), seed=1, rounds=3)
    assert seen.noticed > 0


@pytest.mark.slow
def test_many_slips_break_no_command(tmp_path: Path) -> None:
    seen = run(demonstration(tmp_path), seed=2, rounds=75)
    assert seen.codes.keys() == {words[0] for words in COMMANDS}
    assert seen.noticed > 37, "most slips are ones that somebody would want to know of"
    looks = sum((count for count in seen.codes.values()), Counter[int]())
    assert looks[0] > 50 and looks[1] > 5, "they go on with what can be read, and say what is wrong"
    assert looks[2] + looks[3] < looks[0], "few are refused altogether"
