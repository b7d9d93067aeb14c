"""The filters that templates may use to put dates, times and counts in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from copkit.dates import say_date, say_day, say_minutes, say_month, say_number, say_time

if TYPE_CHECKING:
    from markupsafe import Markup


def prose(text: str, level: int = 0) -> "Markup":
    """Light Markdown as HTML; see `copkit.render.prose`, which is loaded when the first text is shown."""
    from copkit.render.prose import prose

    return prose(text, level)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 minute, 20 minutes, 1,200 people."""
    return f"{say_number(number)} {one if number == 1 else many or one + 's'}"


FILTERS: dict[str, Callable[..., Any]] = {
    "say_date": say_date,
    "say_day": say_day,
    "say_month": say_month,
    "say_time": say_time,
    "say_minutes": say_minutes,
    "say_number": say_number,
    "count": count,
    "prose": prose,
}
