"""The words that people write and read, kept in data/languages/*.yaml: what copkit knows, and what it prints.

`spellings` and `meanings` give the part `read` of a topic, with what every language adds to it. `text`, `table`,
`lines` and `rows` give the part `print` of one language. A file is large and a command needs few of its topics, so
each topic is cut out of the text by its heading and parsed alone, when it is first asked for.
"""

import os
import re
from collections.abc import Mapping
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


def text(key: str, **slots: object) -> str:
    """A text to print, `agenda.title`, with its slots filled."""
    found = _printed(key)
    if not isinstance(found, str):
        raise KeyError(f"print: {key} is not one text")
    return found.format_map(slots) if slots else found


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


def rows(key: str) -> tuple[tuple[str, ...], ...]:
    """Rows of texts to print."""
    return cast("tuple[tuple[str, ...], ...]", lines(key))


@cache
def _printed(key: str) -> Any:
    """What stands at a key of the part `print`; lists as tuples, since it is kept."""
    topic, *path = key.split(".")
    found = _topic(PRINTED, "print", topic)
    for part in path:
        found = found.get(part) if isinstance(found, dict) else None
    if found is None:
        raise KeyError(f"data/languages/{PRINTED}.yaml has no print: {key}")
    return _frozen(found)


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return {name: _frozen(item) for name, item in value.items()} if isinstance(value, dict) else value


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

    return yaml.load(below, yaml.CBaseLoader)  # noqa: S506 - of all loaders this one makes text alone


@cache
def _part(language: str, part: str) -> str:
    whole = (FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    return _below(f"\n{whole}", f"\n{part}:", _NEXT_PART)


def _below(text: str, heading: str, following: re.Pattern[str]) -> str:
    """The lines below a heading, to the next one; nothing without such a heading."""
    at = text.find(heading)
    if at < 0:
        return ""
    start = text.index("\n", at + 1)
    end = following.search(text, start)
    return text[start : end.start() if end else None]
