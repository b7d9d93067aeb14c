"""Where pip gets copkit from, for the workflow files that install it on a code host."""

import json

from copkit.cli.exits import Stop
from copkit.patterns import when_used

INDEX = "copkit"
"""The name in a package index, for those whose index has it."""
_SAFE = when_used(r"[A-Za-z0-9.][A-Za-z0-9@:/._+#=~,&%\[\]-]*")
_PASSWORD = when_used(r"https?://[^/]*@|://[^/@]*:[^/@]*@")
_EXAMPLE = (
    "Write an address such as git+https://HOST/TEAM/copkit.git, or a wheel in the workspace: ./tools/NAME.whl."
)


def pip_source(typed: str) -> str:
    """What to hand to `pip install`: as typed, else where this copkit was installed from, else its plain name."""
    if not typed:
        return _direct_url() or INDEX
    if not _SAFE.fullmatch(typed):
        raise Stop(f"--install: pip cannot install “{typed}”", hint=_EXAMPLE)
    if _PASSWORD.search(typed):
        hint = "Leave the name and password out: the file goes into git. Keep them among the host's secrets."
        raise Stop("--install: this address holds a password", hint=hint)
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
    """The address in a `direct_url.json` (PyPA, direct URL data structure), with its commit, ready for pip."""
    if not isinstance(noted, dict):
        return ""
    url, vcs = str(noted.get("url", "")), noted.get("vcs_info")
    if isinstance(vcs, dict) and vcs.get("vcs") and vcs.get("commit_id"):
        url = f"{vcs['vcs']}+{url}@{vcs['commit_id']}"
    elif not url.startswith("https://"):
        return ""
    return url if _SAFE.fullmatch(url) and "file://" not in url and not _PASSWORD.search(url) else ""
