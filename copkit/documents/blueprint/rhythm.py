"""Part 5 of the blueprint: the rule by which the community meets, and its next dates."""

from collections.abc import Iterator
from datetime import date, timedelta

from copkit import lexicon
from copkit.dates import (
    MONTHS,
    Year,
    say_day,
    say_minutes,
    say_number,
    say_range,
    say_rule,
    say_times,
)
from copkit.dates.abroad import city
from copkit.documents.blueprint.blocks import Block, facts, missing, table
from copkit.documents.blueprint.drawn import Drawn
from copkit.models.community import Rhythm
from copkit.workspace import Session
from copkit.workspace.reporting import year_in_hand
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


def rhythm(drawn: Drawn) -> Iterator[Block]:
    """The calendar rule, the breaks, and the dates that are fixed."""
    about = drawn.source.community.about.rhythm
    if not about.has_days:
        yield missing("on_which_day_we_meet")
        return
    yield facts(
        (
            (say("the_rule"), how_often(about)),
            (say("months"), _months(about.months)),
            (say("no_meetings"), _months(about.break_months)),
            (say("in_person"), _in_person(about)),
            (say("how_long"), lengths(about)),
            (say("abroad"), lexicon.listed(map(city, about.zones))),
            (say("usual_room"), drawn.say(about.venue)),
            (
                say("why_so_regular"),
                say("people_keep_a_time"),
            ),
        )
    )
    yield from _year(drawn)
    yield from _dates(drawn)


def _year(drawn: Drawn) -> Iterator[Block]:
    """The year that today is in as a line, where it has sessions."""
    source = drawn.source
    year = year_in_hand(source.community.about, source.shared.programme, source.today)
    here = [one for one in source.community.sessions if year.start <= one.date <= year.end]
    if here:
        from copkit.render.charts import Mark, year_line

        marks = [Mark(_symbol(one), one.date, one.date, "") for one in here]
        marks += [Mark("break", first, last, "") for first, last in _breaks(drawn, year)]
        held = sum(not one.cancelled for one in here)
        title = say.plural("sessions_in", held, year=year.label)
        yield Block("picture", title, chart=year_line(year.start, year.end, marks))


def _symbol(one: Session) -> str:
    return "cancelled" if one.cancelled else one.place.replace("-", " ")


def _breaks(drawn: Drawn, year: Year) -> Iterator[tuple[date, date]]:
    """The first and last day of each break month of a year."""
    names = drawn.source.community.about.rhythm.break_months
    first = year.start
    while first <= year.end:
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        if MONTHS[first.month - 1] in names:
            yield first, after - timedelta(days=1)
        first = after


def _months(months: tuple[str, ...]) -> str:
    return ", ".join(month.capitalize() for month in months)


def _in_person(about: Rhythm) -> str:
    if about.place == "in-person" and not about.in_person:
        return say("all_of_them")
    numbers = [say_number(number) for number in about.in_person]
    if not numbers:
        return ""
    return say.plural("which", len(numbers), which=lexicon.listed(numbers))


def _dates(drawn: Drawn) -> Iterator[Block]:
    source = drawn.source
    planned = coming(source.community, source.today)
    rows = (
        (say_day(one.date), say_range(one.start, one.end), lexicon.table("choices.places")[one.place].capitalize())
        for one in planned
    )
    yield table(say("dates_to_come"), say.lines("dates_to_come_columns"), list(rows)[:MOST_DATES])
    if not planned:
        yield missing("the_dates_of_the_next")
