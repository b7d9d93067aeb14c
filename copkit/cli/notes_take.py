"""Take minutes into a session's notes: a file from Word or elsewhere, a line, or what is typed in an editor."""

import sys
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from copkit import lexicon
from copkit.cli.asking import on_terminal
from copkit.cli.common import refuse
from copkit.cli.exits import OK, REFUSED, USAGE, Stop
from copkit.cli.importing import read_export
from copkit.cli.notes_new import begun
from copkit.cli.notes_proposed import say_strangers, settle, with_settled
from copkit.cli.notes_session import Chosen
from copkit.cli.notes_show import say_footer
from copkit.cli.show import note, say
from copkit.cli.write import say_written, stop, write
from copkit.editing.refused import Refused
from copkit.editing.store import Change
from copkit.editing.taking import with_lines
from copkit.importers.minutes import by_a_machine
from copkit.importers.tables import Unreadable
from copkit.workspace.entries import Said, said_in
from copkit.workspace.near_misses import Proposal, near_misses, strangers

PASTE = "-"


class Text(NamedTuple):
    """Minutes from elsewhere: what they are called, their lines, and whether a machine wrote them."""

    name: str
    lines: tuple[str, ...]
    by_a_machine: bool

    @property
    def block(self) -> list[str]:
        """The text as it is kept: one note, whose first line says where it is from."""
        taken = lexicon.spellings("taken")
        end = taken["machine" if self.by_a_machine else "kept"][0]
        return [f"From {self.name}, {end}", *(f"  {line}" for line in self.lines)]


def read_text(file: str) -> Text:
    """The file that was named, or what is pasted; an end where it cannot be read."""
    from copkit.world.foreign import minutes_lines

    data = sys.stdin.buffer.read() if file == PASTE else read_export(file)
    name = "a paste" if file == PASTE else f"“{Path(file).name}”"
    try:
        lines = minutes_lines(data, file)
    except Unreadable as problem:
        raise Stop(f"{file}: {problem.message}", REFUSED, problem.fix) from problem
    return Text(name, tuple(lines), by_a_machine(lines, file))


def take(chosen: Chosen, text: Text, *, accept: bool, dry_run: bool) -> int:
    """Keep every line of a text, then ask about what looks like more than a note; both are one change."""
    refuse("take notes", chosen.session, chosen.community, chosen.today)
    seen, data = begun(chosen)
    try:
        kept = data if _is_kept(data, chosen, text) else with_lines(data, chosen.path, text.block)
        proposals = _proposals(kept, chosen)
        say_strangers(strangers(_lines(kept, chosen), chosen.names))
        new = with_settled(kept, chosen, settle(chosen, proposals, accept=accept))
    except Refused as refused:
        raise stop(chosen.tree, refused, chosen.tree.root / chosen.path) from refused
    return _finish(chosen, Change(chosen.tree.root / chosen.path, new, seen), dry_run=dry_run)


def _is_kept(data: bytes, chosen: Chosen, text: Text) -> bool:
    """Whether the same text is in the notes already, so that a second time adds nothing."""
    wanted = [line.strip() for line in text.block]
    return any([line.strip() for line in one.entry.raw.split("\n")] == wanted for one in _lines(data, chosen))


def _lines(data: bytes, chosen: Chosen) -> tuple[Said, ...]:
    return said_in(data, chosen.community, chosen.session, chosen.names)


def _proposals(data: bytes, chosen: Chosen) -> tuple[Proposal, ...]:
    names, notes = chosen.names, chosen.session.notes
    there = [names.who(typed) for typed in (*notes.present, *notes.apologies)] if notes else []
    return near_misses(_lines(data, chosen), names, there)


def _finish(chosen: Chosen, change: Change, *, dry_run: bool) -> int:
    """Write, and say what was understood of it and what is still a note."""
    if change.new == change.seen:
        say(f"{chosen.path} has all of it already")
        return OK
    written = write(chosen.tree, [change], dry_run=dry_run)
    if not dry_run:
        say_written(written)
        say_footer(chosen.read_anew())
    return OK


def add(chosen: Chosen, line: str, *, dry_run: bool) -> int:
    """Add a line at the end of the notes, and say how it is read; one that stands there is not added again."""
    refuse("take notes", chosen.session, chosen.community, chosen.today)
    lines = [one.strip() for one in line.splitlines() if one.strip()]
    if not lines:
        raise Stop("there is no line to add", USAGE, "Put it in quotation marks.")
    seen, data = begun(chosen)
    there = {one.entry.raw.strip() for one in _lines(data, chosen)}
    try:
        new = with_lines(data, chosen.path, [one for one in lines if one not in there])
    except Refused as refused:
        raise stop(chosen.tree, refused, chosen.tree.root / chosen.path) from refused
    return _finish(chosen, Change(chosen.tree.root / chosen.path, new, seen), dry_run=dry_run)


def tidy_proposed(chosen: Chosen, data: bytes, agreed: Collection[str], *, accept: bool) -> bytes:
    """The notes with what is said yes to of what looks like more than a note; what is agreed is left alone."""
    line = chosen.document.line
    free = [one for one in _proposals(data, chosen) if not (one.whole and line(one.line).strip() in agreed)]
    return with_settled(data, chosen, settle(chosen, free, accept=accept))


def edit(chosen: Chosen, *, dry_run: bool) -> int:
    """Open the notes in an editor, made before where there are none; once it is closed, say what was understood."""
    from copkit.world.opener import editor, open_file

    refuse("take notes", chosen.session, chosen.community, chosen.today)
    seen, data = begun(chosen)
    path = chosen.tree.root / chosen.path
    if seen is None:
        say_written(write(chosen.tree, [Change(path, data, None)], dry_run=dry_run))
    if dry_run:
        note(f"would open {chosen.path}")
    elif not editor() and not on_terminal():
        note(f"Open {chosen.path} in your editor; with EDITOR set, copkit opens it.")
    elif open_file(path):
        if editor():
            say_footer(chosen.read_anew())
    else:
        note(f"Nothing here can open {chosen.path}: set EDITOR to the command of your editor.")
        return REFUSED
    return OK
