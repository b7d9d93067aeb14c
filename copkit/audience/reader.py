"""Reads records for an audience: what is for others is emptied, and a text that names somebody is kept back."""

from collections import Counter
from copy import copy
from datetime import date
from operator import is_
from typing import Any, TypeVar

from copkit.audience.days import tells_a_day
from copkit.audience.remarks import uncommented
from copkit.audience.steps import Step, steps
from copkit.audience.withheld import WITHHELD, without_withheld
from copkit.models.base import Audience, Part, Use
from copkit.people.discretion import Discretion

_Part = TypeVar("_Part", bound=Part)


class Reader:
    """Knows an audience, the names that it may not read, and the mailboxes that are nobody's."""

    def __init__(
        self, audience: Audience, names: Discretion | None, mailboxes: tuple[str, ...], kept: Counter[str]
    ) -> None:
        self._audience, self._names, self._mailboxes = audience, names, mailboxes
        self.kept = kept
        """How many texts of each field were kept back so far."""
        self._unlisted: dict[str, date] = {}

    def beside(self, unlisted: dict[str, date]) -> "Reader":
        """The same for records that may tell of sessions which are not to be listed, by their id or their day."""
        other = copy(self)
        other._unlisted = unlisted
        return other

    def record(self, one: _Part) -> _Part:
        """A record or a part of one, as the audience may have it."""
        changes = {}
        for step in steps(type(one), self._audience):
            value = getattr(one, step.name)
            if value is not step.empty and value != step.empty:
                seen = step.empty if self._tells(value, step) else self._value(value, step, one)
                if seen is not value:
                    changes[step.name] = seen
        return one.but(**changes) if changes else one

    def _tells(self, value: Any, step: Step) -> bool:
        """Whether nothing of a value may be had: the field is for others, or it tells of an unlisted session."""
        if step.what == "session":
            return isinstance(value, str) and value in self._unlisted
        return step.what == "empty" or (step.what == "day" and value in self._unlisted.values())

    def _value(self, value: Any, step: Step, within: Part) -> Any:
        if isinstance(value, str):
            return self._read(value, step, within) if step.what == "read" else value
        if isinstance(value, Part):
            return self.record(value)
        if step.what == "session":
            return tuple(one for one in value if one not in self._unlisted) if self._unlisted else value
        if isinstance(value, tuple | list):
            seen = tuple(self._value(one, step, within) for one in value)
            return value if all(map(is_, seen, value)) else without_withheld(seen)
        if isinstance(value, dict):
            return {
                key: self._value(one, step, within) for key, one in value.items() if self._has(key, step, within)
            }
        return value

    def _has(self, key: Any, step: Step, within: Part) -> bool:
        """Whether an entry of a mapping may be had: where its values are texts, so is what it stands under."""
        return step.what != "read" or not isinstance(key, str) or self._read(key, step, within) is not WITHHELD

    def _read(self, text: str, step: Step, within: Part) -> str:
        """A text without remarks, or nothing where it names somebody or tells of an unlisted session."""
        clean = uncommented(text)
        told = bool(self._unlisted) and tells_a_day(clean, self._unlisted.values())
        if not told and not self._names_somebody(clean, step.use):
            return clean
        self.kept[f"{type(within).__name__}.{step.name}"] += 1
        return WITHHELD

    def _names_somebody(self, text: str, use: Use) -> bool:
        if self._names is None:
            return False
        if use:
            return self._names.names_in_full(text)
        for address in self._mailboxes:
            text = text.replace(address, "")
        return self._names.names_somebody(text)
