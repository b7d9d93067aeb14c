"""Every document: its name, for whom it may be made, its template and its builder. One module a document."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, NamedTuple

from copkit import lexicon
from copkit.documents.source import Audience, NotForThem, Source


class Document(NamedTuple):
    """A document that copkit prints. The first of the audiences is the one it is made for unless told otherwise."""

    name: str
    audiences: tuple[Audience, ...]
    template: str
    build: Callable[[Source], object]

    @property
    def title(self) -> str:
        """What it is called in a sentence."""
        return lexicon.table("titles")[self.name]


def registered(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once; a name used twice is refused, so that no document can hide another."""
    seen: dict[str, None] = {}
    for name in names:
        if name in seen:
            raise ValueError(f"two documents are named {name}")
        seen[name] = None
    return tuple(seen)


NAMES = registered((
    "agenda", "plan", "moderator", "tables", "invite", "change", "brief", "actions", "welcome",
    "notes", "sign_in", "table_sheet", "story_sheet", "feedback_sheet", "follow_up_sheet",
    "blueprint",
))  # fmt: skip
"""Each names a module of this package that holds its `DOCUMENT`. Modules are imported when they are wanted."""


def document(name: str) -> Document:
    """The document of a name; raises KeyError for a name that is not one."""
    if name not in NAMES:
        raise KeyError(name)
    found: Document = import_module(f"copkit.documents.{name}").DOCUMENT
    return found


def view(wanted: Document, source: Source) -> Any:
    """What a document says to its audience. Raises NotForThem where it may not be made for them."""
    if source.audience not in wanted.audiences:
        most = " and ".join(wanted.audiences)
        raise NotForThem(f"the {wanted.title.lower()} is for {most} only, since it holds more than others may see")
    return wanted.build(source)
