"""Slips of the pen by the hundred in the demonstration: no command breaks down over what they do to a file."""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hostile.places import calm
from tests.shell import copkit, demonstration

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
    ("schedule", "--json", "--dry-run", "--year", "2028"),
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
def slipped(chance: random.Random, files: list[Path]) -> Iterator[None]:
    """Two files with up to three slips each, for as long as this lasts."""
    kept = {path: path.read_bytes() for path in chance.sample(files, 2)}
    for path, data in kept.items():
        text = data.decode()
        for _ in range(chance.randint(1, 3)):
            text = slip(chance, text)
        path.write_bytes(text.encode())
    try:
        yield
    finally:
        for path, data in kept.items():
            path.write_bytes(data)


def run(root: Path, seed: int, rounds: int) -> None:
    chance = random.Random(seed)
    files = sorted(root.glob("communities/**/*.yaml"))
    main = [path for path in files if path.parent.name in ("programme", COMMUNITY)]
    own = [path for path in files if f"/{COMMUNITY}/sessions/" in path.as_posix()]
    for _ in range(rounds):
        with slipped(chance, main + own if chance.random() < 0.8 else files):
            for words in chance.sample(COMMANDS, 4):
                calm(copkit(*words, root=root))


def test_a_few_slips_break_no_command(tmp_path: Path) -> None:
    run(demonstration(tmp_path), seed=1, rounds=2)


@pytest.mark.slow
def test_many_slips_break_no_command(tmp_path: Path) -> None:
    run(demonstration(tmp_path), seed=2, rounds=150)
