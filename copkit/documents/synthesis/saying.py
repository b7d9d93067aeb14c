"""Small numbers as words, and words that agree with their number."""

from copkit import lexicon


def few(number: int) -> str:
    """`three`; figures from 10 on."""
    words = lexicon.lines("numbers.small")
    return words[number] if 0 <= number < len(words) else f"{number:,}"


def every(number: int) -> str:
    """`All three`, and `Both` of two."""
    return lexicon.text("numbers.both") if number == 2 else lexicon.text("numbers.all", number=few(number))


def times(number: int, said: str) -> str:
    """`once`, `twice`, `three times`, with the number as it is said there."""
    words = lexicon.lines("numbers.often")
    return words[number - 1] if 0 < number <= len(words) else lexicon.text("numbers.times", number=said)


def capital(text: str) -> str:
    """A sentence's first letter as a capital."""
    return text[:1].upper() + text[1:]
