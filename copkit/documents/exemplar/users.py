"""Who uses an initiative: the organisations by how far they are, with their names and since when."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_month
from copkit.documents.annual import Annual
from copkit.metrics.making import Maker
from copkit.metrics.standing import USING, changes, listed
from copkit.models.initiative import Adoption, Initiative

say = lexicon.Words("exemplar")


class Users(NamedTuple):
    """Organisations that are as far: a symbol, how many in words, and their names with the month."""

    symbol: str
    words: str
    who: str


class Row(NamedTuple):
    """One organisation: its status on the day, since when, and what is known of it."""

    key: str
    status: str
    since: date | None
    told: Adoption | None


def adopted(of: Annual, one: Initiative) -> str:
    """How many of the organisations that could use it do: `4 of 7`; empty where none is listed."""
    meant = [row.status for row in _rows(of, one) if row.status != "not-applicable"]
    if not meant:
        return ""
    using = sum(status in USING for status in meant)
    return Maker("A2", of.period).ratio("", using, len(meant), "organisations").said


def users(of: Annual, one: Initiative) -> tuple[Users, ...]:
    """The organisations by how far they are, those that use it first, and those that it could help."""
    every = sorted(_rows(of, one), key=lambda row: (row.since or date.max, row.key))
    meant = sum(row.status != "not-applicable" for row in every)
    could = [Row(key, "could-help", None, None) for key in one.could_help if key not in {row.key for row in every}]
    return tuple(_users(of, [*every, *could], meant))


def _users(of: Annual, every: Sequence[Row], meant: int) -> Iterator[Users]:
    symbols = say.table("symbols")
    for group, statuses in lexicon.groups("exemplar.users"):
        rows = [row for row in every if row.status in statuses]
        if rows:
            words = say.table("one" if len(rows) == 1 else "several")[group]
            said = words.format_map({"number": len(rows), "total": meant})
            yield Users(symbols[group], said, _named(of, rows))


def _named(of: Annual, rows: Sequence[Row]) -> str:
    """Their names, those of one month together: `A and B, since July 2026; C`."""
    months = groupby(rows, key=lambda row: say_month(row.since) if row.since is not None else "")
    said = ((month, lexicon.listed(_name(of, row) for row in some)) for month, some in months)
    return "; ".join(say("since_month", who=who, month=month) if month else who for month, who in said)


def _name(of: Annual, row: Row) -> str:
    """An organisation, with what members noted of it."""
    remarks = "; ".join(_remarks(row.told, row.since)) if row.told else ""
    return f"{of.organisation(row.key)} ({remarks})" if remarks else of.organisation(row.key)


def _rows(of: Annual, one: Initiative) -> Iterator[Row]:
    for name, key in listed(one, of.shared.register, of.today).items():
        told = one.adoption[key]
        past = [change for change in changes(told) if change.date is None or change.date <= of.today]
        if not past:
            every = all(change.status == "not-applicable" for change in changes(told))
            yield Row(name, "not-applicable" if every else "not-yet", None, None)
            continue
        yield Row(name, past[-1].status, past[-1].date, told)


def _remarks(told: Adoption, since: date | None) -> Iterator[str]:
    """What members noted of an organisation's status, and of those before it."""
    noted = [(line.date, line.status, line.note) for line in told.history] + [(told.date, told.status, told.note)]
    yield from [note for day, _, note in noted if note and day == since][-1:]
    for day, status, note in noted:
        if note and since is not None and (day is None or day < since):
            when = f" {say_month(day)}" if day else ""
            yield say("before", what=f"{status.replace('-', ' ')}{when}", why=note)
