"""REP: who is represented, and who is connected. All of it is about the community; nobody is scored."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from copkit.checks.context import Community, Programme
from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, WARNING, check
from copkit.checks.spoken import attended, last_attended, lines
from copkit.dates import say_date
from copkit.models.community import Member
from copkit.workspace import months_later
from copkit.workspace.attendance import LIVED, Attendance

_PARTNERS = ("community", "organisations")
_NEEDED = ("expertise", "clinical", "authority")


def _months_ago(day: date, months: int) -> date:
    return months_later(day, -months)


@check("REP-01", WARNING, on="community", organisations=3, sessions=3)
def quorum(at: Community) -> Iterator[Problem]:
    """One of the last three sessions had people from fewer organisations than the quorum.

    Why: A session speaks for the system only when enough of it is in the room. The quorum is `quorum:` in
    community.yaml; where there is none it is three organisations, or a third of those in scope if that is more.
    Guests without a name are not counted.

    Bad:
        present: [amina.khan, helen.foxcroft]     # both from the icb

    Good:
        present: [amina.khan, jo.ng, sam.reid]    # icb, hospice, county
    """
    in_scope = len(at.about.community.organisations)
    least = at.about.quorum or max(at.limit("REP-01.organisations"), -(-in_scope // 3))
    every = attended(at)
    for one in every[max(0, len(every) - at.limit("REP-01.sessions")) :]:
        count = len(set(one.homes))
        if count + len(one.people) - len(one.homes) < least:  # where somebody is from may not be known
            here = f"people from {count} {'organisation' if count == 1 else 'organisations'} came"
            guests = f", besides {one.notes.others} not named" if one.notes.others else ""
            message = f"{here}{guests}; the quorum is {least}"
            fix = "Put what was decided to the next session, and invite those who were missing."
            yield Problem(one.notes, ("present",), message, fix)


@check("REP-02", WARNING, on="community", sessions=3, info=40, warning=50, least=5)
def one_organisation(at: Community) -> Iterator[Problem]:
    """One organisation has most of the attendances in the last three sessions.

    Why: The others will take it for that organisation's meeting, and stop coming. Over 40% is an info. People
    count for the organisation in which they were on the day.

    Bad:
        # 2026-06-09.notes.yaml and the two before it
        present: [amina.khan, helen.foxcroft, ravi.shah, jo.ng]     # three of four from the icb

    Good:
        present: [amina.khan, jo.ng, sam.reid, joe.bell]
    """
    recent = last_attended(at, at.limit("REP-02.sessions"))
    count = Counter(organisation for one in recent for organisation in one.homes)
    total = count.total()
    if not count or total < at.limit("REP-02.least"):
        return
    most, name = min((-number, name) for name, number in count.items())
    share = -most * 100 / total
    if share > min(at.limit("REP-02.info"), at.limit("REP-02.warning")):
        message = f"{name} has {-most} of {total} attendances in the last {len(recent)} sessions"
        severity = WARNING if share > at.limit("REP-02.warning") else INFO
        yield Problem(at.about, _PARTNERS, message, "Ask the other partners whom they can send.", severity)


@check("REP-03", WARNING, on="programme", to_begin=True)
def no_sector(at: Programme) -> Iterator[Problem]:
    """An organisation has no sector.

    Why: Tables are mixed by sector, and every report shows which parts of the system took part.

    Bad:
        county: {name: Anyshire County Council}

    Good:
        county: {name: Anyshire County Council, sector: local-authority}
    """
    for key, organisation in at.shared.organisations.items():
        if not organisation.sector:
            yield Problem(organisation, ("sector",), f"{key} has no sector", "Add sector:, such as acute.")


@check("REP-04", WARNING, on="community", sessions=3)
def no_lived_experience(at: Community) -> Iterator[Problem]:
    """Nobody with lived experience came to the last three sessions.

    Why: People who use services see what those who run them cannot. Somebody has lived experience who brings it
    (`brings: [lived-experience]` in people.yaml), or whose organisation's sector it is. Where somebody who came was
    not asked, nobody knows, and REP-06 asks.

    Bad:
        present: [amina.khan, joe.bell]

    Good:
        present: [amina.khan, joe.bell, lee.marsh]     # lee.marsh has brings: [lived-experience]
    """
    recent = last_attended(at, at.limit("REP-04.sessions"))
    if recent and not any(LIVED in one.brings for one in recent) and not _unasked(recent):
        message = f"nobody with lived experience was at the last {len(recent)} sessions"
        fix = "Invite somebody who uses services, or add brings: [lived-experience] in people.yaml."
        yield Problem(at.about, ("community",), message, fix)


@check("REP-05", INFO, on="community", sessions=4)
def no_newcomer(at: Community) -> Iterator[Problem]:
    """Nobody came for the first time to any of the last four sessions.

    Why: A group that nobody joins slowly closes. Guests who are counted and not named are taken for newcomers.

    Bad:
        present: [amina.khan, jo.ng, sam.reid]     # the same as ever

    Good:
        present: [amina.khan, jo.ng, sam.reid]
        others: 1
    """
    recent = last_attended(at, at.limit("REP-05.sessions"))
    if not recent or any(one.notes.others for one in recent):
        return
    before = {who for one in attended(at)[: -len(recent)] for who in one.people}
    if all(who in before for one in recent for who in one.people):
        message = f"nobody new came to the last {len(recent)} sessions"
        yield Problem(at.about, ("community",), message, "Ask each member to bring somebody next time.")


@check("REP-06", INFO, on="community", sessions=2)
def right_people(at: Community) -> Iterator[Problem]:
    """Nobody with expertise, clinical knowledge or authority came to the last two sessions.

    Why: What a community decides is put into practice where those who know, those who treat and those who can say
    yes are in the room together. It is told from `brings:` in people.yaml.

    Bad:
        joe.bell: {name: Joe Bell, organisation: anytown-acute}

    Good:
        joe.bell: {name: Joe Bell, organisation: anytown-acute, brings: [expertise, clinical]}
    """
    recent = last_attended(at, at.limit("REP-06.sessions"))
    unseen = [what for what in (*_NEEDED, LIVED) if not any(what in one.brings for one in recent)]
    missing = [what for what in unseen if what != LIVED]
    if unseen and (unasked := _unasked(recent)):
        people = {key for one in recent for key in one.people}
        message = f"{len(unasked)} of the {len(people)} people at the last sessions were not asked what they bring"
        fix = f"Ask, and write it in people.yaml: brings: [{', '.join(unseen)}], or brings: [] for none of these."
        yield Problem(at.about, ("community",), message, fix)
    elif recent and missing:
        message = f"nobody brought {' or '.join(missing)} to the last {len(recent)} sessions"
        yield Problem(at.about, ("community",), message, "Invite them, or fill in brings: in people.yaml.")


def _unasked(recent: Sequence[Attendance]) -> set[str]:
    """Those who came, and of whom the register does not say what they bring."""
    asked = {key for one in recent for key in one.people if one.was_asked(key)}
    return {key for one in recent for key in one.people} - asked


@check("REP-07", INFO, on="community", percent=50, least=5)
def told_to_attend(at: Community) -> Iterator[Problem]:
    """Most members were told to attend, as far as it is written down.

    Why: Communities of practice are voluntary: people who chose to come share more, and stay.

    Bad:
        - {who: joe.bell, joined: 2026-04-01, told_to_attend: yes}

    Good:
        - {who: joe.bell, joined: 2026-04-01, told_to_attend: no}
    """
    answers = [one.told_to_attend for one in at.community.on_roll(at.today) if one.told_to_attend is not None]
    told = answers.count("yes")
    if len(answers) >= at.limit("REP-07.least") and told * 100 > at.limit("REP-07.percent") * len(answers):
        message = f"{told} of {len(answers)} members were told to attend"
        yield Problem(at.about, ("community",), message, "Say that it is for everybody to choose.")


@check("REP-08", WARNING, on="community", sessions=3, to_begin=True)
def absent(at: Community) -> Iterator[Problem]:
    """Nobody from an organisation in scope came to the last three sessions, or no organisation is in scope.

    Why: What concerns them is decided without them. A call from the sponsor often helps. Where nobody said whom the
    community is for, nobody can say who is missing: `join` puts the organisation of whoever joins in scope.

    Bad:
        community:
          organisations: [icb, county, hospice]     # and nobody from the hospice since March

    Good:
        community:
          organisations: [icb, county]
    """
    recent = last_attended(at, at.limit("REP-08.sessions"))
    if not at.about.community.organisations:
        fix = "Add community: organisations: and the ids of those that it is for."
        yield Problem(at.about, _PARTNERS, "no organisation is in scope of the community", fix, INFO)
    if not recent:
        return
    now = at.shared.register.successor
    here = {now(key, at.today) for one in recent for key in one.homes}
    for index, key in enumerate(at.about.community.organisations):
        if now(key, at.today) not in here:
            message = f"nobody from {key} was at the last {len(recent)} sessions"
            yield Problem(at.about, (*_PARTNERS, index), message, "Ring them: who could come, and what would help?")


@check("REP-09", WARNING, on="community", not_in=frozenset({"potential"}), sessions=3, percent=70)
def fewer_come(at: Community) -> Iterator[Problem]:
    """Far fewer people came to the last three sessions than to the three before.

    Why: Under 70% is more than holidays. Ask those who stopped coming what would bring them back. A community that
    is only starting is let be.

    Bad:
        # 12 people on average in spring, 7 in autumn
        present: [amina.khan, jo.ng]

    Good:
        present: [amina.khan, jo.ng, sam.reid, joe.bell]
    """
    count = at.limit("REP-09.sessions")
    every = last_attended(at, 2 * count)
    before, now = (sum(len(one.people) for one in part) for part in (every[:count], every[count:]))
    if now * 100 < at.limit("REP-09.percent") * before:
        message = f"{_mean(now, count)} people on average came to the last {count} sessions, and"
        message += f" {_mean(before, count)} to the {count} before"
        yield Problem(at.about, ("rhythm",), message, "Ask those who stopped what would bring them back.")


def _mean(total: int, count: int) -> str:
    return f"{total / count:.1f}".removesuffix(".0")


@check("REP-10", INFO, on="community", percent=60, least=5, months=12)
def hub(at: Community) -> Iterator[Problem]:
    """Most connections across organisations have the host organisation at one end.

    Why: When everybody knows the host and not each other, the links go when the host's staff do. Each pair counts
    once in the last twelve months; the host is `host:` in programme.yaml.

    Bad:
        capture: |
          connect: amina.khan + sam.reid | the form
          connect: amina.khan + jo.ng | the lounge

    Good:
        capture: |
          connect: sam.reid + jo.ng | the form
    """
    host = at.shared.programme.host
    pairs = list(_across(at, _months_ago(at.today, at.limit("REP-10.months")))) if host else []
    hubs = sum(host in pair for pair in pairs)
    if len(pairs) >= at.limit("REP-10.least") and hubs * 100 > at.limit("REP-10.percent") * len(pairs):
        message = f"{hubs} of {len(pairs)} connections across organisations are with {host}"
        yield Problem(at.about, ("community",), message, "Introduce partners to each other.")


def _across(at: Community, since: date) -> Iterator[tuple[str, str]]:
    """The organisations of each two people who are linked across organisations, each pair of people once."""
    seen: set[frozenset[str]] = set()
    organisation = at.shared.register.organisation
    for session in at.community.sessions:
        for line in lines(session, at) if since <= session.date <= at.today else ():
            linked = sorted({one.id for one in line.people if one.id}) if line.kind == "connect" else []
            for index, one in enumerate(linked):
                for other in linked[index + 1 :]:
                    both = organisation(one, session.date), organisation(other, session.date)
                    if all(both) and both[0] != both[1] and frozenset((one, other)) not in seen:
                        seen.add(frozenset((one, other)))
                        yield both


@check("REP-11", INFO, on="community", months=6, sessions=2)
def not_seen(at: Community) -> Iterator[Problem]:
    """Members have not been seen for six months.

    Why: It is a list of people to ring, not a mark against anybody. `touched:` in members.yaml says that somebody
    has been in touch. It says nothing where fewer than two sessions have notes of who came.

    Bad:
        - {who: joe.bell, joined: 2025-04-01}

    Good:
        - who: joe.bell
          joined: 2025-04-01
          touched: [{date: 2026-05-20}]
    """
    since = _months_ago(at.today, at.limit("REP-11.months"))
    recent = [one for one in attended(at) if one.session.date > since]
    if not recent or len(recent) < at.limit("REP-11.sessions"):
        return
    here = {who for one in recent for who in one.people}
    gone = [
        member
        for member in at.community.on_roll(at.today)
        if member.joined is not None
        and member.joined <= since
        and at.who(member.who) not in here
        and not _touched(member, since)
    ]
    if gone:
        members = "1 member has" if len(gone) == 1 else f"{len(gone)} members have"
        names = ", ".join(member.who for member in gone)
        message = f"{members} not been seen since {say_date(since)}: {names}"
        fix = "Ring and ask how they are, then write it in touched:."
        yield Problem(at.about, (), message, fix, at=at.files.where(gone[0], "who"))


def _touched(member: Member, since: date) -> bool:
    return any(touch.date is None or touch.date >= since for touch in member.touched)


@check("REP-12", INFO, on="community", days=30, months=6)
def no_welcome(at: Community) -> Iterator[Problem]:
    """Nobody has been in touch with a new member for 30 days.

    Why: People who are welcomed in their first weeks stay. Somebody who has come to a session has been welcomed
    there; those who were there at the start, and those who joined more than six months ago, are not new.

    Bad:
        - {who: lee.marsh, joined: 2026-05-01}

    Good:
        - who: lee.marsh
          joined: 2026-05-01
          touched: [{date: 2026-05-08}]
    """
    start, latest = _months_ago(at.today, at.limit("REP-12.months")), timedelta(days=at.limit("REP-12.days"))
    first = max(start, at.about.started) if at.about.started else start
    for member in at.community.on_roll(at.today):
        joined = member.joined
        if joined is None or not first < joined < at.today - latest or member.touched:
            continue
        who = at.who(member.who)
        if not any(who in one.people for one in attended(at) if one.session.date >= joined):
            message = f"{member.who} joined on {say_date(joined)}, and nobody has been in touch"
            yield Problem(member, ("joined",), message, "Ring or write, then add touched: and the day.")
