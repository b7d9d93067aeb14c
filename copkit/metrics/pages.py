"""The definition of a metric, from its docstring: for `docs/metrics.md`, for annexes, and for who asks why."""

import inspect
import re
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.metrics.registry import Metric, registry
from copkit.patterns import when_used

_SECTION = when_used(r"^(From|After):[ ]*", re.MULTILINE)


class Definition(NamedTuple):
    """What a metric is: its name, its formula in words, what is worth knowing of it, and where it comes from.

    `source` names the files and fields that are counted, `after` the publication of a measure that is not ours.
    """

    code: str
    name: str
    formula: str
    notes: tuple[str, ...]
    source: str
    after: str

    @property
    def markdown(self) -> str:
        """The definition without its heading."""
        parts = [self.formula, *self.notes, f"**Counted from:** {self.source}"]
        return "\n\n".join([*parts, *([f"**After:** {self.after}"] if self.after else [])])


def plain(text: str) -> str:
    """A definition without the marks that set off field names."""
    return text.replace("`", "")


@cache
def definition(code: str) -> Definition:
    """The definition of a metric."""
    return definition_of(registry()[code])


def definition_of(one: Metric) -> Definition:
    """What a metric's docstring says. One that does not say what it is counted from is a fault in copkit."""
    parts = _SECTION.split(inspect.cleandoc(one.find.__doc__ or ""))
    found = {name: " ".join(text.split()) for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    formula, *notes = (" ".join(text.split()) for text in parts[0].strip().split("\n\n"))
    if not found.get("From") or not all(text.endswith(".") for text in (formula, *notes, *found.values())):
        raise ValueError(f"the definition of {one.code} is not whole")
    return Definition(one.code, one.name, formula, tuple(notes), found["From"], found.get("After", ""))


INTRO = """\
# Metrics

<!-- Written by `python3 make.py docs` from the metrics themselves: do not edit it by hand. -->

Each figure carries what it was made of: numerator, denominator, period, and the file and line of each record that
was counted. A share is printed with its fraction (4 of 7, 57%), in whole per cent; fewer than five in the
denominator are printed as the fraction alone. Sessions of which nobody wrote down who came are left out of both,
and listed.

In public, counts of one to four people are hidden, and of one to four that are left of a share: 27 of 30 says as
much as 3. So is whatever lets such a number be worked out: each metric declares what holds between its figures and
others, this year's and last year's, and of these the least missed are hidden until every hidden count of people
keeps three possible values. What chance would give is rounded where a group is small. `hide_counts_below:` in
programme.yaml sets another number than five. The share of each organisation is for members. Counts of sessions and
initiatives are hidden only for the sake of people. What fewer than five forms say is hidden from everybody. No
person is ever scored or ranked.

A session counts as held when it has notes, or when its plan says `status: held`. A period that is not over is
counted up to today.
"""


def metrics_page() -> str:
    """The whole of docs/metrics.md."""
    parts = [INTRO]
    for letter, title in lexicon.table("figures.families").items():
        codes = [code for code in registry() if code.startswith(letter)]
        rows = [f"| [{code}](#{_anchor(code)}) | {definition(code).name} |" for code in codes]
        table = "\n".join(["| code | metric |", "|---|---|", *rows])
        parts.append(f"## {letter}: {title}\n\n{table}\n")
        parts += [f"### {code}: {definition(code).name}\n\n{_wrapped(definition(code))}\n" for code in codes]
    return "\n".join([*parts, _thresholds()])


def _thresholds() -> str:
    """What programme.yaml may set, as the page's last part."""
    from copkit.metrics.thresholds import metric_thresholds
    from copkit.workspace import Shared

    rows = [f"| `{one.name}` | {one.number} | {one.meaning} |" for one in metric_thresholds(Shared())]
    table = "\n".join(["| threshold | usual | what it decides |", "|---|---|---|", *rows])
    return (
        f"## Thresholds\n\n`thresholds:` in programme.yaml may set these; a name and a whole number.\n\n{table}\n"
    )


def _anchor(code: str) -> str:
    words = f"{code} {definition(code).name}".lower().replace("–", "")
    return re.sub(r"[^a-z0-9-]+", "-", words)


def _wrapped(one: Definition) -> str:
    from textwrap import wrap

    return "\n\n".join(
        "\n".join(wrap(text, 116, break_on_hyphens=False, break_long_words=False))
        for text in one.markdown.split("\n\n")
    )
