"""Beyond the communities: events elsewhere, challenges, courses and opportunities."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_dates
from copkit.documents.citing import Cited, cite
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics.together import called
from copkit.models.challenges import Challenge
from copkit.models.cohorts import Cohort
from copkit.models.events import Event
from copkit.models.opportunities import Opportunity

say = lexicon.Words("portfolio.beyond")


class Went(NamedTuple):
    """An event: who of us went is the community, never a person."""

    day: str
    name: str
    community: str
    took: str
    brought_back: str


class Entered(NamedTuple):
    """An entry to a challenge: its score by the weights, and whether it was selected."""

    challenge: str
    title: str
    score: Cited
    selected: str


class Course(NamedTuple):
    """A course: who completed it, what it led to."""

    name: str
    dates: str
    completed: Cited
    accredited: str
    started: tuple[str, ...]
    feedback: str
    again: bool


class Open(NamedTuple):
    """An opportunity, and how many took it up."""

    one: Opportunity
    taken: str


class Beyond(NamedTuple):
    """All of it. `say` are sentences on how members influenced what was chosen."""

    events: tuple[Went, ...]
    entries: tuple[Entered, ...]
    say: tuple[str, ...]
    cohorts: Cited
    courses: tuple[Course, ...]
    opportunities: tuple[Open, ...]


def beyond(portfolio: Portfolio) -> Beyond:
    """What the programme's registers say of its year, up to today."""
    return Beyond(
        tuple(
            Went(
                say_date(one.date) if one.date else "",
                one.name,
                portfolio.name_of(one.community),
                portfolio.text(one.took),
                portfolio.text(one.brought_back),
            )
            for one in _events(portfolio)
        ),
        tuple(_entries(portfolio)),
        tuple(text for one in _challenges(portfolio) if (text := portfolio.text(one.our_say))),
        cite(portfolio.figure("L2")),
        tuple(_courses(portfolio)),
        tuple(_opportunities(portfolio)),
    )


def _within(portfolio: Portfolio, day: date | None) -> bool:
    return day is not None and day in portfolio.period and day <= portfolio.today


def _events(portfolio: Portfolio) -> list[Event]:
    every: list[Event] = list(portfolio.shared.other.get("events", {}).values())
    return sorted((one for one in every if _within(portfolio, one.date)), key=lambda one: (one.date, one.name))


def _challenges(portfolio: Portfolio) -> list[Challenge]:
    """Those that closed in the year, as their score counts them."""
    every: list[Challenge] = list(portfolio.shared.other.get("challenges", {}).values())
    return [one for one in every if one.closes is None or _within(portfolio, one.closes)]


def _entries(portfolio: Portfolio) -> Iterator[Entered]:
    for challenge in _challenges(portfolio):
        for place, one in enumerate(challenge.entries, 1):
            name = called(one.title, "entry", place)
            chosen = say("selected") if one.title in challenge.selected else say("not_selected")
            selected = chosen if one.title else ""  # which one was selected is said by its title alone
            yield Entered(challenge.name, name, cite(portfolio.figure("X2", name)), selected)


def _courses(portfolio: Portfolio) -> Iterator[Course]:
    every: list[Cohort] = list(portfolio.shared.other.get("cohorts", {}).values())
    for place, one in enumerate(every, 1):
        name = called(one.name, "course", place)
        figure = portfolio.figure("L2", name)
        if figure is None:
            continue
        began = tuple(portfolio.name_of(name) for name in one.communities_started)
        body = f"{one.accredited.by} ({one.accredited.ref})" if one.accredited and one.accredited.by else ""
        days = tuple(dict.fromkeys(day for day in (one.starts, one.ends) if day))
        said = say_dates(*days) if len(days) == 2 else "".join(map(say_date, days))
        again = one.commissioned_again == "yes"
        yield Course(name, said, cite(figure), body, began, portfolio.text(one.feedback), again)


def _opportunities(portfolio: Portfolio) -> Iterator[Open]:
    """Those open on any day of the year that has come; what is to come is not yet an opportunity."""
    every: list[Opportunity] = list(portfolio.shared.other.get("opportunities", {}).values())
    for one in every:
        begins, ends = one.opens or portfolio.period.start, one.closes or portfolio.period.end
        if begins > min(portfolio.period.end, portfolio.today) or ends < portfolio.period.start:
            continue
        yield Open(one, _taken(portfolio, one))


def _taken(portfolio: Portfolio, one: Opportunity) -> str:
    """How many took it up: a count of people where it is for people."""
    if one.taken_up is None:
        return say("not_said")
    few = one.taken_up > 0 and one.for_ == "person" and portfolio.door.hides(one.taken_up)
    return say("hidden_too_few_people") if few else str(one.taken_up)
