"""SES: one session, as its date comes near, and once it has passed."""

from collections import Counter
from collections.abc import Iterator

from copkit.checks.context import Community
from copkit.checks.problem import Problem
from copkit.checks.registry import ALWAYS, ERROR, INFO, WARNING, before, check, since
from copkit.dates import programme_year, say_date, say_minutes
from copkit.people.roles import SECOND
from copkit.workspace import Session, rule_minutes


def _has_briefing(session: Session) -> bool:
    """A running order of one's own may do without a briefing."""
    agenda = session.plan.agenda
    return isinstance(agenda, str) or any(segment.kind == "briefing" for segment in agenda)


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


@check("SES-01", on="session", steps=since(warning=1, error=30))
def no_notes(session: Session, at: Community) -> Iterator[Problem]:
    """The date has passed, and there are no notes.

    Why: What is not written down within days is lost, and the session is missing from every count. Three lines
    are enough. If it did not take place, say so.

    Bad:
        # sessions/2026-06-09.yaml, and no 2026-06-09.notes.yaml by 10 June
        date: 2026-06-09

    Good:
        date: 2026-06-09
        status: cancelled
        because: The trains were not running
    """
    if not session.noted and session.plan.status == "planned" and session.date < at.today:
        message = f"this session was on {say_date(session.date)}, and there are no notes"
        yield Problem(session.plan, ("date",), message, "Write the notes, or status: cancelled and because:.")


@check("SES-02", on="coming", steps=before(info=ALWAYS, warning=28, error=7))
def roles(session: Session, at: Community) -> Iterator[Problem]:
    """A session has no convenor, facilitator or moderator.

    Why: Each role is a promise that somebody will do it. Four weeks before, people still have room to say yes. A
    hybrid session needs two moderators, one for the room and one for the chat. A role that the plan leaves empty
    is taken from `team:` in community.yaml, as it stands on the day.

    Bad:
        team: {convenor: amina.khan}

    Good:
        team: {convenor: amina.khan, facilitator: joe.bell, moderator: priya.das}
    """
    vacant = at.community.roles(session, at.company.on(session.date).who).vacant
    missing = ["second moderator" if role == SECOND else role for role in vacant if role != "curator"]
    if missing:
        yield Problem(session.plan, ("team",), f"no {_and(missing)} is named", "Name them in team:.")


@check("SES-03", on="coming", steps=before(info=ALWAYS, warning=28, error=2))
def curator(session: Session, at: Community) -> Iterator[Problem]:
    """A session has no curator.

    Why: Somebody must write the notes, and everything that the community shows for its year comes out of them.

    Bad:
        team: {convenor: amina.khan, facilitator: joe.bell, moderator: priya.das}

    Good:
        team: {convenor: amina.khan, facilitator: joe.bell, moderator: priya.das, curator: sam.reid}
    """
    if not at.community.roles(session).holder("curator"):
        yield Problem(
            session.plan, ("team",), "no curator is named: somebody must write the notes", "Add curator:."
        )


@check("SES-04", on="coming", steps=before(info=ALWAYS, warning=42, error=14))
def speaker(session: Session, at: Community) -> Iterator[Problem]:
    """The briefing has no named speaker.

    Why: A senior leader's diary fills up six weeks ahead.

    Bad:
        briefing: {speaker: , minutes: 20}

    Good:
        briefing: {speaker: Jo Ng, minutes: 20}
    """
    if not session.plan.briefing.speaker and _has_briefing(session):
        yield Problem(
            session.plan, ("briefing", "speaker"), "the briefing has no named speaker", "Ask a senior leader."
        )


@check("SES-05", on="coming", steps=before(info=ALWAYS, warning=28, error=7))
def theme(session: Session, at: Community) -> Iterator[Problem]:
    """A session has no theme or no question.

    Why: One theme and one question tell people why to come, and keep the dialogue together.

    Bad:
        theme: One referral form instead of three

    Good:
        theme: One referral form instead of three
        question: What would have to be true for one form to work everywhere?
    """
    missing = [key for key in ("theme", "question") if not getattr(session.plan, key)]
    if missing:
        fix = f"Add {' and '.join(f'{key}:' for key in missing)}."
        yield Problem(session.plan, (missing[0],), f"this session has no {_and(missing)}", fix)


@check("SES-06", on="coming", steps=before(warning=28, error=5))
def where(session: Session, at: Community) -> Iterator[Problem]:
    """An online session has no link, or a session in person has no venue.

    Why: Nobody can come. A usual link or venue may stand in the community's rhythm. A hybrid session needs both.

    Bad:
        place: in-person

    Good:
        place: in-person
        venue: Anytown Library, Room 2
    """
    if session.place != "in-person" and not session.link:
        yield Problem(session.plan, ("link",), "there is no link to join online", "Add link:.")
    if session.place != "online" and not session.venue:
        yield Problem(session.plan, ("venue",), "there is no venue", "Add venue:.")


@check("SES-07", on="coming", steps=before(warning=14))
def unconfirmed(session: Session, at: Community) -> Iterator[Problem]:
    """The speaker has not said yes.

    Why: Two weeks before, the agenda goes out with the name on it.

    Bad:
        briefing: {speaker: Jo Ng}

    Good:
        briefing: {speaker: Jo Ng, confirmed: 2026-05-20}
    """
    briefing = session.plan.briefing
    if briefing.speaker and briefing.confirmed is None:
        message = f"{briefing.speaker} has not confirmed"
        yield Problem(session.plan, ("briefing", "speaker"), message, "Write the day of the yes in confirmed:.")


@check("SES-08", on="coming", steps=before(warning=21))
def not_invited(session: Session, at: Community) -> Iterator[Problem]:
    """The invitation has not been sent.

    Why: People who look after patients need their rota changed, and that takes weeks.

    Bad:
        date: 2026-06-09          # and it is 20 May

    Good:
        date: 2026-06-09
        invited: 2026-05-12
    """
    if session.plan.invited is None:
        fix = f"“copkit invite {at.community.id} {session.id}” prints it; then write the day in invited:."
        yield Problem(session.plan, ("invited",), "the invitation has not been sent", fix)


@check("SES-09", on="coming", steps=before(warning=21, error=7))
def venue_unchecked(session: Session, at: Community) -> Iterator[Problem]:
    """Step-free access, the hearing loop or directions have not been checked.

    Why: People should know before they set out whether they can get in, hear and find the room. `no` is an
    answer too.

    Bad:
        place: in-person
        venue: Anytown Library, Room 2

    Good:
        place: in-person
        venue: Anytown Library, Room 2
        venue_checks: {step_free: yes, hearing_loop: no, directions_sent: 2026-06-01}
    """
    if session.place == "online":
        return
    checks = session.plan.venue_checks
    wanted = {
        "step-free access": checks.step_free,
        "hearing loop": checks.hearing_loop,
        "directions": checks.directions_sent,
    }
    missing = [what for what, value in wanted.items() if value is None]
    if missing:
        fix = "Fill in step_free:, hearing_loop: and directions_sent: in venue_checks:."
        yield Problem(session.plan, ("venue_checks",), f"not checked: {', '.join(missing)}", fix)


@check("SES-10", INFO, on="coming", least=4, most=8)
def tables(session: Session, at: Community) -> Iterator[Problem]:
    """The people expected do not fit the tables.

    Why: At a table of more than eight somebody does not speak; with fewer than four there is little to hear.

    Bad:
        expected: 40
        tables: 4

    Good:
        expected: 40
        tables: 6
    """
    plan = session.plan
    if session.place == "online" or not plan.tables or not plan.expected:
        return
    least, most = at.limit("SES-10.least"), at.limit("SES-10.most")
    if not least * plan.tables <= plan.expected <= most * plan.tables:
        fits = max(1, round(plan.expected / 6))
        each = f"more than {most}" if plan.expected > most * plan.tables else f"fewer than {least}"
        message = f"{plan.expected} people at {plan.tables} tables: {each} at one"
        yield Problem(plan, ("tables",), message, f"{fits} tables would seat about six each.")


@check("SES-11", INFO, on="community", times=3)
def same_voice(at: Community) -> Iterator[Problem]:
    """One organisation gives the briefing more than three times in a year.

    Why: The briefing shows whose system this is.

    Bad:
        briefing: {speaker: jo.ng}          # the hospice, for the fourth time this year

    Good:
        briefing: {speaker: nikhil.rao}     # the county
    """
    count: Counter[tuple[str, str]] = Counter()
    starts = at.about.rhythm.starts or at.shared.programme.year_starts
    for session in at.community.sessions:
        speaker = session.plan.briefing.speaker
        if session.cancelled or not speaker or not at.files.knows(session.plan):
            continue
        organisation = at.shared.register.organisation(at.who(speaker, session.date), session.date)
        key = (programme_year(session.date, starts).label, organisation)
        count[key] += bool(organisation)
        if count[key] > at.limit("SES-11.times") and session in at.coming:
            message = f"the briefing comes from {organisation} for time {count[key]} in {key[0]}"
            yield Problem(session.plan, ("briefing", "speaker"), message, "Ask another organisation.")


@check("SES-12", WARNING, on="session", closed=True)
def no_reason(session: Session, at: Community) -> Iterator[Problem]:
    """A session was cancelled or moved, and the plan does not say why.

    Why: People had it in their diaries. The reason is printed in the notice that they get. A plan keeps its file's
    name when it moves.

    Bad:
        date: 2026-06-16
        moved_from: 2026-06-09

    Good:
        date: 2026-06-16
        moved_from: 2026-06-09
        moved_because: The library is closed that day
    """
    plan = session.plan
    if plan.status == "cancelled" and not plan.because:
        yield Problem(plan, ("status",), "this session is cancelled without a reason", "Add because: and why.")
    elif plan.date is not None and not plan.moved_because:
        if plan.moved_from is not None:
            message = f"this session was moved from {say_date(plan.moved_from)} without a reason"
            yield Problem(plan, ("moved_from",), message, "Add moved_because: and why.")
        elif plan.date.isoformat() != session.id[:10]:
            message = f"the file is named for {session.id[:10]}, and the date is {plan.date.isoformat()}"
            fix = "Correct the date; for a session that moved add moved_from: and moved_because:."
            yield Problem(plan, ("date",), message, fix)


@check("SES-13", ERROR, on="coming")
def length(session: Session, at: Community) -> Iterator[Problem]:
    """A session does not last as long as sessions in its place do.

    Why: Online sessions last an hour and a half, those in person two and a half, unless the community's rhythm
    says otherwise. People plan their day by it.

    Bad:
        place: in-person
        minutes: 90

    Good:
        place: in-person
        minutes: 90
        minutes_because: Half a session, before the conference
    """
    rule = rule_minutes(session.rhythm, session.place)
    if session.minutes != rule and not session.plan.minutes_because:
        place = session.place.replace("in-person", "in person")
        message = f"it lasts {say_minutes(session.minutes)}; sessions {place} last {say_minutes(rule)}"
        yield Problem(
            session.plan, ("minutes",), message, f"Write minutes: {rule}, or say why in minutes_because:."
        )
