"""NOT: the notes of a session."""

import re
from collections.abc import Iterator

from copkit.checks.context import Community
from copkit.checks.history import changed_since_agreed, renumbered
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check, since
from copkit.checks.spoken import lines
from copkit.dates import say_minutes
from copkit.findings import Position
from copkit.patterns import when_used
from copkit.people.files import unread
from copkit.workspace import Session

_OUTCOMES = frozenset({"decision", "action", "idea", "ask", "offer", "connect"})
_PROMISE = when_used(
    r"\bto follow up\b|\b(?:will|'ll|agreed to|is going to|promised to)\s+"
    r"(?:send|follow|ask|arrange|share|find|draft|write|ring|call|e-?mail|contact|set up|speak|check|bring"
    r"|circulate|invite|look into|get back|report back)\b",
    re.IGNORECASE,
)


def _path(session: Session) -> str:
    return f"communities/{session.community}/sessions/{session.id}.notes.yaml"


def _held(session: Session, at: Community) -> bool:
    return session.date < at.today and not session.cancelled


@check("NOT-01", on="session", steps=since(info=5, warning=10, error=30))
def not_committed(session: Session, at: Community) -> Iterator[Problem]:
    """The notes of a session are not committed.

    Why: What is not written down in the first days is gone, and every report of the year is made from notes. How
    many days make it a warning is set by `notes_within_days:` in programme.yaml.

    Bad:
        # sessions/2026-06-09.notes.yaml is not there, ten days later

    Good:
        capture: |
          idea: one shared form
    """
    path = _path(session)
    if not _held(session, at) or (session.notes is None and session.plan.status == "planned"):
        return  # of a session that nobody has marked as held, SES-01 speaks
    there = path in at.files.documents or any(one.position.path == path for one in at.files.findings)
    if there and (at.context.tracked is None or path in at.context.tracked):
        return
    command = f"copkit notes {'commit' if there else 'new'} {session.community} {session.id}"
    message = "the notes are not committed yet" if there else "there are no notes of this session"
    where = Position(path) if there else None
    yield Problem(at.record(session), (), message, f"“{command}”.", at=where)


@check("NOT-02", WARNING, on="session")
def no_attendance(session: Session, at: Community) -> Iterator[Problem]:
    """The notes do not say who came.

    Why: A session without attendance is left out of every rate, and people who came cannot have a certificate.

    Bad:
        capture: |
          idea: one shared form

    Good:
        present: [amina.khan, joe.bell]
        capture: |
          idea: one shared form
    """
    notes = session.notes
    if notes is not None and _held(session, at) and not notes.present and not notes.others:
        command = f"copkit attend {session.community} {session.id} FILE"
        yield Problem(notes, ("present",), "nobody is down as present", f"“{command}” fills it in.")


@check("NOT-03", WARNING, on="session")
def unknown_name(session: Session, at: Community) -> Iterator[Problem]:
    """A line of notes names somebody who is not known.

    Why: The line is kept as typed, but nobody is reminded of the action and the connection is not counted.

    Bad:
        capture: |
          action: sam.ried | draft the form | 30 Jun

    Good:
        capture: |
          action: sam.reid | draft the form | 30 Jun
    """
    if unread("people", at.shared.files.findings):
        return  # said once, where the register breaks off
    for line in lines(session, at):
        for named in line.people:
            if doubt := at.company.doubt(named):
                yield Problem(session.notes, ("capture",), doubt.problem, doubt.fix, at=line.position)


@check("NOT-04", WARNING, on="session")
def no_outcome(session: Session, at: Community) -> Iterator[Problem]:
    """The notes have no decision, action, idea, ask, offer or connection.

    Why: Members give their time so that something comes of it. One such line is enough to show what.

    Bad:
        capture: |
          challenge: three forms ask the same questions

    Good:
        capture: |
          challenge: three forms ask the same questions
          idea: one shared form
    """
    if session.notes is None or not _held(session, at):
        return
    if not any(line.kind in _OUTCOMES for line in lines(session, at)):
        message = "nothing came of this session: no decision, action, idea, ask, offer or connection"
        yield Problem(session.notes, ("capture",), message, "Add a line for one thing that did.")


@check("NOT-05", INFO, on="community", sessions=3)
def no_challenge(at: Community) -> Iterator[Problem]:
    """Several sessions running have no challenge in their notes.

    Why: Only good news is rarely true. People may not feel safe to say what is hard, or it is not written down.

    Bad:
        capture: |
          success: all is well

    Good:
        capture: |
          success: the lounge works
          challenge: the beds do not
    """
    count = at.limit("NOT-05.sessions")
    noted = [one for one in at.community.sessions if one.notes is not None and one.date <= at.today]
    last = noted[-count:]
    if len(last) == count and not any(line.kind == "challenge" for one in last for line in lines(one, at)):
        message = f"the last {count} sessions have no challenge in their notes"
        yield Problem(last[-1].notes, ("capture",), message, "Ask what is hard, and write it down without names.")


@check("NOT-06", INFO, on="session")
def looks_like_a_promise(session: Session, at: Community) -> Iterator[Problem]:
    """A line that is kept as a note sounds like a promise.

    Why: Only an `action:` line has an owner and a date, is on the next agenda and is followed up.

    Bad:
        capture: |
          Sam will send the form to both wards

    Good:
        capture: |
          action: sam.reid | send the form to both wards | 30 Jun
    """
    for line in lines(session, at):
        if line.kind == "note" and _PROMISE.search(line.entry.text):
            fix = "If it is, start it with “action:” and write who | what | by when."
            yield Problem(session.notes, ("capture",), "this sounds like a promise", fix, at=line.position)


@check("NOT-07", INFO, on="session")
def nobody_with_authority(session: Session, at: Community) -> Iterator[Problem]:
    """Something was decided and nobody who came can say yes for an organisation.

    Why: A decision that needs somebody else's leave is a wish until that person knows of it. People who can say yes
    have `brings: [authority]` in people.yaml.

    Bad:
        present: [joe.bell]
        capture: |
          decision: one form from September

    Good:
        present: [joe.bell]
        capture: |
          decision: one form from September | the discharge board has to know
    """
    notes = session.notes
    if notes is None or not notes.present:
        return
    able = at.shared.with_authority
    if not able or any(at.who(who, session.date) in able for who in notes.present):
        return
    for line in lines(session, at):
        if line.kind == "decision" and not line.detail:
            fix = "Say who has to know: decision: text | who."
            yield Problem(notes, ("capture",), "nobody who came has authority for this", fix, at=line.position)


@check("NOT-08", WARNING, on="session")
def risk_with_nobody(session: Session, at: Community) -> Iterator[Problem]:
    """A risk does not say with whom it is to be shared.

    Why: A risk that was only spoken of in the room is nobody's to act on.

    Bad:
        capture: |
          risk: the only loop at the library is broken

    Good:
        capture: |
          risk: the only loop at the library is broken | the library's manager
    """
    for line in lines(session, at):
        if line.kind == "risk" and not line.detail:
            fix = "Write risk: text | share with."
            yield Problem(session.notes, ("capture",), "this risk is shared with nobody", fix, at=line.position)


@check("NOT-09", INFO, on="session", percent=10)
def ran_over(session: Session, at: Community) -> Iterator[Problem]:
    """The session ran more than a tenth over or under its time.

    Why: People plan their day by the end that was printed. When it happens often, the running order is too full.

    Bad:
        minutes_taken: 120

    Good:
        minutes_taken: 92
    """
    notes = session.notes
    taken = notes.minutes_taken if notes else None
    if taken is None:
        return
    out = taken - session.minutes
    if abs(out) * 100 > at.limit("NOT-09.percent") * session.minutes:
        message = f"ran {say_minutes(abs(out))} {'over' if out > 0 else 'under'} its {say_minutes(session.minutes)}"
        yield Problem(notes, ("minutes_taken",), message, "See what to cut or to add in the running order.")


@check("NOT-10", WARNING, on="session", days=30)
def changed_late(session: Session, at: Community) -> Iterator[Problem]:
    """Agreed notes were changed after 30 days.

    Why: What was agreed and read by members stays as it was. What moved on since is a later line: `done:` in the
    next notes, or a line in updates.yaml. Where git's history is missing or cut short this check is unknown.

    Bad:
        # sessions/2026-06-09.notes.yaml, edited in September
        capture: |
          decision: two forms after all

    Good:
        # updates.yaml
        - {date: 2026-09-08, action: 2026-06-09/1, status: dropped, note: Two forms after all}
    """
    document = at.files.documents.get(_path(session))
    versions = (at.context.versions or {}).get(_path(session), ())
    if document is None or session.notes is None:
        return
    line = changed_since_agreed(versions, document.text, at.today, at.limit("NOT-10.days"))
    if line is not None:
        message = f"these notes were changed more than {at.limit('NOT-10.days')} days after they were committed"
        fix = "Put the old line back; write what is new in the next notes or in updates.yaml."
        yield Problem(session.notes, (), message, fix, at=Position(document.path, line))


@check("NOT-11", ERROR, on="session")
def action_moved(session: Session, at: Community) -> Iterator[Problem]:
    """A committed action was moved, removed or replaced, so that numbers mean something else.

    Why: Actions are numbered by their order, and later notes and updates close them by number. New lines go below
    the last one. Where git's history is missing or cut short this check is unknown.

    Bad:
        # the first of two committed actions is gone: 2026-06-09/1 is now another
        capture: |
          action: joe.bell | find two wards | 14 Jul

    Good:
        capture: |
          action: sam.reid | draft the form | 30 Jun
          action: joe.bell | find two wards | 14 Jul
    """
    versions = (at.context.versions or {}).get(_path(session), ())
    if session.notes is None or not versions:
        return
    now = [line for line in lines(session, at) if line.kind == "action"]
    for one in renumbered(versions, session.notes.capture):
        became = f"is now {session.id}/{one.now}" if one.now else "is gone"
        message = f"{session.id}/{one.number} (“{one.what}”) {became}"
        fix = "Put the actions back in the order in which they were committed; add new ones below."
        place = now[min(one.now or one.number, len(now)) - 1].position if now else None
        yield Problem(session.notes, ("capture",), message, fix, at=place)
