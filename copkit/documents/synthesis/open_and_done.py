"""Page 6: what is still stuck and what goes well, what was decided and promised, and what groups do."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.saying import capital, few
from copkit.documents.synthesis import talk, themes
from copkit.documents.synthesis.measuring import known
from copkit.documents.synthesis.references import Ref, ref
from copkit.documents.synthesis.talk import Task
from copkit.workspace.promises import Action

say = lexicon.Words("synthesis.open_and_done")

MOST = 4
"""So many lines stand on each side."""


class Dated(NamedTuple):
    """A line of the notes, and when it was said."""

    text: str
    day: str


@dataclass(frozen=True)
class OpenAndDone:
    """The page. Its template says how many decisions and groups it leaves to the evidence."""

    stuck: tuple[Dated, ...]
    well: tuple[Dated, ...]
    themes: str
    decisions: tuple[Dated, ...]
    decisions_title: str
    authority: str
    promises: str
    unknown: str
    groups: tuple[Task, ...]
    groups_said: str
    of_themes: Ref
    of_decisions: Ref
    of_actions: Ref


def build(annual: Annual) -> OpenAndDone:
    """What was heard, and what is done about it."""
    heard, work = themes.build(annual), talk.build(annual)
    stuck = _stuck(heard)
    well = _well(heard)
    even = min(MOST, max(len(stuck), len(well)))
    decisions = tuple(Dated(text, day) for text, day in work.decisions)
    return OpenAndDone(
        stuck=stuck[:even],
        well=well[:even],
        themes=f"{heard.themes_title}." if heard.themes else "",
        decisions=decisions,
        decisions_title=capital(say.plural("decisions", len(decisions), number=few(len(decisions)))),
        authority=_authority(annual),
        promises=" ".join(_promises(annual)),
        unknown=work.unknown,
        groups=work.groups,
        groups_said=capital(say.plural("groups", len(work.groups), number=few(len(work.groups))))
        if work.groups
        else "",
        of_themes=Ref("themes", say("themes")),
        of_decisions=ref("W2"),
        of_actions=ref("W1"),
    )


def _stuck(heard: themes.WhatWeHeard) -> tuple[Dated, ...]:
    """What the team says is stuck, then questions without an answer, then the latest challenges."""
    team = [Dated(text, "") for text in heard.still_stuck]
    asked = [Dated(one.text, say("asked", day=one.since)) for one in heard.questions]
    outside = [Dated(text, day) for text, day in heard.outside]
    found: dict[str, Dated] = {}
    for one in (*team, *asked, *outside, *_latest(heard, "challenge")):
        found.setdefault(one.text.casefold().rstrip(".?! "), one)
    return tuple(found.values())


def _well(heard: themes.WhatWeHeard) -> tuple[Dated, ...]:
    return _latest(heard, "success")


def _latest(heard: themes.WhatWeHeard, kind: str) -> tuple[Dated, ...]:
    title = lexicon.table("synthesis.themes.kinds")[kind]
    lines = next((one.lines for one in heard.kinds if one.title == title), ())
    return tuple(Dated(text, days) for text, days, _ in reversed(lines))


def _authority(annual: Annual) -> str:
    """How often somebody who can say yes was in the room."""
    with_yes = known(annual.figure("W2", "with authority in the room"))
    if with_yes is None or not with_yes.denominator:
        return ""
    return say("authority", fraction=with_yes.fraction)


def _promises(annual: Annual) -> list[str]:
    """Both halves of what was promised: done, and done by the date first given."""
    opened, due, early, asks = (
        known(annual.figure(code, label))
        for code, label in (("W1", "opened"), ("W1", ""), ("W1", "on time"), ("W3", ""))
    )
    found = []
    if opened is not None and opened.numerator:
        found.append(capital(say.plural("taken_on", opened.numerator, number=few(int(opened.numerator)))))
    if due is not None and due.denominator:
        found.append(say("done", fraction=due.fraction))
        if early is not None and early.denominator:
            found.append(say("on_time", fraction=early.fraction))
    found += _still_open(annual)
    if asks is not None and asks.denominator:
        found.append(say("asks", fraction=asks.fraction))
    return found


def _still_open(annual: Annual) -> list[str]:
    left: list[Action] = [one for one in talk.actions(annual) if one.closed is None and one.day <= annual.facts.day]
    late = sum(one.status == "overdue" for one in left)
    if not left:
        return []
    said = say.plural("open", len(left), number=few(len(left)))
    return [
        capital(f"{said} {say.plural('late', late, number=few(late))}" if late else f"{said} {say('none_late')}")
    ]
