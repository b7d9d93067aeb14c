"""copkit: plain files for people who run communities of practice in health and care."""

TYPE_CHECKING = False  # importing typing takes as long as answering --version
if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from copkit.opened import Opened

__version__ = "0.1.0"


def open(path: "str | PathLike[str]" = ".", today: "date | None" = None) -> "Opened":  # noqa: A001 - typed as copkit.open
    """Open a workspace to read, check and count it from Python; docs/python.md shows how.

    `path` is its folder or one within it. `today` is the day to act on; left out, the one of the programme's clock.
    """
    from pathlib import Path

    from copkit.opened import opened

    return opened(Path(path), today)
