"""`copkit actions`: what was promised and is still open, by owner."""

from datetime import date
from typing import Annotated, Any

import typer

from copkit.cli.common import AsJson, CommunityName, Root, Today, pick_ids, the_day, workspace
from copkit.cli.exits import OK
from copkit.cli.notes_session import READ
from copkit.cli.options import Overdue, OwnerName
from copkit.cli.require_readable import names_known
from copkit.cli.say_json import say_json
from copkit.cli.show import say, tell
from copkit.cli.subjects.promises import Owed, owed
from copkit.dates import say_date
from copkit.workspace import Folder, Shared, load_community, load_shared
from copkit.workspace.promises import Action, Thread, owners_in_order, say_age, say_standing

Asks = Annotated[bool, typer.Option("--asks", help="Open asks instead, with offers that may meet them.")]


def actions(
    community: CommunityName = "",
    overdue: Overdue = False,
    owner: OwnerName = "",
    asks: Asks = False,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """List actions that are open, by owner, with what is overdue and for how many sessions each has been open.

    “copkit print actions” makes a page an owner of each community.

    Example: copkit actions systems-leadership --overdue
    """
    tree = workspace(root)
    shared = load_shared(tree, READ)
    names_known(shared, "team")
    day = the_day(today, shared)
    communities = [load_community(tree, name, READ) for name in pick_ids(tree, community)]
    if asks:
        _asks(tree, shared, [one.id for one in communities], day, as_json=as_json)
        return OK
    found = owed(communities, shared, day, owner, overdue=overdue)
    if as_json:
        say_json({"actions": [_as_data(action, day) for one in found for action in one.actions]})
    else:
        _list(found, day, several=len(found) > 1)
    return OK


def _list(found: list[Owed], day: date, *, several: bool) -> None:
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


def _asks(tree: Folder, shared: Shared, wanted: list[str], day: date, *, as_json: bool) -> None:
    """Open asks of these communities, with offers of every community that may meet them."""
    from copkit.workspace import community_ids
    from copkit.workspace.matches import matches
    from copkit.workspace.promises import ledger

    books = {name: ledger(load_community(tree, name, READ), shared.register, day) for name in community_ids(tree)}
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
        say_json({"asks": rows})
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
