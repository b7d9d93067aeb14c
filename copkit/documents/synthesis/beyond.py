"""Section 9: influence beyond the community: where members went, what they took, what came back."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_short
from copkit.documents.annual import Annual
from copkit.documents.citing import wanted
from copkit.documents.people_held import Reading
from copkit.documents.synthesis.measuring import Measure, known, last_year, measures
from copkit.metrics.base import say_value
from copkit.metrics.influence import challenges_of, events_of
from copkit.metrics.learning import courses_of
from copkit.metrics.members import members_now
from copkit.models.cohorts import Cohort
from copkit.models.opportunities import Opportunity

say = lexicon.Words("synthesis.beyond")


class Went(NamedTuple):
    """An event: when, where, what was taken there, and what came back."""

    day: str
    name: str
    took: str
    back: str


class Call(NamedTuple):
    """An innovation challenge: what was selected, whether it was ours, and how members had a say."""

    name: str
    selected: str
    ours: str
    say: str


class Course(NamedTuple):
    """A course or an opportunity, and who of ours used it."""

    name: str
    what: str
    used: str


@dataclass(frozen=True)
class Beyond:
    """Section 9."""

    before: str
    measures: tuple[Measure, ...]
    events: tuple[Went, ...]
    challenges: tuple[Call, ...]
    courses: tuple[Course, ...]
    opportunities: tuple[Course, ...]
    held_back: str


def build(annual: Annual) -> Beyond:
    """What went out of the community, and what came back."""
    read = Reading()
    return Beyond(
        before=last_year(annual),
        measures=tuple(_whole_hours(annual, row) for row in measures(annual, wanted("synthesis.beyond.figures")))
        if annual.facts.held
        else (),
        events=tuple(
            Went(say_short(one.date), read(one.name), read(one.took), read(one.brought_back))
            for one in sorted(events_of(annual.facts), key=lambda one: (str(one.date), one.name))
            if one.date is not None
        ),
        challenges=_challenges(annual, read),
        courses=_courses(annual, read),
        opportunities=_opportunities(annual, read),
        held_back=read.kept,
    )


def _whole_hours(annual: Annual, row: Measure) -> Measure:
    """Hours of many people together without their minutes."""
    if row.code != "L1" or row.now.label:
        return row
    now, before = (known(one.figure("L1")) if one else None for one in (annual, annual.before))
    return row._replace(
        now=row.now._replace(said=say_value(now.numerator, 0)) if now else row.now,
        before=row.before._replace(said=say_value(before.numerator, 0)) if before else row.before,
    )


def _challenges(annual: Annual, read: Reading) -> tuple[Call, ...]:
    """Challenges to which one of our initiatives was sent in."""
    initiative, found = annual.community.initiative, []
    for one in challenges_of(annual.facts):
        ours = [entry.title for entry in one.entries if initiative(entry.initiative) is not None]
        if ours:
            won = lexicon.listed(title for title in ours if title in one.selected)
            sent = lexicon.listed(ours)
            said = say("selected", ours=sent, won=won) if won else say("none_selected", ours=sent)
            selected = lexicon.listed(read.each(one.selected)) or say("nothing_yet")
            found.append(Call(read(one.name), selected, said, read(one.our_say)))
    return tuple(found)


def _courses(annual: Annual, read: Reading) -> tuple[Course, ...]:
    """Courses that ended in the period in which somebody on the roll took part."""
    every: dict[str, Cohort] = annual.shared.other.get("cohorts", {})
    members, found = members_now(annual.facts), []
    for key, mine in courses_of(annual.facts).items():
        one, used = every[key], _members(annual, mine, len(members))
        found.append(Course(read(one.name), read(one.feedback), used))
    return tuple(found)


def _members(annual: Annual, mine: int, of: int) -> str:
    """So many members, as the audience may be told."""
    seen = annual.door.people(mine, of)
    if seen.number is not None:
        return say("about_so_many", number=seen.number) if seen.about else say.plural("members", mine)
    few = annual.door.hides(mine)
    return say("fewer_members", least=annual.shared.programme.hide_counts_below) if few else say("most_members")


def _opportunities(annual: Annual, read: Reading) -> tuple[Course, ...]:
    """Opportunities of the period that somebody took up, in the whole programme."""
    every: dict[str, Opportunity] = annual.shared.other.get("opportunities", {})
    found = []
    for one in every.values():
        day = one.closes or one.opens
        if (
            one.taken_up
            and day is not None
            and (one.opens or day) <= annual.facts.day
            and day >= annual.period.start
        ):
            least = annual.shared.programme.hide_counts_below
            hidden = one.for_ == "person" and annual.door.hides(one.taken_up)
            said = say("taken_up_by_fewer", least=least) if hidden else say("taken_up", number=one.taken_up)
            found.append(Course(read(one.name), read(one.text), said))
    return tuple(found)
