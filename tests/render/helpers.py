"""Short ways to a page and to a template in a temporary folder."""

from dataclasses import dataclass
from pathlib import Path

from copkit import render
from tests.render.demo import META


@dataclass(frozen=True, slots=True)
class View:
    """A view with a text, some items, and nothing else."""

    meta: render.Meta = META
    text: str = "plain"
    items: tuple[str, ...] = ("one", "two")


def page(body: str) -> str:
    """A page of HTML with one heading, then `body`."""
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><title>x</title></head><body><h1>Title</h1>{body}</body></html>'
    )


def run(folder: Path, source: str, view: object = None) -> str:
    """What the template `mine.html.j2` of that source makes of a view."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mine.html.j2").write_text(source, encoding="utf-8")
    return render.html("mine", view or View(), shadow=folder)


def in_body(source: str) -> str:
    """A template that puts `source` into the body of the built-in skeleton."""
    return (
        '{% extends "base.html.j2" %}\n{% import "macros.html.j2" as m %}\n{% block main %}\n'
        + source
        + "\n{% endblock %}\n"
    )
