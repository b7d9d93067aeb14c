"""What comes with copkit and what a workspace adds to it, which stands in for what has its name."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from copkit.models.shipped import shipped
from copkit.patterns import when_used

if TYPE_CHECKING:
    from copkit.models.health_rules import HealthRule
    from copkit.models.role_cards import RoleCard
    from copkit.models.session import Segment
    from copkit.workspace.glossary import Glossary
    from copkit.workspace.methods import Methods

_GAPS = when_used(r"[\s_/]+")


def slug(name: str) -> str:
    """An id or the title of a method as it is compared: lower case, hyphens for spaces."""
    return _GAPS.sub("-", name.strip().casefold())


def plain(term: str) -> str:
    """A term of the glossary as it is compared: lower case, spaces for hyphens."""
    return " ".join(term.casefold().replace("-", " ").replace("’", "'").split())


def by_id(kind: str, own: Mapping[str, Any]) -> dict[str, Any]:
    """The records of a kind by their ids: copkit's in their order, then those that the workspace adds."""
    return {**shipped(kind), **{slug(key): record for key, record in own.items()}}


class Additions:
    """copkit's records with a workspace's own among them: each kind is read when it is first asked for."""

    other: dict[str, Any]
    """What was read of the programme's files by kind, then by id or in order."""

    @cached_property
    def methods(self) -> "Methods":
        """The method library."""
        from copkit.workspace.methods import Methods

        return Methods(self._own("methods"))

    @cached_property
    def running_orders(self) -> "dict[str, tuple[Segment, ...]]":
        """The running orders that plans may name; one without items stands in for none."""
        own = {key: order for key, order in self._own("running-orders").items() if order.items}
        return {key: order.items for key, order in by_id("running-orders", own).items()}

    @cached_property
    def glossary(self) -> "Glossary":
        """The terms of the field and of the programme."""
        from copkit.workspace.glossary import Glossary

        return Glossary(self._own("glossary").values())

    @cached_property
    def role_cards(self) -> "dict[str, RoleCard]":
        """A card for each role."""
        return by_id("role-cards", self._own("role-cards"))

    @cached_property
    def health_rules(self) -> "dict[str, HealthRule]":
        """What a community asks of its own figures."""
        return by_id("health-rules", self._own("health-rules"))

    def adds(self, kind: str, key: str) -> bool:
        """Whether a record that copkit's stand beside is the workspace's own: its words are then no longer ours."""
        return key in map(slug, self._own(kind))

    def _own(self, kind: str) -> dict[Any, Any]:
        found: dict[Any, Any] = self.other.get(kind, {})
        return found
