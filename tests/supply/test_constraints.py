"""constraints.txt pins all that copkit needs, and what installs copkit for others takes pinned things alone."""

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
SYSTEMS = ("linux", "darwin", "win32")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DIRECT = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
WORKFLOWS = [*(ROOT / ".github" / "workflows").iterdir(), ROOT / "templates" / "new" / "github.yml.j2"]


def pins(file: str) -> dict[str, str]:
    """The exact version of each package that a file of pip's names."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


def wanted(of: str, platform: str) -> list[Requirement]:
    """What a package needs on a system, without its extras."""
    env = {"sys_platform": platform, "platform_system": "Windows" if platform == "win32" else "", "extra": ""}
    found = [Requirement(line) for line in requires(of) or ()]
    return [one for one in found if one.marker is None or one.marker.evaluate(env)]


def test_every_line_is_one_version() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9.-]+==[\w.]+( ; sys_platform == 'win32')?", line), line


@pytest.mark.parametrize("direct", DIRECT)
def test_what_the_project_asks_for_is_met(direct: str) -> None:
    asked = Requirement(direct)
    assert asked.specifier.contains(pins("constraints.txt")[canonicalize_name(asked.name)])


@pytest.mark.parametrize("platform", SYSTEMS)
def test_what_these_need_in_turn_is_pinned_and_nothing_else(platform: str) -> None:
    pinned, todo, seen = pins("constraints.txt"), [Requirement(line) for line in DIRECT], set[str]()
    while todo:
        asked = todo.pop()
        name = canonicalize_name(asked.name)
        assert asked.specifier.contains(pinned[name]), f"{asked} is not met by {pinned[name]}"
        if name not in seen and (name != "colorama"):
            todo += wanted(name, platform)
        seen.add(name)
    assert set(pinned) - seen <= {"colorama"}


def test_what_is_tested_is_what_is_pinned() -> None:
    tested = pins("requirements-dev.lock")
    assert pins("constraints.txt").items() <= tested.items()


def test_the_set_up_and_ci_install_by_the_lock_and_documents_by_the_constraints() -> None:
    assert '"--require-hashes", "-r", LOCK' in (ROOT / "make.py").read_text(encoding="utf-8")
    assert "python3 make.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for page in ("README.md", "docs/installing.md"):
        lines = re.findall(
            r"^(?:pipx|uv tool|python -m pip) install.*", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE
        )
        assert lines
        assert all("constraints.txt" in line for line in lines), page


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_named_by_commit_with_their_version_beside_it(file: Path) -> None:
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} +# v\d+\.\d+\.\d+", action), action


def test_the_same_actions_are_used_everywhere() -> None:
    used = {action for file in WORKFLOWS for action in re.findall(r"uses: (\S+)", file.read_text(encoding="utf-8"))}
    assert len(used) == len({action.split("@")[0] for action in used}) == 2
