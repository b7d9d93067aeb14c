"""What the blueprint says of the rule by which the community meets, its sessions so far and its next dates."""

from collections.abc import Iterator
from functools import partial

from copkit import lexicon
from copkit.dates import (
    say_date,
    say_day,
    say_minutes,
    say_number,
    say_range,
    say_rule,
    say_times,
)
from copkit.dates.abroad import city
from copkit.documents.blueprint.blocks import Block, table
from copkit.documents.blueprint.drawn import Drawn
from copkit.models.community import Rhythm
from copkit.models.session import Segment
from copkit.workspace import Session
from copkit.workspace.states import coming

say = lexicon.Words("blueprint.rhythm")

MOST_DATES = 12


def how_often(rhythm: Rhythm) -> str:
    """How often the community meets and on which day, in a sentence; empty where no day is agreed."""
    if not rhythm.has_days:
        return ""
    rule = None if rhythm.dates and not rhythm.patterns else rhythm.rule.value
    if rule and not rhythm.promised:
        said = say_rule(rule)
        return say("at", meetings=f"{said[0].upper()}{said[1:]}", time=say_times(rhythm.clocks))
    meetings, months = say.plural("meetings", rhythm.promised), say_number(rhythm.over_months)
    monthly = rhythm.kind == "monthly"
    over = say("a_year", meetings=meetings) if monthly else say("over_months", meetings=meetings, months=months)
    said = say("on_the", meetings=over, day=say_rule(rule)) if rule else over
    return say("at", meetings=said, time=say_times(rhythm.clocks))


def lengths(rhythm: Rhythm) -> str:
    """How long a meeting lasts, by where it is held."""
    if rhythm.kind != "monthly":
        return say_minutes(_minutes(rhythm, rhythm.place))
    online, here = say_minutes(rhythm.online_minutes), say_minutes(rhythm.in_person_minutes)
    return say("lengths", online=online, here=here) if rhythm.in_person else _usual(rhythm)


def _usual(rhythm: Rhythm) -> str:
    return f"{say_minutes(_minutes(rhythm, rhythm.place))} {lexicon.table('choices.places')[rhythm.place]}"


def _minutes(rhythm: Rhythm, place: str) -> int:
    kept = {"online": rhythm.online_minutes, "in-person": rhythm.in_person_minutes}
    return kept.get(place, rhythm.hybrid_minutes)


def when_and_where(drawn: Drawn) -> tuple[tuple[str, str], ...]:
    """The calendar rule, the breaks, and where the community meets."""
    about = drawn.source.community.about.rhythm
    return (
        (say("the_rule"), how_often(about)),
        (say("months"), _months(about.months)),
        (say("no_meetings"), _months(about.break_months)),
        (say("in_person"), _in_person(about)),
        (say("how_long"), lengths(about)),
        (say("abroad"), lexicon.listed(map(city, about.zones))),
        (say("usual_room"), drawn.say(about.venue)),
    )


def rhythm(drawn: Drawn) -> Iterator[Block]:
    """The sessions so far with their questions and methods, and the dates to come."""
    places = lexicon.table("choices.places")
    so_far = map(partial(_past, drawn), drawn.held)
    yield table(say("sessions_so_far"), say.lines("sessions_so_far_columns"), so_far)
    planned = coming(drawn.source.community, drawn.source.today)
    rows = (
        (say_day(one.date), say_range(one.start, one.end), places[one.place].capitalize(), _asked(drawn, one))
        for one in planned
    )
    yield table(say("dates_to_come"), say.lines("dates_to_come_columns"), list(rows)[:MOST_DATES])


def _past(drawn: Drawn, one: Session) -> tuple[str, ...]:
    """A session that was held: its day, what it asked, and the methods by which people talked."""
    methods = drawn.source.shared.methods
    named = (*one.plan.methods, *(item.method for item in one.plan.agenda if isinstance(item, Segment)))
    used = dict.fromkeys(methods.all[key].title for name in named if (key := methods.id(name)))
    return say_date(one.date), _asked(drawn, one), ", ".join(filter(None, used))


def _asked(drawn: Drawn, one: Session) -> str:
    """What a session asks, or is about."""
    return drawn.say(one.plan.question) or drawn.say(one.plan.theme)


def _months(months: tuple[str, ...]) -> str:
    return ", ".join(month.capitalize() for month in months)


def _in_person(about: Rhythm) -> str:
    if about.place == "in-person" and not about.in_person:
        return say("all_of_them")
    numbers = [say_number(number) for number in about.in_person]
    if not numbers:
        return ""
    return say.plural("which", len(numbers), which=lexicon.listed(numbers))
