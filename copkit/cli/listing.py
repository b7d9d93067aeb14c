"""`copkit list`: every noun of a workspace, and where each thing stands."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer

from copkit.cli.common import AsJson, CommunityName, Root, Today
from copkit.cli.completing import nouns
from copkit.cli.exits import OK, Stop
from copkit.cli.nouns import Listed, Shelf, rows, shelf
from copkit.cli.reading import there_are
from copkit.cli.say_json import say_json
from copkit.cli.show import say, table
from copkit.workspace import community_ids

_OF_WHAT = "Of what: members, sessions, groups and so on."
WhatName = Annotated[str, typer.Argument(metavar="NOUN", help=_OF_WHAT, autocompletion=nouns)]
StageName = Annotated[str, typer.Option("--stage", metavar="STAGE", help="Only initiatives at this stage.")]
OnlyOpen = Annotated[bool, typer.Option("--open", help="Only what is open: still to come, or not finished.")]


def list_(
    what: WhatName = "",
    community: CommunityName = "",
    stage: StageName = "",
    only_open: OnlyOpen = False,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """List members, sessions, initiatives or whatever the workspace has; alone, say what can be listed.

    Sorted by name or date, never ranked. Of stories --open means without consent yet, of practices without a
    verdict yet, of events still to come.

    Example: copkit list initiatives systems-leadership --stage testing
    """
    if not what:
        return _say_nouns()
    of = shelf(what, root, today)
    if stage:
        _known_stage(of, stage)
    found = [one for one in rows(of, community) if _wanted(one, stage, only_open=only_open)]
    if as_json:
        say_json({"noun": of.word, "records": [one.row.data for one in found]})
    else:
        _say(of, found, several=not community and len(community_ids(of.tree)) > 1)
    return OK


def _wanted(one: Listed, stage: str, *, only_open: bool) -> bool:
    return (one.row.open or not only_open) and stage in ("", one.row.stage)


def _say_nouns() -> int:
    """What can be listed, and what is open of it."""
    from copkit.nouns.registry import NOUNS

    table(
        ("Noun", "Of", "With --open"),
        ((word, _whose(noun.own), noun.opens or "all") for word, noun in NOUNS.items()),
    )
    say("“copkit list NOUN” lists them; “copkit show NOUN ID” shows one.")
    return OK


def _whose(own: bool) -> str:
    return "a community" if own else "the programme"


def _known_stage(of: Shelf, stage: str) -> None:
    from copkit.metrics.standing import STAGES
    from copkit.suggest import did_you_mean

    if not of.noun.stages:
        raise Stop(f"--stage is for initiatives, not for {of.word}")
    if stage not in STAGES:
        hint = did_you_mean(stage, list(STAGES)) or there_are(STAGES)
        raise Stop(f"there is no stage “{stage}”", hint=hint)


def _say(of: Shelf, found: Sequence[Listed], *, several: bool) -> None:
    """A table for each community, or one for what all share; communities themselves stand in one."""
    apart = several and of.noun.own and of.noun.kind != "community"
    for name, block in groupby(found, lambda one: one.community if apart else ""):
        if name:
            say(name, "bold")
        table(of.noun.headings, [cells for one in block for cells in (one.row.cells, *one.row.below)])
    say(f"{len(found)} {of.word}" if len(found) != 1 else f"1 {of.noun.one}", "bold")
