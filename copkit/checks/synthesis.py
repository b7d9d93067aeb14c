"""SYN: the year's review, and what the annual synthesis rests on."""

from collections.abc import Iterator
from datetime import timedelta

from copkit.checks.context import Community
from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, WARNING, check
from copkit.checks.spoken import kept
from copkit.dates import Year, say_date
from copkit.findings import Severity
from copkit.models.review import Review
from copkit.workspace import Session
from copkit.workspace.reporting import reporting_year, year_before, year_in_hand
from copkit.workspace.reviews import unanswered

_FEW = 3
"""With fewer sessions nothing is called a trend."""


@check("SYN-01", WARNING, on="community", closed=True, days=60)
def no_review(at: Community) -> Iterator[Problem]:
    """A year has been over for 60 days and has no review, or a review is of a year that has not begun.

    Why: Figures say what was counted. Only the team can say what changed, what did not work and what it promises;
    of a community that closed it is asked all the same.
    `copkit review new` drafts the ten questions with the year's facts beside them.

    Bad:
        # 4 June 2026
        reviews/2024-25.yaml

    Good:
        # 4 June 2026
        reviews/2025-26.yaml
    """
    last, reviews = _last_year(at), _reviews(at)
    days = (at.today - last.end).days
    if days >= at.limit("SYN-01.days") and last.label not in reviews and _held(at, last):
        message = f"{last.label} ended {days} days ago and has no review"
        yield Problem(at.about, (), message, f"“copkit review new {at.community.id} {last.label}” drafts it.")
    for label, review in reviews.items():
        year = _year(at, label)
        if year is not None and year.start > at.today:
            message = f"this is the review of {year.label}, which begins on {say_date(year.start)}"
            yield Problem(review, (), message, f"Rename it, such as {last.label}.yaml, if it is of another year.")


@check("SYN-02", INFO, on="community", days=60)
def gaps(at: Community) -> Iterator[Problem]:
    """The year ends soon or is just over, and sessions of it have no notes or no record of who came.

    Why: They are left out of every rate, and the synthesis names them among what is missing. Somebody may still
    remember, or have the sign-in sheet. It is said from 60 days before the year ends until 60 days after.

    Bad:
        # sessions/2026-03-10.notes.yaml
        capture: |
          decision: try it on two wards

    Good:
        # sessions/2026-03-10.notes.yaml
        present: [amina.khan, jo.ng, joe.bell]
        capture: |
          decision: try it on two wards
    """
    year = _closing(at, at.limit("SYN-02.days"))
    if year is None:
        return
    empty = [one for one in _held(at, year, noted=False) if one.notes is None or not one.notes.present]
    if empty:
        days = ", ".join(say_date(one.date) for one in empty)
        what = "a session of it has" if len(empty) == 1 else f"{len(empty)} sessions of it have"
        ends = "ends" if at.today <= year.end else "ended"
        message = (
            f"{year.label} {ends} on {say_date(year.end)}, and {what} no notes or no record of who came: {days}"
        )
        yield Problem(at.about, (), message, "Add present: to the notes while somebody remembers.")


@check("SYN-03", WARNING, on="community")
def promise_forgotten(at: Community) -> Iterator[Problem]:
    """A review does not say what became of a promise that last year's review made.

    Why: A promise that quietly disappears teaches people that promises here mean little. “Not, because …” is an
    honest answer. It is asked for once the year is over, or the review is final.

    Bad:
        # reviews/2025-26.yaml
        promises:
          - promise: A carer at every session
            outcome:

    Good:
        # reviews/2025-26.yaml
        promises:
          - promise: A carer at every session
            outcome: partly
            why: At every session since May
    """
    reviews = _reviews(at)
    for label, review in reviews.items():
        year = _year(at, label)
        if year is None or not _due(review, year, at):
            continue
        last = reviews.get(year_before(at.about, at.shared.programme, year).label)
        missing = list(unanswered(last, review))
        if missing:
            more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
            which = "; ".join(f"“{one}”" for one in missing[:3])
            message = f"the review does not say what became of {which}{more}"
            fix = "Add each to promises: with outcome: kept, partly or not, and why:."
            yield Problem(review, ("promises",) if review.promises else (), message, fix)


@check("SYN-04", WARNING, on="community")
def not_agreed(at: Community) -> Iterator[Problem]:
    """A review was agreed by nobody, or by one person alone.

    Why: It speaks for the community. At least two of its people stand behind it, before it goes to anybody else. It
    is asked for once the year is over, and is an error once the review is marked `final: yes`.

    Bad:
        agreed_by:
        final: yes

    Good:
        agreed_by: [amina.khan, sam.reid]
        final: yes
    """
    for label, review in _reviews(at).items():
        year = _year(at, label)
        if year is None or not _due(review, year, at):
            continue
        agreed = {at.who(one) for one in review.agreed_by}
        if len(agreed) < 2:
            message = "the review was agreed by one person alone" if agreed else "nobody has agreed this review"
            severity = Severity.ERROR if review.final == "yes" else None
            fix = "Go through it with the team; then write their ids in agreed_by:."
            yield Problem(review, ("agreed_by",) if agreed else (), message, fix, severity)


@check("SYN-06", WARNING, on="community")
def asks_nobody(at: Community) -> Iterator[Problem]:
    """A final review asks something of leaders and does not say who decides it, or by when.

    Why: An ask without an owner and a day is a wish: whoever reads it cannot tell that it is theirs.

    Bad:
        asks_of_leaders:
          - Pay people within a fortnight
        final: yes

    Good:
        asks_of_leaders:
          - ask: Pay people within a fortnight
            who: Finance committee
            by: 2026-09-30
        final: yes
    """
    for review in _reviews(at).values():
        for index, ask in enumerate(review.asks if review.final == "yes" else ()):
            lacking = " or ".join(word for word in ("who", "by") if not getattr(ask, word))
            if lacking:
                message = f"an ask of leaders has no {lacking}: {ask.ask}"
                fix = "Write it as ask:, who: decides, and by: the day."
                yield Problem(review, ("asks_of_leaders", index), message, fix)


@check("SYN-05", INFO, on="community", not_in=frozenset({"potential"}), days=60)
def no_trend(at: Community) -> Iterator[Problem]:
    """The year ends soon or is just over, and there were fewer than three sessions.

    Why: From two sessions nobody can tell a trend from chance, so the synthesis draws none. It shows what was said
    and done, and leaves out how things grew or fell.

    Bad:
        # sessions of the year: 2026-01-13, 2026-03-10

    Good:
        # sessions of the year: 2025-10-14, 2026-01-13, 2026-03-10
    """
    year = _closing(at, at.limit("SYN-05.days"))
    if year is None:
        return
    held = _held(at, year, noted=False)
    coming = [one for one in at.coming if one.date <= year.end]
    if held and len(held) + len(coming) < _FEW:
        number = "one session" if len(held) == 1 else "two sessions"
        message = f"{year.label} had {number}: the synthesis will call nothing a trend"
        yield Problem(at.about, (), message, "Nothing needs to be done; say in the review how it felt.")


def _reviews(at: Community) -> dict[str, Review]:
    found: dict[str, Review] = at.community.other.get("review", {})
    return found


def _year(at: Community, label: str) -> Year | None:
    """The year that a review is named after; None for another name, which REF-12 is about."""
    try:
        year = reporting_year(at.about, at.shared.programme, label)
    except ValueError:
        return None
    return year if year.label == label else None


def _in_hand(at: Community) -> Year:
    found: Year = kept(at, "_in_hand", lambda: year_in_hand(at.about, at.shared.programme, at.today))
    return found


def _last_year(at: Community) -> Year:
    """The last year that is over."""
    year = _in_hand(at)
    return year if year.end < at.today else year_before(at.about, at.shared.programme, year)


def _closing(at: Community, days: int) -> Year | None:
    """The year that is over since a short while, or soon will be."""
    year = _in_hand(at)
    return year if at.today > year.end - timedelta(days=days) else None


def _held(at: Community, year: Year, *, noted: bool = True) -> list[Session]:
    """The sessions of a year that took place; without `noted` also those whose day has passed without notes."""
    return [
        one
        for one in at.community.sessions
        if year.start <= one.date <= min(year.end, at.today - timedelta(days=1)) and not one.cancelled
        and (not noted or one.held)
    ]  # fmt: skip


def _due(review: Review, year: Year, at: Community) -> bool:
    """Whether a review has to be whole: its year is over, or it says that it is final."""
    return review.final == "yes" or at.today > year.end
