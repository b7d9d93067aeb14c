"""Findings for people: grouped by file, each with its place, its line, a caret and what to write instead."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from copkit.cli.report.source import Quote, Sources
from copkit.findings import Finding, Severity
from copkit.visible import visible

Style = Callable[..., str]
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("note", "notes"),
}
_INDENT = 4
_SHORTEST = 20
_LONGEST = 400


def blocks(findings: Iterable[Finding], sources: Sources, style: Style, width: int = 80) -> Iterator[str]:
    """The text of each file's findings, ready to print; `style(text, *styles)` colours it where that is wanted."""
    for _, group in groupby(findings, key=lambda finding: finding.position.path):
        lines: list[str] = []
        for finding in group:
            lines += _finding(finding, sources.quote(finding), style, width)
        yield "\n".join([*lines, ""])


def _finding(finding: Finding, quoted: Quote | None, style: Style, width: int) -> Iterator[str]:
    severity = finding.severity
    head = f"{finding.position.path}:{finding.position.line}:{finding.position.column}"
    grave = style(severity.word, _COLOURS[severity])
    yield f"{style(visible(head), 'bold')}  {grave} {style(finding.code, 'bold')}"
    yield from _wrapped(_sentence(finding.message), width)
    if quoted is not None:
        text, caret = _window(quoted, width - _INDENT - 2)
        yield f"{' ' * _INDENT}{style('| ', 'dim')}{text}"
        yield f"{' ' * _INDENT}{style('| ', 'dim')}{' ' * caret}{style('^', _COLOURS[severity])}"
    if finding.fix:
        yield from _wrapped(f"→ {finding.fix}", width)


def _wrapped(text: str, width: int) -> list[str]:
    indent = " " * _INDENT
    text = visible(text)
    text = f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
    return wrap(
        text, max(width, _SHORTEST), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _sentence(text: str) -> str:
    """A message begins with a capital unless it begins with a name or a quotation."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.isalpha() else text


def _window(quoted: Quote, width: int) -> tuple[str, int]:
    """As much of a long line as fits, with the caret in it."""
    text, caret = quoted
    if len(text) <= width:
        return text, caret
    start = 0 if caret < width * 2 // 3 else caret - width // 3
    cut = text[start : start + width]
    if start:
        cut = f"…{cut[1:]}"
    if start + width < len(text):
        cut = f"{cut[:-1]}…"
    return cut, caret - start


def summary(findings: Iterable[Finding], files: int | None = None) -> str:
    """How many of each in how many files: “2 errors, 5 warnings, 1 note in 3 files”."""
    counts = Counter(finding.severity for finding in findings)
    places = len({finding.position.path for finding in findings}) if files is None else files
    if not counts:
        return "No findings."
    parts = [
        f"{counts[severity]:,} {_WORDS[severity][counts[severity] != 1]}"
        for severity in sorted(_WORDS, reverse=True)
        if counts[severity]
    ]
    return f"{', '.join(parts)} in {places:,} file{'' if places == 1 else 's'}"
