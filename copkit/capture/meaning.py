"""What a line of notes promises, asks or links: its parts by name."""

import re
from datetime import date
from typing import NamedTuple

from copkit.capture.lines import Entry
from copkit.capture.when import read_due

_AND = re.compile(r"\s*(?:\+|&|,|\band\b)\s*")
_ACTION_ID = re.compile(r"(\d{4}-\d{2}-\d{2}(?:-[2-9])?)/(?:action/)?(\d{1,3})")


class Promise(NamedTuple):
    """An action: its owner as typed, what, by when, and what is wrong with the date if it could not be read."""

    owner: str
    what: str
    due: date | None
    typed_due: str = ""
    problem: str = ""


def promise(entry: Entry, session: date, following: date | None) -> Promise:
    """The parts of an `action:` line. A missing owner or date is left empty; nothing is dropped."""
    parts = list(entry.parts)
    due, typed, problem = None, "", ""
    if len(parts) > 1:
        read = read_due(parts[-1], session, following)
        if read.value is not None:
            due, typed = read.value, parts.pop()
        elif len(parts) > 2 and parts[-1]:
            typed, problem = parts.pop(), read.problem
        elif not parts[-1]:
            parts.pop()
    owner = parts.pop(0) if len(parts) > 1 else ""
    return Promise(owner, " | ".join(parts), due, typed, problem)


def people(entry: Entry) -> tuple[str, ...]:
    """Who is linked by a `connect:` line, as typed."""
    return tuple(name for name in _AND.split(entry.parts[0]) if name)


def who_what(entry: Entry) -> tuple[str, str]:
    """Who asks, offers or tells, and what. Without a `|` nobody is named."""
    if len(entry.parts) < 2:
        return "", entry.text
    return entry.parts[0], " | ".join(entry.parts[1:])


def closes(entry: Entry) -> tuple[str, str]:
    """The action that a `done:` line closes, in its short form, and the result."""
    match = _ACTION_ID.match(entry.parts[0])
    if match is None:
        return "", entry.text
    rest = entry.parts[0][match.end() :].strip(" -–:")
    return f"{match[1]}/{match[2]}", " | ".join(part for part in (rest, *entry.parts[1:]) if part)
