"""Everything that the demonstration prints and publishes, made by the command line, stands before its judges.

Every session of every community in every document as PDF and through the HTML checker; every calendar file. In
the browser, which takes a second a page: every document of two sessions, and of each community the agenda and the
invitation of the first session and of each that was moved or cancelled.
"""

from functools import partial
from pathlib import Path

import pytest

from tests.judges.ics import judge_calendars
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf
from tests.shell import copkit, demonstration

pytestmark = pytest.mark.slow

DOCUMENTS = {
    "agenda": ("agenda",),
    "agenda-public": ("agenda", "--for", "public"),
    "plan": ("print", "plan"),
    "moderator": ("print", "moderator"),
    "tables": ("print", "tables"),
    "invite": ("invite",),
    "brief": ("print", "brief"),
}
MAIN = "systems-leadership"
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


def printed(root: Path, community: str, session: str, kind: str, *only: str) -> list[Path]:
    """Every document of a session in one format, or only those named."""
    made = []
    for name in only or DOCUMENTS:
        out = root / "judged" / f"{community}-{session}-{name}.{kind}"
        out.parent.mkdir(exist_ok=True)
        ran = copkit(*DOCUMENTS[name], community, session, "--format", kind, "--out", out, root=root)
        assert ran.code == 0, (name, community, session, ran.err)
        made.append(out)
    return made


def all_printed(root: Path, kind: str) -> list[Path]:
    """The documents of every session of every community."""
    pairs = ((community, session) for community in communities(root) for session in sessions(root, community))
    return [path for community, session in pairs for path in printed(root, community, session, kind)]


def changed(root: Path, community: str, session: str) -> bool:
    text = (root / "communities" / community / "sessions" / f"{session}.yaml").read_text(encoding="utf-8")
    return "moved_from:" in text or "status: cancelled" in text


def faults(verdicts: dict[Path, list[str]]) -> dict[str, list[str]]:
    return {path.name: problems for path, problems in verdicts.items() if problems}


@pytest.fixture(scope="module")
def pdfs(workspace: Path) -> list[Path]:
    found = all_printed(workspace, "pdf")
    assert len(found) >= 150
    return found


def test_every_pdf_is_right_to_the_quick_judges(pdfs: list[Path]) -> None:
    assert faults({path: judge_pdf(path) for path in pdfs}) == {}


def test_every_pdf_is_right_to_vera(pdfs: list[Path]) -> None:
    verdicts = judge_by_vera(pdfs)
    assert len(verdicts) == len(pdfs)
    assert faults(verdicts) == {}


def test_a_screen_reader_meets_the_agenda_in_order(workspace: Path) -> None:
    (agenda, *_) = printed(workspace, MAIN, "2026-06-09", "pdf")
    headings = ["What would have to be true for one form to work everywhere?", "When", "How we treat each other"]
    first, last = ["10am", "Welcome", "Amina Khan"], ["Check-out", "Priya Das"]
    assert judge_pdf(agenda, [*headings[:2], *first, *last, headings[2]]) == []


@pytest.fixture(scope="module")
def pages(workspace: Path) -> list[Path]:
    found = [path for day in SEEN for path in printed(workspace, MAIN, day, "html")]
    for community in communities(workspace):
        days = sessions(workspace, community)
        for day in days[:1] + [day for day in days[1:] if changed(workspace, community, day)]:
            found += printed(workspace, community, day, "html", "agenda", "invite")
    assert len(found) >= 30
    return found


def test_every_page_is_right_in_the_browser(pages: list[Path]) -> None:
    assert faults(judge_pages(pages)) == {}


def test_every_page_is_right_to_the_html_checker(workspace: Path) -> None:
    found = all_printed(workspace, "html")
    assert len(found) >= 150
    assert faults(judge_html(found)) == {}


@pytest.mark.parametrize("audience", ["members", "public"])
def test_every_calendar_is_right_to_four_readers(workspace: Path, audience: str) -> None:
    make = partial(copkit, "calendar", root=workspace)
    out = workspace / f"calendars-{audience}"
    assert make("--all", "--for", audience, "--out", out).code == 0
    assert len([*out.rglob("*.ics")]) == 1 + len(communities(workspace))
    for day in sessions(workspace, MAIN)[-6:]:
        assert make(MAIN, day, "--for", audience, "--out", out / day).code == 0
    found = sorted(out.rglob("*.ics"))
    assert len(found) >= 6 + 1 + len(communities(workspace))
    assert faults(judge_calendars(found)) == {}
