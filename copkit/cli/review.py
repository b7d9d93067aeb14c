"""`copkit review`: the half of the synthesis that only people can write: a draft, and what in it is still blank."""

from pathlib import Path
from typing import Any

import typer

from copkit.cli.annual import Found, WantedYear, find_year
from copkit.cli.common import AsJson, CommunityName, DryRun, Root, Today, YearName
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.say_json import say_json
from copkit.cli.show import note, say, tell
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.looking import is_there
from copkit.models.review import Review
from copkit.workspace.reviews import QUESTIONS, blank, last_label, no_review, promised, unanswered

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def review() -> None:
    """The team's own half of the annual synthesis: ten short answers.

    Example: copkit review new systems-leadership 2026-27
    """


@app.command()
def new(
    community: CommunityName = "",
    year: YearName = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Draft a review: the ten questions, with the year's facts beside them as remarks, and last year's promises.

    No answer is filled in. A review that is there already stays as it is, and what in it is blank is said.

    Example: copkit review new systems-leadership 2026-27
    """
    from copkit.cli.write import say_written, write
    from copkit.editing.store import Change
    from copkit.new.review import review_file
    from copkit.world.new_files import home

    found = _find(community, year, root, today)
    annual, tree = found.one, found.tree
    path = _path(annual)
    if is_there(tree.root / path):
        note(f"{path} is there already and stays as it is")
        _say_blank(found)
        return OK
    if annual.today < annual.year.start:
        begins = f"{annual.year.label} begins on {say_date(annual.year.start)}"
        raise Stop(f"there is nothing to look back on yet: {begins}", REFUSED)
    data = review_file(home(tree), path, _draft(annual))
    written = write(tree, [Change(tree.root / path, data, None)], dry_run=dry_run)
    if not dry_run:
        say_written(written)
        say("Answer the ten questions together; “copkit review show” says what is still blank.")
    return OK


@app.command()
def show(
    community: CommunityName = "",
    year: YearName = "",
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Say which questions of a review are still blank, and whether it is agreed.

    Example: copkit review show systems-leadership 2026-27
    """
    found = _find(community, year, root, today)
    if as_json:
        say_json(_data(found))
    else:
        _say_blank(found)
    return OK


def _find(community: str, year: str, root: Path | None, today: str) -> Found:
    return find_year(WantedYear(community, year, audience="team", root=root, today=today))


def _path(annual: Annual) -> str:
    return f"communities/{annual.community.id}/reviews/{annual.year.label}.yaml"


def _draft(annual: Annual) -> Any:
    from copkit.documents.review_facts import facts, hints
    from copkit.new.review import Draft

    last = last_label(annual.community.about, annual.shared.programme, annual.year)
    up_to = f"up to {say_date(annual.facts.day)}"
    return Draft(
        annual.year.label,
        last,
        up_to,
        facts(annual),
        QUESTIONS,
        hints(annual),
        promised(annual.reviews.get(last)),
    )


def _read(found: Found) -> tuple[Review, tuple[str, ...]]:
    """The review and its blank questions; an end where there is none to be read."""
    annual = found.one
    if annual.review is None and is_there(found.tree.root / _path(annual)):
        raise Stop(f"{_path(annual)} cannot be read", REFUSED, "“copkit check” says where, and why.")
    if annual.review is None:
        hint = f"“copkit review new {annual.community.id} {annual.year.label}” drafts it."
        raise Stop(no_review(annual.community, annual.shared.programme, annual.year).rstrip("."), REFUSED, hint)
    return annual.review, blank(annual.review, _last(annual))


def _last(annual: Annual) -> Review | None:
    found: Review | None = annual.reviews.get(
        last_label(annual.community.about, annual.shared.programme, annual.year)
    )
    return found


def _say_blank(found: Found) -> None:
    annual = found.one
    given, missing = _read(found)
    asked = _asked(annual)
    done = sum(key not in missing for key in asked)
    say(f"{done} of {len(asked)} questions are answered.", "bold")
    for key in missing:
        tell(f"  {key}: {QUESTIONS[key]}")
        if key == "promises":
            for promise in unanswered(_last(annual), given):
                tell(f"    {promise}")
    agreed = ", ".join(annual.name(who) or who for who in given.agreed_by)
    tell(f"Agreed by {agreed}." if agreed else "Nobody has agreed it yet (agreed_by).")
    say("It is final." if given.final == "yes" else "It is a draft (final: no).")


def _asked(annual: Annual) -> list[str]:
    """The questions: where nothing was promised last year, nobody asks what became of it."""
    return [key for key in QUESTIONS if key != "promises" or promised(_last(annual))]


def _data(found: Found) -> dict[str, Any]:
    annual = found.one
    given, missing = _read(found)
    return {
        "path": _path(annual),
        "year": annual.year.label,
        "answered": [key for key in _asked(annual) if key not in missing],
        "blank": list(missing),
        "promises_without_outcome": list(unanswered(_last(annual), given)),
        "agreed_by": list(given.agreed_by),
        "final": given.final == "yes",
    }
