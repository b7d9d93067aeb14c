"""What the portfolio says in a few sentences, made from its figures alone."""

from copkit import lexicon
from copkit.dates import say_number
from copkit.documents.citing import Cited, cite
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.synthesis.measuring import Counted, known
from copkit.metrics import Figure

say = lexicon.Words("portfolio.findings")


def strip(portfolio: Portfolio) -> tuple[Counted, ...]:
    """The figures that a board looks at first."""
    many = len(portfolio.shares)
    first = Counted(say.plural("communities_counted", many), Cited(say_number(many), ""))
    of_one = lexicon.table("portfolio.strip_of_one")
    rows = [
        (portfolio.figure(code), _in_time(portfolio, words) if code == "W1" else words, of_one.get(code, ""))
        for code, words in lexicon.table("portfolio.strip").items()
    ]
    told = [row for row in rows if (one := row[0]) is not None and (one.hidden or one.value is not None)]
    return (first, *(Counted((_is_one(one) and alone) or words, cite(one)) for one, words, alone in told))


def _in_time(portfolio: Portfolio, words: str) -> str:
    """What actions done are counted of, and how many of them were done by the date first promised."""
    on_time = known(portfolio.figure("W1", "on time"))
    return say("in_time", words=words, number=say_number(int(on_time.numerator))) if on_time else words


def lead(portfolio: Portfolio) -> str:
    """The year in two or three sentences."""
    return " ".join(filter(None, (_held(portfolio), _taken_up(portfolio)))) or say("nothing_has_been_held_yet")


def _held(portfolio: Portfolio) -> str:
    """What was held, and how many came from where."""
    held, people, places = (known(portfolio.figure(code)) for code in ("D1", "P1", "P2"))
    if held is None:
        return ""
    said = say.plural("held", held.denominator or 0, communities=_communities(portfolio), held=held.fraction)
    if people is None:
        return say("nobody_counted", held=said)
    who = say.plural("people", 1 if _is_one(people) else 2, people=people.said)
    if places is None:
        return say("came", held=said, people=who)
    return say("came_from", held=said, people=who, organisations=organisations_of(portfolio))


def _communities(portfolio: Portfolio) -> str:
    """How many communities held sessions: of all, where some have not met."""
    many, met = len(portfolio.shares), sum(bool(share.number("D1")) for share in portfolio.shares)
    return say("some_communities", met=met, number=many) if 0 < met < many else say.plural("communities", many)


def _taken_up(portfolio: Portfolio) -> str:
    """How far initiatives were taken up."""
    using, trying = known(portfolio.figure("A2")), known(portfolio.figure("A3"))
    if using is None or trying is None or not using.denominator:
        return ""
    more = say.plural("on_the_way", int(trying.numerator))
    return say.plural("adopted", using.numerator, using=using.fraction, more=more)


def organisations_of(portfolio: Portfolio) -> str:
    """`31 organisations`: all from which somebody came, those out of scope as well."""
    found = [portfolio.figure("P2", label) for label in ("", "out of scope")]
    return say.plural(
        "organisations", sum(int(one.numerator) for one in found if one is not None and one.amount.is_counted)
    )


def _is_one(figure: Figure | None) -> bool:
    """Whether a count came to one, so that its noun has no plural."""
    return figure is not None and figure.denominator is None and figure.value == 1
