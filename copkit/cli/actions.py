"""`copkit actions`: what was promised and is still open, by owner; and a page an owner."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, NamedTuple

import typer

from copkit.cli.common import AsJson, CommunityName, Out, Overwrite, Root, Today, pick_ids, the_day, workspace
from copkit.cli.delivering import Where
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.printing import Formats
from copkit.cli.show import note, say, tell
from copkit.dates import say_date
from copkit.workspace import CommunityFiles, Folder, Shared, load_community, load_shared
from copkit.workspace.promises import Action, Thread, owners_in_order, say_age, say_standing
from copkit.workspace.promises import actions as all_actions

Overdue = Annotated[bool, typer.Option("--overdue", help="Only those past their date.")]
OwnerName = Annotated[str, typer.Option("--owner", metavar="NAME", help="Only this person's: an id or a name.")]

Asks = Annotated[bool, typer.Option("--asks", help="Open asks instead, with offers that may meet them.")]


class _Found(NamedTuple):
    community: CommunityFiles
    actions: tuple[Action, ...]


def actions(
    community: CommunityName = "",
    overdue: Overdue = False,
    owner: OwnerName = "",
    asks: Asks = False,
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """List actions that are open, by owner, with what is overdue and for how many sessions each has been open.

    With --format it prints a page an owner for each community instead.

    Example: copkit actions systems-leadership --overdue
    """
    tree = workspace(root)
    shared = load_shared(tree)
    day = the_day(today, shared)
    communities = [load_community(tree, name) for name in pick_ids(tree, community)]
    if asks:
        _asks(tree, shared, [one.id for one in communities], day, as_json=as_json)
        return OK
    found = [_Found(one, _open(one, shared, day, overdue, owner)) for one in communities]
    if owner and not any(one.actions for one in found):
        _known_or_stop(owner, communities, shared)
    if as_json:
        rows = [_as_data(action, day) for one in found for action in one.actions]
        say(json.dumps(rows, indent=2, ensure_ascii=False))
    elif format_ or out:
        _print_pages(tree, shared, found, day, format_ or (), Where(out, overwrite))
    else:
        _list(found, day, several=len(found) > 1)
    return OK


def _open(community: CommunityFiles, shared: Shared, day: date, overdue: bool, owner: str) -> tuple[Action, ...]:
    still = [one for one in all_actions(community, shared.register, day) if one.is_open]
    if overdue:
        still = [one for one in still if one.status == "overdue"]
    if owner:
        named = community.company(shared.register).find(owner)
        wanted = {named.id, owner.casefold()} - {""}
        still = [one for one in still if wanted & {one.owner.id, one.owner.typed.casefold()}]
    return tuple(still)


def _known_or_stop(owner: str, communities: Iterable[CommunityFiles], shared: Shared) -> None:
    """Tell a name that nobody has from a person who owes nothing."""
    doubts = []
    for community in communities:
        names = community.company(shared.register)
        doubts.append(names.doubt(names.find(owner)))
    if all(doubts):
        raise Stop(f"--owner: {doubts[0]}")


def _list(found: list[_Found], day: date, *, several: bool) -> None:
    every = [action for one in found for action in one.actions]
    called = {one.community.id: one.community.about.short or one.community.id for one in found}
    for name, theirs in owners_in_order(every):
        tell(name or "Nobody yet", "bold")
        for one in theirs:
            _say_one(one, day, called[one.community] if several else "")
    late = sum(one.status == "overdue" for one in every)
    if every:
        say()
    say(f"{len(every)} open, {late} overdue" if every else "No action is open.", "bold")


def _say_one(action: Action, day: date, community: str) -> None:
    due = f"by {say_date(action.due)}" if action.due else "no date"
    standing = say_standing(action, day)
    tell(f"  {action.what}")
    where = f", {community}" if community else ""
    shown = f" ({standing})" if standing else ""
    colour = ("red",) if action.status == "overdue" else ()
    tell(f"    {action.id}{where}: {due}{shown}, {say_age(action.age)}", *colour)


def _as_data(action: Action, day: date) -> dict[str, Any]:
    return {
        "community": action.community,
        "id": action.id,
        "owner": action.owner.id or None,
        "owner_name": action.owner.shown or None,
        "what": action.what,
        "due": action.due.isoformat() if action.due else None,
        "first_due": action.first_due.isoformat() if action.first_due else None,
        "status": action.status,
        "days_overdue": action.days_over(day),
        "sessions": action.age,
        "position": str(action.position),
    }


def _print_pages(
    tree: Folder, shared: Shared, found: list[_Found], day: date, formats: Iterable[str], where: Where
) -> None:
    """A document a community, with a page for each owner."""
    from functools import partial

    from copkit.cli.common import pick_session
    from copkit.cli.printing import logo_of, print_these
    from copkit.documents import Source, document
    from copkit.documents.actions import of_these

    chosen, logo = [], logo_of(tree, shared)
    for one in found:
        if not one.actions:
            note(f"{one.community.id}: no action is open")
            continue
        made_at = one.community.session(one.actions[-1].session) or pick_session(one.community, "last", day)
        source = Source(shared, one.community, made_at, "members", day, logo)
        build = partial(of_these, chosen=one.actions)
        chosen.append((document("actions")._replace(build=build), source))
    if not chosen:
        raise Stop("there is nothing to print: no action is open", REFUSED)
    print_these(tree, chosen, tuple(formats), where)


def _asks(tree: Folder, shared: Shared, wanted: list[str], day: date, *, as_json: bool) -> None:
    """Open asks of these communities, with offers of every community that may meet them."""
    from copkit.workspace import community_ids
    from copkit.workspace.matches import matches
    from copkit.workspace.promises import ledger

    books = {name: ledger(load_community(tree, name), shared.register, day) for name in community_ids(tree)}
    open_asks = [one for name in wanted for one in books[name].asks if one.open]
    offers = [one for book in books.values() for one in book.offers]
    found = matches(open_asks, offers)
    if as_json:
        rows = [
            {
                **_thread(ask),
                "offers": [{**_thread(one.offer), "shared": one.shared} for one in found if one.ask is ask],
            }
            for ask in open_asks
        ]
        say(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for ask in open_asks:
        tell(f"{ask.who.shown or 'Somebody'}: {ask.what}", "bold")
        tell(f"    {ask.community} {ask.id}, {say_age(ask.age)}")
        for one in found:
            if one.ask is ask:
                offer = one.offer
                tell(f"  → {offer.who.shown or 'Somebody'} offered: {offer.what}", "green")
                tell(f"    {offer.community} {offer.id}; both say {', '.join(one.shared)}")
    say(
        f"{len(open_asks)} open, {len({one.ask.id for one in found})} with an offer"
        if open_asks
        else "No ask is open."
    )


def _thread(one: Thread) -> dict[str, Any]:
    return {
        "community": one.community,
        "id": one.id,
        "who": one.who.id or one.who.shown or None,
        "what": one.what,
        "sessions": one.age,
        "position": str(one.position),
    }
