"""What a community may look at while it writes its review: the year's figures, and lines of its notes."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.citing import wanted
from copkit.documents.explaining import in_full
from copkit.models.initiative import Evidence
from copkit.workspace.blueprint_readiness import practices_of

say = lexicon.Words("review_facts")


def facts(annual: Annual) -> tuple[str, ...]:
    """The year's main figures, each in a line, with the code under which `copkit why` explains it."""
    found = []
    for code, label, words in wanted("review_facts.figures"):
        figure = annual.figure(code, label)
        if figure is not None and figure.value is not None:
            found.append(f"{words}: {in_full(figure)} ({code})")
    return tuple(found)


def hints(annual: Annual) -> dict[str, tuple[str, ...]]:
    """For questions of the review, by field, what the files say that may help to answer them."""
    return {
        "what_changed": tuple(_initiatives(annual)),
        "shifts": tuple(_said(annual, "shift")),
        "did_not_work": tuple(_practices(annual, "drop")),
        "you_said_we_did": tuple(_practices(annual, "change")),
        "still_stuck": tuple(_open(annual)),
        "asks_of_leaders": tuple(_outside(annual)),
    }


def _initiatives(annual: Annual) -> Iterator[str]:
    """Each initiative with its stage and what was measured."""
    for key, one in sorted(annual.community.initiatives.items()):
        stage = annual.told.view.stage(one)
        if stage is not None:
            measured = [_measured(each) for each in one.evidence if each.measure]
            yield ": ".join((f"{one.name or key} ({stage})", *measured[-1:]))


def _measured(one: Evidence) -> str:
    change = " → ".join(number for number in (one.before, one.after) if number)
    return f"{one.measure}, {change}" if change else one.measure


def _said(annual: Annual, kind: str) -> Iterator[str]:
    for line in annual.facts.said(kind):
        yield f"{line.what} ({say_date(line.day)})"


def _practices(annual: Annual, verdict: str) -> Iterator[str]:
    ids = {session.id for session in annual.facts.planned}
    for one in practices_of(annual.community):
        if one.verdict == verdict and ids.intersection(one.seen):
            yield f"{one.what}: {one.why}" if one.why else one.what


def _open(annual: Annual) -> Iterator[str]:
    """Actions past their date, and questions that nobody has answered."""
    ledger = annual.facts.ledger
    for action in ledger.actions:
        if action.status == "overdue":
            yield say("overdue", what=action.what, line=action.id)
    for question in ledger.questions:
        if question.open:
            yield say("not_answered", what=question.what, line=question.id)


def _outside(annual: Annual) -> Iterator[str]:
    """What the community said that it cannot do by itself, and asks that nobody has met."""
    for line in annual.facts.said("challenge", "opportunity", "threat"):
        if line.entry.parts[-1].strip().casefold() == "outside" and len(line.entry.parts) > 1:
            yield f"{line.what} ({say_date(line.day)})"
    for ask in annual.facts.ledger.asks:
        if ask.open:
            yield say("asked", what=ask.what, line=ask.id)
