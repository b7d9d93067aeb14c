"""DOM: a community's domain, its people and its practice."""

from collections.abc import Iterator
from datetime import date, timedelta

from copkit.checks.context import Community, months_between
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check, since
from copkit.checks.resolve import count_lines
from copkit.dates import read_date, say_date, say_month
from copkit.workspace import months_later

_TANGIBLE = frozenset({"exemplar", "spreading", "embedded"})


@check("DOM-01", ERROR, on="community")
def no_purpose(at: Community) -> Iterator[Problem]:
    """The community has no purpose.

    Why: A shared purpose comes first: without it nobody can say who belongs in the room.

    Bad:
        name: Systems Leadership Community of Practice

    Good:
        name: Systems Leadership Community of Practice
        purpose:
          - Build relationships beyond organisational boundaries
    """
    if not any(line.strip() for line in at.about.purpose):
        yield Problem(at.about, ("purpose",), "the community has no purpose", "Add purpose: and one line or more.")


@check("DOM-02", WARNING, on="community", to_begin=True)
def undecided_domain(at: Community) -> Iterator[Problem]:
    """Nobody is recorded as having decided the domain.

    Why: People carry what they have chosen. A domain is decided by a design group or by the members.

    Bad:
        domain:
          focus: Leading across organisations

    Good:
        domain:
          focus: Leading across organisations
          decided_by: the members
    """
    if not at.about.domain.decided_by:
        message = "there is no record of who decided the domain"
        yield Problem(
            at.about, ("domain", "decided_by"), message, "Add decided_by: a design group, or the members."
        )


@check("DOM-03", on="community", steps=since(warning=12, error=18, unit="months"))
def old_domain(at: Community) -> Iterator[Problem]:
    """The domain has not been reviewed for a year.

    Why: What a community cares about moves on. Going through it once a year with the members takes ten minutes;
    `review_domain_every_months:` in programme.yaml sets how often.

    Bad:
        domain: {focus: Falls at home, reviewed: 2024-03-17}

    Good:
        domain: {focus: Falls at home, reviewed: 2026-03-17}
    """
    reviewed = at.about.domain.reviewed
    day = reviewed or (at.about.design_group and at.about.design_group.date) or at.about.started
    if day is not None:
        message = (
            f"the domain was last reviewed in {say_month(day)}" if reviewed else "the domain was never reviewed"
        )
        fix = "Go through it with the members, and write the day in reviewed:."
        yield Problem(at.about, ("domain", "reviewed"), message, fix, distance=months_between(day, at.today))


@check("DOM-04", INFO, on="community", months=3)
def learning_agenda(at: Community) -> Iterator[Problem]:
    """The learning agenda is empty, or no session of three months serves any of its questions.

    Why: Questions that the community wants to answer turn meetings into progress. `serves:` in a plan names the
    question.

    Bad:
        domain: {focus: Falls at home}

    Good:
        domain:
          focus: Falls at home
          learning_agenda:
            - Who has solved part of this already?
    """
    place = ("domain", "learning_agenda")
    if not at.about.domain.learning_agenda:
        yield Problem(at.about, place, "the learning agenda is empty", "Add one question or more.")
        return
    months = at.limit("DOM-04.months")
    first, last = months_later(at.today, -months), months_later(at.today, months)
    near = [one for one in at.community.sessions if first <= one.date <= last and not one.cancelled]
    if near and not any(session.plan.serves for session in near):
        message = f"no session within {months} months serves a question of the learning agenda"
        yield Problem(at.about, place, message, "Name the question in the plan's serves:.")


@check("DOM-05", WARNING, on="community", not_in=frozenset({"potential"}), months=6)
def nothing_made(at: Community) -> Iterator[Problem]:
    """The community has made nothing for six months.

    Why: A resource, something learned about running sessions, an exemplar or a story: a community that makes
    nothing may have become a network. That is a good thing too, but call it so (`kind: network`).

    Bad:
        # no resource:, practice: or story in the notes since spring
        - {what: Stop the briefing at 20 minutes, seen: [2026-02-10]}

    Good:
        - {what: Stop the briefing at 20 minutes, seen: [2026-02-10, 2026-09-08]}
    """
    months = at.limit("DOM-05.months")
    started = at.about.started
    if at.about.kind == "network" or started is None or months_between(started, at.today) < months:
        return
    last = max(_made(at), default=None)
    if last is None or months_between(last, at.today) >= months:
        what = f"nothing since {say_month(last)}" if last else "nothing yet"
        message = f"this community has made {what}: no resource, practice, exemplar or story"
        yield Problem(at.about, (), message, "Record what was made, or write kind: network.")


def _made(at: Community) -> Iterator[date]:
    """The days on which something was made."""
    other = at.community.other
    for story in other.get("story", {}).values():
        yield from [story.date] if story.date else []
    for practice in other.get("practices", {}).values():
        yield from _days(practice.seen)
    for initiative in at.community.initiatives.values():
        dated = [line.date for line in initiative.stages if line.stage in _TANGIBLE and line.date]
        yield from dated or ([at.today] if initiative.stage in _TANGIBLE else [])
    for resource in at.shared.other.get("library", {}).values():
        if resource.community == at.community.id:
            yield from _days((resource.from_, resource.published))
    for session in reversed(at.community.sessions):
        if session.notes and any(
            count_lines(session.notes.capture, word) for word in ("resource", "practice", "story")
        ):
            yield session.date
            return


def _days(texts: tuple[str, ...]) -> list[date]:
    return [day for text in texts if (day := read_date(text[:10]).value)]


@check("DOM-06", INFO, on="community")
def not_in_design_group(at: Community) -> Iterator[Problem]:
    """An organisation in scope was not in the design group.

    Why: Who was not there when the focus was chosen may not feel that it is theirs. Ask them what they would add.

    Bad:
        community: {organisations: [icb, hospice, patients]}
        design_group: {organisations: [icb, hospice], decision: Falls at home}

    Good:
        community: {organisations: [icb, hospice, patients]}
        design_group: {organisations: [icb, hospice, patients], decision: Falls at home}
    """
    group, scope = at.about.design_group, at.about.community.organisations
    if group is None or not scope or not (group.members or group.organisations):
        return
    day = group.date or at.about.started or at.today
    register = at.shared.register
    there = {*group.organisations, *(register.organisation(at.who(name), day) for name in group.members)}
    absent = [one for one in scope if one not in there]
    if absent:
        more = f" and {len(absent) - 5} more" if len(absent) > 5 else ""
        message = f"not in the design group: {', '.join(absent[:5])}{more}"
        yield Problem(at.about, ("design_group",), message, "Ask them what they would add.")


@check("DOM-07", INFO, on="community", months=12)
def old_stage(at: Community) -> Iterator[Problem]:
    """The community's stage has not been reviewed for a year.

    Why: What a community needs depends on its stage: potential, coalescing, maturing, stewardship,
    transformation. copkit's advice depends on it too.

    Bad:
        stage: coalescing
        stage_reviewed: 2024-10-13

    Good:
        stage: maturing
        stage_reviewed: 2026-10-13
    """
    day = at.about.stage_reviewed or at.about.started
    if day is not None and months_between(day, at.today) >= at.limit("DOM-07.months"):
        message = f"the stage ({at.about.stage}) was last reviewed in {say_month(day)}"
        yield Problem(at.about, ("stage_reviewed",), message, "Talk it over, and write the day in stage_reviewed:.")


@check("DOM-08", WARNING, on="community", to_begin=True)
def no_sponsor(at: Community) -> Iterator[Problem]:
    """The community has no sponsor, or the sponsor has left.

    Why: A sponsor is a senior person who makes time and opens doors. Communities without one seldom last.

    Bad:
        name: Systems Leadership Community of Practice

    Good:
        name: Systems Leadership Community of Practice
        sponsor: jo.ng
    """
    if not at.about.sponsor:
        yield Problem(at.about, ("sponsor",), "the community has no sponsor", "Add sponsor: and a person.")
        return
    person = at.shared.people.get(at.who(at.about.sponsor))
    if person is not None and person.left is not None and person.left <= at.today:
        message = f"the sponsor left on {say_date(person.left)}"
        yield Problem(at.about, ("sponsor",), message, "Find another sponsor.")


@check("DOM-09", WARNING, on="community", months=6)
def asleep(at: Community) -> Iterator[Problem]:
    """There was no session for six months, none is planned, and the community is not closed.

    Why: Members are left waiting. Restart it, merge it with another, or close it well: write `closed:` and
    `closed_because:`.

    Bad:
        # the last session was in April
        stage: maturing

    Good:
        stage: transformation
        closed: 2026-10-01
        closed_because: Its questions are answered
    """
    held = [session.date for session in at.community.sessions if not session.cancelled]
    since_when = held[-1] if held else at.about.started
    if since_when is None or since_when + timedelta(days=1) > at.today:
        return
    months = months_between(since_when, at.today)
    if months >= at.limit("DOM-09.months"):
        message = f"there has been no session since {say_month(since_when)}, and none is planned"
        yield Problem(at.about, (), message, "Restart it, merge it with another, or write closed: and why.")


@check("DOM-10", WARNING, on="community")
def outside_the_room(at: Community) -> Iterator[Problem]:
    """Somebody was in the design group whose organisation is not among those in the room.

    Why: The evaluation prints both, to show who decided. Where they disagree, one of the two is not whole.

    Bad:
        # amina.khan works at the icb
        design_group: {date: 2026-01-20, members: [amina.khan], organisations: [hospice]}

    Good:
        # amina.khan works at the icb
        design_group: {date: 2026-01-20, members: [amina.khan], organisations: [hospice, icb]}
    """
    group, register = at.about.design_group, at.shared.register
    if group is None or not group.organisations:
        return
    day = group.date or at.about.started or at.today
    there = {register.successor(one, day) for one in group.organisations}
    for index, name in enumerate(group.members):
        home = register.organisation(at.who(name), day)
        if home and register.successor(home, day) not in there:
            message = f"{name} was in the design group, and {home} is not among its organisations"
            yield Problem(at.about, ("design_group", "members", index), message, f"Add {home} to organisations:.")
