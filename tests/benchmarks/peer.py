"""The peer of `copkit check`: what most projects would write, PyYAML's C loader and pydantic, and no checks after.

usage: python -m tests.benchmarks.peer WORKSPACE
"""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

Day = date


class Base(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Person(Base):
    name: str
    organisation: str
    job: str
    brings: list[str]
    background: list[str]


class Organisation(Base):
    name: str
    sector: str


class Programme(Base):
    format: int
    programme: str
    system: str
    objective: str
    dpo: str
    lawful_basis_confirmed: date
    host: str
    year_starts: str
    holidays: str
    contact: str
    as_of: date


class TeamMember(Base):
    who: str
    role: str
    from_: date
    backup: str
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.rstrip("_"))


class Rhythm(Base):
    kind: str
    pattern: str
    start: str
    meetings: int
    break_months: list[str]
    in_person: list[int]
    online_minutes: int
    in_person_minutes: int
    briefing_minutes: int
    venue: str


class Domain(Base):
    focus: str
    problem: str
    decided_by: str
    reviewed: date
    learning_agenda: list[str]


class Where(Base):
    for_: str
    organisations: list[str]
    join: str
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.rstrip("_"))


class Practice(Base):
    we_share: list[str]
    outputs: list[str]


class Agreement(Base):
    rule: str
    principles: list[str]


class Community(Base):
    id: str
    name: str
    kind: str
    stage: str
    stage_reviewed: date
    started: date
    domain: Domain
    community: Where
    practice: Practice
    purpose: list[str]
    sponsor: str
    team: list[TeamMember]
    rhythm: Rhythm
    agreement: Agreement


class Member(Base):
    who: str
    joined: date
    invited_by: str


class Briefing(Base):
    speaker: str
    title: str
    minutes: int
    confirmed: date


class Segment(Base):
    minutes: int
    kind: str
    what: str
    lead: str
    purpose: str
    materials: str


class Plan(Base):
    number: int
    date: "Day"
    start: str
    place: str
    venue: str = ""
    link: str = ""
    theme: str
    question: str
    serves: str
    why_come: str
    briefing: Briefing
    team: dict[str, str]
    agenda: list[Segment]
    venue_checks: dict[str, bool] = {}
    invited: Day
    status: str


class Notes(Base):
    present: list[str]
    apologies: list[str]
    others: int
    voices: int
    minutes_taken: int
    capture: str


KINDS: dict[str, Any] = {
    "programme.yaml": Programme,
    "organisations.yaml": dict[str, Organisation],
    "people.yaml": dict[str, Person],
    "community.yaml": Community,
    "members.yaml": list[Member],
}


def kind_of(path: Path) -> Any:
    return KINDS.get(path.name) or (Notes if path.name.endswith(".notes.yaml") else Plan)


def main(root: Path) -> int:
    adapters: dict[Any, TypeAdapter[Any]] = {}
    count = 0
    for path in root.glob("communities/**/*.yaml"):
        kind = kind_of(path)
        key = path.name if path.name in KINDS else kind
        adapter = adapters.get(key) or adapters.setdefault(key, TypeAdapter(kind))
        adapter.validate_python(yaml.load(path.read_bytes(), yaml.CSafeLoader))
        count += 1
    return count


if __name__ == "__main__":
    print(f"{main(Path(sys.argv[1]))} files")
