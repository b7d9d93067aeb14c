"""The text of a session's notes before anybody has typed: who might be there, and nobody ticked."""

from collections.abc import Iterable, Iterator, Sequence

from copkit.dates import say_day
from copkit.editing.scaffold import field, schema_line, value, whole
from copkit.workspace import Session

_WIDTH = 88


def notes_text(session: Session, members: Sequence[str], schema: str = "") -> str:
    """The YAML of new notes. `members` are ids to copy from, in a comment: attendance is never filled in ahead.

    `schema` is where an editor finds the schema, as seen from the folder of the notes.
    """
    lines = [
        *schema_line(schema),
        f"# {say_day(session.date)}. Who came? Copy from here to “present”, or let “copkit attend” do it.",
        *_comment(members),
        field("present", "[]"),
        field("apologies", "[]"),
        field("others", "0", "people who came but are not members yet"),
        "capture: |",
    ]
    return whole(lines)


def _comment(members: Iterable[str]) -> Iterator[str]:
    """The ids with commas between them, in lines that fit a screen."""
    line = ""
    for member in members:
        longer = f"{line}, {value(member)}" if line else value(member)
        if line and len(longer) > _WIDTH:
            yield f"#   {line},"
            longer = value(member)
        line = longer
    if line:
        yield f"#   {line}"
