"""What a document is to copkit, and every document by its name; the list of them is in `catalogue`."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Literal, NamedTuple

from copkit import lexicon
from copkit.audience.edition import Edition
from copkit.documents.source import Audience

Subject = Literal[
    "session", "actions", "community", "newcomer", "group", "initiative", "hub",
    "year", "years", "commission", "programme year", "programme", "attendance", "person",
]  # fmt: skip
"""What a document is of: what the words on the command line must find."""


OF_WHAT: Mapping[Subject, str] = {
    "session": "[COMMUNITY] [SESSION]",
    "actions": "[COMMUNITY]",
    "community": "[COMMUNITY]",
    "newcomer": "[COMMUNITY] PERSON",
    "group": "[COMMUNITY] [GROUP]",
    "initiative": "[COMMUNITY] [INITIATIVE]",
    "hub": "[COMMUNITY]",
    "year": "[COMMUNITY] [YEAR]",
    "years": "[COMMUNITY] [YEAR]",
    "commission": "[COMMUNITY]... [YEAR]",
    "programme year": "[YEAR]",
    "programme": "",
    "attendance": "[COMMUNITY] [PERSON] [SESSION|YEAR]",
    "person": "PERSON",
}
"""The words that say which one is meant. They may stand in any order."""


class Document(NamedTuple):
    """A document that copkit prints. The first of the audiences is the one it is made for unless told otherwise."""

    name: str
    subject: Subject
    audiences: tuple[Audience, ...]
    #: What it is, in a sentence for the one who prints it; more may follow.
    about: str
    #: The options that it has beside those of every document.
    options: tuple[str, ...] = ()
    #: Which session is meant where none is named.
    session: Literal["next", "last"] = "next"
    #: What makes its view, `module:function` of this package, where that is not `build` of the module of its name.
    by: str = ""
    #: Its template, where that is not of its name.
    page: str = ""

    @property
    def template(self) -> str:
        return self.page or self.name.replace("-", "_")

    @property
    def builder(self) -> str:
        """What makes its view from its subject, imported when it is wanted."""
        return self.by or f"{self.template}:build"

    @property
    def of_what(self) -> str:
        """The words that say of what it is, as the command line shows them."""
        return OF_WHAT[self.subject]

    @property
    def title(self) -> str:
        """What it is called in a sentence."""
        return lexicon.table("titles")[self.name]

    def build(self, of: Edition, *which: Any) -> Any:
        """What it says to the audience of an edition, `which` being what of it is meant. Raises NotForThem."""
        return self.made_by(of, *which)

    @property
    def made_by(self) -> Callable[..., Any]:
        """The function that makes its view, imported now."""
        module, _, function = self.builder.partition(":")
        found: Callable[..., Any] = getattr(import_module(f"copkit.documents.{module}"), function)
        return found


def document(name: str) -> Document:
    """The document of a name; raises KeyError for a name that is not one."""
    from copkit.documents.catalogue import DOCUMENTS

    return DOCUMENTS[name]
