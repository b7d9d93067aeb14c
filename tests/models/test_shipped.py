"""What comes with copkit as YAML is as a workspace's own files are to be: valid, whole, and known to itself."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from copkit.checks.runner import make_context
from copkit.documents.welcome import TERMS
from copkit.models import shipped as module
from copkit.models.base import Place
from copkit.models.decode import decode
from copkit.models.kinds import KINDS
from copkit.models.shipped import shipped
from copkit.workspace import Folder, Shared
from copkit.yamlfile import read
from tests.docs.pages import ROOT
from tests.schemas import trouble

FILES = sorted((ROOT / "copkit" / "data").glob("*.yaml"))
NAMES = [path.stem for path in FILES]


def test_every_file_is_of_a_kind_to_which_a_workspace_may_add() -> None:
    assert len(FILES) >= 5
    assert {KINDS[name].path for name in NAMES} == {f"communities/programme/{path.name}" for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_has_no_finding_and_suits_its_schema(path: Path) -> None:
    document = read(path.read_bytes(), path.name)
    decoded = decode(document, KINDS[path.stem])
    said = [f"{one.position}: {one.message}. {one.fix}" for one in (*document.findings, *decoded.findings)]
    assert said == []
    assert len(decoded.records) == len(shipped(path.stem)) > 2
    assert trouble(path.stem, path.read_text("utf-8")) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_a_file_names_is_known(name: str, tmp_path: Path) -> None:
    (tmp_path / "communities").mkdir()
    known = make_context(Folder(tmp_path), Shared(), date(2026, 6, 1)).known
    assert [key for key, record in shipped(name).items() if known.look(record, 1990, 2100)] == []


def test_every_place_has_a_running_order_and_the_welcome_page_its_terms() -> None:
    assert set(shipped("running-orders")) == {f"{place}-standard" for place in get_args(Place)}
    assert all(Shared().glossary.find(term) for term in TERMS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("troika:\n  title: Troika\n  least: long\n", "copkit/data/methods.yaml:3:3: “long” is not a whole number"),
        ("troika: [\n", "copkit/data/methods.yaml:"),
        (
            "troika:\n  titel: Troika\n  title: T\n  least: 1\n",
            "copkit/data/methods.yaml:2:3: “titel” is not a field",
        ),
    ],
)
def test_a_broken_file_is_told_of_by_file_line_and_column(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "methods.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "_DATA", tmp_path)
    with pytest.raises(ValueError, match="copkit/data") as broken:
        shipped.__wrapped__("methods")
    assert str(broken.value).startswith(said)
