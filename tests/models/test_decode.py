"""One bad line loses itself and nothing else."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from copkit.models.kinds import KINDS
from copkit.workspace.places import Files
from tests.models.helpers import given

PRIVATE = "canary-zq7"


def test_a_bad_item_leaves_the_others_with_their_places() -> None:
    text = "- who: a\n- joined: 2026-01-01\n- who: b\n  left: 2026-02-30\n- just text\n- who: c\n"
    members = given("members", text)
    assert {path: member.who for path, member in members.records.items()} == {(0,): "a", (2,): "b", (4,): "c"}
    assert members.records[(2,)].extra == {"left": "2026-02-30"}
    assert members.said == [("REF-11", "error", 2, 3), ("REF-06", "error", 4, 3), ("REF-11", "error", 5, 3)]


def test_places_after_a_dropped_item_are_those_of_the_file() -> None:
    text = "agenda:\n  - minutes: 3\n  - what: no minutes\n  - minutes: ten\n  - minutes: 5\n    lead: sam\n"
    files = Files()
    ((_, plan),) = files.load("f.yaml", text.encode(), KINDS["plan"])
    assert [segment.minutes for segment in plan.agenda] == [3, 5]
    assert files.where(plan, "agenda", 1, "lead").line == 6
    assert files.value_where(plan, "agenda", 1, "minutes").line == 5
    assert [(one.code, one.position.line) for one in files.findings] == [("REF-11", 3), ("REF-11", 4)]


def test_a_value_that_does_not_fit_is_told_of_once() -> None:
    plan = given("plan", "agenda: [{minutes: x, what: C}]")
    assert [finding.message for finding in plan.findings] == ["“x” is not a whole number"]


def test_an_entry_of_a_mapping_is_lost_alone() -> None:
    plan = given("plan", "catering: {people: many, vegan: 2}\ntheme: A")
    assert (plan.record.catering, plan.record.theme) == ({"vegan": 2}, "A")
    people = given("people", "a: [x]\nb: {name: B}")
    assert list(people.records) == [("b",)]
    assert people.said == [("REF-11", "error", 1, 1)]


def test_unknown_fields_are_kept_with_a_hint() -> None:
    plan = given("plan", "them: A\non: 2026-01-06\nno: x\nx-own: 1")
    assert plan.record.extra == {"them": "A", "on": "2026-01-06", "no": "x", "x-own": "1"}
    assert plan.said == [("REF-05", "warning", 1, 1), ("REF-05", "warning", 2, 1), ("REF-05", "warning", 3, 1)]
    assert plan.findings[0].fix == "Did you mean “theme”?"


def test_unknown_fields_within_a_part() -> None:
    plan = given("plan", "team: {curater: sam, x-own: a}")
    assert plan.record.team.extra == {"curater": "sam", "x-own": "a"}
    assert plan.findings[0].fix == "Did you mean “curator”?"


@pytest.mark.parametrize(
    ("kind", "text", "column"),
    [
        ("plan", "briefing: {title: Dreaming, after all, minutes: 20}", 29),
        ("updates", "- {date: 2026-06-28, note: Late, but done}", 34),
        ("practices", "- {what: Coffee, biscuits}", 18),
    ],
)
def test_a_sentence_cut_by_a_comma_is_an_error(kind: str, text: str, column: int) -> None:
    found = given(kind, text)
    assert found.said == [("REF-10", "error", 1, column)]
    assert "a comma inside { } has cut a sentence" in found.findings[0].message
    assert len(found.records) == 1


def test_gaps_are_no_fault() -> None:
    plan = given("plan", "theme:\nbriefing:\n  speaker:\nteam:\nagenda:\nx-own:\n")
    assert plan.findings == []
    assert plan.record == given("plan", "number: 1").record.__class__()


def test_an_unknown_field_without_a_value_is_a_slip_of_the_pen() -> None:
    plan = given("plan", "them:\nquestion: A")
    assert plan.said == [("REF-05", "warning", 1, 1)]
    assert plan.findings[0].fix == "Did you mean “theme”?"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n\n"])
def test_an_empty_file_of_a_community_is_refused_and_a_register_may_be_empty(text: str) -> None:
    community = given("community", text)
    assert community.records == {}
    assert community.said == [("REF-08", "error", 1, 1)]
    assert "expected a community" in community.findings[0].message
    for kind in ("members", "calendar", "people", "programme", "notes", "plan"):
        assert given(kind, text) == ({}, [], {})


@pytest.mark.parametrize(
    ("kind", "text", "what"),
    [
        ("community", "- a\n- b\n", "expected a community here"),
        ("community", "just text", "expected a community here"),
        ("members", "who: a", "expected members here"),
        ("people", "- name: A", "expected people here"),
        ("initiative", "[a]", "expected an initiative here"),
    ],
)
def test_a_file_of_the_wrong_shape(kind: str, text: str, what: str) -> None:
    found = given(kind, text)
    assert (found.records, found.said) == ({}, [("REF-08", "error", 1, 1)])
    assert found.findings[0].message == what


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("contacts", f"a: {{email: [{PRIVATE}]}}"),
        ("contacts", f"a: {{phone: {{n: {PRIVATE}}}, until: {PRIVATE}}}"),
        ("contacts", "a: {until: 06/01/1971}"),
        ("contacts", "a: {until: 14/01/1971}"),
        ("contacts", f"a: {{needs: [{PRIVATE}]}}"),
        ("contacts", f"a: {PRIVATE}"),
        ("contacts", f"a: [{PRIVATE}]"),
        ("onboarding", f"skills: {{a: {{now: {PRIVATE}}}}}"),
        ("onboarding", f"skills: {{a: {PRIVATE}}}"),
        ("onboarding", "skills: {a: {now: 1971 people}}"),
        ("onboarding", f"notes: [{PRIVATE}]"),
        ("notes", f"capture: {{a: {PRIVATE}}}"),
    ],
)
def test_what_is_private_is_never_repeated(kind: str, text: str) -> None:
    found = given(kind, text)
    assert found.findings
    for finding in found.findings:
        said = f"{finding.message} {finding.fix} {finding.why}"
        assert PRIVATE not in said
        assert "1971" not in said


SCALARS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8) | st.sampled_from(
    ["2026-06-09", "14:00", "yes", "3", "007", "-1", "1e9", "nan", "null", "~", "10/6/26", "x", "", "a, b"]
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3), max_leaves=6
)


class Plain:
    """Data that did not come from a file."""

    findings = ()

    def __init__(self, data: object) -> None:
        self.data = data

    def where(self, *path: str | int):
        from copkit.findings import Position

        return Position("f.yaml")

    def empty(self) -> list[tuple[str | int, ...]]:
        return []


@for_all(st.data())
def test_nothing_that_can_be_typed_makes_decoding_raise(data: st.DataObject) -> None:
    from copkit.models.decode import decode
    from copkit.models.fields import fields

    kind = KINDS[data.draw(st.sampled_from(sorted(KINDS)))]
    keys = st.sampled_from(sorted(fields(kind.record))) | SCALARS
    record = st.dictionaries(keys, VALUES, max_size=5)
    shapes = {"one": record, "list": st.lists(record | VALUES, max_size=3)}
    shaped = shapes.get(kind.shape, st.dictionaries(SCALARS, record | VALUES, max_size=3))
    decoded = decode(Plain(data.draw(shaped)), kind)
    for _, made in decoded.records:
        assert isinstance(made, kind.record)


@pytest.mark.parametrize("kind", ["plan", "notes", "story"])
@pytest.mark.parametrize(
    "typed", ["publish: never", "publish: yes, but not yet", "publish: yes\npublish: no", "publish: no"]
)
def test_what_publish_means_is_never_guessed_as_yes(kind: str, typed: str) -> None:
    assert given(kind, f"{typed}\n").record.publish == "no"


def test_left_out_or_empty_publish_says_nothing() -> None:
    assert given("plan", "theme: A\n").record.publish is None
    assert given("plan", "theme: A\nminutes: ten\npublish:\n").record.publish is None
