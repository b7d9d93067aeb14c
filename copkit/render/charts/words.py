"""Numbers and lists in words: for labels, and for the alternative text of every chart."""

from collections.abc import Iterable

from copkit import lexicon
from copkit.dates.saying import say_number
from copkit.render.charts.letters import clean


def say(value: float | None, note: str = "") -> str:
    """A number as people read it (1,200 or 3.5); what is not known in the words of its note."""
    if value is None:
        return clean(note) or lexicon.text("charts.not_known")
    if value == int(value):
        return ("-" if value < 0 else "") + say_number(abs(int(value)))
    return f"{value:,.1f}"


def sentence(parts: Iterable[str], head: str = "") -> str:
    """Parts as one sentence, behind what they are about."""
    said = "; ".join(part for part in parts if part)
    if head:
        said = f"{head.rstrip('.')}. {said}" if said else head
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "!", "?")) else f"{said}."
