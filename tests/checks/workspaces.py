"""Bad workspaces that state their own findings.

Each folder of `bad/` is laid over `base/`, which has no findings, and is named for the check that it is about. A
line that ends in `# expect: SES-02 warning, REF-01` must have just these findings; every other line must have
none. `# today: 2026-06-01` at the top of a file sets the day. `remove.txt` lists files of the base that are not
there, `tracked.txt` what git keeps, and `history/DAY/` has notes of the community as they were committed on a day.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from copkit.checks import Selection, check
from copkit.checks.history import Version
from copkit.findings import Finding
from copkit.workspace import Folder

HERE = Path(__file__).parent
BASE = HERE / "base"
BAD = sorted(path for path in (HERE / "bad").iterdir() if path.is_dir())
_EXPECT = re.compile(r"# expect: (.+?)\s*$")
_REMARK = re.compile(r" *# expect: .+$", re.MULTILINE)
_TODAY = re.compile(r"^# today: (\S+)", re.MULTILINE)


class Expected(NamedTuple):
    """A finding that a line says it has; any severity where it names none."""

    path: str
    line: int
    code: str
    severity: str


class Bad:
    """One bad workspace, made in a folder."""

    def __init__(self, overlay: Path, folder: Path) -> None:
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        for name in self._lines(overlay / "remove.txt"):
            (folder / name).unlink()
        shutil.copytree(overlay, folder, dirs_exist_ok=True)
        notes = folder.rglob("communities/**/*.notes.yaml")
        self.notes = {path: path.read_text(encoding="utf-8") for path in notes}
        for path, text in self.notes.items():  # in notes a remark would be part of what was said
            path.write_text(_REMARK.sub("", text), encoding="utf-8")
        self.code = overlay.name[:6]
        self.root = folder
        tracked = overlay / "tracked.txt"
        self.tracked = (
            [line.partition("#")[0].strip() for line in self._lines(tracked)] if tracked.exists() else None
        )
        texts = [path.read_text(encoding="utf-8") for path in sorted(overlay.rglob("*.yaml"))]
        days = [match[1] for text in texts if (match := _TODAY.search(text))]
        self.today = date.fromisoformat(days[0] if days else "2026-05-01")

    def expected(self) -> set[Expected]:
        """What the lines of its files say."""
        return set(self._in_files()) | set(self._in_tracked())

    def found(self, selection: Selection | None = None) -> list[Finding]:
        """What the checks say."""
        tree = Folder(self.root)
        return list(
            check(tree, today=self.today, selection=selection, tracked=self.tracked, versions=self._versions())
        )

    def _versions(self) -> dict[str, tuple[Version, ...]] | None:
        """What git has of the notes."""
        versions: dict[str, tuple[Version, ...]] = {}
        for path in sorted((self.root / "history").glob("*/*.notes.yaml")):
            name = f"communities/one/sessions/{path.name}"
            version = Version(date.fromisoformat(path.parent.name), path.read_bytes())
            versions[name] = (*versions.get(name, ()), version)
        return versions or None

    def _in_files(self) -> Iterator[Expected]:
        for path in sorted(self.root.rglob("communities/**/*.yaml")):
            name = path.relative_to(self.root).as_posix()
            text = self.notes.get(path) or path.read_text(encoding="utf-8")
            for number, line in enumerate(text.split("\n"), 1):
                yield from expectations(name, number, line)

    def _in_tracked(self) -> Iterator[Expected]:
        for line in self._lines(self.root / "tracked.txt"):
            yield from expectations(line.partition("#")[0].strip(), 1, line)

    @staticmethod
    def _lines(path: Path) -> list[str]:
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def expectations(path: str, number: int, line: str) -> Iterator[Expected]:
    """What one line says that it has."""
    match = _EXPECT.search(line)
    for one in match[1].split(",") if match else ():
        code, _, severity = one.strip().partition(" ")
        yield Expected(path, number, code, severity)


def differences(expected: set[Expected], found: list[Finding]) -> list[str]:
    """What was expected and not found, and what was found and not expected."""
    wanted = {(one.path, one.line, one.code): one.severity for one in expected}
    there = {(*one.position[:2], one.code): one for one in found}
    missing = [f"missing: {key[0]}:{key[1]} {key[2]}" for key in sorted(wanted.keys() - there.keys())]
    extra = [f"not expected: {one.position} {one.severity.word} {one.code} {one.message}"
             for key, one in sorted(there.items()) if key not in wanted]  # fmt: skip
    wrong = [f"{key[0]}:{key[1]} {key[2]} is {there[key].severity.word}, not {severity}"
             for key, severity in sorted(wanted.items())
             if key in there and severity and there[key].severity.word != severity]  # fmt: skip
    return missing + extra + wrong


def bad(name: str, folder: Path) -> Bad:
    """A bad workspace by its name, made in a folder."""
    return Bad(HERE / "bad" / name, folder)
