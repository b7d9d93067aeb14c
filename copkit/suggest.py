"""The word that was meant, for a word that nobody knows."""


def did_you_mean(word: str, known: list[str]) -> str:
    """A suggestion for a word that is nearly one of the known ones, or an empty text."""
    from difflib import get_close_matches

    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.7)
    return f"Did you mean “{near[0]}”?" if near else ""
