"""Says a field of a record, and what stands in it, in words for the person whom it is about."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from copkit import lexicon
from copkit.dates import say_date
from copkit.models.base import NO_ENTRIES, Part
from copkit.models.fields import Field, fields
from copkit.models.programme import Organisation
from copkit.patterns import when_used
from copkit.people.mentions import Company, Seeker
from copkit.people.others import SOMEBODY, without_others
from copkit.workspace.typed import names_people

say = lexicon.Words("privacy_export")
_OTHERS = when_used(rf"{re.escape(SOMEBODY)}(?:[,;] {re.escape(SOMEBODY)})+")
_SUBJECTS = ("who", "asked_by", "by", "speaker")


class Wording:
    """Says values and fields; names of others are taken out."""

    def __init__(
        self, seeker: Seeker, company: Company, organisations: Mapping[str, Organisation] = NO_ENTRIES
    ) -> None:
        self.seeker, self._company, self._organisations = seeker, company, organisations

    def sentence(self, part: Part, field: Field, value: str, **slots: object) -> str:
        """What the language has for the field, else its description before what stands in it."""
        own = told(part).get(field.key)
        return self.plainly(field, value) if own is None else own.format_map({"value": value, **slots})

    @staticmethod
    def plainly(field: Field, value: str) -> str:
        """A field's description before what stands in it."""
        return say("field", what=field.about.description.replace("`", "").rstrip("."), value=value)

    def facts(self, part: Part) -> Iterator[tuple[Field, str]]:
        """Each field in which something stands, with it in words; not whom the part is about."""
        but = subjects(type(part))
        for field in fields(type(part)).values():
            value = getattr(part, field.name)
            if field.name not in ("extra", *but) and (value or (value == 0 and field.default != 0)):
                yield field, self.said(self._named(field, value))

    def _named(self, field: Field, value: Any) -> Any:
        """An organisation by its name; anything else as it is."""
        if field.about.of == "organisation" and isinstance(value, str) and value in self._organisations:
            return self._organisations[value].name or value
        return value

    def extra(self, part: Part) -> Iterator[str]:
        """What was noted beside the fields."""
        for key, value in part.extra.items():
            yield say("field", what=self.plain(key), value=self.said(value))

    def said(self, value: Any) -> str:
        """A value in words: dates as they are read, lists and parts in one line."""
        if isinstance(value, date):
            return say_date(value)
        if isinstance(value, tuple | list):
            return "; ".join(map(self.said, value))
        if isinstance(value, dict):
            pairs = ((self.plain(key.replace("-", " ")), self.said(one)) for key, one in value.items())
            return "; ".join(f"{key}: {one}" for key, one in pairs)
        return self.short(value) if isinstance(value, Part) else self.plain(str(value)).rstrip(".")

    def short(self, part: Part) -> str:
        """A part in one line, a word before each thing."""
        facts = (
            text if field.key == "id" else f"{field.key.replace('_', ' ')}: {text}"
            for field, text in self.facts(part)
        )
        return ", ".join((*facts, *(f"{self.plain(key)}: {self.said(one)}" for key, one in part.extra.items())))

    def plain(self, text: str) -> str:
        """A text in one line, without the names of others."""
        return _counted(without_others(" ".join(text.split()), self.seeker, self._company))


def _counted(text: str) -> str:
    """A text in which several others one after another are counted, so that it can be read."""
    return _OTHERS.sub(lambda run: say("others", number=run[0].count(SOMEBODY)), text)


def told(part: Part) -> dict[str, str]:
    """The sentences that the language has for the fields of a part."""
    found: Any = say.table("facts").get(type(part).__name__, {})
    return dict(found)


def subjects(model: type[Part]) -> tuple[str, ...]:
    """The fields in which a part says whom it is about, or who speaks in it."""
    own = fields(model)
    return tuple(key for key in _SUBJECTS if key in own and names_people(own[key]))
