"""The lines of Strongest and Weakest, each with its number, what it is of, and the other half of its rate."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.front.grounds import Grounds
from copkit.documents.front.judged import FEW, Judged, best, enough, worst
from copkit.documents.saying import Parts, capital, every, few, fraction, of_share
from copkit.metrics.value import Value

say = lexicon.Words("front")
CHECK = "check"
"""Where the evidence has what members answered about their community."""
MOST = 3


class Line(NamedTuple):
    """A line around its number, the other half of its rate, and the code of the figure on which it rests.

    `stands` says on which side of its line a sign is, and how many others are.
    """

    parts: Parts
    more: str
    code: str
    stands: str = ""

    @property
    def text(self) -> str:
        """The line in one piece."""
        return " ".join(part for part in (self.parts.text, self.more, self.stands) if part)


def strongest(grounds: Grounds) -> tuple[Line, ...]:
    """At most three lines, and at most one more than of what is weakest; none before three meetings."""
    if grounds.held < FEW:
        return ()
    found = [*_best_sign(grounds), *_best_answer(grounds), *_used(grounds)]
    return tuple(found[: min(MOST, len(weakest(grounds)) + 1)])


def weakest(grounds: Grounds) -> tuple[Line, ...]:
    """At most three lines: the sign with least room, what was promised, and the worst answer."""
    if grounds.held < FEW:
        return ()
    last = worst(grounds.judged)
    first = [] if last is None else [_with_its_line(grounds, last)]
    promised = [] if last is not None and last.name == "actions" else [*_promised(grounds)]
    return (*first, *promised, *_worst_answer(grounds))


def said_of(grounds: Grounds, sign: Judged) -> Parts:
    """A sign in a sentence, with what it would be by chance where that is no small part of it."""
    if sign.name not in say.table("signs"):
        return of_share("front.own", sign.amount, question=bare(sign.question))
    said = of_share(f"front.signs.{sign.name}", sign.amount)
    return said if sign.name != "across" else said._replace(after=f"{said.after} {by_chance(grounds)}")


def by_chance(grounds: Grounds) -> str:
    """What share of links would be across organisations if people met by chance."""
    found = grounds.figure("C2", "by chance")
    if found is None or found.value is None:
        return say("chance_not_known")
    return say("chance", percent=found.amount.percent or round(found.value * 100))


def done_now(grounds: Grounds) -> str:
    """The other half of what was done by the first date: how many are done now."""
    done = grounds.share("W1", least=2)
    if done is None:
        return ""
    if done.counted == done.of:
        return say("all_done_now", all=capital(every(done.counted)))
    return say("done_now", n=fraction(done))


def bare(typed: str) -> str:
    """Typed words as they stand between our quotation marks."""
    return typed.strip().strip("“”\"'‘’").rstrip(".")


def _best_sign(grounds: Grounds) -> Iterator[Line]:
    first, last = best(grounds.judged), worst(grounds.judged)
    if first is not None and first != last:
        yield Line(said_of(grounds, first), done_now(grounds) if first.name == "actions" else "", first.code)


def _with_its_line(grounds: Grounds, sign: Judged) -> Line:
    """The weakest sign, with the other half of its rate, and how many signs are past their lines."""
    signs = enough(grounds.judged)
    half = done_now(grounds) if sign.name == "actions" else ""
    return Line(said_of(grounds, sign), half, sign.code, _stands(sign, signs))


def _stands(sign: Judged, signs: tuple[Judged, ...]) -> str:
    """On which side of its line the weakest sign is, and how many are on the wrong one."""
    past, every_one = sum(one.room < 0 for one in signs), few(len(signs))
    if not past:
        return say("none_past", all=every_one, line=sign.line)
    if past == len(signs):
        return say("all_past", line=sign.line)
    if past == 1:
        return say("one_past", all=every_one, line=sign.line)
    return say("some_past", past=capital(few(past)), all=every_one, line=sign.line)


def _promised(grounds: Grounds) -> Iterator[Line]:
    """Actions done by the date first given, where not all were."""
    found = grounds.share("W1", "on time", least=FEW)
    if found is not None and found.counted < (found.of or 0):
        yield Line(of_share("front.signs.actions", found), done_now(grounds), "W1")


def _best_answer(grounds: Grounds) -> Iterator[Line]:
    if len(grounds.asked) > 1 and grounds.asked[0][2] != grounds.asked[-1][2]:
        question, _, high = grounds.asked[-1]
        yield _answered("front.best_answer", question, high, len(grounds.asked))


def _worst_answer(grounds: Grounds) -> Iterator[Line]:
    if len(grounds.asked) > 1 and grounds.asked[0][2] != grounds.asked[-1][2]:
        question, low, _ = grounds.asked[0]
        yield _answered("front.worst_answer", question, low, len(grounds.asked))


def _answered(key: str, question: str, value: Value, many: int) -> Line:
    return Line(of_share(key, value, question=bare(question), answers=few(many)), "", CHECK)


def _used(grounds: Grounds) -> Iterator[Line]:
    """What people used three months later; where too few were asked, in how many places ideas are used."""
    later, places = grounds.share("V5"), grounds.share("A2", least=FEW)
    if later is not None and later.counted:
        yield Line(of_share("front.used", later), "", "V5")
    elif places is not None and places.counted:
        yield Line(of_share("front.places", places), "", "A2")
