"""Reads a PDF back: what it shows, what a screen reader meets, and all that is written anywhere inside it."""

from collections import defaultdict
from collections.abc import Iterator
from ctypes import byref, c_double
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


def pages(data: bytes) -> int:
    """How many pages it has."""
    return len(pypdfium2.PdfDocument(data))


def shown(data: bytes) -> str:
    """The text in the order in which it is drawn, without the marks that let long words break."""
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    return text.replace("\N{ZERO WIDTH SPACE}", "").replace("\r\n", "\n")


def rows(data: bytes) -> str:
    """The text as it stands on the paper: what is beside each other on one line, with a space between."""
    return "\n".join(line for page in pypdfium2.PdfDocument(data) for line in _rows_of(page.get_textpage()))


def right_edge(data: bytes) -> float:
    """How far right any letter reaches, in points."""
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(data)]
    return max(text.get_charbox(place)[2] for text in texts for place in range(text.count_chars()))


def read_aloud(data: bytes) -> str:
    """The text in the order of its tags, which is how a screen reader meets it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        said = _text_of_marks(data)
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        marks = _marks_below(pdf.Root.get("/StructTreeRoot"), None)
        return "\n".join(said.get((numbers[page.objgen], mark), "") for page, mark in marks)


def written(data: bytes) -> str:
    """Every text in any of its objects: title and settings, links, bookmarks, alternative texts, metadata."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return "\n".join(text for one in (pdf.trailer, *pdf.objects) for text in _strings(one))


# --- Below -----------------------------------------------------------------------------------------------


def _rows_of(text: Any) -> Iterator[str]:
    """The lines of a page: letters on one base line, from left to right."""
    letters = []
    for place in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, place) == 1:
            continue
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(text, place, byref(x), byref(y))
        letter = chr(pdfium.FPDFText_GetUnicode(text, place))
        letters.append((-round(y.value), x.value, text.get_charbox(place, loose=True)[2], letter))
    for _, line in groupby(sorted(letters), key=lambda letter: letter[0]):
        said, reached = "", float("inf")
        for _, left, right, letter in line:
            said += " " + letter if left - reached > 1 else letter
            reached = right
        yield said


def _text_of_marks(data: bytes) -> dict[tuple[int, int], str]:
    """What is drawn under each mark of a page, by the page's place and the mark's number."""
    found: defaultdict[tuple[int, int], str] = defaultdict(str)
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        text = page.get_textpage()
        for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=text):
            found[number, pdfium.FPDFPageObj_GetMarkedContentID(part)] += part.extract()
    return found


def _marks_below(node: Any, page: Any) -> Iterator[tuple[Any, int]]:
    """Each mark that the tags below a node point at, and the page that it is on."""
    if isinstance(node, int):
        yield page, node
    elif isinstance(node, pikepdf.Array):
        for child in node:
            yield from _marks_below(child, page)
    elif isinstance(node, pikepdf.Dictionary):
        page = node.get("/Pg", page)
        if "/MCID" in node:
            yield page, int(node.MCID)
        else:
            yield from _marks_below(node.get("/K"), page)


def _strings(node: Any) -> Iterator[str]:
    """The texts of one object; what it points at is an object of its own."""
    if isinstance(node, pikepdf.String):
        yield str(node)
    elif isinstance(node, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        parts = node if isinstance(node, pikepdf.Array) else (part for _, part in node.items())
        for part in parts:
            if not (isinstance(part, pikepdf.Object) and part.is_indirect):
                yield from _strings(part)
    if isinstance(node, pikepdf.Stream) and node.get("/Type") == "/Metadata":
        yield node.read_bytes().decode()
