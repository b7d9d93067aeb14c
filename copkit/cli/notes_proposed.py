"""Say what looks like more than a note, and ask line by line what it is: yes, no, or in other words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import typer

from copkit.capture import read_lines
from copkit.cli.asking import on_terminal
from copkit.cli.common import to_type
from copkit.cli.notes_session import Chosen
from copkit.cli.notes_words import COUNTED, meaning, names
from copkit.cli.show import note, say, tell
from copkit.editing.attendance import Came, fill
from copkit.editing.taking import with_lines
from copkit.workspace.entries import Said, following, of_entry
from copkit.workspace.near_misses import Proposal, is_taken

_MOST = 8


class Settled(NamedTuple):
    """What was said yes to: lines for the end, lines in the place of others, and who came or sent apologies."""

    lines: tuple[str, ...] = ()
    instead: tuple[tuple[int, str], ...] = ()
    present: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()


# --- What there is ---------------------------------------------------------------------------------------


def say_looks_like(chosen: Chosen, lines: Iterable[Said], proposals: Sequence[Proposal]) -> None:
    """`2 plain notes; 7 look like actions: lines 25, 26 …`, where anything looks like more than a note."""
    if not proposals:
        return
    plain = len({number for line in lines for number in _numbers(line)} - {one.line for one in proposals})
    are = "1 line is a plain note" if plain == 1 else f"{plain} lines are plain notes"
    tell(f"{are}; {looks_like(proposals)}.", "yellow")
    community, session = chosen.community, chosen.session
    tell(f"“copkit notes tidy {community.id} {to_type(community, session)}” asks about each of them.", "cyan")


def _numbers(line: Said) -> Iterator[int]:
    if is_taken(line):
        yield from range(line.position.line + 1, line.last + 1)
    elif line.kind == "note":
        yield line.position.line


def looks_like(proposals: Iterable[Proposal]) -> str:
    """`7 look like actions: lines 25, 26; 1 looks like names: line 3`."""
    kinds: dict[str, list[int]] = {}
    for one in proposals:
        kinds.setdefault("names" if one.people else one.kind, []).append(one.line)
    return "; ".join(_look_like(kind, numbers) for kind, numbers in kinds.items())


def _look_like(kind: str, numbers: list[int]) -> str:
    one, several = ("names", "names") if kind == "names" else COUNTED.get(kind, (kind, kind))
    article = "" if kind == "names" else "an " if one[0] in "aeiou" else "a "
    looks = f"1 looks like {article}{one}" if len(numbers) == 1 else f"{len(numbers)} look like {several}"
    lines = list(dict.fromkeys(map(str, sorted(numbers))))
    shown = ", ".join(lines[:_MOST]) + (" …" if len(lines) > _MOST else "")
    return f"{looks}: line{'s' if len(lines) > 1 else ''} {shown}"


# --- What becomes of it ----------------------------------------------------------------------------------


def settle(chosen: Chosen, proposals: Sequence[Proposal], *, accept: bool) -> Settled:
    """What is said yes to: all with `accept`, what somebody takes on a terminal, and else nothing."""
    if accept or not proposals:
        return _settled((one, one.new) for one in proposals)
    if not on_terminal():
        for one in proposals:
            _say(chosen, one)
        note("Nothing of this was written: on a terminal copkit asks about each, and --accept takes all.")
        return Settled()
    return _settled(list(_answers(chosen, proposals)))


def say_strangers(found: Sequence[tuple[str, str]]) -> None:
    """Who is listed as there or away and is nobody of the register: they are not taken."""
    if found:
        listed = ", ".join(f"{name} ({kind})" for name, kind in found)
        note(f"Not in the register, and not taken: {listed}. “copkit new person” adds somebody.")


def _settled(said: Iterable[tuple[Proposal, str]]) -> Settled:
    lines, instead, came = list[str](), list[tuple[int, str]](), {"present": list[str](), "apologies": list[str]()}
    for one, new in said:
        if one.people:
            came[one.kind] += [named.id for named in one.people]
        elif one.whole:
            instead.append((one.line, new))
        else:
            lines.append(new)
    return Settled(tuple(lines), tuple(instead), tuple(came["present"]), tuple(came["apologies"]))


def _answers(chosen: Chosen, proposals: Sequence[Proposal]) -> Iterator[tuple[Proposal, str]]:
    """What somebody says to each; whoever stops early has said no to the rest."""
    note("y takes a line, n leaves it a note, e changes it, q stops asking.")
    for one in proposals:
        _say(chosen, one)
        typed = typer.prompt("  Take it? y, n, e or q", default="y", err=True)
        answer = str(typed).strip().casefold()[:1]
        if answer == "q":
            return
        if answer == "e" and not one.people:
            yield one, str(typer.prompt("  As", default=one.new, show_default=False, err=True)).strip()
        elif answer == "y":
            yield one, one.new


def _say(chosen: Chosen, one: Proposal) -> None:
    """A line as it stands, what it would be, and how that is read."""
    say(f"{one.line:>4}  {one.typed}")
    if one.people:
        tell(f"      + {one.kind}: {names(one.people)}", "green")
        return
    tell(f"      + {one.new}", "green")
    after = following(chosen.community, chosen.session)
    line = of_entry(read_lines(one.new)[0], chosen.session.date, chosen.names, after)
    tell(f"      → {meaning(line, {})}")
    for doubt in line.doubts:
        tell(f"      ? {doubt}", "yellow")


def with_settled(data: bytes, chosen: Chosen, settled: Settled) -> bytes:
    """The notes with what was said yes to. Raises `Refused`."""
    if settled.lines or settled.instead:
        data = with_lines(data, chosen.path, settled.lines, dict(settled.instead))
    came = Came(settled.present, {}, settled.apologies)
    return fill(data, came, None, chosen.names.who).data if settled.present or settled.apologies else data
