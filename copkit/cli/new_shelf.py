"""`copkit new event`, `challenge`, `cohort` and `opportunity`: what the programme keeps a list of."""

from datetime import date
from typing import Annotated, Any

import typer

from copkit.cli.asking import Question
from copkit.cli.common import DryRun, Root, Today
from copkit.cli.exits import OK, Stop
from copkit.cli.new_from import FromLine, NameOption, Start, Whose, finish, settle, start_from
from copkit.cli.show import note
from copkit.cli.splicing import spliced
from copkit.editing.splice import insert_item
from copkit.workspace import fold, load_shared

COURSES = ("leadership", "train-the-trainer", "storytelling")
FOR = ("person", "team", "organisation")

Day = Annotated[str, typer.Option("--date", metavar="DAY", help="When it was, or is to be.")]
Opens = Annotated[str, typer.Option("--opens", metavar="DAY", help="The day on which it opens.")]
Closes = Annotated[str, typer.Option("--closes", metavar="DAY", help="The last day.")]
Starts = Annotated[str, typer.Option("--starts", metavar="DAY", help="The first day.")]
Ends = Annotated[str, typer.Option("--ends", metavar="DAY", help="The last day.")]
EventKind = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="Such as conference, workshop or design-group.")
]
CourseKind = Annotated[
    str, typer.Option("--kind", metavar="KIND", help=f"{', '.join(COURSES[:-1])} or {COURSES[-1]}.")
]
Reader = Annotated[str, typer.Option("--reader", metavar="WHOM", help="person, team or organisation.")]


def event(
    community: Whose = "",
    line: FromLine = "",
    name: NameOption = "",
    day: Day = "",
    kind: EventKind = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add an event held elsewhere: who went, what was taken, what came back.

    Example: copkit new event systems-leadership --name "ICS Partners Assembly" --date 2026-11-25
    """
    start = start_from(community, line, root, today)
    on = Question("date", "On which day?", start.day, may_be_empty=True)
    said = settle(start, {"name": name, "date": day}, on)
    item = {
        "name": said["name"],
        "kind": kind or None,
        "date": _day(said["date"]),
        "community": start.community.id,
        "from_us": list(start.origin.people) or None,
        "took": None,
        "brought_back": None,
    }
    return _add(start, "events", item, "say who went, what they took and what came back.", dry_run)


def challenge(
    community: Whose = "",
    line: FromLine = "",
    name: NameOption = "",
    opens: Opens = "",
    closes: Closes = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add an innovation challenge: an open call, chosen against criteria.

    Example: copkit new challenge --name "Frailty innovation challenge 2027" --opens 2027-09-01 --closes 2027-10-15
    """
    start = start_from(community, line, root, today, any_community=True)
    said = settle(start, {"name": name, "opens": opens, "closes": closes}, *_between(start, "opens", "closes"))
    item = {
        "name": said["name"],
        "opens": _day(said["opens"]),
        "closes": _day(said["closes"]),
        "criteria": None,
        "entries": None,
        "our_say": None,
    }
    then = "agree the criteria with members, each with a weight, such as criteria: {need: 3, spread: 2}."
    return _add(start, "challenges", item, then, dry_run)


def cohort(
    community: Whose = "",
    line: FromLine = "",
    name: NameOption = "",
    kind: CourseKind = "",
    starts: Starts = "",
    ends: Ends = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add a course for people who run communities.

    Example: copkit new cohort --name "CoP leadership programme 2027" --kind leadership --starts 2027-01-14
    """
    start = start_from(community, line, root, today, any_community=True)
    said = settle(start, {"name": name, "starts": starts, "ends": ends}, *_between(start, "starts", "ends"))
    item = {
        "name": said["name"],
        "kind": _one_of("--kind", kind, COURSES),
        "starts": _day(said["starts"]),
        "ends": _day(said["ends"]),
        "framework": None,
        "started": None,
        "completed": None,
        "feedback": None,
    }
    return _add(start, "cohorts", item, "count who starts and who completes, and ask what they say.", dry_run)


def opportunity(
    community: Whose = "",
    line: FromLine = "",
    name: NameOption = "",
    reader: Reader = "",
    closes: Closes = "",
    link: Annotated[
        str, typer.Option("--link", metavar="LINK", help="Where to apply; else the link of the line.")
    ] = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add a talent or leadership opportunity for members, their teams or organisations.

    Example: copkit new opportunity --line 2026-07-14/opportunity/1 --closes 2026-09-30
    """
    start = start_from(community, line, root, today, any_community=True)
    by = Question("closes", "Until which day is it open?", start.day, may_be_empty=True)
    said = settle(start, {"name": name, "closes": closes}, by, cut=True)
    item = {
        "name": said["name"],
        "text": start.origin.words or None,
        "for": _one_of("--reader", reader, FOR),
        "by": None,
        "opens": None,
        "closes": _day(said["closes"]),
        "link": link or start.origin.link or None,
        "contact": None,
    }
    return _add(start, "opportunities", item, "say who offers it, until when, and where to apply.", dry_run)


def _between(start: Start, first: str, last: str) -> tuple[Question, Question]:
    return (
        Question(first, f"On which day does it {first.removesuffix('s')}?", start.day, may_be_empty=True),
        Question(last, f"On which day does it {last.removesuffix('s')}?", start.day, may_be_empty=True),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _one_of(option: str, text: str, words: tuple[str, ...]) -> str | None:
    if text and text not in words:
        raise Stop(
            f"{option}: “{text}” is none of its words", hint=f"Write {', '.join(words[:-1])} or {words[-1]}."
        )
    return text or None


def _add(start: Start, kind: str, item: dict[str, Any], then: str, dry_run: bool) -> int:
    """Put a record at the end of one of the programme's lists, unless one of its name is there."""
    path = f"communities/programme/{kind}.yaml"
    there = load_shared(start.tree, (kind,)).other.get(kind, {}).values()
    if any(fold(one.name) == fold(item["name"]) and _same_day(one, item) for one in there):
        note(f"“{item['name']}” is in {path} already and stays as it is")
        return OK
    finish(start.tree, spliced(start.tree, path, lambda data: insert_item(data, (), item)), then, dry_run=dry_run)
    return OK


def _same_day(one: Any, item: dict[str, Any]) -> bool:
    """Whether two of one name may be the same: an event of another day is another event."""
    return item.get("date") in (None, getattr(one, "date", None))
