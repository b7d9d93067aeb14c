"""Tables as files: CSV for spreadsheets, JSON Lines for scripts, one SQLite database for questions."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from copkit import cells
from copkit.exporters.table import Cell, Cut, Kind

Files = dict[str, bytes]

_SQL: Mapping[Kind, str] = {"text": "TEXT", "number": "NUMERIC", "date": "TEXT", "yes-no": "TEXT"}


def as_csv(tables: Sequence[Cut]) -> Files:
    """A file a table. A spreadsheet takes no cell for a formula, and reads every letter (UTF-8 with a mark)."""
    return {f"{table.name}.csv": _csv(table) for table in tables}


def _csv(table: Cut) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _csv_cell(cell: Cell) -> Cell:
    return cells.safe(cell) if isinstance(cell, str) else _plain(cell)


def as_jsonl(tables: Sequence[Cut]) -> Files:
    """A file a table, with an object on each line; an empty cell is null."""
    return {f"{table.name}.jsonl": _jsonl(table) for table in tables}


def _jsonl(table: Cut) -> bytes:
    names = [column.name for column in table.columns]
    lines = (dict(zip(names, map(_plain, row), strict=True)) for row in table.rows)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8", "replace")


def as_sqlite(tables: Sequence[Cut]) -> Files:
    """One database with all tables."""
    import sqlite3

    database = sqlite3.connect(":memory:")
    for table in tables:
        columns = ", ".join(f"{_quoted(one.name)} {_SQL[one.kind]}" for one in table.columns)
        database.execute(f"CREATE TABLE {_quoted(table.name)} ({columns})")
        marks = ", ".join("?" * len(table.columns))
        rows = ([_sql_cell(cell) for cell in row] for row in table.rows)
        database.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", rows)
    database.commit()
    data = database.serialize()
    database.close()
    return {"tables.sqlite": data}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _sql_cell(cell: Cell) -> Cell:
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else _plain(cell)


def _plain(cell: Cell) -> Cell:
    return cell.isoformat() if isinstance(cell, date) else cell


WRITERS: Mapping[str, Callable[[Sequence[Cut]], Files]] = {"csv": as_csv, "jsonl": as_jsonl, "sqlite": as_sqlite}
"""Each form by its name."""
