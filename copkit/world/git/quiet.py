"""What git is told with every question, so that a repository that is only looked at starts no program.

A folder that somebody sends may bring its own `.git/config`, and a clone may hold a whole bare repository among its
files. Both can name programs: a monitor of files, hooks, filters, text converters, signers, ways to fetch.
"""

from collections.abc import Sequence

ALWAYS = (
    "core.quotepath=off",
    "core.pager=cat",
    "core.fsmonitor=false",
    "safe.bareRepository=explicit",
    "log.showSignature=false",
)
"""For every command. Only what the person asks for by name (a commit, a merge) may run hooks and filters."""
LOOKING = (
    "core.hooksPath=/dev/null",
    "diff.ignoreSubmodules=all",
    "status.submoduleSummary=false",
    "submodule.recurse=false",
)
NOTHING_FETCHED = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}
"""A question is never answered from another computer: an object that is missing here could start a transport."""
READS_FILES = ("status", "diff", "diff-index", "cat-file")
"""Commands that hand files of the work tree or objects to filters."""
_COMPARES = ("diff", "diff-index", "log")
_PARTS = {"clean": "", "smudge": "", "process": "", "required": "false"}


def options(settings: Sequence[str]) -> list[str]:
    """Settings as they stand on a command line."""
    return [word for setting in settings for word in ("-c", setting)]


def plain(words: Sequence[str]) -> list[str]:
    """A command that compares, without the programs that others may have named for comparing."""
    at = next((place for place, word in enumerate(words) if word in _COMPARES), None)
    return [*words] if at is None else [*words[: at + 1], "--no-ext-diff", "--no-textconv", *words[at + 1 :]]


def without_filters(told: str) -> dict[str, str]:
    """The environment that turns off each filter which the repository's own settings name.

    `told` is what `git config -z --show-scope` says of them. Filters of the user and of the computer stay.
    """
    scopes_and_keys = told.split("\0")
    pairs = zip(scopes_and_keys[::2], scopes_and_keys[1::2], strict=False)
    keys = {key.split("\n")[0] for scope, key in pairs if scope not in ("global", "system", "command")}
    names = sorted({key[len("filter.") :].rpartition(".")[0] for key in keys})
    settings = [(f"filter.{name}.{part}", value) for name in names for part, value in _PARTS.items()]
    found = {"GIT_CONFIG_COUNT": str(len(settings))} if settings else {}
    for number, (key, value) in enumerate(settings):
        found |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return found
