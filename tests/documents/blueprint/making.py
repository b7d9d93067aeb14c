"""Make blueprints of the demonstration, and of communities built in memory."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from copkit.documents import Audience
from copkit.documents.blueprint import build
from copkit.documents.blueprint.blocks import Block
from copkit.documents.standing import Standing
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.models.community import Community, Rhythm
from copkit.models.practices import PracticeEntry
from copkit.models.programme import Programme
from copkit.models.session import Plan
from copkit.render import FORMATS, html
from copkit.workspace import CommunityFiles, Folder, Session, Shared, load_community, load_shared
from copkit.workspace.places import Files
from tests.shell import ROOT

TODAY = date(2026, 11, 27)
LEADERSHIP = "systems-leadership"
HELD = Plan(date=date(2026, 10, 13), status="held")


@cache
def demonstrated(name: str = LEADERSHIP, audience: Audience = "members") -> Standing:
    """A community of the demonstration."""
    tree = Folder(ROOT)
    return Standing(load_shared(tree), load_community(tree, name), audience, TODAY)


def bare(audience: Audience = "members", **about: Any) -> Standing:
    """A community of which only some fields are known."""
    community = CommunityFiles("bare", Files(), Community(id="bare", name="Bare Community", **about))
    return Standing(Shared(Files(), Programme()), community, audience, TODAY)


def met(audience: Audience = "members", plan: Plan = HELD, **about: Any) -> Standing:
    """A community that has met once, of which only some fields are known."""
    rhythm = Rhythm(pattern="second tuesday")
    source = bare(audience, rhythm=rhythm, **about)
    session = Session("bare", f"{plan.date}", plan, None, rhythm)
    return replace(source, files=CommunityFiles("bare", Files(), source.files.about, (), (session,)))


def blocks_of(source: Standing, name: str) -> tuple[Block, ...]:
    """The blocks of a part of the blueprint; none where it is left out."""
    return next((one.blocks for one in build(source).parts if one.name == name), ())


def given(
    source: Standing, notes: BlueprintNotes | None = None, practices: tuple[PracticeEntry, ...] = ()
) -> Standing:
    """The same community with words for its blueprint."""
    kept = source.files
    other = {**kept.other, "practices": dict(enumerate(practices))}
    if notes is not None:
        other["blueprint"] = {"blueprint": notes}
    community = CommunityFiles(kept.id, kept.files, kept.about, kept.members, kept.sessions, other=other)
    return Standing(source.registers, community, source.audience, source.today)


def printed(source: Standing, form: str = "txt") -> bytes:
    """The blueprint in a format."""
    view = build(source)
    data: bytes = FORMATS[form](html("blueprint", view), view.meta)
    return data


def text_of(source: Standing) -> str:
    """The blueprint as plain text on one line, so that words are found where a line was broken."""
    return " ".join(printed(source).decode().split())


def changed(record: Any, **fields: Any) -> Any:
    """A record with some fields changed."""
    return record.but(**fields)
