"""ROL: the people who run a community."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from copkit.checks.context import Community, months_between
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check
from copkit.dates import say_date
from copkit.models.session import SessionTeam
from copkit.people.roles import holder_on
from copkit.workspace import Session

_NEEDED = ("convenor", "curator", "facilitator")
_GROWN = frozenset({"maturing", "stewardship", "transformation"})
_USEFUL = frozenset({"od", "comms"})


@check("ROL-01", WARNING, on="community", least=2, most=8, to_begin=True)
def team_size(at: Community) -> Iterator[Problem]:
    """The team is smaller than two people or larger than eight.

    Why: A community that hangs on one person ends when that person is ill or moves on. With more than eight nobody
    quite knows who does what.

    Bad:
        team:
          - {who: amina.khan, role: convenor}

    Good:
        team:
          - {who: amina.khan, role: convenor}
          - {who: sam.reid, role: curator}
    """
    count = len({at.who(one.who) for _, one in at.team})
    least, most = at.limit("ROL-01.least"), at.limit("ROL-01.most")
    if not least <= count <= most:
        people = "1 person" if count == 1 else f"{count} people" if count else "nobody"
        fix = f"A team of {least} to {most} carries a community."
        yield Problem(at.about, ("team",), f"{people} in the team today", fix)


@check("ROL-02", WARNING, on="community", error=28, to_begin=True)
def vacant_role(at: Community) -> Iterator[Problem]:
    """Nobody is convenor, curator or facilitator.

    Why: Somebody calls the community together, somebody keeps the notes, somebody leads the flow. With a session
    within four weeks, by which nobody takes it on, it is an error.

    Bad:
        team:
          - {who: amina.khan, role: convenor}
          - {who: joe.bell, role: facilitator}

    Good:
        team:
          - {who: amina.khan, role: convenor}
          - {who: joe.bell, role: facilitator}
          - {who: sam.reid, role: curator}
    """
    filled = {one.role for _, one in at.team}
    vacant = [role for role in _NEEDED if role not in filled]
    if not vacant:
        return
    soon = [session for session in at.coming if (session.date - at.today).days <= at.limit("ROL-02.error")]
    still = bool(soon) and any(not holder_on(at.about.team, role, soon[0].date) for role in vacant)
    message = f"nobody is {' or '.join(vacant)}"
    if still:
        message += f", and the next session is on {say_date(soon[0].date)}"
    yield Problem(at.about, ("team",), message, "Ask a willing member.", ERROR if still else None)


@check("ROL-03", INFO, on="community", roles=3)
def many_roles(at: Community) -> Iterator[Problem]:
    """One person holds three roles or more.

    Why: At the start that is normal. In a community that has grown up it is a risk, and a warning.

    Bad:
        team:
          - {who: amina.khan, role: convenor}
          - {who: amina.khan, role: curator}
          - {who: amina.khan, role: facilitator}

    Good:
        team:
          - {who: amina.khan, role: convenor}
          - {who: sam.reid, role: curator}
          - {who: joe.bell, role: facilitator}
    """
    roles: dict[str, dict[str, int]] = defaultdict(dict)
    for index, one in at.team:
        roles[at.who(one.who)].setdefault(one.role, index)
    for who, held in roles.items():
        if len(held) >= at.limit("ROL-03.roles"):
            message = f"{who} is {', '.join(list(held)[:-1])} and {list(held)[-1]}"
            severity = WARNING if at.about.stage in _GROWN else None
            path = ("team", max(held.values()), "who")
            yield Problem(at.about, path, message, "Share the roles out.", severity)


@check("ROL-04", INFO, on="community", days=60, months=24)
def term_ends(at: Community) -> Iterator[Problem]:
    """A term ends within 60 days and nobody follows, or has lasted more than two years.

    Why: A successor who has two sessions to learn from the holder makes the change easy.

    Bad:
        team:
          - {who: amina.khan, role: convenor, from: 2026-04-01, until: 2027-03-31}

    Good:
        team:
          - {who: amina.khan, role: convenor, from: 2026-04-01, until: 2027-03-31, successor: sam.reid}
    """
    days, months = at.limit("ROL-04.days"), at.limit("ROL-04.months")
    for index, one in at.team:
        if one.until is not None and one.until <= at.today + timedelta(days=days) and not one.successor:
            if not _followed(at, one.role, index):
                message = f"{one.who}'s term as {one.role} ends on {say_date(one.until)}, and nobody follows"
                yield Problem(at.about, ("team", index, "until"), message, "Add successor: and a person.")
        elif one.from_ is not None and months_between(one.from_, at.today) > months:
            message = f"{one.who} has been {one.role} for more than {months} months"
            yield Problem(
                at.about, ("team", index, "from"), message, "Ask whether somebody else would like a turn."
            )


def _followed(at: Community, role: str, index: int) -> bool:
    """Whether somebody else holds the role beyond the end of this term."""
    end = at.about.team[index].until
    return any(
        other.role == role and place != index and (other.until is None or (end is not None and other.until > end))
        for place, other in enumerate(at.about.team)
    )


@check("ROL-05", WARNING, on="community")
def one_organisation(at: Community) -> Iterator[Problem]:
    """The whole team comes from one organisation.

    Why: A community belongs to the system. A team from one organisation makes it look, and often become, that
    organisation's meeting.

    Bad:
        team:
          - {who: amina.khan, role: convenor}     # icb
          - {who: helen.foxcroft, role: curator}  # icb

    Good:
        team:
          - {who: amina.khan, role: convenor}     # icb
          - {who: sam.reid, role: curator}        # county
    """
    people = {at.who(one.who) for _, one in at.team}
    organisations = {at.shared.register.organisation(who, at.today) for who in people}
    if len(people) > 1 and len(organisations) == 1 and "" not in organisations:
        message = f"the whole team comes from {organisations.pop()}"
        yield Problem(at.about, ("team",), message, "Ask a member from another organisation to join the team.")


@check("ROL-06", INFO, on="community")
def moderator_background(at: Community) -> Iterator[Problem]:
    """A moderator has neither an organisation development nor a communications background.

    Why: Ideally the moderator comes from one of the two. It is no more than ideal.

    Bad:
        joe.bell: {name: Joe Bell, organisation: anytown-acute}     # moderator

    Good:
        priya.das: {name: Priya Das, organisation: anytown-mh, background: [comms]}     # moderator
    """
    for index, one in at.team:
        person = at.shared.people.get(at.who(one.who))
        if one.role == "moderator" and person is not None and not _USEFUL.intersection(person.background):
            message = f"the moderator {one.who} has neither an OD nor a communications background"
            yield Problem(
                at.about, ("team", index, "who"), message, "Add background: to people.yaml, or pair them up."
            )


@check("ROL-07", ERROR, on="community")
def holder_gone(at: Community) -> Iterator[Problem]:
    """A role holder has left, or is not on the roll.

    Why: The team are willing members of the community. Somebody who has gone does not send the invitation. In a
    session to come nobody may have a role who will have left by then.

    Bad:
        team:
          - {who: amina.khan, role: convenor}     # left on 31 May

    Good:
        team:
          - {who: amina.khan, role: convenor, until: 2026-05-31}
          - {who: sam.reid, role: convenor, from: 2026-06-01}
    """
    roll = {at.who(member.who) for member in at.community.on_roll(at.today)}
    for index, one in at.team:
        who = at.who(one.who)
        person = at.shared.people.get(who)
        if person is None:
            continue
        if person.left is not None and person.left <= at.today:
            message = f"{one.who}, who is {one.role}, left on {say_date(person.left)}"
            yield Problem(at.about, ("team", index, "who"), message, "Add until: and name somebody else.")
        elif at.community.members and who not in roll:
            message = f"{one.who}, who is {one.role}, is not on the roll"
            yield Problem(at.about, ("team", index, "who"), message, "Add a line to members.yaml, or until: here.")
    for session in at.coming:
        yield from _gone_by(session, at)


def _gone_by(session: Session, at: Community) -> Iterator[Problem]:
    """Those who are down for a role in a session to come, and will have left by then."""
    for role, path, typed in _roles(session.plan.team):
        who = at.who(typed)
        person = at.shared.people.get(who)
        last = person.left if person is not None else None
        terms = [member for member in at.community.members if at.who(member.who) == who]
        if last is None and terms and all(one.left is not None and one.left < session.date for one in terms):
            last = max(one.left for one in terms if one.left is not None)
        if last is not None and last < session.date:
            left = "left" if last <= at.today else "will have left"
            message = f"{typed}, who is {role} in this session, {left} on {say_date(last)}"
            yield Problem(session.plan, ("team", *path), message, "Name somebody else.")


def _roles(team: SessionTeam) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Each role of a session that is filled: what it is called, where it stands, who holds it."""
    for key in ("convenor", "facilitator", "moderator", "moderator_2", "curator", "tech"):
        if who := getattr(team, key):
            yield key.removesuffix("_2"), (key,), who
    for index, who in enumerate(team.table_hosts):
        yield "table host", ("table_hosts", index), who


@check("ROL-08", INFO, on="community")
def sponsor_convenes(at: Community) -> Iterator[Problem]:
    """The sponsor is also the convenor.

    Why: A sponsor opens doors from outside; a convenor holds the purpose from inside. In one person the community
    has nobody to turn to.

    Bad:
        sponsor: jo.ng
        team:
          - {who: jo.ng, role: convenor}

    Good:
        sponsor: jo.ng
        team:
          - {who: amina.khan, role: convenor}
    """
    for index, one in at.team:
        if one.role == "convenor" and at.about.sponsor and at.who(one.who) == at.who(at.about.sponsor):
            path = ("team", index, "who")
            yield Problem(at.about, path, f"{one.who} is both sponsor and convenor", "Part the two.")
