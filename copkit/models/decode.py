"""Turn the plain data of a file into records. Nothing raises; what does not fit is reported and laid aside."""

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import msgspec

from copkit.findings import Finding, Position, Severity
from copkit.models.kinds import Kind

if TYPE_CHECKING:
    from copkit.models.fit import Fitting

Path = tuple[str | int, ...]


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
    record, convert = kind.record, msgspec.convert
    records: list[tuple[Path, Any]] = []
    origins: dict[Path, tuple[int, ...]] = {}
    for path, item in items:
        try:
            records.append((path, convert(item, record, strict=False)))
        except msgspec.ValidationError:
            from copkit.models.fit import Fitting, fit_record

            fitting = Fitting()
            fitted = fit_record(item, record, path, fitting)
            findings.extend(_findings(text, fitting))
            origins.update(fitting.origins)
            if fitted is not None:
                records.append((path, convert(fitted, record, strict=False)))
    return Decoded(records, findings, origins)


def _findings(text: Text, fitting: "Fitting") -> list[Finding]:
    return [
        Finding(remark.code, remark.severity, text.where(*remark.path), remark.message, remark.fix)
        for remark in fitting.remarks
    ]


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
    from copkit.models.fit import did_you_mean, known_keys

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
            hint = did_you_mean(key, list(known_keys(kind.record)))
            found.append(
                Finding(
                    "REF-05", Severity.WARNING, text.where(*path), f"“{key}” is not a field that copkit knows", hint
                )
            )
    return found


@cache
def _about(record: type) -> Any:
    """What msgspec knows of a record: two milliseconds each time it is asked."""
    from msgspec import inspect as kinds

    return kinds.type_info(record)


@cache
def _keys_at(kind: Kind, path: Path) -> frozenset[str] | None:
    """The keys that may stand beside the last key of a path; None where any key may."""
    from msgspec import inspect as kinds

    steps: Path = path if kind.shape == "one" else path[1:]
    if not steps:
        return None
    here: Any = _about(kind.record)
    for step in steps[:-1]:
        here = _inside(here, step)
    here = _plain(here, kinds.StructType)
    return frozenset(part.encode_name for part in here.fields) if isinstance(here, kinds.StructType) else None


def _plain(kind: Any, *wanted: type) -> Any:
    """A kind without descriptions; of a union, the part that is one of the wanted forms."""
    from msgspec import inspect as kinds

    while isinstance(kind, kinds.Metadata):
        kind = kind.type
    if isinstance(kind, kinds.UnionType):
        parts = [_plain(part, *wanted) for part in kind.types]
        return next((part for part in parts if isinstance(part, wanted)), None)
    return kind


def _inside(kind: Any, step: str | int) -> Any:
    from msgspec import inspect as kinds

    kind = _plain(kind, kinds.StructType, kinds.VarTupleType, kinds.DictType)
    if isinstance(kind, kinds.VarTupleType):
        return kind.item_type
    if isinstance(kind, kinds.DictType):
        return kind.value_type
    if isinstance(kind, kinds.StructType):
        return next((part.type for part in kind.fields if part.encode_name == step), None)
    return None
