"""Two versions of one text brought together so that no line of either is lost."""

from copkit.editing.merging.notes import Merged, merge_notes
from copkit.editing.merging.sides import Unread, plain

__all__ = ["Merged", "Unread", "merge_notes", "plain"]
