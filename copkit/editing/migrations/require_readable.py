"""What a migration rests on is read without an error, or nothing is done."""

from copkit.editing.refused import Refused
from copkit.findings import Severity
from copkit.models.decode import decode
from copkit.models.kinds import Kind
from copkit.yamlfile import Document, read


def require_readable(path: str, data: bytes, kind: Kind) -> Document:
    """A file as it reads; raises `Refused` with the place of its first error, the words of a value left out."""
    document = read(data, path)
    for one in (*document.findings, *decode(document, kind).findings):
        if one.severity is Severity.ERROR:
            raise Refused(f"{one.position}: {one.message}", fix=one.fix or "Put it right first.")
    return document
