"""How a check is declared, and the one table of all checks."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from copkit.checks.problem import Problem
from copkit.findings import Severity

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR

Scope = Literal["reading", "files", "programme", "community", "session", "coming", "together"]
"""What a check looks at: nothing itself, since reading the files or the runner finds it; every set of files, the
programme's and each community's; the programme's alone; a community; each of its sessions; each session that is
still to come and not cancelled; all communities side by side."""

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "REF": "Files and references",
        "PRG": "The programme",
        "DOM": "Domain, community, practice",
        "COM": "Commissions",
        "ROL": "People in roles",
        "SCH": "The year",
        "SES": "One session",
        "AGE": "The agenda",
        "NOT": "Notes",
        "ACT": "Actions, asks and questions",
        "REP": "Who is represented and connected",
        "INI": "Initiatives",
        "GRP": "Groups",
        "STO": "Stories",
        "CHA": "Challenges",
        "FBK": "Feedback",
        "LIB": "The library",
        "CRS": "Courses",
        "CPD": "Professional development",
        "ONB": "New leaders",
        "INQ": "Inquiries",
        "NEW": "The newsletter",
        "BLU": "The blueprint",
        "SYN": "The synthesis",
        "DOC": "Words and pictures",
        "PRV": "Privacy",
    }
)
"""Every family and its title."""
_MODULES = {
    "REF": "references", "PRG": "programme", "DOM": "domain", "COM": "commissions", "ROL": "roles",
    "SCH": "schedule", "SES": "sessions contradictions", "AGE": "agenda", "NOT": "notes",
    "ACT": "actions", "REP": "representation", "INI": "initiatives", "GRP": "groups",
    "STO": "stories", "CHA": "challenges", "FBK": "feedback", "LIB": "library",
    "CRS": "courses", "CPD": "development", "ONB": "onboarding", "INQ": "inquiries", "NEW": "newsletters",
    "BLU": "blueprint", "SYN": "synthesis", "DOC": "wording", "PRV": "privacy told_of",
}  # fmt: skip
"""The modules of each family."""

ALWAYS = -1
"""A step without a limit."""


class Steps(NamedTuple):
    """How a finding grows with time: from how many days before, or since, each severity holds."""

    way: Literal["before", "since"]
    limits: tuple[tuple[Severity, int], ...]
    unit: str = "days"


def before(*, info: int | None = None, warning: int | None = None, error: int | None = None) -> Steps:
    """Graver as a session comes near: each severity holds from so many days before it."""
    return Steps("before", _limits(info, warning, error))


def since(
    *, info: int | None = None, warning: int | None = None, error: int | None = None, unit: str = "days"
) -> Steps:
    """Graver as time goes by: each severity holds once so many days (or months) have passed."""
    return Steps("since", _limits(info, warning, error), unit)


def _limits(info: int | None, warning: int | None, error: int | None) -> tuple[tuple[Severity, int], ...]:
    given = ((ERROR, error), (WARNING, warning), (INFO, info))
    return tuple((severity, limit) for severity, limit in given if limit is not None)


class Check(NamedTuple):
    """One check: its code, when it is how grave, what it looks at, its numbers, and the function that does it.

    The function's docstring is its page in the documentation.
    """

    code: str
    find: Callable[..., Iterator[Problem] | None]
    severity: Severity
    scope: Scope
    steps: Steps | None = None
    numbers: Mapping[str, int] = MappingProxyType({})
    closed: bool = False
    """Whether a community that has closed is still looked at."""
    not_in: frozenset[str] = frozenset()
    """Stages of a community in which the check is switched off."""
    to_begin: bool = False
    """Whether it asks for what a beginning needs: `next` does so first, and a warning waits until then."""

    @property
    def family(self) -> str:
        return self.code[:3]

    @property
    def defaults(self) -> dict[str, int]:
        """Its thresholds as programme.yaml may name them: `SES-04.warning`, `SCH-05.days`."""
        found = {f"{self.code}.{name}": number for name, number in self.numbers.items()}
        for severity, limit in self.steps.limits if self.steps else ():
            if limit != ALWAYS:
                found[f"{self.code}.{severity.word}"] = limit
        return found


def check(
    code: str,
    severity: Severity = WARNING,
    *,
    on: Scope,
    steps: Steps | None = None,
    closed: bool = False,
    not_in: frozenset[str] = frozenset(),
    to_begin: bool = False,
    **numbers: int,
) -> Callable[[Callable[..., Iterator[Problem] | None]], Check]:
    """Declare a check. With `steps` its severity depends on the day; `numbers` are its other thresholds."""
    if steps is not None:
        severity = steps.limits[0][0]

    def declare(find: Callable[..., Iterator[Problem] | None]) -> Check:
        return Check(code, find, severity, on, steps, MappingProxyType(numbers), closed, not_in, to_begin)

    return declare


@cache
def registry() -> Mapping[str, Check]:
    """Every check by its code, family by family."""
    modules = [import_module(f"copkit.checks.{name}") for family in FAMILIES for name in _MODULES[family].split()]
    return collect([thing for module in modules for thing in vars(module).values() if isinstance(thing, Check)])


def collect(checks: list[Check]) -> Mapping[str, Check]:
    """The checks by code; a code that is used twice, or belongs to no family, is refused."""
    found: dict[str, Check] = {}
    for one in checks:
        if one.code in found:
            raise ValueError(f"two checks are called {one.code}")
        if one.family not in FAMILIES or one.scope not in get_args(Scope):
            raise ValueError(f"{one.code} has no family or no scope")
        found[one.code] = one
    return MappingProxyType(dict(sorted(found.items(), key=_order)))


def _order(item: tuple[str, Any]) -> tuple[int, str]:
    return list(FAMILIES).index(item[0][:3]), item[0]
