"""What `copkit explain` says of a term and of a method: copkit's own, and those of the workspace one stands in."""

from pathlib import Path
from textwrap import fill
from typing import Any

from copkit.cli.common import workspace
from copkit.cli.show import say
from copkit.models.glossary import Term
from copkit.models.methods import Method
from copkit.workspace import Folder, Shared, find_root, load_shared

WIDTH = 80
_KINDS = ("glossary", "methods", "health-rules")


def words_here(root: Path | None) -> Shared:
    """The terms, methods and rules that hold here; copkit's own where there is no workspace."""
    found = find_root(Path.cwd()) if root is None else None
    if root is None and found is None:
        return Shared()
    return load_shared(workspace(root) if found is None else Folder(found), _KINDS)


def term_data(term: Term) -> dict[str, Any]:
    """A term for scripts."""
    return {"name": term.name, "meaning": term.meaning, "others": list(term.also_known_as)}


def method_data(key: str, method: Method) -> dict[str, Any]:
    """A method for scripts."""
    return {
        "method": key,
        "title": method.title,
        "least": method.least,
        "usual": method.usual,
        "most": method.most,
        "people": method.people,
        "steps": [{"what": step.what, "minutes": step.minutes} for step in method.steps],
        "note": method.note,
        "others": list(method.also_known_as),
    }


def print_term(term: Term) -> None:
    """A term, its other names and its meaning."""
    _head(term.name, term.also_known_as)
    say(fill(term.meaning, WIDTH))


def print_method(key: str, method: Method) -> None:
    """A method: how long it takes, for whom it is, its steps, and how a plan names it."""
    _head(method.title, method.also_known_as)
    say(fill(f"{_minutes(method)}; {method.people}" if method.people else _minutes(method), WIDTH))
    for number, step in enumerate(method.steps, start=1):
        minutes = f" ({step.minutes} min)" if step.minutes else ""
        say(fill(f"{number}. {step.what}{minutes}", WIDTH, initial_indent="  ", subsequent_indent="     "))
    if method.note:
        say(fill(method.note, WIDTH))
    say(f"In a plan: methods: [{key}]", "cyan")


def _head(name: str, others: tuple[str, ...]) -> None:
    say(name, "bold")
    if others:
        say(f"Also: {', '.join(others)}", "dim")


def _minutes(method: Method) -> str:
    """The minutes that it takes: from the least to the most, and the usual."""
    span = f"{method.least} to {method.most} minutes" if method.most else f"{method.least} minutes or more"
    return f"{span}, usually {method.usual}" if method.usual else span
