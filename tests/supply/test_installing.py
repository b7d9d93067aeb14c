"""docs/installing.md: its commands are run in their order, and nothing that copkit leaves behind is forgotten."""

import os
import re
import subprocess
import sys
import venv
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from copkit.new.ci import CONSTRAINTS
from copkit.world import cache
from tests.docs.shells import SHELLS
from tests.supply.test_constraints import pins

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "installing.md").read_text(encoding="utf-8")
INSIDE = "Scripts" if os.name == "nt" else "bin"


TOOLS = ("pip", *(pytest.param(tool, marks=pytest.mark.needs(tool)) for tool in ("pipx", "uv")))
PROGRAM = "copkit.exe" if os.name == "nt" else "copkit"


def lines(tool: str) -> list[str]:
    """What is typed with a tool, from the first install to the end."""
    part = PAGE.split(f"\n## With {tool}\n")[1].split("\n## ")[0]
    return re.findall(r"^```\n(.*?)\n```$", part, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("tool", ["pipx", "uv", "pip"])
def test_each_line_is_the_same_words_in_every_shell(tool: str) -> None:
    assert len(lines(tool)) >= 2
    for line in lines(tool):
        assert SHELLS["bash"](line) == SHELLS["PowerShell"](line) == SHELLS["cmd"](line)


def run(words: list[str], env: dict[str, str]) -> str:
    ran = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=900)
    assert ran.returncode == 0, f"{words}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


def home(tool: str, folder: Path) -> dict[str, str]:
    """An environment in which a tool keeps all it makes below a folder, and copkit is not there otherwise."""
    venv.create(folder / "env", with_pip=False)
    own = {
        "PIPX_HOME": "pipx", "PIPX_BIN_DIR": "bin", "PIPX_MAN_DIR": "man",
        "UV_TOOL_DIR": "uv", "UV_TOOL_BIN_DIR": "bin",
    }  # fmt: skip
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    if tool == "pip":
        env["PIP_PYTHON"] = str(folder / "env" / INSIDE / "python")
    return env | {name: str(folder / value) for name, value in own.items()}


@pytest.mark.slow
@pytest.mark.parametrize("tool", TOOLS)
def test_copkit_comes_with_what_is_pinned_is_renewed_and_goes(tool: str, tmp_path: Path) -> None:
    env = home(tool, tmp_path)
    beside = str(Path(sys.executable).parent)
    env["PATH"] = os.pathsep.join((beside, env["PATH"]))
    program = tmp_path / ("env/" + INSIDE if tool == "pip" else "bin") / PROGRAM
    *installs, uninstall = (SHELLS["bash"](line) for line in lines(tool))
    for words in installs:
        run(words, env)
        assert run([str(program), "--version"], env).startswith("copkit ")
    (found,) = tmp_path.rglob("copkit-*.dist-info")
    came = {canonicalize_name(one.name): one.version for one in distributions(path=[str(found.parent)])}
    assert len(came) > 20
    assert {name: version for name, version in came.items() if name != "copkit"}.items() <= pins(
        "constraints.txt"
    ).items()
    run(uninstall, env)
    assert not program.exists()


def test_the_page_names_every_place_of_this_user() -> None:
    text = PAGE.replace("`", "")
    for platform, names in {
        "linux": ("~/.cache/copkit", "~/.config/copkit"),
        "darwin": ("~/Library/Caches/copkit", "~/Library/Application Support/copkit"),
        "win32": (r"%LOCALAPPDATA%\copkit", r"%APPDATA%\copkit"),
    }.items():
        assert all(name in text for name in names), platform
    assert "XDG_CACHE_HOME" in text
    assert "XDG_CONFIG_HOME" in text


def test_copkit_writes_for_this_user_where_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for platform, (kept, decided) in {
        "linux": (".cache", ".config"), "darwin": ("Library/Caches", "Library/Application Support"),
    }.items():  # fmt: skip
        monkeypatch.setattr(cache.sys, "platform", platform)
        assert cache.user_cache("x") == tmp_path / kept / "copkit" / "x"
        assert cache.user_settings("x") == tmp_path / decided / "copkit" / "x"
    for name in (CONSTRAINTS.split("/")[0], ".copkit.lock", "private/", "build/", ".git/hooks/pre-commit"):
        assert f"`{name}" in PAGE
