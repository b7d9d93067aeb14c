"""Small hard workspaces from a seed: whatever happens to communities, and often on the same day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.metrics.second import records, typed_notes
from tests.metrics.second.writing import written

MONTHS = {"january": 1, "april": 4, "september": 9}
SECTORS = ("acute", "mental-health", "voluntary", "local-authority", "lived-experience", "icb")
FIRST = ("Ann", "Bea", "Cy", "Dee", "Eve", "Flo", "Gus", "Sam", "Ann", "Bea")
BRINGS = ("expertise", "clinical", "authority", "lived-experience")


@dataclass
class Made:
    """A workspace as data, by path below `communities/`, and what is asked of it."""

    rng: Random
    begins: date
    today: date
    files: dict[str, Any] = field(default_factory=dict)
    communities: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    committed: dict[str, dict[str, date]] = field(default_factory=dict)

    @property
    def ends(self) -> date:
        return self.begins.replace(year=self.begins.year + 2) - timedelta(days=1)

    def some_day(self, first: date | None = None, last: date | None = None) -> date:
        first, last = first or self.begins, last or self.ends
        return first + timedelta(days=self.rng.randint(0, max((last - first).days, 0)))

    def texts(self) -> dict[str, str]:
        return {path: written(data) for path, data in self.files.items()}

    @property
    def periods(self) -> list[tuple[date, date]]:
        """Two years, the year before the beginning, a quarter, and days that begin and end anywhere."""
        second = self.begins.replace(year=self.begins.year + 1)
        quarter = self.begins + timedelta(days=self.rng_free(7) * 31)
        odd = self.begins + timedelta(days=100)
        return [
            (self.begins, second - timedelta(days=1)),
            (second, self.ends),
            (self.begins.replace(year=self.begins.year - 1), self.begins - timedelta(days=1)),
            (quarter, quarter + timedelta(days=90)),
            (odd, odd + timedelta(days=300)),
        ]

    def rng_free(self, below: int) -> int:
        """A number that the seed decides and that takes nothing from what follows."""
        return (self.begins.toordinal() + len(self.files) + len(self.people)) % below


def make(seed: int) -> Made:
    """The workspace of a seed."""
    rng = Random(seed)
    starts = rng.choice(sorted(MONTHS))
    begins = date(2025, MONTHS[starts], 1)
    made = Made(rng, begins, begins + timedelta(days=rng.choice((430, 560, 700, 729, 760, 900))))
    made.organisations = [f"o{number}" for number in range(rng.randint(3, 6))]
    made.files["programme/organisations.yaml"] = dict(_organisations(made))
    made.files["programme/people.yaml"] = dict(_people(made))
    made.files["programme/programme.yaml"] = _programme(made, starts)
    for number in range(rng.choice((1, 1, 2, 3))):
        _community(made, f"c{number}")
    records.shared(made)
    return made


def _programme(made: Made, starts: str) -> dict[str, Any]:
    rng, host = made.rng, made.rng.choice([*made.organisations, None])
    found: dict[str, Any] = {"programme": "P", "workspace": "w", "year_starts": starts, "host": host}
    if rng.random() < 0.3:
        found["notes_within_days"] = str(rng.randint(3, 20))
    if rng.random() < 0.3:
        found["thresholds"] = {"levels.core": "50", "levels.sessions": "2", "levels.contributions": "1"}
    return found


def _organisations(made: Made) -> Iterator[tuple[str, dict[str, Any]]]:
    """Some become another: always one further down the list, so that nobody becomes themselves."""
    rng = made.rng
    for number, key in enumerate(made.organisations):
        row: dict[str, Any] = {"name": f"Place {key}", "sector": rng.choice([*SECTORS, None])}
        if number + 1 < len(made.organisations) and rng.random() < 0.3:
            row["became"] = rng.choice(made.organisations[number + 1 :])
            row["since"] = made.some_day().isoformat()
        yield key, row


def _people(made: Made) -> Iterator[tuple[str, dict[str, Any]]]:
    rng = made.rng
    for number in range(rng.choice((6, 9, 12, 12, 36))):
        name = f"{rng.choice(FIRST)} {chr(65 + number % 26)}{'ex' if number < 26 else 'ox'}"
        key = name.casefold().replace(" ", ".")
        made.people[key] = name
        yield (
            key,
            {
                "name": name,
                "organisation": _worked(made),
                "brings": [one for one in BRINGS if rng.random() < 0.3] or None,
            },
        )


def _worked(made: Made) -> Any:
    """One organisation, several in any order with or without a first day, or none."""
    rng = made.rng
    if rng.random() < 0.65:
        return rng.choice([*made.organisations, None])
    first: dict[str, Any] = {"id": rng.choice(made.organisations)}
    if rng.random() < 0.6:
        earliest = made.begins - timedelta(days=500)
        first["from"] = made.some_day(earliest, made.begins + timedelta(days=90)).isoformat()
    days = sorted({made.some_day(made.begins + timedelta(days=91)) for _ in range(rng.randint(1, 2))})
    rows = [first, *({"id": rng.choice(made.organisations), "from": on.isoformat()} for on in days)]
    rng.shuffle(rows)
    return rows


def _community(made: Made, name: str) -> None:
    rng = made.rng
    made.communities.append(name)
    size = len(made.people) if rng.random() < 0.3 else rng.randint(4, min(24, len(made.people)))
    company = rng.sample(sorted(made.people), size)
    about: dict[str, Any] = {"id": name, "name": name.upper(), "started": made.begins.isoformat()}
    if rng.random() < 0.85:
        scope = rng.sample(made.organisations, rng.randint(1, len(made.organisations)))
        about["community"] = {"for": "all", "organisations": scope}
    if rng.random() < 0.15:
        about["closed"] = made.some_day(made.begins + timedelta(days=200)).isoformat()
    about["team"] = list(_team(made, company))
    about["rhythm"] = {"meetings": "10", "place": rng.choice(("online", "in-person", None))}
    if rng.random() < 0.4:
        about["rhythm"]["online_minutes"] = "60"
    made.files[f"{name}/community.yaml"] = about
    made.files[f"{name}/members.yaml"] = list(_members(made, company))
    typed_notes.sessions(made, name, company)
    records.own(made, name, company)


def _team(made: Made, company: list[str]) -> Iterator[dict[str, Any]]:
    """A role is held by one, by one after another, or by nobody for a time."""
    rng = made.rng
    for role in ("convenor", "curator", "facilitator", "moderator"):
        if rng.random() < 0.15:
            continue
        first: dict[str, Any] = {"who": rng.choice(company), "role": role}
        if rng.random() < 0.4:
            until = made.some_day()
            first["until"] = until.isoformat()
            gap = rng.choice((1, 1, 60))
            yield {"who": rng.choice(company), "role": role, "from": (until + timedelta(days=gap)).isoformat()}
        yield first


def _members(made: Made, company: list[str]) -> Iterator[dict[str, Any]]:
    """Members from the first day, later ones, leavers, some who come back, and some who ask for certificates."""
    rng = made.rng
    for key in company:
        if rng.random() < 0.15:
            continue
        row: dict[str, Any] = {"who": rng.choice((key, made.people[key]))}
        if rng.random() < 0.8:
            row["joined"] = made.some_day(last=made.begins + timedelta(days=rng.choice((1, 300, 700)))).isoformat()
        if rng.random() < 0.3:
            joined = date.fromisoformat(row["joined"]) if "joined" in row else made.begins
            left = made.some_day(joined, made.ends)
            row["left"] = left.isoformat()
            if rng.random() < 0.5:
                again = left + timedelta(days=rng.choice((1, 2, 40, 200)))
                yield {"who": key, "joined": again.isoformat()}
        if rng.random() < 0.2:
            row["certificate"] = "yes"
        yield row
