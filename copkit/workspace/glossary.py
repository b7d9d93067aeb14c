"""The glossary of a workspace, and finding in it what people typed."""

from collections.abc import Collection, Iterator

from copkit.models.glossary import Term
from copkit.models.shipped import shipped
from copkit.workspace.additions import plain


class Glossary:
    """copkit's terms and a workspace's own, which stand in for those of the same name."""

    def __init__(self, own: Collection[Term]) -> None:
        mine: dict[str, Term] = {}
        for term in own:
            mine.setdefault(plain(term.name), term)
        theirs = [mine.pop(plain(term.name), term) for term in shipped("glossary").values()]
        self.terms: tuple[Term, ...] = (*theirs, *mine.values())
        self._by_name: dict[str, Term] = {}
        for term in (*own, *self.terms):
            for name in _names(term):
                self._by_name.setdefault(name, term)

    def find(self, name: str) -> Term | None:
        """A term by its name or another name for it, in any case."""
        return self._by_name.get(plain(name))

    @property
    def names(self) -> list[str]:
        """Every name under which a term is found, for suggestions."""
        return list(self._by_name)


def _names(term: Term) -> Iterator[str]:
    return map(plain, (term.name, *term.also_known_as))
