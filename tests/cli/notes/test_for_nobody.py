"""What is for nobody is neither committed nor sent, in any field that the models declare so; and never repeated."""

from pathlib import Path

import pytest

from copkit.models.base import AUDIENCES
from copkit.models.kinds import KINDS
from copkit.models.nobody import hidden_paths, may_hide
from copkit.yamlfile import read
from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import copkit, snapshot

SHARED = "communities/programme/onboarding/jo.ng.yaml"
SECRET = "zq-canary-qz"
SAID = {
    "notes": (f"who: jo.ng\nstarts: 2026-07-01\nnotes: {SECRET}\n", 3),
    "learned": (f"who: jo.ng\nmeet:\n  - who: sam.reid\n    learned: {SECRET}\n", 4),
    "skills": (f"who: jo.ng\nskills: {{{SECRET}: {{now: 2}}}}\n", 2),
    "of another shape": (f"who: jo.ng\nnotes: [{SECRET}]\n", 2),
    "not in its place": (f"who: jo.ng\nmeet:\n  sam.reid: {{learned: {SECRET}}}\n", 3),
    "of a file that cannot be read": (f"who: jo.ng\nnotes: [{SECRET}\n", 2),
}


def put(root: Path, text: str) -> Path:
    """A leader's file that says this."""
    path = root / SHARED
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def committed(root: Path, text: str, message: str = "By hand") -> None:
    """The same, committed with git alone."""
    put(root, text)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


@pytest.mark.parametrize("name", SAID)
def test_save_commits_nothing_and_names_the_place(name: str, repo: Path) -> None:
    text, line = SAID[name]
    put(repo, text)
    (repo / NOTES).write_text(SAMPLE)
    before = snapshot(repo)
    for words in (("save",), ("save", "--dry-run"), ("save", "--message", "Now")):
        ran = copkit(*words, root=repo)
        assert ran.code == 3
        assert f"{SHARED}:{line}" in ran.out + ran.err
        assert SECRET not in ran.out + ran.err
    after = snapshot(repo)
    assert {name for name in after if before.get(name) != after[name]} <= {".git/index"}
    assert git(repo, "status", "--porcelain", "--untracked-files=all").count("??") == 2


@pytest.mark.parametrize("name", ["notes", "learned", "skills"])
def test_notes_commit_commits_nothing_while_git_keeps_such_a_file(name: str, repo: Path) -> None:
    text, line = SAID[name]
    committed(repo, text)
    (repo / NOTES).write_text(SAMPLE)
    head = git(repo, "rev-parse", "HEAD")
    ran = copkit("notes", "commit", root=repo)
    assert ran.code == 3
    assert f"{SHARED}:{line}" in ran.out
    assert SECRET not in ran.out + ran.err
    assert git(repo, "rev-parse", "HEAD") == head
    put(repo, "who: jo.ng\n")
    assert copkit("notes", "commit", root=repo).code == 0


def test_notes_are_committed_beside_a_file_that_is_not_in_git(repo: Path) -> None:
    put(repo, SAID["notes"][0])
    (repo / NOTES).write_text(SAMPLE)
    assert copkit("notes", "commit", root=repo).code == 0


def test_an_acceptance_lets_nothing_through(repo: Path) -> None:
    put(repo, f"{SAID['notes'][0]}accept: [{{check: PRV-10, because: We said so, until: 2027-01-01}}]\n")
    assert copkit("save", root=repo).code == 3
    assert "PRV-10" in copkit("check", root=repo).out


@pytest.mark.parametrize("name", SAID)
def test_sync_sends_nothing_that_was_committed_by_hand(name: str, two: tuple[Path, Path]) -> None:
    text, line = SAID[name]
    sam, joe = two
    committed(sam, text)
    hub = git(joe, "ls-remote", "origin")
    ran = copkit("sync", root=sam)
    assert ran.code == 3
    assert f"{SHARED}:{line}" in ran.err
    assert "nothing was sent" in ran.err
    assert SECRET not in ran.out + ran.err
    assert git(joe, "ls-remote", "origin") == hub


def test_sync_wants_what_was_put_right_to_be_committed(two: tuple[Path, Path]) -> None:
    sam, _ = two
    committed(sam, SAID["notes"][0])
    put(sam, "who: jo.ng\n")
    ran = copkit("sync", root=sam)
    assert ran.code == 3
    assert "“copkit save” commits the file as it is now" in ran.err


def test_sync_does_not_send_a_commit_in_between_and_says_how_to_commit_anew(two: tuple[Path, Path]) -> None:
    sam, joe = two
    (joe / NOTES).write_text(SAMPLE)
    assert copkit("notes", "commit", root=joe).code == 0
    assert copkit("sync", root=joe).code == 0
    committed(sam, SAID["notes"][0])
    put(sam, "who: jo.ng\n")
    assert copkit("save", root=sam).code == 0
    ran = copkit("sync", root=sam)
    assert ran.code == 3
    assert f"{SHARED}:3:1: “notes” is for nobody, and is in a commit that is not sent yet" in ran.err
    git(sam, *ran.err.partition("“git ")[2].partition("”")[0].split())
    assert copkit("save", root=sam).code == 0
    assert copkit("sync", root=sam).code == 0
    assert (sam / NOTES).read_text() == SAMPLE
    assert SECRET not in git(sam, "log", "-p", "origin/main")


def test_a_first_sync_does_not_send_it_either(repo: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "hub.git")
    git(repo, "remote", "add", "origin", str(tmp_path / "hub.git"))
    committed(repo, SAID["notes"][0])
    put(repo, "who: jo.ng\n")
    assert copkit("save", root=repo).code == 0
    ran = copkit("sync", root=repo)
    assert ran.code == 3
    assert "docs/privacy.md" in ran.err
    assert git(tmp_path / "hub.git", "for-each-ref") == ""


def test_what_others_have_already_stands_in_nobodys_way_once_it_is_put_right(two: tuple[Path, Path]) -> None:
    sam, joe = two
    committed(joe, SAID["notes"][0])
    git(joe, "push", "-q")
    (sam / NOTES).write_text(SAMPLE)
    assert copkit("notes", "commit", root=sam).code == 0
    assert copkit("sync", root=sam).code == 0
    assert copkit("sync", root=sam).code == 3, "now git keeps the file here, too"
    (sam / ".gitignore").write_text("private/\nbuild/\n.copkit.lock\n.copkit-*.tmp\n")
    ran = copkit("migrate", root=sam)
    assert ran.code == 0, ran.err
    assert SECRET in (sam / "private/onboarding/jo.ng.yaml").read_text()
    assert copkit("save", root=sam).code == 0
    assert copkit("sync", root=sam).code == 0


def test_a_conflict_in_such_a_file_is_explained_and_not_refused(two: tuple[Path, Path]) -> None:
    sam, joe = two
    committed(joe, "who: jo.ng\nrole: One\n")
    git(joe, "push", "-q")
    committed(sam, "who: jo.ng\nrole: Two\n")
    assert copkit("sync", root=sam).code == 1
    assert "<<<<<<<" in (sam / SHARED).read_text()
    assert copkit("sync", root=sam).code == 1
    put(sam, f"who: jo.ng\nrole: Both\nnotes: {SECRET}\n")
    assert copkit("sync", root=sam).code == 3
    put(sam, "who: jo.ng\nrole: Both\n")
    assert copkit("sync", root=sam).code == 0


def test_staged_files_are_held_to_the_same_rule(repo: Path) -> None:
    committed(repo, SAID["notes"][0])
    assert copkit("check", "--staged", root=repo).code == 1, "whatever is staged: git keeps it"


def declared() -> list[tuple[str, str]]:
    """Every field of a kind of file that git keeps which is declared for nobody, found in another way: its page."""
    page = (Path(__file__).parents[3] / "docs" / "data-model.md").read_text(encoding="utf-8")
    sections = page.split("\n## ")
    kinds = {kind.title: kind for kind in KINDS.values()}
    found = []
    for section in sections:
        kind = kinds.get(section.partition("\n")[0])
        for line in section.splitlines() if kind is not None and not kind.path.startswith("private/") else ():
            cells = [cell.strip() for cell in line.split("|")]
            if "nobody" in cells[2:]:
                found.append((kind.name, cells[1].strip("`")))
    return found


def test_the_rule_sees_every_field_that_is_declared_for_nobody() -> None:
    assert AUDIENCES[-1] == "private"
    fields = declared()
    assert {"skills", "notes"} <= {name for _, name in fields}
    assert {kind for kind, _ in fields} == {name for name, kind in KINDS.items() if may_hide(kind)}
    data = read(b"skills: {a: {now: 2}}\nnotes: One\nmeet: [{learned: a}]\n", "").data
    seen = {str(path[-1]) for path in hidden_paths(data, KINDS["onboarding"])}
    assert {name for _, name in fields} - {"now", "aim"} == seen
