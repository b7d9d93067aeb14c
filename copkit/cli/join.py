"""`copkit join` and `copkit leave`: a person comes to a community, with a welcome page, and goes from it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from copkit.cli.bringing import Brings, left_as_it_is, said_brings
from copkit.cli.common import (
    CommunityName,
    DryRun,
    Out,
    Overwrite,
    Root,
    Today,
    refuse_closed,
    the_day,
    workspace,
)
from copkit.cli.community_or_only import community_and
from copkit.cli.delivering import Made, Where, build_folder, place, tell_of
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.new import find_organisation, same_person
from copkit.cli.options import Formats
from copkit.cli.printing import chosen_formats
from copkit.cli.reading import ADDS, KNOWN, chosen_id, day_of, not_exactly, person_in, registered, sentence
from copkit.cli.registering import new_entries
from copkit.cli.require_readable import names_known
from copkit.cli.scope import into_scope
from copkit.cli.show import note, tell
from copkit.cli.splicing import spliced
from copkit.cli.write import say_written, write
from copkit.dates import say_date
from copkit.editing.people import end_roles, set_left
from copkit.editing.splice import insert_item, set_key
from copkit.editing.store import Change
from copkit.models import ids
from copkit.models.community import Member
from copkit.models.fields import fields
from copkit.models.names import mixed_scripts, read_mailbox, read_name
from copkit.models.session import Plan, SessionTeam
from copkit.workspace import CommunityFiles, Folder, Shared, community_ids, load_community, load_shared
from copkit.workspace.states import coming, stands
from copkit.world.private import known_contacts, put_private, with_addresses

Who = Annotated[str, typer.Argument(metavar="PERSON", help="An id, or a full name in quotes.")]
Organisation = Annotated[str, typer.Option("--organisation", "-o", metavar="ORGANISATION", help="Its id or name.")]
Job = Annotated[str, typer.Option("--job", metavar="JOB", help="The job.")]
Id = Annotated[str, typer.Option("--id", metavar="ID", help="The id; made from the name when left out.")]
From = Annotated[str, typer.Option("--from", metavar="DAY", help="The first day on the roll; else today.")]
InvitedBy = Annotated[str, typer.Option("--invited-by", metavar="PERSON", help="Who brought the person in.")]
Email = Annotated[str, typer.Option("--email", metavar="ADDRESS", help="Kept in the private folder, never in git.")]
On = Annotated[str, typer.Option("--on", metavar="DAY", help="The last day on the roll; else today.")]
Everything = Annotated[bool, typer.Option("--programme", help="Leave every community, and the programme.")]


class _Newcomer(NamedTuple):
    """Who joins: the id, and the entry for the register where there is none yet."""

    id: str
    entry: dict[str, Any] | None = None


def join(
    community: CommunityName = "",
    person: Who = "",
    organisation: Organisation = "",
    job: Job = "",
    brings: Brings = "",
    email: Email = "",
    invited_by: InvitedBy = "",
    from_: From = "",
    id: Id = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Put a person on a community's roll, and print the welcome page, with the calendar where sessions are planned.

    Somebody who is not in the register yet is added to it. The e-mail address goes into the private folder and
    nowhere else. Said twice, it is done once; somebody who left and comes back has a new line on the roll.

    Example: copkit join systems-leadership "Rosa Lind" --organisation hospice --job "Ward manager"
    """
    tree = workspace(root)
    shared = load_shared(tree)
    names_known(shared, "team")
    one, person = community_and(tree, (community, person), "PERSON", "copkit join")
    files = load_community(tree, one)
    day = the_day(today, shared)
    who = _newcomer(shared, person, organisation, job, id)
    if who.entry is None:
        left_as_it_is(shared, who.id, brings)
    else:
        who = who._replace(entry=who.entry | said_brings(shared, brings))
    start = day_of(from_, "--from", day) if from_ else day
    refuse_closed(files, start)
    changes = _changes(tree, shared, files, who, start, invited_by)
    contact = _address(tree, shared, who.id, email)
    formats, where, home = chosen_formats(format_), Where(out, overwrite), build_folder(tree, files.id)
    place(tree, [Made(home, f"{_page(files.id, who.id)}.{form}", b"", "the welcome") for form in formats], where)
    for path in write(tree, changes, dry_run=dry_run):
        tell_of(where, f"wrote {path}")
    if kept := put_private(tree, shared, contact, dry_run=dry_run):
        note(f"{'Would keep' if dry_run else 'Kept'} the address of {who.id} {kept.where}.")
    if dry_run:
        _write_calendar(tree, files, where, day, dry_run=True)
        return OK
    return _print_welcome(tree, files, who.id, formats, where, day)


def _changes(
    tree: Folder, shared: Shared, files: CommunityFiles, who: _Newcomer, start: date, invited_by: str
) -> list[Change]:
    """The changes that make somebody a member: in the register where that is new to it, and on the roll."""
    changes = [] if who.entry is None else [new_entries(tree, shared, "people", {who.id: who.entry})]
    host = person_in(files, shared, invited_by) if invited_by else ""
    joined = _on_the_roll(tree, shared, files, who.id, start, host)
    works_for = who.entry["organisation"] if who.entry else shared.register.organisation(who.id, start)
    return [*changes, *joined, *(into_scope(tree, shared, files, works_for, start) if joined else ())]


def _print_welcome(
    tree: Folder, files: CommunityFiles, who: str, formats: tuple[str, ...], where: Where, day: date
) -> int:
    """Print the welcome page, with the calendar beside it where a session is to come."""
    from copkit.cli.printing import print_document
    from copkit.cli.subjects.desk import Typed

    page = Typed((files.id, who), "", formats, where, Path(tree.real), day.isoformat())
    try:  # first, since the page names its file
        _write_calendar(tree, files, where, day, dry_run=False)
    except Stop:  # it may refuse to change what people hold: the page is printed all the same, and names no file
        print_document("welcome", replace(page, own={"without_calendar": True}))
        raise
    return print_document("welcome", page)


def _write_calendar(tree: Folder, files: CommunityFiles, where: Where, day: date, *, dry_run: bool) -> None:
    """The calendar that goes with the welcome, where a session is to come; it remembers what it issued."""
    from copkit.cli.calendar import calendar

    if not coming(files, day):
        tell_of(where, f"No session of {files.id} is planned yet: no calendar file goes with the page.")
    elif not where.alone:
        root, today = Path(tree.real), day.isoformat()
        calendar(files.id, root=root, today=today, out=where.out, overwrite=where.overwrite, dry_run=dry_run)


def _newcomer(shared: Shared, typed: str, organisation: str, job: str, id: str) -> _Newcomer:
    """The person who is meant, or somebody new with a full name."""
    known = shared.register.exactly(typed)
    works_for = find_organisation(shared, organisation) if organisation else ""
    if known and not id and (not works_for or _works_for(shared, known, works_for)):
        return _Newcomer(known)
    if known == typed.strip().casefold():
        hint = f"Change “organisation:” in {shared.file_of(shared.people[known])}."
        raise Stop(f"{known} works elsewhere by the register", REFUSED, hint)
    name = read_name(typed)
    if name.value is None:
        raise Stop(f"PERSON: {name.problem}", hint=sentence(name.fix))
    if " " not in name.value:
        raise not_exactly(shared.register, typed, ADDS)
    if not organisation:
        raise Stop(f"{name.value} is new: say --organisation", hint="“copkit new organisation NAME” adds one.")
    if (same := same_person(shared, name.value, works_for)) and not id:
        return _Newcomer(same)
    if id and id in shared.people:
        return _Newcomer(id)
    if mixed_scripts(name.value):
        note(f"Look again: “{name.value}” mixes letters of two alphabets that look alike.")
    key = chosen_id(id, ids.from_person(name.value), list(shared.people), "person")
    entry = {"name": name.value, "organisation": works_for} | ({"job": job} if job else {})
    return _Newcomer(key, entry)


def _works_for(shared: Shared, key: str, organisation: str) -> bool:
    """Whether the register has the person at an organisation, now or at some time."""
    here = shared.people[key].organisation
    return organisation in ([here] if isinstance(here, str) else [one.id for one in here])


def _on_the_roll(
    tree: Folder, shared: Shared, files: CommunityFiles, who: str, start: date, invited_by: str
) -> list[Change]:
    """The change that puts a person on the roll; none where the person is on it."""
    theirs = lines_of(shared, files, who)
    if any(member.left is None for _, member in theirs):
        note(f"{who} is on the roll of {files.id} already")
        return []
    last = max((member.left for _, member in theirs if member.left is not None), default=None)
    if last is not None and start <= last:
        hint = f"Say --from with a later day; or, to undo it, take “left:” out of {roll_of(files.id)}."
        raise Stop(f"{who} is on the roll of {files.id} until {say_date(last)}", REFUSED, hint)
    line = {"who": who, "joined": start} | ({"invited_by": invited_by} if invited_by else {})
    return [spliced(tree, roll_of(files.id), lambda data: insert_item(data, (), line))]


def roll_of(community: str) -> str:
    """The path of a community's roll."""
    return f"communities/{community}/members.yaml"


def lines_of(shared: Shared, files: CommunityFiles, who: str) -> list[tuple[int, Member]]:
    """A person's lines on a roll, each with its place in the file."""
    names = files.company(shared.register)
    found = []
    for member in files.members:
        if names.find(member.who).id == who or member.who == who:
            place = files.files.origin(member).path[0]
            found.append((int(place), member))
    return found


def _address(tree: Folder, shared: Shared, who: str, typed: str) -> list[Change]:
    """The change that keeps an e-mail address, if any: one that is there already is left to whoever typed it."""
    if not typed:
        return []
    read = read_mailbox(typed)
    if read.value is None:
        raise Stop(f"--email: {read.problem}", hint=sentence(read.fix))
    address = read.value
    there = known_contacts(tree, shared).get(who)
    if there is not None and there.email and there.email.casefold() != address.casefold():
        raise Stop(f"{who} has another e-mail address already", REFUSED, "Change it in the private folder by hand.")
    if there is not None and there.email:
        return []
    return with_addresses(tree, shared, {who: address})


def _page(community: str, who: str) -> str:
    return f"{community}-welcome-{who}"


def leave(
    community: CommunityName = "",
    person: Annotated[str, typer.Argument(metavar="PERSON", help="An id, or a name.")] = "",
    on: On = "",
    programme: Everything = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Take a person off a community's roll: the line stays, with the last day on it, and roles end.

    It says what the person still holds. With --programme, name the person alone.

    Example: copkit leave systems-leadership jo.ng --on 2026-11-30
    """
    tree = workspace(root)
    shared = load_shared(tree)
    day = the_day(today, shared)
    last = day_of(on, "--on", day) if on else day
    if programme:
        typed, names = person or community, community_ids(tree)
    else:
        one, typed = community_and(tree, (community, person), "PERSON", "copkit leave")
        names = [one]
    if not typed:
        raise Stop("who leaves?", hint="Such as: copkit leave systems-leadership jo.ng")
    several = [load_community(tree, name) for name in names]
    who = _leaver(shared, several, typed)
    changes = [change for files in several for change in _off_the_roll(tree, shared, files, who, last)]
    if programme:
        changes += _out_of_the_programme(tree, shared, who, last)
    elif not lines_of(shared, several[0], who):
        raise Stop(f"{who} is not on the roll of {several[0].id}", REFUSED)
    written = write(tree, changes, dry_run=dry_run)
    say_written(written)
    if not changes:
        note(f"{who} has left already")
    for held in (line for files in several for line in still_held(shared, files, who, last, day)):
        note(held) if dry_run else tell(held)
    return OK


def _leaver(shared: Shared, several: list[CommunityFiles], typed: str) -> str:
    if len(several) == 1:
        return person_in(several[0], shared, typed, KNOWN)
    return registered(shared.register, typed)


def _off_the_roll(tree: Folder, shared: Shared, files: CommunityFiles, who: str, last: date) -> Iterator[Change]:
    """The changes that give a person's open lines and roles their last day."""
    still = [(place, member) for place, member in lines_of(shared, files, who) if member.left is None]
    for _, member in still:
        if member.joined is not None and member.joined > last:
            raise Stop(f"{who} joined {files.id} on {say_date(member.joined)}, after {say_date(last)}", REFUSED)
    if still:
        places = [place for place, _ in still]
        yield spliced(tree, roll_of(files.id), lambda data: set_left(data, places, last))
    roles = _open_roles(shared, files, who, last)
    if roles:
        yield spliced(tree, f"communities/{files.id}/community.yaml", lambda data: end_roles(data, roles, last))


def _open_roles(shared: Shared, files: CommunityFiles, who: str, last: date) -> list[int]:
    """The places, in the team's list, of the roles that a person would hold after a day."""
    names = files.company(shared.register)
    document = files.files.origin(files.about).document if files.files.knows(files.about) else None
    team = document.data.get("team") if document is not None and isinstance(document.data, dict) else None
    found = []
    for index, one in enumerate(team if isinstance(team, list) else []):
        typed, until = (one.get("who"), one.get("until")) if isinstance(one, dict) else (None, None)
        ended = bool(until) and str(until) <= last.isoformat()
        if isinstance(typed, str) and names.find(typed).id == who and not ended:
            found.append(index)
    return found


def _out_of_the_programme(tree: Folder, shared: Shared, who: str, last: date) -> list[Change]:
    if shared.people[who].left is not None:
        return []
    return [spliced(tree, shared.file_of(shared.people[who]), lambda data: set_key(data, (who, "left"), last))]


def still_held(shared: Shared, files: CommunityFiles, who: str, last: date, today: date) -> Iterator[str]:
    """What somebody who leaves still has to hand on, a sentence each."""
    from copkit.workspace.promises import actions

    names = files.company(shared.register)

    def theirs(typed: str) -> bool:
        return bool(typed) and names.find(typed).id == who

    if theirs(files.about.sponsor):
        yield f"{files.id}: still its sponsor (community.yaml)"
    for action in actions(files, shared.register, today):
        if action.is_open and action.owner.id == who:
            due = f", by {say_date(action.due)}" if action.due else ""
            yield f"{files.id}: action {action.id} is still open: {action.what}{due}"
    for key, group in files.groups.items():
        if group.finished is None and (theirs(group.lead) or any(map(theirs, group.members))):
            what = "leads" if theirs(group.lead) else "is in"
            yield f"{files.id}: {what} the group “{group.name or key}” (groups/{key}.yaml)"
    for key, one in files.initiatives.items():
        parts = [word for word, typed in (("owns", one.owner), ("sponsors", one.sponsor)) if theirs(typed)]
        parts += ["is named as a help with"] if any(map(theirs, one.people_who_can_help)) else []
        if parts:
            yield f"{files.id}: {' and '.join(parts)} “{one.name or key}” (initiatives/{key}.yaml)"
    for member in files.about.team:
        if not theirs(member.who) and (theirs(member.backup) or theirs(member.successor)):
            yield f"{files.id}: stands in for or follows the {member.role} (community.yaml)"
    for session in files.sessions:
        if session.date > last and stands(session, files) and (held := _in_session(session.plan, theirs)):
            yield f"{files.id}: {held} on {say_date(session.date)} ({path_of(session.path)})"


def path_of(path: str) -> str:
    """A path within its community's folder."""
    return "/".join(path.split("/")[2:])


def _in_session(plan: Plan, theirs: Callable[[str], bool]) -> str:
    """The roles that a person has in a plan."""
    roles = [role for role in fields(SessionTeam) if role != "table_hosts"]
    held = [role.replace("_2", " 2") for role in roles if theirs(getattr(plan.team, role))]
    held += ["table host"] if any(map(theirs, plan.team.table_hosts)) else []
    held += ["speaker"] if theirs(plan.briefing.speaker) else []
    return ", ".join(held)
