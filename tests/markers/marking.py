"""Markers: a token for each text of each record, that says in which field it stands and who may see it."""

import re
from typing import Any, NamedTuple

from copkit.models import answers as answered
from copkit.models.base import AUDIENCES, Audience, Part
from copkit.models.fields import HELD_BACK, Field, Shape, fields
from copkit.models.kinds import KINDS, Kind
from tests.markers.naming import lines_naming

TOKEN = re.compile(r"zq\d{5}qz", re.IGNORECASE)
FIELD, UNLISTED, NAMED = "its field", "an unlisted session", "names somebody without consent"
KEPT, UNTOLD = "a story kept for members", "a story without consent"
OWN, UNREAD, AGREED = "a field of their own", "a line that could not be read", "all may see it"
"""Why a marker is for whom it is for."""
MEANT = {
    "Programme.private_dir": "a folder", "Programme.workspace": "a part of every UID", "Programme.logo": "a file",
    "Partner.logo": "a file",
    "Community.id": "a folder", "Plan.serves": "a question of the learning agenda",
    "Term.name": "what it is asked by", "Neighbour.shared_themes": "compared with our tags",
    "CalendarEntry.communities": "compared with ours",
    "Domain.in_scope": "compared with a neighbour's themes", "Community.tags": "compared with a neighbour's themes",
    "Issued.uid": "what calendars know an entry by", "Issued.start": "a time", "Issued.end": "a time",
    "Held.start": "a time", "Held.end": "a time",
    "Issued.digest": "compared with what is seen now",
    "HealthRule.label": "one of a metric's figures", "Rhythm.pattern": "days of a month",
    "Rhythm.every": "a number of weeks", "Rhythm.zones": "time zones",
}  # fmt: skip
"""Texts that copkit compares or reads as something else: with a marker in them they would mean another thing."""
AS_SAID = ("Update.result",)
"""What came of an action is shown as what was said is: to all, unless it names somebody."""
LEFT_OUT = ("Plan.moved_because", "Plan.moves", "Plan.link", "Community.design_group", "Community.objective",
            "Update.result")  # fmt: skip
"""Filled in one plan alone, or where they are typed: with them every invitation is a notice of a change."""
SPOKEN = ("success", "challenge", "idea", "decision", "question", "practice", "shift", "opportunity", "threat")
"""Lines of notes that the public sees where they name nobody."""


class Marker(NamedTuple):
    """A token, the field in which it stands, its file, the widest audience that may see it, and why."""

    token: str
    field: str
    file: str
    audience: Audience
    why: str = FIELD

    def is_for(self, audience: Audience) -> bool:
        """Whether an audience may see it."""
        return AUDIENCES.index(audience) >= AUDIENCES.index(self.audience)


class Planter:
    """Puts markers into records, file by file, and keeps the list of them."""

    def __init__(self, agreed: frozenset[str]) -> None:
        """`agreed` are people whose job all may see, since they tell a story by their role."""
        self.markers: dict[str, Marker] = {}
        self._agreed = agreed
        self.open("")

    def open(
        self, file: str, *, names: str = "", least: Audience = "public", why: str = FIELD, whole: bool = True
    ) -> None:
        """What follows stands in this file: its texts name somebody, or it is for fewer than its fields say."""
        self._file, self._names, self._whole = file, names, whole
        self._least, self._why = least, why

    def mark(self, field: str, audience: Audience, why: str = FIELD) -> str:
        """A new token for a field, for an audience or for fewer."""
        token = f"zq{len(self.markers):05}qz"
        if narrower(audience, self._least) != audience:
            audience, why = self._least, self._why
        self.markers[token] = Marker(token, field, self._file, audience, why)
        return token

    def records(self, kind: Kind, data: Any) -> Any:
        """What a file of a kind holds, each text of it marked."""
        if kind.shape == "one":
            return self.record(data, kind.record, "public")
        if kind.shape == "list":
            return [self.record(one, kind.record, "public") for one in data]
        made = {key: self.record(one, kind.record, "public") for key, one in data.items()}
        if kind.name == "people":
            self._free(made[who]["job"] for who in sorted(self._agreed & made.keys()))
        return made

    def answers(self, text: str, model: str) -> str:
        """A table of answers to a form: what was written in them is marked."""
        audiences = {key: field.about.audience for key, field in _texts(getattr(answered, model))}
        head, *rows = [line.split(",") for line in text.splitlines()]
        for row in rows:
            for at, column in enumerate(head[: len(row)]):
                if column in audiences:
                    row[at] += " " + self.mark(f"{model}.{column}", audiences[column])
        return "".join(",".join(row) + "\n" for row in (head, *rows))

    def record(self, data: dict[str, Any], model: type[Part], audience: Audience) -> dict[str, Any]:
        """A record with every text marked, those left out as well, and a field that copkit does not know."""
        made = dict(data)
        for key, field in fields(model).items():
            name, seen = f"{model.__name__}.{field.name}", narrower(audience, field.about.audience)
            if key in data:
                made[key] = self._value(data[key], field.shape, name, seen)
            elif self._wanted(name) and (new := self._new(field.shape, name, seen)) is not None:
                made[key] = new
        made["x-own"] = self.mark(f"{model.__name__}.x-own", "team", OWN)
        return made

    def _wanted(self, name: str) -> bool:
        return not name.endswith(".accept") and (self._whole or name not in LEFT_OUT)

    def _value(self, data: Any, shape: Shape, name: str, audience: Audience) -> Any:
        """What was typed, with a marker behind each text."""
        shape = shape.for_value(data)
        if name == "Notes.capture":
            return "\n".join((*map(self._line, data.splitlines()), *self._lines_that_name()))
        if (name == "Plan.agenda" and shape.form == "text") or not _free_text(name, shape):
            return data
        if shape.model is not None and isinstance(data, dict):
            return self.record(data, shape.model, audience)
        if shape.form == "list" and isinstance(data, list):
            return [self._value(one, shape.of[0], name, audience) for one in data]
        if shape.form == "mapping" and isinstance(data, dict):
            return {key: self._value(one, shape.of[1], name, audience) for key, one in data.items()}
        if shape.form == "text" and isinstance(data, str):
            joint = "/" if data.startswith("http") else " " if " " in data else "-"
            return f"{data}{joint}{self._text(name, audience, joint)}"
        return data

    def _new(self, shape: Shape, name: str, audience: Audience) -> Any:
        """What may stand in a field that was left out, made of markers; None where that has no text."""
        shape = next((one for one in shape.either if one.form != "text"), shape)
        if not _free_text(name, shape):
            return None
        if shape.form == "text":
            return self._text(name, audience, " ")
        if shape.model is not None:
            needed = {key: _plain(one.shape) for key, one in fields(shape.model).items() if one.required}
            return self.record({key: one for key, one in needed.items() if one}, shape.model, audience)
        if shape.form == "list":
            item = self._new(shape.of[0], name, audience)
            return None if item is None else [item]
        if shape.form == "mapping" and {one.form for one in shape.of} == {"text"}:
            return {self.mark(name, audience): self.mark(name, audience)}
        return None

    def _text(self, name: str, audience: Audience, joint: str) -> str:
        audience = "public" if name in AS_SAID else audience
        if not self._names or joint != " ":
            return self.mark(name, audience)
        why = NAMED if audience == "public" else FIELD
        return f"{self._names} {self.mark(name, narrower(audience, 'members'), why)}"

    def _line(self, line: str) -> str:
        """A line of notes with a marker behind its first words: what follows may be a name, a day or a tag."""
        keyword, colon, rest = line.partition(": ")
        said, bar, more = rest.partition(" | ")
        if not colon or keyword not in SPOKEN:
            return line
        return f"{keyword}: {said} {self.mark('Notes.capture', 'public')}{bar}{more}"

    def _lines_that_name(self) -> list[str]:
        """A line of each kind that names somebody, where texts are to do so."""
        if not self._names:
            return []
        marked = [f"{word}: {self._names} saw {self.mark('Notes.capture', 'members', NAMED)}" for word in SPOKEN]
        return [*marked, *lines_naming(self._names)]

    def _free(self, jobs: Any) -> None:
        for job in jobs:
            for token in tokens_in(job):
                self.markers[token] = self.markers[token]._replace(audience="public", why=AGREED)


def every_model() -> list[type[Part]]:
    """Every model that a kind of file holds, those within others as well, and the answers to forms."""
    found = dict.fromkeys([*(kind.record for kind in KINDS.values()), answered.Answer, answered.FollowUp])
    todo: list[type[Part]] = list(found)
    while todo:
        shapes = [field.shape for field in fields(todo.pop()).values() if field.name not in HELD_BACK]
        within = [part for shape in shapes for part in shape.parts()]
        todo += [part for part in within if part not in found]
        found |= dict.fromkeys(within)
    return list(found)


def every_field() -> dict[str, Field]:
    """Every field of every model, as Model.field."""
    each = [(model, field) for model in every_model() for field in fields(model).values()]
    return {f"{model.__name__}.{field.name}": field for model, field in each if field.name not in HELD_BACK}


def bears_markers(name: str, field: Field) -> bool:
    """Whether words stand in a field itself: dates, numbers, choices, ids and parts have no room for a marker."""
    leads = field.about.of or field.about.personal == "name"
    return name not in MEANT and not leads and _has_words(field.shape) and not any(field.shape.parts())


def _has_words(shape: Shape) -> bool:
    return shape.form == "text" or any(map(_has_words, shape.of[-1:]))


def tokens_in(text: str) -> set[str]:
    """Every marker that can be read in a text."""
    return {one.lower() for one in TOKEN.findall(text)}


def narrower(one: Audience, other: Audience) -> Audience:
    """The narrower of two audiences."""
    return max(one, other, key=AUDIENCES.index)


def _free_text(name: str, shape: Shape) -> bool:
    """Whether a field holds words, and not what leads to something else: an id, a name, a file."""
    leads = shape.about.of or shape.about.personal == "name"
    return name not in MEANT and (not leads or any(shape.parts()))


def _texts(model: type[Part]) -> list[tuple[str, Field]]:
    return [(key, field) for key, field in fields(model).items() if field.shape.form == "text"]


def _plain(shape: Shape) -> Any:
    """The simplest value of a shape that has no text."""
    plain = {"date": "2026-11-10", "clock": "10:00", "whole": str(max(shape.low, 3)), "decimal": "3"}
    return shape.words[0] if shape.form == "choice" else plain.get(shape.form)
