"""Where a repository stands, as git tells it in its second porcelain format."""

from typing import NamedTuple


class Status(NamedTuple):
    """Where a repository stands. Paths are the workspace's; `:/path` is outside it, from the top."""

    branch: str
    """Empty when no branch is checked out."""
    born: bool
    upstream: str
    ahead: int
    behind: int
    staged: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    untracked: tuple[str, ...]
    conflicted: tuple[str, ...]

    @property
    def dirty(self) -> tuple[str, ...]:
        """Every file that is not as it was committed."""
        return tuple(sorted({*self.staged, *self.changed, *self.removed, *self.untracked, *self.conflicted}))


def read_status(records: list[str], prefix: str) -> Status:
    """The status that git's records tell of a workspace that lies at `prefix`."""
    head: dict[str, str] = {}
    found: dict[str, list[str]] = {name: [] for name in ("staged", "changed", "removed", "untracked", "conflicted")}
    for record in records:
        sign, _, rest = record.partition(" ")
        if sign == "#":
            key, _, value = rest.partition(" ")
            head[key] = value
        elif sign == "?":
            found["untracked"].append(_inside(rest, prefix))
        elif sign == "u":
            found["conflicted"].append(_inside(rest.split(" ", 9)[9], prefix))
        elif sign == "1":
            path = _inside(rest.split(" ", 7)[7], prefix)
            if rest[0] != ".":
                found["staged"].append(path)
            if rest[1] == "D" or (rest[0] == "D" and rest[1] == "."):
                found["removed"].append(path)
            elif rest[1] != ".":
                found["changed"].append(path)
    branch = head.get("branch.head", "")
    ahead, _, behind = head.get("branch.ab", "+0 -0").partition(" ")
    return Status(
        "" if branch == "(detached)" else branch,
        head.get("branch.oid", "(initial)") != "(initial)",
        head.get("branch.upstream", ""),
        int(ahead),
        -int(behind),
        *(tuple(found[name]) for name in ("staged", "changed", "removed", "untracked", "conflicted")),
    )


def _inside(path: str, prefix: str) -> str:
    return path.removeprefix(prefix) if path.startswith(prefix) else f":/{path}"
