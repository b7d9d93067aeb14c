"""The feedback table of a session, for those who look for it among the importers: see `copkit.models.answers`."""

from copkit.models.answers import Feedback, Unread, read_feedback, read_item

__all__ = ["Feedback", "Unread", "read_feedback", "read_item"]
