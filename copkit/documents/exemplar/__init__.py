"""The Exemplar Hub entry: an initiative on one page, for somebody who may want to take it up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.dates import say_date, say_month
from copkit.documents.annual import Annual
from copkit.documents.exemplar.doing import Cell, doing
from copkit.documents.exemplar.measured import Measured, measured
from copkit.documents.exemplar.users import Users, users
from copkit.documents.people_held import Reader
from copkit.metrics.standing import changes, stage_on
from copkit.models.initiative import Initiative, InitiativeStage
from copkit.render.meta import Meta

say = lexicon.Words("exemplar")

EXEMPLARY: tuple[InitiativeStage, ...] = ("exemplar", "spreading", "embedded")
"""The stages at which an initiative belongs in the hub."""


class Helper(NamedTuple):
    """Somebody who can help, and where that person works."""

    name: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A hub entry. Texts are ready to print; an empty one has nothing to say.

    `tested` is the last small test, in the place of what was measured where it goes no further. Members also have
    who carries it, who can help, and when somebody last looked who uses it.
    """

    meta: Meta
    not_yet: str
    measured: tuple[Measured, ...]
    tested: tuple[Cell, ...]
    do_this: tuple[str, ...]
    cells: tuple[Cell, ...]
    besides: tuple[Cell, ...]
    users: tuple[Users, ...]
    behind: tuple[Cell, ...]
    since: str
    contact: str
    more: str
    held: int
    owner: str | Absent
    looked_at: str | Absent
    helpers: tuple[Helper, ...]


def entry(of: Annual, key: str) -> Entry:
    """The hub entry of an initiative, for the audience and the day of `of`."""
    one = of.community.initiatives[key]
    read, stage = Reader(), stage_on(of.community, one, of.today) or "spotted"
    title = read.title(one.name, key, say("an_initiative"))
    done = doing(of, read, one, stage)
    words: dict[str, object] = {
        "measured": measured(of, read, one),
        "tested": done.tested,
        "do_this": done.lines,
        "cells": done.cells,
        "besides": done.besides,
        "not_yet": _not_yet(stage),
        "users": users(of, one),
        "behind": tuple(Cell(word, text) for word, text in _behind(of, read, one) if text),
        "since": _since(one, stage, of.today),
        "contact": one.contact or of.contact,
        "more": one.more,
        "meta": _meta(of, title, read(one.summary), _not_yet(stage), _version(one, of.today)),
        "owner": of.only("members", lambda: of.name(one.owner)),
        "looked_at": of.only("members", lambda: _looked_at(one, of.today)),
        "helpers": of.only("members", lambda: tuple(_helper(of, who) for who in one.people_who_can_help)),
    }
    return Entry(**words, held=read.held)  # type: ignore[arg-type]


def _meta(of: Annual, title: str, summary: str, not_yet: str, version: int) -> Meta:
    made = of.meta(title, summary, version=str(version))
    kind = " ".join(filter(None, (say("from_the", community=made.community), not_yet)))
    return replace(made, community=say("the_hub"), kind=kind)


def _not_yet(stage: InitiativeStage) -> str:
    """That an initiative is no exemplar, and how it stands."""
    if stage in EXEMPLARY:
        return ""
    if stage == "stopped":
        return say("not_an_exemplar")
    return say("not_yet_an_exemplar", stage=say.table("stages")[stage])


def _behind(of: Annual, read: Reader, one: Initiative) -> Iterator[tuple[str, str]]:
    """Who stands behind it: who made it, its sponsor, its board and how it is overseen."""
    sponsor = of.name(one.sponsor) or (say("named_to_members") if one.sponsor else "")
    yield say("made_by"), read(one.made_by)
    yield say("sponsor"), sponsor
    yield say("board"), read(one.board)
    yield say("oversight"), read(one.oversight)


def _since(one: Initiative, stage: InitiativeStage, today: date) -> str:
    """Since when it stands at its stage."""
    lines = ((line.date, line.stage) for line in one.stages if line.date is not None)
    days = [day for day, name in lines if name == stage and day <= today]
    return say("since", stage=say.table("stages")[stage], day=say_date(max(days))) if days else ""


def _looked_at(one: Initiative, today: date) -> str:
    """When somebody last looked whether it is used."""
    days = [told.checked for told in one.adoption.values() if told.checked is not None and told.checked <= today]
    return say_month(max(days)) if days else ""


def _helper(of: Annual, typed: str) -> Helper:
    return Helper(of.name(typed), of.works_at(typed, of.today))


def _version(one: Initiative, today: date) -> int:
    """A new version with each stage, measurement and change of who uses it."""
    days = [*(line.date for line in one.stages), *(line.date for line in one.evidence)]
    days += [change.date for told in one.adoption.values() for change in changes(told)]
    return max(1, sum(day is not None and day <= today for day in days))
