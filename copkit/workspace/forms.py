"""The answers to a community's forms: which sessions have a table, and, when asked for, what is in it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copkit.models.answers import Feedback
    from copkit.models.feedback import FollowUp


def _nothing(session: str) -> bytes | None:
    return None


class _Tables(Collection[str]):
    """The ids of the sessions that have a table."""

    def __init__(self, sessions: Iterable[str] = (), read: Callable[[str], bytes | None] = _nothing) -> None:
        """`read` gives the bytes of a session's table, or None where they cannot be had."""
        self._sessions = frozenset(sessions)
        self._read = read

    def __contains__(self, session: object) -> bool:
        return session in self._sessions

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._sessions))

    def __len__(self) -> int:
        return len(self._sessions)

    def _data(self, session: str) -> bytes:
        return (self._read(session) if session in self._sessions else None) or b""


class Forms(_Tables):
    """The feedback tables of the days themselves."""

    def __init__(self, sessions: Iterable[str] = (), read: Callable[[str], bytes | None] = _nothing) -> None:
        """As the tables."""
        super().__init__(sessions, read)
        self._known: dict[str, Feedback] = {}

    def of(self, session: str) -> "Feedback":
        """The answers on a session; none where it has no table, or one that cannot be read."""
        if session not in self._known:
            from copkit.models.answers import read_feedback

            self._known[session] = read_feedback(self._data(session))
        return self._known[session]


class FollowUps(_Tables):
    """The tables of three months later."""

    def of(self, session: str) -> "tuple[FollowUp, ...]":
        """What people said that they used; nothing where the session has no table."""
        from copkit.models.answers import read_follow_up

        return read_follow_up(self._data(session))
