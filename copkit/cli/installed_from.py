"""Where pip gets copkit from, for the workflow files that install it elsewhere: one thing for ever, or nothing.

A plain name is refused: copkit is in no public package index, where anybody may yet take its name.
"""

import json
from pathlib import Path

from copkit.cli.exits import Stop
from copkit.looking import is_file
from copkit.patterns import when_used

_SAFE = when_used(r"[A-Za-z0-9.][A-Za-z0-9@:/._+#=~,&%-]*")
_PASSWORD = when_used(r"https?://[^/]*@|://[^/@]*:[^/@]*@")
_VERSION = r"[0-9a-f]{40}(?:[0-9a-f]{24})?|(?:copkit-)?v?[0-9]+(?:\.[0-9]+)+[A-Za-z0-9.+-]*"
"""A commit, or a tag by its form: a branch, or the start of a commit, would be another thing tomorrow."""
_PINNED = when_used(rf"git\+(?:https|ssh)://[^#]+@(?:{_VERSION})|https://[^#]+#sha256=[0-9a-f]{{64}}")
_TO_FILL_IN = when_used(r"(?<=/)(HOST|TEAM)(?=/)")
_WHEEL = when_used(r"(?:\./)?[^:#]+\.whl")
_EXAMPLE = (
    "Write the address of its repository with a tag or a whole commit, such as "
    "git+https://HOST/TEAM/copkit.git@v1.0.0, or a wheel in the workspace: ./tools/NAME.whl."
)


def pip_source(typed: str, root: Path) -> str:
    """What to hand to `pip install`: as typed, else where this copkit was installed from.

    Raises Stop where that is not known, or is not one thing for ever.
    """
    if not typed:
        return _direct_url() or _unknown()
    if not _SAFE.fullmatch(typed):
        raise Stop(f"--install: pip cannot install “{typed}”", hint=_EXAMPLE)
    if _PASSWORD.search(typed):
        hint = "Leave the name and password out: the file goes into git. Keep them among the host's secrets."
        raise Stop("--install: this address holds a password", hint=hint)
    if meant := _TO_FILL_IN.search(typed):
        raise Stop(f"--install: {meant[0]} stands for your own; nothing was written", hint=_EXAMPLE)
    if _WHEEL.fullmatch(typed):
        return _wheel(typed, root)
    if not _PINNED.fullmatch(typed):
        raise Stop(f"--install: “{typed}” may be another copkit tomorrow, or somebody else's", hint=_EXAMPLE)
    return typed


def _unknown() -> str:
    hint = _EXAMPLE.replace("Write the", "Say it with --install: the", 1)
    raise Stop("copkit does not know where others can install it from; nothing was written", hint=hint)


def _wheel(typed: str, root: Path) -> str:
    """A wheel that travels with the workspace."""
    file = root / typed
    if not is_file(file) or not file.resolve().is_relative_to(root.resolve()):
        raise Stop(f"--install: there is no file {typed} in the workspace", hint="Put the wheel there first.")
    return typed


def _direct_url() -> str:
    """What pip wrote down when copkit came from an address that others reach too; empty where it did not."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        noted = json.loads(distribution("copkit").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    return source_of(noted)


def source_of(noted: object) -> str:
    """The address in a `direct_url.json` (PyPA, direct URL data structure), with its commit or hash, for pip."""
    if not isinstance(noted, dict):
        return ""
    url, vcs, archive = str(noted.get("url", "")), noted.get("vcs_info"), noted.get("archive_info")
    if isinstance(vcs, dict):
        url = f"{vcs.get('vcs')}+{url}@{vcs.get('commit_id')}"
    elif isinstance(archive, dict):
        url = f"{url}#sha256={(archive.get('hashes') or {}).get('sha256')}"
    return url if _SAFE.fullmatch(url) and _PINNED.fullmatch(url) and not _PASSWORD.search(url) else ""
