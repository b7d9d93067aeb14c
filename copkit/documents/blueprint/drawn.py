"""What the blueprint is drawn from: a community's files for one audience, and what may be said of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from copkit import lexicon
from copkit.audience.remarks import uncommented
from copkit.dates import say_date, say_number
from copkit.documents.blueprint.blocks import Block
from copkit.documents.standing import Standing
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.workspace import Session
from copkit.workspace.blueprint_readiness import notes_of, words_of

say = lexicon.Words("blueprint")


@dataclass(frozen=True)
class Drawn:
    """A source, with the community's own words for its blueprint."""

    source: Standing

    @cached_property
    def notes(self) -> BlueprintNotes:
        return notes_of(self.source.community) or BlueprintNotes()

    def say(self, text: str) -> str:
        """A text without remarks, which are for nobody."""
        return uncommented(text)

    def say_all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The texts of a list that may be read."""
        return tuple(said for one in texts if (said := self.say(one)))

    def own(self, part: str) -> Block:
        """The community's own words for a part."""
        return Block("prose", text=self.say(words_of(self.notes, part)))

    @cached_property
    def held(self) -> tuple[Session, ...]:
        """The sessions that are on record as held, as far as the audience knows of them."""
        return tuple(one for one in self.source.community.sessions if one.held and one.date <= self.source.today)

    def other(self, kind: str) -> tuple[Any, ...]:
        """The community's records of a kind."""
        return tuple(self.source.community.other.get(kind, {}).values())

    def count(self, people: int) -> str:
        """A number of people; in public a small one is hidden, and nobody is nobody."""
        if people and self.source.door.hides(people):
            return say("fewer_than", number=say_number(self.source.shared.programme.hide_counts_below))
        return say.plural("people_counted", people) if people else ""

    def shared(self, kind: str) -> tuple[Any, ...]:
        """The programme's records of a kind."""
        return tuple(self.source.shared.other.get(kind, {}).values())

    def organisation(self, key: str) -> str:
        """An organisation's name."""
        record = self.source.shared.organisations.get(key)
        return (record.name or key) if record else key


def say_days(days: Iterable[date]) -> str:
    """Several days, each year said once."""
    return "; ".join(_of_year(tuple(one)) for _, one in groupby(days, key=lambda day: day.year))


def _of_year(days: tuple[date, ...]) -> str:
    *first, last = map(say_date, days)
    return ", ".join([*(day.rpartition(" ")[0] for day in first), last])
