"""The text of new files and new lines: block style, prose in quotes, a comment where there is something to know."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

ROLES = ("convenor", "facilitator", "moderator", "curator", "tech")
"""The roles that a plan names one by one, in its order. The last is left out unless it is filled."""

_COMMENT_COLUMN = 32
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{0,8}|0")
_NOT_TEXT_ELSEWHERE = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])


def quoted(text: str) -> str:
    """A text in double quotes, as every YAML reader takes it."""
    return json.dumps(text, ensure_ascii=False)


def value(text: str) -> str:
    """A word, an id, a date or a whole number as it is; anything else in double quotes; nothing for nothing."""
    if not text or (_PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT_ELSEWHERE):
        return text
    return quoted(text)


def prose(text: str) -> str:
    """A sentence or a name: always in quotes, nothing for nothing."""
    return quoted(text) if text else ""


def field(key: str, written: str = "", comment: str = "", indent: int = 0) -> str:
    """One `key: value` line, its comment in a column of its own; without a value it is a gap to fill."""
    line = f"{' ' * indent}{key}:{' ' if written else ''}{written}"
    return f"{line:<{_COMMENT_COLUMN - 1}} # {comment}" if comment else line


def schema_line(schema: str) -> list[str]:
    """The line that tells an editor where a file's schema is."""
    return [f"# yaml-language-server: $schema={schema}"] if schema else []


def whole(lines: Iterable[str]) -> str:
    """Lines as the text of a file."""
    return "".join(f"{line}\n" for line in lines)


def plan_text(
    *,
    number: int,
    day: date,
    start: str,
    place: str,
    minutes: int | None = None,
    theme: str = "",
    venue: str = "",
    link: str = "",
    briefing_minutes: int = 20,
    team: Mapping[str, str] = {},
    schema: str = "",
) -> str:
    """The YAML of a new plan. What is still to be agreed stands as a key with no value and when to fill it.

    `start` is a clock time such as `10:00`; `minutes` is left out where the rhythm's length for `place` is meant;
    `team` names people by role; `schema` is where an editor finds the schema, as seen from the plan's folder.
    """
    lines = [
        *schema_line(schema),
        "# Fill the gaps. A date, a place and a theme are enough to print an agenda.",
        field("number", str(number)),
        field("date", day.isoformat()),
        field("start", quoted(start)),
        *([field("minutes", str(minutes))] if minutes is not None else []),
        field("place", place),
        *_where(place, venue, link),
        field("theme", prose(theme), "" if theme else "six weeks before"),
        field("question", "", "the one question of the session, four weeks before"),
        "briefing:",
        field("speaker", "", "a senior leader: ask six weeks before", 2),
        field("title", "", "", 2),
        field("minutes", str(briefing_minutes), "", 2),
        field("confirmed", "", "the day when the speaker said yes, two weeks before", 2),
        "team:",
        *_team(team),
        field("agenda", f"{place}-standard", "or a list of items of your own"),
        field("invited", "", "the day when the invitation went out, four weeks before"),
        *(_VENUE_CHECKS if place != "online" else []),
    ]
    return whole(lines)


def _where(place: str, venue: str, link: str) -> Iterator[str]:
    if place != "online":
        yield field("venue", prose(venue), "" if venue else "left empty: the community's usual venue")
    if place != "in-person":
        yield field("link", prose(link), "" if link else "left empty: the community's usual link")


def _team(team: Mapping[str, str]) -> Iterator[str]:
    for role in ROLES:
        if who := team.get(role, ""):
            yield field(role, value(who), "", 2)
        elif role != "tech":
            yield field(role, "", "name somebody four weeks before", 2)


_VENUE_CHECKS = (
    field("venue_checks", "", "yes or no, three weeks before"),
    *(field(key, "", "", 2) for key in ("step_free", "hearing_loop", "accessible_toilet", "quiet_room")),
    field("directions_sent", "", "the day", 2),
)
