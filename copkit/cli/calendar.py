"""`copkit calendar`: calendar files for a year and for each session, and what has been issued."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from copkit.audience import Door, door
from copkit.calendars.brake import many_at_once
from copkit.calendars.ics import Calendar, Event
from copkit.calendars.ics import write as to_ics
from copkit.calendars.issued import Entry, Issue, event_of, issue
from copkit.calendars.location import location_line
from copkit.cli.common import (
    CommunityName,
    DryRun,
    Many,
    Out,
    Overwrite,
    Root,
    Today,
    YearName,
    pick_ids,
    pick_year,
    the_day,
    workspace,
)
from copkit.cli.delivering import Made, Placed, Where, build_folder, place, tell_of, write_placed
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.opening import audience_named
from copkit.cli.options import whom
from copkit.cli.require_readable import names_known, readable, say_kept
from copkit.cli.show import note, say, tell
from copkit.cli.subjects.words import community_and_when
from copkit.cli.write import path_in, write
from copkit.cli.year import YEAR_KINDS
from copkit.dates import Year, say_date, say_day, say_range
from copkit.documents.source import Audience
from copkit.editing.emit import emit
from copkit.editing.store import Change, read_seen
from copkit.findings import Finding
from copkit.schedule.year import expected
from copkit.workspace import CommunityFiles, Folder, Session, Shared, community_ids, load_community, load_shared
from copkit.workspace.day_names import day_names
from copkit.workspace.running_order import running_order
from copkit.workspace.unclear import unclear_issues, unclear_plans, unclear_rhythm
from copkit.world.undoing import issued as issued_by

Every = Annotated[bool, typer.Option("--all", help="Also write one file with the sessions of every community.")]


AUDIENCES: tuple[Audience, ...] = ("members", "public")
For = Annotated[str, whom(AUDIENCES)]
ALL = "all-communities.ics"


class Issued(NamedTuple):
    """A community's entries: what to remember, and those of the year that was asked for."""

    community: CommunityFiles
    issue: Issue
    events: tuple[tuple[str, Event], ...]
    label: str


def calendar(
    community: CommunityName = "",
    year: YearName = "",
    every: Every = False,
    audience: For = "",
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    many: Many = False,
) -> int:
    """Write calendar files for Outlook and others: one for the year, and one for each session.

    A session that moved or was cancelled keeps its entry, which changes in people's calendars. What has been
    issued is kept in issued.yaml beside the plans; commit it with them. The files go to build/ unless --out says.

    Example: copkit calendar systems-leadership
    """
    tree = workspace(root)
    community, year = community_and_when((community, year), community_ids(tree))
    shared = load_shared(tree, YEAR_KINDS)
    for_whom = audience_named(audience, AUDIENCES)
    names_known(shared, for_whom)
    day = the_day(today, shared)
    meant = [load_community(tree, name, YEAR_KINDS) for name in pick_ids(tree, community)]
    clear = readable(meant, _unclear)
    issued = [_issue(one, shared, day, year) for one in clear]
    if not many:
        _brake(issued)
    if for_whom == "public":
        issued = [_in_public(one, shared, day) for one in issued]
    files = [file for one in issued for file in _files(tree, one, every=every)]
    files += [_file_of_all(tree, issued, shared)] if every else []
    where = Where(out, overwrite)
    placed = place(tree, files, where)
    changes = [change for one in issued if (change := _issued_file(tree, one)) is not None]
    written = write(tree, changes, dry_run=dry_run, noting=issued_by(tree.root))
    if not dry_run:
        for path in written:
            tell_of(where, f"wrote {path}")
        for one in issued:
            _say_changes(one, where)
        _say_done(tree, issued, write_placed(tree, placed), where)
        say_kept("the calendar", door(shared, for_whom, day).kept.total())
    return OK if len(clear) == len(meant) else REFUSED


def _brake(issued: Sequence[Issued]) -> None:
    """End before more than a third of what people hold is cancelled or rewritten unasked."""
    for one in issued:
        if names := many_at_once(one.community.issued, one.issue.records):
            gone = sum(one.issue.records[name].status == "cancelled" for name in names)
            held = len(one.community.issued)
            what = f"{len(names)} of {held} sessions that people hold would change ({gone} cancelled)"
            hint = "Look whether the folder of sessions is as it should be. "
            hint += f"“copkit calendar {one.community.id} --many” goes on all the same."
            raise Stop(f"{one.community.id}: {what}; no calendar was written", REFUSED, hint)


def _unclear(community: CommunityFiles) -> list[Finding]:
    plans = unclear_plans(community).values()
    return [*unclear_rhythm(community), *unclear_issues(community), *plans]


def _issue(community: CommunityFiles, shared: Shared, today: date, year: str) -> Issued:
    """What members hold of a community, which is what is remembered of it."""
    chosen = pick_year(year, today, community.about.rhythm.starts or shared.programme.year_starts)
    entries = _entries(community, door(shared, "members", today))
    name = shared.programme.workspace or _slug(shared.programme.programme)
    issued = issue(community.issued, entries.values(), today, community.id, name)
    period, _ = expected(community, chosen)
    events = tuple(
        (session, event)
        for session, event in sorted(issued.events.items(), key=lambda pair: (pair[1].day, pair[1].start, pair[0]))
        if period.start <= date.fromisoformat(session[:10]) <= period.end or period.start <= event.day <= period.end
    )
    return Issued(community, issued, events, label_of(community, chosen))


def _entries(community: CommunityFiles, way: Door) -> dict[str, Entry]:
    """What a calendar says of each session, as an audience may have it."""
    seen = way.sight(community).community
    return {session.id: _entry(session, seen, way.shared) for session in seen.sessions}


def _in_public(made: Issued, shared: Shared, today: date) -> Issued:
    """The entries as anybody may have them. What has been issued does not depend on it."""
    entries, events = _entries(made.community, door(shared, "public", today)), []
    planned = {one.id for one in made.community.sessions}
    for name, event in made.events:
        if name in entries:
            events.append((name, event_of(entries[name], made.issue.records[name])))
        elif name not in planned:  # a session that is planned no longer: people still hold what was issued
            events.append((name, event._replace(location=event.location.partition("Online: ")[0] or "Online")))
    return made._replace(events=tuple(events))


def year_file(community: CommunityFiles, label: str) -> str:
    """The name of the file with a year's sessions; `label` is the year's, or `convenings`."""
    return f"{community.id}-{label}.ics"


def label_of(community: CommunityFiles, year: Year) -> str:
    """What a community's calendar file is called after: its year, or all its convenings."""
    return year.label if community.about.rhythm.kind == "monthly" else "convenings"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40] or "workspace"


def _entry(session: Session, community: CommunityFiles, shared: Shared) -> Entry:
    plan, short = session.plan, community.short
    return Entry(
        session=session.id,
        day=session.date,
        start=session.start,
        minutes=session.minutes,
        place=location_line(session, session.link),
        summary=f"{short}: {plan.theme}" if plan.theme else short,
        description=_description(session, community, shared),
        url=session.link,
        cancelled=session.cancelled,
        because=plan.because,
        categories=(short,),
    )


def _description(session: Session, community: CommunityFiles, shared: Shared) -> str:
    """The agenda as plain text: what a calendar program shows under the title."""
    plan = session.plan
    order = running_order(session, shared)
    contact = community.about.contact or shared.programme.contact
    moved = f"Moved from {say_day(plan.moved_from)}. {plan.moved_because}".strip() if plan.moved_from else ""
    parts = [
        community.about.name,
        moved,
        f"Our question: {plan.question}" if plan.question else "",
        f"Join online: {session.link}" if session.link else "",
        "\n".join(f"{say_range(item.start, item.end)}  {item.segment.what}" for item in order.items),
        f"Questions, or to tell us what you need: {contact}" if contact else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _issued_file(tree: Folder, made: Issued) -> Change | None:
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


def _say_changes(made: Issued, where: Where) -> None:
    """What changed of the sessions that the audience has: the day of an unlisted one is not said beside them."""
    before, seen = made.community.issued, dict(made.events)
    for session, record in made.issue.records.items():
        if session in seen and session in before and before[session] != record:
            what = "cancelled" if record.status == "cancelled" else "changed"
            told = f"{made.community.id} {session}: {what}; its entry is now version {record.sequence + 1}"
            note(told) if where.screen else tell(told)


def _files(tree: Folder, of: Issued, *, every: bool) -> list[Made]:
    """The year's file, and a file for each session beside it."""
    about, name = of.community.about, of.community.id
    home = build_folder(tree, name)
    whole = Calendar(tuple(event for _, event in of.events), f"{about.name or name} {of.label}".strip())
    files = [Made(home, year_file(of.community, of.label), to_ics(whole), f"the calendar of {name}", beside=every)]
    days = day_names({session: event.day for session, event in of.events})
    for session, event in of.events:
        said = f"the session of {name} on {say_date(event.day)}"
        files.append(Made(home, f"{days[session]}-{name}.ics", to_ics(Calendar((event,))), said, beside=True))
    return files


def _file_of_all(tree: Folder, issued: Sequence[Issued], shared: Shared) -> Made:
    events = sorted(
        (event for one in issued for _, event in one.events), key=lambda event: (event.day, event.start, event.uid)
    )
    data = to_ics(Calendar(tuple(events), shared.programme.programme))
    return Made(build_folder(tree), ALL, data, "the calendar of all communities")


def _say_files(tree: Folder, of: Issued, done: Sequence[Placed]) -> None:
    """What became of a community's files: the year's by its path, the others by their number."""
    mine = [one for one in done if one.made.home == build_folder(tree, of.community.id)]
    if not mine:
        return
    new = any(one.changed for one in mine)
    tell(f"{'wrote' if new else 'unchanged:'} {path_in(tree, str(mine[0].path))}")
    count = _count(len(of.events), "session")
    each = f"{count}{', and a file for each beside it' if len(mine) > 1 else ''}"
    say(f"      {each if of.events else 'no sessions in that year'}{'' if new else '; nothing has changed'}")


def _say_done(tree: Folder, issued: Sequence[Issued], done: Sequence[Placed], where: Where) -> None:
    if where.screen:
        return
    for one in issued:
        _say_files(tree, one, done)
    if done and done[-1].made.name == ALL:
        _say_all(tree, issued, done[-1])


def _say_all(tree: Folder, issued: Sequence[Issued], last: Placed) -> None:
    tell(f"{'wrote' if last.changed else 'unchanged:'} {path_in(tree, str(last.path))}")
    number = sum(len(one.events) for one in issued)
    say(f"      {_count(number, 'session')} of {_count(len(issued), 'community', 'communities')}")


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"
