"""Consoles that cannot show every character: plain ones stand in for those that they have not."""

import codecs
import unicodedata
from typing import Final

PLAIN: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "−": "-", "…": "...", "→": "->",
    "←": "<-", "▲": "^", "·": "-", "•": "*", "×": "x", "÷": "/", "±": "+/-", "≥": ">=", "≤": "<=", "Σ": "sum",
    "✓": "yes", "✗": "no", "─": "-", "━": "-", "│": "|", "█": "#", "▏": "|", "\u00a0": " ", "\u202f": " ",
    "€": "EUR", "£": "GBP", "½": "1/2", "⅓": "1/3", "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D",
    "đ": "d", "ß": "ss", "Æ": "AE", "æ": "ae",
}  # fmt: skip
"""What stands in for a character that a console has not."""
HANDLER: Final = "copkit-plain"


def plain(text: str) -> str:
    """A text in plain characters: a letter without its accent, and a code for what has nothing like it."""
    return "".join(PLAIN.get(one) or _bare(one) for one in text)


def _bare(one: str) -> str:
    bare = unicodedata.normalize("NFKD", one).encode("ascii", "ignore").decode()
    return bare or one.encode("ascii", "backslashreplace").decode()


def _handle(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain(error.object[error.start : error.end]), error.end


codecs.register_error(HANDLER, _handle)
