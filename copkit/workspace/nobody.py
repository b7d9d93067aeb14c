"""Where a file that git keeps holds what is for nobody. Check, commit and sync ask this one rule."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit.findings import Position, Severity
from copkit.models.kinds import Kind, kind_of
from copkit.models.nobody import hidden_paths, may_hide
from copkit.yamlfile import Document, read

ONBOARDING = "communities/programme/onboarding/"


class Hidden(NamedTuple):
    """A value for nobody: where it stands, and its key; no key where the file cannot be read, so nobody knows."""

    position: Position
    key: str


def hiding(path: str) -> Kind | None:
    """The kind of a file that has fields for nobody; None of any other."""
    kind = kind_of(path)
    return kind if kind is not None and may_hide(kind) else None


def hidden(document: Document) -> Iterator[Hidden]:
    """The values for nobody in a file as it was read."""
    kind = hiding(document.path)
    for path in hidden_paths(document.data, kind) if kind is not None else ():
        yield Hidden(document.where(*path), str(path[-1]))


def hidden_in(path: str, data: bytes) -> Iterator[Hidden]:
    """The same of a file's bytes; of one that cannot be read, its first error."""
    if hiding(path) is None:
        return
    document = read(data, path)
    yield from hidden(document)
    wrong = [one.position for one in document.findings if one.severity is Severity.ERROR]
    if wrong:
        yield Hidden(wrong[0], "")


def home_of(path: str) -> str:
    """Where what a file hides belongs."""
    own = path.removeprefix(ONBOARDING)
    return f"private/onboarding/{own}" if own != path else "the private folder"
