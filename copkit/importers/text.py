"""The bytes of an export as text: exports come in six encodings, and few of them say which."""

from copkit.patterns import when_used

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4000
_WITHIN_WORDS = when_used(r"(?<=[^\W\d_])[¹³¿](?=[^\W\d_])|¯(?=[^\W\d_])")


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace").lstrip("\ufeff")
    if (wide := _without_mark(data)) is not None:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that lost its mark: every other byte of a Western text is zero."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or 0 not in sample:
        return None
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    most, name = max((low, "utf-16-le"), (high, "utf-16-be"))
    return name if most * 2 > len(sample) // 2 else None


def _windows(data: bytes) -> str:
    """Windows-1252; the five bytes that it leaves empty are read as Latin-1, so that nothing fails.

    What then has signs within words, as no language has them, is Polish or another of Windows-1250.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = "".join(_one(bytes([byte])) for byte in data)
    return data.decode("cp1250", "replace") if _WITHIN_WORDS.search(text) else text


def _one(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")
