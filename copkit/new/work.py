"""A new initiative, group or story: what the line of notes says stands in it, and a gap for what it does not.

Nothing is made up: what nobody has said stands as a key without a value and a plain remark.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, get_args

from copkit.editing.origin import Origin
from copkit.models.initiative import InitiativeStage
from copkit.models.story import Cycle
from copkit.new.texts import Home, new_file


class Begun(NamedTuple):
    """A record that starts: its file and name, the line behind it, the day, and who carries it."""

    path: str
    name: str
    origin: Origin
    today: date
    who: str = ""


class _Known(NamedTuple):
    """What the templates of the three have in common. `stranger` is a name that the register does not have."""

    name: str
    line: str
    session: str
    words: str
    day: date
    today: date
    who: str
    stranger: str
    others: tuple[str, ...]
    themes: tuple[str, ...]
    stages: str = ", ".join(get_args(InitiativeStage))
    organisations: tuple[str, ...] = ()
    finish_by: date | None = None
    question: str = ""
    steps: "tuple[_Step, ...]" = ()


class _Step(NamedTuple):
    """A step of a story, and the question that leads to it."""

    key: str
    question: str


def initiative_file(home: Home, begun: Begun, organisations: Sequence[str] = ()) -> bytes:
    """The file of a new initiative, with each organisation that could use it as `not-yet`."""
    known = _known(begun)._replace(organisations=tuple(organisations))
    return new_file(home, begun.path, "initiative.yaml.j2", known)


def group_file(home: Home, begun: Begun, finish_by: date | None, question: str = "") -> bytes:
    """The file of a new group: task-and-finish where it has a day to finish by, else an interest group."""
    known = _known(begun)._replace(finish_by=finish_by, question=question)
    return new_file(home, begun.path, "group.yaml.j2", known)


def story_file(home: Home, begun: Begun, prompts: Sequence[str]) -> bytes:
    """The file of a new story: each step a gap with its question, and consent to be asked for."""
    steps = (_Step(key, question) for key, question in zip(get_args(Cycle), prompts, strict=True))
    known = _known(begun)._replace(steps=tuple(steps))
    return new_file(home, begun.path, "story.yaml.j2", known)


def _known(begun: Begun) -> _Known:
    origin = begun.origin
    return _Known(
        begun.name,
        origin.id,
        origin.session,
        origin.words,
        origin.day or begun.today,
        begun.today,
        begun.who,
        origin.strangers[0] if origin.strangers and not origin.people else "",
        tuple(one for one in origin.people if one != begun.who),
        origin.themes,
    )
