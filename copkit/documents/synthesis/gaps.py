"""What is not written down about a period, so that nobody takes a gap for a nought."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.findings import Severity
from copkit.workspace import Session
from copkit.workspace.reviews import no_review

say = lexicon.Words("synthesis.gaps")


def gaps(annual: Annual) -> tuple[str, ...]:
    """Everything about a period that is missing, each in a sentence."""
    found = [*_unread(annual), *_sessions(annual), *_people(annual), *_figures(annual)]
    if annual.review is None:
        found.append(no_review(annual.community, annual.shared.programme, annual.year))
    return tuple(found)


def _unread(annual: Annual) -> Iterator[str]:
    """Files in which something cannot be read."""
    found = [*annual.community.files.findings, *annual.shared.files.findings]
    paths = sorted({one.position.path for one in found if one.severity is Severity.ERROR})
    if not all(_may_be_told(annual, path) for path in paths):
        yield say.plural("mistakes_in_files", len(paths))
    elif paths:
        names = lexicon.listed([path.removeprefix(f"communities/{annual.community.id}/") for path in paths])
        yield say.plural("mistakes", len(paths), names=names)


def _may_be_told(annual: Annual, path: str) -> bool:
    """Whether a file's name tells of no session that is not to be listed, and in public of nobody."""
    name = PurePosixPath(path).name.partition(".yaml")[0].removesuffix(".csv").removesuffix(".notes")
    return name not in annual.unlisted and bool(annual.text(name))


def _sessions(annual: Annual) -> Iterator[str]:
    facts = annual.facts
    due = [one for one in facts.due if not one.cancelled]
    if not facts.held:
        yield say("no_session_is_recorded")
        if due:
            yield say.plural("planned_without_notes", len(due), days=_days(annual, due))
        return
    without = set(facts.without_attendance)
    for words, missing in (
        (say("no_notes"), [one for one in due if one.notes is None]),
        (say("no_record_of_who_came"), [one for one in facts.held if one.id in without]),
        (
            say("no_count_of_how_many"),
            [one for one in facts.held if one.notes is None or one.notes.voices is None],
        ),
        (say("no_feedback"), [one for one in facts.held if one.id not in annual.community.feedback]),
    ):
        if missing:
            yield say.plural("without", len(due), missing=len(missing), what=words, days=_days(annual, missing))


def _days(annual: Annual, sessions: Iterable[Session]) -> str:
    """The days of sessions; in public those that are not to be listed are counted alone."""
    listed = [one for one in sessions if one.id not in annual.unlisted]
    return ", ".join(say_date(one.date) for one in listed) or say("not_listed_in_public")


def _people(annual: Annual) -> Iterator[str]:
    homeless = sum(not home for home in annual.facts.home.values())
    if homeless:
        yield say("homes_unknown") if annual.door.hides_few else say.plural("homes_not_known", homeless)


def _figures(annual: Annual) -> Iterator[str]:
    """Figures that could not be counted, by the reason, and how many are hidden."""
    reasons: dict[str, dict[str, None]] = {}
    hidden = 0
    for code, every in annual.seen.items():
        for one in every:
            hidden += one.hidden
            if one.amount.why:
                reasons.setdefault(one.amount.why, {})[code] = None
    for reason, codes in reasons.items():
        yield f"{', '.join(codes)}: {reason}."
    if hidden:
        yield say.plural("hidden", hidden)
