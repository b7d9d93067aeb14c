"""Everything that can be read from a document: text, attributes, links, and what the file says of itself."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

FORMS = ("html", "md", "txt", "docx", "pdf")
_OF_PDF = (
    ("pdftotext", "a.pdf", "-"),
    ("pdftotext", "-raw", "a.pdf", "-"),
    ("pdfinfo", "a.pdf"),
    ("pdfinfo", "-url", "a.pdf"),
    ("pdfinfo", "-struct-text", "a.pdf"),
)


def all_of(data: bytes, form: str, folder: Path) -> str:
    """All that is to be read in a file of a format; a folder to take it apart in."""
    if form == "docx":
        return _of_word(data)
    if form == "pdf":
        return _of_pdf(data, folder)
    return data.decode()


def _of_word(data: bytes) -> str:
    """The parts as they are, and the text that Word shows, whose words may be cut into several runs."""
    with ZipFile(BytesIO(data)) as word:
        parts = [word.read(name).decode() for name in word.namelist() if name.endswith((".xml", ".rels"))]
    assert parts
    return "".join(parts) + re.sub(r"<[^>]+>", "", "".join(parts))


def _of_pdf(data: bytes, folder: Path) -> str:
    (folder / "a.pdf").write_bytes(data)
    ran = (subprocess.run(tool, cwd=folder, capture_output=True, check=True) for tool in _OF_PDF)
    return "".join(one.stdout.decode("utf-8", "replace") for one in ran)
