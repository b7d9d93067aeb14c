"""Findings for scripts. The fields are stable: new ones may come, none goes or changes its meaning.

`version` is 1. `summary` counts each severity and the files. Each of `findings` has `code`, `severity` (info,
warning, error), `path` (within the workspace, forward slashes), `line` and `column` (from 1), `message`, `fix`
(empty when there is none) and `title` (the check's). Where git is not there, `unknown` names what could not be
checked.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from copkit.checks.pages import title_of
from copkit.findings import Finding, Severity


def as_json(findings: Sequence[Finding], today: date, unknown: Iterable[str] = ()) -> str:
    """The report as one JSON document, without the lines of the files."""
    counts = Counter(finding.severity for finding in findings)
    report: dict[str, Any] = {
        "version": 1,
        "today": today.isoformat(),
        "summary": {
            **{severity.word: counts[severity] for severity in sorted(Severity, reverse=True)},
            "files": len({finding.position.path for finding in findings}),
        },
        "unknown": list(unknown),
        "findings": [as_data(finding) for finding in findings],
    }
    return json.dumps(report, indent=2, ensure_ascii=True)


def as_data(finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "path": finding.position.path,
        "line": finding.position.line,
        "column": finding.position.column,
        "message": finding.message,
        "fix": finding.fix,
        "title": title_of(finding.code),
    }
