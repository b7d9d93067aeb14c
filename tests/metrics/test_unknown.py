"""People came, and the register does not know them, or where they work: that is not known, and not nought."""

from pathlib import Path

import pytest

from tests.metrics.conftest import facts_of, figure, together_of, write

COMMUNITY = "id: one\ncommunity: {organisations: [north, west, south]}\n"
ORGANISATIONS = "north: {name: North}\nwest: {name: West}\nsouth: {name: South}\n"
DAYS = ("2026-04-14", "2026-05-12", "2026-06-09")


def files(present: str, **more: str) -> dict[str, str]:
    """Three sessions, a list of organisations, and no list of people unless one is given."""
    notes = {f"one/sessions/{day}.notes.yaml": f"present: {present}\n" for day in DAYS}
    base = {"programme/organisations.yaml": ORGANISATIONS, "one/community.yaml": COMMUNITY}
    return {**base, **notes, **{f"programme/{name}.yaml": text for name, text in more.items()}}


@pytest.mark.parametrize(
    "register", [{}, {"people": ""}, {"people": "dee: {name: Dee Ray, organisation: north}\n"}]
)
def test_without_a_register_nobody_can_say_which_organisations_came(
    register: dict[str, str], tmp_path: Path
) -> None:
    ws = write(tmp_path, files("[ann, bob]", **register))
    facts = facts_of(ws, "one")
    for code in ("R1", "R4", "R5", "R6"):
        assert figure(facts, code).value is None
        assert figure(facts, code).said == "who came is not in the register", code
    assert figure(facts, "M2").said == "2", "they came all the same"
    assert figure(together_of(ws, ["one"]), "P2").said == "who came is not in the register"


def test_people_without_an_organisation_are_known_and_where_they_work_is_not(tmp_path: Path) -> None:
    ws = write(tmp_path, files("[ann]", people="ann: {name: Ann Lee, brings: [lived-experience]}\n"))
    facts = facts_of(ws, "one")
    for code in ("R1", "R5"):
        assert figure(facts, code).said == "the register does not say where those who came work"
    assert figure(facts, "R4").said == "3 of 3"


def test_one_who_is_known_is_enough_to_count(tmp_path: Path) -> None:
    facts = facts_of(write(tmp_path, files("[ann, bob]", people="ann: {name: A, organisation: north}\n")), "one")
    assert figure(facts, "R1").said == "1 of 3"
    assert figure(facts, "R5").said == "2 of 3"


def test_where_nobody_was_written_down_the_whole_is_not_nought_either(tmp_path: Path) -> None:
    whole = together_of(write(tmp_path, files("[]\nvoices: 3")), ["one"])
    for label in ("", "sum over communities", "in two communities or more"):
        assert figure(whole, "P1", label).said == "who came was not written down"
    assert figure(whole, "P2").said == "who came was not written down"


def test_a_year_before_the_community_began_says_that_it_had_not_begun(tmp_path: Path) -> None:
    ws = write(tmp_path, {"one/community.yaml": COMMUNITY + "started: 2027-04-02\n"})
    assert figure(facts_of(ws, "one"), "D1").said == "the community had not begun by the last day"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "what was said was not written down"),
        ("a good morning\n  Ann and Bob talked", "no line of the notes says what it is"),
        ("a good morning\n  idea: a car", "0"),
    ],
)
def test_whoever_types_plain_notes_alone_was_asked_for_nothing(lines: str, said: str, tmp_path: Path) -> None:
    """That there was no connection, decision or action is known only where lines say what they are."""
    capture = f"capture: |\n  {lines}\n" if lines else ""
    base = {"one/community.yaml": COMMUNITY, "programme/people.yaml": "ann: {name: Ann}\nbob: {name: Bob}\n"}
    notes = {f"one/sessions/{day}.notes.yaml": f"present: [ann, bob]\n{capture}" for day in DAYS}
    facts = facts_of(write(tmp_path, base | notes), "one")
    for code, label in (("C1", ""), ("C1", "distinct pairs"), ("W1", "opened"), ("W2", "")):
        assert figure(facts, code, label).said.startswith(said), code
    assert figure(facts, "C6").said.startswith("2 of 2" if said == "0" else said)
