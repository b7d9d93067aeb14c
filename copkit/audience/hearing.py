"""The lines of a session's notes as one audience may read them, and how many are kept back."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from copkit.audience.circles import circle_of_session, discreet
from copkit.audience.edition import SessionEdition
from copkit.audience.remarks import has_remark, uncommented
from copkit.audience.unread import is_of
from copkit.patterns import when_used
from copkit.people.discretion import Discretion
from copkit.workspace.entries import SHOWN, Said, said
from copkit.workspace.near_misses import is_taken
from copkit.workspace.promises import Ledger

_HEADING = when_used(r"#{1,6} +(.*?)(?: +#+)?")


class Kept(NamedTuple):
    """Lines kept as notes, in the order typed, under the heading that was typed above them."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Hearing:
    """What was typed of a session, read for an audience.

    `lines` are those to print, `every` all that could be read. `held` counts the lines that the public does not
    see, `remarks` those with a remark in `<!-- … -->`, which nobody sees, and `unread` those that could not be
    read, which stay with the team.
    """

    source: SessionEdition
    every: tuple[Said, ...]
    remarks: int
    unread: int = 0

    @cached_property
    def discretion(self) -> Discretion:
        of = self.source
        close = circle_of_session(of.registers, of.files, of.planned, self.every, of.today)
        return discreet(of.registers, close)

    @cached_property
    def lines(self) -> tuple[Said, ...]:
        return self.source.either(lambda: self.every, lambda: tuple(filter(self._is_public, self.every)))

    @property
    def held(self) -> int:
        """How many lines this audience does not see."""
        return len(self.every) - len(self.lines)

    def of(self, kind: str) -> tuple[Said, ...]:
        """The lines of a kind."""
        return tuple(line for line in self.lines if line.kind == kind)

    def text(self, typed: str) -> str:
        """A text of the plan or of a group where this audience may read it."""
        return self.source.either(lambda: typed, lambda: self.discretion.public(typed))

    @cached_property
    def ledger(self) -> Ledger:
        """How actions, asks, offers and questions stand."""
        return self.source.sight.ledger(self.source.registers.register, self.source.today)

    def earlier(self, key: str) -> str:
        """What an action, ask, offer or question of the community says, by its id, where it may be read."""
        return self.text(uncommented(self._earlier.get(key, "")))

    @cached_property
    def _earlier(self) -> dict[str, str]:
        book = self.ledger
        every = {one.id: one.what for one in book.actions}
        every |= {one.id: one.what for one in (*book.asks, *book.offers, *book.questions)}
        return every | {
            line.id: line.what for line in self.every if line.kind in ("action", "ask", "offer", "question")
        }

    def _is_public(self, line: Said) -> bool:
        notes = self.source.planned.notes
        if line.kind == "note":
            allowed = notes is not None and notes.publish == "yes" and not is_taken(line)
        elif line.kind == "quote":
            allowed = shown_of(line) != ""
        else:
            allowed = line.kind != "story"
        typed = [line.what, line.typed_due]
        if line.kind == "quote":
            typed.append(speaker_of(line) if shown_of(line) == "role" and not line.people else "")
        elif line.kind not in ("decision", "risk"):  # there, who has to know is left out and the line stays
            typed.append(line.detail)
        return allowed and not any(self.discretion.names_somebody(text) for text in typed)


def hear(source: SessionEdition) -> Hearing:
    """Read the notes of a session."""
    notes = source.planned.notes
    unread = source.sight.unread(notes) if notes is not None else frozenset()
    lines = [line for line in said(source.files, source.planned, source.names) if not is_of(line, unread)]
    clean = tuple(_without_remarks(line) for line in lines)
    remarks = sum(before is not after for before, after in zip(lines, clean, strict=True))
    return Hearing(source, tuple(line for line in clean if _says_something(line)), remarks, len(unread))


def _says_something(line: Said) -> bool:
    return bool(line.what or line.detail or line.people or line.closes or line.typed_due)


def _without_remarks(line: Said) -> Said:
    """The line without `<!-- … -->`: who types this means it for nobody."""
    if not has_remark(line.entry.text):
        return line
    return line._replace(what=uncommented(line.what), detail=uncommented(line.detail))


def shown_of(line: Said) -> str:
    """What of its speaker a quote may show: `nothing`, `role` or `name`; empty where nobody has said."""
    first = line.detail.partition("|")[0].strip().casefold()
    return first.removesuffix(" only") if first in SHOWN else ""


def speaker_of(line: Said) -> str:
    """Who is named behind a quote, as typed."""
    return line.detail.partition("|")[2].strip() if shown_of(line) else line.detail


def kept(lines: Iterable[Said]) -> tuple[Kept, ...]:
    """Plain notes under the headings that were typed between them (`# …`); minutes from elsewhere by themselves."""
    groups: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        heading = _HEADING.fullmatch(line.what)
        if is_taken(line):
            first, *rest = line.what.split("\n")
            groups += [(first.rstrip(":"), rest), ("", [])]
        elif heading and heading[1].strip():
            groups.append((heading[1], []))
        else:
            groups[-1][1].append(line.what)
    return tuple(Kept(heading, tuple(under)) for heading, under in groups if heading or under)
