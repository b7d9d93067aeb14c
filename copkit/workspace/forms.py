"""The answers to a community's feedback forms: which sessions have a table, and, when asked for, what is in it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copkit.models.answers import Feedback


def _nothing(session: str) -> bytes | None:
    return None


class Forms(Collection[str]):
    """The ids of the sessions that have a feedback table."""

    def __init__(self, sessions: Iterable[str] = (), read: Callable[[str], bytes | None] = _nothing) -> None:
        """`read` gives the bytes of a session's table, or None where they cannot be had."""
        self._sessions = frozenset(sessions)
        self._read = read
        self._known: dict[str, Feedback] = {}

    def __contains__(self, session: object) -> bool:
        return session in self._sessions

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._sessions))

    def __len__(self) -> int:
        return len(self._sessions)

    def of(self, session: str) -> "Feedback":
        """The answers on a session; none where it has no table, or one that cannot be read."""
        if session not in self._known:
            from copkit.models.answers import read_feedback

            data = self._read(session) if session in self._sessions else None
            self._known[session] = read_feedback(data or b"")
        return self._known[session]
