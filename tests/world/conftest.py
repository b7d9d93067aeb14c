"""The small workspace of the notes, with and without git."""

from tests.cli.notes.conftest import home, quiet_git, repo

__all__ = ["home", "quiet_git", "repo"]
