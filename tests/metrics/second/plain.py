"""The files of a workspace as plain text and plain data: every scalar is text, what is blank is left out."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def texts_of(root: Path) -> dict[str, str]:
    """Every file below `communities/`, by its path from there."""
    folder = root / "communities"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def filled(data: Any) -> Any:
    """The same without fields that have nothing after their colon."""
    if isinstance(data, dict):
        return {key: filled(value) for key, value in data.items() if value != ""}
    return [filled(value) for value in data if value != ""] if isinstance(data, list) else data


class Texts:
    """The texts of a workspace's files, read as data when asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)
        self._read: dict[str, Any] = {}

    def mapping(self, path: str) -> Data:
        data = self._data(path)
        return data if isinstance(data, dict) else {}

    def rows(self, path: str) -> list[Data]:
        data = self._data(path)
        return [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []

    def below(self, folder: str, ending: str) -> Iterator[tuple[str, str]]:
        """The files of a folder, by their name without its ending, and their paths."""
        for path in sorted(self.texts):
            if path.startswith(f"{folder}/") and path.endswith(ending):
                yield path[len(folder) + 1 : -len(ending)], path

    def communities(self) -> list[str]:
        return sorted({path.split("/")[0] for path in self.texts} - {"programme"})

    def _data(self, path: str) -> Any:
        if path not in self._read:
            text = self.texts.get(path, "")
            self._read[path] = filled(yaml.load(text, _LOADER))  # noqa: S506  (text of every scalar)
        return self._read[path]


def day(text: object) -> date | None:
    """A date as typed; None where there is none."""
    return date.fromisoformat(str(text)) if text else None


def number(text: object) -> int | None:
    return int(str(text)) if text not in (None, "") else None
