"""A record is pydantic's in all that people do with one, though copkit makes its class and its schema."""

import copy
import subprocess
import sys
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import pydantic
import pytest
from pydantic_core import core_schema

from copkit.models.base import Scalar, key_of
from copkit.models.fields import tag_of
from copkit.models.kinds import KINDS, Kind
from copkit.models.library import Resource
from copkit.models.session import Moved, Plan, Segment

GIVEN = {"theme": "A", "start": "14:00", "agenda": [{"minutes": "5"}], "moves": [{"from": "2026-01-06"}]}


def test_a_record_is_copied_told_and_written_as_pydantic_does() -> None:
    plan = Plan.model_validate(GIVEN)
    assert plan == Plan.model_validate(GIVEN) == copy.deepcopy(plan)
    assert plan != Plan() != Moved(from_=plan.moves[0].from_)
    assert repr(plan.moves[0]) == "Moved(extra={}, from_=datetime.date(2026, 1, 6), because='')"
    assert plan.model_dump(exclude_unset=True)["agenda"] == ({"minutes": 5},)
    assert Plan.model_validate_json(plan.model_dump_json(by_alias=True, exclude_unset=True)) == plan
    with pytest.raises(pydantic.ValidationError, match="frozen"):
        plan.theme = "B"  # type: ignore[misc] # what is tried


def test_the_fields_are_those_of_the_class_and_of_what_it_is_made_of() -> None:
    assert list(Segment.model_fields)[:3] == ["extra", "minutes", "what"]
    assert Moved.model_fields["from_"].alias == "from"
    assert Moved.model_fields["from_"].is_required()
    assert not hasattr(Plan, "theme")


def test_a_record_may_stand_in_other_models_and_be_built_anew() -> None:
    assert pydantic.TypeAdapter(list[Plan]).validate_python([GIVEN])[0].theme == "A"
    made = pydantic.create_model("Made", plan=Plan)
    assert made(plan=GIVEN).model_dump()["plan"]["start"] == "14:00"
    assert Resource.model_rebuild(force=True)
    assert Resource.model_validate({"links": ["a", {"link": "b"}]}).links[0] == "a"


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_record_of_every_kind_has_the_fields_of_its_class(kind: Kind) -> None:
    record = kind.record
    needed = {name: "x" for name in record.hints if name not in record.defaults}
    made = record.model_construct(**needed)
    assert set(vars(made)) == set(record.hints) == set(record.model_fields)


def test_importing_every_kind_leaves_alone_what_looks_at_fields() -> None:
    code = "from copkit.models.kinds import KINDS\nfor kind in KINDS.values(): kind.record.__pydantic_validator__\n"
    code += "import sys\nprint(sorted({'pydantic.fields', 'pydantic.types', 'annotated_types'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == "[]\n"


class _Read(NamedTuple):
    """Tells pydantic how a scalar is read."""

    scalar: Scalar

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.scalar.read)


def _as_pydantic_takes_it(hint: Any) -> Any:
    """An annotation in pydantic's own words: how scalars are read, and how several forms are told apart."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        read = [_Read(one) for one in inner[1:] if isinstance(one, Scalar)]
        return Annotated[(inner[0], *read)] if read else _as_pydantic_takes_it(inner[0])
    if origin in (Union, UnionType):
        forms = [_as_pydantic_takes_it(one) for one in inner if one is not NoneType]
        if len(forms) == 1:
            return forms[0] | None
        tags = ["<text>", "<list>" if get_origin(forms[1]) is tuple else "<fields>"]
        tagged = [Annotated[form, pydantic.Tag(tag)] for form, tag in zip(forms, tags, strict=True)]
        return Annotated[Union[tuple(tagged)], pydantic.Discriminator(tag_of)]  # noqa: UP007 - of a list
    if origin in (tuple, dict):
        return origin[tuple(one if one is ... else _as_pydantic_takes_it(one) for one in inner)]
    return hint


def _plain(schema: Any) -> Any:
    """A schema without what pydantic notes beside it, and with a part's name for the part."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict) or type(schema) is not dict:
        return schema
    if schema.get("type") == "model":
        return {**_plain(schema["schema"]), "config": schema["config"]}
    beside = ("metadata", "computed_fields", "ref")
    return {key: _plain(value) for key, value in schema.items() if key not in beside}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_schema_of_a_record_is_the_one_that_pydantic_makes(kind: Kind) -> None:
    record = kind.record
    declared: dict[str, Any] = {}
    for name, hint in record.hints.items():
        default = record.defaults.get(name, ...)
        declared[name] = (_as_pydantic_takes_it(hint), pydantic.Field(default, alias=key_of(name)))
    made = pydantic.create_model(record.__name__, __config__=record.model_config, **declared)
    theirs = _plain(made.__pydantic_core_schema__)
    assert _plain(record.__pydantic_core_schema__) == theirs
