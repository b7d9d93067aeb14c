"""Which column is which: the headers of attendance reports, as Teams, Zoom, Meet and people write them."""

import re
from collections.abc import Mapping, Sequence

from copkit import lexicon

NAME, FIRST, LAST, EMAIL, UPN = "name", "first", "last", "email", "upn"
JOIN, LEAVE, MINUTES, SECONDS = "join", "leave", "minutes", "seconds"
ACTION, WHEN, UTC = "action", "when", "utc"
ATTENDED, SIGNED, REGISTERED, REGISTERING, DATE = "attended", "signed", "registered", "registering", "date"
WAITING, TOPIC, START, END, COUNT = "waiting", "topic", "start", "end", "count"
CHOOSABLE = (NAME, FIRST, LAST, EMAIL, JOIN, LEAVE, MINUTES, ACTION, WHEN, ATTENDED, REGISTERED, DATE)
"""What a person may name a column for."""
TIMES = frozenset((JOIN, LEAVE, MINUTES, SECONDS, ACTION))
"""The columns that say how long somebody was there."""
_FREE = re.compile(r'[,="“”\s]+')
"""What parts the words of the option, and so cannot stand in one of them."""
_CASES = re.compile(r"(?<=[a-z])(?=[A-Z])")


def plain(header: str) -> str:
    """A header for comparing: small letters, words and single spaces."""
    return " ".join(re.findall(r"\w+", header.replace("_", " ").casefold()))


def apart(header: str) -> str:
    """A header with the words apart that it writes together: `FirstJoinTime`."""
    return _CASES.sub(" ", header)


_FIELD = lexicon.meanings("report_headers")


def field_of(header: str, chosen: Mapping[str, str]) -> str | None:
    """What a column holds: as the person says (`chosen` by plain header), or as its header is known."""
    bare = plain(header)
    known = _FIELD.get(bare) or _FIELD.get(plain(apart(header)))
    return chosen.get(bare) or (None if chosen else known)


def fields_of(row: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """The column of each field in a row of headers; of two columns for one field, the first."""
    found: dict[str, int] = {}
    for column, header in enumerate(row):
        field = field_of(header, chosen) if header else None
        if field is not None:
            found.setdefault(field, column)
    if FIRST in found and LAST not in found and NAME in found:  # a French “Nom” beside a “Prénom”
        found[LAST] = found.pop(NAME)
    return found


def option(pairs: Mapping[str, str]) -> str:
    """How the command line says which field has which header."""
    return '--columns "' + ",".join(f"{field}={_FREE.sub(' ', header)}" for field, header in pairs.items()) + '"'


def tells_how_long(fields: Mapping[str, int]) -> bool:
    """Whether a table says of each how long it was: a length, both ends, or comings and goings."""
    return bool({MINUTES, SECONDS, ACTION} & set(fields)) or {JOIN, LEAVE} <= set(fields)


def is_header(fields: Mapping[str, int]) -> bool:
    """Whether a row heads a table of people."""
    return bool({NAME, FIRST, LAST} & set(fields)) or (EMAIL in fields and TOPIC not in fields)


def is_summary(fields: Mapping[str, int]) -> bool:
    """Whether a row heads a line about the meeting as a whole."""
    return TOPIC in fields and not {NAME, FIRST, LAST} & set(fields) and len(fields) > 1
