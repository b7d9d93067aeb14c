"""What `copkit list` and `copkit show` share: the noun that is meant, and its rows in the files of the team."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from copkit.cli.common import pick_ids, the_day, workspace
from copkit.cli.exits import Stop
from copkit.cli.reading import there_are
from copkit.cli.require_readable import names_known, say_unread
from copkit.cli.somebody import shown_by
from copkit.nouns.registry import NOUNS
from copkit.nouns.row import Noun, Row, Scene
from copkit.suggest import did_you_mean
from copkit.workspace import Folder, Shared, load_community, load_shared

REGISTERS = ("programme", "people", "organisations")


class Listed(NamedTuple):
    """A row, and where it was read."""

    scene: Scene
    row: Row

    @property
    def community(self) -> str:
        """What its community is called in tables; empty for what all share."""
        one = self.scene.community
        return one.short if one is not None else ""


class Shelf(NamedTuple):
    """Where the rows of a noun are looked for."""

    word: str
    noun: Noun
    tree: Folder
    shared: Shared
    day: date


def shelf(typed: str, root: Path | None, today: str, more: Sequence[str] = ()) -> Shelf:
    """Open the workspace for a noun as typed; where that is the name of a person, it is said how to show it."""
    try:
        word = noun_word(typed)
    except Stop as stop:
        raise Stop(stop.message, hint=shown_by((typed, *more), root) or stop.hint) from None
    tree, noun = workspace(root), NOUNS[word]
    shared = load_shared(tree, (*REGISTERS, noun.kind))
    names_known(shared, "team")
    say_unread(shared.files)
    return Shelf(word, noun, tree, shared, the_day(today, shared))


def noun_word(typed: str) -> str:
    """The word for what is listed, from one of it or the start of the word as well."""
    word = typed.casefold()
    fits = [key for key, noun in NOUNS.items() if word in (key, noun.one)]
    fits = fits or [key for key in NOUNS if word and key.startswith(word)]
    if len(fits) == 1:
        return fits[0]
    every = list(NOUNS)
    hint = did_you_mean(word, every + [noun.one for noun in NOUNS.values()])
    raise Stop(f"“{typed}” cannot be listed", hint=hint or there_are(every))


def rows(of: Shelf, community: str) -> Iterator[Listed]:
    """Every row of the community that is named, or of all; of what all share, those that are about it."""
    if not of.noun.own:
        yield from _shared(of, community)
        return
    for name in pick_ids(of.tree, community):
        one = load_community(of.tree, name, ("community", "members", of.noun.kind, *of.noun.reads))
        say_unread(one.files)
        scene = Scene(of.shared, of.day, one)
        yield from (Listed(scene, row) for row in of.noun.rows(scene))


def _shared(of: Shelf, community: str) -> Iterator[Listed]:
    if community and not of.noun.narrowed:
        raise Stop(f"{of.word} belong to all communities", hint=f"“copkit list {of.word}” lists them.")
    scene = Scene(of.shared, of.day, wanted=pick_ids(of.tree, community)[0] if community else "")
    yield from (Listed(scene, row) for row in of.noun.rows(scene))
