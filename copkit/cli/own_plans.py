"""The plans that `schedule` wrote, what somebody changed in each since, and what is to be written instead."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from copkit.cli.write import stop
from copkit.editing.refused import Refused
from copkit.editing.store import Change, read_seen
from copkit.new.plan import NewPlan, Team
from copkit.new.scheduled import changed_since, scheduled_plan
from copkit.new.texts import Home
from copkit.schedule.beside import Own
from copkit.schedule.rows import Row
from copkit.schedule.year import CommunityYear
from copkit.workspace import CommunityFiles, Folder, Session
from copkit.workspace.unclear import unclear_issues

ISSUED = "issued.yaml has an error"


class OwnPlans(NamedTuple):
    """Which plans `schedule` wrote, and the bytes by which that was judged."""

    own: Own
    seen: Mapping[str, bytes]


def own_plans(tree: Folder, at: Home, community: CommunityFiles, today: date) -> OwnPlans:
    """The plans that `schedule` wrote. Nothing may be redone where nobody can say what people hold."""
    seen = {one.id: data for one in community.sessions if (data := _read(tree, one)) is not None}
    judged = {
        one.id: changed_since(at, one.path, seen[one.id], one.plan) for one in community.sessions if one.id in seen
    }
    found = {name: word for name, word in judged.items() if word is not None}
    if unclear_issues(community):
        found = {name: word or ISSUED for name, word in found.items()}
    return OwnPlans(Own(today, found), seen)


def plans_to_write(
    tree: Folder, at: Home, community: CommunityFiles, made: CommunityYear, seen: Mapping[str, bytes]
) -> list[Change]:
    """A plan for each session that has none or is redone; what gives way to another goes last."""
    rows = [row for row in made.rows if row.state in ("new", "redo")]
    removed = [one for one in community.sessions if one.id in made.removed]
    return [
        *(_new_plan(tree, at, community, row, seen.get(row.session)) for row in rows),
        *(Change(tree.root / one.path, None, seen[one.id]) for one in removed),
    ]


def _read(tree: Folder, session: Session) -> bytes | None:
    try:
        return read_seen(tree.root / session.path)
    except Refused as refused:
        raise stop(tree, refused) from refused


def _new_plan(tree: Folder, at: Home, community: CommunityFiles, row: Row, seen: bytes | None) -> Change:
    path = f"communities/{community.id}/sessions/{row.session}.yaml"
    about = community.about
    team, minutes = Team.on(about.team, row.day), about.rhythm.briefing_minutes
    plan = NewPlan(row.number or 0, row.day, row.start, row.place, team, briefing_minutes=minutes)
    return Change(tree.root / path, scheduled_plan(at, path, plan), seen if row.state == "redo" else None)
