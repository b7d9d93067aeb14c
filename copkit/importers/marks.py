"""Who of the people in a table was there: by the marks beside their names, else by whether there are times."""

from copkit import lexicon
from copkit.importers import columns as c
from copkit.importers import status
from copkit.importers.moments import read_stamp
from copkit.importers.receipt import Choice, Doubt, Said
from copkit.importers.sections import Table
from copkit.importers.stays import Row
from copkit.suggest import argument

_WAITING = lexicon.spellings("report_words")["waiting"]
_WHY = lexicon.table("imports.left")


class Marks:
    """What a table says of each row. Raises `Doubt` where a mark is not known, or it only tells who registered."""

    def __init__(self, table: Table, said: Said) -> None:
        self.table, self.said = table, said
        fields = set(table.fields)
        self.timed = bool(c.TIMES & fields)
        self.by_arrival = c.TIMES & fields == {c.JOIN} and c.UPN not in fields
        self.registers = bool({c.REGISTERED, c.REGISTERING} & fields)
        self.column = c.ATTENDED if c.ATTENDED in fields else "" if self.timed else c.REGISTERED
        if c.REGISTERED in fields and self._only_invited():
            self.column = c.REGISTERED
        self.marked = self.column in fields
        self._only_registered()
        self.signed = not self.marked and not self.timed and any(table.column(c.SIGNED))

    def _only_invited(self) -> bool:
        """Whether the column of attendance says who was asked to come, as Outlook's does."""
        marks = [mark for mark in self.table.column(c.ATTENDED) if mark]
        return bool(marks) and all(self._meaning(mark) == status.UNSURE for mark in marks)

    def of(self, cells: list[str], row: Row, elsewhere: bool) -> tuple[str, str]:
        """The status of a row, and why it is left out."""
        if elsewhere:
            return status.ABSENT, _WHY["on_another_day"]
        if self.table.cell(cells, c.WAITING).casefold() in _WAITING:
            return status.ABSENT, _WHY["waiting"]
        if self.marked:
            return self._marked(cells)
        if self.signed and not self.table.cell(cells, c.SIGNED):
            return status.ABSENT, _WHY["no_signature"]
        if self.by_arrival and row.start is None:
            return status.ABSENT, _WHY["no_arrival"]
        if self.registers and self.timed and row.start is None and row.end is None and not row.seconds:
            return status.ABSENT, _WHY[status.REGISTERED]
        if self.timed and row.start is None and row.end is None and row.seconds == 0:
            return status.ABSENT, _WHY["no_time"]
        return status.PRESENT, ""

    def _marked(self, cells: list[str]) -> tuple[str, str]:
        mark = self.table.cell(cells, self.column)
        if not mark:
            return status.ABSENT, _WHY["no_mark"]
        state = self._meaning(mark)
        if self.said.registered and state == status.REGISTERED:
            state = status.PRESENT
        return state, "" if state in (status.PRESENT, status.PART) else _WHY[state]

    def _meaning(self, mark: str) -> str:
        """What a mark means; a time of day is one at which somebody came."""
        state = status.meaning_of(mark, self.said.words)
        if self.column == c.REGISTERED and _is_yes(mark):
            return status.REGISTERED if state == status.PRESENT else status.DECLINED
        return state or (status.PRESENT if read_stamp(mark) is not None else "")

    def _only_registered(self) -> None:
        """A list of who registered is not one of who came; and a mark that nobody knows is asked."""
        if self.timed and not self.marked:
            return
        meant = {mark: self._meaning(mark) for mark in dict.fromkeys(self.table.column(self.column)) if mark}
        if strange := [mark for mark, state in meant.items() if not state]:
            raise self._strange(strange)
        known = set(meant.values())
        if self.said.registered or known & {status.PRESENT, status.PART, status.ABSENT, status.APOLOGIES}:
            return
        if known or self.registers:
            header = self.table.heads[self.table.fields[self.column]] if self.marked else "registration"
            choice = Choice(
                Said(registered=True),
                "--as registered",
                "count those who registered as there, for how long unknown",
            )
            raise Doubt(f"this is a list of who registered, not of who came (“{header}”)", [choice])

    def _strange(self, marks: list[str]) -> Doubt:
        first, table = marks[0], self.table
        beside = next(row for row in table.rows if table.cell(row, self.column) == first)
        who = table.cell(beside, c.NAME) or f"{table.cell(beside, c.FIRST)} {table.cell(beside, c.LAST)}".strip()
        shown = ", ".join(f"“{mark}”" for mark in marks[:6])
        choices = [
            Choice(
                Said(words={status.bare(first) or first: state}),
                f"--map {argument(f'{first}={state}', 'MARK=MEANING')}", f"“{first}” means {state}",
            )
            for state in status.SAYABLE
        ]  # fmt: skip
        return Doubt(f"it is not known what {shown} means beside a name ({who})", choices)


def _is_yes(mark: str) -> bool:
    return status.bare(mark) in (*lexicon.spellings("yes_no")["yes"], *lexicon.spellings("yes_no")["no"])
