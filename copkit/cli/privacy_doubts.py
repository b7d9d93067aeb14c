"""What may mean the person or somebody else: asked line by line before a name is taken out, never guessed."""

from collections.abc import Sequence
from typing import NamedTuple

import typer

from copkit.cli.asking import on_terminal
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.privacy_person import Case
from copkit.cli.show import note
from copkit.people.mentions import Mention
from copkit.suggest import argument
from copkit.world.search.elsewhere import PRIVATE


class Answers(NamedTuple):
    """What the command line says: lines in which the person is meant, and whether the rest is somebody else."""

    at: frozenset[str]
    rest_others: bool


def answered(found: Case, said: Answers, *, dry_run: bool, going_on: bool) -> tuple[list[Mention], list[Mention]]:
    """The mentions in the workspace and those in private files, each doubtful one with its answer.

    An end where one has none, and nobody is there to be asked; a dry run lists it.
    """
    own = [f"{folder}/onboarding/{found.seeker.key}.yaml" for folder in ("communities/programme", "private")]
    every = [*found.found, *found.found_private]
    _known(every, said.at, going_on)
    sure = _asked([one for one in every if one.position.path not in own], said, found, dry_run)
    done = [one._replace(sure=True) if _at(one) in sure and one.end else one for one in every]
    return done[: len(found.found)], done[len(found.found) :]


def _at(one: Mention) -> str:
    return f"{one.position.path}:{one.position.line}"


def _known(every: Sequence[Mention], at: frozenset[str], going_on: bool) -> None:
    """An end where a line is named that does not name the person; a run that goes on has changed some already."""
    unknown = sorted(at - {_at(one) for one in every})
    if unknown and not going_on:
        raise Stop(f"--at: the person is not named in {unknown[0]}", hint="Write FILE:LINE, as the list shows it.")


def _asked(every: Sequence[Mention], said: Answers, found: Case, dry_run: bool) -> frozenset[str]:
    """The lines in which the person is meant."""
    lines: dict[str, Mention] = {}
    for one in every:
        if not one.sure and one.end and _at(one) not in said.at:
            lines.setdefault(_at(one), one)
    if not lines or said.rest_others:
        return said.at
    if on_terminal() and not dry_run:
        return said.at | {at for at, one in lines.items() if _is_meant(one, found)}
    _list(lines)
    if not dry_run:
        several = f"{len(lines)} lines may name" if len(lines) > 1 else "1 line may name"
        key, first = found.seeker.key, next(iter(lines))
        raise Stop(
            f"{several} {found.seeker.name or key}, or somebody else; nothing was written",
            REFUSED,
            "Name each line that means the person, and say that the rest are others, such as "
            f"“copkit privacy erase {key} --at {argument(first, 'FILE:LINE')} --rest-others”",
        )
    return said.at


def _is_meant(one: Mention, found: Case) -> bool:
    """Ask on the terminal; what is written for nobody is not shown."""
    who = found.seeker.name or found.seeker.key
    note(f"{_at(one)}: “{one.typed}” ({one.why})")
    if not one.position.path.startswith(PRIVATE):
        note(f"    {one.line.strip()}")
    return bool(typer.confirm(f"Is this {who}?", default=None, err=True))


def _list(lines: dict[str, Mention]) -> None:
    note("These may be the person, or somebody else:")
    for at, one in lines.items():
        note(f"  {at}: “{one.typed}” ({one.why})")
        if not one.position.path.startswith(PRIVATE):
            note(f"      {one.line.strip()}")
