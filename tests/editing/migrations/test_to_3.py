"""Step 2 to 3: fields that nothing read are fields of one's own, with every byte of their values."""

import pytest

from copkit.editing.migrations import to_3
from copkit.editing.refused import Refused
from copkit.models.base import NO_ENTRIES
from copkit.models.community import Member, Touch
from copkit.models.kinds import KINDS
from copkit.models.loading import load
from copkit.models.session import Moved, Plan

ROLL, PLAN = "communities/one/members.yaml", "communities/one/sessions/2026-06-09.yaml"
SECRET = "zq-canary-qz"
RENAMED = {
    "braces": (
        ROLL,
        "- {who: a, touched: [{date: 2026-05-04, by: sam.reid}, {by: 'b, c'}]}  # by us\n- {who: by}\n",
        "- {who: a, touched: [{date: 2026-05-04, x-by: sam.reid}, {x-by: 'b, c'}]}  # by us\n- {who: by}\n",
    ),
    "lines with remarks and Windows line ends": (
        ROLL,
        "- who: a\r\n  touched:   # by\r\n    - by: sam.reid  # rang\r\n      date: 2026-05-04\r\n",
        "- who: a\r\n  touched:   # by\r\n    - x-by: sam.reid  # rang\r\n      date: 2026-05-04\r\n",
    ),
    "a text of several lines, no last line end": (
        ROLL,
        "- who: a\n  touched:\n    - by: |\n        Sam,\n        then Lee",
        "- who: a\n  touched:\n    - x-by: |\n        Sam,\n        then Lee",
    ),
    "a plan": (
        PLAN,
        "\ufefftheme: on\nmoves:\n- {from: 2026-06-02, on: 2026-05-01}\n- from: 2026-06-03\n  on: soon\n",
        "\ufefftheme: on\nmoves:\n- {from: 2026-06-02, x-on: 2026-05-01}\n- from: 2026-06-03\n  x-on: soon\n",
    ),
}


@pytest.mark.parametrize(("path", "old", "new"), RENAMED.values(), ids=RENAMED)
def test_the_name_changes_and_no_byte_besides(path: str, old: str, new: str) -> None:
    assert to_3.step({path: old.encode()}) == {path: new.encode()}
    assert to_3.step({path: new.encode()}) == {}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (ROLL, "- {who: a, by: b}\n- {who: c, touched: [{date: 2026-05-04}]}\n"),
        (ROLL, "# touched\n"),
        (PLAN, "theme: T\non: Monday\nmoves: []\n"),
        ("communities/one/notes.txt", "touched: [{by: a}]\n"),
        ("communities/one/community.yaml", "x-touched: [{by: a}]\n"),
    ],
)
def test_what_was_no_such_field_stays(path: str, text: str) -> None:
    assert to_3.step({path: text.encode()}) == {}


@pytest.mark.parametrize(
    "text",
    [
        f"- {{who: a, touched: [{{by: {SECRET}, x-by: sam.reid}}]}}\n",
        f"- {{who: a, touched: [{{by: {SECRET}}}]\n",
    ],
)
def test_what_cannot_be_renamed_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(Refused, match=f"{ROLL}:1") as refused:
        to_3.step({ROLL: text.encode()})
    assert refused.value.fix
    assert SECRET not in str(refused.value) + refused.value.fix + refused.value.snippet


def test_a_long_roll_is_parsed_a_few_times_and_not_once_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from copkit.editing import source

    parsed = []
    monkeypatch.setattr(source, "parse", lambda *args, real=source.parse: parsed.append(1) or real(*args))
    text = "".join(f"- {{who: a{n}, touched: [{{by: b{n}}}]}}\n" for n in range(100))
    assert to_3.step({ROLL: text.encode()}) == {ROLL: text.replace("{by", "{x-by").encode()}
    assert len(parsed) < 3


def test_an_old_field_is_known_as_old_and_its_value_is_kept() -> None:
    loaded = load({"who": "a", "touched": [{"date": "2026-05-04", "by": "sam.reid"}]}, Member)
    assert [(one.code, one.path) for one in loaded.remarks] == [("REF-15", ("touched", 0, "by"))]
    assert loaded.record.touched[0].extra == {"by": "sam.reid"}
    loaded = load({"moves": [{"from": "2026-06-02", "on": {"a": "b"}}]}, Plan)
    assert [one.code for one in loaded.remarks] == ["REF-15"]
    assert loaded.record.moves[0].extra == {"on": {"a": "b"}}
    assert loaded.record.extra == NO_ENTRIES


def test_the_step_knows_what_the_models_say_is_gone() -> None:
    gone = {("members", Touch): ("by",), ("plan", Moved): ("on",)}
    assert {(kind, part): part.gone for kind, part in gone} == gone
    assert {kind: (key,) for kind, (_, key) in to_3.GONE.items()} == {kind: one for (kind, _), one in gone.items()}
    assert to_3.GONE.keys() <= KINDS.keys()
