"""The commands that print documents, as people type them."""

import shutil
from pathlib import Path

import pytest

from tests.documents.making import WORKSPACE
from tests.shell import copkit, trust


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small workspace."""
    shutil.copytree(WORKSPACE / "communities", tmp_path / "communities")
    return tmp_path


def built(root: Path) -> list[str]:
    folder = root / "build" / "night-care"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


@pytest.mark.parametrize("command", ["agenda", "plan", "tables", "invite", "brief"])
def test_each_document_is_of_the_next_session(command: str, root: Path) -> None:
    ran = copkit("print", command, root=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"wrote build/night-care/2026-07-01-night-care-{command}.html\n"
    assert built(root) == [f"2026-07-01-night-care-{command}.html"]


def test_several_formats_at_once_and_nothing_written_twice(root: Path) -> None:
    words = ("agenda", "night", "4", "--format", "html", "--format", "txt,md")
    assert copkit(*words, root=root).out.count("wrote") == 3
    again = copkit(*words, root=root)
    assert again.out.count("unchanged") == 3
    assert "wrote" not in again.out


@pytest.mark.parametrize("typed", ["2026-07-01", "1 July 2026", "4", "next"])
def test_a_session_is_found_by_date_number_or_next(typed: str, root: Path) -> None:
    ran = copkit("agenda", "night-care", typed, "--format", "txt", "--out", "-", root=root)
    assert "Noise on the ward" in ran.out


def test_a_session_may_be_named_without_its_community(root: Path) -> None:
    assert "Handing over at dawn" in copkit("agenda", "last", "--format", "txt", "--out", "-", root=root).out


def test_the_public_version_goes_to_a_file_of_its_own(root: Path) -> None:
    copkit("agenda", "--for", "public", root=root)
    assert built(root) == ["2026-07-01-night-care-agenda-public.html"]


def test_out_may_be_a_file_a_folder_or_the_screen(root: Path, tmp_path: Path) -> None:
    copkit("agenda", "--out", tmp_path / "mine.html", root=root)
    copkit("agenda", "--out", tmp_path / "folder", "--format", "md", root=root)
    assert (tmp_path / "mine.html").is_file()
    assert (tmp_path / "folder" / "2026-07-01-night-care-agenda.md").is_file()
    ran = copkit("agenda", "--out", tmp_path / "one.html", "--format", "html,md", root=root)
    assert (ran.code, "Name a folder" in ran.err) == (2, True)


def test_an_invitation_to_a_changed_session_is_the_notice_of_the_change(root: Path) -> None:
    assert copkit("invite", "night-care", "5", root=root).out.endswith("2026-08-12-night-care-change.html\n")
    assert copkit("invite", "night-care", "6", root=root).out.endswith("2026-09-02-night-care-change.html\n")


def test_the_moderator_has_a_page_of_the_plan(root: Path) -> None:
    assert copkit("print", "moderator", root=root).out.endswith("2026-07-01-night-care-moderator.html\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("print", "plan", "--for", "public"), 3, "for team only"),
        (("print", "tables", "--for", "public"), 3, "for members and team only"),
        (("agenda", "--for", "friends"), 2, "there is no version for “friends”"),
        (("agenda", "--format", "odt"), 2, "no format “odt”"),
        (("agenda", "day-care"), 2, "no community “day-care”"),
        (("agenda", "night-care", "2031-01-01"), 2, "no session “2031-01-01”"),
        (("agenda", "night-care", "--today", "2031-01-01"), 3, "no session from today on"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(
    words: tuple[str, ...], code: int, said: str, root: Path
) -> None:
    ran = copkit(*words, root=root)
    assert (ran.code, said in ran.err) == (code, True)
    assert built(root) == []


def test_a_session_that_is_not_to_be_listed_has_no_public_documents(root: Path) -> None:
    plan = root / "communities/night-care/sessions/2026-07-01.yaml"
    plan.write_text(plan.read_text("utf-8") + "publish: no\n", "utf-8")
    assert copkit("invite", "--for", "public", root=root).code == 3
    assert copkit("invite", root=root).code == 0


def test_a_fault_in_a_template_names_it_with_its_line_and_nothing_is_written(root: Path) -> None:
    (root / "templates").mkdir()
    own = '{% extends "copkit/agenda.html.j2" %}\n{% block facts %}\n{{ nothing_here }}\n{% endblock %}\n'
    (root / "templates/agenda.html.j2").write_text(own)
    trust(root)
    ran = copkit("agenda", "--format", "html,pdf", root=root)
    assert ran.code == 3
    assert "agenda.html.j2:3: there is no field or macro named 'nothing_here'" in ran.err
    assert built(root) == []


def test_addresses_come_from_the_private_folder_and_nowhere_else(root: Path) -> None:
    ran = copkit("invite", "--addresses", root=root)
    assert (ran.code, "contacts.yaml" in ran.err) == (3, True)
    (root / "private").mkdir()
    text = "rosa.lind: {email: rosa@seaport.example}\nuna.okafor: una@seaport.example\n"
    (root / "private/contacts.yaml").write_text(text)
    ran = copkit("invite", "--addresses", root=root)
    assert ran.out == "rosa@seaport.example; una@seaport.example\n"
    assert "no address: Viktor Hale" in ran.err
    assert built(root) == []


def test_addresses_may_lie_in_a_folder_that_the_team_shares(root: Path, tmp_path: Path) -> None:
    shared = tmp_path / "team drive"
    shared.mkdir()
    (shared / "contacts.yaml").write_text("rosa.lind: {email: rosa@seaport.example}\n")
    settings = root / "communities/programme/programme.yaml"
    settings.write_text(settings.read_text("utf-8") + f"private_dir: {shared.as_posix()}\n", "utf-8")
    assert copkit("invite", "--addresses", root=root).out == "rosa@seaport.example\n"


def test_a_community_without_such_a_session_is_mentioned_and_does_not_stop_the_others(root: Path) -> None:
    other = root / "communities/day-care"
    other.mkdir()
    (other / "community.yaml").write_text("id: day-care\nname: Day Care\n")
    ran = copkit("agenda", root=root)
    assert (ran.code, "day-care has no sessions yet" in ran.err) == (0, True)
    assert built(root) == ["2026-07-01-night-care-agenda.html"]


def test_the_hosts_own_logo_stands_at_the_top(root: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    (root / "logo.svg").write_text(picture)
    settings = root / "communities/programme/programme.yaml"
    settings.write_text(settings.read_text("utf-8") + "logo: logo.svg\nlogo_alt: Seaport ICS\n", "utf-8")
    page = copkit("agenda", "--out", "-", root=root).out
    assert 'src="data:image/svg+xml;base64,' in page
    assert 'alt="Seaport ICS"' in page


def test_a_workspace_that_may_not_be_written_to_can_still_be_shown(root: Path) -> None:
    (root / "build").write_text("a file where the folder should be")
    ran = copkit("agenda", "--format", "txt", "--out", "-", root=root)
    assert (ran.code, "Noise on the ward" in ran.out) == (0, True)


def test_only_the_files_that_a_document_needs_are_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from copkit.workspace import Folder

    seen = []
    read = Folder.read
    monkeypatch.setattr(Folder, "read", lambda self, path: seen.append(path) or read(self, path))
    (root / "communities/programme/library.yaml").write_text("[]\n")
    (root / "communities/day-care").mkdir()
    (root / "communities/day-care/community.yaml").write_text("id: day-care\n")
    assert copkit("agenda", "night-care", root=root).code == 0
    assert "communities/programme/people.yaml" in seen
    assert not [path for path in seen if "library" in path or "day-care" in path]
