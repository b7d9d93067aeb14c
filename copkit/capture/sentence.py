"""A promise said in a sentence: who, what and by when, without strokes between them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import Read, read_day
from copkit.patterns import when_used

Known = Callable[[str], bool]
"""Whether a text names somebody, for certain or perhaps."""

_MOST_WORDS = 7
_BRACKETS = when_used(r"\s*[(\[]([^()\[\]]{2,80})[)\]]\s*$")
_AFTER_DASH = when_used(r"(?:\s+[-–—]+\s+|\s*[;.]\s+)((?:(?!\s[-–—]+\s|[;.]\s)[^|]){2,60})$")
_BETWEEN = when_used(r"\s*[,;/&+]\s*")
_EDGES = " \t\u00a0.,:;–—-"
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w'’.-]*"
_CAPITALISED = when_used(rf"{_CAPITAL}(?: (?:{_CAPITAL}|(?:de|van|von|la|al|ap|bin)\b)){{0,3}}")
_INITIALS = when_used(r"[A-Z]{2,3}(?:(?:\s*[/&,]\s*| and )[A-Z]{2,3})*")
_DATE_LIKE = when_used(
    r"\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?|(?:st|nd|rd|th)?(?: of)? [^\W\d_]{3,9}(?: \d{4})?)"
)


class Due(NamedTuple):
    """By when, as typed and as read, and the text without it."""

    rest: str
    typed: str = ""
    read: Read[date] = Read(None)


class Promised(NamedTuple):
    """Who, what and by when; a part that is not there is empty. `several` is true of more promises than one."""

    owner: str
    what: str
    due: Due
    several: bool = False


def nobody(typed: str) -> bool:
    """Nothing is known to name anybody."""
    return False


def read_promise(text: str, day: date, following: date | None, known: Known = nobody) -> Promised:
    """The parts of a sentence that promises something."""
    owner, rest, due = _tail(text, day, following, known)
    more = _are_several(rest, known)
    if not due.typed:
        due = find_due(rest, day, following)
        rest = due.rest
        if not owner:
            owner, rest, _ = _tail(rest, day, following, known, dates=False)
    head = _without(rest)
    if not owner:
        owner, head = _head(head, known)
    elif (said := _head(head, known))[0].casefold() == owner.casefold():
        head = said[1]
    return Promised(owner, _plain(head), due._replace(rest=""), more)


def read_who(text: str, verbs: str, known: Known) -> tuple[str, str]:
    """Who asks or offers, and what: only somebody who is known, since much else stands where a name would."""
    owner, rest, _ = _tail(text, date.max, None, known, dates=False)
    if owner:
        return owner, _plain(rest)
    for pattern in (_said(verbs), _named()):
        match = pattern.match(text)
        if match and known(match[1].strip(" @")):
            return match[1].strip(" @"), _plain(match[2])
    return "", text


def _plain(words: str) -> str:
    return words.strip(_EDGES)


def looks_promised(text: str, known: Known) -> bool:
    """Whether a sentence that nobody marked promises something: `Amina will …`, `… (Amina, 30 Jan)`."""
    text = _without(text)
    match = _said("promises").match(text)
    if match is not None and not _thing_follows(match[2]):
        name = match[1].strip(" ,@")
        if _names_known(name, known):
            return not _is_only_said(text[match.end(1) : match.start(2)])
        if text[match.end(1) : match.start(2)].split() == ["to"] and _is_somebody(name):
            return True
        if _is_name(name) and text[match.end(1) : match.start(2)].split() == ["to"]:
            return bool(find_due(match[2], date(2000, 1, 1), date(2000, 1, 2)).typed)
    owner, _, due = _tail(text, date(2000, 1, 1), date(2000, 1, 2), known)
    return bool(owner and due.typed)


def _is_somebody(name: str) -> bool:
    """Whether words mean somebody whatever the register says: the clerk, or initials."""
    return name.casefold() in lexicon.spellings("nobody")["office"] or _INITIALS.fullmatch(name) is not None


def _is_only_said(verb: str) -> bool:
    """Whether somebody only `would`: what they would like is no promise."""
    return " ".join(verb.split()).casefold() in lexicon.spellings("minutes_shapes")["no_promise"]


def _are_several(text: str, known: Known) -> bool:
    """Whether a line promises two things by two people, which are two lines."""
    pieces = [piece for piece in re.split(r"[.;,]\s+|\s+and\s+", text) if piece]
    return sum(bool(_head(_without(piece), known)[0]) for piece in pieces) > 1


# --- By when ---------------------------------------------------------------------------------------------


@cache
def _markers() -> re.Pattern[str]:
    every = lexicon.either("sentences", "may_be_due", "of_the_next", "only_said", "ahead")
    return re.compile(rf"(?<![\w-])({every})\s+(?=\S)", re.IGNORECASE)


def find_due(text: str, day: date, following: date | None) -> Due:
    """The day by which, wherever in a sentence it stands; the surest way of saying it counts."""
    kinds = lexicon.spellings("sentences")
    found = list(_dues(text, day, following))
    for kind in ("may_be_due", "ahead", "of_the_next"):
        for marker, due in found:
            if marker in kinds[kind] and _fits(kind, due, following):
                return due
    for _, due in (*found[::-1], *_at_the_end(text, day)):
        if due.read.value is not None and due.typed.casefold() not in lexicon.spellings("due")["next"]:
            doubt = due.read.problem or f"“{due.typed}” is taken for the day by which it is done"
            return due._replace(read=due.read._replace(problem=doubt))
    return Due(text)


def _fits(kind: str, due: Due, following: date | None) -> bool:
    if kind == "of_the_next":
        return due.typed.casefold() in lexicon.spellings("due")["next"]
    return due.read.value is not None or kind == "may_be_due"


def _dues(text: str, day: date, following: date | None) -> Iterator[tuple[str, Due]]:
    """Each word that may stand before a day, with the day that follows it."""
    for match in _markers().finditer(text):
        marker = " ".join(match[1].casefold().split())
        ahead = marker in lexicon.spellings("sentences")["ahead"]
        start = match.start() if ahead else match.end()
        for end in _ends(text, start):
            words = text[start:end].strip(_EDGES)
            read = read_day(words, day, following)
            is_next = words.casefold() in lexicon.spellings("due")["next"]
            if is_next and " " not in words and text[end:].strip(_EDGES):
                continue  # “next” alone is the next session; “next week” is no day
            if read.value is not None or is_next or (not ahead and _is_like_a_date(words)):
                yield marker, Due(_joined(text[: match.start()], text[end:]), words, read)
                break


def _is_like_a_date(words: str) -> bool:
    """Whether words are a date in form, though perhaps of no day or of two."""
    first, _, second = words.casefold().partition(" ")
    coming = first in lexicon.spellings("due")["coming"] and second in lexicon.meanings("weekdays")
    return coming or _DATE_LIKE.fullmatch(words) is not None


def _ends(text: str, start: int) -> list[int]:
    """Where a date that begins there may end: the most words first."""
    ends = [match.end() for match in re.finditer(r"\S+", text[start:])][:_MOST_WORDS]
    return [start + end for end in reversed(ends)]


def _joined(before: str, after: str) -> str:
    after = after.lstrip(" \t\u00a0.;") if not before.strip() else after
    return " ".join(part for part in (before.rstrip(), after.strip()) if part)


def _at_the_end(text: str, day: date) -> Iterator[tuple[str, Due]]:
    """A day that ends a sentence with nothing before it, which may be the day of something else."""
    starts = [match.start() for match in re.finditer(r"\S+", text)][1:]
    for start in starts[-4:]:
        before = text[:start].split()
        if before and before[-1].casefold() in ("of", "from", "for", "since", "the", "and", "to", "at"):
            continue
        words = text[start:].strip(_EDGES)
        if (read := read_day(words, day)).value is not None:
            yield "", Due(text[:start], words, read)
            return


# --- Who -------------------------------------------------------------------------------------------------


def _tail(
    text: str, day: date, following: date | None, known: Known, *, dates: bool = True
) -> tuple[str, str, Due]:
    """What stands behind a sentence, in brackets or after a dash: `(Amina, 30 Jan)`, `– Amina`."""
    owner, due, rest = "", Due(""), text.rstrip(_EDGES)
    while match := _BRACKETS.search(rest) or _AFTER_DASH.search(rest):
        found = _pieces(match[1], day, following, known, is_apart=match.re is not _BRACKETS, dates=dates)
        if found is None or (found[0] and owner) or (found[1].typed and due.typed):
            break
        owner, due = found[0] or owner, found[1] if found[1].typed else due
        rest = rest[: match.start()].rstrip(_EDGES)
    return owner, rest, due


def _pieces(
    text: str, day: date, following: date | None, known: Known, *, is_apart: bool, dates: bool
) -> tuple[str, Due] | None:
    """The name and the day of a few words that hold nothing else; None where they hold anything else."""
    owner, due = "", Due("")
    if known(_labelled("owner", text)[0]):
        return _labelled("owner", text)[0], due
    for piece in filter(None, _BETWEEN.split(_by_parted(text))):
        name, is_owner = _labelled("owner", piece)
        day_text, _ = _labelled("due", piece)
        read = read_day(day_text, day, following) if dates else Read[date](None)
        if not due.typed and (read.value is not None or (dates and _is_like_a_date(day_text))):
            due = Due("", day_text, read)
        elif known(name) or (_is_name(name) and (is_owner or due.typed or (not is_apart and "," in text))):
            owner = f"{owner} and {name}" if owner else name
        else:
            return None
    return owner, due


def _by_parted(text: str) -> str:
    """`Amina by 30 Jan` as two pieces."""
    by = lexicon.either("sentences", "may_be_due")
    return re.sub(rf"(?<=\S)\s+(?=(?:{by})\s)", ", ", text, count=1, flags=re.IGNORECASE)


@cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.either('sentences', kind)})\s*(?::\s*|\s)", re.IGNORECASE)


def _labelled(kind: str, piece: str) -> tuple[str, bool]:
    """A piece without `owner:` or `due:` before it, and whether that was there."""
    bare = piece.strip(_EDGES)
    match = _label(kind).match(bare)
    return (bare[match.end() :].strip(" @"), True) if match else (bare.strip(" @"), False)


def _head(text: str, known: Known) -> tuple[str, str]:
    """Who stands before the verb or the colon, and what follows: `Amina to ring`, `Amina: ring`, `@amina ring`."""
    for pattern in (_said("promises"), _named()):
        match = pattern.match(text)
        if match is None:
            continue
        name = match[1].strip(" ,@")
        if _names_known(name, known) or (_is_name(name) and not _thing_follows(match[2])):
            return name, match[2]
    before, comma, after = text.partition(", ")
    if comma and known(before) and after[:1].islower():
        return before, after
    if (match := _passive().fullmatch(text)) and _names_known(match[2], known):
        return match[2], match[1]
    words = text.split()
    if text.startswith("@") and len(words) > 2:
        size = 2 if words[1][:1].isupper() else 1
        if known(name := " ".join(words[:size]).strip("@")):
            return name, " ".join(words[size:])
    return "", text


def _without(text: str) -> str:
    """A sentence without `it was agreed that` before it."""
    match = re.match(rf"(?:{lexicon.either('sentences', 'agreed_that')})\s+", text, re.IGNORECASE)
    rest = text[match.end() :] if match else text
    return rest if rest[:1].isupper() or rest[:1] == "@" else text


@cache
def _name() -> str:
    """A name in a sentence, of which a full stop is a part only after an initial or a title."""
    titles = "|".join(rf"(?<=\b(?i:{one}))\." for one in lexicon.spellings("before_names")["title"])
    return rf"(?:[^.:;!?|\n]|(?<=\b[^\W\d_])\.|{titles}){{2,70}}?"


@cache
def _said(verbs: str) -> re.Pattern[str]:
    verb = rf"(?:\s+(?:{lexicon.either('sentences', verbs)})|(?<=\w)['’]ll)"
    positive = rf"(?!(?:{lexicon.either('sentences', 'negated')})\b)"
    return re.compile(rf"({_name()})\s*,?{verb}\s+{positive}(\S.*)", re.IGNORECASE | re.DOTALL)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"({_name()})(?:\s*:|\s+[-–—]+|\s*[>→]+)\s+(\S.*)", re.DOTALL)


@cache
def _passive() -> re.Pattern[str]:
    done = lexicon.either("sentences", "done_by")
    return re.compile(rf"((?:.+ )?(?:{done}) .+) by (.+)", re.IGNORECASE | re.DOTALL)


@cache
def together() -> re.Pattern[str]:
    """What stands between two names."""
    return re.compile(rf"\s*(?:\+|&|,|/|\b(?:{lexicon.either('between_people', 'and')})\b)\s*")


def _names_known(text: str, known: Known) -> bool:
    return known(text) or any(known(name) for name in together().split(text) if name)


def _is_name(text: str) -> bool:
    """Whether words look like a name: capitals, and none that begins a sentence about something else."""
    words = text.split()
    not_names = lexicon.spellings("nobody")["nobody"]
    parts = [name for name in together().split(text) if name]
    begins = bool(words) and words[0].casefold() not in not_names
    return begins and all(_CAPITALISED.fullmatch(one) for one in parts)


def _thing_follows(rest: str) -> bool:
    """Whether what follows tells of a thing: `Letter to the council`, `Form to be sent`."""
    return rest.split()[0].casefold() in lexicon.spellings("nobody")["thing_follows"]
