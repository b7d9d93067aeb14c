"""What a reference that is not known word for word may mean all the same, and what to say when it means nothing."""

import re
from collections.abc import Callable, Collection
from typing import Any

from copkit.checks.context import Community, Place
from copkit.checks.look import Suspect
from copkit.checks.resolve_shared import WITHIN, Trouble, file, keyword, library, month, session_of, unknown, within
from copkit.findings import Severity
from copkit.models.base import ID_PATTERN
from copkit.models.session import Briefing
from copkit.models.vocabularies import VOCABULARIES
from copkit.patterns import when_used
from copkit.people.doubt import doubt
from copkit.suggest import did_you_mean

_ID = when_used(ID_PATTERN)
_ENTRY = when_used(r"(?P<session>\d{4}-\d{2}-\d{2}(?:-[2-9])?)/(?:(?P<keyword>[a-z]+)/)?(?P<number>\d+)")


def trouble(suspect: Suspect, at: Place, record: Any) -> Trouble | None:
    """What is wrong with a reference in a record, or None when it can be followed."""
    if suspect.of in WITHIN:
        return within(suspect, record)
    if suspect.of in _WHO:
        return _WHO[suspect.of](suspect, at, record)
    if suspect.of == "session" and not isinstance(at, Community):
        return session_of(suspect.text, at, getattr(record, "community", ""))
    return _FOLLOW[suspect.of](suspect, at)


def unknown_person(typed: str, at: Place, record: Any = None) -> Trouble | None:
    """A person by id, full name, or a first name that only one of the company has on the day of a record."""
    found = at.find(typed, record)
    if found.id is not None:
        return None
    said = doubt(typed, found.near, at.shared.people)
    return Trouble(said.problem, said.fix)


def _person(suspect: Suspect, at: Place, record: Any) -> Trouble | None:
    outsider = suspect.record is Briefing and not ("." in suspect.text and _ID.fullmatch(suspect.text))
    return None if outsider else unknown_person(suspect.text, at, record)


def _lead(suspect: Suspect, at: Place, record: Any) -> Trouble | None:
    """Roles and people, alone or joined: `convenor`, `speaker and moderator`, `amina.khan`."""
    known = at.known.names["lead"]
    for part in re.split(r",|/|&|\+| and ", suspect.text):
        name = part.strip()
        if not name or name.casefold() in known or _outsider(name):
            continue
        if found := unknown_person(name, at, record):
            return found
    return None


def _outsider(name: str) -> bool:
    """A full name, or words: a guest may lead an item. One word is a role or a first name."""
    return " " in name


def _organisation(suspect: Suspect, at: Place) -> Trouble | None:
    known = at.shared.organisations
    return unknown("organisation", suspect.text, list(known), "organisations.yaml")


def _community(suspect: Suspect, at: Place) -> Trouble | None:
    return unknown("community", suspect.text, list(at.context.communities), "this workspace")


def _session(suspect: Suspect, at: Place) -> Trouble | None:
    sessions = at.known.names["session"]
    if not isinstance(at, Community) or not isinstance(sessions, Collection):
        return None
    return unknown("session", suspect.text, list(sessions), at.community.id)


def _initiative(suspect: Suspect, at: Place) -> Trouble | None:
    """An initiative of the community; of any, where a record of the programme names it."""
    name = suspect.text.removeprefix("initiatives/")
    if isinstance(at, Community):
        return unknown("initiative", name, list(at.community.initiatives), at.community.id)
    known = [key for community in at.context.communities for key in at.context.initiatives_of(community)]
    return None if name in known else unknown("initiative", name, known, "a community")


def _entry(suspect: Suspect, at: Place) -> Trouble | None:
    """A line of notes by its id: `2026-06-09/connect/1`, or `2026-06-09/1` for an action."""
    if not isinstance(at, Community):
        return None
    match = _ENTRY.fullmatch(suspect.text)
    if match is None:
        return Trouble(f"“{suspect.text}” is not the id of a line of notes", "Write it like 2026-06-09/action/1.")
    session = at.community.session(match["session"])
    if session is None or session.notes is None:
        return Trouble(
            f"there are no notes of {match['session']}", "Write the date of the session whose notes it is."
        )
    from copkit.capture import by_word

    keyword = by_word()[match["keyword"]] if match["keyword"] in by_word() else match["keyword"] or "action"
    there = count_lines(session.notes.capture, keyword)
    if not 1 <= int(match["number"]) <= there:
        lines = f"{there} {keyword} line{'' if there == 1 else 's'}"
        return Trouble(
            f"the notes of {match['session']} have {lines}, not {match['number']}", "Correct the number."
        )
    return None


def count_lines(capture: str, kind: str) -> int:
    """How many lines of a kind there are in the notes."""
    if kind not in capture.casefold():
        return 0
    from copkit.capture import read_lines

    return sum(entry.kind == kind for entry in read_lines(capture))


def _method(suspect: Suspect, at: Place) -> Trouble | None:
    methods = at.shared.methods
    if methods.find(suspect.text) is not None:
        return None
    hint = did_you_mean(suspect.text, methods.names)
    hint = hint or "It is printed as typed, without its steps, unless methods.yaml of the programme has it."
    return Trouble(f"the method library has no “{suspect.text}”", hint, Severity.WARNING)


def _metric(suspect: Suspect, at: Place) -> Trouble | None:
    from copkit.metrics import registry

    code = suspect.text.upper()
    hint = f"Write {code}." if code in registry() else "“copkit why” lists every metric."
    return Trouble(f"there is no metric “{suspect.text}”", hint)


def _word(suspect: Suspect, at: Place) -> Trouble | None:
    """A word of a vocabulary. Programmes have words of their own, so one that is not known is a warning."""
    own = getattr(at.shared.programme.vocabularies, suspect.of)
    hint = did_you_mean(suspect.text, [*VOCABULARIES[suspect.of], *own])
    hint = hint or f"Add it to vocabularies: {suspect.of}: in programme.yaml if it is a word of your own."
    return Trouble(
        f"“{suspect.text}” is not a word for {_WORDS[suspect.of]} that copkit knows", hint, Severity.WARNING
    )


_WORDS = {
    "sector": "a sector",
    "brings": "what people bring",
    "background": "a background",
    "resource": "a kind of resource",
    "event": "a kind of event",
    "skills": "a skill",
    "reader": "a reader",
    "item": "an item of a newsletter",
}

_WHO: dict[str, Callable[[Suspect, Place, Any], Trouble | None]] = {"person": _person, "lead": _lead}
_FOLLOW: dict[str, Callable[[Suspect, Place], Trouble | None]] = {
    "organisation": _organisation,
    "community": _community,
    "session": _session,
    "initiative": _initiative,
    "entry": _entry,
    "action": _entry,
    "method": _method,
    "metric": _metric,
    "library": library,
    "keyword": keyword,
    "month": month,
    "file": file,
    **dict.fromkeys(VOCABULARIES, _word),
}
"""What a reference may be to, and how each is followed."""
