"""V: what members say on the forms of a session, and on those of three months later."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from copkit.findings import Position
from copkit.metrics import gaps
from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts
from copkit.metrics.making import Maker
from copkit.metrics.registry import metric
from copkit.workspace import Session


class Item(NamedTuple):
    """An item of the feedback form, and the answers that count as a yes."""

    name: str
    label: str
    yes: tuple[Any, ...]


ITEMS = (
    Item("useful", "worth my time", (4, 5)),
    Item("heard", "I felt heard", (4, 5)),
    Item("met_someone", "met someone useful", ("yes",)),
    Item("will_use", "will use something", ("yes",)),
    Item("only_here", "only here", ("yes",)),
)


@metric("V4")
def feedback(facts: Facts) -> Iterator[Figure]:
    """What people said on the forms of the period's sessions, taken together.

    The response is the forms of all who were there, guests included. Worth my time and I felt heard count 4 and 5
    of 5; the other items count yes. Each is out of those who answered it. The change in confidence is the mean of
    after less before, over those who gave both. Sessions without forms, without attendance, or with more forms than
    people are left out of the response and listed. The forms of the period's sessions count whenever they came: a
    form has no day. Results of fewer than five forms are hidden from everybody.

    From: feedback/*.csv; `present:` and `others:` in notes.
    """
    yield from said_of(facts, list(facts.held))


def said_of(facts: Facts, sessions: list[Session]) -> Iterator[Figure]:
    """The same for some sessions, such as one alone."""
    forms = {one.id: facts.community.feedback.of(one.id) for one in sessions if one.id in facts.community.feedback}
    there = {one.session.id: len(one.people) + one.others for one in facts.attended}
    known = [key for key in forms if key in there and forms[key].forms <= there[key]]
    out = tuple(one.id for one in sessions if one.id not in known)
    nobody = gaps.of_sessions(facts) or (None if forms else gaps.gap("not asked", "no_form"))
    make = facts.maker("V4", gap=nobody).without(out)
    counted = tuple(_place(facts, key) for key in known)
    top, bottom = sum(forms[key].forms for key in known), sum(there[key] for key in known)
    yield make.ratio("response", top, bottom, "people", counted=counted, people=True)
    answers = [answer for one in forms.values() for answer in one.answers]
    make = make.without(())
    counted = tuple(_place(facts, key) for key in forms)
    for item in ITEMS:
        given = [value for answer in answers if (value := getattr(answer, item.name)) not in (None, "")]
        yes = sum(value in item.yes for value in given)
        yield make.ratio(item.label, yes, len(given), "forms", counted=counted, guarded=True)
    yield from _confidence(make, [(one.confident_before, one.confident_after) for one in answers], counted)


def _confidence(
    make: Maker, given: list[tuple[int | None, int | None]], counted: tuple[Source, ...]
) -> Iterator[Figure]:
    both = [(before, after) for before, after in given if before is not None and after is not None]
    for label, total in (
        ("confidence before", sum(before for before, _ in both)),
        ("confidence after", sum(after for _, after in both)),
        ("confidence change", sum(after - before for before, after in both)),
    ):
        yield make.ratio(label, total, len(both), "of 5", form="mean", counted=counted, guarded=True)
    better = sum(after > before for before, after in both)
    yield make.ratio("confidence improved", better, len(both), "forms", counted=counted, guarded=True)


@metric("V5")
def used_it(facts: Facts) -> Iterator[Figure]:
    """People who said, three months later, that they used something from a session, of all who sent the form back.

    The forms of the period's sessions are taken together, whenever they came: a form has no day. One without an
    answer to that question counts as a form. Results of fewer than five forms are hidden from everybody.

    From: follow_up/*.csv.
    """
    asked = [one.id for one in facts.held if one.id in facts.community.follow_up]
    forms = [form for session in asked for form in facts.community.follow_up.of(session)]
    counted = tuple(_place(facts, session, "follow_up") for session in asked)
    used = sum(form.used == "yes" for form in forms)
    make = facts.maker("V5")
    if asked:
        yield make.ratio("", used, len(forms), "forms", counted=counted, guarded=True)
    else:
        yield make.absent("", "not asked", "", "forms", form="share")


def _place(facts: Facts, session: str, folder: str = "feedback") -> Source:
    return Source(f"{folder}/{session}", Position(f"communities/{facts.community.id}/{folder}/{session}.csv"))
