"""Who is meant by a name, and to which organisation they belong on a day."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from tests.metrics.second.plain import Data, Texts, day


class Registers:
    """People and organisations of a programme."""

    def __init__(self, texts: Texts) -> None:
        self.people = texts.mapping("programme/people.yaml")
        self.organisations = texts.mapping("programme/organisations.yaml")

    def organisation_on(self, person: str, on: date) -> str | None:
        """Where somebody worked on a day: the order in which it was typed decides nothing."""
        typed = self.people.get(person, {}).get("organisation")
        if not isinstance(typed, list):
            return typed
        begun = [(day(row.get("from")) or date.min, str(row["id"])) for row in typed if row.get("id")]
        until = [row for row in begun if row[0] <= on]
        return max(until)[1] if until else _earliest(begun)

    def became(self, organisation: str | None, by: date) -> str | None:
        """What an organisation has become by a day."""
        seen: set[str] = set()
        while organisation and organisation not in seen:
            seen.add(organisation)
            row = self.organisations.get(organisation, {})
            if not row.get("became") or (day(row.get("since")) or date.min) > by:
                break
            organisation = row["became"]
        return organisation

    def sector(self, organisation: str | None) -> str | None:
        return self.organisations.get(organisation or "", {}).get("sector")

    def brings(self, person: str) -> list[str]:
        brought: list[str] = self.people.get(person, {}).get("brings") or []
        return brought


def _earliest(begun: list[tuple[date, str]]) -> str | None:
    return max(row for row in begun if row[0] == min(begun)[0])[1] if begun else None


class Names:
    """Who is meant by a name in one community: an id, a full name, or a first name that only one has."""

    def __init__(self, registers: Registers, company: Iterable[tuple[str, date]]) -> None:
        """`company` are those who belong, as typed, each with the first day."""
        self.people = registers.people
        self.full: dict[str, list[str]] = {}
        for key, row in self.people.items():
            self.full.setdefault(str(row.get("name", "")).casefold(), []).append(key)
        self.first: dict[str, dict[str, date]] = {}
        for typed, since in company:
            if (key := self._by_full(typed) or typed) in self.people:
                alike = self.first.setdefault(self._first(key).casefold(), {})
                alike[key] = min(since, alike.get(key, since))

    def who(self, text: str, on: date | None = None) -> str:
        """The id of whom a name means on a day; the name itself where nobody is known by it."""
        plain = " ".join(text.split())
        return self._by_full(plain) or self._only(self._there(plain, on)) or plain.casefold()

    def _there(self, first: str, on: date | None) -> list[str]:
        """Those of a first name who belonged by a day."""
        return [key for key, since in self.first.get(first.casefold(), {}).items() if on is None or since <= on]

    def known(self, key: str) -> bool:
        return key in self.people

    def named_in(self, text: str, key: str, on: date) -> bool:
        """Whether a text of a day names somebody: by id, full name, or a first name that only they have then."""
        if key not in self.people:
            return False
        if any(_says(text, name) for name in (key, self._name(key))):
            return True
        others = {self._name(other) for other in self.people if other != key}
        for name in (name for name in others if name in text):
            text = text.replace(name, " ")
        alone = self._there(self._first(key), on) == [key]
        return alone and _says(text, self._first(key))

    def _name(self, key: str) -> str:
        return str(self.people[key].get("name", ""))

    def _by_full(self, text: str) -> str:
        return text if text in self.people else self._only(self.full.get(text.casefold()))

    def _first(self, key: str) -> str:
        return self._name(key).split(" ")[0]

    @staticmethod
    def _only(keys: list[str] | None) -> str:
        return keys[0] if keys and len(keys) == 1 else ""


def _says(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def pairs_apart(homes: Iterable[str | None]) -> tuple[int, int]:
    """Of all pairs of those whose place is known, how many are of two places; and all pairs."""
    sizes = Counter(home for home in homes if home)
    every = sum(sizes.values())
    within = sum(size * (size - 1) // 2 for size in sizes.values())
    return every * (every - 1) // 2 - within, every * (every - 1) // 2


def rows_by_id(texts: Texts, folder: str) -> dict[str, Data]:
    return {name: texts.mapping(path) for name, path in texts.below(folder, ".yaml")}
