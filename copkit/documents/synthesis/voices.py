"""Page 5: who came, and what members and those who filled in a form say of it."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.dates import say_number, say_short, short_month
from copkit.documents.annual import Annual
from copkit.documents.saying import capital, few
from copkit.documents.synthesis import attendance, worked
from copkit.documents.synthesis.measuring import known
from copkit.documents.synthesis.our_year import is_listed
from copkit.documents.synthesis.references import Ref, ref
from copkit.metrics import Figure
from copkit.metrics.value import HIDDEN
from copkit.render.charts import Answers, Chart, Column, Share, columns, dots, framed
from copkit.workspace import Session

say = lexicon.Words("synthesis.voices")

FEWEST_FORMS = 10
"""With fewer forms what they say is a sentence, not a picture."""


@dataclass(frozen=True)
class Voices:
    """The page. `few_sessions` where attendance is a sentence alone, `in_words` where what forms say is."""

    title: str
    subtitle: str
    came: Chart | None
    in_person: str
    organisations: str
    lived: str
    levels: str
    check_day: str
    check: Chart | None
    best_and_worst: str
    check_missing: str
    forms: Chart | None
    forms_title: str
    forms_under: str
    of_coming: Ref
    of_check: Ref
    of_forms: Ref


def build(annual: Annual) -> Voices:
    """Who came, and what they say."""
    came, health = attendance.build(annual), worked.health(annual)
    forms, answers = _forms(annual), _answers(health.rows)
    return Voices(
        title=came.sessions_title,
        subtitle=came.subtitle,
        came=_columns(annual) if len(annual.facts.attended) >= attendance.FEW_SESSIONS else None,
        in_person=_in_person(annual),
        organisations=_organisations(annual),
        lived=_lived(annual),
        levels=came.levels_title if came.levels else "",
        check_day=health.day,
        check=_dots(answers) if answers else None,
        best_and_worst=_ends(answers),
        check_missing=health.missing,
        forms=framed(forms, what=say("forms")) if _enough(forms) else None,
        forms_title=_forms_title(annual),
        forms_under=_forms_under(annual),
        of_coming=ref("M3"),
        of_check=Ref("members-check", say("reference", day=health.day)) if answers else Ref(""),
        of_forms=ref("V4"),
    )


def _columns(annual: Annual) -> Chart | None:
    """Who came, meeting by meeting; those that are not listed come last, since their place would tell their day."""
    moments = [_moment(annual, session) for session in attendance.in_order(annual)]
    return columns(moments, what=say("people")) if any(one.many is not None for one in moments) else None


def _moment(annual: Annual, session: Session) -> Column:
    listed = is_listed(annual, session)
    day = say_short(session.date) if listed else say("not_listed")
    day = f"{day}*" if listed and session.place == "in-person" else day
    month = short_month(session.date.month) if listed else say("not_listed")
    people, new = attendance.of(annual, session)
    if people is None or people.hidden:
        return Column(day, None, said=HIDDEN.said if people else say("not_written_down"), month=month)
    first = None if new is None or new.hidden or new.denominator is None else int(new.numerator)
    return Column(day, int(people.numerator), first, month=month)


def _in_person(annual: Annual) -> str:
    starred = any(one.place == "in-person" and is_listed(annual, one) for one in annual.facts.held)
    return say("in_person") if starred else ""


def _answers(rows: tuple[worked.HealthRow, ...]) -> list[Answers]:
    """The questions of the members' check, those with most high answers first."""
    half = worked.SCORES // 2
    found = [Answers(row.question, sum(row.scores[:half]), sum(row.scores[half:])) for row in rows]
    return sorted(found, key=lambda one: (-one.high / (one.low + one.high or 1), one.low))


def _dots(answers: list[Answers]) -> Chart:
    return dots(answers, low=say("low"), high=say("high"), what=say("check"))


def _ends(answers: list[Answers]) -> str:
    """The best answer and the worst one, where the page has no room for all."""
    if not answers:
        return ""
    best, worst = answers[0], answers[-1]
    return say(
        "ends",
        best=best.label,
        high=best.high,
        all=best.low + best.high,
        worst=worst.label,
        low=worst.low,
        answered=worst.low + worst.high,
    )


def _enough(forms: list[Share]) -> bool:
    return bool(forms) and max(one.of for one in forms) >= FEWEST_FORMS


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


def _forms(annual: Annual) -> list[Share]:
    """What the forms say."""
    found = []
    for label, words in say.table("items").items():
        figure = known(annual.figure("V4", label))
        if figure is not None and figure.denominator:
            found.append(Share(words, int(figure.numerator), int(figure.denominator)))
    return found


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
