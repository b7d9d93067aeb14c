"""Text in a picture: made safe, measured in Arial's widths, and broken into lines that fit."""

import re
import unicodedata
from functools import cache

from copkit.patterns import when_used

#: The size of all text, in the picture's units. A picture is 640 units wide and stands in 476 points of an A4
#: page, so this prints at 11.2 points.
SIZE = 15.0
LINE = 18.0

#: Advance widths in thousandths of the size: those of Arial, Helvetica and Liberation Sans alike.
PLAIN = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft\xa0", 333: "()-`r“”", 334: "{}", 355: '"', 389: "*",
    469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu–£", 584: "+<=>~×", 611: "FTZ",
    667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "—…→", 1015: "@",
}  # fmt: skip
BOLD = {
    238: "'", 278: " ,./I\\ijl\xa0‘’", 280: "|", 333: "!()-:;[]`ft", 389: "*r{}", 474: '"', 500: "z“”",
    556: "#$0123456789J_aceksvxy–£", 584: "+<=>^~×", 611: "?FLTZbdghnopqu", 667: "EPSVXY", 722: "&ABCDHKNRU",
    778: "GOQw", 833: "M", 889: "%m", 944: "W", 975: "@", 1000: "—…→",
}  # fmt: skip
#: For letters of other scripts: wider than nearly all of them, so that a line is rather too short than too long.
OTHER, FULL, PICTOGRAPH = 740, 1000, 1380
#: What XML or a reader may not meet: controls, direction marks, surrogates and what is no character.
UNWANTED = when_used(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
    "|[\ufdd0-\ufdef]|[\ufffe\uffff]"
)
#: Beside the signs of XML, what the rules for pictures in documents take for a link or a program.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "=": "&#61;", "(": "&#40;"})


def clean(text: str) -> str:
    """The text in one line, without characters that nobody sees."""
    return " ".join(UNWANTED.sub(" ", text).split())


def escape(text: str) -> str:
    """A clean text for an element or an attribute."""
    return text.translate(ESCAPES)


def width(text: str, *, bold: bool = False) -> float:
    """How wide a text is drawn, in the picture's units."""
    known = _advances(bold)
    return sum(known.get(letter) or _advance(letter) for letter in text) * SIZE / 1000


def measured(text: str) -> bool:
    """Whether each letter's width is known for sure, so that a reader may be told the text's length."""
    return len(text) > 1 and all(letter in _advances(False) or letter.isascii() for letter in text)


@cache
def _advances(bold: bool) -> dict[str, int]:
    table = BOLD if bold else PLAIN
    return {letter: wide for wide, letters in table.items() for letter in letters}


def _advance(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    if ord(letter) >= 0x1F000:
        return PICTOGRAPH
    if unicodedata.east_asian_width(letter) in "WF":
        return FULL
    base = unicodedata.normalize("NFD", letter)[0]
    return _advances(True).get(base, OTHER)


def wrap(text: str, room: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than `room`; a word too long for a line is broken, never cut."""
    lines: list[str] = []
    for word in clean(text).split(" "):
        if lines and width(f"{lines[-1]} {word}", bold=bold) <= room:
            lines[-1] += f" {word}"
            continue
        pieces = _pieces(word, room, bold)
        lines += pieces
    return lines


def _pieces(word: str, room: float, bold: bool) -> list[str]:
    """A word in pieces that fit: after a hyphen or slash where it has one, else between letters."""
    if width(word, bold=bold) <= room:
        return [word]
    pieces = [""]
    for part in re.findall(r"[^-/]+[-/]*|[-/]+", word):
        if width(pieces[-1] + part, bold=bold) <= room:
            pieces[-1] += part
            continue
        if pieces[-1]:
            pieces.append("")
        for letter in part:
            if pieces[-1] and width(pieces[-1] + letter, bold=bold) > room:
                pieces.append("")
            pieces[-1] += letter
    return pieces


def widest(texts: list[str], *, bold: bool = False) -> float:
    """The width of the widest text; 0 where there is none."""
    return max((width(text, bold=bold) for text in texts), default=0.0)


def longest_word(text: str) -> float:
    """The width of the widest word of a text."""
    return widest(clean(text).split(" "))
