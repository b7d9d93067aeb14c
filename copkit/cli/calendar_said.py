"""What is said of calendars that were written: their files, what changed of what people hold, and what to do."""

import os
from collections.abc import Callable, Iterator, Sequence

from copkit.calendars.issued import when_and_where, window_start
from copkit.cli.calendar_files import Issuing, Older, calendar_name, own_file
from copkit.cli.delivering import Placed, build_folder
from copkit.cli.write import path_in
from copkit.dates import read_date, say_date
from copkit.documents.source import Audience
from copkit.models.issued import Issued
from copkit.workspace import Folder

Say = Callable[[str], None]
MOST = 9
"""So many changed entries are named one by one."""
_WORDS = "new words"
_OUTLOOK = (
    "Classic Outlook, and Outlook on a telephone, make a second entry of a changed file: ask people to delete the "
    "old one. Who subscribes to the calendar needs no file."
)


def say_community(
    tree: Folder, of: Issuing, done: Sequence[Placed], older: Older, audience: Audience, session: str, say: Say
) -> None:
    """The files of a community that were asked for, the entries that changed, and the files that were older."""
    at: dict[str, Placed] = {}
    for one in done:
        if one.made.home == build_folder(tree, of.community.id) and one.path is not None:
            at.setdefault(one.made.name, one)
    whole = calendar_name(of.community.id, audience)
    if session and (own := own_file(tree, of, of.issue.events, audience, session).name) in at:
        say_file(tree, at[own], say)
    if whole in at:
        say_file(tree, at[whole], say)
        say(f"      {_count(of)}{'' if at[whole].changed else '; nothing has changed'}")
    elif not of.issue.events:
        say(f"{of.community.id}: no session is planned, so there is no calendar.")
        say(f"“copkit schedule {of.community.id}” makes the year.")
    for line in _remarks(of):
        say(line)
    _say_news(tree, of, at, audience, say)
    _say_older(tree, older, say)


def say_file(tree: Folder, one: Placed, say: Say) -> None:
    """A file by its path; nothing of one that is on the screen."""
    if one.path is not None:
        say(f"{'wrote' if one.changed else 'unchanged:'} {path_in(tree, str(one.path))}")


def what_changed(before: Issued | None, now: Issued) -> str:
    """What is otherwise in an entry, in a few words."""
    if before is None:
        return "new"
    if before.status != now.status:
        return "cancelled" if now.status == "cancelled" else "takes place after all"
    if before.start[:10] != now.start[:10]:
        day = read_date(before.start[:10]).value
        return f"moved from {say_date(day)}" if day else "moved"
    if when_and_where(before) == when_and_where(now):
        return _WORDS
    return "another place" if (before.start, before.end) == (now.start, now.end) else "another time"


def _count(of: Issuing) -> str:
    """How many sessions a calendar holds, and from when on."""
    since = window_start(of.today)
    number = sum(event.day >= since for event in of.issue.events.values())
    return f"{number} session{'' if number == 1 else 's'}, from {say_date(since)} on"


def _remarks(of: Issuing) -> Iterator[str]:
    """Where the numbers came from, if not from their record; what to do with a calendar that nobody holds yet."""
    if of.issue.behind:
        many = len(of.issue.behind)
        sessions = f"{many} session{'' if many == 1 else 's'}"
        yield f"issued.yaml had lost numbers of {sessions}: they go on from the last calendar."
    elif of.issue.events and not of.community.issued:
        yield "Send it to members, or put it where they can subscribe to it. For an invitation:"
        yield f"“copkit calendar {of.community.id} next” writes the file of the next session."


def _say_news(tree: Folder, of: Issuing, at: dict[str, Placed], audience: Audience, say: Say) -> None:
    """Each entry that changed, with its file, and what to do with them; to the public's hand their number alone."""
    before, now = of.community.issued, of.issue.records
    files = [(own_file(tree, of, of.issue.events, "members", one).name, one) for one in of.news]
    said = [(file, what_changed(before.get(one), now[one])) for file, one in files]
    said.sort(key=lambda one: one[1] == _WORDS)
    if not said:
        return
    folder = path_in(tree, os.path.dirname(str(at[said[0][0]].path)))
    entries, them = ("1 entry is", "it") if len(said) == 1 else (f"{len(said)} entries are", "them")
    say(f"{entries} not as people hold {them}: send {them} from {folder}/")
    if audience == "members":
        for file, what in said[:MOST]:
            say(f"      {file}  {what}")
        if len(said) > MOST:
            say(f"      and {len(said) - MOST} more")
        say(_OUTLOOK)


def _say_older(tree: Folder, older: Older, say: Say) -> None:
    for path in older.removed:
        say(f"removed {path_in(tree, str(path))}: the entry as it was before")
    if older.left:
        paths = ", ".join(path_in(tree, str(one)) for one in older.left)
        say(f"Older than this: {paths}. Write it anew, or delete it.")
