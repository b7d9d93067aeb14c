"""What git keeps, read while we do something else: the output of a command, and objects by their names."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from copkit.world.git.quiet import ALWAYS, NOTHING_FETCHED, options
from copkit.world.git.running import QUICK, Ran, environment, look, looking, not_installed

_AT_ONCE = 500
"""Objects asked for at once: so few names that writing them never waits for git, which may wait for us."""


class Started:
    """A git command that only looks and runs while we do something else."""

    def __init__(self, root: Path, *arguments: str) -> None:
        """Raises NoGit where git is not installed."""
        try:
            self._git = subprocess.Popen(
                ["git", *options(ALWAYS), *look(arguments)],
                cwd=root,
                env=environment() | looking(root, arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as problem:
            raise not_installed() from problem

    def ran(self) -> Ran:
        """How it ended, once it has."""
        out, _ = self._git.communicate(timeout=QUICK)
        return Ran(self._git.returncode, out, "")


class Blobs:
    """Reads what git keeps by the names of its objects: one git for all, started when it is first wanted."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start git now, so that it is ready when it is wanted."""
        if self._git is None:
            self._git = subprocess.Popen(
                ["git", *options(ALWAYS), *look(["cat-file", "--batch"])],
                cwd=self._root,
                env=environment() | NOTHING_FETCHED,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def read(self, names: Sequence[str], most: int) -> list[bytes | None]:
        """The bytes of each object; None where there is none, and where it has more bytes than `most`.

        Many are asked for at once: waiting for each answer takes longer than reading it.
        """
        self.start()
        assert self._git is not None
        found: list[bytes | None] = []
        for start in range(0, len(names), _AT_ONCE):
            found += self._ask(self._git, names[start : start + _AT_ONCE], most)
        return found

    def _ask(self, git: "subprocess.Popen[bytes]", names: Sequence[str], most: int) -> Iterator[bytes | None]:
        assert git.stdin is not None and git.stdout is not None
        git.stdin.write("".join(f"{name}\n" for name in names).encode())
        git.stdin.flush()
        for _ in names:
            answer = git.stdout.readline().split()
            if len(answer) != 3:
                yield None
                continue
            data = git.stdout.read(int(answer[2]) + 1)[:-1]
            yield data if len(data) <= most else None

    def close(self) -> None:
        """Let git go."""
        if self._git is not None:
            self._git.communicate()
            self._git = None

    def __enter__(self) -> "Blobs":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
