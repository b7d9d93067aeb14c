"""The open actions of communities: all of them, or those of one owner, or those past their date."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from copkit.cli.common import pick_ids, pick_session
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.show import note
from copkit.cli.subjects.desk import Desk, Piece
from copkit.documents.source import Source
from copkit.workspace import CommunityFiles, Shared, load_community
from copkit.workspace.day_names import day_name
from copkit.workspace.promises import Action, actions


class Owed(NamedTuple):
    """The open actions of a community that are meant."""

    community: CommunityFiles
    actions: tuple[Action, ...]


def pieces(desk: Desk) -> Iterator[Piece]:
    """A document a community, with a page for each owner."""
    communities = [load_community(desk.tree, name) for name in pick_ids(desk.tree, desk.words().first)]
    owner, overdue = str(desk.typed.said("owner")), bool(desk.typed.said("overdue"))
    found = owed(communities, desk.shared, desk.today, owner, overdue=overdue)
    for one in found:
        if one.actions:
            yield _piece(desk, one)
        else:
            note(f"{one.community.id}: no action is open")
    if not any(one.actions for one in found):
        raise Stop("there is nothing to print: no action is open", REFUSED)


def owed(
    communities: Iterable[CommunityFiles], shared: Shared, day: date, owner: str, *, overdue: bool
) -> list[Owed]:
    """What is open in each community; an end where nobody has the owner's name."""
    found = [Owed(one, _open(one, shared, day, owner, overdue=overdue)) for one in communities]
    if owner and not any(one.actions for one in found):
        _known_or_stop(owner, found, shared)
    return found


def _open(community: CommunityFiles, shared: Shared, day: date, owner: str, *, overdue: bool) -> tuple[Action, ...]:
    still = [one for one in actions(community, shared.register, day) if one.is_open]
    if overdue:
        still = [one for one in still if one.status == "overdue"]
    if owner:
        named = community.company(shared.register).find(owner)
        wanted = {named.id, owner.casefold()} - {""}
        still = [one for one in still if wanted & {one.owner.id, one.owner.typed.casefold()}]
    return tuple(still)


def _known_or_stop(owner: str, found: Iterable[Owed], shared: Shared) -> None:
    """Tell a name that nobody has from a person who owes nothing."""
    companies = [one.community.company(shared.register) for one in found]
    doubts = [names.doubt(names.find(owner)) for names in companies]
    if all(doubts):
        raise Stop(f"--owner: {doubts[0]}")


def _piece(desk: Desk, found: Owed) -> Piece:
    """Its day is that of the last session from which an action is open."""
    files = found.community
    made_at = files.session(found.actions[-1].session) or pick_session(files, "last", desk.today)
    source = Source(desk.shared, files, made_at, desk.audience, desk.today, desk.marks)
    file = desk.file(day_name(files, made_at), files.id, desk.document.name)
    return desk.piece((source, found.actions), file, f"the open actions of {files.id}", files.id)
