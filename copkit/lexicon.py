"""The words that people write and read, kept in data/languages/*.yaml: what copkit knows, and what it prints.

`spellings` and `meanings` give the part `read` of a topic, with what every language adds to it. `text`, `table`,
`lines`, `pairs`, `groups` and `plural` give the part `print` of one language. A file is large and a command needs
few of its topics, so each topic is cut out of the text by its heading and parsed alone, when it is first asked for.
"""

import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

FOLDER = Path(__file__).with_name("data") / "languages"
PRINTED = "en"
"""The language that is printed, and the one whose spellings come first."""

_NEXT_PART = re.compile(r"\n(?=\S)")
_NEXT_TOPIC = re.compile(r"\n  (?=\S)")


@cache
def spellings(topic: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a topic, by what they mean, in every language: `months` gives january: january, jan, …"""
    found: dict[str, tuple[str, ...]] = {}
    for language in _languages():
        for meaning, words in (_topic(language, "read", topic) or {}).items():
            found[meaning] = tuple(dict.fromkeys((*found.get(meaning, ()), *words)))
    if not found:
        raise KeyError(f"no file in data/languages/ has read: {topic}:")
    return found


@cache
def meanings(topic: str) -> Mapping[str, str]:
    """What each word of a topic means; of a word with two meanings the first."""
    found: dict[str, str] = {}
    for meaning, words in spellings(topic).items():
        for word in words:
            found.setdefault(word, meaning)
    return found


@cache
def either(topic: str, *wanted: str) -> str:
    """A regular expression for any word of some meanings of a topic, the longest first."""
    words = {word for meaning in wanted for word in spellings(topic)[meaning]}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def text(key: str, /, **slots: object) -> str:
    """A text to print, `agenda.title`, with its slots filled."""
    found = _printed(key)
    if not isinstance(found, str):
        raise KeyError(f"print: {key} is not one text")
    return found.format_map(slots) if slots else found


def plural(key: str, number: float, /, **slots: object) -> str:
    """The first text at a key for one, the second for any other number, which stands where it says {number}."""
    return lines(key)[number != 1].format_map({"number": f"{number:,}", **slots})


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`; what is empty is left away."""
    *before, last = [word for word in words if word] or [""]
    return text("common.listed", before=", ".join(before), last=last) if before else last


def table(key: str) -> Mapping[str, str]:
    """Texts to print by the words that they stand for, such as the stages of an initiative."""
    found = _printed(key)
    if not isinstance(found, dict):
        raise KeyError(f"print: {key} is not a table")
    return found


def lines(key: str) -> tuple[str, ...]:
    """Texts to print one after another."""
    found = _printed(key)
    if not isinstance(found, tuple):
        raise KeyError(f"print: {key} is not a list")
    return found


def pairs(key: str) -> tuple[tuple[str, str], ...]:
    """Texts to print two by two, such as a word and what is said of it."""
    return tuple((first, second) for first, second in cast("tuple[tuple[str, str], ...]", lines(key)))


def groups(key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Headings with the texts below each: lists whose first line is the heading."""
    found = cast("tuple[tuple[str, ...], ...]", lines(key))
    return tuple((one[0], one[1:]) for one in found)


class Words:
    """The words of one document: `say = Words("agenda")`, then `say("title")` or `say.lines("steps")`."""

    __slots__ = ("_key",)

    def __init__(self, key: str) -> None:
        """`key` is where they stand below `print:`; nothing is read before a word is asked for."""
        self._key = key

    def __call__(self, name: str, /, **slots: object) -> str:
        """A text, as `text` gives it."""
        return text(f"{self._key}.{name}", **slots)

    def plural(self, name: str, number: float, /, **slots: object) -> str:
        """As `plural`."""
        return plural(f"{self._key}.{name}", number, **slots)

    def table(self, name: str) -> Mapping[str, str]:
        """As `table`."""
        return table(f"{self._key}.{name}")

    def lines(self, name: str) -> tuple[str, ...]:
        """As `lines`."""
        return lines(f"{self._key}.{name}")

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """As `pairs`."""
        return pairs(f"{self._key}.{name}")


@cache
def _printed(key: str) -> Any:
    """What stands at a key of the part `print`."""
    topic, *path = key.split(".")
    found = _topic(PRINTED, "print", topic)
    for part in path:
        found = found.get(part) if isinstance(found, dict) else None
    if found is None:
        raise KeyError(f"data/languages/{PRINTED}.yaml has no print: {key}")
    return found


@cache
def _languages() -> tuple[str, ...]:
    names = sorted(name.removesuffix(".yaml") for name in os.listdir(FOLDER) if name.endswith(".yaml"))
    return (PRINTED, *(name for name in names if name != PRINTED))


@cache
def _topic(language: str, part: str, topic: str) -> Any:
    """What a language says to a topic; None where it says nothing."""
    below = _below(_part(language, part), f"\n  {topic}:", _NEXT_TOPIC)
    if not below:
        return None
    import yaml

    return _plain(yaml.compose(below, getattr(yaml, "CBaseLoader", yaml.BaseLoader)))


def _plain(node: Any) -> Any:
    """A node as plain values, every scalar a text; lists as tuples, since what is found is kept."""
    if isinstance(node.value, str):
        return node.value
    if node.id == "sequence":
        return tuple([_plain(item) for item in node.value])
    return {name.value: _plain(item) for name, item in node.value}


@cache
def _part(language: str, part: str) -> str:
    return _below(_whole(language), f"\n{part}:", _NEXT_PART)


@cache
def _whole(language: str) -> str:
    return "\n" + (FOLDER / f"{language}.yaml").read_text(encoding="utf-8")


def _below(text: str, heading: str, following: re.Pattern[str]) -> str:
    """The lines below a heading, to the next one; nothing without such a heading."""
    at = text.find(heading)
    if at < 0:
        return ""
    start = text.index("\n", at + 1)
    end = following.search(text, start)
    return text[start : end.start() if end else None]
