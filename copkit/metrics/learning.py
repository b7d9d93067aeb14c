"""L: learning: hours, and courses for people who run communities."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from copkit import lexicon
from copkit.metrics.base import Figure, Period, Source
from copkit.metrics.facts import Facts
from copkit.metrics.making import Maker
from copkit.metrics.members import members_now
from copkit.metrics.registry import metric
from copkit.metrics.stay import stays, untold
from copkit.metrics.together import Together, called


@metric("L1")
def hours(facts: Facts) -> Iterator[Figure]:
    """Hours of taking part: the minutes for which each named person was present, added up, divided by 60.

    Somebody was there for the whole session unless `minutes:` says otherwise, and never for longer than it
    lasted: `minutes_taken:`, or else the plan. Where it says `unknown` no hours are counted, the session is
    named among those left out, and a figure says how many times that is so, each a person at a session. What
    counts towards continuing professional development is each person's own claim; these are the hours that they
    can claim from. Beside them stand the hours of those members who ask for certificates, and how many of the
    participants they are.

    From: `present:`, `minutes:` and `minutes_taken:` in notes; plans; `certificate:` in members.yaml.
    """
    make, files = facts.maker("L1", named=True), facts.community.files
    minutes, unknown = minutes_of(facts), untold(facts)
    unclear = {session.id for those in unknown.values() for session in those}
    make = make.without(tuple(dict.fromkeys((*make.left_out, *sorted(unclear)))))
    counted = tuple(one.whole(files) for one in facts.attended)
    yield _hours(make, "", minutes, unknown, counted=counted)
    if unknown:
        times = sum(map(len, unknown.values()))
        yield make.number("minutes not known", times, "times", counted=counted, digits=0, members_only=True)
    asked = {facts.who(one.who) for one in facts.view.members if one.certificate == "yes"}
    if not asked:
        why = lexicon.text("figures.nobody_asks_for_certificates")
        yield make.absent("asked for certificates", "not asked", why, "people", form="share", people=True)
        yield make.absent("for certificates", "not asked", why, "hours", form="number", members_only=True)
        return
    came = minutes.keys() | unknown.keys()
    yield make.ratio("asked for certificates", len(came & asked), len(came), "people", counted=counted, people=True)
    told = {key: spent for key, spent in minutes.items() if key in asked}
    theirs = asked & unknown.keys()
    yield _hours(make, "for certificates", told, theirs, counted=counted, members_only=True)


def _hours(make: Maker, label: str, minutes: dict[str, int], unknown: Collection[str], **more: Any) -> Figure:
    """Hours of the minutes that are known; unknown where there are people and none of theirs are."""
    if unknown and not minutes:
        why = lexicon.text("figures.nobody_knows_how_long")
        return make.absent(label, "unknown", why, "hours", form="number", **more)
    return make.number(label, sum(minutes.values()) / 60, "hours", **more)


def minutes_of(facts: Facts) -> dict[str, int]:
    """For how many minutes each participant was present in the period: what a certificate attests."""
    return {key: sum(stay.minutes for stay in those) for key, those in stays(facts).items()}


def courses_of(facts: Facts) -> dict[str, int]:
    """The courses that ended in the period, by key, with how many of those on the roll took part, where any did."""
    members, found = members_now(facts), dict[str, int]()
    for key, one in facts.shared.other.get("cohorts", {}).items():
        day = one.ends or one.starts
        if day is not None and _within(day, facts.period, facts.day):
            found[key] = len(members.keys() & {facts.who(who, day) for who in one.people})
    return {key: mine for key, mine in found.items() if mine}


@metric("L2", of="programme")
def cohorts(all_of_it: Together) -> Iterator[Figure]:
    """People who completed a course, of those who started it; communities that its people started.

    A course belongs to the period in which it ended, or started where it has no end yet. Those with neither date
    are counted in every period. Each course stands by itself, since some people take two. A course that more people
    completed than started has no share, and then the whole has none.

    From: cohorts.yaml.
    """
    make, files = Maker("L2", all_of_it.period), all_of_it.shared.files
    told = all_of_it.told.other.get("cohorts", {})
    chosen = [
        (cohort, Source(called(told[key].name, "course", place), files, cohort))
        for place, (key, cohort) in enumerate(all_of_it.shared.other.get("cohorts", {}).items(), 1)
        if _within(cohort.ends or cohort.starts, all_of_it.period, all_of_it.day)
    ]
    top, bottom = (sum(getattr(one, name) for one, _ in chosen) for name in ("completed", "started"))
    if any(one.completed > one.started for one, _ in chosen):
        top, bottom = 1, 0  # the numbers of one disagree
    places = tuple(source for _, source in chosen)
    yield make.ratio("", top, bottom, "people", counted=places)
    for one, source in chosen:
        yield make.ratio(source.what, one.completed, one.started, "people", counted=(source,))
    begun = {name: source for one, source in chosen for name in one.communities_started}
    yield make.count("communities started", begun.values(), "communities")


def _within(day: date | None, period: Period, last: date) -> bool:
    return day is None or (day in period and day <= last)
