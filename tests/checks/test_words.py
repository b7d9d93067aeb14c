"""How long sentences are, how hard a text is to read, and what counts as an abbreviation that nobody explained."""

import json
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from copkit.checks import Selection, check
from copkit.checks.wording import mean_sentence, reading_age
from copkit.workspace import Folder
from tests.checks.workspaces import BASE
from tests.metrics.conftest import write

PLAIN = "We meet once a month. We talk about one question. Then we say what each of us will do by when. " * 4
HARD = "Interorganisational collaboration necessitates multidisciplinary participation. " * 14


@pytest.mark.parametrize(
    ("text", "mean"),
    [
        ("", 0),
        ("One two three.", 3),
        ("One two three. Four five!", 2.5),
        ("We said “stop.” They went on.", 3),
        ("- one two\n- three four\n- five six", 2),
        ("One two\n\nthree four five six", 3),
        ("It's the team’s own", 4),
        ("10am to 4pm on 9 June 2026", 5),
    ],
)
def test_sentences_end_where_readers_see_them_end(text: str, mean: float) -> None:
    assert mean_sentence(text) == mean


def test_long_words_are_harder_than_short_ones_and_short_texts_have_no_age() -> None:
    assert 5 <= reading_age(PLAIN) <= 10
    assert reading_age(HARD) > 25
    assert reading_age("Interorganisational collaboration necessitates participation.") == 0


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("People with LD wait for an OPA", ["LD", "OPA"]),
        ("The GPs and the A&E of the NHS in the UK, since COVID-19", []),
        ("The ICB asked for CPD hours", []),
        ("A multidisciplinary team (MDT) meets. The MDT decides.", []),
        ("The MDT (the team of many trades) decides", []),
        ("See https://example.org/ABC and write to cop.team@ABC.example about README.md", []),
        ("This is NOT for us", []),
        ("The LD nurse and the other LD nurse", ["LD"]),
    ],
)
def test_only_abbreviations_that_a_newcomer_cannot_know_are_told(
    text: str, unexplained: list[str], tmp_path: Path
) -> None:
    copytree(BASE, tmp_path, dirs_exist_ok=True)
    write(
        tmp_path, {"one/reviews/2026-27.yaml": f"headline: {json.dumps(text)}\nagreed_by: [amina.khan, sam.reid]\n"}
    )
    findings = check(Folder(tmp_path), today=date(2026, 5, 1), selection=Selection.of(["DOC"]))
    assert [one.message.partition(" ")[0] for one in findings] == unexplained


def test_a_name_of_an_organisation_needs_no_explanation(tmp_path: Path) -> None:
    copytree(BASE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "communities/programme/organisations.yaml"
    path.write_text(path.read_text("utf-8") + "xyz: {name: XYZ Trust, sector: acute}\n", "utf-8")
    write(tmp_path, {"one/reviews/2026-27.yaml": "headline: People of the XYZ came too\n"})
    assert not list(check(Folder(tmp_path), today=date(2026, 5, 1), selection=Selection.of(["DOC"])))
