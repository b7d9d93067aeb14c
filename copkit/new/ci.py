"""Workflow files that check a workspace whenever somebody sends changes. Nothing depends on them."""

from typing import NamedTuple

from copkit.new.texts import Home, new_file

_FILES = {".github/workflows/copkit.yml": "github.yml.j2", ".gitlab-ci.yml": "gitlab.yml.j2"}


class _Workflow(NamedTuple):
    """Where pip gets copkit from."""

    install: str


def workflow_files(home: Home, install: str) -> dict[str, bytes]:
    """The files by their paths: for GitHub and for GitLab; each leaves the other's alone.

    `install` is what pip is handed: an address or a path without blanks and quotes.
    """
    return {path: new_file(home, path, template, _Workflow(install)) for path, template in _FILES.items()}
