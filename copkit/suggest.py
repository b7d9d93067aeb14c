"""What to type: the word that was meant, for one that nobody knows; a text as one word of a command line."""

from copkit.patterns import when_used

_PLAIN = when_used(r"[^\W_][\w./:-]*")
_NOT_IN_QUOTES = when_used(r"""["“”„$`%!\n\r\x00]|\\(?=\\|$)""")


def nearest(word: str, known: list[str]) -> str:
    """The known word that a word nearly is, or an empty text."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), known, n=1, cutoff=0.7)), "")


def did_you_mean(word: str, known: list[str]) -> str:
    """A suggestion for a word that is nearly one of the known ones, or an empty text."""
    near = nearest(word, known)
    return f"Did you mean “{near}”?" if near else ""


def argument(text: str, instead: str) -> str:
    """A text as one word that bash, PowerShell and cmd read alike; where there is none, what stands for it."""
    if _PLAIN.fullmatch(text):
        return text
    return f'"{text}"' if text.strip() and not _NOT_IN_QUOTES.search(text) else instead
