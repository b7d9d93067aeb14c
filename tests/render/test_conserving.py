"""Not a word is lost: the judge says which word of which block, and what may be tall is free to break."""

import json
from typing import Any

import pytest

from copkit import render
from copkit.render.conserving import lost
from copkit.render.for_typst import Tree
from copkit.render.heights import is_tall
from copkit.render.lettering import Setting
from copkit.render.paging import pages, words_of
from copkit.render.places import FONTS, builtin
from tests.render.demo import META
from tests.render.helpers import page

WORDS = "Somebody said this at the meeting and nobody wrote down who it was, so it stands here. "


def table(rows: int, text: str, columns: int = 2, kind: str = "") -> str:
    head = "".join(f'<th scope="col">H{number}</th>' for number in range(columns))
    body = "".join(f"<tr>{f'<td>{text}</td>' + '<td>x</td>' * (columns - 1)}</tr>" for _ in range(rows))
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


KINDS: dict[str, Any] = {
    "a voice": lambda times: f'<div class="panel voice"><p>{WORDS * times}</p></div>',
    "a panel": lambda times: f'<div class="panel"><ul>{f"<li>{WORDS}</li>" * times}</ul></div>',
    "kept together": lambda times: f'<div class="avoid-break"><ul>{f"<li>{WORDS}</li>" * times}</ul></div>',
    "cards": lambda times: f'<div class="cards"><div><p>{WORDS * times}</p></div><div><p>x</p></div></div>',
    "a short table": lambda times: table(4, WORDS * times),
    "a whole table": lambda times: table(12, WORDS[: 4 * times], kind="whole"),
    "a narrow column": lambda times: table(1, WORDS * times, columns=9),
    "numbers in a strip": lambda times: table(1, WORDS * times, kind="strip"),
    "a foot": lambda times: f"<footer><p>{WORDS * times}</p></footer>",
    "facts": lambda times: f'<dl class="facts"><dt>Said</dt><dd>{WORDS * times}</dd></dl>',
    "a head of a table": lambda times: table(1, "x").replace("H1", WORDS * min(times, 12)),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("times", [9, 60])
def test_a_block_of_any_length_is_on_the_paper(kind: str, times: int) -> None:
    tree = render.tree(page(f"<p>First</p>{KINDS[kind](times)}<p>Last</p>"))
    assert lost(tree, words_of(render.pdf(tree, META), 60), "pdf") is None


@pytest.mark.parametrize("kind", ["a voice", "kept together", "cards", "a short table", "a whole table"])
def test_what_is_kept_on_one_page_fits_half_of_it(kind: str) -> None:
    """The longest that is kept is set by itself: two of them stand on a page, with their heading."""
    longest = max(times for times in range(1, 40) if not kept_free(KINDS[kind](times)))
    tree = render.tree(page(KINDS[kind](longest) + KINDS[kind](longest)))
    assert pages(render.pdf(tree, META)) <= 2
    assert kept_free(KINDS[kind](40))


def kept_free(block: str) -> bool:
    """Whether a block is told that it may break."""
    return '"tall": true' in json.dumps(Tree({}, Setting((FONTS,))).plain(render.tree(page(block))))


def test_our_stylesheet_keeps_nothing_together_but_what_is_known_to_be_short() -> None:
    lines = [line for line in (builtin() / "document.typ").read_text().splitlines() if "breakable:" in line]
    assert len(lines) > 5
    kept = [line for line in lines if "tall" not in line]
    drawing = "  show figure: set block(breakable: false, above: 1.1em, below: 0.9em)"
    assert kept == [drawing], "which is one piece, and never taller than a page"


def test_typst_itself_says_which_block_ran_off_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copkit.render.for_typst.is_tall", lambda *_: False)
    tree = render.tree(page(KINDS["kept together"](60)))
    with pytest.raises(render.DocumentProblem, match=r"would lose “here\.” of “Somebody said this at the meeting"):
        render.pdf(tree, META)


@pytest.mark.parametrize(("form", "name"), [("docx", "Word file"), ("md", "Markdown"), ("txt", "text")])
def test_a_format_that_leaves_a_block_out_is_refused(form: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = page("<p>All is well.</p><ul><li>A line that goes astray.</li></ul>")
    assert render.FORMATS[form](made, META)
    monkeypatch.setattr("copkit.render.docx_writer.Writer.items", lambda *_: None)
    monkeypatch.setattr("copkit.render.as_markdown._items", lambda *_: "")
    monkeypatch.setattr("copkit.render.as_text._items", lambda *_: [""])
    with pytest.raises(render.DocumentProblem, match=f"the {name} would lose “A” of “A line that goes astray"):
        render.FORMATS[form](made, META)


def test_a_word_that_stands_twice_must_be_there_twice() -> None:
    tree = render.tree(page("<p>one two</p><p>two three</p>"))
    gone = lost(tree, "Title one two three", "txt")
    assert gone is not None and gone.word == "two"
    assert lost(tree, "Title one two two three", "txt") is None


def test_a_long_word_that_is_broken_in_print_is_no_loss() -> None:
    tree = render.tree(page("<p>Donaudampfschifffahrt begins</p>"))
    assert lost(tree, "Title Donaudampf\nschifffahrt begins", "pdf") is None
    assert lost(tree, "Title Donaudampf\nschiff begins", "pdf") is not None


def test_a_guess_of_height_grows_with_what_is_said() -> None:
    short, long = (render.tree(page(f"<p>{WORDS * times}</p>")) for times in (3, 60))
    assert (is_tall(short), is_tall(long)) == (False, True)


def test_the_lines_at_the_end_of_a_document_stay_on_one_page() -> None:
    names = ("Community", "Date", "By", "For", "To")
    rows = "".join(f"<dt>{name}</dt><dd>Communities of Practice</dd>" for name in names)
    assert not kept_free(f'<footer><dl class="control">{rows}</dl></footer>')
    assert kept_free(f'<footer><dl class="control">{rows * 4}</dl></footer>')
