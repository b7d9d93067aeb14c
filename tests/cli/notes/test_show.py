"""`copkit notes show`: what was understood of each line, and nothing left out."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copkit.visible import visible
from copkit.yamlfile.marks import BREAK
from tests.cli.notes.conftest import NOTES, SAMPLE
from tests.golden import Golden
from tests.shell import copkit

BROKEN = """\
present: [amina, Zoe]
capture:
  acton: sam | ring the ward | 30 Jun
- action: sam.ried | send the form | soonish
action: draft it
  connect: jo + lee + priya | one form
action: joe | too late | 2026-06-01
  done: 2026-05-12/7 | sent
idea: one form
  success: hidden in the line above
quote: words | loudly
"""


def test_the_worked_sample_is_understood_whole(home: Path, golden: Golden) -> None:
    (home / NOTES).write_text(SAMPLE)
    ran = copkit("notes", "show", "systems-leadership", "2026-06-09", root=home)
    assert (ran.code, ran.err) == (0, "")
    golden("sample.txt", ran.out)


def test_notes_that_are_not_yaml_are_shown_whole_with_every_doubt(home: Path, golden: Golden) -> None:
    (home / NOTES).write_text(BROKEN)
    ran = copkit("notes", "show", "systems", "last", root=home)
    assert ran.code == 0
    golden("broken.txt", ran.out)


def test_json_gives_scripts_the_same(home: Path) -> None:
    (home / NOTES).write_text(SAMPLE)
    data = json.loads(copkit("notes", "show", "--json", root=home).out)
    assert data["summary"].startswith("2 actions, 2 connections, 1 decision,")
    assert data["present"][0] == {"typed": "amina.khan", "id": "amina.khan", "name": "Amina Khan"}
    action = next(line for line in data["lines"] if line["kind"] == "action")
    assert (action["id"], action["line"], action["due"]) == ("2026-06-09/1", 12, "2026-06-30")
    assert action["people"] == [{"typed": "sam.reid", "id": "sam.reid", "name": "Sam Reid"}]
    assert data["lines"][-1]["closes"] == "2026-05-12/1"


def test_without_notes_it_says_how_to_start(home: Path) -> None:
    ran = copkit("notes", "show", "systems-leadership", "2026-07-14", root=home)
    assert ran.code == 3
    assert "copkit notes new systems-leadership 2026-07-14" in ran.err


def test_a_session_may_be_named_alone(home: Path) -> None:
    (home / NOTES).write_text(SAMPLE)
    assert "9 June 2026" in copkit("notes", "show", "2026-06-09", root=home).out
    assert "12 May 2026" in copkit("notes", "show", "2", root=home).out


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("ask: zoe | help", "“zoe” is not known"),
        ("ask: Sam Colle | help", "did you mean Sam Cole (sam.cole)?"),
        ("ask: help with forms", "nobody is named"),
        ("connect: jo | one form", "a connection has two people"),
        ("connect: jo + Jo Ng | one form", "a connection has two people"),
        ("action: jo | x | 06/07/2026", "06/07/2026"),
        ("action: jo | x | 14/07/2026", "is read as 14 July 2026"),
        ("action: jo | x", "no date"),
        ("action: x | next", "nobody owns this"),
        ("done: the form", "which action?"),
        ("done: 2026-05-12/9 | x", "there is no 2026-05-12/9: open are 2026-05-12/1"),
        ("offer: Hospice | its form", ""),
        ("story: jo | the form", ""),
        ("10:30: break", ""),
    ],
)
def test_each_doubt_is_told_at_its_line(home: Path, line: str, doubt: str) -> None:
    (home / NOTES).write_text(f"capture: |\n  {line}\n")
    data = json.loads(copkit("notes", "show", "--json", root=home).out)
    told = [one["doubt"] for one in data["doubts"]]
    assert any(doubt in one for one in told) if doubt else told == []
    assert {one["line"] for one in data["doubts"]} <= {2}


LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            ["present: [a, b]", "capture: |", "others: 3", "  - x", "a: b: c", "[", "{", "- action: x"]
        ),
        st.builds("{}action: {}".format, st.sampled_from(["", "  ", "- ", "\t"]), st.text(max_size=15)),
    ),
    max_size=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES, st.booleans())
def test_every_line_that_was_typed_is_shown_and_in_order(home: Path, lines: list[str], block: bool) -> None:
    text = ("capture: |\n  " if block else "") + ("\n  " if block else "\n").join(lines)
    data = text.encode("utf-8", "surrogatepass")
    (home / NOTES).write_bytes(data)
    ran = copkit("notes", "show", "2026-06-09", root=home)
    assert ran.code == 0, ran.err
    shown = ran.out.split("\n")
    at = 0
    for line in typed(data):
        wanted = visible(line)
        at = next((n + 1 for n in range(at, len(shown)) if shown[n][6:] == wanted), -1)
        assert at >= 0, f"{line!r} is not shown after line {at}"


def typed(data: bytes) -> list[str]:
    """The lines of a file that hold words and are not comments."""
    from copkit.yamlfile.decode import decode

    lines = BREAK.split(decode(data, "").text)
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def test_what_closes_nothing_is_not_counted_as_closed(home: Path) -> None:
    (home / NOTES).write_text("capture: |\n  done: the first of last time\n  done: 2026-05-12/1 | sent to all\n")
    said = copkit("notes", "show", "systems-leadership", "2026-06-09", root=home).out
    assert "1 action closed, 1 line that closes nothing.\n" in said
