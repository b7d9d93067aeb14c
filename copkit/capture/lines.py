"""Read the notes of a session line by line. Whatever is typed is kept; what is not understood is a note."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.capture.keywords import NOTE, by_word
from copkit.capture.labels import read_label
from copkit.patterns import when_used

_BULLET = r"(?:[-*•‣◦–—+]|[0-9]{1,2}[.)])[ \t\u00a0]+"
_START = when_used(rf"(?:{_BULLET})?\W{{0,2}}([^\W\d_]+)\W{{0,2}}?[ \t\u00a0]?[:：][ \t\u00a0*_]*")
_BARE = when_used(rf"(?:{_BULLET})?")
_THEME = when_used(r"(?<![\w&/#])#([^\W\d_][\w-]*)")
_BREAK = when_used(r"\r\n|\r|\n|\x85|\u2028|\u2029")
_TICKED = "it is ticked as done: close it with “done:” and its number in the next notes"


class Entry(NamedTuple):
    """One line of notes, with the indented lines that continue it.

    `kind` is a keyword's name or `note`. `number` counts the entries of a kind in the order of the notes, from 1.
    `text` is what follows the keyword, `parts` that text split at each `|`. `line` and `lines` say which lines of
    the notes it came from (the first counted from 0, and how many). `raw` is what was typed, unchanged. `owner` is
    who stands in the label: Amina, of `Action (Amina): …`.
    """

    kind: str
    number: int
    text: str
    parts: tuple[str, ...]
    themes: tuple[str, ...]
    line: int
    lines: int
    raw: str
    doubt: str = ""
    owner: str = ""

    def id(self, session: str) -> str:
        """Its id: `2026-06-09/1` for an action, `2026-06-09/connect/1` for others."""
        return f"{session}/{self.number}" if self.kind == "action" else f"{session}/{self.kind}/{self.number}"


def read_lines(capture: str) -> tuple[Entry, ...]:
    """The entries of a session's notes, in the order in which they were typed. Blank lines part them."""
    counts: dict[str, int] = {}
    found = []
    for line, group in _groups(_BREAK.split(capture) if capture else []):
        found.append(_entry(line, group, counts))
    return tuple(found)


def _groups(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not blank with the indented ones right below it, and where it stands."""
    start, group = 0, list[str]()
    for index, line in enumerate(lines):
        blank = not line or line.isspace()
        if group and not blank and line[0] in " \t\u00a0":
            group.append(line)
            continue
        if group:
            yield start, group
        start, group = index, [] if blank else [line]
    if group:
        yield start, group


def _entry(line: int, group: list[str], counts: dict[str, int]) -> Entry:
    """One entry; `counts` says how many of each kind there were before, and counts it."""
    first = group[0].strip()
    match = _START.match(first)
    keyword = by_word().get(match[1].lower()) if match else None
    label = read_label(first) if keyword is None else None
    if label is not None:
        keyword, rest = label.keyword, first[label.end :]
    else:
        rest = first[match.end() :] if match and keyword else _BARE.sub("", first, count=1)
    text = "\n".join([rest.strip(), *(more.strip() for more in group[1:])]) if len(group) > 1 else rest.strip()
    doubt = ""
    if keyword is None:
        kind = NOTE
        doubt = _slip(match[1]) if match else ""
    elif not text:
        kind, text = NOTE, first
        doubt = f"nothing follows “{match[1] if match else ''}:”: begin each line with “{keyword}:”"
    else:
        kind = keyword
        doubt = _TICKED if label is not None and label.ticked and kind == "action" else ""
    if len(group) > 1 and not doubt and not (kind == NOTE and begins_taken(first)):
        doubt = _hidden_keyword(group[1:])
    parts = tuple(map(str.strip, text.split("|"))) if "|" in text and kind != NOTE else (text,)
    counts[kind] = number = counts.get(kind, 0) + 1
    themes = tuple(dict.fromkeys(theme.lower() for theme in _THEME.findall(text))) if "#" in text else ()
    raw, owner = "\n".join(group), label.owner if label else ""
    return Entry(kind, number, text, parts, themes, line, len(group), raw, doubt, owner)


def part_spans(raw: str) -> list[tuple[int, int]]:
    """Where each part of a line stands in what was typed; none for a note."""
    indent = len(raw) - len(raw.lstrip())
    match = _START.match(raw.strip())
    if match is not None and match[1].lower() in by_word():
        end = match.end()
    elif (label := read_label(raw.strip())) is not None:
        end = label.end
    else:
        return []
    spans, start = [], indent + end
    for part in raw[start:].split("|"):
        words = part.strip()
        first = start + len(part) - len(part.lstrip())
        spans.append((first, first + len(words)))
        start += len(part) + 1
    return spans


def _slip(word: str) -> str:
    """A suggestion for a word before a colon that is nearly a keyword, such as `acton:`."""
    if len(word) < 3 or word.lower() in lexicon.meanings("not_keywords"):
        return ""
    from difflib import get_close_matches

    cutoff = 0.8 if len(word) < 6 else 0.74
    near = get_close_matches(word.lower(), by_word(), n=1, cutoff=cutoff)
    return f"did you mean “{by_word()[near[0]]}:”?" if near else ""


def begins_taken(first: str) -> bool:
    """Whether a text from elsewhere, which is kept as it stands, follows the first line of a note."""
    return first.rstrip().endswith(_taken())


@cache
def _taken() -> tuple[str, ...]:
    taken = lexicon.spellings("taken")
    return (*taken["kept"], *taken["machine"])


def _hidden_keyword(more: list[str]) -> str:
    for line in more:
        match = _START.match(line.strip())
        keyword = by_word().get(match[1].lower()) if match else None
        if keyword is not None:
            return f"“{keyword}:” is in an indented line, which continues the one above: take the spaces away"
    return ""
