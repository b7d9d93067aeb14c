"""`copkit show`: one record as its file has it, each field with its line."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from copkit.cli.common import AsJson, Root, Today, pick_session
from copkit.cli.completing import nouns
from copkit.cli.exits import OK, Stop
from copkit.cli.nouns import Listed, Shelf, rows, shelf
from copkit.cli.reading import there_are
from copkit.cli.say_json import say_json
from copkit.cli.show import say, styled, tell_beside
from copkit.nouns.page import Line, as_data, lines
from copkit.people.register import fold
from copkit.suggest import did_you_mean
from copkit.workspace import community_ids

_OF_WHAT = "Of what: a member, session, group and so on."
NounName = Annotated[str, typer.Argument(metavar="NOUN", help=_OF_WHAT, autocompletion=nouns)]
_WHICH = "Its id, its name or the start of it; of a session its day or number."
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[COMMUNITY] ID", help="Its id, its name or the start of it; of a session its day or number."
    ),
]
_LABEL = 26
"""Columns of the line's number and the label."""


def show(
    noun: NounName,
    words: Words = None,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Show one record: where it stands, what follows from others, and each field of its file with its line.

    “copkit list NOUN” lists what there is. It is for the team: a document is made for others.

    Example: copkit show session systems-leadership next
    """
    of = shelf(noun, root, today, words or ())
    community, name = _told(of, words or [])
    one = _one(of, list(rows(of, community)), name)
    if as_json:
        record = as_data(one.row.record) if one.row.record is not None else {}
        say_json({"noun": of.noun.one, "found": one.row.data, "record": record})
    else:
        _say(of, one)
    return OK


def _told(of: Shelf, words: Sequence[str]) -> tuple[str, str]:
    """The community, where one of several words is one, and the name that the others make."""
    every = community_ids(of.tree) if of.noun.own and of.noun.kind != "community" else []
    if len(words) > 1:
        named = next((word for word in words if word in every), "") or next(
            (word for word in words if len([one for one in every if one.startswith(word.casefold())]) == 1), ""
        )
        rest = [word for at, word in enumerate(words) if at != (list(words).index(named) if named else -1)]
        return named, " ".join(rest)
    return "", " ".join(words)


def _one(of: Shelf, every: Sequence[Listed], name: str) -> Listed:
    """The record that is meant; an end with those that may be."""
    found = _meant(of, every, name) if name else list(every)
    if len(found) == 1:
        return found[0]
    if found:
        said = dict.fromkeys(f"{one.row.key}{f' ({one.community})' if one.community else ''}" for one in found[:8])
        more = f" and {len(found) - 8} more" if len(found) > 8 else ""
        raise Stop(f"which {of.noun.one}?", hint=f"{there_are(said).rstrip('.')}{more}.")
    hint = did_you_mean(name, [one.row.key for one in every]) or f"“copkit list {of.word}” lists them."
    raise Stop(f"there is no {of.noun.one} “{name}”", hint=hint)


def _meant(of: Shelf, every: Sequence[Listed], name: str) -> list[Listed]:
    """Those of this id or name; else those that begin so. A session is found by its day or number too."""
    if of.word in ("members", "people"):
        return [one for one in every if one.row.key == _person(of, one, name)]
    if of.word == "sessions":
        return list(_sessions(of, every, name))
    wanted = fold(name)
    exact = [one for one in every if wanted in (fold(one.row.key), fold(one.row.name))]
    return exact or [
        one for one in every if fold(one.row.key).startswith(wanted) or fold(one.row.name).startswith(wanted)
    ]


def _person(of: Shelf, one: Listed, name: str) -> str:
    """Who is meant, as the community of a row calls people."""
    own, register = one.scene.community, of.shared.register
    return own.company(register).who(name) if own is not None else register.find(name).id or name


def _sessions(of: Shelf, every: Sequence[Listed], name: str) -> Iterator[Listed]:
    """The session of each community that is meant by a day, a number, `next` or `last`."""
    problems: list[Stop] = []
    communities = {one.scene.own.id: one.scene.own for one in every}
    for own in communities.values():
        try:
            key = pick_session(own, name, of.day).id
        except Stop as problem:
            problems.append(problem)
            continue
        yield from (one for one in every if one.scene.own is own and one.row.key == key)
    if problems and len(problems) == len(communities):
        raise problems[0]


def _say(of: Shelf, one: Listed) -> None:
    say(one.row.name or one.row.key, "bold")
    where = f" of {one.community}" if one.community and of.noun.kind != "community" else ""
    for line in (f"{of.noun.one}{where}", str(one.row.position), one.row.data.get("notes")):
        if line:
            say(line, "dim")
    say()
    for heading, cell in _summary(of, one):
        tell_beside(styled(f"       {heading:<{_LABEL - 8}} ", "dim"), _LABEL, cell)
    every = list(lines(one.scene, one.row))
    if every:
        say()
    for line in every:
        _say_line(line)


def _summary(of: Shelf, one: Listed) -> Iterator[tuple[str, str]]:
    """What the list says of it, but for its name, and what follows from other records."""
    if one.row.facts:
        yield from one.row.facts
        return
    for heading, cell in zip(of.noun.headings, one.row.cells, strict=True):
        if heading and cell not in ("–", "", one.row.name, one.row.key):
            yield heading, cell


def _say_line(line: Line) -> None:
    """A field with its line in the file; what is long goes on below itself."""
    lead = f"{line.number:>5}  {'  ' * line.depth}{line.label}"
    if not line.text:
        say(lead, "dim")
        return
    lead = f"{lead:<{_LABEL - 1}} " if line.label else lead
    tell_beside(styled(lead, "dim"), len(lead), line.text)
