"""A list of members as people keep it in a spreadsheet: who is new, who is known, what is wrong in which row."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from copkit.dates import read_date, say_date
from copkit.importers.member_list import Row
from copkit.models import ids
from copkit.models.community import Member
from copkit.models.names import read_mailbox, read_name
from copkit.models.programme import Contact
from copkit.people.brought import brought, known_brings
from copkit.people.shown import without_contacts
from copkit.suggest import argument, did_you_mean
from copkit.workspace import CommunityFiles, Shared, fold

_SHOWN = 80
"""Letters that are shown of what was not read."""


class Remark(NamedTuple):
    """Something to say about a row. A bad row is not imported."""

    row: int
    text: str
    bad: bool = False


class Import(NamedTuple):
    """What a list adds: entries for the register, lines for the roll, addresses; and what to say of each row."""

    people: dict[str, dict[str, Any]]
    lines: list[dict[str, Any]]
    addresses: dict[str, str]
    remarks: list[Remark]
    rows: int


def worked_out(
    rows: Sequence[Row], shared: Shared, community: CommunityFiles, contacts: Mapping[str, Contact], today: date
) -> Import:
    """What the rows add to the register and to a community's roll, and what is to say of each."""
    return _Desk(shared, community, contacts, today).take(rows)


class _Bad(Exception):
    """Why a row cannot be imported."""


class _Desk:
    """Takes one row after another, and knows what went before."""

    def __init__(
        self, shared: Shared, community: CommunityFiles, contacts: Mapping[str, Contact], today: date
    ) -> None:
        self.shared, self.community, self.contacts, self.today = shared, community, contacts, today
        self.by_email = {one.email.casefold(): key for key, one in contacts.items() if one.email}
        self.names = community.company(shared.register)
        self.seen: dict[tuple[str, str], int] = {}
        self.taken: dict[str, int] = {}
        self.made = Import({}, [], {}, [], 0)
        self.ids = {key.casefold() for key in shared.people}
        self.roll: dict[str, list[Member]] = {}
        for one in community.members:
            for key in {one.who, self.names.find(one.who).id}:
                self.roll.setdefault(key, []).append(one)

    def take(self, rows: Sequence[Row]) -> Import:
        for row in rows:
            try:
                self._row(row)
            except _Bad as problem:
                self._remark(row, str(problem), bad=True)
        return self.made._replace(rows=len(rows))

    def _remark(self, row: Row, text: str, *, bad: bool = False) -> None:
        self.made.remarks.append(Remark(row.number, text, bad))

    def _row(self, row: Row) -> None:
        name, email = self._name(row), _email(row)
        organisation = self._organisation(row)
        joined = self._joined(row)
        self._not_twice(row, name, organisation, email)
        key = self._known(row, name, organisation, email)
        if not key:
            key = self._new(row, name, organisation)
        elif row.brings:
            self._remark(row, f"{key} is in the register: what they bring stays as it is there")
        if key in self.taken:
            raise _Bad(f"{name} is {key}, who stands in row {self.taken[key]} too")
        self._onto_the_roll(row, key, joined)
        self.taken[key] = row.number
        self._address(row, key, name, email)

    def _name(self, row: Row) -> str:
        if row.spare:
            raise _Bad(f"there are {row.spare} cells more than headers: is there a comma too many?")
        if not row.name:
            raise _Bad("there is no name")
        read = read_name(row.name)
        if read.value is None:
            raise _Bad(f"name: {read.problem}")
        if "@" in read.value:
            raise _Bad("there is an address where the name should be")
        return read.value

    def _organisation(self, row: Row) -> str:
        typed = " ".join(row.organisation.split())
        if not typed:
            return ""
        known = self.shared.organisations
        same = [key for key, one in known.items() if fold(typed) in (key, fold(one.name), fold(one.short))]
        if len(same) == 1:
            return same[0]
        if same:
            raise _Bad(f"“{typed}” may be {' or '.join(same)}: write the id")
        by_name = {one.name: key for key, one in known.items() if one.name} | {key: key for key in known}
        hint = did_you_mean(typed, list(by_name)) or f"“copkit new organisation {argument(typed, 'NAME')}” adds it."
        raise _Bad(f"there is no organisation “{typed}”. {hint}")

    def _joined(self, row: Row) -> date:
        if not row.joined:
            return self.today
        read = read_date(row.joined)
        if read.value is None:
            raise _Bad(f"joined: {read.problem or 'this is not a date'}")
        return read.value

    def _not_twice(self, row: Row, name: str, organisation: str, email: str) -> None:
        marks = [("name", f"{fold(name)} @ {organisation}"), *([("email", email.casefold())] if email else [])]
        for mark in marks:
            if mark in self.seen:
                same = "has the address of" if mark[0] == "email" else "is the same person as"
                raise _Bad(f"{name} {same} row {self.seen[mark]}")
        self.seen.update((mark, row.number) for mark in marks)

    def _known(self, row: Row, name: str, organisation: str, email: str) -> str:
        """The id of somebody of the register; empty for somebody new."""
        people, register = self.shared.people, self.shared.register
        if row.id and row.id != "new":
            if row.id in people:
                return row.id
            raise _Bad(f"id: nobody in the register is “{row.id}”")
        same = register.called(name)
        if key := self.by_email.get(email.casefold()) if email else None:
            if key in same or key not in people:
                return key
            raise _Bad(f"the address is that of {key}, whose name is {people[key].name}")
        if row.id == "new":
            return ""
        here = [key for key in same if not organisation or organisation in _places(people[key].organisation)]
        if len(here) == 1:
            return here[0]
        if same:
            them = " or ".join(f"{key} ({', '.join(_places(people[key].organisation))})" for key in same)
            raise _Bad(f"is {name} {them}? Write the id, or “new”, into a column “id”")
        return ""

    def _new(self, row: Row, name: str, organisation: str) -> str:
        if not organisation:
            raise _Bad(f"{name} is new, and there is no organisation")
        if " " not in name:
            raise _Bad(f"“{name}” is no full name")
        key = ids.free_among(ids.from_person(name) or "person", self.ids)
        self.ids.add(key.casefold())
        entry = {"name": name, "organisation": organisation} | ({"job": row.job} if row.job else {})
        self.made.people[key] = entry | self._brings(row)
        return key

    def _brings(self, row: Row) -> dict[str, list[str]]:
        """What somebody new brings; nothing where nobody said, or nothing of it can be read."""
        found = brought(row.brings, self.shared.programme)
        if found.unread:
            unread = without_contacts(", ".join(found.unread))[:_SHOWN]
            known = ", ".join(known_brings(self.shared.programme))
            self._remark(row, f"brings: “{unread}” was not read; there are {known}")
        asked = row.brings and (found.words or not found.unread)
        return {"brings": list(found.words)} if asked else {}

    def _onto_the_roll(self, row: Row, key: str, joined: date) -> None:
        theirs = self.roll.get(key, [])
        if any(one.left is None for one in theirs):
            self._remark(row, f"{key} is on the roll already")
            return
        last = max((one.left for one in theirs if one.left is not None), default=None)
        if last is not None and joined <= last:
            raise _Bad(f"{key} left on {say_date(last)}: joined must be later")
        self.made.lines.append({"who": key, "joined": joined})

    def _address(self, row: Row, key: str, name: str, email: str) -> None:
        there = self.contacts.get(key)
        if not email:
            if there is None or not there.email:
                self._remark(row, f"there is no e-mail address for {name}")
        elif there is None or not there.email:
            self.made.addresses[key] = email
        elif there.email.casefold() != email.casefold():
            self._remark(row, f"{key} has another address in the private folder, which stays")


def _email(row: Row) -> str:
    if not row.email:
        return ""
    read = read_mailbox(row.email.removeprefix("mailto:"))
    if read.value is None:
        raise _Bad(f"email: {read.problem}")
    return read.value


def _places(organisation: Any) -> list[str]:
    return [organisation] if isinstance(organisation, str) else [one.id for one in organisation]
