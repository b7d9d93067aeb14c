"""The Exemplar Hub entry: an initiative on one page, for somebody who may want to take it up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.dates import say_date, say_month
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reader
from copkit.metrics.base import say_value
from copkit.metrics.making import Maker
from copkit.metrics.standing import USING, changes, listed, stage_on, surfaced_on
from copkit.models.initiative import Adoption, Evidence, Initiative, InitiativeStage
from copkit.render.meta import Meta

say = lexicon.Words("exemplar")

EXEMPLARY: tuple[InitiativeStage, ...] = ("exemplar", "spreading", "embedded")
"""The stages at which an initiative belongs in the hub."""


class Measured(NamedTuple):
    """A measurement in words; `hidden` where so few were measured that the public may not see it."""

    measure: str
    before: str
    after: str
    number: str
    strength: str
    source: str


class Standing(NamedTuple):
    """The organisations at one status: how many, and their names with what is known of each."""

    status: str
    number: int
    who: str


class Helper(NamedTuple):
    """Somebody who can help, and where that person works."""

    name: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A hub entry. Texts are ready to print; an empty one has nothing to say.

    Members also have who carries it, who can help, and when somebody last looked who uses it.
    """

    meta: Meta
    not_yet: str
    person: str
    problem: str
    made_by: str
    surfaced: str
    stage: str
    route: str
    scaling: str
    spread: str
    evidence: tuple[Measured, ...]
    adopted: str
    adoption: tuple[Standing, ...]
    not_for: int
    must_stay: tuple[str, ...]
    may_change: tuple[str, ...]
    needs: str
    equity: str
    could_help: tuple[str, ...]
    how_to_adopt: str
    oversight: str
    sponsored: bool
    sponsor: str
    board: str
    next_step: str
    contact: str
    more: str
    missing: tuple[str, ...]
    held: int
    owner: str | Absent
    looked_at: str | Absent
    helpers: tuple[Helper, ...]


def entry(of: Annual, key: str) -> Entry:
    """The hub entry of an initiative, for the audience and the day of `of`."""
    one = of.community.initiatives[key]
    read, stage = Reader(), stage_on(of.community, one, of.today) or "spotted"
    title = read.title(one.name, key, say("an_initiative"))
    words: dict[str, object] = {
        "person": read(one.people),
        "problem": read(one.problem),
        "made_by": read(one.made_by),
        "surfaced": _surfaced(of, one),
        "stage": _stage(of, one, stage),
        "not_yet": _not_yet(stage),
        "route": say.table("routes").get(one.route or "", ""),
        "scaling": ", ".join(say.table("scaling")[way] for way in one.scaling),
        "spread": say.table("spread").get(one.spread or "", ""),
        "evidence": tuple(_measured(of, read, line) for line in one.evidence if _known(line.date, of.today)),
        "adopted": adopted(of, one),
        "adoption": tuple(_adoption(of, read, one)),
        "not_for": sum(status == "not-applicable" for _, status, _, _ in _statuses(of, one)),
        "must_stay": read.each(one.must_stay),
        "may_change": read.each(one.may_change),
        "needs": read(one.needs),
        "equity": read(one.equity),
        "could_help": tuple(of.organisation(name) for name in one.could_help),
        "how_to_adopt": read(one.how_to_adopt),
        "oversight": read(one.oversight),
        "sponsored": bool(one.sponsor),
        "sponsor": of.name(one.sponsor),
        "board": read(one.board),
        "next_step": read(one.next_step),
        "contact": one.contact or of.contact,
        "more": one.more,
        "missing": tuple(_missing(of, key)),
        "meta": of.meta(title, read(one.summary), version=str(_version(one, of.today))),
        "owner": of.only("members", lambda: of.name(one.owner)),
        "looked_at": of.only("members", lambda: _looked_at(one, of.today)),
        "helpers": of.only("members", lambda: tuple(_helper(of, who) for who in one.people_who_can_help)),
    }
    return Entry(**words, held=read.held)  # type: ignore[arg-type]


def _not_yet(stage: InitiativeStage) -> str:
    """That an initiative is no exemplar, and how it stands."""
    if stage in EXEMPLARY:
        return ""
    if stage == "stopped":
        return say("not_an_exemplar")
    return say("not_yet_an_exemplar", stage=say.table("stages")[stage])


def adopted(of: Annual, one: Initiative) -> str:
    """How many of the organisations that could use it do: `4 of 7`; empty where none is listed."""
    meant = [status for _, status, _, _ in _statuses(of, one) if status != "not-applicable"]
    if not meant:
        return ""
    using = sum(status in USING for status in meant)
    return Maker("A2", of.period).ratio("", using, len(meant), "organisations").said


def _statuses(of: Annual, one: Initiative) -> Iterator[tuple[str, str, date | None, Adoption | None]]:
    """Each organisation that is listed, its status on the day, since when, and what is known of it."""
    for name, key in listed(one, of.shared.register, of.today).items():
        told = one.adoption[key]
        past = [change for change in changes(told) if change.date is None or change.date <= of.today]
        if not past:
            every = all(change.status == "not-applicable" for change in changes(told))
            yield name, "not-applicable" if every else "not-yet", None, None
            continue
        last = past[-1]
        yield name, last.status, last.date, told


def _adoption(of: Annual, read: Reader, one: Initiative) -> Iterator[Standing]:
    """The organisations by status, those that use it first; remarks are for members."""
    every = sorted(_statuses(of, one), key=lambda row: (row[2] or date.max, row[0]))
    for status, words in say.table("statuses").items():
        rows = [row for row in every if row[1] == status]
        if not rows:
            continue
        said = []
        for name, _, since, told in rows:
            parts = [say_month(since)] if since is not None else []
            parts += list(_remarks(told, since)) if told else []
            said.append(f"{of.organisation(name)} ({': '.join(parts)})" if parts else of.organisation(name))
        yield Standing(words, len(rows), "; ".join(said))


def _remarks(told: Adoption, since: date | None) -> Iterator[str]:
    """What members noted of an organisation's status, and of those before it."""
    noted = [(line.date, line.status, line.note) for line in told.history] + [(told.date, told.status, told.note)]
    now = [note for day, _, note in noted if note and day == since]
    before = [
        say("before", what=f"{status.replace('-', ' ')}{f' {say_month(day)}' if day else ''}", why=note)
        for day, status, note in noted
        if note and since is not None and (day is None or day < since)
    ]
    if said := "; ".join((*now[-1:], *before)):
        yield said


def _looked_at(one: Initiative, today: date) -> str:
    """When somebody last looked whether it is used."""
    days = [told.checked for told in one.adoption.values() if told.checked is not None and told.checked <= today]
    return say_month(max(days)) if days else ""


def _surfaced(of: Annual, one: Initiative) -> str:
    """The day of the session that surfaced it."""
    session = of.community.session(one.surfaced)
    if session is None:
        first = surfaced_on(of.community, one)
        return say_date(first) if first is not None else ""
    return say_date(session.date)


def _stage(of: Annual, one: Initiative, stage: InitiativeStage) -> str:
    """The stage with its day, and how it came there; why it stands there is for members."""
    lines = [(line.date, line.stage, line.note) for line in one.stages if line.date is not None]
    past = sorted(line for line in lines if line[0] <= of.today)
    if not past:
        return stage.capitalize()
    now, why = next(((day, note) for day, name, note in reversed(past) if name == stage), (None, ""))
    said = stage.capitalize() if now is None else say("since", stage=stage.capitalize(), day=say_date(now))
    said += f" ({why})" if why else ""
    before = ", ".join(f"{name} {say_month(day)}" for day, name, _ in past if day != now)
    return say("stages_before", now=said, before=before) if before else said


def _measured(of: Annual, read: Reader, line: Evidence) -> Measured:
    number = say("how_many_is_not_given") if line.n is None else say("measured", number=say_value(line.n))
    before, after = read(line.before), read(line.after)
    if line.n is not None and of.door.hides(line.n):
        least = of.shared.programme.hide_counts_below
        before, after, number = "", say("hidden"), say("fewer_measured", number=least)
    when = f", {say_date(line.date)}" if line.date is not None else ""
    strength = say.table("strengths").get(line.strength or "", say("not_said_how_strong"))
    measure, source = read(line.measure) or say("not_said"), read(line.source) or say("source_not_given")
    return Measured(measure[:1].upper() + measure[1:], before, after, number, strength, f"{source}{when}")


def _known(day: date | None, today: date) -> bool:
    return day is None or day <= today


def _helper(of: Annual, typed: str) -> Helper:
    return Helper(of.name(typed), of.works_at(typed, of.today))


def _version(one: Initiative, today: date) -> int:
    """A new version with each stage, measurement and change of who uses it."""
    days = [*(line.date for line in one.stages), *(line.date for line in one.evidence)]
    days += [change.date for told in one.adoption.values() for change in changes(told)]
    return max(1, sum(day is not None and day <= today for day in days))


def _missing(of: Annual, key: str) -> Iterator[str]:
    """What an entry should say, and nobody has written yet."""
    missing = say.table("missing")
    unwritten = of.counting.unwritten(key, missing)
    return (words for field, words in missing.items() if field in unwritten)
