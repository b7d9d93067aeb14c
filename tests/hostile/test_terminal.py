"""Whatever people type as a name or a title is shown as typed, keeps within the screen, and does nothing."""

import io
import json
import re
import shutil
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.hostile.conftest import PLAN_TEXT
from tests.hostile.places import ABOUT, COMMUNITY, DAY, NOTES, PEOPLE, PLAN, SESSION, calm, change, put
from tests.shell import Ran, copkit

TODAY = ("--today", DAY)
TYPED = [
    "[/]",
    "Dr [/] X",
    "[/red]",
    "a[red]",
    "[bold]Ann[/bold]",
    "[link=https://evil.example]NHS[/link]",
    "[@click=app.quit]x[/]",
    "trailing\\",
    ":smile:",
    "{{ 7*7 }}",
    "{% raw %}",
    "<b>&amp;</b>",
    "=1+1",
]
HELD = NOTES.replace(SESSION, "2026-04-14")


def called(root: Path, text: str) -> Path:
    """A workspace whose community, people, theme, question, venue and notes say one text."""
    said = json.dumps(text, ensure_ascii=False)
    plan = re.sub("^(theme|venue|question):.*$", lambda found: f"{found[1]}: {said}", PLAN_TEXT, flags=re.M)
    put(root, PLAN, plan)
    put(root, PLAN.replace(SESSION, "2026-04-14"), "date: 2026-04-14\n")
    put(root, HELD, f"present: [amina.khan]\ncapture: |\n  action: joe.bell | {text} | 2026-06-01\n")
    change(root, PEOPLE, "name: Joe Bell", f"name: {said}")
    change(root, ABOUT, "name: Home First Community of Practice", f"name: {said}")
    return root


def shows(ran: Ran, text: str) -> None:
    """The text is there as typed, wherever its lines were broken."""
    calm(ran)
    assert ran.code in (0, 1)
    assert "".join(text.split()) in "".join(ran.out.split())


SCREENS: dict[str, tuple[str, ...]] = {
    "schedule": ("schedule", "--dry-run"),
    "year": ("schedule",),
    "next": ("next",),
    "agenda": ("agenda", COMMUNITY, SESSION, "--format", "txt", "--out", "-"),
    "plan": ("print", "plan", COMMUNITY, SESSION, "--format", "txt", "--out", "-"),
    "tables": ("print", "tables", COMMUNITY, SESSION, "--format", "txt", "--out", "-"),
    "notes": ("notes", "show", COMMUNITY, "2026-04-14"),
    "actions": ("actions",),
}


@pytest.mark.parametrize("screen", ["year", "next", "agenda", "plan", "tables", "notes", "actions"])
def test_names_and_titles_are_shown_as_typed(screen: str, home: Path) -> None:
    for text in TYPED:
        shows(copkit(*SCREENS[screen], *TODAY, root=called(fresh(home, text), text)), text)


def fresh(home: Path, text: str) -> Path:
    """A copy of the workspace for one text."""
    folder = home.parent / f"copy-{TYPED.index(text)}"
    shutil.copytree(home, folder)
    return folder


def test_json_gives_the_very_text(home: Path) -> None:
    for text in TYPED:
        root = called(fresh(home, text), text)
        assert json.loads(copkit("schedule", "--json", *TODAY, root=root).out)["years"][0]["name"] == text
        assert (
            text in json.dumps(json.loads(copkit("actions", "--json", *TODAY, root=root).out), ensure_ascii=False)
            or "\\" in text
        )


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_findings_quote_what_was_typed_without_its_power(form: str, planned: Path) -> None:
    change(planned, PLAN, "in-person\n", '"[red]:smile: ::error::x, %0A"\n')
    ran = copkit("check", "--format", form, *TODAY, root=planned)
    calm(ran)
    assert ran.code == 1
    assert "[red]:smile: ::error::x" in ran.out
    assert not re.search("^::error::x", ran.out, re.M)


@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2_000], ids=["one word", "many words"])
@pytest.mark.parametrize("screen", ["schedule", "year", "next", "actions", "check", "errors"])
def test_a_title_of_10_000_characters_keeps_within_80_columns(screen: str, text: str, home: Path) -> None:
    words = {"check": ("check",), "errors": ("check", "--only", "REF")} | SCREENS
    root = called(home, text.strip())
    if screen == "errors":
        change(root, PLAN, "place: in-person", f"place: {text.strip()}")
    ran = copkit(*words[screen], *TODAY, root=root)
    calm(ran)
    lines = [line for line in ran.out.splitlines() if not line.startswith(("+", "diff", "index", "---", "@@"))]
    assert max(map(len, lines), default=0) <= 80


@pytest.mark.parametrize("columns", [20, 40, 200])
def test_a_narrow_and_a_wide_terminal(columns: int, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    from copkit.cli.app import run

    monkeypatch.setenv("COLUMNS", str(columns))
    for words in (("next",), ("schedule",), ("check",)):
        screen = Terminal()
        monkeypatch.setattr(sys, "stdout", screen)
        assert run([*words, *TODAY, "--root", str(called_once(home))]) in (0, 1)
        monkeypatch.undo()
        monkeypatch.setenv("COLUMNS", str(columns))
        plain = re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())
        assert plain and "\x1b" not in plain


def called_once(home: Path) -> Path:
    if not (home / PLAN).exists():
        called(home, "a[red]")
    return home


POWERS = [
    "\x1b[31m",
    "\x1b[2J",
    "\x1b]0;pwn\x07",
    "\x1b]8;;https://evil.example\x07",
    "\x08\x08",
    "\x9b31m",
    "\u202e",
    "\u200b",
    "\x7f",
]


@pytest.mark.parametrize("power", POWERS, ids=ascii)
def test_control_characters_in_a_file_are_refused_and_shown_as_their_codes(power: str, planned: Path) -> None:
    change(planned, PEOPLE, "Jo Ng", f"Jo{power}Ng")
    for form in ("text", "json", "github", "sarif"):
        ran = copkit("check", "--errors", "--format", form, *TODAY, root=planned)
        calm(ran)
        assert (ran.code, f"{PEOPLE}" in ran.out) == (1, True)
    ran = copkit("check", "--errors", *TODAY, root=planned)
    assert re.search(rf"{PEOPLE}:4:\d+  error REF-08", ran.out)
    assert ascii(power[0])[1:-1] in ran.out


@pytest.mark.parametrize("power", [*POWERS, "x\\rFAKE"], ids=ascii)
def test_control_characters_written_as_escapes_are_refused_too(power: str, planned: Path) -> None:
    escaped = power if "\\r" in power else "".join(f"\\u{ord(letter):04x}" for letter in power)
    change(planned, PLAN, "theme: One form instead of three", f'theme: "{escaped}"')
    ran = copkit("check", "--errors", *TODAY, root=planned)
    calm(ran)
    assert ran.code == 1
    assert f"{PLAN}:6:8  error REF-08" in ran.out


@pytest.mark.parametrize("power", POWERS, ids=ascii)
def test_notes_with_control_characters_are_shown_with_their_codes(power: str, planned: Path) -> None:
    put(planned, PLAN.replace(SESSION, "2026-04-14"), "date: 2026-04-14\n")
    put(planned, HELD, f"present: [amina.khan]\ncapture: |\n  idea: one{power}form\n")
    ran = copkit("notes", "show", COMMUNITY, "2026-04-14", *TODAY, root=planned)
    calm(ran)
    assert ran.code == 0
    assert f"one{ascii(power[0])[1:-1]}" in ran.out


@pytest.mark.needs("Unix")
@pytest.mark.parametrize("power", ["\x1b[31m", "\u202e", "\r", "\n::error::x"], ids=ascii)
def test_a_file_name_cannot_act_on_the_terminal(power: str, planned: Path) -> None:
    put(planned, f"communities/{COMMUNITY}/sessions/x{power}y.yaml", "a: [\n")
    put(planned, f"communities/c{power}d/community.yaml", "name: a: b\n")
    for words in (
        ("check",),
        ("check", "--format", "github"),
        ("check", "--format", "json"),
        ("schedule",),
        ("next",),
    ):
        ran = copkit(*words, *TODAY, root=planned)
        calm(ran)
        assert "\n::error::x" not in ran.out.replace("\\n", "")
    assert ascii(power[0])[1:-1] in copkit("check", *TODAY, root=planned).out


def test_no_colour_when_it_is_piped(planned: Path) -> None:
    for words in (("check",), ("next",), ("schedule",)):
        assert "\x1b" not in copkit(*words, *TODAY, root=planned).out
    assert "\x1b" not in copkit("explain", "SES-02").out


@pytest.mark.parametrize(
    "name", ["عائشة بنت", "אברהם לוי", "Zoe\u0308 Hart", "می\u200cخواهم", "👩\u200d🔬 Ann", "李小龙"], ids=ascii
)
def test_names_of_the_world_are_accepted_and_shown(name: str, planned: Path) -> None:
    change(planned, PEOPLE, "Joe Bell", name)
    ran = copkit("check", "--only", "REF", *TODAY, root=planned)
    assert (ran.code, "REF-08" in ran.out) == (0, False)
    page = copkit("print", "plan", COMMUNITY, SESSION, "--out", "-", *TODAY, root=planned).out
    assert unicodedata.normalize("NFC", name) in unicodedata.normalize("NFC", page)
