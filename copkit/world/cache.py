"""What is kept between commands, for this user alone: compiled templates, and what copkit made and may use.

Compiled templates are code that no sandbox watches, so they never lie in a workspace, which others can write to.
"""

import os
import sys
from pathlib import Path

from copkit.editing.running import running
from copkit.world.environment import variable


def template_cache() -> Path | None:
    """Where compiled templates are kept; None where nothing can be."""
    return user_cache("templates")


def user_cache(name: str) -> Path | None:
    """A folder in the user's own cache; None where there is none that can be written to, and in a dry run."""
    if running().dry:
        return None
    try:
        folder = _base() / "copkit" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder if os.access(folder, os.W_OK) else None


def user_settings(name: str) -> Path:
    """A folder of what this user decided, which no cleaning of caches takes away; it may not be there yet."""
    if given := variable("XDG_CONFIG_HOME"):
        return Path(given) / "copkit" / name
    if sys.platform == "win32" and (roaming := variable("APPDATA")):
        return Path(roaming) / "copkit" / name
    home = "Library/Application Support" if sys.platform == "darwin" else ".config"
    return Path.home() / home / "copkit" / name


def _base() -> Path:
    """As each system has it; `XDG_CACHE_HOME` (freedesktop.org) is heeded everywhere."""
    if given := variable("XDG_CACHE_HOME"):
        return Path(given)
    if sys.platform == "win32" and (local := variable("LOCALAPPDATA")):
        return Path(local)
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
