"""Fields of notes that were typed too far right: they stand in `capture:` and look like things that were said."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from copkit.capture.keywords import by_word
from copkit.findings import Finding, Severity
from copkit.models.base import AUDIENCES, Audience
from copkit.models.fields import Shape, fields
from copkit.models.narrowing import narrow, narrowing
from copkit.models.session import Notes
from copkit.patterns import when_used
from copkit.suggest import nearest
from copkit.yamlfile import Document, parse

_KEY = when_used(r"[ \t]*([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|$)")
_FIX = "Begin its line at the left margin, above “capture:”."
_FORMS = {"list": list, "fields": dict, "mapping": dict}


class Misplaced(NamedTuple):
    """A field within the text: its key as typed, the field that it nearly is, and its lines, counted from 0."""

    key: str
    field: str
    lines: range

    def is_for(self, audience: Audience) -> bool:
        """Whether its field may reach an audience; a field of somebody's own is the team's."""
        about = fields(Notes)[self.field].about if self.field else None
        return about is not None and AUDIENCES.index(about.audience) <= AUDIENCES.index(audience)


@cache
def misplaced(capture: str) -> tuple[Misplaced, ...]:
    """The fields in a text of notes: what begins with a word of notes, or has no value as the field's, is none."""
    return tuple(_found(capture.split("\n"))) if ":" in capture else ()


def _found(lines: list[str]) -> Iterator[Misplaced]:
    for at, line in enumerate(lines):
        key = _KEY.match(line)
        if key is None or key[1].casefold() in by_word():
            continue
        field = key[1] if key[1] in fields(Notes) else _nearly(key[1])
        end = _end(lines, at)
        if key[1].startswith("x-") or (field and _is_value(lines[at:end], fields(Notes)[field].shape)):
            yield Misplaced(key[1], field, range(at, end))


@cache
def _nearly(key: str) -> str:
    """The field that was meant; a number or a word by itself is said of many things, and tells none."""
    found = nearest(key, list(fields(Notes)))
    certain = found and (fields(Notes)[found].shape.form in _FORMS or found in narrowing(Notes))
    return found if certain else ""


def _end(lines: list[str], at: int) -> int:
    """The line after a value: what stands further right below its key, or in a list or in brackets."""
    margin, end = len(lines[at]) - len(lines[at].lstrip()), at + 1
    while end < len(lines) and (line := lines[end]).strip():
        if len(line) - len(line.lstrip()) <= margin and not line.lstrip().startswith(("- ", "]", "}")):
            break
        end += 1
    return end


def _is_value(lines: list[str], shape: Shape) -> bool:
    """Whether lines are a field whose value has the field's form: a list, names and values, a word, a number."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    data = parse("".join(f"{line[margin:]}\n" for line in lines), "").data
    value = next(iter(data.values()), None) if isinstance(data, dict) else None
    if (form := _FORMS.get(shape.form)) is not None:
        return isinstance(value, form)
    return isinstance(value, str) and len(value.split()) == 1 and (shape.form != "whole" or value.isdecimal())


def told(document: Document, notes: Notes) -> tuple[Notes, list[Finding]]:
    """The notes as they keep back what a field in their text would, and what is to be said of each field there."""
    numbers, findings, changes = document.block_lines("capture"), [], dict[str, Any]()
    for one in misplaced(notes.capture):
        place = document.where("capture")._replace(line=numbers[min(one.lines.start, len(numbers) - 1)], column=1)
        narrows = one.field in narrowing(Notes)
        read = narrow(changes, one.field, Notes) if narrows else "kept as a note for the team"
        message = f"“{one.key}” is a field, and stands in the text of `capture:`: {read}"
        severity = Severity.ERROR if narrows else Severity.WARNING
        findings.append(Finding("REF-05", severity, place, message, _FIX))
    return notes.but(**changes) if changes else notes, findings
