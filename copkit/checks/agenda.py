"""AGE: the running order of a session that is still to come."""

from collections.abc import Iterator

from copkit.checks.context import Community
from copkit.checks.problem import Path, Problem
from copkit.checks.registry import ALWAYS, ERROR, INFO, WARNING, before, check
from copkit.checks.resolve import count_lines
from copkit.models.session import Segment
from copkit.workspace import Session
from copkit.workspace.running_order import LONGEST_STRETCH, dialogue_minutes, longest_stretch, running_order


def _own(session: Session) -> tuple[Segment, ...]:
    """The items of a running order of one's own; none for a standard one, which keeps the rules."""
    return session.plan.agenda if isinstance(session.plan.agenda, tuple) else ()


@check("AGE-01", ERROR, on="coming")
def minutes(session: Session, at: Community) -> Iterator[Problem]:
    """The items do not take as long as the session.

    Why: The printed agenda would end at the wrong time.

    Bad:
        minutes: 90
        agenda:
          - {minutes: 20, kind: briefing, lead: speaker}
          - {minutes: 60, kind: dialogue, lead: facilitator}

    Good:
        minutes: 90
        agenda:
          - {minutes: 20, kind: briefing, lead: speaker}
          - {minutes: 70, kind: dialogue, lead: facilitator}
    """
    if session.plan.agenda in ("", f"{session.place}-standard") and session.plan.minutes is None:
        return
    order = running_order(session, at.shared)
    if order.unknown:
        first, _, fix = order.unknown.partition(". ")
        yield Problem(session.plan, ("agenda",), first[:1].lower() + first[1:], fix)
    elif order.problem:
        yield Problem(session.plan, ("agenda",), order.problem[:1].lower() + order.problem[1:].rstrip("."),
                      "Correct the items' minutes.")  # fmt: skip


@check("AGE-02", WARNING, on="coming")
def briefing(session: Session, at: Community) -> Iterator[Problem]:
    """The briefing does not last as long as the rhythm says, and the plan does not say why.

    Why: Twenty minutes leave time for questions, which is what people come for.

    Bad:
        briefing: {speaker: Jo Ng, minutes: 40}

    Good:
        briefing: {speaker: Jo Ng, minutes: 40, why: Two speakers}
    """
    plan, rule = session.plan, session.rhythm.briefing_minutes
    fix = f"Write minutes: {rule}, or say why in why:."
    if plan.briefing.why:
        return
    if plan.briefing.minutes is not None and plan.briefing.minutes != rule:
        message = f"the briefing lasts {plan.briefing.minutes} minutes, not {rule}"
        yield Problem(plan, ("briefing", "minutes"), message, fix)
        return
    for index, segment in enumerate(_own(session)):
        if segment.kind == "briefing" and segment.minutes != rule and not segment.why:
            path: Path = ("agenda", index, "minutes")
            yield Problem(plan, path, f"the briefing lasts {segment.minutes} minutes, not {rule}", fix)


@check("AGE-03", WARNING, on="coming")
def introductions_first(session: Session, at: Community) -> Iterator[Problem]:
    """The introductions do not come before the briefing.

    Why: People who have spoken once speak again. People who have listened for half an hour do not.

    Bad:
        agenda:
          - {minutes: 20, kind: briefing, lead: speaker}
          - {minutes: 10, kind: introductions, lead: facilitator}

    Good:
        agenda:
          - {minutes: 10, kind: introductions, lead: facilitator}
          - {minutes: 20, kind: briefing, lead: speaker}
    """
    kinds = [segment.kind for segment in _own(session)]
    if "briefing" not in kinds:
        return
    place = kinds.index("briefing")
    if "introductions" not in kinds[:place]:
        what = "come after the briefing" if "introductions" in kinds else "are missing"
        yield Problem(session.plan, ("agenda", place), f"introductions {what}", "Put them before the briefing.")


@check("AGE-04", WARNING, on="coming")
def no_questions(session: Session, at: Community) -> Iterator[Problem]:
    """There is no time for questions.

    Why: After the briefing the floor opens: in the chat, or at small tables.

    Bad:
        agenda:
          - {minutes: 20, kind: briefing, lead: speaker}
          - {minutes: 70, kind: dialogue, lead: facilitator}

    Good:
        agenda:
          - {minutes: 20, kind: briefing, lead: speaker}
          - {minutes: 15, kind: questions, lead: moderator}
          - {minutes: 55, kind: dialogue, lead: facilitator}
    """
    if _own(session) and all(segment.kind != "questions" for segment in _own(session)):
        where = "in the chat" if session.place == "online" else "at the tables"
        yield Problem(session.plan, ("agenda",), "there is no time for questions", f"Add kind: questions, {where}.")


@check("AGE-05", INFO, on="coming", percent=33)
def little_dialogue(session: Session, at: Community) -> Iterator[Problem]:
    """Less than a third of the time is dialogue.

    Why: People can listen at home. They come to think together: questions, dialogue and harvest.

    Bad:
        agenda:
          - {minutes: 70, kind: briefing, why: A long one, lead: speaker}
          - {minutes: 20, kind: dialogue, lead: facilitator}

    Good:
        agenda:
          - {minutes: 20, kind: briefing, lead: speaker}
          - {minutes: 70, kind: dialogue, lead: facilitator}
    """
    if not _own(session):
        return
    order = running_order(session, at.shared)
    if order.minutes and 100 * dialogue_minutes(order) < at.limit("AGE-05.percent") * order.minutes:
        message = f"{dialogue_minutes(order)} of {order.minutes} minutes are dialogue"
        yield Problem(
            session.plan, ("agenda",), message, "Give questions, dialogue and harvest a third of the time."
        )


@check("AGE-06", WARNING, on="coming", minutes=LONGEST_STRETCH)
def no_break(session: Session, at: Community) -> Iterator[Problem]:
    """There are more than 90 minutes without a break.

    Why: After an hour and a half people stop listening, and some cannot sit that long.

    Bad:
        agenda:
          - {minutes: 60, kind: dialogue, lead: facilitator}
          - {minutes: 60, kind: dialogue, lead: facilitator}

    Good:
        agenda:
          - {minutes: 60, kind: dialogue, lead: facilitator}
          - {minutes: 10, kind: break}
          - {minutes: 50, kind: dialogue, lead: facilitator}
    """
    if not _own(session):
        return
    longest = longest_stretch(running_order(session, at.shared))
    if longest > at.limit("AGE-06.minutes"):
        yield Problem(session.plan, ("agenda",), f"{longest} minutes without a break", "Add kind: break.")


@check("AGE-07", on="coming", steps=before(info=ALWAYS, warning=7))
def no_lead(session: Session, at: Community) -> Iterator[Problem]:
    """An item has nobody to lead it.

    Why: In the room everybody will look at everybody else.

    Bad:
        agenda:
          - {minutes: 20, kind: dialogue, what: One question in fours}

    Good:
        agenda:
          - {minutes: 20, kind: dialogue, what: One question in fours, lead: facilitator}
    """
    for index, segment in enumerate(_own(session)):
        if not segment.lead and segment.kind != "break":
            name = f"“{segment.what}”" if segment.what else f"this {segment.kind}"
            yield Problem(session.plan, ("agenda", index), f"nobody leads {name}", "Add lead: a role or a person.")


@check("AGE-08", INFO, on="coming")
def no_check_out(session: Session, at: Community) -> Iterator[Problem]:
    """There is no check-out or time for feedback.

    Why: A sentence from each at the end tells you whether it was worth it. Feedback asked for later seldom comes.

    Bad:
        agenda:
          - {minutes: 90, kind: dialogue, lead: facilitator}

    Good:
        agenda:
          - {minutes: 86, kind: dialogue, lead: facilitator}
          - {minutes: 4, kind: check-out, lead: moderator}
    """
    if _own(session) and all(segment.kind != "check-out" for segment in _own(session)):
        yield Problem(session.plan, ("agenda",), "there is no check-out", "Add kind: check-out at the end.")


@check("AGE-09", WARNING, on="coming")
def method_too_long(session: Session, at: Community) -> Iterator[Problem]:
    """A method needs more time than its item has.

    Why: A method that is cut short loses the step that made it worth while.

    Bad:
        agenda:
          - {minutes: 8, kind: dialogue, method: 1-2-4-all, lead: facilitator}

    Good:
        agenda:
          - {minutes: 12, kind: dialogue, method: 1-2-4-all, lead: facilitator}
    """
    plan = session.plan
    if not plan.methods and not any(segment.method for segment in _own(session)):
        return
    from copkit.workspace.methods import fits, needed

    order = running_order(session, at.shared)
    names = [segment.method for segment in _own(session)]
    for index, item in enumerate(order.items):
        method = at.shared.methods.find(item.segment.method) if item.segment.method else None
        if method is not None and not fits(method, item.segment.minutes):
            own = index < len(names) and bool(names[index])
            path: Path = ("agenda", index, "method") if own else ("methods",)
            message = f"{method.title} needs {needed(method)} minutes, and there are {item.segment.minutes}"
            yield Problem(plan, path, message, "Give it more time, or choose a shorter method.")
    if order.unplaced:
        message = f"there is no dialogue left for {' and '.join(order.unplaced)}"
        yield Problem(plan, ("methods",), message, "Take it out, or add an item of kind: dialogue.")


@check("AGE-10", INFO, on="coming")
def promises_forgotten(session: Session, at: Community) -> Iterator[Problem]:
    """There are open actions or groups, and no item “since last time”.

    Why: Promises that nobody asks about are not kept.

    Bad:
        agenda:
          - {minutes: 90, kind: dialogue, lead: facilitator}     # and a group is at work

    Good:
        agenda:
          - {minutes: 5, kind: since-last-time, lead: convenor}
          - {minutes: 85, kind: dialogue, lead: facilitator}
    """
    if not _own(session) or any(segment.kind == "since-last-time" for segment in _own(session)):
        return
    groups = [key for key, group in at.community.groups.items() if group.finished is None]
    noted = [one for one in at.community.sessions if one.notes is not None and one.date < session.date]
    actions = count_lines(noted[-1].notes.capture, "action") if noted and noted[-1].notes else 0
    if groups or actions:
        open_ = "a group is at work" if groups else "there are actions from the last session"
        message = f"{open_}, and there is no “since last time”"
        yield Problem(session.plan, ("agenda",), message, "Add kind: since-last-time.")
