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
_BARE_KEY = when_used(r"[\s-]*[\w-]+:\s*(#.*|…|\[…\])?")
"""A line that gives a key no value, or none that is shown: it says nothing that the message does not say."""
_INDENT, _BELOW = 4, 8
_SHORTEST = 20
_LONGEST = 400


def blocks(
    findings: Iterable[Finding], sources: Sources, style: Style, width: int = 80, *, fold: bool = False
) -> Iterator[str]:
    """The text of each file's findings, ready to print; `style(text, *styles)` colours it where that is wanted.

    A note that was said in full for another place is said in short after that. With `fold`, for a terminal, the
    file stands once, above its findings; else each has its whole place, for scripts that look for it.
    """
    said: set[tuple[str, str]] = set()
    for path, group in groupby(findings, key=lambda finding: finding.position.path):
        lines = [style(visible(path), "bold")] if fold else []
        for finding in group:
            what = (finding.code, finding.message)
            short = finding.severity is Severity.INFO and what in said
            shown = finding._replace(fix="") if short else finding
            lines += _beside(shown, style, width) if fold else _head(shown, style, width)
            lines += [] if short else _quoted(sources.quote(finding), finding.severity, style, width)
            lines += [] if fold or not shown.fix else _wrapped(f"→ {shown.fix}", width)
            said.add(what)
        yield "\n".join(lines if fold else [*lines, ""])


def _beside(finding: Finding, style: Style, width: int) -> list[str]:
    """Line, how grave, what, and what to write instead, in as few lines as they take."""
    severity, at = finding.severity, f"{finding.position.line:>{_INDENT}}"
    text = f"{_sentence(finding.message)}{f' → {finding.fix}' if finding.fix else ''}"
    lead = f"{at} {severity.word} {finding.code} "
    first, *more = _wrapped(text, width, " " * len(lead))
    lead = f"{at} {style(severity.word, _COLOURS[severity])} {style(finding.code, 'bold')} "
    return [lead + first.lstrip(" "), *more]


def _head(finding: Finding, style: Style, width: int) -> Iterator[str]:
    """Where, how grave and what."""
    severity = finding.severity
    place = visible(f"{finding.position.path}:{finding.position.line}:{finding.position.column}")
    what = f"{style(severity.word, _COLOURS[severity])} {style(finding.code, 'bold')}"
    yield f"{style(place, 'bold')}  {what}"
    yield from _wrapped(_sentence(finding.message), width)


def _quoted(quoted: Quote | None, severity: Severity, style: Style, width: int) -> Iterator[str]:
    """The line of the file with a caret."""
    if quoted is not None and not _BARE_KEY.fullmatch(quoted[0]):
        text, caret = _window(quoted, width - _INDENT - 2)
        yield f"{' ' * _INDENT}{style('| ', 'dim')}{text}"
        yield f"{' ' * _INDENT}{style('| ', 'dim')}{' ' * caret}{style('^', _COLOURS[severity])}"


def _wrapped(text: str, width: int, first: str = " " * _INDENT) -> list[str]:
    """A text beside `first`, of which it goes on below."""
    text = visible(text)
    text = f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
    width, below = max(width, _SHORTEST, len(first) + 4), " " * (_INDENT if len(first) == _INDENT else _BELOW)
    return wrap(text, width, initial_indent=first, subsequent_indent=below, break_on_hyphens=False)


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


def is_due(finding: Finding) -> bool:
    """Whether it is time for it: notes are for later, and so are warnings of sessions that are not near."""
    return finding.severity is not Severity.INFO and not finding.waits


def folded(findings: Iterable[Finding], command: str = "copkit check --all") -> str:
    """One line for what is not due: how much it is, and how to see it. Empty where there is none."""
    later = Counter(finding.severity for finding in findings if not is_due(finding))
    if not later:
        return ""
    are, them = ("is", "it") if later.total() == 1 else ("are", "them")
    return f"{_counted(later, ' and ')} {are} not due yet: “{command}” shows {them}."


def summary(findings: Iterable[Finding], files: int | None = None) -> str:
    """How many of each in how many files: “2 errors, 5 warnings, 1 note in 3 files”."""
    counts = Counter(finding.severity for finding in findings)
    places = len({finding.position.path for finding in findings}) if files is None else files
    if not counts:
        return "No findings."
    return f"{_counted(counts, ', ')} in {places:,} file{'' if places == 1 else 's'}"


def _counted(counts: Counter[Severity], between: str) -> str:
    return between.join(
        f"{counts[severity]:,} {_WORDS[severity][counts[severity] != 1]}"
        for severity in sorted(_WORDS, reverse=True)
        if counts[severity]
    )
