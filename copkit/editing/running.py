"""The command that is running: what it is called, and whether it only shows what it would do."""

from typing import NamedTuple


class Running(NamedTuple):
    """A command of those that write into a workspace; of no name where nobody typed one."""

    command: str = ""
    """As it is typed after “copkit”, such as `notes tidy`."""
    began: str = ""
    """When, to the microsecond, so that two are told apart."""
    dry: bool = False


_now = Running()


def running() -> Running:
    """What is running now."""
    return _now


def begin(command: str, began: str, *, dry: bool) -> None:
    """Say what runs from here on."""
    global _now
    _now = Running(command, began, dry)


def ended() -> None:
    """Say that nothing runs any more."""
    global _now
    _now = Running()


def require_writing() -> None:
    """See that a dry run never comes to where something is written, whatever a command forgets."""
    if _now.dry:
        raise AssertionError("a dry run was about to write")
