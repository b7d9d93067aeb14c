"""Section 5: what was decided, promised, asked and offered, and what the groups did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.remarks import uncommented
from copkit.dates import say_date, say_short, short_month
from copkit.documents.annual import Annual
from copkit.documents.citing import wanted
from copkit.documents.saying import capital, every, few
from copkit.documents.spoken import sentence
from copkit.documents.synthesis.measuring import Measure, known, last_year, measures, number, why_unknown
from copkit.documents.synthesis.themes import said
from copkit.models.group import Group
from copkit.workspace import months_later
from copkit.workspace.promises import Action, Thread

say = lexicon.Words("synthesis.talk")


class Month(NamedTuple):
    """Actions of one month: taken on and closed in it, both added up so far, and still open at its end.

    Those carried over from before the period are among the first ones added up.
    """

    name: str
    last: date
    opened: int
    closed: int
    opened_so_far: int
    closed_so_far: int
    open: int


class Task(NamedTuple):
    """A group: what it asks, how it came about, what it told us last, and what came of it."""

    name: str
    question: str
    how: str
    standing: str
    told: str
    asks: str
    result: str


class Exchange(NamedTuple):
    """An ask, and what came of it."""

    what: str
    day: str
    standing: str


@dataclass(frozen=True)
class Talk:
    """Section 5. Feedback of groups is for members; decisions, asks and offers are without names. `unknown` says
    why nobody knows of actions."""

    before: str
    unknown: str
    measures: tuple[Measure, ...]
    months: tuple[Month, ...]
    carried: int
    title: str
    subtitle: str
    groups: tuple[Task, ...]
    decisions: tuple[tuple[str, str], ...]
    asks: tuple[Exchange, ...]
    offers: tuple[tuple[str, str], ...]


def build(annual: Annual) -> Talk:
    """What came of talk, for this audience."""
    decisions, offers = (_lines(annual, kind) for kind in ("decision", "offer"))
    asks, months = _asks(annual), _months(annual)
    return Talk(
        before=last_year(annual),
        unknown=why_unknown(annual.figure("W1", "opened")),
        measures=measures(annual, wanted("synthesis.talk.figures")) if annual.facts.held else (),
        months=months,
        carried=_carried(annual),
        title=_title(annual),
        subtitle=say("actions_in_notes", first=say_date(annual.period.start), last=say_date(annual.facts.day)),
        groups=tuple(one for group in _groups(annual) if (one := _task(annual, group)).name),
        decisions=decisions,
        asks=asks,
        offers=offers,
    )


def actions(annual: Annual) -> list[Action]:
    """The actions whose days may be told: none that was taken on or closed at a session that is not listed."""
    secret = {one.date for one in annual.facts.held_ever if one.id in annual.unlisted}
    return [one for one in annual.facts.ledger.actions if not secret.intersection((one.day, one.closed))]


def _months(annual: Annual) -> tuple[Month, ...]:
    """Month by month up to the last day looked at; none where nothing was promised."""
    every, facts = actions(annual), annual.facts
    inside = [one for one in every if one.day in annual.period or (one.closed and one.closed in annual.period)]
    if not inside:
        return ()
    opened = Counter((one.day.year, one.day.month) for one in every if one.day in annual.period)
    closed = Counter(
        (d.year, d.month) for one in every if (d := one.closed) and d in annual.period and d <= facts.day
    )
    found, first, so_far = [], annual.period.start.replace(day=1), Counter(opened=_carried(annual))
    while first <= facts.day:
        key, end = (first.year, first.month), min(months_later(first, 1), facts.day + timedelta(days=1))
        still = sum(one.day < end and (one.closed is None or one.closed >= end) for one in every)
        so_far.update(opened=opened[key], closed=closed[key])
        name, last = (
            short_month(first.month),
            min(months_later(first, 1) - timedelta(days=1), facts.day),
        )
        found.append(Month(name, last, opened[key], closed[key], so_far["opened"], so_far["closed"], still))
        first = months_later(first, 1)
    return tuple(found)


def _carried(annual: Annual) -> int:
    """How many actions were open when the period began."""
    start = annual.period.start
    return sum(one.day < start and (one.closed is None or one.closed >= start) for one in actions(annual))


def _title(annual: Annual) -> str:
    """What became of the actions in one sentence."""
    due, opened = known(annual.figure("W1")), number(annual.figure("W1", "opened"))
    if due is None or not due.denominator:
        return capital(say.plural("taken_on", opened, number=few(opened)))
    done, all_due, in_time = int(due.numerator), int(due.denominator), known(annual.figure("W1", "on time"))
    if not done:
        return (
            say("the_one_action_is_not_done") if all_due == 1 else say("none_of_actions_due", number=few(all_due))
        )
    said = capital(_done(done, all_due))
    if in_time is None or in_time.numerator == done == all_due:
        return said
    on_time = int(in_time.numerator)
    return say("in_time", said=said, number=few(on_time)) if on_time else say("none_in_time", said=said)


def _done(done: int, due: int) -> str:
    """How many actions are done, of those that were due."""
    if done < due:
        return say.plural("some_are_done", done, number=few(done), all=few(due))
    if done == 1:
        return say("the_one_action_is_done")
    return say("all_actions_that_were_due", all=capital(every(done)))


def _groups(annual: Annual) -> Iterable[Group]:
    """Groups that were at work in the period, in order of their start."""
    period, day = annual.period, annual.facts.day
    found = []
    for group in annual.community.groups.values():
        session = annual.community.session(group.from_)
        asked = session.date if session is not None else None
        start = group.starts or asked
        known_by = min((one for one in (asked, start) if one is not None), default=None)
        if (known_by is None or known_by <= day) and (group.finished is None or group.finished >= period.start):
            found.append((start or date.max, group.name, group))
    return [group for _, _, group in sorted(found, key=lambda one: one[:2])]


def _task(annual: Annual, group: Group) -> Task:
    told = [one for one in group.reports if one.date is not None and one.date <= annual.facts.day]
    last = max(told, key=lambda one: one.date or date.min, default=None)
    return Task(
        uncommented(group.name),
        uncommented(group.question),
        say.table("relations").get(group.relation or "", say("not_said")),
        _standing(annual, group),
        f"{sentence(last.said)} ({say_short(last.date)})" if last and last.date and last.said else "",
        last.asks if last else "",
        annual.text(group.result),
    )


def _standing(annual: Annual, group: Group) -> str:
    day = annual.facts.day
    if group.finished is not None and group.finished <= day:
        return say("finished", day=say_date(group.finished))
    if group.starts is not None and group.starts > day:
        return say("starts", day=say_date(group.starts))
    if group.finish_by is None:
        return say("at_work") if group.kind == "task-and-finish" else say("at_work_without_an_end_date")
    return say("late" if group.finish_by < day else "to_finish", day=say_date(group.finish_by))


def _lines(annual: Annual, kind: str) -> tuple[tuple[str, str], ...]:
    lines = [line for line in annual.facts.said(kind) if line.what and _may_be_read(annual, line.id)]
    return tuple((said(annual, line.what), say_short(line.day)) for line in lines)


def _may_be_read(annual: Annual, line: str) -> bool:
    """Whether a line may be read without what stands beside it: who has to know, who asks, who offers."""
    found = next(one for one in annual.facts.lines if one.id == line)
    return annual.readable(found._replace(detail=""))


def _asks(annual: Annual) -> tuple[Exchange, ...]:
    """The asks of the period, open ones first."""
    threads = [one for one in annual.facts.ledger.asks if one.day in annual.period and one.what]
    found = [one for one in threads if _may_be_read(annual, one.id)]
    ordered = sorted(found, key=lambda one: (not one.open, one.day))
    return tuple(Exchange(said(annual, one.what), say_short(one.day), _matched(annual, one)) for one in ordered)


def _matched(annual: Annual, one: Thread) -> str:
    result = annual.text(one.result)
    if one.dropped:
        return say("dropped")
    return say("open") if one.open else say("matched_by", result=result) if result else say("matched")
