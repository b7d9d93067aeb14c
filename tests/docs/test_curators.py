"""The guide for curators says what copkit does: its words, commands and messages, and a session by the guide."""

import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from copkit.capture import read_lines
from copkit.capture.keywords import NOTE, keywords
from copkit.cli.registry import COMMANDS
from tests.docs.commands import help_of
from tests.docs.five_minutes import NOTES, Walker, alone, two_desks
from tests.docs.pages import ROOT
from tests.shell import copkit

PAGE = (ROOT / "docs" / "curators.md").read_text(encoding="utf-8")
CI_PAGE = (ROOT / "docs" / "hooks-and-ci.md").read_text(encoding="utf-8")
MESSAGES = re.search(r"\| it says \|.*?\n\n", PAGE, re.DOTALL)
WORDS = re.search(r"\| word \|.*?\n\n", PAGE, re.DOTALL)
SAMPLE = next(block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if "success:" in block)


def cells(table: re.Match[str] | None) -> list[list[str]]:
    assert table is not None
    rows = table[0].strip().split("\n")[2:]
    return [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


@pytest.fixture
def sam(tmp_path: Path) -> Iterator[Walker]:
    with alone(tmp_path):
        yield Walker(two_desks(tmp_path)[0], "Sam Reid")


def test_table_has_every_word_with_its_parts_and_an_example_that_is_understood() -> None:
    rows = cells(WORDS)[:-1]
    assert [row[0].strip("`:") for row in rows] == [keyword.name for keyword in keywords()]
    for (word, parts, example), keyword in zip(rows, keywords(), strict=True):
        assert parts == " | ".join(keyword.parts), word
        (entry,) = read_lines(example.strip("`"))
        assert entry.kind == keyword.name, example


@pytest.mark.parametrize("page", [PAGE, CI_PAGE], ids=["curators", "hooks and CI"])
def test_every_command_on_the_page_is_there(page: str) -> None:
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", page, re.DOTALL))
    named = set(re.findall(r"(?:^|`|exec )copkit ([a-z]+)", code, re.MULTILINE))
    assert named and named <= set(COMMANDS)


def test_every_option_on_the_page_is_there() -> None:
    for words, option in re.findall(r"copkit (notes [a-z]+|[a-z]+)[^`\n]*? (--[a-z-]+)", PAGE):
        assert option in help_of(*words.split()), (words, option)


def test_every_message_in_the_guide_is_one_that_copkit_gives() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "copkit").rglob("*.py"))
    messages = [row[0] for row in cells(MESSAGES)]
    assert len(messages) > 10
    assert [message for message in messages if message not in source] == []


def test_links_lead_somewhere() -> None:
    for page in (PAGE, CI_PAGE):
        headings = {re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-")
                    for line in page.split("\n") if line.startswith("#")}  # fmt: skip
        for link in re.findall(r"\]\((?!https)([^)]+)\)", page):
            assert link[1:] in headings if link.startswith("#") else (ROOT / "docs" / link).is_file(), link


def test_a_session_by_the_guide(sam: Walker) -> None:
    sam.types("copkit notes new")
    sam.types('copkit attend last amina joe "Sam Reid" --others 3')
    sam.adds("".join(line.removeprefix("  ") + "\n" for line in SAMPLE.splitlines()[1:]))
    assert "1 action, 1 decision, 1 success, 1 line kept as a note." in sam.types("copkit notes show")
    assert "committed: Notes: Systems Leadership, 9 June 2026" in sam.types("copkit notes commit")
    assert "In step with the others." in sam.types("copkit sync")
    assert "others: 3 " in sam.file(NOTES) and "present: [amina.khan, joe.bell, sam.reid]" in sam.file(NOTES)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("indent", ["  ", "", "\t"], ids=["spaces", "none", "tab"])
def test_however_an_editor_saves_it_the_lines_are_understood(sam: Walker, codec: str, indent: str) -> None:
    sam.types("copkit notes new")
    text = sam.file(NOTES) + "".join(f"{indent}{line.strip()}\n" for line in SAMPLE.splitlines()[1:])
    (sam.root / NOTES).write_bytes(text.replace("\n", "\r\n").replace("“", '"').replace("”", '"').encode(codec))
    with chdir(sam.root):
        ran = copkit("notes", "show", "--today", "2026-06-10")
    assert ran.out.strip().split("\n\n")[-1].startswith("1 action, 1 decision, 1 success, 1 line kept as a note.")
    assert "→ kept as a note" in ran.out and "Several people said" in ran.out


def test_what_is_kept_as_a_note_says_so() -> None:
    assert cells(WORDS)[-1][-1] == "kept as a note"
    assert [entry.kind for entry in read_lines("Several people said so.\n10:30: break")] == [NOTE, NOTE]
