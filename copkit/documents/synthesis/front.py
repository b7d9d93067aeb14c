"""Section 0, the year on one page: a headline, five numbers, what changed, and what leaders are asked for."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.citing import NOTHING, Cited, anchor, cite
from copkit.documents.people_held import Reading
from copkit.documents.saying import Forms, capital, few
from copkit.documents.synthesis.measuring import last_year, number
from copkit.metrics import Figure
from copkit.models.review import Review

say = lexicon.Words("synthesis.front")

MOST = 3
CAME = Forms("sentences.came")


class Number(NamedTuple):
    """One of the five numbers, what it counts, and the same a year earlier (empty in a base year)."""

    number: Cited
    words: str
    before: str


@dataclass(frozen=True)
class Front:
    """Section 0. `headline` is the team's, `summary` is made from the figures; `missing` says what is not there."""

    headline: str
    summary: str
    before: str
    numbers: tuple[Number, ...]
    changed: tuple[str, ...]
    more_changed: int
    asks: tuple[str, ...]
    more_asks: int
    agreed: str
    missing: tuple[str, ...]
    held_back: str


def build(annual: Annual) -> Front:
    """The year on one page."""
    read, review = Reading(), annual.review or Review()
    changed = read.each((review.what_changed, *review.shifts))
    asks = tuple(one.ask for one in read.asks(review))
    headline = read(review.headline)
    return Front(
        headline=headline,
        summary=_summary(annual),
        before=last_year(annual),
        numbers=_numbers(annual),
        changed=changed[:MOST],
        more_changed=max(0, len(changed) - MOST),
        asks=asks[:MOST],
        more_asks=max(0, len(asks) - MOST),
        agreed=_agreed(annual),
        missing=tuple(_missing(annual)),
        held_back=read.kept,
    )


def _numbers(annual: Annual) -> tuple[Number, ...]:
    rows = (
        (
            "D1",
            "",
            say("held_up_to_now") if not annual.over else say("held_of_planned"),
        ),
        ("M2", "", say("people_took_part")),
        ("R1", "", say("organisations_in_scope_took_part")),
        ("C1", "first-time pairs across organisations", say("new_connections_across_organisations")),
        ("A1", "taken up", say("initiatives_taken_up")),
    )
    return tuple(
        Number(_plain(annual.figure(code, label)), words, _earlier(annual, code, label))
        for code, label, words in rows
    )


def _plain(figure: Figure | None) -> Cited:
    """A figure as large as it can be said: the fraction without its per cent."""
    if figure is None:
        return NOTHING
    found = cite(figure)
    if figure.value is None:
        return found._replace(said=figure.amount.short)
    return Cited(figure.fraction if figure.form == "share" else figure.said, anchor(figure))


def _earlier(annual: Annual, code: str, label: str) -> str:
    return _plain(annual.before.figure(code, label)).said if annual.before else ""


def _summary(annual: Annual) -> str:
    """What the figures say in a sentence, for a year without a headline."""
    held, people = number(annual.figure("D1")), annual.figure("M2")
    if not held:
        silent = sum(not one.cancelled for one in annual.facts.due)
        if silent:
            return say.plural("no_session_on_record", silent, number=few(silent))
        return say("no_session_was_held")
    said = capital(say.plural("sessions_held", held, number=few(held)))
    if not annual.facts.attended:
        return say("who_came_was_not_written", said=said)
    if people is None:
        return f"{said}."
    attended, came = len(annual.facts.attended), CAME(people.amount)
    if attended < held:
        said = say("of_some_sessions", said=said, number=few(attended))
    return f"{said}. {came}"


def _agreed(annual: Annual) -> str:
    review = annual.review
    if review is None:
        return ""
    many = len(review.agreed_by)
    if many and annual.door.hides_few:
        who = say("agreed_by_the_team")
    else:
        who = say.plural("agreed_by", many, number=few(many)) if many else say("not_agreed_by_the_team")
    return say("final" if review.final == "yes" else "draft", who=who)


def _missing(annual: Annual) -> list[str]:
    review = annual.review
    if review is None:
        return [say("no_review", path=f"reviews/{annual.year.label}.yaml")]
    found = []
    if not review.headline:
        found.append(say("the_review_has_no_headline"))
    if not (review.what_changed or review.shifts):
        found.append(say("the_review_does_not_say"))
    if not review.asks_of_leaders:
        found.append(say("the_review_asks_leaders"))
    return found
