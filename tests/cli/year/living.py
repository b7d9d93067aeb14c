"""A programme lived day by day: every line that is typed was printed before, and gaps are filled by hand."""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from icalendar import Calendar

from copkit.cli.registry import COMMANDS, command_of
from tests.shell import Ran, copkit, within

HINT = re.compile(r"(?:“|`|^\s*(?:Next: +)?)(copkit [^”`]+?)(?:”|`|  |$)", re.MULTILINE)
LISTED = re.compile(r"^  ([a-z]+)  +[A-Z]", re.MULTILINE)
GROUPS = ("notes", "new", "print", "import", "privacy", "list", "show", "initiative", "review")
BY_THE_READER = re.compile(r"\[?\b[A-Z]{2,}\b\]?(?!-)")


Entry = tuple[int, str, str]
"""What a diary has of a session: the sequence, when it starts, and whether it takes place."""


def hints(said: str) -> Iterator[str]:
    """The lines to type that a text holds: in quotes, also broken over two lines, or at the start of a line."""
    joined = re.sub(r"(“copkit [^”]*?)\s+(?=[^”]*”)", r"\1 ", said)
    for found in HINT.findall(joined):
        yield " ".join(found.split()[1:])


def head_of(line: str) -> str:
    """The command of a line: one word, or two where a command has commands of its own."""
    words = line.split()
    return " ".join(words[: 2 if words[0] in GROUPS and len(words) > 1 else 1])


class Programme(NamedTuple):
    """Who starts, and how the year is to be; `fields` are typed into community.yaml."""

    init: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    community: str
    organisation: str
    people: tuple[str, ...]
    begins: date
    ends: date
    label: str
    meetings: int
    days: frozenset[int]
    hours: frozenset[str]


class Life:
    """A workspace, the day that it is, and every line that copkit has told so far."""

    def __init__(self, root: Path, begins: date, community: str, crew: list[str], label: str) -> None:
        self.root, self.day, self.community, self.crew, self.label = root, begins, community, crew, label
        self.home = root / "communities" / community
        self.told: dict[str, None] = {}
        self.typed: list[str] = []
        self.diary: dict[str, Entry] = {}
        self._count = count()
        self._to_come: list[tuple[date, int, Callable[[], None]]] = []

    def plans(self) -> list[Path]:
        """The plans of the sessions, the first one first."""
        return sorted(path for path in (self.home / "sessions").glob("*.yaml") if ".notes" not in path.name)

    def heard(self, said: str) -> None:
        """Keep what a text tells to type."""
        for line in (*hints(said), *LISTED.findall(said)):
            self.told.pop(line, None)  # the newest is last
            self.told[line] = None

    def type(self, line: str, *codes: int) -> Ran:
        """Type a line whose command was told, on the day that it is, as somebody does who read what was printed."""
        head = head_of(line)
        assert any(f"{told} ".startswith((f"{head} ", f"{head.split()[0]} ")) for told in self.told), (
            f"nothing that was printed names “copkit {head}”"
        )
        words = shlex.split(line)
        ran = copkit(*words, *(("--today", self.day.isoformat()) if takes_today(words) else ()))
        assert ran.code in (codes or (0,)), f"{self.day}: copkit {line}\n{ran.code}\n{ran.out}\n{ran.err}"
        self.typed.append(line)
        self.heard(f"{ran.out}\n{ran.err}")
        return ran

    def follow(self, begins: str, *codes: int, **words: str) -> Ran:
        """Type the newest line that was printed and begins so, with one's own words where it has capitals."""
        line = next((one for one in reversed(self.told) if f"{one} ".startswith(f"{begins} ")), "")
        assert line, f"{self.day}: nothing printed says “copkit {begins}”"
        return self.type(BY_THE_READER.sub(lambda found: words.get(found[0].strip("[]").lower(), ""), line), *codes)

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        """Fill gaps of a file: each line that begins so gets a value, its remark left behind."""
        path = self.home / name
        text = path.read_text(encoding="utf-8")
        for start, value in changes:
            text, count = re.subn(rf"(?m)^( *{re.escape(start)}).*$", rf"\g<1> {value}".rstrip(), text, count=1)
            assert count == 1, f"{name} has no line “{start}”"
        path.write_text(text, encoding="utf-8")

    def issue(self, begins: str) -> None:
        """Write calendars as was told, and let a member open each file that is then to be sent."""
        said = self.follow(begins, 0, 1).out
        for name in re.findall(r"^ +(\d\S+\.ics)", said, re.MULTILINE):
            self.open(name)

    def open(self, name: str) -> None:
        """A member opens a calendar file: an entry that is not newer than the one in the diary is passed over."""
        for key, entry in self.entries(name).items():
            if key not in self.diary or self.diary[key][0] < entry[0]:
                self.diary[key] = entry

    def entries(self, name: str) -> dict[str, Entry]:
        """What a calendar file says, by the id of the entry."""
        events = Calendar.from_ical((self.root / "build" / self.community / name).read_bytes()).walk("VEVENT")
        return {
            str(one["UID"]): (one["SEQUENCE"], f"{one['DTSTART'].dt:%Y-%m-%dT%H:%M}", str(one["STATUS"]).casefold())
            for one in events
        }

    def json(self, line: str) -> Any:
        """What a command tells programs."""
        return json.loads(self.type(f"{line} --json", 0, 1).out)

    def asked(self, session: str = "") -> set[str]:
        """What `next` asks for now, of a session or of all."""
        (found,) = self.json(f"next {self.community}")["communities"]
        return {task["what"] for task in found["tasks"] if session in ("", task["session"])}

    def of_the_year(self) -> dict[str, str]:
        """What `next` asks of the year now, and how it is done."""
        (found,) = self.json(f"next {self.community}")["communities"]
        self.type(f"next {self.community} --all")
        return dict(zip(found["year"], found["year_how"], strict=True))

    def errors(self) -> list[str]:
        """What `check` finds wrong."""
        found = self.json("check")["findings"]
        return [f"{one['code']} {one['path']}: {one['message']}" for one in found if one["severity"] == "error"]

    def later(self, day: date, what: Callable[..., None], *about: object) -> None:
        """Do something on a day to come; today if it is past."""
        self._to_come.append((max(day, self.day), next(self._count), partial(what, self, *about)))

    def live(self, last: date) -> None:
        """Do all of it up to a day, each on its own."""
        while self._to_come and min(one[0] for one in self._to_come) <= last:
            day, number, what = min(self._to_come, key=lambda one: one[:2])
            self._to_come.remove((day, number, what))
            self.wait(day)
            what()
        self.wait(last)

    def wait(self, day: date) -> None:
        """Let days go by; at each month's end everything is to be right."""
        while self.day < day:
            self.day += timedelta(days=1)
            if (self.day + timedelta(days=1)).day == 1:
                wrong = self.errors()
                assert not wrong, f"{self.day}: {wrong}"


def takes_today(words: list[str]) -> bool:
    """Whether a command may be told what day it is."""
    command = command_of(words[0]) if words[0] in COMMANDS else None
    for word in words[1:]:
        command = within(command).get(word, command)
    return any("--today" in option.opts for option in getattr(command, "params", ()))
