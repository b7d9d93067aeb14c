"""Workflow files that check a workspace whenever somebody sends changes. Nothing depends on them."""

_GITHUB = """\
# Checks the communities' files whenever somebody sends changes, and says on the change what is wrong.
name: copkit
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0                # the whole history: agreed notes are compared with it
          persist-credentials: false
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: pip install copkit
      - run: copkit check --format github
"""
_GITLAB = """\
# Checks the communities' files whenever somebody sends changes.
copkit:
  image: python:3.13
  timeout: 10 minutes
  variables:
    GIT_DEPTH: "0"                      # the whole history: agreed notes are compared with it
  script:
    - pip install --quiet copkit
    - copkit check
"""


def workflow_files() -> dict[str, bytes]:
    """The files by their paths: for GitHub and for GitLab; each leaves the other's alone."""
    return {".github/workflows/copkit.yml": _GITHUB.encode(), ".gitlab-ci.yml": _GITLAB.encode()}
