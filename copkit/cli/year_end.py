"""What became of a year's plans: what is gone, what is kept and why, what was written, and what comes next."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from copkit.cli.own_plans import ISSUED
from copkit.cli.show import say, tell
from copkit.cli.year import Years
from copkit.dates import month_name, programme_year, say_date, say_short
from copkit.editing.store import Change
from copkit.schedule.beside import BY_HAND
from copkit.schedule.rhythm import Period, plan_year
from copkit.schedule.rows import Row
from copkit.schedule.year import CommunityYear
from copkit.workspace import CommunityFiles

_WHY = {
    "issued": "people hold it",
    BY_HAND: "planned by hand",
    "changed": "somebody changed it",
    "notes": "it has notes",
    ISSUED: ISSUED,
}
_COMMANDS = 2
"""So many commands are printed whole; of the rest the days."""


def say_end(years: Years, changes: Sequence[Change], today: date, *, dry_run: bool) -> None:
    """What is gone and what is kept, what was written or would be, and what comes next."""
    for _, made in years.made:
        if made.gone:
            tell(f"Gone: {', '.join(say_date(one.date) for one in made.gone)}.")
        _say_kept(made)
    tell(f"Bank holidays: {years.source}.", "dim")
    if not changes:
        say(_nothing(years, "nothing would be written" if dry_run else "nothing was written"))
        return
    of: dict[Path, list[Change]] = {}
    for one in changes:
        of.setdefault(one.path.parent, []).append(one)
    for folder, told in of.items():
        tell(f"{_wrote(told, dry_run=dry_run)} in {'/'.join(folder.parts[-3:])}/")
    past = [row for _, made in years.made for row in made.rows if row.state == "new" and row.day < today]
    if past:
        tell(f"{len(past)} of them for days that are past: take away the plans of what was never held.")
    if not dry_run:
        _say_next(years)


def _say_next(years: Years) -> None:
    tell("Next: “copkit calendar” for the files, “copkit check” for what is missing.")
    if label := _next_year(years):
        tell(f"      “copkit schedule {label}” for the whole year that follows.")
        tell("      Did it meet before? Set started: in community.yaml to its first day, and run this again.")


def _wrote(changes: Sequence[Change], *, dry_run: bool) -> str:
    made, gone = sum(one.new is not None for one in changes), sum(one.new is None for one in changes)
    parts = [f"{'write' if dry_run else 'wrote'} {_plans(made)}"] if made else []
    parts += [f"{'take' if dry_run else 'took'} away {_plans(gone)}"] if gone else []
    said = " and ".join(parts)
    return f"Would {said}" if dry_run else f"{said[0].upper()}{said[1:]}"


def _plans(number: int) -> str:
    return f"{number} plan{'' if number == 1 else 's'}"


def _say_kept(made: CommunityYear) -> None:
    """Each coming session that is kept off the rhythm, by reason, and what would make it follow."""
    kept = [row for row in made.rows if row.kept]
    for word in dict.fromkeys(row.kept for row in kept):
        days = ", ".join(say_short(row.day) for row in kept if row.kept == word)
        tell(f"Kept off the rhythm, {_why(word)}: {days}")
    follow = [(row, words) for row in kept if (words := _following(made, row))]
    for _, words in follow[:_COMMANDS]:
        say(f'  copkit {words} --because "…"', "cyan")
    if more := [say_short(row.day) for row, _ in follow[_COMMANDS:]]:
        tell(f"  and so for {', '.join(more)}")


def _why(word: str) -> str:
    return _WHY.get(word) or f"{word.replace('_', ' ')} changed"


def _following(made: CommunityYear, row: Row) -> str:
    """What to type so that a session does as the rhythm says; nothing where its plan alone can say it."""
    meant = row.meant
    if meant is None:
        return "" if row.kept == BY_HAND else f"cancel {made.community} {row.session}"
    if (meant.date, meant.start) == (row.day, row.start):
        return ""
    start = f" --start {meant.start}" if meant.start != row.start else ""
    return f"move {made.community} {row.session} {meant.date}{start}"


def _nothing(years: Years, end: str) -> str:
    if any(made.rows for _, made in years.made):
        return f"Every session has its plan; {end}."
    return f"{end.capitalize()}."


def _next_year(years: Years) -> str:
    """The year after one of which meetings were left out, since the community started in its course."""
    late = [made for one, made in years.made if made.label and one.about.closed is None and _began_in(one, made)]
    return min((f"{made.community} {_after(made.period)}" for made in late), default="")


def _began_in(one: CommunityFiles, made: CommunityYear) -> bool:
    started = one.about.started
    return started is not None and any(
        made.period.start <= meeting.date < started for meeting in plan_year(one.about.rhythm, made.period).meetings
    )


def _after(period: Period) -> str:
    follows = period.end + timedelta(days=1)
    return programme_year(follows, month_name(follows.month).casefold()).label
