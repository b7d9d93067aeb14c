"""Findings that a team accepts: in the record that they stand on, with a reason and a last day."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, registry
from copkit.dates import say_date
from copkit.findings import Finding
from copkit.models.base import Accept
from copkit.suggest import did_you_mean
from copkit.workspace.places import Files


class Acceptances:
    """The `accept:` lists of some files, and which of their lines have covered a finding."""

    def __init__(self, files: Files, today: date) -> None:
        self._files = files
        self._today = today
        self._records = [record for record in files.records if getattr(record, "accept", ())]
        self._used: set[int] = set()

    def covers(self, code: str, record: Any) -> bool:
        """Whether a finding on a record is accepted."""
        if not self._records:
            return False
        for accept in getattr(record, "accept", ()):
            if accept.check == code and not self._wrong(accept) and not self._over(accept):
                self._used.add(id(accept))
                return True
        return False

    def covers_read(self, finding: Finding) -> bool:
        """Whether something that reading found is accepted by the record that it stands in."""
        return bool(self._records) and self.covers(finding.code, self._record_at(finding))

    def problems(self, ran: Collection[str]) -> Iterator[Problem]:
        """What is wrong with the acceptances themselves. `ran` are the codes that were looked for."""
        for record in self._records:
            for index, accept in enumerate(record.accept):
                path = ("accept", index)
                if wrong := self._wrong(accept):
                    yield Problem(record, path, *wrong)
                elif self._over(accept):
                    message = f"{accept.check} was accepted until {say_date(accept.until or self._today)}"
                    yield Problem(record, path, message, "Put it right, or accept it until a later day.")
                elif id(accept) not in self._used and accept.check in ran:
                    message = f"{accept.check} is accepted, and there is no such finding any more"
                    yield Problem(record, path, message, "This line can go.", INFO)

    def _wrong(self, accept: Accept) -> tuple[str, str] | None:
        if accept.check not in registry():
            hint = did_you_mean(accept.check.upper(), list(registry())) or "“copkit explain” lists the checks."
            return f"there is no check “{accept.check}”", hint
        if not accept.because.strip():
            return f"{accept.check} is accepted without a reason", "Add because: and why."
        if accept.until is None:
            return f"{accept.check} is accepted without a last day", "Add until: and a day."
        return None

    def _over(self, accept: Accept) -> bool:
        return accept.until is not None and accept.until < self._today

    def _record_at(self, finding: Finding) -> Any:
        """The last record with acceptances that starts at or above a place in its file."""
        found = None
        for record in self._files.records:
            start = self._files.where(record)
            if start.path == finding.position.path and (start.line <= finding.position.line or found is None):
                found = record
        return found
