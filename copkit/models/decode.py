"""Turn the plain data of a file into records. Nothing raises; what does not fit is reported and laid aside."""

from functools import cache
from typing import Any, NamedTuple, Protocol

from pydantic import ValidationError

from copkit.findings import Finding, Position, Severity
from copkit.models.fields import Path, fields, shape_at
from copkit.models.kinds import Kind
from copkit.models.narrowing import narrow, not_here, strayed, with_names
from copkit.suggest import did_you_mean


class Text(Protocol):
    """What the reader gives of a file: plain data, and the place of every key."""

    @property
    def data(self) -> Any: ...

    @property
    def findings(self) -> tuple[Finding, ...]: ...

    def where(self, *path: str | int) -> Position: ...

    def empty(self) -> list[Path]: ...


class Decoded(NamedTuple):
    """The records of one file, each with its path in the file; what to say; where shortened lists come from."""

    records: list[tuple[Path, Any]]
    findings: list[Finding]
    origins: dict[Path, tuple[int, ...]]


def decode(text: Text, kind: Kind) -> Decoded:
    """The records of a file: path () for a file of one record, (index,) in a list, (name,) in a mapping."""
    findings = _empty_fields(text, kind) if text.empty() else []
    data = text.data
    if data is None:
        if kind.name in _NEVER_EMPTY and not text.findings:
            findings.append(_empty(text, kind))
        return Decoded([], findings, {})
    if kind.shape == "one":
        items: list[tuple[Path, Any]] = [((), data)]
    elif kind.shape == "list" and isinstance(data, list):
        items = [((index,), item) for index, item in enumerate(data)]
    elif kind.shape == "mapping" and isinstance(data, dict):
        items = [((key,), item) for key, item in data.items()]
    else:
        return Decoded([], [*findings, _wrong_shape(text, kind)], {})
    if kind.shape == "one" and not isinstance(data, dict):
        return Decoded([], [*findings, _wrong_shape(text, kind)], {})
    return _records(text, kind, items, findings)


def _records(text: Text, kind: Kind, items: list[tuple[Path, Any]], findings: list[Finding]) -> Decoded:
    record = kind.record
    validate = record.__pydantic_validator__.validate_python
    records: list[tuple[Path, Any]] = []
    origins: dict[Path, tuple[int, ...]] = {}
    for path, item in items:
        try:
            records.append((path, validate(item, by_alias=True, by_name=False)))
        except ValidationError:
            from copkit.models.loading import load

            loaded = load(item, record)
            for code, severity, place, message, fix in loaded.remarks:
                findings.append(Finding(code, severity, text.where(*path, *place), message, fix))
            origins.update({(*path, *place): kept for place, kept in loaded.origins.items()})
            if loaded.record is not None:
                records.append((path, _kept_back(item, loaded.record)))
    if with_names(record):
        records = [(path, _narrowed(text, path, one, findings)) for path, one in records]
    if kind.shape == "one" and any(one.code == "REF-03" and "`publish`" in one.message for one in text.findings):
        records = [(path, one.but(publish="no")) for path, one in records]
    return Decoded(records, findings, origins)


def _narrowed(text: Text, path: Path, record: Any, findings: list[Finding]) -> Any:
    """A record that keeps back what a field says that stands among the names of one of its mappings."""
    for place in strayed(record):
        field, changes = str(place[-1]), dict[str, Any]()
        message, fix = not_here(field, narrow(changes, field, type(record)))
        findings.append(Finding("REF-05", Severity.ERROR, text.where(*path, *place), message, fix))
        record = record.but(**changes)
    return record


def _kept_back(item: Any, record: Any) -> Any:
    """A record is not to be published where nobody can say what its `publish:` means: `never`, `yes, but not yet`.

    The same holds of a plan, notes or a story where it is written twice.
    """
    typed = item.get("publish") if isinstance(item, dict) else None
    unread = typed not in (None, "") and getattr(record, "publish", "") is None
    return record.but(publish="no") if unread else record


_SHAPES = {
    "one": "Write its fields as “name: value” lines.",
    "list": "Write each item after “- ”.",
    "mapping": "Write each as “id: …”.",
}


def _wrong_shape(text: Text, kind: Kind) -> Finding:
    return Finding("REF-08", Severity.ERROR, text.where(), f"expected {_what(kind)} here", _SHAPES[kind.shape])


_NEVER_EMPTY = frozenset(["community", "initiative", "group", "story", "inquiry", "newsletter", "onboarding"])
"""Kinds of file that say nothing when they are empty; the others have defaults, or may hold nothing yet."""


def _empty(text: Text, kind: Kind) -> Finding:
    message = f"this file is empty: expected {_what(kind)}"
    return Finding("REF-08", Severity.ERROR, text.where(), message, _SHAPES[kind.shape])


def _what(kind: Kind) -> str:
    """A kind of file as it stands in a sentence: a community, an initiative, members."""
    what = kind.title.lower()
    if kind.shape != "one" or what.endswith("s"):
        return what
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _empty_fields(text: Text, kind: Kind) -> list[Finding]:
    """Keys without a value that no record has: most often the rest of a sentence that a comma cut."""
    found = []
    for path in text.empty():
        known = _keys_at(kind, path)
        key = str(path[-1])
        if known is None or key in known or key.startswith("x-"):
            continue
        if " " in key or len(path) > 1:
            found.append(
                Finding(
                    "REF-10",
                    Severity.ERROR,
                    text.where(*path),
                    f"“{key}” is not a field: a comma inside {{ }} has cut a sentence in two",
                    "Put the sentence on its own line, or in quotes.",
                )
            )
        else:
            hint = did_you_mean(key, list(fields(kind.record)))
            found.append(
                Finding(
                    "REF-05", Severity.WARNING, text.where(*path), f"“{key}” is not a field that copkit knows", hint
                )
            )
    return found


@cache
def _keys_at(kind: Kind, path: Path) -> frozenset[str] | None:
    """The keys that may stand beside the last key of a path; None where any key may."""
    steps: Path = path if kind.shape == "one" else path[1:]
    holder = shape_at(kind.record, steps[:-1]) if steps else None
    model = next((one.model for one in holder.either or (holder,) if one.model), None) if holder else None
    return frozenset((*fields(model), *model.gone)) if model else None
