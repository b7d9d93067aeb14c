"""What the blueprint is drawn from: a community's files for one audience, and what may be said of them."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from copkit.dates import say_number
from copkit.documents.circle import Circle, circle_of_year
from copkit.documents.discretion import Discretion
from copkit.documents.hearing import uncommented
from copkit.documents.source import Source
from copkit.metrics import Facts, Period
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.people.consent import may_be_named
from copkit.workspace import Session
from copkit.workspace.handing_on import notes_of


def names_known(source: Source) -> Circle:
    """Everybody who took part in any session so far."""
    period = Period(source.today, source.today)
    return circle_of_year(Facts(source.community, source.shared, period, source.today))


@dataclass(frozen=True)
class Drawn:
    """A source, with the community's own words for its blueprint."""

    source: Source

    @cached_property
    def notes(self) -> BlueprintNotes:
        return notes_of(self.source.community) or BlueprintNotes()

    @cached_property
    def _discretion(self) -> Discretion:
        """Knows people who did not agree to be named. Which organisations take part is no secret of a community."""
        circle, shared = names_known(self.source), self.source.shared
        people = {key: one for key, one in shared.people.items() if not may_be_named(one)}
        return Discretion(circle._replace(shared=replace(shared, people=people, organisations={})))

    def say(self, text: str) -> str:
        """A text where its audience may read it. In public, what names a person is held back."""
        text = uncommented(text)
        if not self.source.public or not text:
            return text
        return "" if self._discretion.names_somebody(self._without_mailboxes(text)) else text

    def say_all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The texts of a list that may be read."""
        return tuple(said for one in texts if (said := self.say(one)))

    def other(self, kind: str) -> tuple[Any, ...]:
        """The community's records of a kind."""
        return tuple(self.source.community.other.get(kind, {}).values())

    def may_list(self, session: Session) -> bool:
        """Whether a session may be listed: in public, not one that is kept in."""
        return not self.source.public or session.plan.publish != "no"

    def count(self, people: int) -> str:
        """A number of people; in public a small one is hidden, and nobody is nobody."""
        least = self.source.shared.programme.hide_counts_below
        if self.source.public and 0 < people < least:
            return f"Fewer than {say_number(least)}"
        return f"{say_number(people)} {'person' if people == 1 else 'people'}" if people else ""

    @property
    def notes_within(self) -> str:
        """How soon notes go out."""
        days = self.source.shared.programme.notes_within_days
        return f"{say_number(days)} day{'' if days == 1 else 's'}"

    def shared(self, kind: str) -> tuple[Any, ...]:
        """The programme's records of a kind."""
        return tuple(self.source.shared.other.get(kind, {}).values())

    def organisation(self, key: str) -> str:
        """An organisation's name."""
        record = self.source.shared.organisations.get(key)
        return (record.name or key) if record else key

    def _without_mailboxes(self, text: str) -> str:
        """The text without the addresses that belong to no one person."""
        about, programme = self.source.community.about, self.source.shared.programme
        for address in (*programme.shared_mailboxes, programme.contact, about.contact):
            text = text.replace(address, "") if address else text
        return text
