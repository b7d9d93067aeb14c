"""Reviews of one year and the next: the promises of last year, their outcomes, and files that belong to no year."""

from collections.abc import Iterable, Iterator, Mapping

from copkit.dates import Year
from copkit.models.community import Community
from copkit.models.programme import Programme
from copkit.models.review import PromiseKept, Review
from copkit.people.register import fold
from copkit.workspace.records import CommunityFiles
from copkit.workspace.reporting import reporting_year, year_before

QUESTIONS: Mapping[str, str] = {
    "headline": "The year in one sentence. What would you tell a friend in the lift?",
    "what_changed": "What changed for people, and would not have without this community?",
    "shifts": "Which shifts in thinking did you notice? From what, to what?",
    "surprises": "What surprised you?",
    "did_not_work": "What did not work?",
    "you_said_we_did": "What did members ask for, and what did you change? Since when?",
    "promises": "What became of last year's promises: kept, partly or not, and why?",
    "still_stuck": "What is still stuck?",
    "asks_of_leaders": "What do you ask of leaders? Three asks at most.",
    "next_year": "Keep or change the domain and the rhythm? What do you promise?",
}
"""The ten questions of a review, by field, in the order in which they are asked."""


def blank(review: Review, last: Review | None) -> tuple[str, ...]:
    """The questions of a review that nobody has answered yet, by field, in order.

    A promise of last year without an outcome leaves `promises` blank; where nothing was promised it is not asked.
    """
    found = []
    for field in QUESTIONS:
        given = getattr(review, field)
        if field == "promises":
            empty = any(unanswered(last, review))
        elif field == "next_year":
            empty = not (given.domain and given.rhythm and given.promises)
        else:
            empty = not given
        if empty:
            found.append(field)
    return tuple(found)


def promised(review: Review | None) -> tuple[str, ...]:
    """What a review promised for the year after it."""
    return review.next_year.promises if review is not None else ()


def answered(promises: Iterable[str], given: Iterable[PromiseKept]) -> Iterator[tuple[str, PromiseKept | None]]:
    """Each promise with what became of it; then answers to promises that nobody finds in last year's review."""
    by_text = {fold(one.promise): one for one in given}
    for promise in promises:
        yield promise, by_text.pop(fold(promise), None)
    for one in by_text.values():
        yield one.promise, one


def unanswered(last: Review | None, review: Review) -> Iterator[str]:
    """Last year's promises of which this year's review does not say what became of them."""
    for promise, given in answered(promised(last), review.promises):
        if given is None or given.outcome is None:
            yield promise


def last_label(about: Community, programme: Programme, year: Year) -> str:
    """The label of the year before, which names the file of last year's review."""
    return year_before(about, programme, year).label


def astray(community: CommunityFiles, programme: Programme) -> Iterator[tuple[str, str]]:
    """Reviews whose file is named after no year of the community, and the name that was meant; empty if unclear."""
    for name in community.other.get("review", {}):
        meant = own_year(community.about, programme, name)
        if meant != name:
            yield name, meant


def own_year(about: Community, programme: Programme, name: str) -> str:
    """The label of a community's year that somebody calls by a name; empty where it is none."""
    try:
        return reporting_year(about, programme, name).label
    except ValueError:
        return ""


def no_review(community: CommunityFiles, programme: Programme, year: Year) -> str:
    """That a year has no review, and which file may be it under another name."""
    there = f"communities/{community.id}/reviews"
    said = f"No review of {year.label} was found, which only the team can write."
    wrong = sorted({name for name, _ in astray(community, programme)} | set(_to_come(community, programme, year)))
    if wrong:
        files = " and ".join(f"{name}.yaml" for name in wrong)
        said += f" There is {files} in {there}; a review of this year is called {year.label}.yaml."
    return said


def _to_come(community: CommunityFiles, programme: Programme, year: Year) -> Iterator[str]:
    """Reviews of later years."""
    for name in community.other.get("review", {}):
        try:
            found = reporting_year(community.about, programme, name)
        except ValueError:
            continue
        if found.start > year.start:
            yield name
