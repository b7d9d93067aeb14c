"""The text of an initiative, a group or a story that starts: what is known, and a gap for what is not.

Nothing is made up: what the line of notes does not say stands as a key without a value and a plain remark.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, get_args

from copkit.editing.emit import emit, flow
from copkit.editing.origin import Origin
from copkit.editing.scaffold import field, prose, schema_line, value, whole
from copkit.models.initiative import InitiativeStage
from copkit.models.story import Cycle

STAGES = ", ".join(get_args(InitiativeStage))


class Begun(NamedTuple):
    """A record that starts: its name, the line behind it, the day, who carries it, and the schema of its file."""

    name: str
    origin: Origin
    today: date
    who: str = ""
    schema: str = ""


def initiative_text(begun: Begun, organisations: Sequence[str] = ()) -> str:
    """The YAML of a new initiative, with each organisation that could use it as `not-yet`."""
    origin = begun.origin
    lines = [
        *schema_line(begun.schema),
        "# Fill the gaps as they become known.",
        field("name", prose(begun.name)),
        *_words("summary", origin.words, "what it is, in one sentence"),
        field("problem", "", "the problem that it answers"),
        field("people", "", "the person whom it helps"),
        *_where_from("surfaced", origin),
        field("stage", "spotted", STAGES),
        "stages:",
        field("- date", (origin.day or begun.today).isoformat(), "", 2),
        field("stage", "spotted", "", 4),
        field("route", "", "showcase (already works), create or adapt"),
        *_who("owner", begun, "who carries it"),
        field("sponsor", "", "who opens doors for it, before it is promising"),
        field("board", "", "the board that it reports to, before it is promising"),
        *_adoption(organisations),
        *_tags(origin),
    ]
    return whole(lines)


def group_text(begun: Begun, finish_by: date | None, question: str = "") -> str:
    """The YAML of a new group: task-and-finish where it has a day to finish by, else an interest group."""
    origin = begun.origin
    others = [one for one in origin.people if one != begun.who]
    lines = [
        *schema_line(begun.schema),
        *_as_typed(begun),
        field("name", prose(begun.name)),
        field("kind", "task-and-finish" if finish_by else "interest"),
        *_where_from("from", origin),
        field("relation", "because-of" if origin.id else "", "because-of or alongside the community"),
        *_words("question", question, "its one question"),
        *_who("lead", begun, "who calls it together"),
        field("members", flow(others) if others else "", "ids, in brackets, with commas between"),
        field("starts", begun.today.isoformat(), "the day on which it was set up"),
        *([field("finish_by", finish_by.isoformat())] if finish_by else []),
        field("reports", "", "what it tells each session: date, said, asks"),
    ]
    return whole(lines)


def story_text(begun: Begun, prompts: Iterable[str]) -> str:
    """The YAML of a new story: each step a gap with its question, and consent to be asked for."""
    origin = begun.origin
    lines = [
        *schema_line(begun.schema),
        *_as_typed(begun),
        field("title", prose(begun.name)),
        "teller:",
        *_who("who", begun, "who tells it", 2),
        field("show", "nothing", "name, role or nothing: as the teller says", 2),
        field("date", (origin.day or begun.today).isoformat()),
        field("consent", "", "ask the teller; then write the day on which they agreed"),
        field("cycles", "", "a sentence for each step that can be told, and no others"),
        *(field(step, "", question, 2) for step, question in zip(get_args(Cycle), prompts, strict=True)),
        field("evidence", "", "the initiatives behind it, such as [shared-form]"),
        field("sessions", flow([origin.session]) if origin.session else "", "where it began"),
        field("because_of", flow([origin.id]) if origin.id else "", "the lines of notes behind it"),
        *_tags(origin),
        field("publish", "", "yes or no, once there is consent"),
    ]
    return whole(lines)


def _words(key: str, words: str, gap: str) -> list[str]:
    """Words as they were typed; in a block where they have several lines."""
    if "\n" in words:
        return emit({key: words}).removesuffix("\n").split("\n")
    return [field(key, prose(words), "" if words else gap)]


def _as_typed(begun: Begun) -> Iterator[str]:
    """The line's words as a remark, where the name differs from them: nothing typed is lost."""
    if begun.origin.words and begun.origin.words != begun.name:
        yield f"# In the notes ({begun.origin.id}):"
        yield from (f"#   {line}".rstrip() for line in begun.origin.words.split("\n"))


def _where_from(key: str, origin: Origin) -> Iterator[str]:
    if origin.id:
        yield field(key, origin.session)
        yield field("because_of", origin.id)
    else:
        yield field(key, "", "the session that asked for it, if one did")


def _who(key: str, begun: Begun, gap: str, indent: int = 0) -> Iterator[str]:
    strangers = begun.origin.strangers
    if begun.who:
        yield field(key, value(begun.who), "", indent)
    elif strangers and not begun.origin.people:
        yield field(key, "", f"“{strangers[0]}” is not in people.yaml yet", indent)
    else:
        yield field(key, "", gap, indent)


def _adoption(organisations: Sequence[str]) -> Iterator[str]:
    yield field("adoption", "", "every organisation that could use it; not-applicable for one that cannot")
    for key in organisations:
        yield f"  {emit({key: None}).rstrip()} {flow({'status': 'not-yet'})}"


def _tags(origin: Origin) -> Iterator[str]:
    yield field(
        "tags", flow(list(origin.themes)) if origin.themes else "", "" if origin.themes else "words to find it by"
    )
