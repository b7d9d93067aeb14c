"""The title of a front page: a pair that was measured, then what is weakest; or what little is on record."""

from copkit import lexicon
from copkit.documents.front.grounds import Grounds
from copkit.documents.front.judged import FEW, Judged, best, worst
from copkit.documents.front.lines import bare
from copkit.documents.saying import capital, every, few, fraction

say = lexicon.Words("front")


def quoted(headline: str) -> str:
    """The team's own headline, in quotation marks."""
    return say("quoted", headline=headline.strip().strip("“”\"")) if headline.strip() else ""


def balanced(grounds: Grounds, pair: str = "", due: int = 0) -> str:
    """What was measured, else what is strongest; then what is weakest. Of few meetings how many there are."""
    if grounds.held < FEW:
        return on_record(grounds.held, due)
    first, last = best(grounds.judged), worst(grounds.judged)
    parts = [pair.rstrip(".") or (_short(first) if first is not None and first != last else "")]
    parts.append(_short(last) if last is not None else "")
    return ". ".join(part for part in parts if part) or on_record(grounds.held, due)


def on_record(held: int, due: int) -> str:
    """`One meeting of four is on record`; `Both meetings are on record`."""
    if not held:
        return say("none_on_record")
    if held == due:
        return say("all_on_record", all=capital(every(due))) if due > 1 else say("one_on_record")
    return capital(say.plural("on_record", held, number=few(held), due=few(due)))


def _short(sign: Judged) -> str:
    """A sign in a few words: `Actions done by the first date: 8 of 14`."""
    words = say.table("titles").get(sign.name, bare(sign.question))
    return say("short", what=words, n=fraction(sign.amount))
