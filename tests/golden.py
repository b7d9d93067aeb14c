"""Golden files: whole outputs kept beside the tests, compared to the byte, remade by `pytest --update-golden`.

A test asks for the fixture `golden` and calls `golden("agenda.html", text)`: the file lies in `golden/` beside the
test. The test's own source must name each file, in full or up to its first dot, so that a file that no test names
any more is found as an orphan.
"""

from difflib import unified_diff
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SHOWN = 60


class Golden:
    """Compares texts with the golden files of one test module."""

    def __init__(self, module: Path, *, update: bool) -> None:
        self.folder = module.parent / "golden"
        self.update = update

    def __call__(self, name: str, text: str) -> None:
        """Fail with a diff unless the file holds exactly this text; with --update-golden, write it."""
        path = self.folder / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            return
        if not path.is_file():
            pytest.fail(
                f"there is no golden file {path.relative_to(TESTS)}: run pytest --update-golden and look at it"
            )
        kept = path.read_bytes().decode()
        if kept != text:
            pytest.fail(
                f"{path.relative_to(TESTS)} differs (pytest --update-golden writes it anew)\n{_diff(kept, text)}"
            )


def _diff(kept: str, text: str) -> str:
    lines = list(unified_diff(kept.splitlines(), text.splitlines(), "golden", "made", lineterm="", n=2))
    more = [f"… and {len(lines) - SHOWN} more lines"] if len(lines) > SHOWN else []
    return "\n".join([*lines[:SHOWN], *more]) or "only the line endings differ"


def golden_files() -> list[Path]:
    """Every golden file of the suite."""
    return sorted(path for path in TESTS.glob("**/golden/**/*") if path.is_file())


def orphans(files: list[Path]) -> list[Path]:
    """The golden files that no test module in the folder above them names."""
    return [path for path in files if not any(_names(module, path) for module in _modules(path))]


def _modules(path: Path) -> list[Path]:
    folder = next(parent for parent in path.parents if parent.name == "golden").parent
    return sorted(folder.glob("test_*.py"))


def _names(module: Path, path: Path) -> bool:
    source = module.read_text(encoding="utf-8")
    return any(f'"{name}"' in source for name in (path.name, path.name.partition(".")[0]))
