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


def deliver(tree: Folder, folder: Path, name: str, made: dict[str, bytes], out: Path | None) -> None:
    """Write a document's formats into a folder, or where `--out` says: a folder, a file or the screen."""
    if out is not None and str(out) == "-":
        _to_the_screen(made)
    elif out is not None and out.suffix and not out.is_dir():
        if len(made) > 1:
            raise Stop(f"--out {out} is one file, and there are {len(made)} to write", hint="Name a folder.")
        _put_one(tree, out, next(iter(made.values())))
    else:
        put(tree, out or folder, name, made)


def _to_the_screen(made: dict[str, bytes]) -> None:
    import sys

    for form, data in made.items():
        if form in ("html", "md", "txt"):
            sys.stdout.write(data.decode())
        elif sys.stdout.isatty():
            raise Stop(f"a {form} file is not for the screen", hint="Leave “--out -” out, or name a file.")
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)


def put(tree: Folder, folder: Path, name: str, made: dict[str, bytes]) -> None:
    """Write a document's formats into a folder, and say so."""
    for form, data in made.items():
        _put_one(tree, folder / f"{name}.{form}", data)


def _put_one(tree: Folder, path: Path, data: bytes) -> None:
    from copkit.editing.store import write_out

    try:
        changed = write_out(path, data, tree.root)
    except Refused as refused:
        raise stop(tree, refused) from refused
    say(f"{'wrote' if changed else 'unchanged:'} {path_in(tree, str(path))}")
