"""Calendars in a zip, as Google hands them out: looked at within limits, and never unpacked to anywhere."""

from collections.abc import Iterator

FIRST_BYTES = b"PK\x03\x04"
MOST_FILES = 1000


class TooLarge(ValueError):
    """There is more in it than a calendar of ours may hold."""


def files_of(data: bytes, largest: int) -> Iterator[tuple[str, bytes]]:
    """Each file of a zip with its name: its bytes where it can be a calendar, and none where it cannot.

    Raises `ValueError` where this is no zip, `TooLarge` where the files together are larger than is allowed.
    """
    import zipfile
    import zlib
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir() and not _of_a_mac(one.filename)]
            if len(members) > MOST_FILES:
                raise TooLarge
            left = largest
            for member in members:
                held = b""
                if member.filename.casefold().endswith((".ics", ".ical", ".ifb", ".vfb")):
                    with archive.open(member) as file:
                        held = file.read(left + 1)
                left -= len(held)
                if left < 0:
                    raise TooLarge
                yield member.filename.rpartition("/")[2], held
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as problem:
        raise ValueError("a zip that cannot be read") from problem


def _of_a_mac(name: str) -> bool:
    """Whether a Mac put it beside the files that were packed: what it is named after stands in the zip too."""
    return name.startswith("__MACOSX/") or name.rpartition("/")[2] == ".DS_Store"
