"""D: how the community was run."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.metrics import gaps
from copkit.metrics.base import Figure
from copkit.metrics.facts import Facts
from copkit.metrics.registry import metric
from copkit.workspace import Session

_ROLES = ("convenor", "curator", "facilitator", "moderator")


@metric("D1")
def rhythm_kept(facts: Facts) -> Iterator[Figure]:
    """Sessions held, of the sessions planned whose day has come; those in person apart, and hours.

    A session is held when its notes say anything or its plan says `status: held`. One that moved counts as planned
    on its new day, one that was cancelled counts as planned and not held, whatever its notes say; one planned for a
    day after its community closed is no session. Sessions still to come are among those planned for the period,
    moved and cancelled alone. Hours planned are those of all sessions planned for the period, cancelled ones and
    those to come among them, by their plans; hours held are those of the sessions held, as long as the notes say,
    or else the plan.

    From: plans and notes of sessions.
    """
    make, held = facts.maker("D1"), {session.id for session in facts.held}
    cancelled = facts.due and all(one.cancelled for one in facts.due)
    known = make if cancelled else make.because(gaps.of_sessions(facts))
    due = [(session, facts.place_of(session)) for session in facts.due]
    yield known.split("", due, lambda one: one.id in held, "sessions")
    in_person = [(one, source) for one, source in due if one.place == "in-person"]
    yield known.split("in person", in_person, lambda one: one.id in held, "sessions")
    places = [(one, facts.place_of(one)) for one in facts.planned]
    for label, chosen in (
        ("planned for the period", places),
        ("moved", [(one, at) for one, at in places if one.plan.moved_from or one.plan.moves]),
        ("cancelled", [(one, at) for one, at in places if one.cancelled]),
    ):
        yield make.count(label, [at for _, at in chosen], "sessions")
    going = [(one.minutes, at) for one, at in places]
    took = [(lasted(one), at) for one, at in due if one.id in held]
    for label, sessions, maker in (("hours planned", going, make), ("hours held", took, known)):
        hours = sum(minutes for minutes, _ in sessions) / 60
        yield maker.number(label, hours, "hours", counted=tuple(at for _, at in sessions))


def lasted(session: Session) -> int:
    """How many minutes a session lasted: as its notes say, or else as planned."""
    return (session.notes.minutes_taken if session.notes is not None else None) or session.minutes


@metric("D2")
def briefing_given(facts: Facts) -> Iterator[Figure]:
    """Sessions held with a named speaker for the senior leader's briefing, of the sessions held.

    From: `briefing: speaker:` in plans, or in notes.
    """

    def has_speaker(one: Session) -> bool:
        return bool(one.plan.briefing.speaker or (one.notes is not None and one.notes.briefing.speaker))

    held = [(one, facts.place_of(one)) for one in facts.held]
    yield facts.maker("D2", gap=gaps.of_sessions(facts)).split("", held, has_speaker, "sessions")


@metric("D3")
def notes_on_time(facts: Facts) -> Iterator[Figure]:
    """Sessions whose notes were committed within 10 days, of the sessions held; the median number of days.

    `notes_within_days` in programme.yaml sets another number than 10. A session held whose notes git
    did not know by the last day, or that has none, is late once so many days have passed; until then it is left out
    and listed. Where git cannot say, nothing is counted: there is none, the clone is shallow, or `as_of:` in
    programme.yaml fixes the day, so that the days of commits mean nothing.

    From: the day of the first commit of each notes file.
    """
    make, within = facts.maker("D3"), facts.shared.programme.notes_within_days
    if facts.committed is None:
        yield make.absent("", "unknown", lexicon.text("figures.git_cannot_say"), "sessions", form="share")
        return
    by_then = {key: day for key, day in facts.committed.items() if day <= facts.day}
    days = {one.id: (by_then[one.id] - one.date).days for one in facts.held if one.id in by_then}
    out = {one.id for one in facts.held if one.id not in days and (facts.day - one.date).days <= within}
    known = [(one, facts.place_of(one)) for one in facts.held if one.id not in out]
    make = make.without(tuple(one.id for one in facts.held if one.id in out))
    yield make.split("", known, lambda one: days.get(one.id, within + 1) <= within, "sessions")
    yield make.middle("median", [max(0, number) for number in days.values()])


@metric("D4")
def roles_filled(facts: Facts) -> Iterator[Figure]:
    """Sessions with convenor, curator, facilitator and moderator all named, of the sessions held.

    From: `team:` in the plans of sessions; a role that a plan leaves empty is taken from `team:` in
    community.yaml, as it stood on the day.
    """
    held = [(one, facts.place_of(one)) for one in facts.held]
    make = facts.maker("D4", gap=gaps.of_sessions(facts))
    yield make.split("", held, lambda one: all(holder(facts, one, r) for r in _ROLES), "sessions")


@metric("D5")
def member_led(facts: Facts) -> Iterator[Figure]:
    """Sessions whose facilitator is not from the host organisation, of the sessions held.

    Sessions without a facilitator, or with one whose organisation is not known, are left out and listed. Where the
    plan names nobody, everybody counts whom `team:` in community.yaml lists as facilitator on the day: it is
    member-led when none of them is of the host. People count for their organisation of the day, as what it had
    become by the last day; so does the host.

    From: `facilitator` in plans or community.yaml; `host:` in programme.yaml.
    """
    homes, host = {one.id: _facilitators_from(facts, one) for one in facts.held}, facts.view.host
    known = [(one, facts.place_of(one)) for one in facts.held if homes[one.id]]
    out = tuple(key for key, where in homes.items() if not where)
    make = facts.maker("D5", gap=gaps.of_sessions(facts)).without(out)
    if not host:
        yield make.absent("", "unknown", lexicon.text("figures.no_host"), "sessions", form="share")
        return
    yield make.split("", known, lambda one: host not in homes[one.id], "sessions")


def holder(facts: Facts, session: Session, role: str) -> str:
    """Who held a role in a session, as typed; empty for nobody."""
    return facts.community.roles(session).holder(role)


def _facilitators_from(facts: Facts, session: Session) -> set[str]:
    """The organisations of those who facilitated a session; none where that is not known of all of them."""
    named = facts.community.roles(session).holders_of("facilitator")
    homes = {facts.view.affiliation(facts.who(one, session.date), session.date) for one in named}
    return homes if all(homes) else set()
