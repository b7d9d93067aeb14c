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
was counted. A share is printed as its fraction with whole per cent, 8 of 14 (57%); of fewer than ten, of
all and of none the fraction stands alone. Sessions of which nobody wrote down who came are left out of both,
and listed.

A figure without a number says why, and is not printed as 0. There is none yet: no session has been held. It is not
known: no session whose day has come has notes, no notes say who came or what was said, or the register does not say
where people work. Or nobody was asked. Where notes say who came and what was said, no connection noted is 0; where
they have plain lines alone, without one keyword, nobody knows.

In public, counts of one to four people are hidden, and of one to four that are left of a share: 27 of 30 says as
much as 3. So is whatever lets such a number be worked out: each metric declares what holds between its figures and
others, this year's and last year's, and of these the least missed are hidden until every hidden count of people
keeps three possible values. What chance would give is rounded where a group is small. `hide_counts_below:` in
programme.yaml sets another number than five. The share of each organisation is for members. Counts of sessions and
initiatives are hidden only for the sake of people. What fewer than five forms say is hidden from everybody. No
person is ever scored or ranked.

## What holds for every metric

**The last day.** A figure says how things stood on the last day of its period, or today where that is still to
come. What is dated after it is not seen, so a later record does not change a period that is over. Two things count
whenever they came, and their metrics say so: what answers an ask or a question (W3, W4), where those that came
after the last day are counted again by themselves, and forms, which have no day (V4, V5). What has no day at all
counts as though it had always been so, but for a story, which then belongs to no period, and for the last word on a
stage or a status beside others that have days (A1, A2).

**Sessions.** A session counts as held when it has notes, or when its plan says `status: held`. Of one that was
cancelled nothing counts, whatever its notes say, but that it was planned. One planned for a day after its community
closed is no session.

**Organisations.** People count for their organisation of the day: of those listed for them the one with the latest
`from:` up to that day. One without `from:` comes before all that have one; before the first `from:` the earliest
counts; of two from the same day, the one whose id is the later in the alphabet. An organisation that merged
(`became:` and `since:`) counts as what it had become by the last day, whenever people came: for people, the host,
the scope, pairs and adoption alike, so that two figures of a report never differ by it.

**Names.** A name in what is of a day is read in the company of that day: whoever was or had been on the roll or in
the team, and the sponsor. A first name that one of them has is theirs, also when somebody of the same name joins
later; whoever came later is meant by an id or a whole name. Where two of them have it, `check` asks, and it counts
as somebody who is in no register. What somebody is also known as comes after the names that people have. A register
has no days: a whole name that a second person gets is in doubt for all who did not belong, and `check` says so.

**Pairs.** A pair of people counts once however often it was linked. It is of two organisations when at least one of
its connections in the period joined two.

**Order.** The order of lists and files decides nothing, but for the lines of notes and of updates.yaml, which are
written one after another.
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
