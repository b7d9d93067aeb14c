"""How many sessions were planned, beside how many the rhythm asks for, where the two differ."""

from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_month, say_number
from copkit.documents.annual import Annual
from copkit.models.community import Rhythm
from copkit.schedule.rhythm import Period, period_of

say = lexicon.Words("synthesis.asked")


class Asked(NamedTuple):
    """`beside` stands after the number planned; `said` is the same in a sentence. Both empty where they agree."""

    beside: str
    said: str


def asked(annual: Annual) -> Asked:
    """What the rhythm asks for, where another number is planned. Other days than a whole year have no rhythm."""
    about = annual.community.about
    wanted = about.rhythm.promised
    if not (wanted and annual.whole_year and _written(annual)):
        return Asked("", "")
    counted = _counted(annual)
    sessions = [one for one in annual.community.sessions if counted.start <= one.date <= counted.end]
    planned, cancelled = len(sessions), sum(one.cancelled for one in sessions)
    if planned - cancelled <= wanted <= planned:
        return Asked("", "")  # one that was cancelled counts as planned, and so may the one in its place
    more = planned > wanted
    beside = say("more_than" if more else "of", wanted=say_number(wanted))
    said = _planned(counted, annual, planned, beside, so_far=not more and annual.today <= counted.end)
    began = "" if more else _began(annual, counted)
    return Asked(f", {beside}" if _whole(annual, counted) else "", f"{said} {began}".rstrip())


def _planned(counted: Period, annual: Annual, planned: int, beside: str, *, so_far: bool) -> str:
    number = say_number(planned) if planned else say("none")
    if _whole(annual, counted):
        return say("planned_so_far" if so_far else "planned", number=number, beside=beside)
    start, end = say_date(counted.start), say_date(counted.end)
    key = "planned_so_far_between" if so_far else "planned_between"
    return say(key, number=number, beside=beside, start=start, end=end)


def _whole(annual: Annual, counted: Period) -> bool:
    return counted == Period(annual.period.start, annual.period.end)


def _written(annual: Annual) -> bool:
    """Whether somebody wrote a rhythm down: where nobody did, ten meetings are only what is usual."""
    about, files = annual.community.about, annual.community.files
    return about.rhythm != Rhythm() or (files.knows(about) and files.where(about, "rhythm") != files.where(about))


def _counted(annual: Annual) -> Period:
    """The days in which the rhythm's meetings are counted: the year, or those of the commission."""
    about = annual.community.about
    commission = about.commission
    if commission is None or commission.date is None:
        return period_of(about.rhythm, annual.year)
    return period_of(about.rhythm, annual.year, commission.date, commission.months)


def _began(annual: Annual, counted: Period) -> str:
    """Why there may be fewer: the community's first session of all was well within the year."""
    first = min((one.date for one in annual.community.sessions), default=None)
    if first is None or annual.before is not None or not counted.start <= first <= counted.end:
        return ""
    late = (first.year - counted.start.year) * 12 + first.month - counted.start.month
    return say("first_session", month=say_month(first)) if late > 1 else ""
