"""Every hint that copkit prints runs: the same words in bash, PowerShell and cmd, and a command that takes them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from copkit.cli.registry import COMMANDS, command_of
from tests.docs.hints import Hint, hints
from tests.docs.shells import SHELLS
from tests.importers.exports import workbook
from tests.importers.word import word as document
from tests.shell import ROOT, copkit, within

pytestmark = pytest.mark.needs("Unix")
HINTS = hints()
COMMUNITY, SESSION = "systems-leadership", "2026-11-10"
BY_THE_READER = {
    "ADDRESS": "https://code.example/cop.git", "CODE": "SES-02", "COMMAND": "check", "COMMUNITY": COMMUNITY,
    "DATE": "2027-01-19", "FILE": "answers.csv", "HOST": "code.example", "ID": "amina.khan", "NAME": '"St Ann\'s"',
    "NOUN": "people", "ORGANISATION": "anytown-acute", "PERSON": "amina.khan", "SESSION": SESSION, "TEAM": "team",
    "WHAT": "agenda", "WHICH": SESSION, "DAY": "2027-01-19",
}  # fmt: skip
"""What people put in the place of a word in capitals."""
BY_THE_CODE = {
    "later": "", "because": ' --because "It has closed"', "many": " --many",
    "command": "show", "former.id": "jo.ng", "key": "jo.ng", "name.upper()": "C2", "of.word": "people",
    "label": "2027-28", "option": " --follow-up", "of": f"{COMMUNITY} {SESSION} amina.khan", "best": "2027-01-19",
    "remote": "origin", "base[:12]": "1a2b3c", "under_way": "merge",
    "session": SESSION, "new_community: key": COMMUNITY, "synonyms: key": "people",
    "noun.one": "person amina.khan", "typed": "agenda",
    "argument(first, 'FILE:LINE')": f"communities/{COMMUNITY}/members.yaml:4",
    "privacy: name": SESSION, "carrying: name": "blueprint.yaml", "explain_states: name": "undo",
}  # fmt: skip
"""What the code puts in the place of an expression, where its name does not say it."""
_ENDINGS = {
    r"community(\.id)?|(files|page)\.id|session\.community": COMMUNITY,
    r"\.session|session\.id|to_type\(.*\)": SESSION,
    r"\.label": "2026-27", r"argument\(.*\)": '"our notes.yaml"',
}  # fmt: skip


def filled(hint: Hint) -> str:
    """The line as somebody types it."""
    line = re.sub(r"{(.+?(?:\)|\])?)}(?=[ \"]|$|{)", lambda found: _by_the_code(found[1], hint), hint.line)
    return re.sub(r"\[?\b([A-Z]{2,})\b\]?(?!-)", lambda found: BY_THE_READER.get(found[1], found[0]), line)


def _by_the_code(expression: str, hint: Hint) -> str:
    chosen = re.match(r"'([^']*)' if ", expression)
    if chosen:
        return chosen[1]
    for name in (f"{Path(hint.path).stem}: {expression}", expression):
        if name in BY_THE_CODE:
            return BY_THE_CODE[name]
    found = [value for ending, value in _ENDINGS.items() if re.search(rf"(?:{ending})$", expression)]
    assert found, f"{hint.path} prints {{{expression}}}: say in BY_THE_CODE what stands there"
    return found[0]


@pytest.mark.parametrize("hint", HINTS, ids=[one.line for one in HINTS])
def test_a_hint_is_the_same_words_in_every_shell(hint: Hint) -> None:
    words = {name: shell(filled(hint)) for name, shell in SHELLS.items()}
    assert words["bash"] == words["PowerShell"] == words["cmd"]


FILES = {
    "answers.csv": b"useful,welcome\n5,4\n", "members.csv": b"Name,Organisation\nZoe Marr,Anytown Hospitals\n",
    "Attendance report.csv": b"Full Name,Join Time\nAmina Khan,09:58\n",
    "replies.xlsx": workbook(Replies=[["Name", "Are you coming?"], ["Jo Ng", "Yes"]]),
    "members.xlsx": workbook(Members=[["Name"], ["Zoe Marr"]]),
    "Feedback form.xlsx": workbook(Answers=[["useful"], ["5"]]),
    "blueprint.yaml": b"format: 1\n", "Minutes 9 June.docx": document(["Amina will ring the council"]),
}  # fmt: skip
"""Files that the lines name, which people have."""
OF_COPKIT = [one for one in HINTS if one.line.startswith("copkit") and one.line != "copkit --version"]
"""The version is answered before there is a command: tests/cli/starting looks at that."""


@pytest.mark.parametrize("hint", OF_COPKIT, ids=[one.line for one in OF_COPKIT])
def test_a_hint_is_taken_by_its_command(hint: Hint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (COMMUNITY, "programme"):
        shutil.copytree(ROOT / "communities" / name, tmp_path / "communities" / name)
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    words = SHELLS["bash"](filled(hint))[1:]
    ran = copkit(*words)
    if ran.code == 2 and is_only_named(words):
        ran = copkit(*words, "--help")
    assert ran.code in (0, 1, 3), ran.err


def is_only_named(words: list[str]) -> bool:
    """Whether a hint names a command, and nothing to do it to: then it may ask, and its help says what it takes."""
    command = command_of(words[0]) if words[0] in COMMANDS else None
    for word in words[1:]:
        command = within(command).get(word)
    return command is not None


def test_one_in_bash_with_the_program_itself(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "communities", tmp_path / "communities")
    line = f'copkit new session {COMMUNITY} 2027-06-08 --place online --theme "Nobody\'s fault" --dry-run'
    program = f'copkit() {{ "{sys.executable}" -m copkit "$@"; }}; {line}'
    ran = subprocess.run(["bash", "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120)
    assert (ran.returncode, "Nobody's fault" in ran.stdout) == (0, True), ran.stderr


def test_there_are_many_and_each_is_told_from_prose() -> None:
    assert len(HINTS) > 130
    assert not [one.line for one in HINTS if one.line.endswith((".", ":", ","))]
