"""The schemas that copkit carries for editors, and where a workspace keeps its copies."""

from pathlib import Path, PurePosixPath

from copkit.looking import is_file
from copkit.models.kinds import KINDS

FOLDER = ".copkit/schemas"
"""Where the schemas stand in a workspace, so that an editor finds them without a network."""

_SHIPPED = Path(__file__).parents[1] / "schemas"


def shipped() -> dict[str, bytes]:
    """The schema of every kind of file, by the name of its file."""
    return {f"{name}.json": (_SHIPPED / f"{name}.json").read_bytes() for name in KINDS}


def first_line(kind: str, path: str) -> str:
    """How a file at `path` in the workspace names the schema of its kind: up to the top, then down."""
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind}.json"


def in_workspace(root: Path, kind: str) -> bool:
    """Whether a workspace has the schema of a kind: only then do its new files name it."""
    return is_file(root / FOLDER / f"{kind}.json")
