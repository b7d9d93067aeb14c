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
      # Where copkit comes from. The public package index does not have it yet, so an address stands here:
      # “copkit init --ci --install git+https://HOST/TEAM/copkit.git”, or change this line.
      - run: pip install "INSTALL"
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
    # Where copkit comes from. The public package index does not have it yet, so an address stands here:
    # “copkit init --ci --install git+https://HOST/TEAM/copkit.git”, or change this line.
    - pip install --quiet "INSTALL"
    - copkit check
"""


def workflow_files(install: str) -> dict[str, bytes]:
    """The files by their paths: for GitHub and for GitLab; each leaves the other's alone.

    `install` is what pip is handed: an address or a path without blanks and quotes.
    """
    texts = {".github/workflows/copkit.yml": _GITHUB, ".gitlab-ci.yml": _GITLAB}
    return {path: text.replace("INSTALL", install).encode() for path, text in texts.items()}
