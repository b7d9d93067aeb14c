"""White space, settled as a browser would: single spaces in runs of text, none around blocks."""

from collections.abc import Iterable

from copkit.patterns import when_used
from copkit.render.nodes import INLINE, Node

#: What HTML takes for white space; a no-break space is a letter.
SPACE = when_used(r"[ \t\r\n\f]+")


def is_block(child: "Node | str") -> bool:
    """Whether a child is a block, rather than part of a run of text."""
    return isinstance(child, Node) and child.tag not in INLINE


def paragraphs(children: Iterable["Node | str"]) -> list["Node | str"]:
    """Blocks as they are, and each run of text between them as a paragraph."""
    done: list[Node | str] = []
    run: list[Node | str] = []
    for child in [*children, None]:
        if child is None or is_block(child):
            if text := collapse(run):
                line = next((part.line for part in run if isinstance(part, Node)), 0)
                done.append(Node("p", {}, tuple(text), line))
            run = []
            if child is not None:
                done.append(child)
        else:
            run.append(child)
    return done


def collapse(children: Iterable["Node | str"]) -> list["Node | str"]:
    """A run of text with single spaces, and none at either end."""
    done, _ = _squeeze(children, spaced=True)
    return _trim(done)


def _squeeze(children: Iterable["Node | str"], *, spaced: bool) -> tuple[list["Node | str"], bool]:
    """Single spaces throughout; `spaced` says that a space (or the start) has just been passed."""
    done: list[Node | str] = []
    for child in children:
        if isinstance(child, str):
            text = SPACE.sub(" ", child)
            text = text[1:] if spaced and text.startswith(" ") else text
            if text:
                done.append(text)
                spaced = text.endswith(" ")
        elif child.tag == "br":
            done = [*_trim(done), child]
            spaced = True
        else:
            inner, spaced = _squeeze(child.children, spaced=spaced)
            done.append(Node(child.tag, child.attributes, tuple(inner), child.line))
    return done, spaced


def _trim(run: list["Node | str"]) -> list["Node | str"]:
    """A run without white space at its end."""
    while run:
        last = run[-1]
        if isinstance(last, Node):
            if last.tag != "br":
                inner = tuple(_trim(list(last.children)))
                run[-1] = Node(last.tag, last.attributes, inner, last.line)
            return run
        if text := last.rstrip(" \t\r\n\f"):
            run[-1] = text
            return run
        run.pop()
    return run
