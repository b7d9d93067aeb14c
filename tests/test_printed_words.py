"""No words that people read stand in the modules that print: they are in the language's file, or in a template."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.sources import tree
from tests.test_lexicon import MODULES, PACKAGE, whole

ROOMS = ("documents", "render", "metrics", "exporters")
PHRASE = re.compile(
    r"[A-Za-z’']{2,}[,;:.]? +[A-Za-z’']{2,}"
    r"|\0[,;:]? [A-Za-z’']{2,}|[A-Za-z’']{2,}[,;:]? \0|^,? ?[a-z]{2,} $|^ [a-z]{2,}"
)
"""Two words, a word beside what is filled in (`\\0`), or one with the space that joins it to another."""

SEEN_ELSEWHERE = {
    "documents/catalogue.py": "the help of the commands that print them, beside that of every other command",
    "documents/registry.py Subject": "a subject is asked for by it",
    "documents/registry.py OF_WHAT": "a subject is asked for by it",
    "documents/blueprint/learned.py ROLES": "keys of costs",
    "documents/synthesis/value.py build": "the beginning of names of figures",
    "documents/welcome.py TERMS": "names under which the glossary has its terms",
    "exporters/communities.py _status": "a word of the data, which the table of definitions explains",
    "exporters/written.py as_sqlite": "SQL",
    "metrics/equations/__init__.py ALONE": "reasons for whoever declares a figure",
    "metrics/pages.py": "the page of documentation that is made from the metrics, in Markdown",
    "render/conserving.py": "why a format is not made: an error",
    "render/drawings.py _troubles": "why a picture is not shown: an error",
    "render/docx_writer.py": "names of Word's styles",
    "render/docx_pen.py": "names of Word's styles",
    "render/given.py": "what Typst is given to draw",
    "render/lettering.py": "what the command says of letters that no font has",
    "render/pictures.py as_dots": "what Typst is given to draw",
    "render/reference.py": "names of Word's styles",
    "render/outside.py": "why a file of others is not opened: an error",
    "render/parse.py _Builder": "what is wrong with a template, for whoever writes it",
    "render/rules.py": "what is wrong with a page, for whoever writes its template",
    "render/templating.py": "what is wrong with a template, for whoever writes it",
}
"""Modules, or functions and values of them, with phrases that no page prints, each with what they are."""

NAMING = re.compile(r"metrics/(?!base|health|pages|thresholds)")
"""Modules that count. What they say is names of figures, which are data: no sentence, no capital, no full stop."""
NAME = re.compile(r"[a-z\0][^.:;!?“”]*")

def printed(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Each phrase that may be printed, with the function, class or value in which it stands."""
    for top in module.body:
        yield from ((named(top), text) for text in texts(top) if PHRASE.search(text))


def named(top: ast.stmt) -> str:
    """The name that a piece of a module gives."""
    if isinstance(top, ast.Assign | ast.AnnAssign):
        return ast.unparse(top.targets[0] if isinstance(top, ast.Assign) else top.target)
    return str(getattr(top, "name", ""))


def texts(node: ast.AST) -> Iterator[str]:
    """The texts of a piece of code: without docstrings, errors that are raised, expressions, markup and figures."""
    if isinstance(node, ast.Raise | ast.Assert):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call) and re.search(r"when_used$|re\.\w+$|\.figure$", ast.unparse(node.func)):
        return
    text = written(node)
    if text and not re.search(r'</|/>|="|://', text):
        yield text
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)):
            yield from texts(child)


def written(node: ast.AST) -> str:
    """The text of a node, with what is filled in as `\\0`."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def names(words: Any) -> Iterator[str]:
    """The keys of tables: names of figures behind their codes, and words of the data."""
    if isinstance(words, dict):
        for key, below in words.items():
            yield from (key, key[3:])
            yield from names(below)


PLACES = {path.relative_to(PACKAGE).as_posix(): path for path in MODULES}


@cache
def keys() -> set[str]:
    """Names of figures and words of the data."""
    counted = {text for place, path in PLACES.items() if NAMING.match(place) for _, text in printed(tree(path))}
    return {*names(whole("en")["print"]), *filter(NAME.fullmatch, counted)}


def found(place: str, module: ast.Module) -> list[tuple[str, str]]:
    """The phrases of a module that should stand in the language's file."""
    return [
        (f"{place} {where}", text)
        for where, text in printed(module)
        if re.sub(r"^[A-Z]\d ", "", text) not in keys() and not (NAMING.match(place) and NAME.fullmatch(text))
    ]


def test_no_words_that_are_printed_stand_in_the_code() -> None:
    rooms = {place: path for place, path in PLACES.items() if place.split("/")[0] in ROOMS}
    assert len(rooms) > 150, "the search saw too few modules"
    every = [one for place, path in rooms.items() for one in found(place, tree(path))]
    known = {place: {place, place.split(" ")[0]} & set(SEEN_ELSEWHERE) for place, _ in every}
    assert [one for one in every if not known[one[0]]] == []
    assert set(SEEN_ELSEWHERE) == set().union(*known.values()), "an exception that nothing needs any more"


@pytest.mark.parametrize(
    "source",
    [
        'def title(number): return f"{number} sessions held"',
        'def title(one): return "Not held yet"',
        'def title(many): return (" and ").join(many)',
        'WORDS = {"kept": "Kept by most"}',
        'def title(late): return f"Finished{\' too late\' if late else \'\'}"',
    ],
)
def test_words_in_code_are_found(source: str) -> None:
    assert found("documents/new.py", ast.parse(source))
    assert not found("metrics/new.py", ast.parse('make("with guests")'))
    assert found("metrics/new.py", ast.parse('make("Too few to say.")'))
