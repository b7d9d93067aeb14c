"""Write names as ids and dates in full in lines of notes: every other byte stays, and that is proved."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from copkit.capture import name_spans, part_spans
from copkit.editing.refused import Refused
from copkit.people.company import Company
from copkit.workspace import CommunityFiles, Session
from copkit.workspace.entries import Said, said, said_in
from copkit.yamlfile.marks import Lines

_BOM = b"\xef\xbb\xbf"


class _Edit(NamedTuple):
    """Replace what stands from `start` to `end` in the text."""

    start: int
    end: int
    new: str


def tidied(
    data: bytes, community: CommunityFiles, session: Session, names: Company, agreed: Collection[str] = ()
) -> bytes:
    """The bytes of a notes file with names and dates of its capture lines written out.

    Lines that stand in `agreed`, without their indent, are left as they are. Raises `Refused` for a file that is
    not UTF-8, and where the outcome would not mean the same.
    """
    document = community.files.origin(session.notes).document
    mark = _BOM if data.startswith(_BOM) else b""
    text = document.text
    if mark + text.encode("utf-8", "surrogatepass") != data:
        fix = "Save it as UTF-8 first."
        raise Refused("only notes that are UTF-8 can be tidied; nothing was written", fix=fix)
    lines = Lines.of(text)
    before = said(community, session, names)
    edits = [edit for line in before for edit in _edits(line, names, lines, agreed)]
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    new = mark + text.encode()
    after = said_in(new, community, session, names) if edits else before
    if [_sense(line) for line in before] != [_sense(line) for line in after]:
        raise Refused("the notes would not mean the same; nothing was written", fix="Write the ids by hand.")
    return new


def _edits(line: Said, names: Company, lines: Lines, agreed: Collection[str]) -> Iterator[_Edit]:
    """What to write anew in one line, where it stands on one line of the file."""
    number = line.position.line
    raw = line.entry.raw
    typed = lines.line(number)
    start = typed.find(raw)
    if line.last != number or start < 0 or typed.strip() in agreed:
        return
    base = lines.starts[number - 1] + start
    for first, last, new in _replacements(line, raw, names):
        if raw[first:last] != new:
            yield _Edit(base + first, base + last, new)


def _replacements(line: Said, raw: str, names: Company) -> Iterator[tuple[int, int, str]]:
    spans = part_spans(raw)
    if len(line.entry.parts) == 1 and line.kind in ("action", "ask", "offer"):
        yield from _in_parts(line, raw)
        return
    if line.kind in ("action", "ask", "offer", "story") and line.owner.id:
        yield (*spans[0], line.owner.id)
    if line.kind == "connect":
        for first, last in name_spans(raw, spans[0]):
            if found := names.find(raw[first:last]).id:
                yield first, last, found
    if line.kind == "action" and line.due is not None and line.sure:
        for first, last in spans[1:]:
            if raw[first:last] == line.typed_due:
                yield first, last, line.due.isoformat()


def _in_parts(line: Said, raw: str) -> Iterator[tuple[int, int, str]]:
    """A sentence that was read without a doubt, with strokes between its parts."""
    if len(line.people) != 1 or not line.owner.id or not line.sure or "|" in line.what:
        return
    due = [line.due.isoformat()] if line.due else []
    new = " | ".join([f"{line.kind}: {line.owner.id}", line.what, *due])
    yield len(raw) - len(raw.lstrip()), len(raw.rstrip()), new


def _sense(line: Said) -> tuple[object, ...]:
    """What a line means, without the words in which it says so."""
    people = [named.id or named.typed for named in line.people]
    return line.id, line.position.line, people, line.what, line.due, line.closes, re.sub(r"\s+", " ", line.detail)
