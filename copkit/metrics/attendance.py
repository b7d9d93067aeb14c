"""Who came to a session, as what figures are counted from: each with its place in the notes."""

from copkit.metrics.base import Source
from copkit.workspace import attendance
from copkit.workspace.places import Files


class Attendance(attendance.Attendance):
    """One session whose notes name those who came."""

    def source(self, key: str, files: Files) -> Source:
        """The place where somebody is said to have been there."""
        return Source(f"{self.session.id} {key}", files, self.notes, ("present", self.people[key]), who=True)

    def whole(self, files: Files) -> Source:
        """The place of the whole list."""
        return Source(f"{self.session.id} present", files, self.notes, ("present",))
