"""The one rule on fields for nobody: where the plain data of a file has a value in one."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from copkit.models.base import Part
from copkit.models.fields import Path, deep, fields, says
from copkit.models.kinds import Kind

NOBODY = "private"


def may_hide(kind: Kind) -> bool:
    """Whether files of a kind that git keeps have a field for nobody at all: most have none."""
    return not kind.path.startswith("private/") and _declares_one(kind.record)


def hidden_paths(data: Any, kind: Kind) -> list[Path]:
    """The path of every value for nobody in a file that git keeps; also of one that its record would not take."""
    if not may_hide(kind):
        return []
    if kind.shape == "mapping" and isinstance(data, dict):  # its keys are ids, and no fields
        return [path for key, item in data.items() for path in _hidden(item, (kind.record,), (key,))]
    return list(_hidden(data, (kind.record,), ()))


@cache
def _declares_one(record: type[Part]) -> bool:
    return any(field.about.audience == NOBODY for _, field in deep(record))


def _hidden(data: Any, parts: tuple[type[Part], ...], path: Path) -> Iterator[Path]:
    """Looks by keys alone, whatever stands around them: what was typed at a wrong depth is no less private."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _hidden(item, parts, (*path, index))
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        declared = [field for part in parts if (field := fields(part).get(key)) is not None]
        if any(field.about.audience == NOBODY for field in declared):
            if says(value):
                yield (*path, key)
            continue
        inner = [part for field in declared for part in field.shape.parts()] if declared else parts
        yield from _hidden(value, tuple(inner), (*path, key)) if inner else ()
