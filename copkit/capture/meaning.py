"""What a line of notes promises, asks or links: its parts by name."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.capture.lines import Entry
from copkit.capture.sentence import Known, nobody, read_promise, read_who
from copkit.dates import read_day
from copkit.patterns import when_used

_ENTRY_ID = when_used(r"(\d{4}-\d{2}-\d{2}(?:-[2-9])?)/(?:([a-z]+)/)?(\d{1,3})")


class Promise(NamedTuple):
    """An action: its owner as typed, what, by when, and what is wrong with the date if it could not be read.

    `note` says how a date was read that is written in an unusual way. `said` is true of a sentence without
    strokes, and `several` of one that promises more than one thing.
    """

    owner: str
    what: str
    due: date | None
    typed_due: str = ""
    problem: str = ""
    note: str = ""
    said: bool = False
    several: bool = False


def promise(entry: Entry, session: date, following: date | None, known: Known = nobody) -> Promise:
    """The parts of an `action:` line. A missing owner or date is left empty; nothing is dropped.

    A line without strokes is read as a sentence, in which `known` says who is somebody's name.
    """
    if len(entry.parts) == 1:
        return _said(entry, session, following, known)
    parts = [entry.owner, *entry.parts] if entry.owner else list(entry.parts)
    due, typed, problem, note = None, "", "", ""
    if len(parts) > 1:
        read = read_day(parts[-1], session, following)
        if read.value is not None:
            due, typed, problem, note = read.value, parts.pop(), read.problem, read.note
        elif len(parts) > 2 and parts[-1]:
            typed, problem = parts.pop(), read.problem
        elif not parts[-1]:
            parts.pop()
    owner = parts.pop(0) if len(parts) > 1 else ""
    return Promise(owner, " | ".join(parts), due, typed, problem, note)


def _said(entry: Entry, session: date, following: date | None, known: Known) -> Promise:
    made = read_promise(entry.text, session, following, known)
    read = made.due.read
    owner = entry.owner or made.owner
    return Promise(owner, made.what, read.value, made.due.typed, read.problem, read.note, True, made.several)


@cache
def _and() -> re.Pattern[str]:
    """What stands between the names of a `connect:` line."""
    return re.compile(rf"\s*(?:\+|&|,|\b(?:{lexicon.either('between_people', 'and')})\b)\s*")


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{lexicon.either('sentences', 'about')})\s+", re.IGNORECASE)


def people(entry: Entry) -> tuple[str, ...]:
    """Who is linked by a `connect:` line, as typed."""
    return tuple(name for name in _and().split(linked(entry)[0]) if name)


def linked(entry: Entry) -> tuple[str, ...]:
    """The parts of a `connect:` line; of a sentence, who is linked and what it is about."""
    return entry.parts if len(entry.parts) > 1 else tuple(_about().split(entry.text, maxsplit=1))


def name_spans(raw: str, within: tuple[int, int]) -> list[tuple[int, int]]:
    """Where each name of a `connect:` line stands in what was typed, within the span of its first part."""
    spans, start = [], within[0]
    for match in _and().finditer(raw, *within):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, within[1]))
    return [(first, last) for first, last in spans if last > first]


def who_what(entry: Entry, known: Known = nobody) -> tuple[str, str]:
    """Who asks, offers or tells, and what; in a sentence only somebody who is known."""
    if entry.owner:
        return entry.owner, entry.text
    if len(entry.parts) < 2:
        verbs = {"ask": "wants", "offer": "offers"}.get(entry.kind)
        return read_who(entry.text, verbs, known) if verbs else ("", entry.text)
    return entry.parts[0], " | ".join(entry.parts[1:])


def entry_id(text: str) -> str:
    """The id of a line of notes in its usual form, `2026-06-09/1` for an action; empty for what is none."""
    match = _ENTRY_ID.fullmatch(text.strip().lower())
    return _usual(match) if match else ""


def closes(entry: Entry) -> tuple[str, str]:
    """What a `done:` or `answer:` line closes, by its id in the usual form, and the result."""
    match = _ENTRY_ID.match(entry.parts[0].lower())
    if match is None:
        return "", entry.text
    rest = entry.parts[0][match.end() :].strip(" -–:")
    return _usual(match), " | ".join(part for part in (rest, *entry.parts[1:]) if part)


def _usual(match: re.Match[str]) -> str:
    session, kind, number = match.groups()
    return f"{session}/{int(number)}" if kind in (None, "action") else f"{session}/{kind}/{int(number)}"
