"""What the files of a session are called by: its actual day, which its id may no longer be."""

from collections.abc import Mapping
from datetime import date

from copkit.workspace.records import CommunityFiles, Session


def day_name(community: CommunityFiles, session: Session) -> str:
    """The day that a session is on; a second one on that day has a number behind it."""
    return day_names({one.id: one.date for one in community.sessions})[session.id]


def day_names(days: Mapping[str, date]) -> dict[str, str]:
    """The day of each id, none of them twice: the session that was planned for a day has it without a number."""
    taken: dict[date, int] = {}
    names = {}
    for key, day in sorted(days.items(), key=lambda one: (not one[0].startswith(one[1].isoformat()), one[0])):
        number = taken[day] = taken.get(day, 0) + 1
        names[key] = day.isoformat() if number == 1 else f"{day.isoformat()}-{number}"
    return names
