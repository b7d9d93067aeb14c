"""The entry to the project: it sets up once, gets pip where Python has none, and never takes a wrong file."""

import http.server
import importlib.util
import re
import subprocess
import sys
import threading
import venv
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """make.py as a module, working in an empty folder."""
    for name in ("PIP_INDEX_URL", "PIP_CERT", "PIP_CONFIG_FILE", "APPDATA", "PROGRAMDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    spec = importlib.util.spec_from_file_location("make", ROOT / "make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.VENV = tmp_path / ".venv"  # type: ignore[attr-defined]
    return module


@pytest.fixture
def index(tmp_path: Path) -> Iterator[str]:
    """A package index on this machine that has a file by the name of pip's wheel, but not pip."""
    make_wheel = "pip-26.3-py3-none-any.whl"
    (tmp_path / "simple" / "pip").mkdir(parents=True)
    (tmp_path / "simple" / "pip" / "index.html").write_text(f'<a href="../../files/{make_wheel}#sha256=0">x</a>')
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / make_wheel).write_bytes(b"not pip")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(tmp_path))  # type: ignore[arg-type, misc]

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/simple/"
        server.shutdown()


def test_a_wrong_pip_is_refused(make: ModuleType, index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index)
    with pytest.raises(SystemExit, match="is not the file it should be"):
        make.fetch_pip()


def test_an_index_without_pip_is_named(make: ModuleType, index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index)
    make.PIP_WHEEL = "pip-99-py3-none-any.whl"  # type: ignore[attr-defined]
    with pytest.raises(SystemExit, match="does not have pip-99"):
        make.fetch_pip()


def test_no_way_to_an_index_is_said(make: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(SystemExit, match="HTTPS_PROXY"):
        make.fetch_pip()


def test_settings_of_pip_are_read_where_pip_keeps_them(
    make: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config" / "pip").mkdir(parents=True)
    own = tmp_path / "config" / "pip" / "pip.conf"
    own.write_text("[global]\nindex-url = https://one.example/%7Esimple\ncert = /certs\n")
    assert make.pip_settings()["index-url"] == "https://one.example/%7Esimple"
    given = tmp_path / "given.ini"
    given.write_text("[global]\nindex-url = https://two.example/simple\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(given))
    monkeypatch.setenv("PIP_CERT", "/other")
    settings = make.pip_settings()
    assert (settings["index-url"], settings["cert"]) == ("https://two.example/simple", "/other")


def test_what_is_set_up_is_not_set_up_again(make: ModuleType, tmp_path: Path) -> None:
    make.PYTHON = tmp_path / ".venv" / "python"  # type: ignore[attr-defined]
    make.PYTHON.parent.mkdir()
    make.PYTHON.touch()
    lock = tmp_path / "lock"
    lock.write_text("one==1\n")
    assert not make.up_to_date("packages", lock)
    make.remember("packages", lock)
    assert make.up_to_date("packages", lock)
    lock.write_text("one==2\n")
    assert not make.up_to_date("packages", lock)


def test_an_older_python_is_told_so() -> None:
    pretend = "import sys, runpy; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (old)'; "
    run = subprocess.run(
        [sys.executable, "-c", pretend + "runpy.run_path('make.py', run_name='__main__')"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (1, "copkit needs Python 3.11 or newer, and this is Python 3.9.2.\n")


def test_without_a_command_it_lists_them() -> None:
    run = subprocess.run([sys.executable, "make.py"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert run.returncode == 2
    for command in ("demo", "test", "check", "golden", "docs", "bench", "lock"):
        assert f"make.py {command} " in run.stdout


@pytest.mark.slow
def test_a_python_without_pip_gets_the_pinned_one(make: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Debian, whose python3 comes without pip and ensurepip."""
    monkeypatch.undo()  # the machine's own settings lead to its package index
    venv.create(make.VENV, with_pip=False, symlinks=True)
    make.PYTHON = make.VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    make.find_spec = lambda _: None  # type: ignore[attr-defined]
    make.get_pip()
    told = subprocess.check_output([make.PYTHON, "-m", "pip", "--version"], text=True, timeout=120)
    assert told.startswith(f"pip {make.PIP_VERSION} ")


@pytest.mark.parametrize("name", ["requirements-dev.lock", "requirements-judges.lock"])
def test_a_lock_names_versions_and_hashes_and_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not any(word in text for word in ("http", "file:", "--find-links", "--index"))
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert len(blocks) > 10
    for block in blocks:
        assert re.match(r"[a-z0-9-]+==[\w.]+ ", block), block
        assert "--hash=sha256:" in block, block
