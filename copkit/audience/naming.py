"""Who is named to an audience, and who not."""

from typing import NamedTuple

from copkit.models.base import Audience
from copkit.models.programme import Person
from copkit.people.consent import credit, may_be_named


class Naming(NamedTuple):
    """The people of a register as an audience may have them named.

    In public only people of the register who agreed to it (`publish: yes`) are named.
    """

    people: dict[str, Person]
    audience: Audience

    def name(self, key: str, typed: str) -> str:
        """A full name, or what was typed for somebody who is in no register; empty for who is not named."""
        person = self.people.get(key)
        if not typed or (self.audience == "public" and not may_be_named(person)):
            return ""
        return (person.name or key) if person is not None else typed

    def credited(self, key: str, typed: str, show: str) -> str:
        """Who said something, as they agreed to be shown for it: by name, by what they do, or not at all."""
        person = self.people.get(key)
        shown = credit(show, person, public=self.audience == "public")
        if shown == "role":
            return person.job if person is not None else typed
        return self.name(key, typed) if shown else ""
