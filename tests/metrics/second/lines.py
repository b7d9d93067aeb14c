"""The lines of notes, by the grammar that curators are told: a word, a colon, parts between upright strokes."""

import re
from datetime import date, timedelta
from typing import NamedTuple

WORDS = (
    "success", "challenge", "opportunity", "threat", "idea", "decision", "action", "done", "ask", "offer",
    "connect", "question", "answer", "risk", "shift", "quote", "resource", "story", "practice",
)  # fmt: skip
_PLURALS = {f"{word}s": word for word in WORDS} | {"successes": "success", "opportunities": "opportunity"}
_BEGINS = re.compile(r"(?:[-*•]\s*)?(\w+)\s*:\s*(.*)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Line(NamedTuple):
    """A line of notes: its id, its word, its parts, and the id of the line just above it."""

    id: str
    word: str
    parts: tuple[str, ...]
    session: str
    day: date
    place: int
    above: str = ""

    def part(self, place: int) -> str:
        return self.parts[place] if place < len(self.parts) else ""


def lines_of(session: str, on: date, capture: str) -> list[Line]:
    """What a session's notes say, a line each; what continues a line is part of it."""
    found: list[Line] = []
    count: dict[str, int] = {}
    for place, text in enumerate(_joined(capture)):
        begun = _BEGINS.fullmatch(text)
        word = begun[1].casefold() if begun else ""
        word = _PLURALS.get(word, word) if begun else ""
        above = found[-1].id if found and found[-1].place == place - 1 else ""
        if not begun or word not in WORDS:
            continue
        count[word] = count.get(word, 0) + 1
        parts = tuple(part.strip() for part in begun[2].split("|"))
        found.append(Line(f"{session}/{word}/{count[word]}", word, parts, session, on, place, above))
    return found


def _joined(capture: str) -> list[str]:
    joined: list[str] = []
    for text in capture.splitlines():
        if text[:1].isspace() and joined and text.strip():
            joined[-1] += f" {text.strip()}"
        elif text.strip():
            joined.append(text.strip())
    return joined


def by_when(text: str, said_on: date, following: date | None) -> date | None:
    """The day that a promise names: a date, `30 Jun`, `+2w` or `next`; forward from the session."""
    if match := re.fullmatch(r"\+(\d+)w", text):
        return said_on + timedelta(weeks=int(match[1]))
    if text == "next":
        return following
    if match := re.fullmatch(r"(\d{1,2}) (\w{3})", text):
        month = _MONTHS.index(match[2].casefold()) + 1
        typed = date(said_on.year, month, int(match[1]))
        return typed if typed >= said_on else date(said_on.year + 1, month, int(match[1]))
    return date.fromisoformat(text) if text else None


def line_id(text: str) -> str:
    """`2026-05-12/1` is short for the first action."""
    return re.sub(r"^([^/]+)/(\d+)$", r"\1/action/\2", text.strip())
