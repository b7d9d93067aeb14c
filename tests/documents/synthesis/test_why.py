"""`copkit why` says where a figure comes from, whichever way it is asked."""

import json
import re
from pathlib import Path
from shlex import quote

import pytest

from tests.docs.terminal import on_screen
from tests.shell import ROOT, copkit, demonstration

PLACE = re.compile(r"^  (communities/\S+?):(\d+):(\d+): (.+)$", re.MULTILINE)


def why(*words: str) -> str:
    ran = copkit("why", *words, root=ROOT)
    assert ran.code == 0, ran.err
    return ran.out


@pytest.mark.parametrize(
    "words",
    [
        ("systems-leadership", "2026-27", "C2"),
        ("synthesis", "systems-leadership", "2026-27", "C2"),
        ("2026-27", "c2", "systems"),
        ("C2", "systems", "2026"),
    ],
)
def test_the_words_may_stand_in_any_order(words: tuple[str, ...]) -> None:
    assert why(*words) == why("C2", "systems-leadership", "2026-27")


def test_each_record_behind_the_figure_stands_where_it_is_said_to() -> None:
    said = why("C2", "sectors", "systems-leadership")
    assert "sectors: 15 of 18 pairs (83%)" in said
    assert "Counted (15):" in said and "Not counted (3):" in said
    found = PLACE.findall(said)
    assert len(found) == 18
    for path, line, _, what in found:
        text = (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1].strip()
        assert text.startswith("connect:")
        assert what.endswith(text)


def test_definition_and_other_figures_stand_beside_it() -> None:
    said = why("C2", "systems-leadership")
    assert "Different pairs whose two people are from different organisations" in said
    assert "“by chance”: 420 of 435 pairs of participants (97%)" in said


@pytest.mark.parametrize("words", ["C2 systems-leadership", "R3 icb systems", "M3 systems", "A2 gdm-health", ""])
def test_every_line_keeps_within_80_columns_of_a_terminal(words: str) -> None:
    code, screen = on_screen(f"copkit why {words} --root {quote(str(ROOT))}")
    assert code == 0
    assert max(map(len, screen.split("\n"))) <= 80, screen


def test_a_figure_named_after_an_initiative_needs_no_community() -> None:
    said = why("A2", "gdm-health")
    assert "Diabetes in Pregnancy" in said
    assert "gdm-health: 4 of 7 organisations" in said
    assert said.count("initiatives/gdm-health.yaml:") == 7


def test_an_organisation_or_initiative_may_be_called_by_its_name() -> None:
    assert why("R3", "Anyshire Council", "systems") == why("R3", "county", "systems")
    assert why("A2", "One shared referral form", "systems") == why("A2", "shared-form", "systems")


def test_a_metric_without_a_main_figure_shows_all_of_them() -> None:
    said = why("M5", "systems")
    assert "core: " in said and "peripheral: " in said and "Other figures" not in said


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("C99", "systems"), "there is no metric C99", "Did you mean C9"),
        (("Q4",), "there is no metric Q4", "“copkit why” lists all of them"),
        (("reach", "systems"), "which figure?", "M2 for reach"),
        (("C2",), "which community?", "Name one of"),
        (("C2", "sistems-leadership"), "there is no community “sistems-leadership”", "systems-leadership"),
        (("C2", "by chanse", "systems"), "C2 has no figure “by chanse”", "“by chance”"),
        (("C2", "--all"), "C2 does not add up over communities", "Name a community"),
        (("P1", "systems"), "P1 is asked of all communities", "Leave"),
        (("D1", "systems", "2026-29"), "2026-29 is not one year", "2026-27"),
        (("D1", "systems", "--for", "all"), "there is no version for “all”", "team, members, public"),
    ],
)
def test_what_cannot_be_answered_is_said_with_advice(words: tuple[str, ...], message: str, hint: str) -> None:
    ran = copkit("why", *words, root=ROOT)
    assert ran.code == 2 and ran.out == ""
    assert message in ran.err and hint in ran.err


def test_without_words_the_metrics_are_listed_by_letter() -> None:
    said = why()
    assert "C  Connections\n  C1  Connections recorded\n" in said
    assert "  P1  People across communities, of all communities\n" in said
    rows = json.loads(why("--json"))["metrics"]
    assert {row["code"] for row in rows} >= {"D1", "C9", "P1"}


@pytest.mark.parametrize(
    ("words", "said"), [(("P1",), "308 people"), (("L2",), "52 of 55"), (("D1", "--all"), "22 of 23")]
)
def test_figures_of_all_communities_together(words: tuple[str, ...], said: str) -> None:
    assert said in why(*words)


def test_the_public_sees_no_name_and_no_line() -> None:
    said = why("C1", "systems", "--for", "public")
    assert "19 connections" in said
    assert "Records that name a person are not shown in public." in said
    assert not PLACE.findall(said)
    assert "This figure is not shown to this audience." in why("C6", "systems", "--for", "public")
    hidden = why("R2", "education", "systems", "--for", "public")
    assert "not shown: too few people" in hidden and not PLACE.findall(hidden)


def test_any_days_may_be_asked_for() -> None:
    said = why("C1", "systems", "--from", "2026-06-01", "--to", "2026-07-31")
    assert "1 June 2026 to 31 July 2026" in said
    assert {path.rpartition("/")[2][:10] for path, *_ in PLACE.findall(said)} == {"2026-06-09", "2026-07-14"}


def test_sessions_that_are_left_out_are_named(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    notes = root / "communities/systems-leadership/sessions/2026-05-12.notes.yaml"
    lines = [line for line in notes.read_text("utf-8").splitlines() if not line.startswith("present:")]
    notes.write_text("\n".join(lines) + "\n", "utf-8")
    ran = copkit("why", "M3", "systems", root=root)
    assert "Left out, since what is needed was not written down (1):\n  2026-05-12\n" in ran.out


def test_json_has_the_figure_and_each_record() -> None:
    data = json.loads(why("C2", "systems", "--json"))
    (figure,) = data["figures"]
    assert (data["code"], figure["said"], figure["numerator"]) == ("C2", "18 of 18", 18)
    assert len(figure["counted"]) == 18
    assert figure["counted"][0] == {
        "path": "communities/systems-leadership/sessions/2026-04-14.notes.yaml",
        "line": 23,
        "column": 3,
        "what": "2026-04-14/connect/1",
    }
    assert data["others"][0]["label"] == "by chance"
