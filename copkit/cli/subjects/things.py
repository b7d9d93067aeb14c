"""Documents of things as they stand today: initiatives and groups, of one community or of all."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from copkit.cli.common import pick_ids
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.reading import there_are
from copkit.cli.require_readable import kept
from copkit.cli.subjects.desk import Desk, Piece
from copkit.cli.subjects.words import Words
from copkit.documents.annual import Annual
from copkit.documents.several import Several
from copkit.metrics import Period
from copkit.workspace.reporting import year_in_hand

Names = Callable[[Annual], Collection[str]]


class Thing(NamedTuple):
    """A thing by its id, in its community."""

    of: Annual
    id: str


def exemplars(desk: Desk) -> Iterator[Piece]:
    """The entry of the initiative that is named, or of each that is an exemplar."""
    annuals, named = meant(desk, "initiative", lambda one: one.community.initiatives)
    for of, key in [named] if named else _exemplary(annuals):
        yield _piece(desk, Thing(of, key))._replace(remarks=partial(_not_printed, key))


def groups(desk: Desk) -> Iterator[Piece]:
    """The report of the group that is named, or of each."""
    annuals, named = meant(desk, "group", lambda one: one.community.groups)
    chosen = [named] if named else [Thing(of, key) for of in annuals for key in sorted(of.community.groups)]
    if not chosen:
        raise Stop("there is no group yet", REFUSED, "“copkit new group” starts one from a line in the notes.")
    for one in chosen:
        yield _piece(desk, one)


def hub(desk: Desk) -> Iterator[Piece]:
    """The index of one community, or of all."""
    annuals = standing(desk, pick_ids(desk.tree, desk.words().first))
    name = annuals[0].files.id if len(annuals) == 1 else ""
    yield desk.piece((Several.of(annuals),), desk.file(name, desk.document.name), "the hub's index", name)


def _piece(desk: Desk, one: Thing) -> Piece:
    name, what = one.of.files.id, desk.document.name
    return desk.piece(one, desk.file(name, what, one.id), f"the {what} {one.id} of {name}", name)


def _exemplary(annuals: Sequence[Annual]) -> list[Thing]:
    from copkit.documents.exemplar import EXEMPLARY
    from copkit.metrics.standing import stage_on

    chosen = [
        Thing(of, key)
        for of in annuals
        for key, one in sorted(of.community.initiatives.items())
        if stage_on(of.community, one, of.today) in EXEMPLARY
    ]
    if not chosen:
        hint = "Name an initiative to print it at any stage."
        raise Stop("no initiative is an exemplar, spreading or embedded yet", REFUSED, hint)
    return chosen


def _not_printed(key: str, view: Any) -> Iterator[str]:
    if view.not_yet:
        yield f"{key}: {view.not_yet[0].lower()}{view.not_yet[1:]}"
    yield from kept(key, view.held)


def standing(desk: Desk, ids: Sequence[str]) -> list[Annual]:
    """Communities as they stand today."""
    annuals = []
    for name in ids:
        files = desk.community(name)
        year = year_in_hand(files.about, desk.shared.programme, desk.today)
        period = Period(year.start, year.end)
        annuals.append(Annual(desk.shared, files, year, period, desk.audience, desk.today, None, desk.marks))
    return annuals


def meant(desk: Desk, word: str, names: Names) -> tuple[list[Annual], Thing | None]:
    """The communities that are meant, and the thing where one is named.

    A thing may be named alone, as long as only one community has it: then that community is meant. Of two names
    the community's may stand first or last.
    """
    first, second = community_first(desk, desk.words(2))
    every = pick_ids(desk.tree, "")
    if first and not second and not _begins(first, every):
        annuals = standing(desk, every)
        return annuals, _only_one(annuals, word, first, names)
    annuals = standing(desk, pick_ids(desk.tree, first))
    return annuals, _only_one(annuals, word, second, names) if second else None


def community_first(desk: Desk, words: Words) -> tuple[str, str]:
    """The community first, where two are named."""
    first, second = (*words.names, "", "")[:2]
    ids = pick_ids(desk.tree, "")
    turned = second and not _begins(first, ids) and _begins(second, ids)
    return (second, first) if turned else (first, second)


def _begins(typed: str, ids: Collection[str]) -> bool:
    return any(one.startswith(community_of(typed)) for one in ids)


def community_of(typed: str) -> str:
    """What is typed for a community, as its id would begin; a folder may be typed."""
    return typed.casefold().rstrip("/").rpartition("/")[2]


def _only_one(annuals: Sequence[Annual], word: str, thing: str, names: Names) -> Thing:
    """The thing of this id, or whose id starts so, and its community."""
    wanted = thing.casefold().removesuffix(".yaml").rpartition("/")[2]
    every = [Thing(one, key) for one in annuals for key in sorted(names(one))]
    close = [one for one in every if one.id == one.of.files.called.get(wanted, wanted)] or [
        one for one in every if one.id.startswith(wanted)
    ]
    if len(close) == 1:
        return close[0]
    if close:
        many = [f"{one.of.files.id} {one.id}" for one in close]
        raise Stop(f"“{thing}” may mean {' or '.join(many)}", hint="Name the community and the whole id.")
    where = f" in {annuals[0].files.id}" if len(annuals) == 1 else ""
    raise Stop(f"there is no {word} “{thing}”{where}", hint=_hint(wanted, word, [one.id for one in every]))


def _hint(wanted: str, word: str, keys: list[str]) -> str:
    from copkit.suggest import did_you_mean

    if not keys:
        return f"There is no {word} yet."
    return did_you_mean(wanted, keys) or there_are(keys)
