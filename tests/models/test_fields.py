"""The one walk over what models declare."""

import ast
import re
from pathlib import Path

import pytest

from copkit.models.base import AUDIENCES, Part
from copkit.models.fields import deep, fields, given, shape_at
from copkit.models.kinds import KINDS
from tests.sources import nodes

PACKAGE = Path(__file__).parents[2] / "copkit"
WALKS = {"model_fields", "get_type_hints", "get_origin", "__annotations__", "__metadata__", "__pydantic_fields__"}
FORMS = {"text", "date", "clock", "whole", "decimal", "choice", "list", "mapping", "fields", "any"}


def test_nothing_else_reads_what_models_declare() -> None:
    own = {PACKAGE / "models" / name for name in ("late.py", "fields.py")}  # what is declared, and the walk over it
    modules = [path for path in PACKAGE.rglob("*.py") if path not in own]
    assert len(modules) > 400
    for path in modules:
        names = {node.attr for node in nodes(path) if isinstance(node, ast.Attribute) and _is_read(node)}
        names |= {node.id for node in nodes(path) if isinstance(node, ast.Name)}
        assert not names & WALKS, path


def _is_read(node: ast.Attribute) -> bool:
    """Whether an attribute is asked for, not set: what a command takes is written to a function that is made."""
    return isinstance(node.ctx, ast.Load)


def test_every_field_of_every_kind_declares_what_it_is_and_who_may_see_it() -> None:
    seen = 0
    for kind in KINDS.values():
        for path, field in deep(kind.record):
            about = field.about
            assert about.description.endswith((".", "?")), path
            assert about.audience in AUDIENCES, path
            assert about.personal in ("", "name", "work", "contact", "special", "opinion"), path
            assert field.shape.forms() <= FORMS, path
            seen += 1
    assert seen > 650


@pytest.mark.parametrize(
    ("kind", "path", "form"),
    [
        ("plan", ("agenda",), "text"),
        ("plan", ("agenda", 0, "minutes"), "whole"),
        ("plan", ("tables_sat", 1, 2), "text"),
        ("plan", ("catering", "vegan"), "whole"),
        ("library", ("links", 0, "title"), "text"),
        ("community", ("commission", "communities", 0), "text"),
        ("story", ("cycles", "applied"), "text"),
    ],
)
def test_the_shape_of_a_place(kind: str, path: tuple[str | int, ...], form: str) -> None:
    shape = shape_at(KINDS[kind].record, path)
    assert shape is not None
    assert shape.form == form


@pytest.mark.parametrize("path", [("agenda", "minutes"), ("no-such-field",), ("theme", 0), ("team", 0)])
def test_where_no_field_leads_there_is_no_shape(path: tuple[str | int, ...]) -> None:
    assert shape_at(KINDS["plan"].record, path) is None


def test_items_are_of_what_their_list_is_of() -> None:
    shape = shape_at(KINDS["notes"].record, ("present", 3))
    assert shape is not None
    assert (shape.about.of, shape.about.personal, shape.about.audience) == ("person", "name", "members")


def test_what_was_given_has_not_its_default() -> None:
    plan = KINDS["plan"].record.model_validate({"theme": "A", "minutes": "90", "status": "planned"})
    assert {field.key: value for field, value in given(plan)} == {"theme": "A", "minutes": 90}


def test_keys_are_those_of_files() -> None:
    keys = [key for kind in KINDS.values() for path, _ in deep(kind.record) for key in path]
    assert len(keys) > 700
    assert all(re.fullmatch("[a-z0-9]+(_[a-z0-9]+)*", key) for key in keys)
    (one,) = {field.name for path, field in deep(KINDS["plan"].record) if path == ("moves", "from")}
    assert one == "from_"
    assert "from_" not in fields(KINDS["group"].record)


def test_the_python_name_is_no_key_of_a_file() -> None:
    from tests.models.helpers import given as read

    assert read("group", "name: G\nfrom_: 2026-01-06").said == [("REF-05", "warning", 2, 1)]


def test_a_part_with_other_values_is_a_new_one() -> None:
    plan = KINDS["plan"].record(theme="A")
    assert isinstance(plan, Part)
    assert (plan.but(theme="B").theme, plan.theme) == ("B", "A")  # type: ignore[attr-defined]
