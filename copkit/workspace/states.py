"""How a session stands, and what may be done with it then: one table, for commands, checks and pages.

A plan says that a session was cancelled or held; its notes, once they hold anything, say that it took place; the
community says when it closed; issued.yaml what people hold in their calendars.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from copkit.workspace.records import CommunityFiles, Session

State = Literal["planned", "issued", "moved", "held", "noted", "cancelled", "closed"]
"""`closed`: it was planned for a day after its community closed."""
STATES: tuple[State, ...] = get_args(State)
When = Literal["before", "on", "after"]
"""Today, as seen from the session's day."""
WHENS: tuple[When, ...] = get_args(When)
Act = Literal["move", "cancel", "bring back", "take notes", "say who came", "close before"]
ACTS: tuple[Act, ...] = get_args(Act)


class Refusal(NamedTuple):
    """Why something may not be done, as the rest of a sentence about the session, and what may be."""

    why: str
    instead: str


_MOVE_HELD = Refusal("was held, so it cannot move", "If its date is wrong, correct “date:” in its plan.")
_CANCEL_HELD = Refusal("was held, so it cannot be cancelled", "If it was not, take “status: held” out of its plan.")
_CANCEL_NOTED = Refusal(
    "was held and has notes, so it cannot be cancelled",
    "If they are another session's, move them to its file first.",
)
_CLOSED = Refusal(
    "is after the community closed", "If the community goes on, take “closed:” out of community.yaml."
)
_HELD_LATER = Refusal(
    "was held, so its community did not close before it",
    "Say a later day with --on, or correct “date:” in its plan.",
)
_NOT_CANCELLED = Refusal("is not cancelled, so there is nothing to bring back", "")
_NOTHING_THERE = Refusal("was cancelled, so nobody was there", "If it was held all the same, bring it back first.")
_TO_COME = Refusal("is still to come", "")

_NEVER: Mapping[Act, Mapping[State, Refusal]] = MappingProxyType(
    {
        "move": {
            "cancelled": Refusal("is cancelled, so it cannot move", "“copkit new session” plans another."),
            "held": _MOVE_HELD,
            "noted": _MOVE_HELD,
            "closed": _CLOSED,
        },
        "cancel": {"held": _CANCEL_HELD, "noted": _CANCEL_NOTED},
        "bring back": {state: _NOT_CANCELLED for state in STATES if state != "cancelled"},
        "take notes": {"cancelled": _NOTHING_THERE, "closed": _CLOSED},
        "say who came": {"cancelled": _NOTHING_THERE, "closed": _CLOSED},
        "close before": {"held": _HELD_LATER, "noted": _HELD_LATER},
    }
)
_FROM_ITS_DAY_ON: frozenset[Act] = frozenset({"say who came"})


def state_of(session: Session, community: CommunityFiles) -> State:
    """How it stands. Where issued.yaml was not read, what was issued counts as planned."""
    if session.cancelled:
        return "cancelled"
    if session.noted:
        return "noted"
    if session.held:
        return "held"
    if community.about.closed is not None and session.date > community.about.closed:
        return "closed"
    if session.plan.moved_from is not None:
        return "moved"
    return "issued" if session.id in community.issued else "planned"


def has_closed(community: CommunityFiles, today: date) -> bool:
    """Whether it has closed: from its closing day on."""
    return community.about.closed is not None and community.about.closed <= today


def stands(session: Session, community: CommunityFiles) -> bool:
    """Whether it takes place, or did, as far as the files say."""
    return state_of(session, community) not in ("cancelled", "closed")


def coming(community: CommunityFiles, today: date) -> tuple[Session, ...]:
    """The sessions that take place today or later, the next one first.

    Today's is one of them until the day is over, whatever its notes hold: they are typed while it goes on.
    """
    return tuple(one for one in community.sessions if one.date >= today and stands(one, community))


def when_is(session: Session, today: date) -> When:
    """Where today is, seen from its day."""
    return "on" if today == session.date else "before" if today < session.date else "after"


def refusal(act: Act, state: State, when: When) -> Refusal | None:
    """Why that may not be done; None where it may."""
    if found := _NEVER[act].get(state):
        return found
    return _TO_COME if act in _FROM_ITS_DAY_ON and when == "before" else None
