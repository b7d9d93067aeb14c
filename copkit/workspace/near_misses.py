"""Notes that look like actions, decisions, questions or names: what they would be, to be asked, never written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.capture import read_lines
from copkit.capture.labels import read_label
from copkit.capture.lines import begins_taken
from copkit.capture.sentence import Known, looks_promised
from copkit.patterns import when_used
from copkit.people.company import Company, Named
from copkit.workspace.entries import Said

_LEAD = when_used(
    r"(?:[-*•‣◦–—+·▪●○□☐➢→>\uf0a7\uf0b7]|\[[ xX]?\]|#{1,6}|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?(?=\s)|[a-z]\))\s*"
)
_BARE_LABEL = when_used(
    r"[*_\[]*(?:ACTION(?: POINT|S)?|Action(?=\]|\*|_)|AP ?\d{1,4})[*_\]]*"
    r"(?:\s+\d{1,3})?\s+(?:[-–—]\s+)?(?=[\w@\[*])"
)
_BOX = when_used(r"(?:[-*•]\s*)?(?:\[ ?\]|☐)\s+\w")
_SENTENCE = when_used(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
_BETWEEN = when_used(r"\s*(?:,|;|&|\band\b)\s*")
_MARKS = when_used(r"\*\*|__|\[|\]")
_WORD = when_used(r"[^\W_]+")
_ALIKE = 0.7
_SHORTEST, _LONGEST = 8, 400
_NAME = when_used(r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]*){1,3}")


class Proposal(NamedTuple):
    """A line of the file that looks like more than a note: what it would be, and the words of it that say so.

    `kind` is a keyword, or `present` or `apologies`, of which `people` are those who are meant, and `strangers` are
    names that nobody has. `whole` is true where the line holds nothing else and is the curator's own, so that the
    new one may stand in its place.
    """

    line: int
    kind: str
    typed: str
    new: str
    people: tuple[Named, ...] = ()
    whole: bool = True
    strangers: tuple[str, ...] = ()


class _Line(NamedTuple):
    """A line of text to look at, and whether it was taken from elsewhere."""

    number: int
    text: str
    taken: bool


def near_misses(lines: Sequence[Said], names: Company, there: Iterable[str] = ()) -> tuple[Proposal, ...]:
    """What looks like more than a note, in order; `there` are the ids of those who are noted already."""
    known: dict[str, list[frozenset[str]]] = {}
    for line in lines:
        known.setdefault(line.kind, []).append(_words(line.entry.raw))
    seen, found = set(there), list[Proposal]()
    for one in _looked_through(lines, names):
        if one.kind in ("present", "apologies"):
            if fresh := tuple(named for named in one.people if named.id not in seen):
                seen |= {named.id for named in fresh}
                found.append(one._replace(people=fresh))
        elif not _is_there(one, known.get(one.kind, [])):
            found.append(one)
    return tuple(found)


def strangers(lines: Sequence[Said], names: Company) -> tuple[tuple[str, str], ...]:
    """Names in lists of who was there or sent apologies that nobody has, each with which list it is."""
    found = (one for one in _looked_through(lines, names) if one.strangers)
    return tuple(dict.fromkeys((name, one.kind) for one in found for name in one.strangers))


def is_taken(line: Said) -> bool:
    """Whether a note is a text from elsewhere that is kept as it stands."""
    return line.kind == "note" and begins_taken(line.entry.raw.partition("\n")[0])


def _is_there(one: Proposal, entries: Iterable[frozenset[str]]) -> bool:
    """Whether a line of that kind says this already, perhaps in words that somebody put right."""
    words = _words(one.typed)
    return any(len(words & entry) >= _ALIKE * len(words) for entry in entries)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _to_look_at(lines: Iterable[Said]) -> Iterator[_Line]:
    for line in lines:
        if is_taken(line):
            for offset, text in enumerate(line.entry.raw.split("\n")[1:], 1):
                yield _Line(line.position.line + offset, text.strip(), True)
        elif line.kind == "note":
            yield _Line(line.position.line, " ".join(line.entry.raw.split()), False)


def _looked_through(lines: Sequence[Said], names: Company) -> Iterator[Proposal]:
    """Each line by its own shape, or by the heading or the head of a table above it."""
    section, columns = "", dict[str, int]()
    for one in _to_look_at(lines):
        cells = _cells(one.text)
        if len(cells) > 1:
            if head := _columns(cells):
                columns = head
                continue
            if columns:
                yield from _row(one, cells, columns)
                continue
        else:
            columns = {}
        if (heading := _heading(one.text)) is not None:
            section = heading
            continue
        yield from _by_shape(one, section if one.taken else "", names)


# --- Tables and headings ---------------------------------------------------------------------------------


def _cells(text: str) -> list[str]:
    return [_MARKS.sub("", cell).strip() for cell in text.strip("|").split("|")] if "|" in text else []


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Which column holds what, where a row is the head of a table of actions."""
    meant = lexicon.meanings("minutes_headers")
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        if (field := meant.get(" ".join(_WORD.findall(cell.casefold())), "")) and field not in found:
            found[field] = index
    return found if "what" in found and ("owner" in found or "due" in found) else {}


def _row(one: _Line, cells: Sequence[str], columns: dict[str, int]) -> Iterator[Proposal]:
    """An action of a table, unless the table says that it is done."""
    what, owner, due, status = (_cell(cells, columns, name) for name in ("what", "owner", "due", "status"))
    over = lexicon.meanings("minutes_states").get(status.casefold().strip(" ."), "")
    if len(what) < _SHORTEST - 3 or over or not what.strip("-: "):
        return
    parts = [owner, what, due] if due else [owner, what] if owner else [what]
    yield Proposal(one.number, "action", one.text, f"action: {' | '.join(parts)}", whole=not one.taken)


def _cell(cells: Sequence[str], columns: dict[str, int], name: str) -> str:
    index = columns.get(name, -1)
    return cells[index] if 0 <= index < len(cells) else ""


def _heading(text: str) -> str | None:
    """What the lines below a heading are, `""` for those of another one; None where a line is none."""
    is_marked = text.startswith("#") or (text.startswith("**") and text.endswith("**"))
    bare = _bare(_MARKS.sub("", text))
    plain = " ".join(_WORD.findall(bare.casefold()))
    kind = lexicon.meanings("minutes_sections").get(plain)
    if kind is not None:
        return kind
    numbered = bare != text and len(bare) < 60 and bare[-1:] not in (".", "?", ";") and bare[:1].isupper()
    short = len(bare) < 50 and (bare.endswith(":") or bare.isupper())
    return "" if is_marked or short or (numbered and len(bare.split()) < 7 and text[:1].isdigit()) else None


# --- One line --------------------------------------------------------------------------------------------


def _by_shape(one: _Line, section: str, names: Company) -> Iterator[Proposal]:
    if (who := _attendance(one, section, names)) is not None:
        yield who
        if who.people:
            return
    if section in ("present", "apologies"):
        return
    bare = _bare(one.text)
    if _BOX.match(one.text) and read_label(one.text) is None:
        section = "action"
    if section and len(bare) >= _SHORTEST and read_label(one.text) is None:
        yield from _under(one, section, bare)
        return
    if bare.casefold().rstrip(" .)]").endswith(lexicon.spellings("minutes_states")["over"]):
        return
    sentences = _SENTENCE.split(bare)
    for sentence in sentences:
        yield from _sentence(one, sentence, names, whole=len(sentences) == 1)


def _bare(text: str) -> str:
    """A line without bullets, numbers and the marks of bold words."""
    while match := _LEAD.match(text):
        if match.end() == len(text):
            break
        text = text[match.end() :]
    return text.replace("**", "").strip()


def _under(one: _Line, section: str, bare: str) -> Iterator[Proposal]:
    by_machine = any(sign in bare.casefold() for sign in lexicon.spellings("taken")["signs"])
    if len(bare) <= _LONGEST and not by_machine:
        yield Proposal(one.number, section, bare, f"{section}: {bare}", whole=not one.taken)


def _sentence(one: _Line, sentence: str, names: Company, *, whole: bool) -> Iterator[Proposal]:
    """A sentence that has a label within a text, promises something, decides or asks."""
    label = read_label(sentence)
    if label is not None or _keyword(sentence):
        if one.taken or not whole:
            kind = label.keyword if label is not None else _keyword(sentence)
            yield Proposal(one.number, kind, sentence, sentence, whole=whole and not one.taken)
        return
    if not _SHORTEST <= len(sentence) <= _LONGEST:
        return
    if match := _BARE_LABEL.match(sentence):
        rest = _MARKS.sub("", sentence[match.end() :]).strip()
        yield Proposal(one.number, "action", sentence, f"action: {rest}", whole=whole and not one.taken)
    elif (kind := _kind(sentence, names, taken=one.taken)) != "":
        yield Proposal(one.number, kind, sentence, f"{kind}: {sentence}", whole=whole and not one.taken)


def _keyword(sentence: str) -> str:
    """The keyword of a line that would be no note if it stood at the margin."""
    kind = read_lines(sentence)[0].kind if sentence.strip() else "note"
    return "" if kind == "note" else kind


def _kind(sentence: str, names: Company, *, taken: bool) -> str:
    decided = lexicon.either("minutes_shapes", "decided")
    if match := re.match(rf"(?:{decided})\b(?: that)?\s*", sentence, re.IGNORECASE):
        rest = sentence[match.end() :]
        return "action" if rest[:1].isupper() and looks_promised(rest, _sure(names)) else "decision"
    if looks_promised(sentence, _sure(names)):
        return "action"
    return "question" if taken and sentence.endswith("?") else ""


def _sure(names: Company) -> Known:
    """Whether a text names a person of the register for certain, or by a title and the surname."""
    titles = lexicon.spellings("before_names")["title"]

    def known(typed: str) -> bool:
        if typed.casefold().partition(" ")[0].rstrip(".") in titles:
            return bool(names.find(typed).near or names.find(typed).id)
        found = names.person(typed) if typed else None
        return found is not None and bool(found.id)

    return known


def _attendance(one: _Line, section: str, names: Company) -> Proposal | None:
    """`Present: Amina Khan, Joe Bell`, `Apologies were received from …`, and names alone on a line."""
    match = _attendance_pattern().match(_bare(one.text))
    kind, text = section, one.text
    if match is not None:
        kind, text = lexicon.meanings("minutes_attendance")[" ".join(match[1].lower().split())], match[2]
    pieces = [piece for piece in _BETWEEN.split(_bare(text)) if piece]
    found = [_somebody(piece, names) for piece in pieces]
    people = [named for named in found if named]
    if match is None and section not in ("present", "apologies"):
        if one.taken or not people or len(people) != len(pieces) or len(pieces) < 2:
            return None
        kind = "present"
    unknown = [_name_alone(piece) for piece, named in zip(pieces, found, strict=True) if named is None]
    strange = tuple(name for name in unknown if _NAME.fullmatch(name))
    if not people and not strange:
        return None
    new = f"{kind}: {', '.join(one.id for one in people)}"
    return Proposal(one.number, kind, one.text, new, tuple(people), strangers=strange)


@cache
def _attendance_pattern() -> re.Pattern[str]:
    words = lexicon.either("minutes_attendance", *lexicon.spellings("minutes_attendance"))
    return re.compile(rf"({words})\s*(?:\([^)]*\))?\s*(?::|\s[-–—]\s|\s)\s*(\S.*)", re.IGNORECASE)


def _name_alone(piece: str) -> str:
    return re.split(r"\s*(?:\(|[-–—]|\t|:)", piece, maxsplit=1)[0].strip(" .")


def _somebody(piece: str, names: Company) -> Named | None:
    """The person of the register whom a piece of a list names, with what stands behind the name left away."""
    for text in (piece, _name_alone(piece)):
        bare = text.strip(" .")
        if len(bare) > 2 and (named := names.find(bare)).id:
            return named
    return None
