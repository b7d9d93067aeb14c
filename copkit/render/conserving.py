"""No format may lose a word: what a document says, word by word, against what a format of it says."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from copkit.patterns import when_used
from copkit.render.lines import PAPER_ONLY
from copkit.render.nodes import FLOW, TEXT, Node
from copkit.render.problems import DocumentProblem

_PIECE = when_used(r"\w+|[^\w\s\u200b-\u200d\u00ad\ufe00-\ufe0f]")
#: Markdown's own signs, and what it escapes.
_SIGN = when_used(r"\\([^\w\s]|_)|[*<>\[\]]")
_SPACE = when_used(r"[\s\u200b\u00ad]+")
#: A word so long may be broken in print.
_LONG = 5
#: What each format leaves out by its nature: paper what is for the screen, plain formats what is for paper.
_LEFT_OUT = {"pdf": frozenset({"screen-only"}), "docx": frozenset({"screen-only"})}
_NAMES = {"pdf": "PDF", "docx": "Word file", "md": "Markdown", "txt": "text"}


class Lost(NamedTuple):
    """A word that a format lacks, and the beginning of the block that it is of."""

    word: str
    block: str


def require_all(body: Node, said: str, form: str, say: Callable[[str], str] = str) -> None:
    """Raise DocumentProblem where a format lacks a word of the document; `say` is how the format says a text."""
    if gone := lost(body, said, form, say):
        raise would_lose(form, gone)


def would_lose(form: str, gone: Lost) -> DocumentProblem:
    """What is to be said of a word that a format would lose."""
    return DocumentProblem(
        f"the {_NAMES[form]} would lose “{gone.word}” of “{gone.block}”: print another format, or say it shorter"
    )


def lost(body: Node, said: str, form: str, say: Callable[[str], str] = str) -> Lost | None:
    """The first word that a format lacks of the block of which it lacks most; None where it says all."""
    runs = [say(node.text()) for node in _runs(body, form)]
    needed = Counter(piece for run in runs for piece in _PIECE.findall(run))
    there = Counter(_PIECE.findall(_SIGN.sub(lambda sign: sign[1] or "", said) if form == "md" else said))
    lacking = needed - there
    if form in ("md", "txt") and lacking and not _apart(body, form) - there:
        return None  # an address stands behind a link, within a word
    if form == "pdf" and lacking:
        del lacking["-"]  # at the end of a line it is not always read back
        lacking -= Counter({piece: lacking[piece] for piece in _only_broken(lacking, runs, said)})
    if not lacking:
        return None
    worst = max(runs, key=lambda run: len(lacking.keys() & _PIECE.findall(run)))
    return of_block(next(piece for piece in _PIECE.findall(worst) if piece in lacking), worst)


def _only_broken(lacking: Counter[str], runs: list[str], said: str) -> Iterator[str]:
    """The pieces that are there and end on another line than they begin: of long words, or of whole blocks."""
    times, words, flat = Counter(map(_flat, runs)), Counter(said.split()), _flat(said)
    for piece in lacking:
        holding = [run for run in runs if piece in run]
        whole = all(flat.count(_flat(run)) >= times[_flat(run)] for run in holding)
        needed = Counter(word for run in holding for word in run.split() if piece in word)
        if whole or all(
            words[word] >= count or (len(word) > _LONG and flat.count(_flat(word)) >= count)
            for word, count in needed.items()
        ):
            yield piece


def _apart(body: Node, form: str) -> Counter[str]:
    """The pieces of the document, those of links by themselves."""
    return Counter(piece for node in _runs(body, form) for piece in _PIECE.findall(_spaced(node)))


def _spaced(node: Node) -> str:
    said = "".join(child if isinstance(child, str) else _spaced(child) for child in node.children)
    return f" {said} " if node.tag in ("a", "br") else said


def _flat(text: str) -> str:
    return _SPACE.sub("", text)


def of_block(word: str, text: str) -> Lost:
    """A word with the beginning of its block."""
    words = text.split()
    return Lost(word, " ".join(words[:8]) + ("…" if len(words) > 8 else ""))


def _runs(node: Node, form: str) -> Iterator[Node]:
    """Every block that holds a run of text, without what the format leaves out."""
    if not _LEFT_OUT.get(form, PAPER_ONLY).isdisjoint(node.classes):
        return
    if form == "pdf" and "contents" in node.classes:  # it is written anew, with pages
        return
    if node.tag in TEXT | FLOW and not node.blocks:
        yield node
    for child in node.nodes if node.blocks else ():
        yield from _runs(child, form)
