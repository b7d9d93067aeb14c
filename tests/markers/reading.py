"""Every byte of what was written, as text in which a marker or a name can be found."""

import re
import sqlite3
import tempfile
from pathlib import Path

from tests.documents.reading import all_of
from tests.markers.running import Output


def text_of(output: Output) -> str:
    """The file's name and all that can be read in it, whatever its format."""
    return f"{output.name}\n{_inside(output.data, output.form)}"


def _inside(data: bytes, form: str) -> str:
    if form in ("docx", "pdf"):
        return all_of(data, form)
    if form == "sqlite":
        return data.decode("latin-1") + _rows(data)
    text = data.decode("utf-8")
    return re.sub(r"\r?\n[ \t]", "", text) if form == "ics" else text


def _rows(data: bytes) -> str:
    """The rows, beside the pages as they lie on the disk: what was deleted may still stand in a page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.sqlite"
        path.write_bytes(data)
        with sqlite3.connect(path) as base:
            names = [name for (name,) in base.execute("select name from sqlite_master where type = 'table'")]
            found = "\n".join(str(row) for name in names for row in base.execute(f'select * from "{name}"'))
        base.close()
    return found
