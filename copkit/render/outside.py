"""Whether a Word file leads outside: a template or a picture at an address is fetched by whoever opens it."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from docx import Document

from copkit.patterns import when_used
from copkit.render.problems import DocumentProblem

_LARGEST = 20_000_000
_FETCHES = when_used(r"(?i)\b(?:INCLUDE\w*|DDE\w*|LINK|IMPORT|DATABASE)\b[^\n]*")
"""Fields of Word that fetch something when the document is opened or printed."""


def require_no_outside(data: bytes, name: str) -> None:
    """Raise DocumentProblem where a Word file leads outside, or is none that can be looked through."""
    try:
        found = next(_outside(data), "") or (Document(BytesIO(data)) and "")
    except Exception as problem:
        raise DocumentProblem(f"{name} is no Word file that can be read") from problem
    if found:
        raise DocumentProblem(
            f"{name} leads outside ({found}), and so would every document made from it: "
            "take the link out in Word, and save it again"
        )


def _outside(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _LARGEST:
            yield "it is far too large when it is unpacked"
            return
        for name in parts.namelist():
            if name.endswith((".rels", ".xml")):
                yield from _in_part(parts.read(name))


def _in_part(data: bytes) -> Iterator[str]:
    fields = ""  # Word joins the pieces of a field
    for node in ElementTree.fromstring(data).iter():
        kind = node.tag.rpartition("}")[2]
        if kind == "Relationship" and node.get("TargetMode", "").strip().casefold() == "external":
            yield node.get("Target", "")
        if kind in ("instrText", "fldSimple"):
            fields += node.text or "" if kind == "instrText" else f" {_attribute(node, 'instr')} "
    if found := _FETCHES.search(fields):
        yield found[0].strip()


def _attribute(node: ElementTree.Element, name: str) -> str:
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")
