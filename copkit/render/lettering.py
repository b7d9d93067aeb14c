"""Letters that no font has: in a PDF a mark stands for them, so that one of them never stops a document."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from unicodedata import category, name, normalize

from copkit.patterns import when_used
from copkit.render.letters import fonts_of
from copkit.render.meta import Meta
from copkit.render.nodes import HEADINGS, Node
from copkit.render.parse import parse
from copkit.render.places import OTHER_FONTS
from copkit.render.typesetting import font_folders

#: What our own fonts may lack; the letters of nearly every page are others.
RARE = when_used(r"[^\x00-\u017f\u2010-\u2026\u20ac]")
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_HIDDEN = frozenset({"Cf", "Cc"})

Fonts = tuple[frozenset[str], ...]


class Setting(NamedTuple):
    """The folders of fonts that a document needs, and what puts marks into its texts and its drawings."""

    folders: tuple[Path, ...]
    say: Callable[[str], str] = str
    draw: Callable[[str], str] = str


def setting(body: Node, meta: Meta, own: Path | None) -> Setting:
    """How a document is set: with our own fonts alone, unless it has letters that are rare."""
    folders = font_folders(own)
    text = "\n".join(text.said for text in _texts(body, meta))
    if not RARE.search(text):
        return Setting(folders)
    if not _is_plain(text, fonts_of(folders)) and any(lacking(text, fonts_of(folders))):
        folders = (folders[0], OTHER_FONTS, *folders[1:])
    fonts = fonts_of(folders)
    return Setting(folders, lambda said: marked(said, fonts), lambda said: marked(plain(said), fonts, alone=True))


def warning(page: str, meta: Meta, own: Path | None) -> str:
    """What is to be said of the letters that a page's PDF lacks, in one sentence; nothing where it has all."""
    if not RARE.search(page + meta.footer):
        return ""
    return _said(parse(page), meta, own)


def _said(body: Node, meta: Meta, own: Path | None) -> str:
    found: dict[str, str] = {}
    folders = font_folders(own)
    fonts = fonts_of((folders[0], OTHER_FONTS, *folders[1:]))
    for place, said, alone in _texts(body, meta):
        for one in lacking(said, fonts, alone) if RARE.search(said) else ():
            found.setdefault(one, place)
    seen = [one for one in found if mark(one)]
    if not seen:
        return ""
    first, others = seen[0], len(seen) - 1
    where = f", under “{found[first]}”" if found[first] else ""
    more = f" So it is with {others} more of its characters." if others else ""
    return (
        f"no font for the PDF has “{first}” ({_codes(first)}){where}: it is printed as {mark(first)}.{more}"
        " Put a font that has it in templates/fonts/, or make HTML or Word instead."
    )


def lacking(text: str, fonts: Fonts, alone: bool = False) -> Iterator[str]:
    """Each letter, with the signs that belong to it, that no font has as a whole; in a drawing it must be alone."""
    return (one for one in _clusters(text) if not _is_had(one, fonts, alone))


def marked(text: str, fonts: Fonts, alone: bool = False) -> str:
    """A text with marks instead of what no font has; neighbours in one script share one."""
    if _is_plain(text, fonts):
        return text
    parts = groupby(_clusters(text), key=lambda one: "" if _is_had(one, fonts, alone) else _kind(one))
    return "".join("".join(run) if not kind else mark("".join(run)) for kind, run in parts)


def _is_plain(text: str, fonts: Fonts) -> bool:
    """Whether each rare letter stands by itself and some font has it, as on nearly every page: quick to see."""
    return all(
        any(one in font for font in fonts) and one not in _JOINERS and category(one)[0] != "M"
        for one in set(RARE.findall(text))
    )


def mark(run: str) -> str:
    """What stands for letters: a symbol's name, or a script's with the numbers of its letters."""
    shown = [one for one in run if not _is_hidden(one)]
    if not shown:
        return " " if any(category(one)[0] == "Z" for one in run) else ""
    script = _script(shown[0])
    if script:
        return f"[{script} {_codes(''.join(shown))}]"
    return "".join(f"[{name(one, '').lower() or _codes(one)}]" for one in shown)


def plain(text: str) -> str:
    """A text for a drawing, in which Typst sets a letter and its signs only where they are one."""
    if not RARE.search(text):
        return text
    return "".join(one for one in normalize("NFC", text) if not _is_choice(one))


class _Text(NamedTuple):
    """A text that is set, the heading that it stands under, and whether it is a drawing's."""

    place: str
    said: str
    alone: bool = False


def _texts(body: Node, meta: Meta) -> Iterator[_Text]:
    """Every text that is set."""
    yield from (_Text("", text) for text in (meta.title, meta.community, meta.author, meta.footer_line))
    under = ""
    for node in body.walk():
        if node.tag in HEADINGS:
            under = node.text()
        if node.tag == "svg":
            yield _Text(under, plain(node.source()), alone=True)
        else:
            yield from (_Text(under, child) for child in node.children if isinstance(child, str))


def _clusters(text: str) -> Iterator[str]:
    whole = ""
    for letter in text:
        if whole and letter > "\u02ff" and (letter in _JOINERS or category(letter)[0] == "M"):
            whole += letter
        else:
            yield from filter(None, (whole,))
            whole = letter
    yield from filter(None, (whole,))


def _is_had(cluster: str, fonts: Fonts, alone: bool) -> bool:
    """Whether the first font that has its letter has all of it; a line's end is no letter."""
    first, others = cluster[0], cluster[1:]
    if first in "\n\t\r":
        return True
    font = next((font for font in fonts if first in font), frozenset[str]())
    return first in font and not (others and alone) and all(one in font or _is_hidden(one) for one in others)


def _is_hidden(letter: str) -> bool:
    """Whether it shows nothing: a space, a joiner, or a choice of how another looks."""
    kind = category(letter)
    return kind in _HIDDEN or kind[0] == "Z" or _is_choice(letter)


def _is_choice(letter: str) -> bool:
    """Whether it chooses how the letter before it looks."""
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0000" <= letter <= "\U000e0fff"


def _kind(cluster: str) -> str:
    return _script(cluster[0]) or cluster


def _script(letter: str) -> str:
    """The script of a letter, by the first word of its name; nothing for a symbol."""
    if category(letter)[0] not in "LM":
        return ""
    first = name(letter, "unknown").split()[0].split("-")[0]
    return first if first == "CJK" else first.capitalize()


def _codes(run: str) -> str:
    return " ".join(f"U+{ord(one):04X}" for one in run)
