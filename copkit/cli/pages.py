"""Write a document that is not of a session: its view made into each format that was asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from copkit.cli.caching import template_cache
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.show import say
from copkit.cli.write import path_in, stop
from copkit.editing.refused import Refused
from copkit.workspace import Folder


def chosen_formats(typed: Sequence[str] | None) -> tuple[str, ...]:
    """The formats asked for, each once; HTML when none is named."""
    from copkit.render import FORMATS

    formats = tuple(dict.fromkeys(part.casefold().lstrip(".") for text in typed or () for part in text.split(",")))
    for form in formats:
        if form not in FORMATS:
            raise Stop(f"there is no format “{form}”", hint=f"There are {', '.join(FORMATS)}.")
    return formats or ("html",)


def in_formats(tree: Folder, template: str, view: Any, formats: Sequence[str]) -> dict[str, bytes]:
    """The document of a view in each format; an end with the reason where it cannot be made."""
    from copkit.render import FORMATS, RenderProblem, html

    shadow = Path(tree.real) / "templates"
    try:
        page = html(template, view, shadow=shadow, cache=template_cache())
        return {form: FORMATS[form](page, view.meta, shadow) for form in formats}
    except RenderProblem as problem:
        raise Stop(f"{template}: {problem}", REFUSED) from problem


def put(tree: Folder, folder: Path, name: str, made: dict[str, bytes]) -> None:
    """Write a document's formats into a folder, and say so."""
    from copkit.editing.store import write_out

    for form, data in made.items():
        path = folder / f"{name}.{form}"
        try:
            changed = write_out(path, data, tree.root)
        except Refused as refused:
            raise stop(tree, refused) from refused
        say(f"{'wrote' if changed else 'unchanged:'} {path_in(tree, str(path))}")
