"""GOV.UK's own list of bank holidays, as a workspace may hold it: bank-holidays.json beside programme.yaml."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from copkit.findings import Finding, Position, Severity
from copkit.workspace.places import Files
from copkit.workspace.tree import Tree

PATH = "communities/programme/bank-holidays.json"
DIVISIONS = ("england-and-wales", "scotland", "northern-ireland")
_FIX = "Save https://www.gov.uk/bank-holidays.json there as it is, or remove the file."

Divisions = Mapping[str, Mapping[date, str]]
"""Bank holidays by day, for each of GOV.UK's divisions."""


def own_holidays(tree: Tree, files: Files) -> Divisions:
    """What the file says; nothing where there is none, and with a finding where it cannot be read."""
    data, problem = tree.read(PATH)
    if problem is not None:
        files.findings.append(problem)
    if data is None:
        return {}
    try:
        return _divisions(json.loads(data))
    except (ValueError, KeyError, TypeError, RecursionError):
        message = "this is not GOV.UK's list of bank holidays"
        files.findings.append(Finding("REF-08", Severity.ERROR, Position(PATH), message, _FIX))
        return {}


def _divisions(data: Any) -> Divisions:
    found = {
        name: {date.fromisoformat(one["date"]): _title(one) for one in data[name]["events"]} for name in DIVISIONS
    }
    if not all(found.values()):
        raise ValueError("a division without a day")
    return found


def _title(event: Mapping[str, Any]) -> str:
    if not isinstance(title := event["title"], str):
        raise TypeError("a title that is no text")
    return " ".join(title.split())
