"""The workspace that new files are for, and the folder in which their compiled templates are kept."""

from pathlib import Path

from copkit.new.texts import Home
from copkit.workspace import Folder
from copkit.world.cache import template_cache
from copkit.world.trust import own_templates


def home(tree: Folder) -> Home:
    """Where the texts of new files come from: the workspace's own templates that may be used, then the built-in."""
    root = Path(tree.real)
    return Home(root, template_cache(), own_templates(root))
