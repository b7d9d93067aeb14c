"""Section 3: what was said in the sessions, how often, and what is still open."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_short, short_month
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reading
from copkit.documents.saying import capital, few, times
from copkit.documents.spoken import sentence
from copkit.documents.synthesis.attendance import MOST_COLUMNS, Row
from copkit.documents.synthesis.our_year import is_listed
from copkit.models.review import Review
from copkit.patterns import when_used
from copkit.workspace import fold
from copkit.workspace.entries import Said

say = lexicon.Words("synthesis.themes")

_TAGS_AT_END = when_used(r"(\s+#[\w-]+)+\s*$")
_TAG = when_used(r"(?<!\w)#([a-zA-Z][\w-]*)")


class Heard(NamedTuple):
    """Something that was said, and when."""

    text: str
    days: str
    times: int


class Kind(NamedTuple):
    """What was said of one kind."""

    title: str
    lines: tuple[Heard, ...]
    total: int


class Open(NamedTuple):
    """A question or challenge that waits for an answer."""

    text: str
    since: str


@dataclass(frozen=True)
class WhatWeHeard:
    """Section 3. `held` counts the lines that are kept for members."""

    kinds: tuple[Kind, ...]
    columns: tuple[str, ...]
    themes: tuple[Row, ...]
    themes_title: str
    subtitle: str
    questions: tuple[Open, ...]
    outside: tuple[Open, ...]
    still_stuck: tuple[str, ...]
    held: int
    no_notes: tuple[str, ...]


def build(annual: Annual) -> WhatWeHeard:
    """What the notes say, for this audience."""
    every = [line for line in annual.facts.said(*say.table("kinds")) if line.what]
    lines = [line for line in every if annual.readable(line)]
    columns, themes = _themes(annual)
    review = annual.review or Review()
    outside = [one for one in lines if one.kind == "challenge" and one.detail.casefold() == "outside"]
    return WhatWeHeard(
        kinds=tuple(
            _kind(annual, title, [one for one in lines if one.kind == kind])
            for kind, title in say.table("kinds").items()
        ),
        columns=columns,
        themes=themes,
        themes_title=_title(themes),
        subtitle=_subtitle(annual),
        questions=_questions(annual),
        outside=tuple(Open(said(annual, one.what), say_short(one.day)) for one in outside),
        still_stuck=Reading().each(review.still_stuck),
        held=len(every) - len(lines),
        no_notes=tuple(
            say_short(one.date) for one in annual.facts.held if one.notes is None and is_listed(annual, one)
        ),
    )


def said(annual: Annual, typed: str) -> str:
    """A line as a sentence: themes at its end are left away, those within it stand as words."""
    clean = _TAGS_AT_END.sub("", annual.text(typed))
    return sentence(_TAG.sub(lambda found: found[1].replace("-", " "), clean))


def _kind(annual: Annual, title: str, lines: list[Said]) -> Kind:
    """Lines of a kind, those raised most often first, then in order of their days."""
    raised: dict[str, list[Said]] = {}
    for line in lines:
        raised.setdefault(fold(line.what).strip(" ."), []).append(line)
    ordered = sorted(raised.values(), key=lambda each: (-len(each), each[0].day))
    days = (lexicon.listed(dict.fromkeys(say_short(one.day) for one in each)) for each in ordered)
    heard = zip(ordered, days, strict=True)
    found = tuple(Heard(said(annual, each[0].what), when, len(each)) for each, when in heard)
    return Kind(title, found, len(lines))


def _themes(annual: Annual) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """How many lines of each session carry a theme; month by month where there are many sessions."""
    sessions = [one for one in annual.facts.held if one.notes is not None and is_listed(annual, one)]
    many = len(sessions) > MOST_COLUMNS
    keys = {one.id: short_month(one.date.month) if many else say_short(one.date) for one in sessions}
    counts: dict[str, Counter[str]] = {}
    for line in annual.facts.lines:
        if line.session in keys and line.day in annual.period and annual.readable(line):
            for theme in dict.fromkeys(line.entry.themes):
                counts.setdefault(theme, Counter())[keys[line.session]] += 1
    columns = tuple(dict.fromkeys(keys.values()))
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    rows = (
        Row(words, tuple(each[column] for column in columns), each.total())
        for theme, each in ordered
        if (words := annual.text(theme_words(theme)))
    )
    return columns, tuple(rows)


def theme_words(theme: str) -> str:
    """A theme as words: `home-first` is Home first."""
    return capital(theme.replace("-", " "))


def _title(themes: tuple[Row, ...]) -> str:
    """Which theme came up most, and in how many sessions."""
    if not themes:
        return say("no_line_of_the_notes")
    most = [row for row in themes if row.total == themes[0].total]
    if len(most) > 2:
        return capital(say("themes_came_up", number=few(len(most)), times=_times(most[0].total)))
    names = lexicon.listed(row.name if place == 0 else row.name.lower() for place, row in enumerate(most))
    return say.plural("came_up_most", len(most), names=names, times=_times(most[0].total))


def _times(number: int) -> str:
    return times(number, few(number))


def _subtitle(annual: Annual) -> str:
    noted = sum(one.notes is not None for one in annual.facts.held)
    return say("lines_with_a_theme", number=noted)


def _questions(annual: Annual) -> tuple[Open, ...]:
    """Questions of the period without an answer."""
    readable_ids = {one.id for one in annual.facts.said("question") if annual.readable(one)}
    every = annual.facts.ledger.questions
    chosen: Iterable[Open] = (
        Open(said(annual, one.what), say_short(one.day)) for one in every if one.open and one.id in readable_ids
    )
    return tuple(chosen)
