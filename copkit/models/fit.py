"""Fit plain data to a record, field by field: what can be read is kept, what cannot is reported and laid aside.

This is the slow, careful path. It runs only for a record that does not fit as it stands, so that every problem
in it is told at once, each at its own place and in our own words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from msgspec import inspect as kinds

from copkit.dates import Read, read_clock, read_date, read_month
from copkit.findings import Severity
from copkit.models.base import MOST
from copkit.models.words import in_order

Path = tuple[str | int, ...]

HIDDEN = frozenset({"contact", "special", "opinion"})
"""Classes of personal data whose values no message repeats."""

_YES = frozenset({"y", "true", "on", "1"})
_NO = frozenset({"n", "false", "off", "0"})
_NUMBER = re.compile(r"0*([0-9]+)(?:\.0+)?(?: *(?:minutes?|mins?|m|people|persons?|tables?))?", re.IGNORECASE)
_DECIMAL = re.compile(r"0*([0-9]+(?:\.[0-9]+)?)")
_MOST_DIGITS = 20


class Misfit(Exception):
    """A value that its field cannot hold. `code` is the check that reports it."""

    def __init__(self, code: str, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.fix = code, message, fix


@dataclass(slots=True)
class Remark:
    """Something to say about one place in a record."""

    code: str
    severity: Severity
    path: Path
    message: str
    fix: str = ""


@dataclass(slots=True)
class Fitting:
    """What came of fitting one record: remarks, and where the items of shortened lists come from."""

    remarks: list[Remark] = field(default_factory=list)
    origins: dict[Path, tuple[int, ...]] = field(default_factory=dict)

    def say(self, code: str, severity: Severity, path: Path, message: str, fix: str = "") -> None:
        """Keep a remark; without a code there is nothing more to say."""
        if not code:
            return
        self.remarks.append(Remark(code, severity, path, message, fix))


def did_you_mean(word: str, known: list[str]) -> str:
    """A suggestion for a word that is nearly one of the known ones, or an empty text."""
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.7)
    return f"Did you mean “{near[0]}”?" if near else ""


def fit_record(data: object, record: type, path: Path, fitting: Fitting) -> Any:
    """The data as the record takes it, or None when nothing can be made of it."""
    kind = kinds.type_info(record)
    try:
        return _fit(data, kind, path, fitting, "")
    except Misfit as misfit:
        fitting.say(misfit.code, Severity.ERROR, path, misfit.message, misfit.fix)
        return None


def known_keys(record: type) -> dict[str, kinds.Type]:
    """The keys that a record's YAML may have, with the kind of each value."""
    info = kinds.type_info(record)
    assert isinstance(info, kinds.StructType)
    return {part.encode_name: part.type for part in info.fields if part.encode_name != "x-"}


def _bare(kind: kinds.Type) -> tuple[kinds.Type, dict[str, Any]]:
    """A kind without its descriptions, and what the descriptions said beside the words."""
    extra: dict[str, Any] = {}
    while isinstance(kind, kinds.Metadata):
        extra = {**(kind.extra or {}), **extra}
        kind = kind.type
    return kind, extra


def _fit(value: Any, kind: kinds.Type, path: Path, fitting: Fitting, of: str) -> Any:
    kind, extra = _bare(kind)
    of = extra.get("of", "") or of
    if isinstance(kind, kinds.UnionType):
        kind = _branch(value, kind)
    fitter = next((fitter for form, fitter in _FITTERS.items() if isinstance(kind, form)), None)
    if fitter is None:
        return value
    if extra.get("personal") not in HIDDEN:
        return fitter(value, kind, path, fitting, of)
    said = len(fitting.remarks)
    try:
        return fitter(value, kind, path, fitting, of)
    except Misfit as misfit:
        raise Misfit(misfit.code, _PRIVATE[misfit.code], _EXAMPLES.get(type(kind), "")) from None
    finally:
        for remark in fitting.remarks[said:]:
            if remark.code in _PRIVATE:
                remark.message = _PRIVATE[remark.code]
                remark.fix = remark.fix if remark.fix in _EXAMPLES.values() else ""


_PRIVATE = dict.fromkeys(("REF-06", "REF-11"), "this value does not fit its field") | {
    "REF-07": "This value is read as meant, and is not written in the usual way"
}
"""What is said of a value that no message repeats."""
_EXAMPLES: dict[type, str] = {
    kinds.DateType: "Write a date such as 2026-06-09.",
    kinds.IntType: "Write digits only.",
    kinds.StrType: "Put the text in quotes, on one line.",
}


def _branch(value: Any, union: kinds.UnionType) -> kinds.Type:
    """The part of a union that is meant, told by the shape of the value."""
    wanted: tuple[type, ...] = (kinds.StructType, kinds.DictType, kinds.VarTupleType)
    if isinstance(value, list):
        wanted = (kinds.VarTupleType, kinds.ListType)
    elif isinstance(value, str):
        wanted = (kinds.StrType, kinds.IntType, kinds.FloatType, kinds.DateType, kinds.LiteralType)
    parts = [part for part in union.types if not isinstance(part, kinds.NoneType)]
    return next((part for part in parts if isinstance(_bare(part)[0], wanted)), parts[0])


def _fit_struct(value: Any, kind: kinds.StructType, path: Path, fitting: Fitting, of: str) -> dict[str, Any]:
    parts = {part.encode_name: part for part in kind.fields if part.encode_name != "x-"}
    if not isinstance(value, dict):
        some = ", ".join(list(parts)[:3])
        raise Misfit("REF-11", f"{_shape(value)} stands where fields are expected", f"Write fields such as {some}.")
    fitted: dict[str, Any] = {}
    aside: dict[str, Any] = {}
    for key, item in value.items():
        if key not in parts:
            aside[key] = item
            if not key.startswith("x-"):
                hint = did_you_mean(key, list(parts)) or "Start it with “x-” if it is a field of your own."
                fitting.say(
                    "REF-05", Severity.WARNING, (*path, key), f"“{key}” is not a field that copkit knows", hint
                )
            continue
        try:
            fitted[key] = _fit(item, parts[key].type, (*path, key), fitting, "")
        except Misfit as misfit:
            aside[key] = item
            fitting.say(misfit.code, Severity.ERROR, (*path, key), misfit.message, misfit.fix)
    for part in parts.values():
        if part.required and part.encode_name in aside:
            raise Misfit("", "")  # its value has been told of
        if part.required and part.encode_name not in fitted:
            raise Misfit("REF-11", f"“{part.encode_name}” is missing", f"Add a line “{part.encode_name}: …”.")
    if aside:
        fitted["x-"] = aside
    return fitted


def _fit_list(value: Any, kind: Any, path: Path, fitting: Fitting, of: str) -> list[Any]:
    if isinstance(value, str):
        value = [part.strip() for part in re.split(r"[,;\n]" if of else r"\n", value) if part.strip()]
        fitting.say(
            "REF-07", Severity.INFO, path, f"Read as a list of {len(value)}", "Write each on a line, after “- ”."
        )
    if not isinstance(value, list):
        raise Misfit(
            "REF-11", f"{_shape(value)} stands where a list is expected", "Write each item on a line, after “- ”."
        )
    fitted, kept = [], []
    for index, item in enumerate(value):
        try:
            fitted.append(_fit(item, kind.item_type, (*path, index), fitting, of))
            kept.append(index)
        except Misfit as misfit:
            fitting.say(misfit.code, Severity.ERROR, (*path, index), misfit.message, misfit.fix)
    if len(kept) < len(value):
        fitting.origins[path] = tuple(kept)
    return fitted


def _fit_mapping(value: Any, kind: kinds.DictType, path: Path, fitting: Fitting, of: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Misfit(
            "REF-11", f"{_shape(value)} stands where names and values are expected", "Write “name: value” lines."
        )
    fitted = {}
    for key, item in value.items():
        try:
            name = _fit(key, kind.key_type, (*path, key), fitting, of)
            fitted[name] = _fit(item, kind.value_type, (*path, key), fitting, of)
        except Misfit as misfit:
            fitting.say(misfit.code, Severity.ERROR, (*path, key), misfit.message, misfit.fix)
    return fitted


def _read(value: Any, reader: Callable[[str], Read[Any]], path: Path, fitting: Fitting) -> Any:
    if not isinstance(value, str):
        raise Misfit("REF-06", f"{_shape(value)} stands where one value is expected")
    read = reader(value)
    if read.value is None:
        raise Misfit(
            "REF-06", read.problem, f"{read.fix[:1].upper()}{read.fix[1:].rstrip('.')}." if read.fix else ""
        )
    if read.note:
        fitting.say("REF-07", Severity.INFO, path, read.note)
    return read.value


def _fit_date(value: Any, kind: kinds.Type, path: Path, fitting: Fitting, of: str) -> Any:
    day = _read(value, read_date, path, fitting)
    return day.isoformat()


def _fit_text(value: Any, kind: kinds.StrType, path: Path, fitting: Fitting, of: str) -> str:
    if kind.pattern is not None:
        clock: str = _read(value, read_clock, path, fitting)
        return clock
    if not isinstance(value, str):
        raise Misfit(
            "REF-11", f"{_shape(value)} stands where a text is expected", "Put the text in quotes, on one line."
        )
    return value


def _fit_number(value: Any, kind: Any, path: Path, fitting: Fitting, of: str) -> str:
    whole = isinstance(kind, kinds.IntType)
    what, example = (
        ("a whole number", "Write digits only.") if whole else ("a number", "Write a number such as 3.5.")
    )
    if not isinstance(value, str):
        raise Misfit("REF-11", f"{_shape(value)} stands where {what} is expected", example)
    match = _NUMBER.fullmatch(value.strip()) if whole else _DECIMAL.fullmatch(value.strip())
    if not match:
        raise Misfit("REF-11", f"“{value}” is not {what}", example)
    low, high = int(kind.ge or 0), int(kind.le or MOST)
    if len(match[1]) > _MOST_DIGITS or not low <= float(match[1]) <= high:
        shown = match[1] if len(match[1]) <= _MOST_DIGITS else "This number"
        raise Misfit("REF-11", f"{shown} is out of range", f"Write a number from {low} to {high:,}.")
    if match[1] != value:
        fitting.say("REF-07", Severity.INFO, path, f"Read as {match[1]}; write it so")
    return match[1]


def _fit_choice(value: Any, kind: kinds.LiteralType, path: Path, fitting: Fitting, of: str) -> str:
    choices = in_order(kind.values)
    if not isinstance(value, str):
        raise Misfit("REF-11", f"{_shape(value)} stands where a word is expected", f"Write {_or(choices)}.")
    if value in choices:
        return value
    word = re.sub(r"[\s_-]+", "-", value.strip().casefold())
    if set(choices) == {"yes", "no"}:
        word = "yes" if word in _YES else "no" if word in _NO else word
    if "january" in choices and (month := read_month(word)).value:
        word = choices[month.value - 1]
    if word in choices:
        fitting.say("REF-07", Severity.INFO, path, f"Read as {word}; write it so")
        return word
    if choices == ["Europe/London"]:
        raise Misfit("REF-11", f"“{value}” is not a time zone that copkit keeps", "Write Europe/London.")
    raise Misfit(
        "REF-11",
        f"“{value}” is not one of the words for this field",
        did_you_mean(word, choices) or f"Write {_or(choices)}.",
    )


def _or(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "A set of fields"
    return "A list" if isinstance(value, list) else "A text"


_FITTERS: dict[Any, Callable[..., Any]] = {
    kinds.StructType: _fit_struct,
    kinds.VarTupleType: _fit_list,
    kinds.ListType: _fit_list,
    kinds.DictType: _fit_mapping,
    kinds.DateType: _fit_date,
    kinds.StrType: _fit_text,
    kinds.IntType: _fit_number,
    kinds.FloatType: _fit_number,
    kinds.LiteralType: _fit_choice,
}
