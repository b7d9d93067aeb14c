"""`copkit next` of one community: a page of 80 by 24, what comes first at the top, and how much more there is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import NamedTuple

from copkit.cli.next import Page
from copkit.cli.show import say, say_parts, styled, tell, tell_beside, width
from copkit.dates import say_date, say_day, say_range, say_short
from copkit.lexicon import listed
from copkit.schedule.beginning import Need
from copkit.schedule.for_all import Notice
from copkit.schedule.timeline import Task
from copkit.workspace import Session

SCREEN = 22
"""Lines: a prompt and the line that was typed stand there too."""
_MARGIN, _LEAST = 18, 4
_SCHEDULE = "copkit schedule "


class Part(NamedTuple):
    """A heading, and below it what is to be done, each in its lines."""

    heading: str
    items: list[list[str]]


def say_one(page: Page, told: Sequence[Notice], today: date, *, every: bool) -> None:
    """Say what a community has to do: what nobody has written yet, its next session, who does what, its year."""
    say(say_day(today), "bold")
    say()
    tell(page.name, "bold", "blue")
    begin = list(_begin(page)) if every or not page.has_met else []
    say_parts_of(begin)
    used = 3 + _length(begin) + _say_coming(page, today)
    tasks, others = list(_tasks(page)), [*_year(page), *([] if begin else _unwritten(page)), *for_all(told)]
    if not (begin or tasks or others):
        say("  Nothing is due this week.", "green")
    shown, hidden = (tasks, 0) if every else _cut(tasks, max(SCREEN - used - _length(others), _LEAST))
    room = SCREEN - used - _length(shown) - (hidden > 0)
    rest, more = (others, 0) if every else _cut(others, max(room, _LEAST))
    say_parts_of([*shown, *rest])
    if hidden + more:
        tell(f"  and {hidden + more} more: “copkit next {page.id} --all”", "cyan")


def _length(parts: Iterable[Part]) -> int:
    return sum(1 + sum(map(len, part.items)) for part in parts)


def _cut(parts: Sequence[Part], room: int) -> tuple[list[Part], int]:
    """As many as there is room for, in order, with a line to say how many more there are; and how many."""
    if _length(parts) <= room:
        return list(parts), 0
    shown: list[Part] = []
    items = [(part.heading, item) for part in parts for item in part.items]
    for count, (heading, item) in enumerate(items):
        new = [] if shown and shown[-1].heading == heading else [Part(heading, [])]
        if _length([*shown, *new]) + len(item) >= room:
            return shown, len(items) - count
        shown += new
        shown[-1].items.append(item)
    return shown, 0


def say_parts_of(parts: Iterable[Part]) -> None:
    """Print parts, each below its heading."""
    for part in parts:
        say(f"  {part.heading}")
        for item in part.items:
            for line in item:
                say_parts(line)


def _begin(page: Page) -> Iterator[Part]:
    """What nobody has written yet, below the file in which it is then written."""
    for path, there in _by_file(page.needs):
        yield Part(f"To begin with, in {path}", [_item(f"{one.field}:", one.what) for one in there])


def _unwritten(page: Page) -> Iterator[Part]:
    """The same of a community that has met already, in a few words."""
    if page.needs:
        found = _by_file(page.needs)
        items = [_item("", f"{listed(one.field for one in there)}: {path}") for path, there in found]
        yield Part("Still to be written", items)


def _by_file(needs: Sequence[Need]) -> list[tuple[str, list[Need]]]:
    paths = dict.fromkeys(one.path for one in needs)
    return [(path, [one for one in needs if one.path == path]) for path in paths]


def _say_coming(page: Page, today: date) -> int:
    """The next session, or that there is none; the number of lines."""
    if page.coming is not None:
        return _say_session(page.coming, today)
    if page.over:
        say(f"  {page.over}")
        return 1
    say("  No session is planned.")
    following = (one.how for one in page.year if one.how.startswith(_SCHEDULE))
    tell(f"  {next(following, f'copkit schedule {page.id}')}  makes the year", "cyan")
    return 2


def _say_session(session: Session, today: date) -> int:
    days = (session.date - today).days
    when = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    tell_beside("  Next: ", 8, f"{say_day(session.date)}, {say_range(session.start, session.end)}, {when}")
    place = session.place.replace("-", " ")
    where = place if session.place == "online" else f"{place}, {session.venue}".rstrip(", ")
    tell(f"        {session.plan.theme or 'theme to be agreed'} ({where})")
    return 2


def _tasks(page: Page) -> Iterator[Part]:
    """What each person has to do, the latest first; the same step of several sessions stands once."""
    whose: dict[str, dict[tuple[str, bool], list[Task]]] = {}
    for who, task in page.tasks:
        whose.setdefault(who, {}).setdefault((task.what, task.late), []).append(task)
    for who, steps in whose.items():
        yield Part(who, [_task(several, page.coming) for several in steps.values()])


def _task(several: Sequence[Task], coming: Session | None) -> list[str]:
    first, days = several[0], [say_date(one.session.date) for one in several]
    what = first.what
    if len(several) > 2:
        what += f" ({len(several)} sessions, from {days[0]} on)"
    elif len(several) > 1 or coming is None or first.session.id != coming.id:
        what += f" (session{'s' if len(several) > 1 else ''} of {listed(days)})"
    return _item(short(first.due) if first.late else f"{short(first.due):>12}", what, late=first.late)


def _year(page: Page) -> Iterator[Part]:
    """What the year asks of the team; to make the next one is said above where no session is to come."""
    kept = [one for one in page.year if page.coming is not None or not one.how.startswith(_SCHEDULE)]
    if kept:
        yield Part("The team", [[*_item("", one.what), *_item("", one.how)] for one in kept])


def for_all(told: Sequence[Notice]) -> Iterator[Part]:
    """What is on for all communities."""
    if told:
        items = [_item(f"{short(one.day):>12}", f"{one.what}: {one.path}") for one in told]
        yield Part("For all communities", items)


def short(day: date | None) -> str:
    """A short day, or nothing."""
    return say_short(day) if day else ""


def _item(lead: str, what: str, *, late: bool = False) -> list[str]:
    """What is to be done beside its field or its day, and more below where it is long."""
    first, *rest = wrap(what, max(width() - _MARGIN, 20), break_on_hyphens=False, break_long_words=False)
    head = styled("late", "red") + styled(f"  {lead:>6}  ") if late else styled(f"{lead:<12}  ")
    return [f"    {head}{styled(first)}", *(" " * _MARGIN + styled(line) for line in rest)]
