"""The text of a new review: its ten questions, with the year's facts as remarks beside them and no answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from copkit.editing.scaffold import field, prose, schema_line, whole
from copkit.visible import visible

WIDTH = 98
MOST_HINTS = 12


class Draft(NamedTuple):
    """What a new review is made from.

    `questions` are the ten by field, `hints` lines of the notes to choose from by field, `promises` last year's.
    """

    label: str
    last: str
    counted_to: str
    facts: Sequence[str]
    questions: Mapping[str, str]
    hints: Mapping[str, Sequence[str]]
    promises: Sequence[str]
    schema: str = ""


def review_text(draft: Draft) -> str:
    """The YAML of a new review. Facts and lines of notes stand in remarks alone: the answers are for people."""
    lines = [
        *schema_line(draft.schema),
        *_remark(f"The half of the synthesis of {draft.label} that only people can write: ten short answers."),
        *_remark("What follows a # is there to choose from. copkit prints none of it as an answer."),
        *_remark(f"The year in figures, {draft.counted_to}:" if draft.facts else ""),
        *_listed(draft.facts),
    ]
    for number, (key, question) in enumerate(draft.questions.items(), 1):
        lines += ["", *_remark(f"{number} {question}")]
        lines += _hints(draft.hints.get(key, ()))
        lines += _answer(key, draft)
    lines += [
        "",
        *_remark("Those of the team who agreed it: ids, in brackets. Once it is final, write final: yes."),
        "agreed_by:",
        "final: no",
    ]
    return whole(lines)


def _answer(key: str, draft: Draft) -> list[str]:
    """The empty answer to a question, in the form in which it is to be filled."""
    if key == "promises":
        if not draft.promises:
            return [*_remark(f"No promises of {draft.last} are written down."), "promises:"]
        return ["promises:", *(line for one in draft.promises for line in _promise(one))]
    if key == "you_said_we_did":
        return [*_remark("For each: - said: what was asked for, did: what changed, since: the day."), f"{key}:"]
    if key == "next_year":
        keys = {
            "domain": "keep, or what it becomes",
            "rhythm": "keep, or what it becomes",
            "change": "what changes",
        }
        return [
            f"{key}:",
            *(field(name, "", said, 2) for name, said in keys.items()),
            field("promises", "", "a list, each line beginning with a hyphen", 2),
        ]
    return [
        field(key, "", "" if key in ("headline", "what_changed") else "a list, each line beginning with a hyphen")
    ]


def _promise(promise: str) -> Iterator[str]:
    yield f"  - promise: {prose(promise)}"
    yield field("outcome", "", "kept, partly or not", 4)
    yield field("why", "", "", 4)


def _hints(lines: Sequence[str]) -> Iterator[str]:
    """Lines to choose from, as far as there is room."""
    yield from _listed(lines[:MOST_HINTS])
    if len(lines) > MOST_HINTS:
        yield from _remark(f"… and {len(lines) - MOST_HINTS} more in the notes")


def _listed(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from _remark(line, "  ")


def _remark(text: str, indent: str = "") -> list[str]:
    """A text as comment lines. Whatever was typed, each of them begins with a # and holds no hidden character."""
    shown = " ".join(visible(part) for part in text.split())
    start = f"# {indent}"
    return wrap(shown, WIDTH, initial_indent=start, subsequent_indent=f"{start}  ", break_on_hyphens=False)
