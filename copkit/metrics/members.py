"""M: who came."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from copkit import lexicon
from copkit.metrics import gaps
from copkit.metrics.attendance import Attendance
from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts
from copkit.metrics.registry import metric
from copkit.metrics.stories import stories
from copkit.metrics.value import Kind
from copkit.models.community import Member
from copkit.people.roles import on_day


def roll(facts: Facts, members: tuple[Member, ...]) -> dict[str, Source]:
    """Members by id, each once: somebody who left and came back stands on the roll twice."""
    files = facts.community.files
    found: dict[str, Source] = {}
    for member in members:
        key = facts.who(member.who)
        found.setdefault(key, Source(key, files, member, ("who",), who=True))
    return found


def members_now(facts: Facts) -> dict[str, Source]:
    """Everybody on the roll on the last day looked at."""
    return roll(facts, facts.community.on_roll(facts.day))


@metric("M1")
def members(facts: Facts) -> Iterator[Figure]:
    """People on the roll on the last day of the period, or today; those who joined and those who left in it.

    Both days count: who left on the last day of the period was still on the roll, and is among those who left in
    the next. Somebody who joined and left within the period is in both; somebody who left and came back within it
    in none.

    From: `joined:` and `left:` in members.yaml.
    """
    empty = None if facts.view.members else gaps.gap("none yet", "nobody_on_roll")
    make, first = facts.maker("M1", gap=empty), facts.period.start
    at_end = members_now(facts)
    at_start = roll(facts, facts.community.on_roll(first - timedelta(days=1)))
    came = tuple(one for one in facts.view.members if one.joined and first <= one.joined)
    joined = {key: source for key, source in roll(facts, came).items() if key not in at_start}
    gone = {key: source for key, source in {**at_start, **joined}.items() if key not in at_end}
    for label, chosen in (("", at_end), ("joined", joined), ("left", gone)):
        yield make.count(label, chosen.values(), "people", people=True)


@metric("M2")
def reach(facts: Facts) -> Iterator[Figure]:
    """Different people who were named as present at least once: the participants, each counted once.

    With guests who were not named it is a range: at least the most of them at one session besides (if they were
    the same people each time), at most all of them (if they never were). Guests count also of a session whose notes
    name nobody; it is left out of `with guests` only where they give no guests either.

    From: `present:` and `others:` in notes.
    """
    make, files = facts.maker("M2", named=True), facts.community.files
    first = [there[0].source(key, files) for key, there in facts.came.items()]
    others = [one.notes.others for one in facts.held if one.notes is not None]
    guests = {one.id for one in facts.held if one.notes is not None and one.notes.others}
    out = tuple(key for key in facts.without_attendance if key not in guests)
    yield make.count("", first, "people", people=True)
    low, high = len(first) + max(others, default=0), len(first) + sum(others)
    make, counted = replace(make, gap=None) if any(others) else make, tuple(first)
    yield make.without(out).number(
        "with guests", low, "people", form="range", high=high, people=True, counted=counted
    )


@metric("M3")
def attended(facts: Facts) -> Iterator[Figure]:
    """How often named people came, all sessions together; the mean for a session, by where it was held; and how
    many came to each.

    From: `present:` in notes; `place:` in plans.
    """
    make, files = facts.maker("M3", named=True), facts.community.files
    yield make.count("", _sources(facts, facts.attended), "attendances", people=True)
    for label, place in (("mean", ""), *((f"mean {place}", place) for place in ("online", "in-person", "hybrid"))):
        chosen = [one for one in facts.attended if not place or one.session.place == place]
        if chosen or not place:
            top = sum(len(one.people) for one in chosen)
            counted = tuple(one.whole(files) for one in chosen)
            yield make.ratio(label, top, len(chosen), "people a session", form="mean", counted=counted)
    for one in facts.attended:
        yield make.count(one.session.id, _sources(facts, (one,)), "people", people=True, left_out=())


def _sources(facts: Facts, chosen: tuple[Attendance, ...]) -> list[Source]:
    return [one.source(key, facts.community.files) for one in chosen for key in one.people]


@metric("M4")
def attendance_rate(facts: Facts) -> Iterator[Figure]:
    """Members on the roll who came, of the members on the roll, added up over the sessions.

    Each session has the roll of its own day. People who came and are not on it count for neither.

    From: `present:` in notes; members.yaml.
    """
    yes: list[Source] = []
    no: list[Source] = []
    for one in facts.attended:
        for key, source in roll(facts, facts.community.on_roll(one.session.date)).items():
            if key in one.people:
                yes.append(one.source(key, facts.community.files))
            else:
                no.append(source)
    yield facts.maker("M4", named=True).share("", yes, no, "attendances", people=True)


LEVELS = ("core", "active", "occasional", "peripheral", "new")


@metric("M5")
def levels(facts: Facts) -> Iterator[Figure]:
    """How many of those on the roll are core, active, occasional, peripheral or new. All are welcome.

    The share of a member is the sessions of the period to which they came, of those with attendance that were held
    while they were on the roll. Core are the team of the last day, new ones too, however often they came; and those
    with a share of 60% or more and two contributions in the period. A contribution is each action, offer or story
    in notes that names them as the one who does, offers or tells it, each connection that links them, each part of
    a session that they led, and each file in stories/ whose teller they are. Active are those with 40% or more,
    occasional those who came at all, peripheral those who did not. Somebody with fewer than three sessions to come
    to is new, unless they are of the team. `thresholds:` in programme.yaml can set `levels.core`, `levels.active`,
    `levels.contributions` and `levels.sessions`. Nobody's level is printed with a name.

    From: `present:`, `capture:` and `led_by:` in notes; members.yaml; `team:` in community.yaml; stories.
    """
    make = facts.maker("M5", named=True)
    sources, found = members_now(facts), level_of(facts)
    for level in LEVELS:
        yes = [source for key, source in sources.items() if found[key] == level]
        no = [source for key, source in sources.items() if found[key] != level]
        yield make.share(level, yes, no, "people", people=True)


def level_of(facts: Facts) -> dict[str, str]:
    """The level of each member on the roll at the end. For counting only: it is shown of nobody."""
    team = {facts.who(one.who, facts.day) for _, one in on_day(facts.community.about.team, facts.day)}
    given = contributions(facts)
    on_roll = [set(roll(facts, facts.community.on_roll(one.session.date))) for one in facts.attended]
    found = {}
    for key in members_now(facts):
        could = [one for one, there in zip(facts.attended, on_roll, strict=True) if key in there]
        came = sum(key in one.people for one in could)
        found[key] = "core" if key in team else _level(facts, came, len(could), given.get(key, 0))
    return found


def _level(facts: Facts, came: int, could: int, given: int) -> str:
    limits = facts.levels
    if could < limits.sessions:
        return "new"
    if came * 100 >= limits.core * could and given >= limits.contributions:
        return "core"
    if came * 100 >= limits.active * could:
        return "active"
    return "occasional" if came else "peripheral"


def contributions(facts: Facts) -> dict[str, int]:
    """How often each person gave something in the period: an action, offer, story, connection or decision led."""
    given = [line.owner.id for line in facts.said("action", "offer", "story") if line.owner.id]
    given += [key for line in facts.said("connect") for key in line.linked]
    given += [facts.who(who, one.date) for one in facts.held if one.notes for who in one.notes.led_by.values()]
    told = (story for story, _ in stories(facts))
    given += [facts.who(story.teller.who, story.date) for story in told if story.teller.who]
    found: dict[str, int] = {}
    for key in given:
        found[key] = found.get(key, 0) + 1
    return found


@metric("M6")
def returning(facts: Facts) -> Iterator[Figure]:
    """People who came in both halves of the period, of those who came in the first; and the same year on year.

    The sessions with attendance are halved in their order; an odd one in the middle belongs to the first half.
    Year on year are those who came in the same days a year before.

    From: `present:` in notes.
    """
    make = facts.maker("M6", named=True)
    middle = -(-len(facts.attended) // 2)
    first, second = facts.attended[:middle], facts.attended[middle:]
    if second:
        yield make.share("", *_again(facts, first, second), "people", people=True)
    else:
        kind: Kind = "unknown" if len(facts.held) > 1 else "none yet"
        yield make.absent("", kind, lexicon.text("figures.two_sessions_needed"), "people", form="share")
    before = facts.period.before
    earlier = [one for one in facts.community.sessions if one.date in before and one.held]
    last_year = facts.attendance(earlier)
    if last_year:
        yield make.share("year on year", *_again(facts, last_year, facts.attended), "people", people=True)


def _again(
    facts: Facts, first: tuple[Attendance, ...], second: tuple[Attendance, ...]
) -> tuple[list[Source], list[Source]]:
    """Those of the first sessions who came to the second ones, and those who did not."""
    files = facts.community.files
    came = {key: one.source(key, files) for one in reversed(first) for key in one.people}
    again = {key for one in second for key in one.people}
    return [at for key, at in came.items() if key in again], [at for key, at in came.items() if key not in again]


@metric("M7")
def newcomers(facts: Facts) -> Iterator[Figure]:
    """Attendances by somebody who had never come before, of all attendances; and for each session.

    Whoever came in an earlier period is not new.

    From: `present:` in notes, all of them up to the last day of the period.
    """
    make, files = facts.maker("M7", named=True), facts.community.files
    seen: set[str] = set()
    rows, yes, no = [], list[Source](), list[Source]()
    for one in facts.ever:
        new = {key for key in one.people if key not in seen}
        seen |= new
        if one.session.date in facts.period:
            fresh = [one.source(key, files) for key in one.people if key in new]
            known = [one.source(key, files) for key in one.people if key not in new]
            rows.append(make.share(one.session.id, fresh, known, "people", people=True))
            yes, no = yes + fresh, no + known
    yield make.share("", yes, no, "attendances", people=True)
    yield from rows


@metric("M8")
def voices(facts: Facts) -> Iterator[Figure]:
    """People who spoke or typed, of those who were there, guests included; sessions where both were written down.

    More voices than people at a session count as all of them.

    From: `voices:`, `present:` and `others:` in notes.
    """
    known = [one for one in facts.attended if one.notes.voices is not None]
    there = {one.session.id: len(one.people) + one.others for one in known}
    top = sum(min(one.notes.voices or 0, there[one.session.id]) for one in known)
    out = tuple(one.id for one in facts.held if one.id not in there)
    counted = tuple(
        Source(f"{one.session.id} voices", facts.community.files, one.notes, ("voices",)) for one in known
    )
    nobody = None if known else gaps.gap("unknown", "no_voices")
    make = facts.maker("M8", gap=gaps.of_attendance(facts) or nobody).without(out)
    yield make.ratio("", top, sum(there.values()), "people", counted=counted, people=True)
