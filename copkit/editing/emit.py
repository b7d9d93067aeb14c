"""Plain data as YAML that a person would have typed: block style, quotes only where they are needed."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from copkit.editing.refused import Refused
from copkit.patterns import when_used
from copkit.visible import HIDDEN_IN_VALUE, escape, name_of
from copkit.yamlfile import Data

# What other YAML readers would take for a number, a time, a truth value or nothing.
_TYPED = when_used(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf|nan)|[-+]?[\d_.]+(?:e[-+]?\d+)?|0[xo][\da-f]+|\d+(?::\d+)+(?:\.\d+)?)$",
    re.IGNORECASE,
)
_DATE = when_used(r"\d{4}-\d\d-\d\d$")
_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`=<")
_INSIDE = when_used(r": |:$| #|\t")
_IN_FLOW = when_used(r"[,\[\]{}:?]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def emit(value: Any, indent: int = 0) -> str:
    """A dict, a list or a scalar as lines of YAML at `indent`, with a line end; None is left empty.

    Raises `Refused` where a text holds a character that no file may hold.
    """
    if isinstance(value, Mapping) and value:
        return "".join(_pair(key, item, indent) for key, item in value.items())
    if _is_list(value) and value:
        return "".join(_item(item, indent) for item in value)
    return f"{' ' * indent}{inline(value, indent)}\n"


def inline(value: Any, indent: int = 0) -> str:
    """A scalar or an empty collection as it stands after a key; a `|` block goes on below, at `indent`."""
    if isinstance(value, Mapping | list | tuple) and not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    text = plain_text(value)
    if isinstance(value, str):
        return _block(text, indent) if _suits_block(text) else _scalar(text)
    return f'"{text}"' if isinstance(value, time) else text


def flow(value: Any) -> str:
    """The value on one line, in brackets where it is a list or a mapping."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if _is_list(value):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    text = plain_text(value)
    if isinstance(value, str):
        return quoted(text) if _IN_FLOW.search(text) else _scalar(text)
    return f'"{text}"' if isinstance(value, time) else text


def quoted(text: str) -> str:
    """A text in double quotes, as every reader of YAML takes it."""
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def as_read(value: Any) -> Data | None:
    """What the reader gives back for an emitted value: text all through, and nothing for None."""
    if isinstance(value, Mapping):
        read = {str(key): as_read(item) for key, item in value.items()}
        return {key: item for key, item in read.items() if item is not None}
    if _is_list(value):
        return [item for item in map(as_read, value) if item is not None]
    return None if value is None else plain_text(value)


def plain_text(value: Any) -> str:
    """A scalar as the text that stands for it in a file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, time | datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    hidden = None if text.isprintable() else HIDDEN_IN_VALUE.search(text)
    if hidden:
        raise Refused(
            f"a text holds a hidden character, {escape(hidden[0])} ({name_of(hidden[0])})", fix="Leave it out."
        )
    return text


def _pair(key: object, value: Any, indent: int) -> str:
    start = f"{' ' * indent}{_scalar(str(key))}:"
    if isinstance(value, Mapping) and value:
        return f"{start}\n{emit(value, indent + 2)}"
    if _is_list(value) and value:
        return f"{start}\n{emit(value, indent + 2)}"
    return f"{start} {inline(value, indent + 2)}".rstrip(" ") + "\n"


def _item(value: Any, indent: int) -> str:
    dash = f"{' ' * indent}- "
    if isinstance(value, Mapping | list | tuple) and value:
        return dash + emit(value, indent + 2).removeprefix(" " * (indent + 2))
    return f"{dash}{inline(value, indent + 2)}".rstrip(" ") + "\n"


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _scalar(text: str) -> str:
    return text if _is_plain(text) else quoted(text)


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or "\n" in text or text.startswith(_INDICATORS):
        return False
    if _DATE.match(text):
        return True
    return not (_TYPED.match(text) or _INSIDE.search(text) or text.startswith("..."))


def _suits_block(text: str) -> bool:
    """Whether a text of several lines can be a `|` block without an indentation indicator."""
    return "\n" in text.rstrip("\n") and not text[0].isspace()


def _block(text: str, indent: int) -> str:
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    lines = [f"{' ' * indent}{line}" if line else "" for line in body.split("\n")]
    return "\n".join(["|" + ("-", "", "+")[min(ends, 2)], *lines, *[""] * max(0, ends - 1)])
