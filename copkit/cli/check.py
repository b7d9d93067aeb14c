"""`copkit check`: what is wrong or missing, with file and line."""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from copkit.checks import FAMILIES, Selection, registry
from copkit.checks import check as run_checks
from copkit.cli.common import AsJson, Root, Today, pick_ids, the_day, workspace
from copkit.cli.completing import codes, subjects
from copkit.cli.exits import FOUND, OK, Stop
from copkit.cli.show import note, say, styled, width
from copkit.findings import Finding, Severity
from copkit.workspace import Folder, Shared
from copkit.world.processes import processors
from copkit.world.shares import shared_out

if TYPE_CHECKING:
    from copkit.world.git.versions import Versions

Format = Literal["text", "json", "github", "sarif"]
NO_GIT = "No history in git: PRV-07, NOT-10 and NOT-11 could not be looked at."
SHALLOW = "NOT-10 and NOT-11 are unknown: this clone holds only a part of git's history."
_MOST_JOBS = 8
_OF = "Ids, or the start of them; all when left out."
_ONLY = "Only this check or family; may be repeated."
_EVERY = "Also what is not due yet: notes, and warnings that are no error within five days."
_FORMAT = "text; json for scripts, github for pull requests, sarif for code hosts."
HISTORICAL = ("NOT-10", "NOT-11")


Communities = Annotated[
    list[str] | None, typer.Argument(metavar="[COMMUNITY]...", help=_OF, autocompletion=subjects)
]
Only = Annotated[list[str] | None, typer.Option("--only", metavar="CODE", help=_ONLY, autocompletion=codes)]
Errors = Annotated[bool, typer.Option("--errors", help="Only errors.")]
Every = Annotated[bool, typer.Option("--all", help=_EVERY)]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings make the exit code 1 too.")]
As = Annotated[Format, typer.Option("--format", metavar="FORMAT", help=_FORMAT)]
Staged = Annotated[
    bool, typer.Option("--staged", help="Only what is about to be committed: git's index, not the disk.")
]
Jobs = Annotated[
    int, typer.Option("--jobs", min=0, metavar="N", help="Processes for a large workspace; one a processor if 0.")
]


def check(
    communities: Communities = None,
    only: Only = None,
    errors: Errors = False,
    every: Every = False,
    strict: Strict = False,
    format: As = "text",
    staged: Staged = False,
    jobs: Jobs = 0,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Say what is wrong or missing, with file and line, and what to write instead.

    The exit code is 1 when there are errors. “copkit explain CODE” says why a check matters.

    Example: copkit check systems-leadership --only SES
    """
    tree = workspace(root, tells=True)
    form: Format = "json" if as_json else format
    every = every or strict or bool(only)
    wanted = [name for given in communities or () for name in pick_ids(tree, given)]
    if staged:
        return _staged(tree, wanted, today, lambda: _selection(only, errors), form, strict=strict, every=every)
    days: list[date] = []

    def day(shared: Shared) -> date:
        days.append(the_day(today, shared))
        return days[0]

    found, unknown = _found(tree, wanted, _selection(only, errors), day, jobs)
    if form == "text":
        findings = _print_text(tree, found, every=every)
        for remark in unknown():
            note(remark)
    else:
        findings = list(found)
        _print(form, findings, days[0], unknown(), every=every)
    return ending(findings, strict=strict)


def _staged(
    tree: Folder,
    wanted: Sequence[str],
    today: str,
    select: Callable[[], Selection],
    form: Format,
    *,
    strict: bool,
    every: bool,
) -> int:
    from copkit.cli.staged import check_staged, say_each

    def say(told: list[Finding], day: date) -> None:
        if form == "text":
            say_each(told, every)
        else:
            _print(form, told, day, [], every=every)

    return check_staged(tree, wanted, today, select, say, strict=strict)


def _found(
    tree: Folder, communities: Sequence[str], selection: Selection, day: Callable[[Shared], date], jobs: int
) -> tuple[Iterator[Finding], Callable[[], list[str]]]:
    """What is found, as it is found; and, when all of it is, what could not be looked at."""
    versions, tracked = _versions(tree, selection), _tracked(tree)
    found = run_checks(
        tree,
        default_today=day,
        communities=communities,
        selection=selection,
        tracked=tracked,
        versions=versions,
        each=partial(shared_out, jobs=jobs or min(processors(), _MOST_JOBS)),
    )
    return found, partial(_unknown, tracked is not None, versions)


def ending(findings: Sequence[Finding], *, strict: bool) -> int:
    """The exit code, by the worst of what was found."""
    least = Severity.WARNING if strict else Severity.ERROR
    return FOUND if any(one.severity >= least for one in findings) else OK


def _selection(only: Sequence[str] | None, errors: bool) -> Selection:
    try:
        return Selection.of(only or (), Severity.ERROR if errors else Severity.INFO)
    except KeyError as unknown:
        raise Stop(f"--only: there is no check “{unknown.args[0]}”", hint=_near(str(unknown.args[0]))) from None


def _near(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, [*registry(), *FAMILIES], n=1)
    return f"Did you mean {near[0]}?" if near else "“copkit explain” lists them."


def _print_text(tree: Folder, found: Iterator[Finding], *, every: bool) -> list[Finding]:
    """Print what each file has as soon as it is known, errors last, where a terminal shows them; and how many."""
    from copkit.cli.report.as_text import blocks, folded, is_due, summary
    from copkit.cli.report.source import Sources

    findings: list[Finding] = []
    shown = partial(blocks, sources=Sources(tree), style=styled, width=width(), fold=sys.stdout.isatty())

    def first() -> Iterator[Finding]:
        for finding in found:
            findings.append(finding)
            if finding.severity is not Severity.ERROR and (every or is_due(finding)):
                yield finding

    for block in shown(first()):
        sys.stdout.write(block + "\n")
    for block in shown(one for one in findings if one.severity is Severity.ERROR):
        sys.stdout.write(block + "\n")
    colour = {3: "red", 2: "yellow"}.get(max((one.severity for one in findings), default=0), "green")
    if not every and (line := folded(findings)):
        say(line)
    say(summary(findings), "bold", colour)
    return findings


def _print(format: Format, findings: list[Finding], today: date, unknown: list[str], *, every: bool) -> None:
    """The findings for a program; a pull request, which people read, is spared what is not due unless asked for."""
    if format == "github":
        from copkit.cli.report.as_github import lines
        from copkit.cli.report.as_text import folded, is_due

        sys.stdout.writelines(f"{line}\n" for line in lines(one for one in findings if every or is_due(one)))
        for remark in (*([] if every else [folded(findings)]), *unknown):
            if remark:
                note(remark)
    elif format == "json":
        from copkit.cli.report.as_json import as_json

        sys.stdout.write(as_json(findings, today, unknown) + "\n")
    else:
        from copkit.cli.report.as_sarif import as_sarif

        sys.stdout.write(as_sarif(findings) + "\n")


def _versions(tree: Folder, selection: Selection) -> "Versions | None":
    """What git kept of changed notes, where a check is to look at it."""
    if selection.codes.isdisjoint(HISTORICAL):
        return None
    from copkit.world.git.versions import Versions

    return Versions(Path(tree.real))


def _unknown(tracked: bool, versions: "Versions | None") -> list[str]:
    """What could not be looked at, said once."""
    if not tracked:
        return [NO_GIT]
    return [] if versions is None or versions.known else [SHALLOW]


def _tracked(tree: Folder) -> frozenset[str] | None:
    """The files that git keeps, from its own index; None where git or a repository is missing."""
    from copkit.world.git.tracked import tracked_files

    return tracked_files(tree.root)
