"""What records of the programme name: sessions and initiatives of any community, resources, words, own parts."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from copkit.checks.context import Place
from copkit.checks.look import Suspect
from copkit.dates import read_date
from copkit.findings import Severity
from copkit.patterns import when_used
from copkit.suggest import did_you_mean
from copkit.workspace import fold

_WORD = when_used(r"[a-z]+")
_WHEN = when_used(r"\d{4}(-\d{2}){0,2}")


class Trouble(NamedTuple):
    """Why a reference leads nowhere, what to write, and how grave that is when not an error."""

    message: str
    fix: str
    severity: Severity | None = None


def unknown(what: str, text: str, known: list[str], where: str) -> Trouble:
    """That there is no such thing in a place, and what was meant."""
    hint = did_you_mean(text, known) or f"Correct it, or add it to {where}."
    return Trouble(f"there is no {what} “{text}”", hint)


def session_of(text: str, at: Place, community: str) -> Trouble | None:
    """A session that a record of the programme names: of the community that it names, or else of any."""
    communities = [community] if community in at.context.communities else at.context.communities
    known = [session for name in communities for session in at.context.sessions_of(name)]
    return None if text in known else unknown("session", text, known, community or "this workspace")


def library(suspect: Suspect, at: Place) -> Trouble | None:
    """A resource by its id or title. A title in words that the library does not have may be any book."""
    known = [name for one in at.shared.other.get("library", {}).values() for name in (one.id, one.title) if name]
    if " " in suspect.text or suspect.text.casefold() in map(str.casefold, known):
        return None
    return unknown("resource", suspect.text, known, "library.yaml")


class Keywords:
    """Holds a text of keywords of notes, one or several: `ask offer connect`."""

    def __contains__(self, text: object) -> bool:
        return not _no_keyword(str(text))


def _no_keyword(text: str) -> str:
    """The first word of a text that is no keyword of notes; empty where each is one, or none of several: prose."""
    from copkit.capture import by_word

    words = [word for word in _WORD.findall(text.casefold()) if word != "and"]
    odd = [word for word in words if word not in by_word()]
    return odd[0] if odd and (len(words) == 1 or len(odd) < len(words)) else ""


def keyword(suspect: Suspect, at: Place) -> Trouble | None:
    """A word that is no keyword of notes: a warning, since what is typed is printed all the same."""
    from copkit.capture import by_word

    word, known = _no_keyword(suspect.text), by_word()
    hint = did_you_mean(word, list(known)) or f"There are {', '.join(sorted(set(known.values())))}."
    return Trouble(f"“{word}” is not a keyword of notes", hint, Severity.WARNING)


def file(suspect: Suspect, at: Place) -> Trouble | None:
    """A picture of the workspace, by its path there."""
    if at.context.has_file(suspect.text):
        return None
    message = f"there is no file {suspect.text} in the workspace, or it cannot be read"
    return Trouble(message, "Put it there, or correct its path.", Severity.WARNING)


def month(suspect: Suspect, at: Place) -> Trouble | None:
    """A year, a month or a day that there is: `2019`, `2019-06` or `2019-06-12`."""
    year, month, day = (*suspect.text.split("-"), "01", "01")[:3]
    there = _WHEN.fullmatch(suspect.text) and read_date(f"{year}-{month}-{day}").value
    fix = "Write it such as 2019-06, or 2019-06-12 for a day."
    return None if there else Trouble(f"there is no month or day “{suspect.text}”", fix)


def within(suspect: Suspect, record: Any) -> Trouble | None:
    """What a record names of its own: a criterion, an entry, a finding."""
    what, names = WITHIN[suspect.of]
    known = [name for name in names(record) if name]
    if fold(suspect.text) in map(fold, known):
        return None
    there = f"There are {', '.join(known)}." if known else "There is none in this record."
    hint = did_you_mean(suspect.text, known) or there
    return Trouble(f"there is no {what} “{suspect.text}”", hint)


WITHIN: dict[str, tuple[str, Callable[[Any], Iterable[str]]]] = {
    "criterion": ("criterion", lambda challenge: challenge.criteria),
    "challenge-entry": ("entry", lambda challenge: (one.title for one in challenge.entries)),
    "inquiry-finding": ("finding", lambda inquiry: (one.id for one in inquiry.findings)),
}
"""What a reference may be to within its own record, as it is called, and where its names stand."""
OWN_WORDS = (*WITHIN, "library", "month", "file")
"""What is looked up only where it is typed: few records name any."""
