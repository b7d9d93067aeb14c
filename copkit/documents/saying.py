"""Numbers in sentences: small ones as words, and a whole sentence for each kind of value."""

from functools import cached_property
from typing import NamedTuple

from copkit import lexicon
from copkit.metrics.base import say_value
from copkit.metrics.value import Value

SEVERAL = 2
FORMS = frozenset(("none", "one", "not_one", "some", "share", "hidden", "unknown", "not_asked"))
"""What a sentence needs words for; `every` besides, where all of two or more read otherwise than a share."""


def few(number: float) -> str:
    """`three`; figures from 10 on, and of what is no whole number."""
    words = lexicon.lines("numbers.small")
    return words[int(number)] if number == int(number) and 0 <= number < len(words) else say_value(number, 1)


def every(number: float) -> str:
    """`all three`, and `both` of two."""
    return lexicon.text("numbers.both") if number == 2 else lexicon.text("numbers.all", number=few(number))


def times(number: int, said: str) -> str:
    """`once`, `twice`, `three times`, with the number as it is said there."""
    words = lexicon.lines("numbers.often")
    return words[number - 1] if 0 < number <= len(words) else lexicon.text("numbers.times", number=said)


def capital(text: str) -> str:
    """A sentence's first letter as a capital, also behind a quotation mark."""
    first = next((place for place, letter in enumerate(text) if letter.isalnum()), 0)
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def stopped(text: str) -> str:
    """A sentence with its full stop."""
    return text if not text or text.rstrip("”)").endswith((".", "?", "!")) else f"{text}."


class Parts(NamedTuple):
    """A sentence around its number, which may be printed bold; empty where it has none."""

    before: str
    number: str
    after: str

    @property
    def text(self) -> str:
        """The sentence in one piece."""
        return "".join(self)


class Forms:
    """The words of one sentence for every kind of value: `came = Forms("sentences.came")`, then `came(value)`.

    They stand in data/languages without capital and full stop. `{n}` is `two`, `12` or `8 of 14`, `{pct}` the share
    in per cent where there are enough of which to say it, `{all}` all of them, `{why}` why there is no number.
    """

    def __init__(self, key: str) -> None:
        """`key` is where they stand below `print:`; nothing is read before a sentence is asked for."""
        self.key = key

    @cached_property
    def forms(self) -> dict[str, str]:
        """The words of each kind; one that is missing is refused, whichever is asked for."""
        found = dict(lexicon.table(self.key))
        if not FORMS <= found.keys() <= {*FORMS, "every"}:
            raise KeyError(f"print: {self.key} has not the forms of a sentence: {sorted(FORMS ^ found.keys())}")
        return found

    def __call__(self, value: Value, /, **slots: object) -> str:
        """A whole sentence."""
        return stopped(capital(self.clause(value, **slots)))

    def clause(self, value: Value, /, **slots: object) -> str:
        """The same without its capital and its full stop."""
        return self._filled(value, self._number(value), **slots)

    def parts(self, value: Value, /, **slots: object) -> Parts:
        """The whole sentence around its number."""
        before, mark, after = self._filled(value, "\0", **slots).partition("\0")
        if not mark:
            return Parts("", "", stopped(capital(before)))
        number = self._number(value)
        begins = not any(letter.isalnum() for letter in before)
        return Parts(capital(before), capital(number) if begins else number, stopped(after or "."))

    def _filled(self, value: Value, number: str, **slots: object) -> str:
        """The form of this value's kind, with its slots filled."""
        whole = every(value.of) if value.of is not None and value.of > 1 else ""
        why = value.said if value.kind in ("unknown", "none yet", "not asked") else ""
        return self.forms[self._kind(value)].format(n=number, pct=percent_in(value), all=whole, why=why, **slots)

    def _kind(self, value: Value) -> str:
        if value.kind in ("hidden", "unknown"):
            return value.kind
        if value.kind == "not asked" or value.of == 0:
            return "not_asked"
        if value.about:
            return "share"
        if value.kind == "none yet" or (value.of is None and not value.counted):
            return "none"
        if value.of is None:
            return "one" if value.counted == 1 and value.high is None else "some"
        if value.of == 1:
            return "one" if value.counted else "not_one"
        return "every" if value.counted == value.of and "every" in self.forms else "share"

    def _number(self, value: Value) -> str:
        if value.about:
            return lexicon.text("numbers.about", percent=round((value.number or 0) * 100))
        if not value.is_counted:
            return ""
        if value.of is not None:
            return fraction(value)
        if value.high is not None and value.high != value.counted:
            return lexicon.text("figures.range", low=say_value(value.counted), high=say_value(value.high))
        return few(value.counted)


def of_share(key: str, value: Value, /, **slots: object) -> Parts:
    """A sentence that is only ever said of a share of several, around its number: `8 of 14`."""
    if not value.is_counted or value.about or (value.of or 0) < SEVERAL:
        raise ValueError(f"print: {key} is said of a share alone, and not of {value}")
    before, _, after = lexicon.text(key, n="\0", pct=percent_in(value), **slots).partition("\0")
    return Parts(capital(before), fraction(value), stopped(after or "."))


def fraction(value: Value) -> str:
    """`8 of 14`."""
    top, bottom = say_value(value.counted), say_value(value.of or 0)
    return lexicon.text("figures.fraction", top=top, bottom=bottom)


def percent_in(value: Value) -> str:
    """` (57%)` as it stands behind a share; nothing where a percentage would say too much."""
    return "" if value.percent is None else f" ({value.percent}%)"
