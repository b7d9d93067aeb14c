"""Which rows of a workbook are hidden: what nobody sees in Excel is not taken unasked."""

import io
import re
import zipfile

_SHEET = re.compile(rb'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br?:?id="([^"]*)"')
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_PART = re.compile(rb'\b(Id|Target)="([^"]*)"')
_ROW = re.compile(rb'<row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')


def hidden_rows(data: bytes) -> dict[str, tuple[int, ...]]:
    """The numbers of the hidden rows by the name of their sheet; nothing of a workbook that is no .xlsx."""
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = set(book.namelist())
        if "xl/workbook.xml" not in parts or "xl/_rels/workbook.xml.rels" not in parts:
            return {}
        places = dict(map(_place, _RELATION.findall(book.read("xl/_rels/workbook.xml.rels"))))
        found = {}
        for name, key in _SHEET.findall(book.read("xl/workbook.xml")):
            place = places.get(key.decode(), "")
            if place in parts:
                found[_text(name)] = tuple(int(row) for row in _ROW.findall(book.read(place)))
    return {name: rows for name, rows in found.items() if rows}


def _place(relation: bytes) -> tuple[str, str]:
    said = {key: value.decode("utf-8", "replace") for key, value in _PART.findall(relation)}
    target = said.get(b"Target", "")
    return said.get(b"Id", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _text(name: bytes) -> str:
    import html

    return html.unescape(name.decode("utf-8", "replace"))
