"""What goes into a commit besides the files that are named: those of the registers whose new entries they name."""

from collections.abc import Iterator, Sequence

from copkit.people.files import REGISTERS, holds
from copkit.people.mentions import Seeker
from copkit.workspace import Shared
from copkit.world.git.repository import Repository
from copkit.world.git.status import Status
from copkit.yamlfile import read


def with_registers(repo: Repository, before: Status, shared: Shared, paths: Sequence[str]) -> list[str]:
    """The files, and those of the registers without which others would find people and organisations missing."""
    found = list(paths)
    for register in REGISTERS:  # people first: they bring the organisations that are new with them
        texts = [text for path in found if (text := _text(repo, path))]
        for path in before.dirty:
            if holds(register, path) and path not in found and _names(texts, _new(repo, path), shared):
                found.append(path)
    return found


def _names(texts: Sequence[str], keys: set[str], shared: Shared) -> bool:
    seekers = [Seeker(key, shared.register) for key in keys]
    return any(seeker.is_in(text) for seeker in seekers for text in texts)


def _new(repo: Repository, path: str) -> set[str]:
    """The entries of a register's file that its last commit has not."""
    return set(_keys(_text(repo, path).encode(), path)) - set(_keys(repo.committed(path) or b"", path))


def _keys(data: bytes, path: str) -> Iterator[str]:
    found = read(data, path).data
    yield from found if isinstance(found, dict) else ()


def _text(repo: Repository, path: str) -> str:
    try:
        return repo.on_disk(path).read_text(encoding="utf-8", errors="replace")
    except OSError:  # taken away: what is not there names nobody
        return ""
