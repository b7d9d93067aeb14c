"""What is generated is fresh, and shows everything there is."""

import csv
import json
from pathlib import Path

import pytest

from copkit.cli.registry import COMMANDS, GROUPS
from copkit.models.decode import decode
from copkit.models.feedback import Answer
from copkit.models.kinds import KINDS
from copkit.yamlfile import read
from tests.docs import data_model
from tests.docs.commands import every_command, help_of
from tests.docs.pages import PAGES, ROOT
from tests.schemas import trouble

COMMAND_WORDS = list(every_command())


@pytest.mark.parametrize("path", PAGES)
def test_generated_file_is_fresh(path: str) -> None:
    kept = (ROOT / path).read_bytes()
    assert kept == PAGES[path]().encode(), f"{path} is stale: python3 make.py docs writes it anew"


def test_no_schema_is_left_over() -> None:
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / "copkit" / "schemas").iterdir()}
    assert kept == {path for path in PAGES if path.startswith("copkit/schemas/")}
    assert len(kept) == len(KINDS) > 20


@pytest.mark.parametrize("name", KINDS)
def test_example_of_a_kind_loads_without_a_finding(name: str) -> None:
    kind = KINDS[name]
    document = read(data_model.example(kind).encode(), f"{name}.yaml")
    decoded = decode(document, kind)
    assert decoded.records
    assert (*document.findings, *decoded.findings) == ()
    assert trouble(name, data_model.example(kind)) == []


def test_every_example_belongs_to_a_kind() -> None:
    assert {path.name for path in data_model.EXAMPLES.iterdir()} == {
        *(f"{name}.yaml" for name in KINDS),
        "feedback.csv",
        "follow_up.csv",
    }


@pytest.mark.parametrize(
    "path", [data_model.EXAMPLES / "feedback.csv", *(ROOT / "communities").glob("*/feedback/*.csv")]
)
def test_every_row_of_feedback_is_an_answer(path: Path) -> None:
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    answers = [
        Answer.model_validate({key: cell for key, cell in row.items() if cell}) for row in rows
    ]
    assert answers
    assert all(isinstance(answer.useful, int) for answer in answers)


def test_data_model_names_every_field_of_every_kind() -> None:
    page = PAGES["docs/data-model.md"]()
    for kind in KINDS.values():
        section = page.split(f"\n## {kind.title}\n")[1].split("\n## ")[0]
        for name in json.loads(PAGES[f"copkit/schemas/{kind.name}.json"]())["definitions"][kind.record.__name__][
            "properties"
        ]:
            assert name == "accept" or f"| `{name}` |" in section, f"{kind.name}.{name}"


def test_links_of_the_contents_lead_to_headings() -> None:
    page = PAGES["docs/data-model.md"]()
    headings = {line[3:].lower().replace(" ", "-") for line in page.split("\n") if line.startswith("## ")}
    links = {part.split(")")[0] for part in page.split("](#")[1:]}
    assert len(links) == len(KINDS) + 2  # feedback and the follow-up are tables
    assert links <= headings


def test_every_command_is_in_a_group_and_on_the_page() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(COMMANDS)
    assert {words[0] for words in COMMAND_WORDS} == set(COMMANDS)
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for words in COMMAND_WORDS:
        assert f"# copkit {' '.join(words)}\n" in page, "python3 make.py docs writes docs/cli.md anew"


@pytest.mark.parametrize("words", COMMAND_WORDS, ids=" ".join)
def test_help_has_an_example_and_keeps_within_80_columns(words: tuple[str, ...]) -> None:
    text = help_of(*words)
    assert "Example: copkit " + words[0] in text.replace("\n ", "")
    assert max(len(line) for line in text.split("\n")) <= 80
