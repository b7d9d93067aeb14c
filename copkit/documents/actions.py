"""The action list: a page an owner, with what is overdue first and how long each has been open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.sitting import meta
from copkit.documents.source import Source
from copkit.render.meta import Meta
from copkit.workspace.promises import Action, actions, owners_in_order, say_age, say_standing

say = lexicon.Words("actions")


class Line(NamedTuple):
    """One open action."""

    number: str
    what: str
    due: str
    standing: str
    overdue: bool
    running: str


class Owner(NamedTuple):
    """What one person has promised."""

    name: str
    organisation: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class MembersActions:
    """The open actions of a community, by owner."""

    meta: Meta
    owners: tuple[Owner, ...]


def build(source: Source, chosen: Iterable[Action] | None = None) -> MembersActions:
    """The action list of a community on the day: these actions, or all that are open."""
    every = actions(source.community, source.shared.register, source.today)
    open_ones = chosen if chosen is not None else (one for one in every if one.is_open)
    control = meta(source, say("open_actions"))
    return MembersActions(
        meta=_on_the_day(control, source),
        owners=tuple(_owner(source, name, theirs) for name, theirs in owners_in_order(open_ones)),
    )


def _on_the_day(control: Meta, source: Source) -> Meta:
    from dataclasses import replace

    return replace(control, subtitle=say("as_they_stand", day=say_date(source.today)))


def _owner(source: Source, name: str, theirs: tuple[Action, ...]) -> Owner:
    key = theirs[0].owner.id
    return Owner(
        name or lexicon.text("common.to_agree"),
        source.works_at(key, source.session.date) if key else "",
        tuple(
            Line(
                one.id,
                one.what,
                say_date(one.due) if one.due else lexicon.text("common.to_agree"),
                say_standing(one, source.today),
                one.status == "overdue",
                say_age(one.age),
            )
            for one in theirs
        ),
    )
