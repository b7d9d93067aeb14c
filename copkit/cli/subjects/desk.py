"""What the subjects share: what was typed, the files that were opened for it, and one document of one subject."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from copkit.audience.edition import Edition
from copkit.cli.delivering import Made, Where, build_folder
from copkit.cli.exits import Stop
from copkit.cli.opening import Opened
from copkit.cli.subjects.words import Words, told_apart
from copkit.documents.registry import Document
from copkit.workspace import community_ids

PROGRAMME = "programme"
Of = tuple[Edition, *tuple[Any, ...]]
"""What a document is made from: its edition, and what of it is meant where that is not all."""


@dataclass(frozen=True)
class Typed:
    """What the user typed: the words that say of what, the options of every document, and its own."""

    words: tuple[str, ...] = ()
    audience: str = ""
    formats: Sequence[str] = ()
    where: Where = field(default_factory=Where)
    root: Path | None = None
    today: str = ""
    large: bool = False
    own: Mapping[str, Any] = field(default_factory=dict)

    def said(self, option: str) -> Any:
        """What an option of the document's own says; empty where it was left out."""
        return self.own.get(option, "")


@dataclass(frozen=True)
class Desk(Opened):
    """The workspace, open for the reader of these documents, and what was typed."""

    documents: tuple[Document, ...]
    typed: Typed

    @property
    def document(self) -> Document:
        return self.documents[0]

    def words(self, names: int = 1) -> Words:
        """What was typed, told apart: when, and at most so many names."""
        found = told_apart(self.typed.words, community_ids(self.tree))
        if len(found.names) > names:
            raise Stop(f"“{found.names[names]}” is one word too many", hint=f"Of what: {self.document.of_what}.")
        return found

    def file(self, *parts: str) -> str:
        """The name of a document's files, without an ending: its parts, then for whom if that is not the usual."""
        usual = self.audience == self.document.audiences[0]
        return "-".join(part for part in (*parts, "" if usual else self.audience) if part)

    def piece(self, of: Of, name: str, said: str, community: str = "", **more: Any) -> "Piece":
        """The document of a subject, to lie in the folder of its community, or of the programme."""
        return Piece(self.document, of, build_folder(self.tree, community or PROGRAMME), name, said, **more)


class Piece(NamedTuple):
    """A document to be made: of what, its folder, its name without an ending, and in words what it is of."""

    document: Document
    of: Of
    home: Path
    name: str
    said: str
    #: What lies beside it in a folder.
    beside: Callable[[Any], Iterable[Made]] = lambda view: ()
    #: What the one who prints it is told of it.
    remarks: Callable[[Any], Iterable[str]] = lambda view: ()
    #: Its view as it goes on paper, and what is to be said of that.
    on_paper: Callable[[Any], tuple[Any, str]] | None = None
