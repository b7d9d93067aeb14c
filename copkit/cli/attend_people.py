"""Whom the names of a report or a sign-in sheet mean: as found, as said with --map, or as answered."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import typer

from copkit.cli.asking import on_terminal
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.notes_session import Chosen
from copkit.cli.show import note
from copkit.importers.matching import Match, Matcher
from copkit.importers.receipt import Left
from copkit.importers.status import is_nobody
from copkit.importers.stays import Stay
from copkit.looking import is_there
from copkit.models import ids
from copkit.models.programme import Contact
from copkit.people.shown import label, read_name, words

GUEST, NOBODY = "guest", "nobody"
_EVERYBODY_ELSE = "*"


class Unknown(NamedTuple):
    """Somebody who is not known: as shown to the user, the name in the report, and who might be meant."""

    shown: str
    name: str
    near: tuple[str, ...]


def decide(
    chosen: Chosen, stays: Sequence[Stay], maps: Mapping[str, str], matcher: Matcher, left: list[Left]
) -> list[tuple[Stay, str | None]]:
    """Each stay with the id of its person, or None for a guest. Ends the command while somebody is not known.

    Recorders, note-takers and those of whom --map says so are nobody: `left` has them then.
    """
    said = _Said(chosen, maps)
    found: list[tuple[Stay, Match]] = []
    unknown: dict[int, Unknown] = {}
    for stay in stays:
        meaning = said.of(stay.name, stay.email)
        if meaning == NOBODY or (not meaning and is_nobody(stay.name)):
            left.append(Left(label(stay.name, stay.email), "nobody" if meaning else "a recorder or note-taker"))
            continue
        index, match = len(found), Match(meaning, "map") if meaning else matcher.find(stay.name, stay.email)
        found.append((stay, match))
        if match.id is None:
            near = match.near or (() if said.rest else matcher.near(stay.name, stay.email))
            unknown[index] = Unknown(label(stay.name, stay.email), stay.name, near)
    said.nobody_missed()
    answers = resolve(chosen, unknown, said.rest)
    _say_how(found)
    decided = [(stay, answers.get(index, match.id)) for index, (stay, match) in enumerate(found)]
    _say_twice(chosen, decided)
    left += [Left(label(stay.name, stay.email), "nobody") for stay, key in decided if key == NOBODY]
    return [(stay, None if key == GUEST else key) for stay, key in decided if key != NOBODY]


def from_sheet(chosen: Chosen, typed: Sequence[str], maps: Mapping[str, str]) -> tuple[tuple[str, ...], int]:
    """The ids of people who signed in, and how many guests. Ends the command while somebody is not known."""
    ours, said = chosen.names, _Said(chosen, maps)
    found: list[str] = []
    unknown: dict[int, Unknown] = {}
    for index, name in enumerate(typed):
        match = ours.found(name)
        found.append(said.of(name) or match.id or "")
        if not found[-1]:
            unknown[index] = Unknown(name, name, match.near)
    said.nobody_missed()
    answers = resolve(chosen, unknown, said.rest)
    meant = [answers.get(index, key) for index, key in enumerate(found)]
    return tuple(key for key in dict.fromkeys(meant) if key not in (GUEST, NOBODY)), meant.count(GUEST)


def matcher_of(chosen: Chosen) -> Matcher:
    """Who is meant by a name or an address in a report of a community."""
    return Matcher(chosen.shared.register, _contacts(chosen), chosen.names.ids)


def excused(away: Sequence[tuple[str, str]], matcher: Matcher) -> tuple[list[str], list[str]]:
    """The ids of those who sent apologies, and the names of those of whom nobody knows who they are."""
    found = [(label(name, email), matcher.find(name, email).id) for name, email in away]
    return [key for _, key in found if key], [shown for shown, key in found if not key]


class _Said:
    """What --map says, each pair to be used."""

    def __init__(self, chosen: Chosen, maps: Mapping[str, str]) -> None:
        self.rest = _meaning(chosen, maps[_EVERYBODY_ELSE]) if _EVERYBODY_ELSE in maps else ""
        self._typed = {key: key for key in maps if key != _EVERYBODY_ELSE}
        self._meant = {key: _meaning(chosen, maps[key]) for key in self._typed}
        self._unused = set(self._typed)

    def of(self, name: str, email: str = "") -> str:
        """What is said of a name, or an empty text."""
        for key in self._meant:
            same = key.casefold() in (name.casefold(), label(name, email).casefold(), email)
            if same or words(key) in read_name(name).whole:
                self._unused.discard(key)
                return self._meant[key]
        return ""

    def nobody_missed(self) -> None:
        """A mapping that fits nobody is a slip of the pen."""
        if self._unused:
            names = ", ".join(f"“{label(key)}”" for key in sorted(self._unused))
            raise Stop(f"--map: nobody here is called {names}", hint="Write the name as the report shows it.")


def _meaning(chosen: Chosen, text: str) -> str:
    """A person's id, `guest`, `nobody`, or with `new:` before it the id of somebody who is still to be added."""
    if text.casefold() == NOBODY:
        return NOBODY
    if text.casefold() in (GUEST, "guests", "other", "others"):
        return GUEST
    if text.startswith("new:"):
        return _new(text.removeprefix("new:"))
    found = chosen.names.found(text)
    if found.id is None:
        near = f"Did you mean {' or '.join(found.near)}? " if found.near else ""
        raise Stop(f"--map: there is no person “{text}”", hint=f"{near}Somebody new is “new:{_suggested(text)}”.")
    return found.id


def _suggested(text: str) -> str:
    return ids.from_person(text.replace(".", " ")) or "jo.ng"


def _new(key: str) -> str:
    if problem := ids.trouble(key):
        raise Stop(f"--map: {problem}", hint="Write one such as jo.ng.")
    return key


def resolve(chosen: Chosen, unknown: Mapping[int, Unknown], rest: str) -> dict[int, str]:
    """An answer for each whom nobody knows: as --map says of all the rest, as typed on a terminal; else an end."""
    if rest:
        return dict.fromkeys(unknown, rest)
    if not unknown:
        return {}
    if on_terminal():
        note(f"{len(unknown)} not known. For each, type a number, an id, “guest” or “nobody”; Ctrl-C stops.")
        return {index: _asked(chosen, one) for index, one in unknown.items()}
    lines = [f"{one.shown}{_near(chosen, one.near)}" for one in unknown.values()]
    example = next(iter(unknown.values()))
    meaning = f"--map “{example.shown}={example.near[0]}” or " if example.near else ""
    note("Not known:")
    for line in dict.fromkeys(lines):
        note(f"  {line}")
    raise Stop(
        f"{len(unknown)} {'person is' if len(unknown) == 1 else 'people are'} not known; nothing was written",
        REFUSED,
        f"Say who each is, such as {meaning}--map “{example.shown}=guest”. "
        "--map “*=guest” counts all the rest as guests.",
    )


def _near(chosen: Chosen, near: Iterable[str]) -> str:
    names = [f"{key} ({chosen.shared.people[key].name})" for key in near if key in chosen.shared.people]
    return f" – perhaps {' or '.join(names)}" if names else ""


def _asked(chosen: Chosen, one: Unknown) -> str:
    """What is typed for somebody: a number of those near, an id or a name that is known, a new id, or guest."""
    note("")
    note(one.shown)
    for number, key in enumerate(one.near, 1):
        note(f"  {number}  {chosen.shared.people[key].name} ({key})")
    while True:
        typed = str(typer.prompt("Who is this?", err=True)).strip()
        if typed.isdecimal() and 1 <= int(typed) <= len(one.near):
            return one.near[int(typed) - 1]
        if typed.casefold() in (GUEST, "g", NOBODY):
            return NOBODY if typed.casefold() == NOBODY else GUEST
        found = chosen.names.found(typed)
        if found.id is not None:
            return found.id
        if typed.isdecimal() or ids.trouble(typed):
            note("  Type a number from the list, an id such as jo.ng, or guest.")
        elif typer.confirm(f"Nobody has the id {typed} yet. Is this somebody new?", default=False, err=True):
            return typed


def _say_how(found: Sequence[tuple[Stay, Match]]) -> None:
    """Those who were found by less than their name or address, for a look."""
    for stay, match in found:
        if match.by in ("initial", "name, surname first", "telephone"):
            note(f"{label(stay.name, stay.email)} is taken for {match.id} (by {match.by}).")


def _say_twice(chosen: Chosen, decided: Sequence[tuple[Stay, str | None]]) -> None:
    """Those who stand in the report under two names or addresses."""
    seen: dict[str, list[str]] = {}
    for stay, key in decided:
        if key and key != GUEST:
            seen.setdefault(key, []).append(label(stay.name, stay.email))
    for key, shown in seen.items():
        if len(shown) > 1:
            note(f"{key} is there {len(shown)} times ({', '.join(dict.fromkeys(shown))}) and counted once.")


def _contacts(chosen: Chosen) -> Mapping[str, Contact]:
    """Addresses by id; none where nobody has kept any."""
    from copkit.world.private import FILE, contacts, private_folder

    if not is_there(private_folder(chosen.tree, chosen.shared) / FILE):
        note("There is no private/contacts.yaml: people are found by name only.")
        return {}
    return contacts(chosen.tree, chosen.shared)
