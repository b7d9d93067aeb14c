"""The line of notes that a record starts from, and what it gives: words, people, themes, a session."""

from datetime import date
from typing import NamedTuple

from copkit.capture.keywords import by_word
from copkit.models.base import SESSION_PATTERN
from copkit.patterns import when_used
from copkit.people.company import Company
from copkit.visible import visible
from copkit.workspace import CommunityFiles
from copkit.workspace.entries import Said, said

LONGEST_NAME = 80
"""Characters: a longer name is cut at a word, where the words stand in full beside it."""

_ID = when_used(rf"(?P<session>{SESSION_PATTERN})/(?:(?P<keyword>[A-Za-z]+)/)?(?P<number>[1-9][0-9]{{0,4}})")
_LAST_THEMES = when_used(r"(?:\s+#[^\W\d_][\w-]*)+\s*$")
_MARK = when_used(r"(?<![\w&/#])#(?=[^\W\d_])")


class LineId(NamedTuple):
    """The id of a line of notes, taken apart: `2026-06-09/idea/1`, or `2026-06-09/1` for an action."""

    session: str
    kind: str
    number: int

    @property
    def text(self) -> str:
        """The id as records write it."""
        middle = "" if self.kind == "action" else f"{self.kind}/"
        return f"{self.session}/{middle}{self.number}"


def read_id(text: str) -> LineId | None:
    """The id in a text, in its longer or shorter form; None where it is none."""
    match = _ID.fullmatch(text.strip())
    word = (match["keyword"] or "action").lower() if match else ""
    kind = by_word().get(word, "note" if word in ("note", "notes") else "")
    return LineId(match["session"], kind, int(match["number"])) if match and kind else None


class Origin(NamedTuple):
    """What a line gives to a record that starts from it; everything is empty where there is no line.

    `person` is the id of the one person whom it names, `people` of all of them, `strangers` are names that the
    register does not have. `words` are as they were typed.
    """

    id: str = ""
    kind: str = ""
    session: str = ""
    day: date | None = None
    words: str = ""
    person: str = ""
    people: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    link: str = ""


def lines_of(community: CommunityFiles, names: Company, session: str) -> tuple[Said, ...]:
    """The lines of a session's notes; none where there is no such session."""
    found = community.session(session)
    return said(community, found, names) if found is not None else ()


def origin_of(line: Said) -> Origin:
    """What a line gives to a record."""
    known = tuple(dict.fromkeys(named.id for named in line.people if named.id))
    links = [part for part in line.entry.parts[1:] if part.startswith(("https://", "http://"))]
    return Origin(
        line.id,
        line.kind,
        line.session,
        line.day,
        visible(line.what, lines=True),
        known[0] if len(line.people) == 1 and known else "",
        known,
        tuple(visible(" ".join(named.typed.split())) for named in line.people if not named.id and named.typed),
        line.entry.themes,
        visible(links[0]) if links else "",
    )


def name_from(words: str, longest: int = 0) -> str:
    """A name made of a line's words: on one line, with a capital, without the marks of its themes.

    With `longest` it is cut at a word and ends in an ellipsis.
    """
    line = " ".join(_MARK.sub("", _LAST_THEMES.sub("", " ".join(words.split()))).split())
    if line.partition(" ")[0].islower():
        line = line[:1].upper() + line[1:]
    if not longest or len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
