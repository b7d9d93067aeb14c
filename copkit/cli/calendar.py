"""`copkit calendar`: calendar files for a year and for each session, and what has been issued."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from copkit.calendars.ics import Calendar, Event
from copkit.calendars.ics import write as to_ics
from copkit.calendars.issued import Entry, Issue, issue
from copkit.calendars.location import location_line
from copkit.cli.common import (
    CommunityName,
    DryRun,
    Out,
    Root,
    Today,
    YearName,
    pick_ids,
    pick_year,
    the_day,
    workspace,
)
from copkit.cli.exits import OK, REFUSED
from copkit.cli.show import say, tell
from copkit.cli.sound import sound
from copkit.cli.write import path_in, say_written, write
from copkit.dates import Year, say_day, say_range
from copkit.editing.emit import emit
from copkit.editing.store import Change, read_seen, write_out
from copkit.findings import Finding
from copkit.schedule.year import expected
from copkit.workspace import CommunityFiles, Folder, Session, Shared, load_community, load_shared
from copkit.workspace.running_order import running_order
from copkit.workspace.unclear import unclear_issues, unclear_plans, unclear_rhythm

For = Annotated[
    Literal["public", "members"],
    typer.Option("--for", metavar="AUDIENCE", help="For whom: public or members; members see the link to join."),
]
Every = Annotated[bool, typer.Option("--all", help="Also write one file with the sessions of every community.")]


class Made(NamedTuple):
    """A community's entries: what to remember, and those of the year that was asked for."""

    community: CommunityFiles
    issue: Issue
    events: tuple[tuple[str, Event], ...]
    label: str


def calendar(
    community: CommunityName = "",
    year: YearName = "",
    every: Every = False,
    audience: For = "members",
    out: Out = None,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Write calendar files for Outlook and others: one for the year, and one for each session.

    A session that moved or was cancelled keeps its entry, which changes in people's calendars. What has been
    issued is kept in issued.yaml beside the plans; commit it with them. The files go to build/ unless --out says.

    Example: copkit calendar systems-leadership
    """
    tree = workspace(root)
    shared = load_shared(tree)
    day = the_day(today, shared)
    meant = [load_community(tree, name) for name in pick_ids(tree, community)]
    clear = sound(meant, _unclear)
    made = [_issue(one, shared, day, year) for one in clear]
    if audience == "public":
        made = [_without_links(one, shared) for one in made]
    changes = [change for one in made if (change := _issued_file(tree, one)) is not None]
    written = write(tree, changes, dry_run=dry_run)
    if dry_run:
        return OK if len(clear) == len(meant) else REFUSED
    say_written(written)
    for one in made:
        _say_changes(one)
        _write_files(tree, one, _folder(tree, out, one.community.id))
    if every:
        _write_all(tree, made, shared, _folder(tree, out, ""))
    return OK if len(clear) == len(meant) else REFUSED


def _unclear(community: CommunityFiles) -> list[Finding]:
    plans = unclear_plans(community).values()
    return [*unclear_rhythm(community), *unclear_issues(community), *plans]


def _issue(community: CommunityFiles, shared: Shared, today: date, year: str) -> Made:
    chosen = pick_year(year, today, community.about.rhythm.starts or shared.programme.year_starts)
    entries = [_entry(session, community, shared) for session in community.sessions]
    name = shared.programme.workspace or _slug(shared.programme.programme)
    issued = issue(community.issued, entries, today, community.id, name)
    period, _ = expected(community, chosen)
    events = tuple(
        (session, event)
        for session, event in sorted(issued.events.items(), key=lambda pair: (pair[1].day, pair[1].start, pair[0]))
        if period.start <= date.fromisoformat(session[:10]) <= period.end or period.start <= event.day <= period.end
    )
    return Made(community, issued, events, label_of(community, chosen))


def _without_links(made: Made, shared: Shared) -> Made:
    """The same entries without the links that only members have. What has been issued does not depend on it."""
    events = []
    for name, event in made.events:
        session = made.community.session(name)
        if session is not None:
            bare = _entry(session, made.community, shared, links=False)
            reason, found, _ = event.description.partition("\n\n")
            said = f"{reason}\n\n{bare.description}" if found and session.cancelled else bare.description
            event = event._replace(location=bare.place, url="", description=said)
        else:
            event = event._replace(location=event.location.partition("Online: ")[0] or "Online", url="")
        events.append((name, event))
    return made._replace(events=tuple(events))


def year_file(community: CommunityFiles, label: str) -> str:
    """The name of the file with a year's sessions; `label` is the year's, or `convenings`."""
    return f"{community.id}-{label}.ics"


def label_of(community: CommunityFiles, year: Year) -> str:
    """What a community's calendar file is called after: its year, or all its convenings."""
    return year.label if community.about.rhythm.kind == "monthly" else "convenings"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40] or "workspace"


def _entry(session: Session, community: CommunityFiles, shared: Shared, *, links: bool = True) -> Entry:
    about, plan = community.about, session.plan
    short = about.short or about.name or community.id
    link = session.link if links else ""
    return Entry(
        session=session.id,
        day=session.date,
        start=session.start,
        minutes=session.minutes,
        place=location_line(session, link),
        summary=f"{short}: {plan.theme}" if plan.theme else short,
        description=_description(session, community, shared, link),
        url=link,
        cancelled=session.cancelled,
        because=plan.because,
        categories=(short,),
    )


def _description(session: Session, community: CommunityFiles, shared: Shared, link: str) -> str:
    """The agenda as plain text: what a calendar program shows under the title."""
    plan = session.plan
    order = running_order(session, shared)
    contact = community.about.contact or shared.programme.contact
    moved = f"Moved from {say_day(plan.moved_from)}. {plan.moved_because}".strip() if plan.moved_from else ""
    parts = [
        community.about.name,
        moved,
        f"Our question: {plan.question}" if plan.question else "",
        f"Join online: {link}" if link else "",
        "\n".join(f"{say_range(item.start, item.end)}  {item.segment.what}" for item in order.items),
        f"Questions, or to tell us what you need: {contact}" if contact else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _issued_file(tree: Folder, made: Made) -> Change | None:
    if made.issue.records == made.community.issued:
        return None
    path = tree.root / f"communities/{made.community.id}/issued.yaml"
    records = {
        session: {
            "uid": record.uid,
            "sequence": record.sequence,
            "issued": record.issued,
            "start": record.start,
            "end": record.end,
            "place": record.place,
            "status": record.status,
        }
        for session, record in made.issue.records.items()
    }
    return Change(path, (_HEAD + emit(records)).encode(), read_seen(path))


_HEAD = "# What people hold in their calendars. Written by “copkit calendar” alone: commit it, do not edit it.\n"


def _say_changes(made: Made) -> None:
    before = made.community.issued
    for session, record in made.issue.records.items():
        if session in before and before[session] != record:
            what = "cancelled" if record.status == "cancelled" else "changed"
            tell(f"{made.community.id} {session}: {what}; its entry is now version {record.sequence + 1}")


def _folder(tree: Folder, out: Path | None, name: str) -> Path:
    return out if out is not None else tree.root / "build" / name


def _write_files(tree: Folder, made: Made, folder: Path) -> None:
    name = made.community.about.name or made.community.id
    whole = Calendar(tuple(event for _, event in made.events), f"{name} {made.label}".strip())
    files = [(year_file(made.community, made.label), whole)]
    files += [(f"{session}.ics", Calendar((event,))) for session, event in made.events]
    new = [file for file, one in files if write_out(folder / file, to_ics(one), tree.root)]
    count = _count(len(made.events), "session")
    verb = "wrote" if new else "unchanged:"
    tell(f"{verb} {path_in(tree, str(folder / files[0][0]))}")
    each = f"{count}, and a file for each beside it" if made.events else "no sessions in that year"
    say(f"      {each}{'' if new else '; nothing has changed'}")


def _write_all(tree: Folder, made: list[Made], shared: Shared, folder: Path) -> None:
    events = sorted(
        (event for one in made for _, event in one.events), key=lambda event: (event.day, event.start, event.uid)
    )
    path = folder / "all-communities.ics"
    new = write_out(path, to_ics(Calendar(tuple(events), shared.programme.programme)), tree.root)
    tell(f"{'wrote' if new else 'unchanged:'} {path_in(tree, str(path))}")
    say(f"      {_count(len(events), 'session')} of {_count(len(made), 'community', 'communities')}")


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"
