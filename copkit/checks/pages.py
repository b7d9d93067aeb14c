"""The page of a check, from its docstring: for `copkit explain`, for docs/checks.md and for code hosts."""

import inspect
import re
from functools import cache
from textwrap import dedent, indent, wrap
from typing import NamedTuple

from copkit.checks.registry import ALWAYS, FAMILIES, Check, Steps, registry
from copkit.findings import Severity
from copkit.patterns import when_used

_SECTION = when_used(r"^(Why|Bad|Good):[ ]*", re.MULTILINE)
WIDTH = 80


class Page(NamedTuple):
    """What a check is about: its title, why it matters, an example of each kind, and how grave it is when."""

    code: str
    title: str
    why: str
    bad: str
    good: str
    severity: Severity
    gravity: str
    thresholds: tuple[tuple[str, int], ...]

    @property
    def text(self) -> str:
        """The page for a terminal."""
        parts = [f"{self.code}  {self.title}", _filled(self.why), _filled(f"How grave: {self.gravity}.")]
        parts += [f"Bad:\n{indent(self.bad, '    ')}", f"Good:\n{indent(self.good, '    ')}"]
        if self.thresholds:
            lines = [f"    {name}: {number}" for name, number in self.thresholds]
            parts.append("\n".join(["Thresholds, for thresholds: in programme.yaml:", *lines]))
        return "\n\n".join(parts)

    @property
    def markdown(self) -> str:
        """The page without its heading."""
        parts = [self.title, _filled(self.why, 116), f"**How grave:** {self.gravity}."]
        parts += [f"Bad:\n\n```yaml\n{self.bad}\n```", f"Good:\n\n```yaml\n{self.good}\n```"]
        if self.thresholds:
            parts.append(
                "Thresholds: " + ", ".join(f"`{name}: {number}`" for name, number in self.thresholds) + "."
            )
        return "\n\n".join(parts)


def title_of(code: str) -> str:
    """The first line of a check's page; empty for a code that no check has."""
    return page(code).title if code in registry() else ""


@cache
def page(code: str) -> Page:
    """The page of a check."""
    return page_of(registry()[code])


def page_of(one: Check) -> Page:
    """The page that a check's docstring makes. A section that is missing is a fault in copkit."""
    parts = _SECTION.split(inspect.cleandoc(one.find.__doc__ or ""))
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    title = parts[0].strip()
    if set(found) != {"Why", "Bad", "Good"} or "\n" in title or not title.endswith("."):
        raise ValueError(f"the page of {one.code} is not whole")
    return Page(
        one.code,
        title,
        " ".join(found["Why"].split()),
        dedent(found["Bad"].strip("\n")).rstrip(),
        dedent(found["Good"].strip("\n")).rstrip(),
        one.severity,
        gravity(one),
        tuple(sorted(one.defaults.items())),
    )


def gravity(one: Check) -> str:
    """How grave a check's findings are, in words."""
    if one.steps is None:
        return one.severity.word
    steps = reversed(one.steps.limits)
    return ", ".join(f"{severity.word} {_when(one.steps, limit)}".strip() for severity, limit in steps)


def _when(steps: Steps, limit: int) -> str:
    if limit == ALWAYS:
        return "at any time before the session"
    unit = steps.unit if limit != 1 else steps.unit.removesuffix("s")
    return f"from {limit} {unit} before the session" if steps.way == "before" else f"after {limit} {unit}"


def _filled(text: str, width: int = WIDTH) -> str:
    return "\n".join(wrap(text, width, break_on_hyphens=False, break_long_words=False))


INTRO = """\
# Checks

<!-- Written by `python3 make.py docs` from the checks themselves: do not edit it by hand. -->

`copkit check` looks for all of these. An **error** would mislead, break a rule or expose somebody, and makes the
exit code 1; a **warning** should be put right before a date; an **info** is a nudge. `copkit explain CODE` prints
one page.

A finding may be accepted in the record that it stands on, with a reason and a last day:

```yaml
accept:
  - {check: ROL-06, because: no OD lead this year, until: 2027-03-31}
```

Thresholds can be set in `communities/programme/programme.yaml`:

```yaml
thresholds:
  SES-04.warning: 35
```
"""


def checks_page() -> str:
    """The whole of docs/checks.md."""
    parts = [INTRO]
    for family, title in FAMILIES.items():
        codes = [code for code in registry() if code.startswith(family)]
        rows = [f"| [{code}](#{code.lower()}) | {page(code).title} | {page(code).gravity} |" for code in codes]
        table = "\n".join(["| code | what | how grave |", "|---|---|---|", *rows])
        parts.append(f"## {family}: {title}\n\n{table}\n")
        parts += [f"### {code}\n\n{page(code).markdown}\n" for code in codes]
    return "\n".join(parts)
