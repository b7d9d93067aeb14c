"""`copkit why`: where a figure comes from: its definition, its fraction, and each record behind it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Any

import typer

from copkit.cli.annual import Found, WantedYear, find_year
from copkit.cli.common import AsJson, Root, Today, pick_ids, workspace
from copkit.cli.exits import OK, Stop
from copkit.cli.options import From, To, whom
from copkit.cli.reading import there_are
from copkit.cli.say_json import say_json
from copkit.cli.show import width
from copkit.cli.why_words import Asked, read_words
from copkit.dates import say_date
from copkit.documents.source import Audience
from copkit.metrics import Figure, registry

AUDIENCES: tuple[Audience, ...] = ("team", "members", "public")

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[CODE] [LABEL] [COMMUNITY] [YEAR]", help="Such as C2 systems-leadership 2026-27."),
]
For = Annotated[str, whom(AUDIENCES)]
Every = Annotated[bool, typer.Option("--all", help="Of all communities together.")]


@dataclass(frozen=True)
class Answer:
    """The figures that were asked for, of whom they are, and the other figures of the metric."""

    code: str
    of: str
    period: str
    found: Found
    figures: tuple[Figure, ...]
    others: tuple[Figure, ...]


def why(
    words: Words = None,
    every: Every = False,
    for_: For = "",
    from_: From = "",
    to: To = "",
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Say where a figure comes from: its definition, its fraction, and file and line of each record behind it.

    Words may stand in any order; the label of one figure goes in quotes: copkit why C2 "by chance". Without words
    the metrics are listed. It is the team that has the files: --for public shows what a public report would.

    Example: copkit why C2 systems-leadership 2026-27
    """
    from copkit.cli.why_say import list_metrics, print_answer

    if not words:
        list_metrics(as_json=as_json)
        return OK
    asked = read_words(words, pick_ids(workspace(root), ""))
    wanted = WantedYear(asked.community, asked.year, from_, to, for_, root, today)
    together = every or registry()[asked.code].scope == "programme"
    if together and asked.community:
        raise Stop(f"{asked.code} is asked of all communities", hint=f"Leave {asked.community} out.")
    answer = _together(asked, wanted) if together else _of_one(asked, wanted)
    if as_json:
        say_json(_data(answer))
    else:
        print_answer(answer, width())
    return OK


def _of_one(asked: Asked, wanted: WantedYear) -> Answer:
    """The figures of one community."""
    from copkit.documents.explaining import as_seen

    found = find_year(wanted if asked.community else _with_community(asked.label, wanted), AUDIENCES)
    annual = found.one
    about = annual.community.about
    figures = tuple(as_seen(annual, one) for one in annual.seen[asked.code])
    names = {one.label: _names(found, one.label) for one in figures}
    chosen, others = _choose(asked, figures, names)
    period = annual.period.said
    if not annual.over:
        period += f", counted up to {say_date(annual.facts.day)}"
    return Answer(asked.code, about.name or about.id, period, found, chosen, others)


def _with_community(label: str, wanted: WantedYear) -> WantedYear:
    """The community whose initiative the label is; an end where it looks like a community and is none."""
    tree = workspace(wanted.root)
    ids = pick_ids(tree, "")
    if not label or len(ids) == 1:
        return wanted
    folders = {one: f"communities/{one}/initiatives" for one in ids}
    theirs = [one for one, folder in folders.items() if f"{folder}/{label}.yaml" in tree.files(folder)]
    if len(theirs) == 1:
        return replace(wanted, community=theirs[0])
    if " " not in label and not theirs:
        pick_ids(tree, label)
    return wanted


def _together(asked: Asked, wanted: WantedYear) -> Answer:
    """The figures of all communities together."""
    from copkit.cli.whole import whole_of

    found, figures, period = whole_of(wanted, AUDIENCES)
    if asked.code not in figures:
        hint = f"Name a community, or ask for one of {', '.join(figures)}."
        raise Stop(f"{asked.code} does not add up over communities", hint=hint)
    every = figures[asked.code]
    chosen, others = _choose(asked, every, {one.label: (one.label,) for one in every})
    return Answer(
        asked.code, found.shared.programme.programme or "All communities", period.said, found, chosen, others
    )


def _names(found: Found, label: str) -> tuple[str, ...]:
    """Under which names a figure may be asked for: its label, or the name of what the label stands for."""
    place = found.shared.organisations.get(label)
    work = found.one.community.initiatives.get(label)
    return (label, *((place.name, place.short) if place else ()), *((work.name,) if work else ()))


def _choose(
    asked: Asked, figures: tuple[Figure, ...], names: dict[str, tuple[str, ...]]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figure of a label; the main one where none is named, or all without a main one; and the others."""
    if not figures:
        return (), ()
    if not asked.label:
        main = tuple(one for one in figures if not one.label)
        return (main, tuple(one for one in figures if one.label)) if main else (figures, ())
    typed = asked.label.casefold()
    exact = [one for one in figures if typed in (name.casefold() for name in names[one.label] if name)]
    begun = [one for one in figures if any(name.casefold().startswith(typed) for name in names[one.label] if name)]
    chosen = exact or (begun if len(begun) == 1 else [])
    if not chosen:
        from copkit.suggest import did_you_mean

        labels = [one.label for one in figures if one.label]
        hint = did_you_mean(asked.label, labels)
        raise Stop(f"{asked.code} has no figure “{asked.label}”", hint=f"{hint} {there_are(labels)}".strip())
    return tuple(chosen), tuple(one for one in figures if one not in chosen)


def _data(answer: Answer) -> dict[str, Any]:
    from copkit.documents.evidence import figure_data
    from copkit.metrics.pages import definition

    about = definition(answer.code)
    return {
        "code": answer.code,
        "name": about.name,
        "definition": " ".join((about.formula, *about.notes)),
        "counted_from": about.source,
        "after": about.after,
        "of": answer.of,
        "figures": [
            {**figure_data(one), "counted": _records(one.counted), "among": _records(one.among)}
            for one in answer.figures
        ],
        "others": [{"label": one.label, "said": one.said} for one in answer.others],
    }


def _records(sources: Iterable[Any]) -> list[dict[str, Any]]:
    return [{**one.position._asdict(), "what": one.what} for one in sources]
