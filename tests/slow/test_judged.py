"""Everything that the demonstration prints and publishes, made by the command line, stands before its judges.

Every session of every community in every document as PDF; two sessions of each community as pages in the browser
(the whole of it would take a quarter of an hour); every calendar file.
"""

from functools import partial
from pathlib import Path

import pytest

from tests.judges.ics import judge_calendars
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf
from tests.judges.tools import need
from tests.shell import copkit, demonstration

pytestmark = pytest.mark.slow

DOCUMENTS = {
    "agenda": ("agenda",),
    "agenda-public": ("agenda", "--for", "public"),
    "plan": ("plan",),
    "moderator": ("plan", "--role", "moderator"),
    "tables": ("tables",),
    "invite": ("invite",),
    "brief": ("brief",),
}
SEEN = ("2026-06-09", "2026-07-14")  # in person and online


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory.mktemp("demonstration"))


def communities(root: Path) -> list[str]:
    folders = (path.parent.name for path in sorted(root.glob("communities/*/community.yaml")))
    return list(folders)


def sessions(root: Path, community: str) -> list[str]:
    plans = sorted(root.glob(f"communities/{community}/sessions/*.yaml"))
    return [path.stem for path in plans if not path.name.endswith(".notes.yaml")]


def printed(root: Path, community: str, session: str, kind: str) -> list[Path]:
    """Every document of a session in one format."""
    made = []
    for name, (document, *words) in DOCUMENTS.items():
        out = root / "judged" / f"{community}-{session}-{name}.{kind}"
        out.parent.mkdir(exist_ok=True)
        ran = copkit(document, community, session, "--format", kind, "--out", out, *words, root=root)
        assert ran.code == 0, (name, community, session, ran.err)
        made.append(out)
    return made


def all_printed(root: Path, kind: str, most: int | None = None) -> list[Path]:
    """The documents of every session of every community, or of the first and last few of each."""
    made = []
    for community in communities(root):
        names = sessions(root, community)
        chosen = names if most is None else sorted({*names[:1], *names[-1:], *(set(SEEN) & set(names))})
        for session in chosen:
            made += printed(root, community, session, kind)
    return made


def faults(verdicts: dict[Path, list[str]]) -> dict[str, list[str]]:
    return {path.name: problems for path, problems in verdicts.items() if problems}


@pytest.fixture(scope="module")
def pdfs(workspace: Path) -> list[Path]:
    found = all_printed(workspace, "pdf")
    assert len(found) >= 150
    return found


def test_every_pdf_is_right_to_the_quick_judges(pdfs: list[Path]) -> None:
    need("pdfinfo")
    assert faults({path: judge_pdf(path) for path in pdfs}) == {}


def test_every_pdf_is_right_to_vera(pdfs: list[Path]) -> None:
    need("java", "veraPDF", "jaxb")
    verdicts = judge_by_vera(pdfs)
    assert len(verdicts) == len(pdfs)
    assert faults(verdicts) == {}


def test_a_screen_reader_meets_the_agenda_in_order(workspace: Path) -> None:
    need("pdfinfo")
    (agenda, *_) = printed(workspace, "systems-leadership", "2026-06-09", "pdf")
    assert judge_pdf(agenda, ["One referral form instead of three", "Agenda"]) == []


@pytest.fixture(scope="module")
def pages(workspace: Path) -> list[Path]:
    found = all_printed(workspace, "html", most=2)
    assert len(found) >= 48
    return found


def test_every_page_is_right_in_the_browser(pages: list[Path]) -> None:
    need("node", "npm packages", "browser")
    assert faults(judge_pages(pages)) == {}


def test_every_page_is_right_to_the_html_checker(workspace: Path) -> None:
    need("java", "npm packages")
    found = all_printed(workspace, "html")
    assert len(found) >= 150
    assert faults(judge_html(found)) == {}


@pytest.mark.parametrize("audience", ["members", "public"])
def test_every_calendar_is_right_to_four_readers(workspace: Path, audience: str) -> None:
    need("node", "npm packages")
    make = partial(copkit, "calendar", root=workspace)
    out = workspace / f"calendars-{audience}"
    assert make("--all", "--for", audience, "--out", out).code == 0
    found = sorted(out.rglob("*.ics"))
    assert len(found) >= 10 + len(communities(workspace))
    assert faults(judge_calendars(found)) == {}
