"""FBK: what people said of a session on its feedback form."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copkit.checks.context import Community
from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, WARNING, check, since
from copkit.dates import say_date
from copkit.workspace import Session

if TYPE_CHECKING:
    from copkit.models.answers import Feedback


def _held(at: Community) -> list[Session]:
    """The sessions that took place, by their notes."""
    return [
        session
        for session in at.community.sessions
        if session.date < at.today and session.notes is not None and not session.cancelled
    ]


def _answered(at: Community, count: int) -> "Iterator[tuple[Session, Feedback]]":
    """The last so many sessions with answers: what was said a year ago cannot be mended."""
    answered = [session for session in _held(at) if session.id in at.community.feedback]
    for session in answered[-count:] if count else ():
        yield session, at.community.feedback.of(session.id)


def _came(session: Session, at: Community) -> int:
    """How many were there, guests included; 0 where nobody wrote it down."""
    notes = session.notes
    return len({at.who(who, session.date) for who in notes.present}) + notes.others if notes else 0


@check("FBK-01", on="community", steps=since(info=14), most=60)
def no_feedback(at: Community) -> Iterator[Problem]:
    """Two weeks after a session there is no feedback file.

    Why: A form of eight questions tells whether people would rather have been elsewhere. After two months nobody
    remembers, and this is no longer said.

    Bad:
        # sessions/2026-06-09.notes.yaml, and no feedback/2026-06-09.csv on 23 June

    Good:
        # feedback/2026-06-09.csv
    """
    for session in _held(at):
        days = (at.today - session.date).days
        if days <= at.limit("FBK-01.most") and session.id not in at.community.feedback:
            message = f"there is no feedback on the session of {say_date(session.date)}"
            fix = f"“copkit feedback {at.community.id} {session.id} FILE” takes the answers in."
            yield Problem(at.record(session), ("date",), message, fix, distance=days)


@check("FBK-02", INFO, on="community", percent=30, sessions=3)
def low_response(at: Community) -> Iterator[Problem]:
    """Fewer than 30% of those who came gave feedback.

    Why: Those who answer are seldom like those who do not. Three minutes at the end of the session, with the form
    on the screen, bring most of them. Guests are counted with those who came; the last three sessions with answers
    are looked at.

    Bad:
        # 24 came, and feedback/2026-06-09.csv has 6 forms
        others: 4

    Good:
        # 24 came, and feedback/2026-06-09.csv has 15 forms
        others: 4
    """
    for session, answers in _answered(at, at.limit("FBK-02.sessions")):
        came = _came(session, at)
        if answers.forms * 100 < at.limit("FBK-02.percent") * came:
            message = f"{answers.forms} of {came} people gave feedback"
            yield Problem(at.record(session), ("date",), message, "Leave three minutes for the form at the end.")


@check("FBK-03", INFO, on="community", forms=5, sessions=3)
def few_forms(at: Community) -> Iterator[Problem]:
    """A session has fewer than five feedback forms, so that its results are hidden.

    Why: With so few, people could tell who said what. `hide_counts_below:` in programme.yaml sets the number. The
    last three sessions with answers are looked at.

    Bad:
        # feedback/2026-06-09.csv has 3 forms

    Good:
        # feedback/2026-06-09.csv has 9 forms
    """
    for session, answers in _answered(at, at.limit("FBK-03.sessions")):
        if answers.forms < at.limit("FBK-03.forms"):
            forms = "1 form" if answers.forms == 1 else f"{answers.forms or 'no'} forms"
            message = f"there are {forms} in feedback/{session.id}.csv, and the results stay hidden"
            yield Problem(at.record(session), ("date",), message, "Ask those who came once more for theirs.")


@check("FBK-04", WARNING, on="community", mean=3, sessions=3)
def not_worth_it(at: Community) -> Iterator[Problem]:
    """People gave “worth my time” less than 3 of 5 on average.

    Why: They will not come a third time. What they would change stands in the same file. It says nothing where
    there are too few forms to show; the last three sessions with answers are looked at.

    Bad:
        # feedback/2026-06-09.csv: useful 2, 3, 2, 2, 4
        theme: News from the programme

    Good:
        # feedback/2026-09-08.csv: useful 4, 5, 4, 3, 5
        theme: One referral form instead of three
    """
    for session, answers in _answered(at, at.limit("FBK-04.sessions")):
        scores = answers.given("useful")
        if not scores or len(scores) < at.limit("FBK-03.forms"):
            continue
        mean = sum(scores) / len(scores)
        if mean < at.limit("FBK-04.mean"):
            message = f"“worth my time” has {mean:.2f} of 5 on average, from {len(scores)} forms"
            fix = "Read what they would change, and say at the next session what you do about it."
            yield Problem(at.record(session), ("date",), message, fix)


@check("FBK-05", WARNING, on="community")
def more_forms(at: Community) -> Iterator[Problem]:
    """A session has more feedback forms than people who were there.

    Why: Somebody answered twice, or somebody who was there is not in the notes. The session is left out of the
    share of people who answered, which would be over 100%. Guests are counted with those who came.

    Bad:
        # 6 came, and feedback/2026-06-09.csv has 9 forms
        others: 1

    Good:
        # 9 came, and feedback/2026-06-09.csv has 9 forms
        others: 4
    """
    for session in _held(at):
        came = _came(session, at)
        for folder, answers in _forms(session, at):
            if 0 < came < answers:
                message = f"{folder}/{session.id}.csv has {answers} forms, and {came} people were there"
                fix = "Add who was there to the notes (others: for guests), or take the double answer out."
                yield Problem(at.record(session), ("date",), message, fix)


def _forms(session: Session, at: Community) -> Iterator[tuple[str, int]]:
    """How many forms a session has of the day itself, and of three months later."""
    if session.id in at.community.feedback:
        yield "feedback", at.community.feedback.of(session.id).forms
    if session.id in at.community.follow_up:
        yield "follow_up", len(at.community.follow_up.of(session.id))
