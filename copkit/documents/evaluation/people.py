"""Sections 5 and 6: who took part, counted once, and what they said."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.citing import Cited, Row, cite, row
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.several import Told
from copkit.documents.synthesis.measuring import Counted
from copkit.documents.synthesis.sectors import sector_words
from copkit.metrics import Figure
from copkit.metrics.making import Maker
from copkit.metrics.release import Beside, parts_shown

say = lexicon.Words("evaluation.people")

MOST_QUOTES = 12


class Group(NamedTuple):
    """A sector or a kind of job, and how many of the participants are of it."""

    name: str
    people: str


class Participants(NamedTuple):
    """Everybody, counted once, and in groups. `together` is false where their number is hidden."""

    once: Cited
    summed: Cited
    several: Cited
    attendances: Cited
    lived: Cited
    organisations: Cited
    together: bool
    communities: tuple[Row, ...]
    sectors: tuple[Group, ...]
    jobs: tuple[Group, ...]


def participants(of: Evaluation) -> Participants:
    """Who took part."""
    whole = of.portfolio
    once = whole.figure("P1")
    together = once is not None and not once.hidden
    return Participants(
        cite(once),
        cite(whole.figure("P1", "sum over communities")),
        cite(whole.figure("P1", "in two communities or more")),
        cite(whole.figure("M3")),
        cite(whole.figure("R4")),
        cite(whole.figure("P2")),
        together,
        tuple(map(_took, of.by_name)),
        _groups(of, _sector, sector_words, _sectors_of) if together else (),
        _groups(of, _job) if together else (),
    )


def _took(one: Annual) -> Row:
    """A community: its people, also with guests, how often they came, and its organisations."""
    people, guests, *rest = row("", one, "M2", "M2 with guests", "M3", "R1").cells
    return Row(one.community.short, (people, guests._replace(anchor="m2"), *rest))


def _sector(annual: Annual, key: str) -> str:
    return annual.facts.sector(annual.facts.home.get(key, ""))


def _sectors_of(annual: Annual) -> Beside:
    return Beside(annual.shown, annual.release.by_sector)


def _job(annual: Annual, key: str) -> str:
    return annual.facts.job(key).capitalize()


def _groups(
    of: Evaluation,
    sort: Callable[[Annual, str], str],
    words: Callable[[str], str] = str,
    beside: Callable[[Annual], Beside] | None = None,
) -> tuple[Group, ...]:
    """The participants in groups, the largest first; in public small ones stand as others, and never one alone.

    `beside` is what each community's own figures tell of its part of them.
    """
    found: dict[str, str] = {}
    left_out = _hidden(of)
    counted = [one for one in of.annuals if one.community.id not in left_out]
    for annual in counted:
        for key in annual.facts.came:
            found.setdefault(key, sort(annual, key))
    counts = Counter(found.values())
    if not any(counts):
        return ()
    make = Maker("P1", of.period)
    names = sorted(counts, key=lambda name: (not name, -counts[name], name))
    figures = [make.ratio(name, counts[name], len(found), "people", people=True) for name in names]
    releases = map(beside, counted) if beside is not None else ()
    seen = parts_shown(figures, of.audience, of.portfolio.below, releases)
    rows = [Group(words(one.label) if one.label else say("not_known"), one.said) for one in seen if not one.hidden]
    others = [Group(say("others"), say("hidden_too_few_people"))] if len(rows) < len(seen) else []
    return (*rows, *others) if rows else ()


def _hidden(of: Evaluation) -> set[str]:
    """The communities that are in no total, since so few came to them."""
    return {share.id for share in of.portfolio.shares if (reach := share.figure("M2")) is not None and reach.hidden}


def feedback(of: Evaluation) -> tuple[Counted, ...]:
    """What the forms say, all communities together; empty where there is none."""
    rows = [(words, of.portfolio.figure("V4", label)) for label, words in say.table("feedback").items()]
    return tuple(Counted(words, cite(one)) for words, one in rows if one is not None and _has_forms(one))


def _has_forms(figure: Figure) -> bool:
    return figure.hidden or bool(figure.denominator)


def quotes(of: Evaluation) -> tuple[Told, ...]:
    """Quotes of the period as consented, one of each session in turn, so that no session speaks for all."""
    by_session = [list(found) for annual in of.by_name if (found := list(_quotes(annual)))]
    every = [one for sessions in by_session for one in sessions]
    turns: list[Told] = []
    for place in range(max(map(len, every), default=0)):
        turns += [session[place] for session in every if place < len(session)]
    return tuple(turns[:MOST_QUOTES])


def _quotes(annual: Annual) -> Iterator[list[Told]]:
    from copkit.audience.hearing import hear
    from copkit.documents.source import Source
    from copkit.documents.spoken import quotes as said

    for session in annual.facts.held:
        if session.id in annual.unlisted:
            continue
        heard = hear(annual.in_session(Source, session))
        found = [Told(annual.community.short, one.words, one.who) for one in said(heard)]
        if found:
            yield found
