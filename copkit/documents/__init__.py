"""Documents: what each one says, to whom, from the records; how it looks is the template's business."""

from copkit.documents.registry import NAMES, Document, document, view
from copkit.documents.source import Audience, NotForThem, Source

__all__ = ["NAMES", "Audience", "Document", "NotForThem", "Source", "document", "view"]
