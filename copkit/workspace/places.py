"""Which file and line a record came from. Positions stay here, beside the records and never inside them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from copkit.capture.keywords import by_word
from copkit.findings import Finding, Position
from copkit.models.decode import Decoded, decode
from copkit.models.fields import fields
from copkit.models.kinds import Kind
from copkit.yamlfile import Document, read, read_notes

Path = tuple[str | int, ...]


class Origin(NamedTuple):
    """The file of a record, its path in the file, and which items of shortened lists were kept."""

    document: Document
    path: Path
    kept: dict[Path, tuple[int, ...]]


@dataclass(slots=True)
class Files:
    """Files that were read together: their records' places, and what to say about them."""

    findings: list[Finding] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    _origins: dict[int, Origin] = field(default_factory=dict)
    _keep: list[Any] = field(default_factory=list)

    def load(self, path: str, data: bytes, kind: Kind) -> list[tuple[Path, Any]]:
        """Read one file and decode it: its records, each with its path in the file."""
        document, decoded = read_records(path, data, kind)
        self.documents[path] = document
        if document.findings or decoded.findings:
            self.findings.extend(document.findings)
            self.findings.extend(decoded.findings)
        for place, record in decoded.records:
            self._origins[id(record)] = Origin(document, place, decoded.origins)
            self._keep.append(record)
        return decoded.records

    @property
    def records(self) -> list[Any]:
        """Every record that was read, in the order of the files."""
        return self._keep

    def knows(self, record: object) -> bool:
        """Whether a record came from these files."""
        return id(record) in self._origins

    def where(self, record: object, *path: str | int) -> Position:
        """The place of a field of a record: of the key, or of what is nearest above it."""
        origin = self._origins[id(record)]
        return origin.document.where(*_in_file(origin, path))

    def value_where(self, record: object, *path: str | int) -> Position:
        """The place of the value of a field of a record."""
        origin = self._origins[id(record)]
        return origin.document.value_where(*_in_file(origin, path))

    def origin(self, record: object) -> Origin:
        """The file and path that a record came from."""
        return self._origins[id(record)]


def read_records(path: str, data: bytes, kind: Kind) -> tuple[Document, Decoded]:
    """A file and its records, by nothing but its name and its bytes."""
    document = _read(path, data, kind)
    decoded = decode(document, kind)
    return document, _told(document, decoded) if kind.name == "notes" else decoded


def _in_file(origin: Origin, path: Iterable[str | int]) -> Path:
    """A path within a record as a path within its file, counting list items that were laid aside."""
    if not origin.kept:
        return (*origin.path, *path)
    here: Path = origin.path
    for step in path:
        kept = origin.kept.get(here)
        here = (*here, kept[step] if kept is not None and isinstance(step, int) else step)
    return here


def _told(document: Document, decoded: Decoded) -> Decoded:
    """The notes, with what is to be said of fields that were typed into their text."""
    from copkit.workspace.misplaced import told

    records, findings = [], list(decoded.findings)
    for path, notes in decoded.records:
        seen, found = told(document, notes)
        records.append((path, seen))
        findings += found
    return decoded._replace(records=records, findings=findings)


_NOTES_KEYS: set[str] = set()


def _read(path: str, data: bytes, kind: Kind) -> Document:
    if kind.name != "notes":
        return read(data, path)
    if not _NOTES_KEYS:
        _NOTES_KEYS.update(fields(kind.record))
    return read_notes(data, path, _NOTES_KEYS, by_word())
