"""A record is pydantic's in all that people do with one, though copkit makes its class and its schema."""

import copy
import subprocess
import sys

import pydantic
import pytest

from copkit.models.base import Part
from copkit.models.kinds import KINDS
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
def test_a_record_of_every_kind_has_the_fields_of_its_class(kind: object) -> None:
    record: type[Part] = kind.record  # type: ignore[attr-defined]
    needed = {name: "x" for name in record.hints if name not in record.defaults}
    made = record.model_construct(**needed)
    assert set(vars(made)) == set(record.hints) == set(record.model_fields)


def test_importing_every_kind_leaves_alone_what_looks_at_fields() -> None:
    code = "from copkit.models.kinds import KINDS\nfor kind in KINDS.values(): kind.record.__pydantic_validator__\n"
    code += "import sys\nprint(sorted({'pydantic.fields', 'pydantic.types', 'annotated_types'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
