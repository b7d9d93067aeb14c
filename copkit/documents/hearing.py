"""The lines of a session's notes as one audience may read them, and how many are kept back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from copkit.documents.circle import circle_of
from copkit.documents.discretion import Discretion
from copkit.documents.source import Source
from copkit.workspace.entries import SHOWN, Said, said
from copkit.workspace.promises import Ledger, ledger

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_PART_OF_REMARK = re.compile(r"<!--.*\Z|\A.*?-->", re.DOTALL)
_HEADING = re.compile(r"#{1,6} +(.*?)(?: +#+)?")


class Kept(NamedTuple):
    """Lines kept as notes, in the order typed, under the heading that was typed above them."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Hearing:
    """What was typed of a session, read for an audience.

    `lines` are those to print, `every` all of them. `held` counts the lines that the public does not see, and
    `remarks` those with a remark in `<!-- … -->`, which nobody sees.
    """

    source: Source
    every: tuple[Said, ...]
    remarks: int

    @cached_property
    def discretion(self) -> Discretion:
        return Discretion(circle_of(self.source, self.every))

    @cached_property
    def lines(self) -> tuple[Said, ...]:
        if not self.source.public:
            return self.every
        return tuple(line for line in self.every if self._is_public(line))

    @property
    def held(self) -> int:
        """How many lines this audience does not see."""
        return len(self.every) - len(self.lines)

    def of(self, kind: str) -> tuple[Said, ...]:
        """The lines of a kind."""
        return tuple(line for line in self.lines if line.kind == kind)

    def text(self, typed: str) -> str:
        """A text of the plan or of a group where this audience may read it."""
        return self.discretion.public(typed) if self.source.public else typed

    @cached_property
    def ledger(self) -> Ledger:
        """How actions, asks, offers and questions stand."""
        return ledger(self.source.community, self.source.shared.register, self.source.today)

    @cached_property
    def earlier(self) -> dict[str, str]:
        """What each action, ask, offer and question of the community says, by its id, where it may be read."""
        book = self.ledger
        every = {one.id: one.what for one in book.actions}
        every |= {one.id: one.what for one in (*book.asks, *book.offers, *book.questions)}
        every |= {line.id: line.what for line in self.every if line.kind in ("action", "ask", "offer", "question")}
        return {key: self.text(uncommented(what)) for key, what in every.items()}

    def _is_public(self, line: Said) -> bool:
        notes = self.source.session.notes
        if line.kind == "note":
            allowed = notes is not None and notes.publish == "yes"
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


def hear(source: Source) -> Hearing:
    """Read the notes of a session."""
    names = source.community.company(source.shared.register)
    lines = said(source.community, source.session, names)
    clean = tuple(_without_remarks(line) for line in lines)
    remarks = sum(before is not after for before, after in zip(lines, clean, strict=True))
    return Hearing(source, tuple(line for line in clean if _says_something(line)), remarks)


def _says_something(line: Said) -> bool:
    return bool(line.what or line.detail or line.people or line.closes or line.typed_due)


def _without_remarks(line: Said) -> Said:
    """The line without `<!-- … -->`: who types this means it for nobody."""
    if not _REMARK.search(line.entry.text):
        return line
    return line._replace(what=uncommented(line.what), detail=uncommented(line.detail))


def uncommented(text: str) -> str:
    """A text without remarks, and without the part of one that a `|` cut through."""
    if "-->" not in text and "<!--" not in text:
        return text
    return _PART_OF_REMARK.sub("", _REMARK.sub("", text)).strip()


def shown_of(line: Said) -> str:
    """What of its speaker a quote may show: `nothing`, `role` or `name`; empty where nobody has said."""
    first = line.detail.partition("|")[0].strip().casefold()
    return first.removesuffix(" only") if first in SHOWN else ""


def speaker_of(line: Said) -> str:
    """Who is named behind a quote, as typed."""
    return line.detail.partition("|")[2].strip() if shown_of(line) else line.detail


def kept(lines: Iterable[Said]) -> tuple[Kept, ...]:
    """Plain notes under the headings that were typed between them (`# …`)."""
    groups: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        heading = _HEADING.fullmatch(line.what)
        if heading and heading[1].strip():
            groups.append((heading[1], []))
        else:
            groups[-1][1].append(line.what)
    return tuple(Kept(heading, tuple(under)) for heading, under in groups if heading or under)
