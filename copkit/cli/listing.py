"""`copkit list`: what has come of talk, and where each thing stands."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from copkit.cli.common import AsJson, CommunityName, Root, Today, pick_ids, the_day, workspace
from copkit.cli.exits import OK, Stop
from copkit.cli.show import say, table
from copkit.cli.sound import names_known, say_unread
from copkit.workspace import load_community, load_shared

_NAMES = "initiatives, groups, stories, practices, events, challenges, cohorts or opportunities."
WhatName = Annotated[str, typer.Argument(metavar="WHAT", help=_NAMES)]
StageName = Annotated[str, typer.Option("--stage", metavar="STAGE", help="Only initiatives at this stage.")]
OnlyOpen = Annotated[bool, typer.Option("--open", help="Only what is open: not finished, ended or closed.")]


def list_(
    what: WhatName,
    community: CommunityName = "",
    stage: StageName = "",
    only_open: OnlyOpen = False,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """List what has come of talk: initiatives with stage and adoption, groups, stories, practices and more.

    Sorted by name or date, never ranked. Of stories --open means without consent yet, of practices without a
    verdict yet, of events still to come.

    Example: copkit list initiatives systems-leadership --stage testing
    """
    from copkit.cli.list_rows import NOUNS, Row

    word = _noun(what, list(NOUNS))
    noun = NOUNS[word]
    if stage and not noun.stages:
        raise Stop(f"--stage is for initiatives, not for {word}")
    if stage:
        _known_stage(stage)
    tree = workspace(root)
    shared = load_shared(tree, ("programme", "people", "organisations", noun.kind))
    names_known(shared, "team")
    say_unread(shared.files)
    day, ids = the_day(today, shared), pick_ids(tree, community)
    found: list[tuple[str, Row]] = []
    if noun.own:
        for name in ids:
            one = load_community(tree, name, ("community", "members", noun.kind))
            say_unread(one.files)
            found += [(one.short, row) for row in noun.rows(one, shared, day)]
    else:
        found = [("", row) for row in noun.rows(shared, day, ids[0] if community else "")]
    found = [(name, row) for name, row in found if not (only_open and not row.open) and stage in ("", row.stage)]
    if as_json:
        say(json.dumps([row.data for _, row in found], indent=2, ensure_ascii=False))
        return OK
    _show(word, noun.headings, found, several=noun.own and len(ids) > 1)
    return OK


def _noun(typed: str, known: Sequence[str]) -> str:
    """The word for what is listed, in its singular or the start of it as well."""
    word = typed.casefold()
    fits = [one for one in known if one == word] or [
        one for one in known if word and one.startswith(word[:-1] or word)
    ]
    if len(fits) == 1:
        return fits[0]
    from copkit.suggest import did_you_mean

    raise Stop(
        f"“{typed}” cannot be listed", hint=did_you_mean(word, list(known)) or f"There are {', '.join(known)}."
    )


def _known_stage(stage: str) -> None:
    from copkit.metrics.standing import STAGES
    from copkit.suggest import did_you_mean

    if stage not in STAGES:
        raise Stop(
            f"there is no stage “{stage}”",
            hint=did_you_mean(stage, list(STAGES)) or f"There are {', '.join(STAGES)}.",
        )


def _show(word: str, headings: Sequence[str], found: Sequence[tuple[str, object]], *, several: bool) -> None:
    """A table for each community, or one for the programme's own lists."""
    from copkit.cli.list_rows import Row, entries_of

    blocks: dict[str, list[Sequence[str]]] = {}
    for name, row in found:
        assert isinstance(row, Row)
        lines = blocks.setdefault(name, [])
        lines.append(row.cells)
        if word == "challenges":
            lines.extend(entries_of(row))
    for name, lines in blocks.items():
        if several:
            say(name, "bold")
        table(headings, lines)
    say(f"{len(found)} {word}" if len(found) != 1 else f"1 {_one(word)}", "bold")


def _one(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
