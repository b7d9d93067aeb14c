"""Documents: what each one says, to whom, from the records; how it looks is the template's business."""

from copkit.documents.catalogue import NAMES
from copkit.documents.registry import Document, document
from copkit.documents.source import Audience, NotForThem, Source

__all__ = ["NAMES", "Audience", "Document", "NotForThem", "Source", "document"]
