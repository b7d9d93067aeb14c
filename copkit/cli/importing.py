"""What the commands that read an export share: its bytes, where it lies, and moving it out of harm's way."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from copkit.cli.common import refuse, workspace
from copkit.cli.exits import REFUSED, USAGE, Stop
from copkit.cli.notes_session import Chosen, choose
from copkit.cli.show import note
from copkit.cli.subjects.words import community_first
from copkit.cli.write import path_in, stop
from copkit.dates import possible_days
from copkit.editing.refused import Refused
from copkit.importers.tables import LARGEST
from copkit.looking import is_file, is_folder, is_there
from copkit.patterns import when_used
from copkit.suggest import argument
from copkit.workspace import community_ids
from copkit.workspace.states import Act
from copkit.world.private import place, private_folder

Map = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="“WORDS=MEANING”", help="Say what copkit cannot know; repeat it."),
]
Replace = Annotated[bool, typer.Option("--replace", help="Take what is given in place of what is there.")]
Keep = Annotated[bool, typer.Option("--keep", help="Move the file to the private folder afterwards.")]

_SESSION = when_used(r"\d{4}-\d{2}-\d{2}(-[2-9])?|\d{1,3}|next|last")
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")


class Asked(NamedTuple):
    """A session, and the words after it."""

    chosen: Chosen
    rest: list[str]


def session_and_rest(
    words: Sequence[str], root: Path | None, today: str, example: str, act: Act = "say who came"
) -> Asked:
    """The session named by `[COMMUNITY] SESSION …`, with which that may be done, and what follows it."""
    words = community_first(words, community_ids(workspace(root)), 2)
    first = 0 if words and _is_session(words[0]) else 1
    if len(words) <= first or not _is_session(words[first]):
        raise Stop("name a session, such as 2026-06-09 or last", hint=f"Such as: {example}")
    chosen = choose(words[0] if first else "", words[first], root, today)
    session = chosen.session
    refuse(act, session, chosen.community, chosen.today)
    return Asked(chosen, list(words[first + 1 :]))


def _is_session(word: str) -> bool:
    return bool(_SESSION.fullmatch(word) or possible_days(word))


def looks_like_a_file(word: str) -> bool:
    """Whether a word names a table rather than a person."""
    return word.casefold().endswith(_TABLES) or is_file(word)


def read_export(name: str) -> bytes:
    """The bytes of an export, or an end that says why not."""
    path = Path(name)
    try:
        if is_folder(path):
            raise Stop(f"{name} is a folder", USAGE, "Name the file in it.")
        if is_there(path) and not is_file(path):
            raise Stop(f"{name} is not a plain file", REFUSED)
        if path.stat().st_size > LARGEST:
            raise Stop(f"{name} is too large; the most is 20 MB", REFUSED)
        return path.read_bytes()
    except FileNotFoundError as problem:
        hint = "Drag the file into the window to have its name."
        raise Stop(f"there is no file {name}", USAGE, hint) from problem
    except OSError as problem:
        raise Stop(f"{name} cannot be read ({problem.strerror})", REFUSED) from problem


def mapping(pairs: Sequence[str] | None, option: str = "--map") -> dict[str, str]:
    """`Words=meaning` pairs: words may hold an equals sign, a meaning cannot."""
    found = {}
    for pair in pairs or ():
        words, equals, meaning = pair.rpartition("=")
        if not equals or not words.strip() or not meaning.strip():
            hint = f"Such as: {option} “Lee=lee.marsh”"
            raise Stop(f"{option} takes words, an equals sign and their meaning", hint=hint)
        found[words.strip()] = meaning.strip()
    return found


def put_away(chosen: Chosen, name: str, data: bytes, kind: str, *, keep: bool) -> None:
    """Move an export that was taken in to the private folder, or say that it lies where it should not."""
    if keep:
        _keep(chosen, name, data, kind)
    elif warning := _mind_the_place(chosen, name):
        note(warning)


def _mind_the_place(chosen: Chosen, name: str) -> str:
    """A warning where an export lies in the workspace outside the private folder, above all where git tracks it."""
    path, tree = Path(name).resolve(), chosen.tree
    if not path.is_relative_to(tree.real) or path.is_relative_to(private_folder(tree, chosen.shared).resolve()):
        return ""
    from copkit.world.git.tracked import tracked_files

    shown = path_in(tree, str(path))
    if shown in (tracked_files(Path(tree.real)) or ()):
        return (
            f"git tracks {shown}, which holds names and addresses. Take it out: "
            f"“git rm --cached {argument(shown, 'FILE')}”, then commit, and move it to the private folder "
            "(--keep). What was committed before stays in git's history."
        )
    return f"{shown} holds names and addresses and lies in the workspace: move it to the private folder (--keep)."


def private_place(chosen: Chosen, *parts: str) -> Path:
    """A place in the private folder. Ends the command where git would take what is put there."""
    return place(chosen.tree, chosen.shared, "/".join(parts)).path


def keep_private(chosen: Chosen, path: Path, data: bytes) -> None:
    """Write a file of the private folder; what a command did together with that cannot be taken back."""
    from copkit.editing.store import write_out
    from copkit.world.undoing import changed_privately

    changed_privately(chosen.tree.root)
    try:
        write_out(path, data)
    except Refused as refused:
        raise stop(chosen.tree, refused) from refused


def _keep(chosen: Chosen, name: str, data: bytes, kind: str) -> None:
    """Move an export into the private folder, under the session's name."""
    source = Path(name)
    target = private_place(chosen, kind, chosen.community.id, f"{chosen.session.id}{source.suffix.lower()}")
    number = 1
    while is_there(target) and target.read_bytes() != data:
        number += 1
        target = target.with_name(f"{chosen.session.id}-{number}{source.suffix.lower()}")
    if target.resolve() == source.resolve():
        return
    try:
        keep_private(chosen, target, data)
        source.unlink()
    except OSError as problem:
        note(f"{name} was copied to the private folder and could not be removed: {problem.strerror}")
        return
    note(f"Moved the file to {path_in(chosen.tree, str(target))}")
