"""What is looked for in the raw text, because a parser would accept it or stumble over it."""


from copkit.findings import Finding, Position, Severity
from copkit.patterns import when_used
from copkit.visible import HIDDEN, escape, name_of
from copkit.yamlfile.marks import Lines

#: At most so many findings of one kind in one file.
MANY = 20

_CONFLICT = when_used(r"(?:^|(?<=[\n\r\x85]))[ \t]*(<{7}|>{7}|\|{7}|={7})(?![^ \t\r\n\x85])")
_HASH = when_used(r" #[^\s#]")
_SPACES = " \t\r\n\x85"
_NO_BREAK = ("\xa0", "\u2007", "\u202f")
_NBSP = when_used(r"(?:^|(?<=[\n\r\x85]))[ \t]*([\xa0\u2007\u202f]+)")


def hidden_characters(lines: Lines, path: str) -> list[Finding]:
    """An error for each line that holds a control, a direction or a zero-width character."""
    found: dict[int, Finding] = {}
    for match in HIDDEN.finditer(lines.text):
        mark = lines.at(match.start())
        if mark.line not in found and len(found) < MANY:
            found[mark.line] = hidden_finding(match[0], Position(path, *mark))
    return list(found.values())


def hidden_finding(character: str, position: Position) -> Finding:
    """The error for one hidden character."""
    message = f"there is a hidden character here: {escape(character)} ({name_of(character)})"
    return Finding("REF-08", Severity.ERROR, position, message, "Delete it, or type the words again.")


def merge_conflicts(lines: Lines, path: str) -> list[Finding]:
    """An error for each unfinished merge, at any indent: parsers accept the markers inside `|` blocks."""
    found: list[Finding] = []
    start: int | None = None
    for match in _CONFLICT.finditer(lines.text):
        sign, mark = match[1][0], lines.at(match.start(1))
        if sign == "=" or (sign in "|>" and start is not None):
            start = None if sign == ">" else start
            continue
        start = mark.line if sign == "<" else None
        found.append(
            Finding(
                "REF-08",
                Severity.ERROR,
                Position(path, *mark),
                f"an unfinished merge: this line starts with {match[1]}",
                "Choose between the two versions, then delete the lines with <<<<<<<, ======= and >>>>>>>.",
            )
        )
    return found[:MANY]


def hash_places(text: str) -> frozenset[int]:
    """The offsets where one space and `#word` follow something: after a plain value, text is dropped there."""
    if "#" not in text:
        return frozenset()
    places = (match.start() for match in _HASH.finditer(text))
    return frozenset(place for place in places if place and text[place - 1] not in _SPACES)


def odd_indents(text: str) -> list[int]:
    """The offsets of no-break spaces at the start of lines."""
    if not any(space in text for space in _NO_BREAK):
        return []
    return [match.start(1) for match in _NBSP.finditer(text)]
