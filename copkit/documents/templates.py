"""The templates there are: the built-in ones, the user's own, and the blocks that can be replaced one by one."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from copkit.patterns import when_used
from copkit.render.places import builtin, find

SUFFIX = ".html.j2"
NEW = "new"
"""The folder of the texts of new files."""
_TAG = when_used(r"\{%[-+]?\s*(?:block\s+(?P<name>\w+)[^%]*|(?P<end>endblock)[^%]*)[-+]?%\}")
_IMPORT = when_used(r"^\{%[-+]?\s*(?:import|from)\b.*%\}\s*$", re.MULTILINE)


class Template(NamedTuple):
    """One template: its name, the file that is used, whether that is the user's own, and its blocks in order."""

    name: str
    path: Path
    own: bool
    blocks: tuple[str, ...]


def own_folder(root: Path) -> Path | None:
    """The workspace's own templates; None in a workspace whose `templates/` are the built-in ones themselves."""
    folder = root / "templates"
    return None if os.path.realpath(folder) == os.path.realpath(builtin()) else folder


def templates(shadow: Path | None) -> tuple[Template, ...]:
    """Every template by name: those of documents, then the styles, then the texts of new files."""
    names = sorted(path.name for path in builtin().iterdir() if path.is_file())
    names.sort(key=lambda name: not name.endswith(SUFFIX))
    names += sorted(f"{NEW}/{path.name}" for path in (builtin() / NEW).iterdir())
    found = []
    for name in names:
        path = find(name, shadow)
        found.append(Template(name.removesuffix(SUFFIX), path, path != builtin() / name, _blocks(builtin() / name)))
    return tuple(found)


def file_name(name: str) -> str:
    """The file of a template named with or without its ending."""
    if (builtin() / name).is_file():
        return name
    begun = sorted((builtin() / NEW).glob("*.j2")) if name.startswith(f"{NEW}/") else []
    fitting = [f"{NEW}/{path.name}" for path in begun if f"{NEW}/{path.name.partition('.')[0]}" == name]
    return fitting[0] if len(fitting) == 1 else name.removesuffix(SUFFIX) + SUFFIX


def whole(name: str) -> bytes | None:
    """The built-in file of a name, or None where there is none."""
    path = builtin() / file_name(name)
    inside = path.parent in (builtin(), builtin() / NEW) and path.is_file()
    return path.read_bytes() if inside else None


def only_block(name: str, block: str) -> str | None:
    """A small template that extends the built-in one and holds one block of it; None where it has no such block."""
    source = (builtin() / file_name(name)).read_text("utf-8")
    body = block_source(source, block)
    if body is None:
        return None
    head = [f'{{% extends "copkit/{file_name(name)}" %}}', *(line.strip() for line in _IMPORT.findall(source))]
    return "\n".join([*head, body]) + "\n"


def block_source(source: str, block: str) -> str | None:
    """The text of a block with its tags, blocks within it included."""
    start, depth = -1, 0
    for tag in _TAG.finditer(source):
        if start < 0 and tag["name"] == block:
            start = tag.start()
        if start >= 0:
            depth += -1 if tag["end"] else 1
            if depth == 0:
                return source[start : tag.end()]
    return None


def _blocks(path: Path) -> tuple[str, ...]:
    if path.suffix != ".j2":
        return ()
    names = (tag["name"] for tag in _TAG.finditer(path.read_text("utf-8")))
    return tuple(dict.fromkeys(name for name in names if name))
