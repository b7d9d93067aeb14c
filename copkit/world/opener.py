"""Open a file for somebody: in the editor that the environment names, else as the system opens such files."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import which


def editor() -> list[str]:
    """The command of the editor that the environment names; empty where it names none."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    return shlex.split(named, posix=os.name != "nt")


def open_file(path: Path) -> bool:
    """Open a file, and wait where the editor does; False where nothing can open it."""
    if sys.platform == "win32" and not editor():
        os.startfile(path)
        return True
    command = editor() or (["open", "-t"] if sys.platform == "darwin" else ["xdg-open"])
    if which(command[0]) is None:
        return False
    return subprocess.run([*command, str(path)], check=False).returncode == 0
