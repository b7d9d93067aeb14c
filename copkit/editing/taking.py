"""Put lines into the text of a session's notes: at its end, or in the place of one that is there."""

from collections.abc import Mapping, Sequence

from copkit.editing.refused import Refused
from copkit.models.kinds import KINDS
from copkit.workspace.places import Files
from copkit.yamlfile import Document
from copkit.yamlfile.marks import Lines

_BOM = b"\xef\xbb\xbf"
_MARGIN = "  "


def with_lines(data: bytes, path: str, lines: Sequence[str], instead: Mapping[int, str] = {}) -> bytes:
    """The notes with lines at the end of their text, and others in the place of lines of the file, by number.

    Every other line stays. Raises `Refused` for a file that is not UTF-8, and where the outcome would not be that.
    """
    document = _read(data, path)
    mark = _BOM if data.startswith(_BOM) else b""
    text = document.text
    if mark + text.encode("utf-8", "surrogatepass") != data:
        fix = "Save it as UTF-8 first."
        raise Refused("only notes that are UTF-8 can be added to; nothing was written", fix=fix)
    end = "\r\n" if "\r\n" in text else "\n"
    every = text.replace("\r\n", "\n").split("\n")
    for number, new in instead.items():
        every[number - 1] = _margin(every[number - 1]) + new
    at, margin = _place(document, every)
    every[at:at] = [f"{margin}{line}" for line in lines]
    made = mark + end.join(every).encode()
    _prove(document, _read(made, path), lines, instead)
    return made


def _read(data: bytes, path: str) -> Document:
    files = Files()
    files.load(path, data, KINDS["notes"])
    return files.documents[path]


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _place(document: Document, every: list[str]) -> tuple[int, str]:
    """Before which line new ones go, and their indent; a text that is not there is begun."""
    there = [number for number in document.block_lines("capture") if every[number - 1].strip()]
    block = document.where("capture").line
    if not there and document.keys().count("capture") == 0:
        while every and not every[-1].strip():
            every.pop()
        every += ["capture: |", ""]
        return len(every) - 1, _MARGIN
    if not there:
        every[block - 1] = "capture: |"
        if block == len(every):
            every.append("")
        return block, _MARGIN
    last = there[-1]
    if last == len(every):
        every.append("")
    heads = [every[number - 1] for number in there if document.where("capture").line != number]
    return last, min(map(_margin, heads), key=len, default=_MARGIN) or _MARGIN


def _prove(old: Document, new: Document, lines: Sequence[str], instead: Mapping[int, str]) -> None:
    """Every line of the text is there as it was or as it was to be, and nothing else has changed."""
    before, after = _text(old, instead), _text(new, {})
    wanted = [*before, *(line.strip() for line in lines if line.strip())]
    others = [document.data if isinstance(document.data, dict) else {} for document in (old, new)]
    same = all(others[0].get(key) == others[1].get(key) for key in {*others[0], *others[1]} - {"capture"})
    if after != wanted or not same:
        raise Refused("the notes would not say the same; nothing was written", fix="Type the lines by hand.")


def _text(document: Document, instead: Mapping[int, str]) -> list[str]:
    """The lines of the text that are not blank, without their indents."""
    lines = Lines.of(document.text)
    found = []
    for number in document.block_lines("capture"):
        line = instead.get(number, lines.line(number)).strip()
        if number == document.where("capture").line and line.startswith("capture:"):
            line = line.removeprefix("capture:").strip().removeprefix("|").strip()
        if line:
            found.append(line)
    return found
