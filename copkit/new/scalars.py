"""How a value stands in the text of a new file: the filters of its template. No text breaks out of its place."""

from collections.abc import Callable
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from copkit.editing.emit import flow, inline, plain_text, quoted
from copkit.patterns import when_used
from copkit.visible import visible

if TYPE_CHECKING:
    from markupsafe import Markup

WIDTH = 98
KEPT = "\x00"
"""Stands before what is a value's own, so that no `#` in it is taken for a remark; no text of a file holds it."""

_PLAIN = when_used(r"[A-Za-z][A-Za-z0-9_.-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{0,8}|0")
_NOT_TEXT_ELSEWHERE = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])


def written(value: Any) -> "Markup":
    """A word, an id, a date or a whole number as it is, several in brackets, anything else in double quotes."""
    if hasattr(value, "__html__"):
        return _as_it_is(value)
    if isinstance(value, tuple):
        return _of_a_value(flow([_shown(one) for one in value]) if value else "")
    return _of_a_value(word(value) if isinstance(value, str) else plain_text(value))


def word(text: str) -> str:
    """A word, an id, a date or a whole number as it is; anything else in double quotes; nothing for nothing."""
    if not text or (_PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT_ELSEWHERE):
        return text
    return quoted(_shown(text))


def in_quotes(text: str) -> "Markup":
    """A text in double quotes, also where it is empty."""
    return _of_a_value(quoted(_shown(text)))


def prose(text: str) -> "Markup":
    """A sentence or a name: always in quotes, nothing for nothing."""
    return _of_a_value(quoted(_shown(text)) if text else "")


def plain(text: str) -> "Markup":
    """A few words without quotes, where every reader takes them for text."""
    return _of_a_value(inline(_shown(text).replace("\n", " ")) if text else "")


def block(text: str, indent: int = 2) -> "Markup":
    """Words as they were typed: in quotes, or in a block below the key where they have several lines."""
    return _of_a_value(inline(_shown(text), indent)) if "\n" in text else prose(text)


def gap(value: Any, hint: str) -> Any:
    """The value; where there is none, a remark on what is to be filled in."""
    return value or _as_it_is(f"  # {_line(hint)}")


def remark(text: str) -> "Markup":
    """A text within a remark: on one line, with hidden characters shown."""
    return _of_a_value(_line(text))


def remarks(text: str, indent: int = 0) -> "Markup":
    """A text as remarks of its own, each line no wider than a screen."""
    start = "# " + " " * indent
    words = " ".join(visible(part) for part in text.split())
    return _of_a_value(
        "\n".join(
            wrap(words, WIDTH, initial_indent=start, subsequent_indent=f"{start}  ", break_on_hyphens=False)
        )
    )


FILTERS: dict[str, Callable[..., Any]] = {
    "quoted": in_quotes,
    "prose": prose,
    "plain": plain,
    "block": block,
    "gap": gap,
    "remark": remark,
    "remarks": remarks,
}


def _line(text: str) -> str:
    return visible(text, lines=True).replace("\n", " ")


def _shown(value: Any) -> Any:
    return visible(value, lines=True) if isinstance(value, str) else value


def _of_a_value(text: str) -> "Markup":
    return _as_it_is(text.replace(" #", f" {KEPT}#").replace("\n", f"\n{KEPT}"))


def _as_it_is(text: str) -> "Markup":
    from markupsafe import Markup

    return Markup(text)
