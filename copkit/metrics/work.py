"""W: from talk to work: actions, decisions, asks, questions and groups."""

from collections.abc import Iterable, Iterator
from datetime import date

from copkit.metrics import gaps
from copkit.metrics.base import Figure, Period, Source
from copkit.metrics.facts import Facts, line_source
from copkit.metrics.registry import metric
from copkit.models.group import Group
from copkit.workspace.promises import Action, Thread

_OLD = 2
_RECENT = 2


def _source(one: Action | Thread) -> Source:
    return Source(one.id, one.position, who=True)


def _within(day: date | None, period: Period, last: date) -> bool:
    return day is not None and day in period and day <= last


@metric("W1")
def actions(facts: Facts) -> Iterator[Figure]:
    """Actions opened and done; of those first due in the period, how many are done, and how many were on time.

    On time is by the date that was promised first, however often it moved. An action counts as due once its first
    date has passed; all stand as they stood on the last day of the period, or today. The last word up to that day
    counts: what was dropped and then done is done, what was done and then dropped is dropped, and `status: open`
    opens it again; a new date or owner alone does not, and counts for nothing while it is closed. It is closed on
    the day of that word; to say again what it is already changes nothing. Of two words on one day that in
    updates.yaml comes after that in notes, and the lower line after the upper. One that was dropped is not done,
    and is counted apart. Overdue are those past the date that holds now, of those still open.

    From: `action:` and `done:` lines of notes; updates.yaml.
    """
    every = facts.ledger.actions
    make = facts.maker("W1", gap=None if every else gaps.of_notes(facts))
    opened = [one for one in every if one.day in facts.period]
    ended = [one for one in every if _within(one.closed, facts.period, facts.day)]
    yield make.count("opened", _sources(opened), "actions")
    yield make.count("closed", _sources(one for one in ended if one.status == "done"), "actions")
    yield make.count("dropped", _sources(one for one in ended if one.status == "dropped"), "actions")
    due = [
        (one, _source(one))
        for one in every
        if one.first_due is not None and one.first_due in facts.period and one.first_due < facts.today
    ]
    yield make.split("", due, lambda one: one.status == "done", "actions")
    yield make.split("on time", due, _on_time, "actions")
    done = [one for one in ended if one.status == "done" and one.closed is not None]
    yield make.middle("median", [(one.closed - one.day).days for one in done if one.closed is not None])
    still = [(one, _source(one)) for one in every if one.is_open]
    yield make.split("overdue", still, lambda one: one.status == "overdue", "actions")
    late = [one for one in every if one.status == "overdue"]
    for label, days in (
        ("longest overdue", [one.days_over(facts.day) for one in late]),
        ("since the first date", [(facts.day - one.first_due).days for one in late if one.first_due is not None]),
    ):
        yield make.number(label, max(days, default=0), "days", counted=tuple(_sources(late)))


def _on_time(one: Action) -> bool:
    if one.status != "done" or one.closed is None or one.first_due is None:
        return False
    return one.closed <= one.first_due


def _sources(things: Iterable[Action | Thread]) -> list[Source]:
    return [_source(one) for one in things]


@metric("W2")
def decisions(facts: Facts) -> Iterator[Figure]:
    """Decisions noted, and those at which somebody with authority was in the room.

    Authority is what `brings:` of a person says. Decisions of sessions without attendance are left out of the
    second figure.

    From: `decision:` lines and `present:` of notes; people.yaml.
    """
    lines, noted = facts.said("decision"), facts.maker("W2", gap=gaps.of_notes(facts))
    every = [line_source(line) for line in lines]
    yield noted.without(facts.without_attendance).count("", every, "decisions")
    able = {one.session.id: "authority" in one.brings for one in facts.attended}
    known = [(line.session, line_source(line)) for line in lines if line.session in able]
    make = facts.maker("W2", named=True, gap=noted.gap).because(gaps.of_brings(facts) if lines else None)
    yield make.split("with authority in the room", known, lambda session: able[session], "decisions")


@metric("W3")
def asks_matched(facts: Facts) -> Iterator[Figure]:
    """Asks that were matched, of all asks of the period: answered, or followed by a line that names the asker.

    What follows is an offer, a connection or an action, in the same notes below the ask or in later ones. A
    connection names the asker when it links them; an offer or an action when its words, after the name of who
    offers or acts, hold the asker's id, their whole name, or a first name that means them and nobody else in the
    community and is no word besides, as Will, May and Bob are. An ask that was dropped is not matched, whatever
    followed; one that was opened again is by what followed after that. Whenever it was matched: an ask belongs to
    the period in which it was asked, and those matched only after its last day are counted again as `after the
    period`, where there are any.

    From: `ask:`, `offer:`, `connect:` and `action:` lines of notes; updates.yaml.
    """
    yield from _met(facts, "W3", [one for one in facts.ledger.asks if one.day in facts.period], "asks")


def _met(facts: Facts, code: str, threads: list[Thread], unit: str) -> Iterator[Figure]:
    """Those that were met, and those of them that were met only after the last day, where there are any."""
    make = facts.maker(code, gap=None if threads else gaps.of_notes(facts))
    yield make.split("", [(one, _source(one)) for one in threads], lambda one: one.met, unit)
    if since := [one for one in threads if one.id in facts.met_since]:
        yield make.count("after the period", _sources(since), unit)


@metric("W4")
def questions_answered(facts: Facts) -> Iterator[Figure]:
    """Questions answered, of those after which two sessions or more have been held.

    The sessions are those held after the question's own, up to the last day, another one on the same day too. One
    that was dropped is not answered. Whenever it was answered: a question belongs to the period in which it was
    asked, and those answered only after its last day are counted again as `after the period`, where there are any.

    From: `question:` and `answer:` lines of notes; updates.yaml.
    """
    place = {session.id: number for number, session in enumerate(facts.community.sessions)}
    held = [place[session.id] for session in facts.held_ever]
    old = [
        one
        for one in facts.ledger.questions
        if one.day in facts.period and sum(other > place[one.session] for other in held) >= _OLD
    ]
    yield from _met(facts, "W4", old, "questions")


@metric("W5")
def groups(facts: Facts) -> Iterator[Figure]:
    """Groups started in the period, because of the community or alongside it; how they report and finish.

    A group started on its `starts:`, or else on the day of the session that asked for it; one with neither is at
    work, and started in no period. Reported: of the groups at work at the end, those with a report since the last
    session but one, or with any while fewer than two have been held. Finished by their date: of the groups with a
    `finish_by:` that fell in the period, or that finished in it. The median is of days from start to finish, of
    those that finished in the period.

    From: groups/*.yaml.
    """
    make, files = facts.maker("W5"), facts.community.files
    every = [(group, Source(name, files, group)) for name, group in facts.view.groups.items()]
    started = [(group, at) for group, at in every if _within(facts.view.start(group), facts.period, facts.day)]
    yield make.count("", [at for _, at in started], "groups")
    for relation in ("because-of", "alongside"):
        chosen = [at for group, at in started if group.relation == relation]
        yield make.count(relation.replace("-", " "), chosen, "groups")
    held = [session.date for session in facts.held_ever]
    since = held[-_RECENT] if len(held) >= _RECENT else date.min
    at_work = [(group, at) for group, at in every if _at_work(group, facts.day)]
    yield make.split("reported lately", at_work, lambda group: _reported(group, since, facts.day), "groups")
    ended = [(group, at) for group, at in every if _to_end(facts, group)]
    yield make.split("finished by their date", ended, _in_time, "groups")
    days = [
        (group.finished - start).days
        for group, _ in every
        if group.finished is not None
        and _within(group.finished, facts.period, facts.day)
        and (start := facts.view.start(group)) is not None
    ]
    yield make.middle("median", days)


def _at_work(group: Group, day: date) -> bool:
    """Whether a group that had started was not finished on a day."""
    return group.finished is None or group.finished > day


def _reported(group: Group, since: date, last: date) -> bool:
    return any(report.date is not None and since <= report.date <= last for report in group.reports)


def _to_end(facts: Facts, group: Group) -> bool:
    """Whether a group had to finish in the period, or did."""
    return group.finish_by is not None and any(
        _within(day, facts.period, facts.day) for day in (group.finish_by, group.finished)
    )


def _in_time(group: Group) -> bool:
    return group.finished is not None and group.finish_by is not None and group.finished <= group.finish_by
