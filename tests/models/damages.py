"""Files as tired hands leave them: the frozen workspace of version 0.1, and random damages to its lines.

What copkit makes of each is kept in `golden/damages.txt`, so that a change to the reading of records shows.
"""

import random
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from copkit.models.base import Part
from copkit.models.fields import given
from copkit.models.kinds import Kind, kind_of
from copkit.workspace.places import Files

FROZEN = Path(__file__).parents[1] / "workspaces" / "0.1"
COUNT = 2_500
VALUES = (
    "", "14/01/2026", "06/01/2026", "2026-13-01", "1066-01-01", "9 June 2026", "2pm", "25:00", "14.00", "9 people",
    "20 minutes", "-3", "ninety", "1e3", "2.0", "007", "999999999999", "Yes", "TRUE", "n", "in person", "somewhere",
    "[a, b]", "{a: b}", '"x"', "Feb", "[{who: x}]", "{minutes: 3}", "[[a]]", "20260106", "12", "x: y",
    "Cut, by a comma", "[]", "{}", "null", "3.5", "sam; ann, bob",
)  # fmt: skip
_INLINE = re.compile(r": ?([^,{}\[\]]+)(?=[,}\]])")


def frozen() -> list[tuple[str, Kind, str]]:
    """Every file of records in the frozen workspace: path, kind, text."""
    found = []
    for path in sorted(FROZEN.rglob("*.yaml")):
        name = path.relative_to(FROZEN).as_posix()
        kind = kind_of(name)
        if kind is not None:
            found.append((name, kind, path.read_text(encoding="utf-8")))
    return found


def damaged() -> Iterator[tuple[str, Kind, str]]:
    """Files with one to three damaged lines each, the same in every run and on every Python."""
    files, luck = frozen(), random.Random(20261130)
    for _ in range(COUNT):
        path, kind, text = _one(luck, files)
        lines = text.split("\n")
        for _ in range(_one(luck, (1, 1, 2, 3))):
            index = int(luck.random() * len(lines))
            lines[index] = _damage(luck, lines[index])
        yield path, kind, "\n".join(lines)


def _one(luck: random.Random, of: Any) -> Any:
    """An item by `random()` alone, whose sequence no version of Python changes."""
    return of[int(luck.random() * len(of))]


def _damage(luck: random.Random, line: str) -> str:
    how = int(luck.random() * 5)
    if how == 0 and ":" in line:
        return line.split(":")[0] + ": " + str(_one(luck, VALUES))
    if how == 1:
        return ""
    if how == 2 and ":" in line:
        return line.replace(":", "x:", 1)
    if how == 3 and (places := list(_INLINE.finditer(line))):
        place = _one(luck, places)
        return line[: place.start(1)] + str(_one(luck, VALUES)) + line[place.end(1) :]
    if how == 4:
        return re.sub(r"(^\s*(?:- )?)([a-z_]+):", lambda key: f"{key[1]}{_one(luck, VALUES) or 'zz'}:", line)
    return line


def outcome(path: str, kind: Kind, text: str) -> str:
    """One line: a digest of the records with the places of their fields, then each finding's code and place."""
    files = Files()
    records = files.load(path, text.encode(), kind)
    plain = [(where, type(record).__name__, _plain(record)) for where, record in records]
    keys = [(record, key) for (_, record), (_, _, known) in zip(records, plain, strict=True) for key in known]
    places = [files.where(record, key) for record, key in keys]
    said = sorted(files.findings, key=lambda one: (one.position.line, one.position.column, one.code, one.message))
    told = [(one.code, one.severity.word, one.position, one.message, one.fix) for one in said]
    digest = sha256(repr((plain, places, told)).encode()).hexdigest()[:10]
    codes = " ".join(f"{one.code}@{one.position.line}:{one.position.column}" for one in said)
    return f"{digest} {path.removeprefix('communities/')} {codes}".rstrip()


def _plain(value: Any) -> Any:
    """A record as plain data: each field that has not its default, by its key in the file, then unknown ones."""
    if isinstance(value, Part):
        found = {field.key: _plain(one) for field, one in given(value)}
        kept = {key: one for key, one in sorted(found.items()) if one not in ({}, [])}
        return kept | ({"x-": _plain(value.extra)} if value.extra else {})
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return repr(value)


def outcomes() -> str:
    """What comes of every frozen file, then of every damaged one, a line each."""
    whole = [outcome(*one) for one in frozen()]
    return "\n".join([*whole, "", *(outcome(*one) for one in damaged())]) + "\n"
