"""Read and decode a text as a kind of file."""

from typing import Any, NamedTuple

from copkit.findings import Finding
from copkit.models.decode import decode
from copkit.models.kinds import KINDS
from copkit.yamlfile import read


class Given(NamedTuple):
    """The records of a text and what was said."""

    records: dict[tuple[str | int, ...], Any]
    findings: list[Finding]
    origins: dict[tuple[str | int, ...], tuple[int, ...]]

    @property
    def record(self) -> Any:
        """The only record."""
        (one,) = self.records.values()
        return one

    @property
    def said(self) -> list[tuple[str, str, int, int]]:
        """Code, severity, line and column of each finding, in the order of the file."""
        found = [(one.code, one.severity.word, one.position.line, one.position.column) for one in self.findings]
        return sorted(found, key=lambda one: one[2:])


def given(kind: str, text: str) -> Given:
    """What comes of a text as a kind of file."""
    document = read(text.encode(), "f.yaml")
    decoded = decode(document, KINDS[kind])
    return Given(dict(decoded.records), [*document.findings, *decoded.findings], decoded.origins)
