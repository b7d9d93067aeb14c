"""`copkit calendar`: the calendar of a community, the entries that changed, and what has been issued."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from copkit.audience import Door, door
from copkit.calendars.brake import many_at_once
from copkit.calendars.ics import Calendar
from copkit.calendars.ics import write as to_ics
from copkit.calendars.issued import Whose, issue, window_start
from copkit.calendars.own import own_entries
from copkit.calendars.written import read_written
from copkit.cli.calendar_files import (
    ALL,
    Issuing,
    Older,
    calendar_name,
    clear_older,
    in_order,
    own_file,
    seen_events,
    whole_file,
    written_before,
)
from copkit.cli.calendar_said import say_community, say_file
from copkit.cli.common import (
    CommunityName,
    DryRun,
    Many,
    Out,
    Overwrite,
    Root,
    SessionName,
    Today,
    pick_id,
    pick_ids,
    pick_session,
    the_day,
    workspace,
)
from copkit.cli.delivering import Made, Placed, Where, build_folder, place, write_placed
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.opening import audience_named
from copkit.cli.options import whom
from copkit.cli.require_readable import names_known, readable, say_kept
from copkit.cli.show import note, tell
from copkit.cli.subjects.words import community_and_when, is_year
from copkit.cli.write import write
from copkit.cli.year import YEAR_KINDS
from copkit.documents.source import Audience
from copkit.editing.emit import emit
from copkit.editing.store import Change, read_seen
from copkit.workspace import CommunityFiles, Folder, Shared, community_ids, load_community, load_shared
from copkit.workspace.unclear import unclear_entries
from copkit.world.git.tracked import tracked_files
from copkit.world.undoing import issued as issued_by

Every = Annotated[bool, typer.Option("--all", help="Also write one file with the sessions of every community.")]


AUDIENCES: tuple[Audience, ...] = ("members", "public")
For = Annotated[str, whom(AUDIENCES)]


class _Asked(NamedTuple):
    """What was asked for: for whom, of which session alone, of all communities in one file too, and where to."""

    way: Door
    session: str
    every: bool
    where: Where

    @property
    def audience(self) -> Audience:
        return "public" if self.way.audience == "public" else "members"

    @property
    def say(self) -> Callable[[str], None]:
        """How something is said of the files: where they are on the screen, beside it."""
        return note if self.where.screen else tell


def calendar(
    community: CommunityName = "",
    session: SessionName = "",
    every: Every = False,
    audience: For = "",
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    many: Many = False,
) -> int:
    """Write a community's calendar for Outlook and others, and a file for each entry that is not as people hold it.

    COMMUNITY.ics holds the sessions of the past three months and all to come: send it to members, or put it where
    they can subscribe to it. Who opened a file keeps what it said, and is sent the file of an entry that changed.
    With a SESSION, its own file is written too, for its invitation. What has been issued is kept in issued.yaml
    beside the plans; commit it with them. In build/ the members' files are always written, wherever --out leads.

    Example: copkit calendar systems-leadership
    """
    tree = workspace(root)
    names, when = _of_what(tree, community, session)
    shared = load_shared(tree, YEAR_KINDS)
    for_whom = audience_named(audience, AUDIENCES)
    names_known(shared, for_whom)
    day = the_day(today, shared)
    meant = [load_community(tree, name, YEAR_KINDS) for name in names]
    clear = readable(meant, unclear_entries)
    issued = [_issuing(tree, one, shared, day) for one in clear]
    if not many:
        _brake(issued)
    chosen = pick_session(clear[0], when, day).id if when and clear else ""
    asked = _Asked(door(shared, for_whom, day), chosen, every, Where(out, overwrite))
    _write(tree, issued, _placed(tree, issued, shared, asked), asked, dry_run=dry_run)
    return OK if len(clear) == len(meant) else REFUSED


def _of_what(tree: Folder, community: str, session: str) -> tuple[list[str], str]:
    """The communities meant, and the session as typed: of one community then."""
    community, when = community_and_when((community, session), community_ids(tree))
    if is_year(when):
        hint = f"Leave “{when}” out: it holds the past three months and all to come."
        raise Stop("a calendar is of no year", hint=hint)
    return [pick_id(tree, community)] if when else pick_ids(tree, community), when


def _write(
    tree: Folder, issued: Sequence[Issuing], placed: Sequence[Placed], asked: _Asked, *, dry_run: bool
) -> None:
    """Write the files, and the record last: stopped half way, the same entries are new when it is run again."""
    changes = [change for one in issued if (change := _issued_file(tree, one)) is not None]
    done = [] if dry_run else write_placed(tree, placed)
    written = write(tree, changes, dry_run=dry_run, noting=issued_by(tree.root))
    if not dry_run:
        older = [clear_older(tree, one) for one in issued]
        _say_done(tree, list(zip(issued, older, strict=True)), done, written, asked)
        say_kept("the calendar", asked.way.kept.total())


def _brake(issued: Sequence[Issuing]) -> None:
    """End before more than a third of what people hold is cancelled or sent elsewhere unasked."""
    for one in issued:
        if names := many_at_once(one.community.issued, one.issue.records, one.today):
            gone = sum(one.issue.records[name].status == "cancelled" for name in names)
            since = window_start(one.today).isoformat()
            held = sum(record.start >= since for record in one.community.issued.values())
            what = f"{len(names)} of {held} sessions that people hold would change ({gone} cancelled)"
            hint = "Look whether the folder of sessions is as it should be. "
            hint += f"“copkit calendar {one.community.id} --many” goes on all the same."
            raise Stop(f"{one.community.id}: {what}; no calendar was written", REFUSED, hint)


def _issuing(tree: Folder, community: CommunityFiles, shared: Shared, today: date) -> Issuing:
    """What members hold of a community, which is what is remembered of it."""
    _require_no_loss(tree, community)
    entries = own_entries(community, door(shared, "members", today)).values()
    whose = Whose(community.id, shared.programme.workspace or _slug(shared.programme.programme), community.short)
    written = read_written(written_before(tree, community.id))
    return Issuing(community, issue(community.issued, entries, today, whose, written), today)


def _require_no_loss(tree: Folder, community: CommunityFiles) -> None:
    """End where git keeps a record of what was issued that is not in the folder: its numbers would begin anew."""
    path = f"communities/{community.id}/issued.yaml"
    if not community.issued and path not in community.files.documents and path in (tracked_files(tree.root) or ()):
        hint = f"“git checkout HEAD -- {path}” takes it back."
        raise Stop(f"{path} is in git and not in the folder; no calendar was written", REFUSED, hint)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40] or "workspace"


def _placed(tree: Folder, issued: Sequence[Issuing], shared: Shared, asked: _Asked) -> list[Placed]:
    """Every file with its path: what was asked for, and in `build/` what members hold."""
    wanted = [made for one in issued for made in _wanted(tree, one, asked)]
    wanted += _file_of_all(tree, issued, shared, asked) if asked.every else []
    placed = place(tree, wanted, asked.where)
    there = {one.path for one in placed}
    members = asked._replace(way=door(shared, "members", asked.way.today), session="", where=Where(), every=False)
    always = place(tree, [made for one in issued for made in _wanted(tree, one, members)], members.where)
    return placed + [one for one in always if one.path not in there]


def _wanted(tree: Folder, of: Issuing, asked: _Asked) -> list[Made]:
    """The files of a community for one audience: what was asked for first, what lies beside it after that."""
    events = seen_events(of, asked.way)
    if asked.session and asked.session not in events:
        why = "is not for the public" if asked.session in of.issue.events else "was more than three months ago"
        raise Stop(f"the session {asked.session} of {of.community.id} {why}; no calendar was written", REFUSED)
    whole = whole_file(tree, of, events, asked.audience)
    others = [one for one in of.news if one in events and one != asked.session]
    news = [own_file(tree, of, events, asked.audience, one) for one in others]
    if not asked.session:
        return [*(one._replace(beside=asked.every) for one in whole), *news]
    own = own_file(tree, of, events, asked.audience, asked.session)
    return [own._replace(beside=False), *(one._replace(beside=True) for one in whole), *news]


def _file_of_all(tree: Folder, issued: Sequence[Issuing], shared: Shared, asked: _Asked) -> list[Made]:
    events = (event for one in issued for event in seen_events(one, asked.way).values())
    shown = in_order(event for event in events if event.day >= window_start(asked.way.today))
    data = to_ics(Calendar(shown, shared.programme.programme))
    name = calendar_name(ALL, asked.audience)
    return [Made(build_folder(tree), name, data, "the calendar of all communities")] if shown else []


def _issued_file(tree: Folder, of: Issuing) -> Change | None:
    """The change of what is remembered, each entry in the order of its fields."""
    if of.issue.records == of.community.issued:
        return None
    path = tree.root / f"communities/{of.community.id}/issued.yaml"
    records = {
        session: {name: value for name in _ALWAYS + _MAYBE if (value := getattr(record, name)) or name in _ALWAYS}
        for session, record in of.issue.records.items()
    }
    return Change(path, (_HEAD + emit(records)).encode(), read_seen(path))


_ALWAYS = ("uid", "sequence", "issued", "start", "end", "place", "status")
_MAYBE = ("title", "publish", "digest")
_HEAD = "# What people hold in their calendars. Written by “copkit calendar” alone: commit it, do not edit it.\n"


def _say_done(
    tree: Folder,
    issued: Sequence[tuple[Issuing, Older]],
    done: Sequence[Placed],
    written: Sequence[str],
    asked: _Asked,
) -> None:
    """What was written, what changed of what people hold, and what to do."""
    for path in written:
        asked.say(f"wrote {path}")
    for one, older in issued:
        say_community(tree, one, done, older, asked.audience, asked.session, asked.say)
    for last in done:
        if last.made.name == calendar_name(ALL, asked.audience):
            say_file(tree, last, asked.say)
