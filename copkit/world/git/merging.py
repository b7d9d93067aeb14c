"""A merge that git has begun: which files both sides changed, the versions of each, and how git left it."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from copkit.world.git.repository import Repository
from copkit.world.git.running import read, run

_THEIRS = "MERGE_HEAD"


class Versions(NamedTuple):
    """A file as both sides began with it, as it is here and as others have it; None where there is none."""

    base: bytes | None
    yours: bytes | None
    theirs: bytes | None


def changed_by_both(repo: Repository, theirs: str = _THEIRS) -> list[str]:
    """The files of the workspace that were changed here and by others since the commit that both know."""
    base = _base(repo, theirs)
    if not base:
        return []
    mine, others = (
        set(read(repo.root, "diff", "--name-only", "--no-renames", "--relative", "-z", base, end).text.split("\0"))
        for end in ("HEAD", theirs)
    )
    return sorted((mine & others) - {""})


def versions(repo: Repository, path: str) -> Versions:
    """A file's versions: from the index where git could not bring them together, else from the commits."""
    stages = _stages(repo, path)
    if stages:
        kept = {stage: read(repo.root, "cat-file", "blob", name).out for stage, name in stages.items()}
        return Versions(kept.get("1"), kept.get("2"), kept.get("3"))
    ends = (_base(repo, _THEIRS), "HEAD", _THEIRS)
    return Versions(*(repo.committed(path, end) for end in ends))


def left_by_git(repo: Repository, path: str, seen: Versions) -> bool:
    """Whether nobody has touched a file since git wrote it."""
    if not _stages(repo, path):
        return read(repo.root, "diff", "--quiet", "--", path).ok
    data = repo.on_disk(path).read_bytes()
    return data == seen.yours or b"\n<<<<<<< HEAD" in b"\n" + data


def by_lines(texts: tuple[str, str, str]) -> tuple[str, bool]:
    """Yours, the base and theirs brought together by git, and whether no place is marked as changed by both."""
    with TemporaryDirectory() as folder:
        names = ("yours", "base", "theirs")
        for name, text in zip(names, texts, strict=True):
            (Path(folder) / name).write_bytes(text.encode())
        labels = [word for name in names for word in ("-L", name)]
        ran = run(Path(folder), "merge-file", "--quiet", "-p", *labels, *names)
    return ran.text, ran.ok


def leave_open(repo: Repository, path: str, seen: Versions) -> None:
    """Note a file that git brought together by itself as one that a person has to settle."""
    lines = [f"0 {'0' * 40}\t{repo.prefix}{path}"]
    for stage, data in enumerate(seen, 1):
        if data is not None:
            name = run(repo.root, "hash-object", "-w", "--stdin", data=data).text.strip()
            lines.append(f"100644 {name} {stage}\t{repo.prefix}{path}")
    top = repo.on_disk(":/.git").parent
    run(top, "update-index", "--index-info", data="".join(f"{line}\n" for line in lines).encode())


def _base(repo: Repository, theirs: str) -> str:
    return read(repo.root, "merge-base", "HEAD", theirs).text.strip()


def _stages(repo: Repository, path: str) -> dict[str, str]:
    """The objects of a file that git could not bring together: 1 is the base, 2 yours, 3 theirs."""
    listed = read(repo.root, "ls-files", "-u", "-z", "--", path).text.split("\0")
    return {line.split()[2]: line.split()[1] for line in listed if line}
