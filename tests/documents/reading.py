"""Everything that can be read from a document: text, attributes, links, and what the file says of itself."""

import re
from io import BytesIO
from zipfile import ZipFile

from tests.judges import paper

FORMS = ("html", "md", "txt", "docx", "pdf")


def all_of(data: bytes, form: str) -> str:
    """All that is to be read in a file of a format."""
    if form == "docx":
        return _of_word(data)
    if form == "pdf":
        return "\n".join(read(data) for read in (paper.shown, paper.rows, paper.read_aloud, paper.written))
    return data.decode()


def _of_word(data: bytes) -> str:
    """The parts as they are, and the text that Word shows, whose words may be cut into several runs."""
    with ZipFile(BytesIO(data)) as word:
        parts = [word.read(name).decode() for name in word.namelist() if name.endswith((".xml", ".rels", ".svg"))]
    assert parts
    return "".join(parts) + re.sub(r"<[^>]+>", "", "".join(parts))
