"""Two curators' notes of one session in one file: names united, what was typed line by line, nothing lost."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from copkit.capture import read_lines
from copkit.editing.merging.sides import Side, Unread, take_apart
from copkit.editing.merging.units import Both, Together, TooMany, together
from copkit.editing.merging.values import Settled, settle
from copkit.yamlfile.decode import decode

_EMPTY = Side({}, (), (), "")


class Merged(NamedTuple):
    """The file, as UTF-8, and what to say of it. Where it is not whole, marks show what a person has to settle."""

    data: bytes
    whole: bool
    said: tuple[str, ...]


def merge_notes(base: bytes | None, yours: bytes, theirs: bytes, path: str) -> Merged:
    """Both versions in one, proved: each line of either is there, or was taken out by one and left by the other.

    Raises `Unread` where one of them cannot be taken apart, or the proof fails: then nothing is settled.
    """
    before = _EMPTY if base is None else take_apart(base, path)
    mine, others = take_apart(yours, path), take_apart(theirs, path)
    try:
        capture = together(before.capture, mine.capture, others.capture)
        rest = together(before.rest, mine.rest, others.rest).units
        keys = _keys(before, mine, others)
    except TooMany:
        raise Unread("it has more lines than anybody types") from None
    open_ones = {name for name, key in keys.items() if not key.whole}
    settled = [line for name, key in keys.items() if name not in open_ones for line in key.lines]
    proof = take_apart(_text([*settled, *rest], capture.units).encode(), path)
    if missing := lost(before, mine, others, proof, open_ones):
        raise Unread(f"“{missing[0]}” would have been lost")
    text = _text([line for key in keys.values() for line in key.lines] + [*rest], capture.units)
    said = [key.said for key in keys.values() if key.said] + _of_capture(capture, text.split("\n"))
    said += [*_renumbered(mine.capture, capture.units), *_of_both_lists(proof), *_encodings(yours, theirs)]
    return Merged(text.encode(), not open_ones, tuple(said))


def lost(base: Side, yours: Side, theirs: Side, result: Side, open_ones: Collection[str]) -> list[str]:
    """What either version has and the result has not, but for what one took out and the other left alone.

    `open_ones` are keys of which both versions stand in the file, between marks.
    """
    missing: list[str] = []
    for one, other in ((yours, theirs), (theirs, yours)):
        away = set(base.capture) - set(other.capture)
        missing += [unit for unit in one.capture if unit.strip() and unit not in {*result.capture, *away}]
        for name in one.keys.keys() - set(open_ones):
            gone = _items(base, name) - _items(other, name)
            missing += sorted(_items(one, name) - _items(result, name) - gone)
    return missing


def _items(side: Side, name: str) -> set[str]:
    key = side.keys.get(name)
    if key is None:
        return set()
    if isinstance(key.value, dict):
        return {f"{name}: {value}" for name, value in key.value.items()}
    return {str(one) for one in (key.value if isinstance(key.value, list) else [key.value])}


def _keys(base: Side, yours: Side, theirs: Side) -> dict[str, Settled]:
    names = dict.fromkeys((*theirs.keys, *yours.keys))
    return {name: settle(name, base.keys.get(name), yours.keys.get(name), theirs.keys.get(name)) for name in names}


def _text(head: Iterable[str], capture: Sequence[str]) -> str:
    lines = [line for unit in capture for line in unit.split("\n")]
    if not lines:
        return "".join(f"{line}\n" for line in head)
    first = next((line for line in lines if line.strip()), "")
    bar = "|2" if first.startswith(" ") else "|"
    body = [f"  {line}" if line else "" for line in lines]
    return "".join(f"{line}\n" for line in (*head, f"capture: {bar}", *body))


def _of_capture(capture: Together, lines: Sequence[str]) -> list[str]:
    return [_said(one, lines) for one in capture.both] + [
        f"gone, since one of you took it out and the other had left it alone: “{unit.strip()}”"
        for unit in capture.gone
        if unit.strip() and unit not in capture.units
    ]


def _said(both: Both, lines: Sequence[str]) -> str:
    places = sorted(lines.index(f"  {unit.split(chr(10))[0]}") + 1 for unit in (*both.yours, *both.theirs))
    return (
        f"lines {places[0]} to {places[-1]}: both of you wrote this anew, and both versions are kept: "
        f"theirs {_quoted(both.theirs)}; yours {_quoted(both.yours)}. Take out what is wrong"
    )


def _quoted(units: Iterable[str]) -> str:
    return ", ".join(f"“{' '.join(unit.split())}”" for unit in units)


def _renumbered(yours: Sequence[str], now: Sequence[str]) -> list[str]:
    """Actions are known by their number, which another's action above them changes."""
    before, after = _actions(yours), _actions(now)
    moved = [f"{before[raw]} is now {after[raw]}" for raw in before if after.get(raw, before[raw]) != before[raw]]
    return [f"actions have new numbers: {', '.join(moved)}"] if moved else []


def _actions(units: Sequence[str]) -> dict[str, int]:
    found = [one for one in read_lines("\n".join(units)) if one.kind == "action"]
    return {one.raw: one.number for one in found}


def _of_both_lists(result: Side) -> list[str]:
    twice = _items(result, "present") & _items(result, "apologies")
    return [f"{name} is in “present” and in “apologies”: take one out" for name in sorted(twice)]


def _encodings(yours: bytes, theirs: bytes) -> list[str]:
    odd = [whose for whose, data in (("yours", yours), ("theirs", theirs)) if decode(data, "").finding]
    return [f"{' and '.join(odd)} had another encoding: it is saved as UTF-8"] if odd else []

