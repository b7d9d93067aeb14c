"""The word that was meant, for a word that nobody knows."""


def nearest(word: str, known: list[str]) -> str:
    """The known word that a word nearly is, or an empty text."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), known, n=1, cutoff=0.7)), "")


def did_you_mean(word: str, known: list[str]) -> str:
    """A suggestion for a word that is nearly one of the known ones, or an empty text."""
    near = nearest(word, known)
    return f"Did you mean “{near}”?" if near else ""
