"""Findings for people: grouped by file, each with its place, its line, a caret and what to write instead."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from copkit.cli.report.source import Quote, Sources
from copkit.findings import Finding, Severity
from copkit.patterns import when_used
from copkit.visible import visible

Style = Callable[..., str]
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("note", "notes"),
}
_BARE_KEY = when_used(r"[\s-]*[\w-]+:\s*(#.*)?")
"""A line that gives a key no value: it shows nothing that the message does not say."""
_INDENT = 4
_SHORTEST = 20
_LONGEST = 400


def blocks(
    findings: Iterable[Finding], sources: Sources, style: Style, width: int = 80, *, fold: bool = False
) -> Iterator[str]:
    """The text of each file's findings, ready to print; `style(text, *styles)` colours it where that is wanted.

    A note that was said in full for another place is said in short after that. With `fold`, for a terminal, the
    line of a long place is broken too; else it stays whole, for scripts that look for it.
    """
    said: set[tuple[str, str]] = set()
    for _, group in groupby(findings, key=lambda finding: finding.position.path):
        lines: list[str] = []
        for finding in group:
            what = (finding.code, finding.message)
            lines += _head(finding, style, width, fold)
            if finding.severity is not Severity.INFO or what not in said:
                lines += _more(finding, sources.quote(finding), style, width)
            said.add(what)
        yield "\n".join([*lines, ""])


def _head(finding: Finding, style: Style, width: int, fold: bool) -> Iterator[str]:
    """Where, how grave and what."""
    severity = finding.severity
    place = visible(f"{finding.position.path}:{finding.position.line}:{finding.position.column}")
    what = f"{style(severity.word, _COLOURS[severity])} {style(finding.code, 'bold')}"
    if not fold or len(place) + 3 + len(severity.word) + len(finding.code) <= width:
        yield f"{style(place, 'bold')}  {what}"
    else:
        yield style(place, "bold")
        yield f"{' ' * _INDENT}{what}"
    yield from _wrapped(_sentence(finding.message), width)


def _more(finding: Finding, quoted: Quote | None, style: Style, width: int) -> Iterator[str]:
    """The line of the file with a caret, and what to write instead."""
    severity = finding.severity
    if quoted is not None and not _BARE_KEY.fullmatch(quoted[0]):
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


def folded(findings: Iterable[Finding]) -> str:
    """One line for what is not due: how much it is, and how to see it. Empty where there is none."""
    number = sum(finding.severity is Severity.INFO for finding in findings)
    if not number:
        return ""
    notes, them = ("note is", "it") if number == 1 else ("notes are", "them")
    return f"{number:,} {notes} not due yet: “copkit check --all” shows {them}."


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
