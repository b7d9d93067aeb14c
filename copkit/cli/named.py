"""Documents of things as they stand today: the communities, and the one initiative or group that is meant."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from copkit.cli.annual import Found
from copkit.cli.common import pick_ids, the_day, workspace
from copkit.cli.exits import Stop
from copkit.cli.printing import logo_of
from copkit.cli.reading import there_are
from copkit.cli.sound import names_known, say_unread
from copkit.documents.annual import Annual
from copkit.documents.source import Audience
from copkit.metrics import Period
from copkit.workspace import load_community, load_shared
from copkit.workspace.reporting import year_in_hand

Names = Callable[[Annual], Collection[str]]


def as_of_today(
    typed: str, audiences: Sequence[Audience], root: Path | None, today: str, community: str = ""
) -> Found:
    """The communities as they stand today, for the audience typed or the first of those that there are.

    Only those are read whose id begins with what is typed; all where none does, since it may name a thing.
    """
    audience = next((one for one in audiences if one == (typed or audiences[0])), None)
    if audience is None:
        raise Stop(f"there is no version for “{typed}”", hint=there_are(audiences))
    tree = workspace(root)
    shared = load_shared(tree)
    names_known(shared, audience)
    say_unread(shared.files)
    day, logo, annuals = the_day(today, shared), logo_of(tree, shared), []
    ids = pick_ids(tree, "")
    for name in [one for one in ids if one.startswith(_id(community))] or ids:
        files = load_community(tree, name)
        say_unread(files.files)
        year = year_in_hand(files.about, shared.programme, day)
        period = Period(year.start, year.end)
        annuals.append(Annual(shared, files, year, period, audience, day, None, logo))
    return Found(tree, shared, day, tuple(annuals))


class Named(NamedTuple):
    """What the user typed: a community, a thing, and the word for such a thing."""

    community: str
    thing: str
    word: str


def named(found: Found, typed: Named, names: Names) -> tuple[Found, str]:
    """The communities that are meant, and the id of the thing; an empty one where none is named.

    A thing may be named alone, as long as only one community has it: then that community is meant.
    """
    if typed.community and not typed.thing and not _is_community(found, typed.community):
        return _only_one(found, typed, typed.community, names)
    ids = pick_ids(found.tree, typed.community)
    found = replace(found, annuals=tuple(one for one in found.annuals if one.community.id in ids))
    return _only_one(found, typed, typed.thing, names) if typed.thing else (found, "")


def _is_community(found: Found, typed: str) -> bool:
    return any(one.community.id.startswith(_id(typed)) for one in found.annuals)


def _id(typed: str) -> str:
    """What is typed for a community, as its id would begin; a folder may be typed."""
    return typed.casefold().rstrip("/").rpartition("/")[2]


def _only_one(found: Found, typed: Named, thing: str, names: Names) -> tuple[Found, str]:
    """The thing of this id, or whose id starts so, and its community."""
    wanted = thing.casefold().removesuffix(".yaml").rpartition("/")[2]
    every = [(one, key) for one in found.annuals for key in sorted(names(one))]
    close = [pair for pair in every if pair[1] == wanted] or [pair for pair in every if pair[1].startswith(wanted)]
    if len(close) == 1:
        return replace(found, annuals=(close[0][0],)), close[0][1]
    if close:
        many = [f"{one.community.id} {key}" for one, key in close]
        raise Stop(f"“{thing}” may mean {' or '.join(many)}", hint="Name the community and the whole id.")
    raise Stop(f"there is no {typed.word} “{thing}”{_where(found)}", hint=_hint(wanted, typed.word, every))


def _where(found: Found) -> str:
    return f" in {found.annuals[0].community.id}" if len(found.annuals) == 1 else ""


def _hint(wanted: str, word: str, every: list[tuple[Annual, str]]) -> str:
    from copkit.suggest import did_you_mean

    keys = [key for _, key in every]
    if not keys:
        return f"There is no {word} yet."
    return did_you_mean(wanted, keys) or there_are(keys)
