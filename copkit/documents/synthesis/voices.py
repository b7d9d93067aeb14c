"""Page 5: who came, and what members and those who filled in a form say of it."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_number
from copkit.documents.annual import Annual
from copkit.documents.saying import capital, few
from copkit.documents.synthesis import attendance, worked
from copkit.documents.synthesis.attendance import Attended
from copkit.documents.synthesis.measuring import known
from copkit.documents.synthesis.references import Ref, ref
from copkit.metrics import Figure

say = lexicon.Words("synthesis.voices")

FEWEST_FORMS = 10
"""With fewer forms what they say is a sentence, not a picture."""


class Answered(NamedTuple):
    """A question of the members' check: how many gave 1 or 2 of 4, and how many 3 or 4."""

    question: str
    low: int
    high: int


class Form(NamedTuple):
    """An item of the feedback forms, and how many of those who answered it said yes."""

    words: str
    n: int
    of: int
    said: str


@dataclass(frozen=True)
class Voices:
    """The page. `few_sessions` where attendance is a sentence alone, `in_words` where what forms say is."""

    title: str
    subtitle: str
    sessions: tuple[Attended, ...]
    few_sessions: bool
    organisations: str
    lived: str
    levels: str
    check_day: str
    check: tuple[Answered, ...]
    check_missing: str
    forms: tuple[Form, ...]
    forms_title: str
    forms_under: str
    in_words: bool
    of_coming: Ref
    of_check: Ref
    of_forms: Ref


def build(annual: Annual) -> Voices:
    """Who came, and what they say."""
    came, health = attendance.build(annual), worked.health(annual)
    forms = _forms(annual)
    return Voices(
        title=came.sessions_title,
        subtitle=came.subtitle,
        sessions=came.sessions,
        few_sessions=len(annual.facts.attended) < attendance.FEW_SESSIONS,
        organisations=_organisations(annual),
        lived=_lived(annual),
        levels=came.levels_title if came.levels else "",
        check_day=health.day,
        check=_check(health.rows),
        check_missing=health.missing,
        forms=forms,
        forms_title=_forms_title(annual),
        forms_under=_forms_under(annual),
        in_words=0 < max((one.of for one in forms), default=0) < FEWEST_FORMS,
        of_coming=ref("M3"),
        of_check=Ref("members-check", say("reference", day=health.day)),
        of_forms=ref("V4"),
    )


def _check(rows: tuple[worked.HealthRow, ...]) -> tuple[Answered, ...]:
    """The questions, those with the best answers first."""
    half = worked.SCORES // 2
    found = [Answered(row.question, sum(row.scores[:half]), sum(row.scores[half:])) for row in rows]
    return tuple(sorted(found, key=lambda one: one.low * (one.low + one.high or 1) - one.high))


def _organisations(annual: Annual) -> str:
    """From how many organisations in scope people came, and from which most came."""
    scope = known(annual.figure("R1"))
    if scope is None or not scope.denominator:
        return ""
    said = say("organisations", fraction=scope.fraction)
    if not annual.door.by_organisation:
        return said
    shares = [one for one in annual.seen["R3"] if one.form == "share" and one.label and known(one)]
    most = sorted(shares, key=lambda one: (-one.numerator, one.label))[:3]
    if len(most) < len(shares):
        names = lexicon.listed(
            f"{annual.organisation(one.label)} ({say_number(int(one.numerator))})" for one in most
        )
        said = f"{said} {say('came_most', names=names, all=say_number(int(most[0].denominator or 0)))}"
    return said


def _lived(annual: Annual) -> str:
    lived = known(annual.figure("R4"))
    return say("lived", fraction=lived.fraction) if lived is not None and lived.denominator else ""


def _forms(annual: Annual) -> tuple[Form, ...]:
    """What the forms say, the most agreed first."""
    found = []
    for label, words in say.table("items").items():
        figure = known(annual.figure("V4", label))
        if figure is not None and figure.denominator:
            found.append(Form(words, int(figure.numerator), int(figure.denominator), figure.fraction))
    return tuple(sorted(found, key=lambda one: -one.n / one.of))


def _forms_title(annual: Annual) -> str:
    worth, use = (_share(annual.figure("V4", label)) for label in ("worth my time", "will use something"))
    if worth and use:
        return say("forms_title", worth=worth, use=use)
    hidden = annual.figure("V4", "worth my time")
    return say("forms_hidden") if hidden is not None and hidden.hidden else say("no_forms")


def _share(figure: Figure | None) -> str:
    seen = known(figure)
    return seen.fraction if seen is not None and seen.denominator else ""


def _forms_under(annual: Annual) -> str:
    """How many forms came, of how many people, at how many meetings."""
    response = known(annual.figure("V4", "response"))
    held = sum(one.id in annual.community.feedback for one in annual.facts.held)
    if response is None or not response.denominator:
        return ""
    meetings = capital(say.plural("meetings", held, number=few(held)))
    return say("forms_under", fraction=response.fraction, meetings=meetings)
