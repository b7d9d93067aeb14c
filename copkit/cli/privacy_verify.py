"""Search again for somebody who was taken out; and finish what a run that was killed has left."""

from collections.abc import Sequence
from functools import partial

import typer

from copkit.cli.asking import on_terminal
from copkit.cli.exits import FOUND, OK, Stop
from copkit.cli.privacy_person import case, held_contacts, searched
from copkit.cli.privacy_said import say_doubtful, say_history, say_left, say_searched
from copkit.cli.private_onboarding import FOLDER
from copkit.cli.reading import Unknown
from copkit.cli.require_readable import names_known
from copkit.cli.show import note, say
from copkit.editing.people import without
from copkit.editing.store import Change
from copkit.models.ids import from_person
from copkit.people.mentions import Mention, Seeker
from copkit.people.register import Register
from copkit.workspace import Folder, Shared, load_shared
from copkit.world.everything import private_files
from copkit.world.private import FILE, place, private_folder, put_private, written_contacts
from copkit.world.search import Search, search
from copkit.world.search.elsewhere import PRIVATE
from copkit.world.undoing import changed_privately


def verify(tree: Folder, typed: Sequence[str]) -> int:
    """Say what is left of a person: somebody of the register, or whoever has these names, ids and addresses."""
    words = _words(typed)
    shared = load_shared(tree)
    names_known(shared, "team")
    key = next((key for word in words if (key := shared.register.exactly(word))), "")
    if not key:
        _note_near(shared.register, words)
        return _said(search(tree, shared, _seeker(shared.register, words)), (), words)
    note(f"{key} is in the register: “copkit privacy erase {key}” takes the name out.")
    found = case(tree, key)
    named = found.found
    return _said(searched(tree, found), named, words)


def _note_near(register: Register, words: Sequence[str]) -> None:
    """Who may be meant by a name that the register does not have: a slip of the keys finds nothing, too."""
    for word in words:
        if register.find(word).near and (said := register.doubt(word)):
            note(f"{said.problem}. {said.fix}")


def finish(tree: Folder, typed: str, nobody: Unknown, *, dry_run: bool) -> int:
    """Do what a run did not come to that was killed when the register was written; an end for somebody else."""
    shared = load_shared(tree)
    changes = _leftovers(tree, shared, typed)
    near = shared.register.find(typed)
    if not changes and (near.id or near.near):
        raise nobody
    seeker = _seeker(shared.register, [typed])
    if not (changes or _is_left(search(tree, shared, seeker))):
        raise nobody
    put_private(tree, shared, changes, dry_run=dry_run)
    if not dry_run:
        changed_privately(tree.root)
    found = search(tree, shared, seeker)
    say(f"{typed} is in the register no more.")
    for change in changes:
        shown = change.path.relative_to(private_folder(tree, shared)).as_posix()
        what = "without the person" if change.new else "gone"
        say(f"{PRIVATE}{shown} {'would be' if dry_run else 'is'} {what}.")
    return _said(found, (), [typed])


def _is_left(found: Search) -> bool:
    return bool(found.kept) or any(one.sure for one in found.found)


def _leftovers(tree: Folder, shared: Shared, typed: str) -> list[Change]:
    """What goes last when somebody is taken out, and is found by the id alone."""
    private = private_files(tree, shared)
    contacts = held_contacts(private.get(FILE))
    changes = []
    for key in dict.fromkeys((typed, typed.casefold(), from_person(typed))):
        if key in contacts:
            changes += written_contacts(tree, shared, partial(_without, key))
        if (path := f"{FOLDER}{key}.yaml") in private:
            changes.append(Change(place(tree, shared, path).path, None, private[path]))
    return changes


def _without(key: str, data: bytes | None) -> bytes:
    return without(data or b"", key)


def _words(typed: Sequence[str]) -> list[str]:
    """The names to look for: as typed, else as answered."""
    if typed:
        return list(typed)
    if not on_terminal():
        raise Stop("whom to look for?", hint='Write each name, id and address: jo.ng "Jo Ng" jo@hospice.example.')
    told = typer.prompt("Names, ids and addresses to look for, with commas between:", prompt_suffix=" ", err=True)
    return [word.strip() for word in str(told).split(",") if word.strip()]


def _seeker(register: Register, words: Sequence[str]) -> Seeker:
    """Looks for somebody whom the register does not have: by ids, by addresses, and by names."""
    addresses = [word for word in words if "@" in word or word.lstrip("+").replace(" ", "").isdigit()]
    others = [word for word in words if word not in addresses]
    ids = [word for word in others if " " not in word]
    names = [word for word in others if " " in word] or [one.replace(".", " ") for one in ids[:1] if "." in one]
    key = ids[0] if ids else from_person(names[0]) if names else words[0]
    return Seeker(key.casefold(), register, [*addresses, *ids[1:]], names)


def _said(found: Search, named: Sequence[Mention], words: Sequence[str]) -> int:
    every = [*named, *found.found]
    left = say_left(every, "Left:")
    doubtful = say_doubtful(every)
    say_searched(found)
    say_history(found)
    if left or found.kept:
        return FOUND
    if not (doubtful or found.unsearched):
        say(f"Nothing of {', '.join(words)} is left here.")
    return OK
