"""What a community needs before its first session and in its first hundred days: people, a domain, ground rules."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from copkit.lexicon import listed
from copkit.models.community import Community
from copkit.models.fields import says
from copkit.people.roles import NEEDED, holder_on
from copkit.workspace.records import CommunityFiles
from copkit.workspace.states import coming

_SESSIONS = 3
"""After so many sessions something can be said of what works here."""


class Need(NamedTuple):
    """Something that nobody has written yet: what to do, and the field and the file in which it is then written."""

    field: str
    what: str
    path: str


def needs(community: CommunityFiles, today: date) -> tuple[Need, ...]:
    """What a community still needs, what comes first at the top."""
    path = f"communities/{community.id}"
    found = [Need(field, what, f"{path}/community.yaml") for field, ask in _ASKS if (what := ask(community, today))]
    if _held(community, today) >= _SESSIONS and not says(tuple(community.other.get("practices", {}).values())):
        what = "Note what works in your sessions, for the blueprint"
        found.append(Need("what", what, f"{path}/practices.yaml"))
    return tuple(found)


def unfilled(community: CommunityFiles, today: date) -> tuple[str, ...]:
    """The roles that nobody holds in the community: on a day, or on its first where that is still to come."""
    day = max(today, community.about.started or today)
    return tuple(role for role in NEEDED if not holder_on(community.about.team, role, day).strip())


def _held(community: CommunityFiles, today: date) -> int:
    """How many sessions have been held by a day."""
    return sum(one.date <= today and one.held for one in community.sessions)


def _team(community: CommunityFiles, today: date) -> str:
    """The roles to fill, unless the next session fills them for itself."""
    following = coming(community, today)
    vacant = set(community.roles(following[0]).vacant if following else NEEDED)
    roles = [f"a {role}" for role in unfilled(community, today) if role in vacant]
    return f"Find {listed(roles)}: a small team of willing people" if roles else ""


def _domain(about: Community) -> str:
    if not says(about.domain.focus):
        return "Agree what it is about, in one line (focus), and who decided it (decided_by)"
    return "" if says(about.domain.decided_by) else "Say who decided what it is about (decided_by)"


def _sponsor(about: Community) -> str:
    return "" if says(about.sponsor) else "Ask somebody senior who makes time and opens doors"


def _purpose(about: Community) -> str:
    return "" if says(about.purpose) else "Say why it meets, in a few lines"


def _organisations(about: Community) -> str:
    there = sum(map(says, about.community.organisations))
    return "" if there > 1 else "List the organisations that it is for (organisations)"


def _agreement(about: Community) -> str:
    return "" if says(about.agreement.principles) else "Agree how members treat each other (principles)"


def _of(ask: Callable[[Community], str]) -> Callable[[CommunityFiles, date], str]:
    return lambda community, _: ask(community.about)


_ASKS: tuple[tuple[str, Callable[[CommunityFiles, date], str]], ...] = (
    ("team", _team),
    ("sponsor", _of(_sponsor)),
    ("domain", _of(_domain)),
    ("purpose", _of(_purpose)),
    ("community", _of(_organisations)),
    ("agreement", _of(_agreement)),
)
"""What each community needs, by the field of community.yaml in which it stands."""
