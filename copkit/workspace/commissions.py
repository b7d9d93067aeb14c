"""A commission as the files of its communities tell it: who shares it, and where their terms differ."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from copkit.models.community import Commission
from copkit.workspace.load import load_community
from copkit.workspace.tree import Tree

TERMS = ("provider", "months", "communities", "convenings_each", "area")
"""What holds of a commission as a whole, so that no two files may say it otherwise."""


class Terms(NamedTuple):
    """A commission as all of its files tell it; `unclear` are the terms on which they differ, with each value."""

    agreed: Commission
    unclear: Mapping[str, tuple[str, ...]]


def commission_key(commission: Commission) -> tuple[str, date]:
    """What makes communities part of the same commission: who commissioned them, and from which day."""
    return commission.by.strip().casefold(), commission.date or date.min


def number_of(commission: Commission) -> int:
    """How many communities were commissioned."""
    return commission.communities if isinstance(commission.communities, int) else len(commission.communities)


def terms_of(files: Sequence[Commission]) -> Terms:
    """What the files of one commission say together. What a file leaves out it does not contradict."""
    agreed: dict[str, Any] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    for name in TERMS:
        typed = {_said(one, name): getattr(one, name) for one in files if _is_typed(one, name)}
        if len({said.casefold() for said in typed}) > 1:
            unclear[name] = tuple(sorted(typed, key=lambda said: (len(said), said)))
        elif typed:
            agreed[name] = next(iter(typed.values()))
    return Terms(files[0].but(**agreed), unclear)


def _is_typed(one: Commission, name: str) -> bool:
    return name in one.model_fields_set and getattr(one, name) not in ("", None)


def _said(one: Commission, name: str) -> str:
    return str(number_of(one)) if name == "communities" else str(getattr(one, name))


def typed_commissions(tree: Tree, communities: Iterable[str]) -> dict[str, Commission]:
    """The commission in each community's own file, where there is one."""
    every = ((name, load_community(tree, name, {"community"}).about.commission) for name in communities)
    return {name: given for name, given in every if given is not None}
