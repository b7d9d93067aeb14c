"""Names that OneDrive, Windows, a phone or Notepad gives to a file: which file it is a copy of."""

import re

from copkit.patterns import when_used

_KNOWN = r"\.(?:ya?ml|csv)"
_TWICE = when_used(rf"(.+{_KNOWN})\.(?:txt|ya?ml|csv|bak|orig|old)", re.IGNORECASE)
_AS_TEXT = when_used(r"(.+\.notes)\.txt", re.IGNORECASE)
_COPY_OF = when_used(r"copy(?: \(\d+\))? of (.+)", re.IGNORECASE)
_BESIDE = when_used(
    rf"""(.+?)(?:
    [ ]-[ ]copy(?:[ ]\(\d+\))? | [ ]copy(?:[ ]?\d+)? | [ ]?\(\d+\) | [ ]\d
    | [ ]?[(\[][^()\[\]]*conflict[^()\[\]]*[)\]] | \.sync-conflict-[\w-]+
    | -(?!W\d\d)(?-i:[A-Z][\w-]*['’]s[ ][\w -]+ | [A-Z][A-Z0-9]{{2,}}(?:-[A-Z0-9]+)*)
    )((?:\.notes)?{_KNOWN})""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
_LOUD = when_used(rf"(.+?)((?:\.notes)?{_KNOWN})", re.IGNORECASE)
_PLAIN = when_used(r"(?!.*\.(?:ya?ml|csv)\.)[a-z0-9.-]+(?:-W\d\d)?\.(?:ya?ml|csv)")
"""What nearly every file is called."""


def original(path: str) -> str:
    """The path of the file that one is a copy of by its name; empty where it is none."""
    folder, slash, name = path.rpartition("/")
    found = name
    while not _PLAIN.fullmatch(found) and (shorter := _step(found)) != found:
        found = shorter
    return f"{folder}{slash}{found}" if found != name else ""


def _step(name: str) -> str:
    """The name with one such addition taken off."""
    for pattern, ending in ((_TWICE, ""), (_AS_TEXT, ".yaml"), (_COPY_OF, "")):
        if found := pattern.fullmatch(name):
            return found[1] + ending
    if found := _BESIDE.fullmatch(name) or _LOUD.fullmatch(name):
        return found[1] + found[2].lower()
    return name
