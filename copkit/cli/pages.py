"""Make a document: its view in each format that was asked for, ready to be delivered."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from copkit.cli.caching import template_cache
from copkit.cli.delivering import Made
from copkit.cli.exits import REFUSED, Stop
from copkit.workspace import Folder


def chosen_formats(typed: Sequence[str] | None) -> tuple[str, ...]:
    """The formats asked for, each once; HTML when none is named."""
    from copkit.render import FORMATS

    formats = tuple(dict.fromkeys(part.casefold().lstrip(".") for text in typed or () for part in text.split(",")))
    for form in formats:
        if form not in FORMATS:
            raise Stop(f"there is no format “{form}”", hint=f"There are {', '.join(FORMATS)}.")
    return formats or ("html",)


def in_formats(tree: Folder, template: str, view: Any, formats: Sequence[str], of: str) -> dict[str, bytes]:
    """The document of a view in each format; an end that says of what it could not be made, and why."""
    from copkit.render import FORMATS, RenderProblem, html
    from copkit.render.places import builtin

    shadow = Path(tree.real) / "templates"
    built_in = not shadow.is_dir() or shadow.samefile(builtin())
    try:
        page = html(template, view, shadow=shadow, cache=template_cache())
        return {
            # the tests hold the built-in templates to the rules for documents
            form: page.encode() if form == "html" and built_in else FORMATS[form](page, view.meta, shadow)
            for form in formats
        }
    except RenderProblem as problem:
        raise Stop(f"{of}: {problem}", REFUSED) from problem


def documents_of(home: Path, name: str, made: Mapping[str, bytes], of: str) -> list[Made]:
    """A document's formats, each ready to be delivered: its folder, its name without an ending, what it is of."""
    return [Made(home, f"{name}.{form}", data, of) for form, data in made.items()]
