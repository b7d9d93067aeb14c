"""What a stranger meets: a fresh clone with the README's first command, and the wheel in an empty environment."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSIDE = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow


def run(*words: object, cwd: Path, code: int = 0, **env: str) -> str:
    """Runs a program and gives what it printed; a traceback is never right."""
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "COPKIT_VENV")}
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False,
        stdin=subprocess.DEVNULL, env={**clean, "PYTHONIOENCODING": "utf-8", **env}, timeout=900,
    )  # fmt: skip
    assert done.returncode == code, f"{words} gave {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout


def made(folder: Path, ending: str) -> list[Path]:
    return sorted(folder.rglob(f"*{ending}"))


@pytest.mark.needs("a clone")
def test_a_fresh_clone_makes_the_year_with_one_command(tmp_path: Path) -> None:
    clone = tmp_path / "a folder with spaces é"
    run("git", "clone", "--quiet", ROOT, clone, cwd=tmp_path)
    told = run(sys.executable, "make.py", "demo", cwd=clone)
    assert "9 June 2026" in told or "2026-06-09" in told
    assert [path.name for path in made(clone / "build", ".ics")] == ["systems-leadership.ics"]
    agendas = made(clone / "build", ".pdf")
    assert agendas
    assert agendas[0].read_bytes().startswith(b"%PDF-")
    assert run("git", "status", "--porcelain", cwd=clone) == "", "the demonstration's sources changed"
    again = run(sys.executable, "make.py", "demo", cwd=clone)
    assert "Installing" not in again
    inside = clone / ".venv" / INSIDE / "copkit"
    assert run(inside, "check", "--errors", cwd=clone) is not None


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheel_carries_all_that_copkit_reads(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tracked = [path.relative_to(ROOT).as_posix() for path in (ROOT / "copkit").rglob("*") if path.is_file()]
    wanted = {name for name in tracked if "__pycache__" not in name and not name.startswith("copkit/templates/")}
    assert wanted - set(names) == set()
    templates = [path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()]
    assert {f"copkit/{name}" for name in templates} - set(names) == set()
    for kind in (r"\.ttf$|\.otf$", r"bank.?holidays.*\.json$|holidays.*\.json$", r"\.html\.j2$", r"\.typ$"):
        assert any(re.search(kind, name) for name in names), kind
    assert not any(name.startswith(("tests/", "communities/", "private/")) for name in names)


def test_the_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / INSIDE / "python"
    run(sys.executable, "-m", "pip", "--quiet", "--python", python, "install", wheel,
        "-c", ROOT / "constraints.txt", cwd=tmp_path)  # fmt: skip
    copkit, home = tmp_path / "env" / INSIDE / "copkit", tmp_path / "work"
    home.mkdir()
    assert re.fullmatch(r"copkit \d+\.\d+\.\d+\n", run(copkit, "--version", cwd=home))
    then = ("--today", "2026-02-09")
    run(copkit, "init", "anytown", "--community", "Home First", "--name", "Amina Khan", "--system", "Anytown ICS",
        "--organisation", "NHS Anytown ICB", "--contact", "cop.team@anytown.example", "--yes", *then,
        cwd=home)  # fmt: skip
    workspace = home / "anytown"
    run(copkit, "check", *then, cwd=workspace)
    run(copkit, "schedule", *then, cwd=workspace)
    assert len(made(workspace / "communities" / "home-first" / "sessions", ".yaml")) == 10
    run(copkit, "check", "--errors", *then, cwd=workspace)
    run(copkit, "calendar", *then, cwd=workspace)
    assert [path.name for path in made(workspace / "build", ".ics")] == ["home-first.ics"]
    for kind in ("html", "pdf", "docx", "md", "txt"):
        run(copkit, "agenda", "--format", kind, *then, cwd=workspace)
        assert len(made(workspace / "build" / "home-first", f".{kind}")) == 1, kind
    run(copkit, "explain", "SES-02", cwd=workspace)
