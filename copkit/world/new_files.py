"""The workspace that new files are for, and the folder in which their compiled templates are kept."""

from pathlib import Path

from copkit.new.texts import Home
from copkit.workspace import Folder
from copkit.world.cache import template_cache


def home(tree: Folder) -> Home:
    """Where the texts of new files come from: the workspace's own templates, then the built-in ones."""
    return Home(Path(tree.real), template_cache())
