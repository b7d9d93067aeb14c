"""What to say of a name that is nobody's for certain: who may be meant, or how somebody is added."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copkit.models.programme import Person

_MOST = 3


class Doubt(NamedTuple):
    """What is in doubt, and what to do."""

    problem: str
    what: str

    @property
    def fix(self) -> str:
        """What to do, as a sentence of its own."""
        return f"{self.what[:1].upper()}{self.what[1:]}{'' if self.what.endswith('?') else '.'}"

    def __str__(self) -> str:
        return f"{self.problem}: {self.what}"


def doubt(typed: str, near: Sequence[str], people: Mapping[str, Person]) -> Doubt:
    """The doubt about a name, of which `near` are the ids of those who may be meant."""
    known = [f"{people[key].name or key} ({key})" for key in near[:_MOST]]
    if len(known) > 1:
        return Doubt(f"“{typed}” may be {' or '.join(known)}", "write the id")
    what = f"did you mean {known[0]}?" if known else "“copkit new person” adds somebody"
    return Doubt(f"“{typed}” is not known", what)
