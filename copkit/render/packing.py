"""A Word file is a zip; written anew with fixed times it is the same bytes whenever it is made."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest day that a zip can hold.
DAWN = (1980, 1, 1, 0, 0, 0)


def packed(file: bytes) -> bytes:
    """The same zip with the same parts in the same order, without the hour at which it was made."""
    out = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as new:
        for name in old.namelist():
            entry = ZipInfo(name, DAWN)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return out.getvalue()
