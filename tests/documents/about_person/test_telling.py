"""“This is all” is true: a value in each personal field that the models declare is told, with its place."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml

from copkit.documents.about_person import about
from copkit.documents.about_person.wording import say, subjects
from copkit.models.fields import HELD_BACK, Field, Shape, deep, fields
from copkit.models.kinds import KINDS, Kind
from copkit.models.programme import Contact
from copkit.people.mentions import Seeker
from copkit.workspace import Folder, load
from copkit.workspace.places import Files
from tests.shell import copkit, first_community

WHO = "jo.ng"
NUMBERS = count(1)
BESIDE = {"Segment": {"minutes": 5}, "TeamMember": {"role": "convenor"}, "Affiliation": {"id": "zz"}}
"""What a part must have before it loads."""
FILLED = {"COMMUNITY": "heart", "SESSION": "2026-06-09", "YEAR": "2026-27", "WEEK": "2026-W10"}
NO_SUBJECT = {"notes: capture": "told line by line: tests/documents/about_person/test_lines.py"}


def personal() -> Iterator[tuple[Kind, tuple[str, ...], Field]]:
    """Every field of every kind of file that holds something about a person."""
    for kind in KINDS.values():
        for path, field in deep(kind.record):
            about_people = field.about.personal or field.about.of in ("person", "lead")
            told_elsewhere = f"{kind.name}: {path[-1]}" in NO_SUBJECT or _has_parts(field)
            if about_people and not told_elsewhere and not set(path) & set(HELD_BACK):
                yield kind, path, field


def _has_parts(field: Field) -> bool:
    return any(True for _ in field.shape.parts())


def _value(field: Field) -> Any:
    """Something that may stand in a field, unlike what stands in any other where its form allows it."""
    shape = field.shape
    if field.about.of in ("person", "lead") or (field.about.personal == "name" and shape.form != "text"):
        return _shaped(shape, WHO)
    if field.key in ("confirmed_by",):
        return WHO
    return _shaped(shape, None)


def _shaped(shape: Shape, text: str | None) -> Any:
    number = next(NUMBERS)
    if shape.form == "list":
        return [_shaped(shape.of[0], text)]
    if shape.form == "mapping":
        return {(WHO if text is None else "1"): _shaped(shape.of[1], text)}
    if shape.form == "choice":
        return shape.words[0]
    if shape.form == "date":
        return (date(2020, 1, 1) + timedelta(days=number)).isoformat()
    if shape.form in ("whole", "decimal"):
        return max(shape.low, 2)
    return text or f"zq{number}"


def _planted(kind: Kind, path: tuple[str, ...], field: Field) -> dict[str, Any]:
    """A record of a kind with a value in one field, and whom it is about where it must say so."""
    inner, about_them = _value(field), False
    for depth in range(len(path) - 1, -1, -1):
        model, own = _model_at(kind, path[:depth]), fields(_model_at(kind, path[:depth]))
        beside = dict(BESIDE.get(model.__name__, {}))
        them = dict.fromkeys(subjects(model), WHO)
        if them and not about_them and field.about.of not in ("person", "lead"):
            about_them, beside = True, beside | them
        elif "who" in own and own["who"].required:
            beside |= {"who": "sam.reid"}
        inner = {**beside, path[depth]: inner}
        if depth and (outer := _field_at(kind, path[:depth])).shape.form != "fields":
            inner = [inner] if _is_list(outer.shape) else {"build": inner}
    found: dict[str, Any] = inner
    return found


def _is_list(shape: Shape) -> bool:
    return shape.form == "list" or any(one.form == "list" for one in shape.either)


def _field_at(kind: Kind, path: tuple[str, ...]) -> Field:
    return dict(deep(kind.record))[path]


def _model_at(kind: Kind, path: tuple[str, ...]) -> Any:
    return next(iter(_field_at(kind, path).shape.parts())) if path else kind.record


def _told(kind: Kind, path: tuple[str, ...], field: Field, folder: Path) -> tuple[str, set[int], str]:
    """The facts that are told of a record, the lines that they tell, and the file that it stands in."""
    record = _planted(kind, path, field)
    where = kind.path
    for word, filled in {**FILLED, "ID": WHO if "onboarding" in where else "one"}.items():
        where = where.replace(word, filled)
    data: Any = [record] if kind.shape == "list" else {WHO: record} if kind.shape == "mapping" else record
    text = yaml.safe_dump(data, sort_keys=False)
    people = f"{WHO}:\n  name: Jo Ng\nsam.reid:\n  name: Sam Reid\n"
    base = {
        "communities/programme/people.yaml": people,
        "communities/heart/community.yaml": "name: Heart\n",
        "communities/heart/sessions/2026-06-09.yaml": "theme: Beds\n",
    }
    for name, written in {**base, where: text}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(written, encoding="utf-8")
    workspace, private = load(Folder(folder)), Files()
    if kind.name == "own-onboarding":
        private.load(where, text.encode(), kind)
    addresses = Contact(**record) if kind.name == "contacts" else None
    seeker = Seeker(WHO, workspace.shared.register)
    facts = list(about(workspace, private, addresses, seeker, {where}))
    lines = {place.line for one in facts for place in one.places if place.path == where}
    return "\n".join(one.text for one in facts), lines, text


@cache
def _fields() -> tuple[tuple[Kind, tuple[str, ...], Field], ...]:
    return tuple(personal())


@pytest.mark.parametrize("kind", sorted({kind.name for kind, _, _ in _fields()}))
def test_what_stands_in_each_personal_field_is_told(kind: str, tmp_path: Path) -> None:
    lost = []
    for index, (one, path, field) in enumerate(_fields()):
        if one.name != kind:
            continue
        said, lines, text = _told(one, path, field, tmp_path / str(index))
        value = next((word for word in text.split() if word.startswith("zq")), "")
        line = next((n for n, typed in enumerate(text.splitlines(), 1) if path[-1] in typed), 0)
        told = {line, line + 1} & lines or one.name == "contacts"
        if not told or value not in said or not said:
            lost.append((": ".join(path), text, said, lines))
    assert lost == []


def test_every_field_that_names_people_has_a_sentence_of_its_own() -> None:
    lost = []
    for kind, path, field in _fields():
        model = _model_at(kind, path[:-1]).__name__
        own: Any = say.table("facts").get(model, {})
        of_a_whole = "whole" in own or model == "Teller"  # a story is its teller's
        if field.about.of in ("person", "lead") and field.key not in own and not of_a_whole:
            lost.append(f"{model}.{field.key}")
    assert lost == []


def test_every_kind_of_file_has_a_heading() -> None:
    assert set(say.table("headings")) >= set(KINDS)


def test_in_ones_own_entry_whoever_is_named_is_somebody_else(tmp_path: Path) -> None:
    root = first_community(tmp_path)
    ran = copkit("privacy", "export", "helen.foxcroft", "--json", root=root)
    assert ran.code == 0, ran
    assert "Who brought the person in" in ran.out
    assert "You brought in somebody" not in ran.out and "Amina" not in ran.out and "amina.khan" not in ran.out
