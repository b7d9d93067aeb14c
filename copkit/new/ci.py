"""Workflow files that check a workspace whenever somebody sends changes. Nothing depends on them."""

from typing import NamedTuple

from copkit.new.texts import Home, new_file
from copkit.render.places import constraints

CONSTRAINTS = ".copkit/constraints.txt"
_FILES = {".github/workflows/copkit.yml": "github.yml.j2", ".gitlab-ci.yml": "gitlab.yml.j2"}


class _Workflow(NamedTuple):
    """Where pip gets copkit from, whether it is built there, and the versions of all that copkit needs."""

    install: str
    built: bool
    constraints: str = CONSTRAINTS


def workflow_files(home: Home, install: str) -> dict[str, bytes]:
    """The files by their paths: for GitHub and for GitLab, each leaves the other's alone; and the exact versions.

    `install` is what pip is handed: an address or a path without blanks and quotes.
    """
    view = _Workflow(install, install.startswith("git+"))
    made = {path: new_file(home, path, template, view) for path, template in _FILES.items()}
    return {**made, CONSTRAINTS: constraints().read_bytes()}
