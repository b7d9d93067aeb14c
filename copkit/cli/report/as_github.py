"""Findings as annotations of a pull request: GitHub's workflow commands, one a line."""

from collections.abc import Iterable, Iterator

from copkit.findings import Finding, Severity
from copkit.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """A workflow command for each finding (docs.github.com: Workflow commands for GitHub Actions)."""
    for finding in findings:
        place = finding.position
        fields = {
            "file": place.path,
            "line": str(place.line),
            "col": str(place.column),
            "title": finding.code,
        }
        text = f"{finding.message}. {finding.fix}" if finding.fix else finding.message
        listed = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
        yield f"::{_COMMANDS[finding.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    """A message in which nothing ends the command."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
