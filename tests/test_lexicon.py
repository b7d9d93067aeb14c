"""The files of languages: well formed, whole, asked for word by word; and no table of words stands elsewhere."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from copkit import lexicon
from tests.sources import nodes, tree

PACKAGE = Path(lexicon.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LANGUAGES = sorted(path.stem for path in lexicon.FOLDER.glob("*.yaml"))
ASKS = {
    "text": lexicon.text, "table": lexicon.table, "lines": lexicon.lines, "pairs": lexicon.pairs,
    "groups": lexicon.groups, "plural": lexicon.lines,
}  # fmt: skip
READS = {"spellings", "meanings", "either"}


class Language(BaseModel):
    """A file of a language."""

    model_config = ConfigDict(extra="forbid")
    read: dict[str, dict[str, list[str]]]
    print: dict[str, dict[str, Any]] = {}


@cache
def whole(language: str) -> Any:
    """A file, parsed in one piece."""
    return yaml.load((lexicon.FOLDER / f"{language}.yaml").read_bytes(), yaml.BaseLoader)  # noqa: S506 - text alone


# --- The files -------------------------------------------------------------------------------------------


def test_every_file_is_a_language() -> None:
    assert {"en", "de", "fr", "es", "nl", "it", "cy"} <= set(LANGUAGES)
    for language in LANGUAGES:
        made = Language.model_validate(whole(language))
        assert made.read and bool(made.print) == (language == "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_is_in_small_letters_and_stands_once(language: str) -> None:
    for topic, meanings in whole(language)["read"].items():
        for meaning, words in meanings.items():
            assert words and len(set(words)) == len(words), (topic, meaning)
            if not topic.startswith("wordings"):
                assert all(word == word.casefold() and word.strip() for word in words), (topic, meaning)


def test_other_languages_say_more_of_what_english_knows() -> None:
    english = whole("en")["read"]
    for language in LANGUAGES:
        for topic, meanings in whole(language)["read"].items():
            assert set(meanings) <= set(english[topic]), (language, topic)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_that_is_cut_out_is_what_the_whole_file_says(language: str) -> None:
    for part, topics in whole(language).items():
        for topic, words in topics.items():
            assert listed(lexicon._topic(language, part, topic)) == words


def listed(words: Any) -> Any:
    """The same with lists for tuples."""
    if isinstance(words, dict):
        return {name: listed(one) for name, one in words.items()}
    return words if isinstance(words, str) else [listed(one) for one in words]


def test_no_text_is_empty_or_has_spaces_around_it() -> None:
    seen = [text for topic in whole("en")["print"].values() for text in texts(topic)]
    assert len(seen) > 500
    assert [text for text in seen if not text or text != text.strip()] == []


def texts(words: Any) -> Iterator[str]:
    """Every text below a key."""
    if isinstance(words, str):
        yield words
    else:
        for one in words.values() if isinstance(words, dict) else words:
            yield from texts(one)


# --- The code --------------------------------------------------------------------------------------------


class Call(NamedTuple):
    """A call that asks for words: where, how, for which keys, and the slots that it fills."""

    path: Path
    ask: str
    keys: list[str]
    slots: set[str | None]


@cache
def calls() -> tuple[Call, ...]:
    """Every call of the lexicon in the package, and of the `Words` that a module names."""
    asking = (path for path in MODULES if "lexicon" in path.read_text(encoding="utf-8"))
    return tuple(call for path in asking for call in calls_in(path))


def calls_in(path: Path) -> Iterator[Call]:
    """Those of a module."""
    names = {"lexicon": ""} | dict(named(tree(path)))
    for part in tree(path).body:
        given = assigned(part)
        for node in (node for node in ast.walk(part) if isinstance(node, ast.Call)):
            name, _, ask = ast.unparse(node.func).partition(".")
            if name in names and (ask or names[name]) and ask in ("", *ASKS, *READS):
                keys_ = [names[name] + key for key in keys(node.args[0], given)]
                yield Call(path, ask or "text", keys_, {one.arg for one in node.keywords})


def named(module: ast.Module) -> Iterator[tuple[str, str]]:
    """The names that a module gives to words of its own, and where these stand."""
    for node in module.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("lexicon.Words("):
            assert isinstance(node.value, ast.Call)
            yield ast.unparse(node.targets[0]), f"{ast.literal_eval(node.value.args[0])}."


def assigned(part: ast.stmt) -> dict[str, list[ast.expr]]:
    """What is given a name within a part of a module, where it may be one of two texts."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(part):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.IfExp):
            found.setdefault(ast.unparse(node.targets[0]), []).append(node.value)
    return found


def keys(node: ast.expr, given: dict[str, list[ast.expr]]) -> list[str]:
    """The keys that an argument may be: one, or either of two, also where a name was given to them."""
    if isinstance(node, ast.Name) and node.id in given:
        return [key for value in given[node.id] for key in keys(value, {})]
    if isinstance(node, ast.IfExp):
        return keys(node.body, given) + keys(node.orelse, given)
    return [str(node.value)] if isinstance(node, ast.Constant) else []


def test_every_key_that_is_asked_for_is_there_with_the_slots_that_are_filled() -> None:
    seen = 0
    for call in calls():
        for key in call.keys:
            seen += 1
            if call.ask in READS:
                assert lexicon.spellings(key), key
                continue
            found = ASKS[call.ask](key)
            if call.ask == "plural":
                one, more = found
                assert slots({one, more}) <= call.slots | {"number"}, (call.path, key)
            elif isinstance(found, str):
                assert slots({found}) <= call.slots, (call.path, key)
        if call.ask in ("text", "plural") and call.keys:
            used = slots(set(texts([ASKS[call.ask](key) for key in call.keys])))
            assert call.slots <= used | ({"number"} if call.ask == "plural" else set()), (call.path, call.keys)
    assert seen > 400, "the reader of calls has gone blind"


def slots(found: set[str]) -> set[str]:
    """What is filled in in texts."""
    return {slot for text in found for _, slot, _, _ in Formatter().parse(text) if slot}


def asked() -> set[str]:
    """Every text of the code that may be a key; where the words of a module stand is none."""
    places = {key.removesuffix(".") for path in MODULES for _, key in named(tree(path))}
    return {
        node.value
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w.]+", node.value)
    } - places


def leaves(words: Any, path: str) -> Iterator[str]:
    """The keys of texts and lists below a key."""
    if isinstance(words, dict):
        for name, one in words.items():
            yield from leaves(one, f"{path}.{name}")
    else:
        yield path


def test_every_text_is_asked_for() -> None:
    used = {key for call in calls() if call.ask not in READS for key in call.keys}
    used |= {key for key in asked() if "." in key}
    every = [leaf for topic, words in whole("en")["print"].items() for leaf in leaves(words, topic)]
    assert len(every) > 300
    assert [leaf for leaf in every if not used & above(leaf)] == []


def above(leaf: str) -> set[str]:
    """A key and those above it: a table is asked for as a whole."""
    parts = leaf.split(".")
    return {".".join(parts[:size]) for size in range(1, len(parts) + 1)}


def test_every_topic_that_is_read_is_asked_for() -> None:
    used = {key for call in calls() if call.ask in READS for key in call.keys}
    assert set(whole("en")["read"]) == used


def test_a_key_that_is_not_there_is_an_error() -> None:
    for ask in (lexicon.text, lexicon.table, lexicon.lines, lexicon.pairs, lexicon.groups):
        with pytest.raises(KeyError, match=r"dates\.nothing"):
            ask("dates.nothing")
    with pytest.raises(KeyError, match="no_such_topic"):
        lexicon.spellings("no_such_topic")
    with pytest.raises(KeyError, match="is not a table"):
        lexicon.table("dates.am")
    with pytest.raises(KeyError, match="is not one text"):
        lexicon.text("dates.months")


def test_what_agrees_with_a_number_has_two_forms() -> None:
    assert [lexicon.plural("dates.hours", number) for number in (0, 1, 2, 1200)] == [
        "0 hours", "1 hour", "2 hours", "1,200 hours",
    ]  # fmt: skip
    assert lexicon.Words("dates").plural("minutes", 1, number="one") == "one minute"


def test_words_are_listed_with_an_and_before_the_last() -> None:
    for words, said in (("", ""), ("a", "a"), ("ab", "a and b"), ("abc", "a, b and c")):
        assert lexicon.listed(words) == said
    assert lexicon.listed(["a", "", "c"]) == "a and c"


# --- Another language ------------------------------------------------------------------------------------

ELVISH = """\
read:
  months:
    june: [nárië, nár]
  weekdays:
    tuesday: [aldúya]
  keywords:
    action: [cardë]
  report_headers:
    name: [essë]
  form_words:
    "yes": [ná]
"""
ASK = """\
from datetime import date
from pathlib import Path
from copkit import lexicon
lexicon.FOLDER = Path({folder!r})
from copkit.capture import promise, read_lines
from copkit.dates import parse_pattern, read_date, read_month, say_day
from copkit.importers.columns import fields_of
from copkit.importers.form import normal
assert read_month("Nárië").value == 6
assert read_date("9 nár 2026").value == date(2026, 6, 9)
assert parse_pattern("second Aldúya").value == (2, 1, 0)
[line] = read_lines("Cardë: Rosa | write to Bill | 30 nárië")
assert line.kind == "action"
assert promise(line, date(2026, 6, 9), None).due == date(2026, 6, 30)
assert fields_of(["Essë", "Duration"], {{}}) == {{"name": 0, "minutes": 1}}
assert normal("met_someone", "Ná") == "yes"
assert say_day(date(2026, 6, 9)) == "Tuesday 9 June 2026"
"""


def test_a_file_more_is_a_language_more_that_is_read(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(lexicon.FOLDER, tmp_path / "languages"))
    script = ASK.format(folder=str(folder))
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=120).returncode == 1
    (folder / "qya.yaml").write_text(ELVISH, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr


# --- No table of words elsewhere -------------------------------------------------------------------------

ROOMS = ("documents", "dates", "capture", "importers", "render", "metrics", "calendars", "exporters")
MOST = 2
"""A module's own table may hold so many phrases."""
TABLES = {
    "calendars/zones.py _AREAS": "the first words of the world's names of zones",
    "documents/catalogue.py DOCUMENTS": "the help of the commands that print them",
    "documents/welcome.py TERMS": "names under which the glossary has its terms",
    "documents/synthesis/value.py _INDICATORS": "codes and labels of figures",
    "metrics/feedback.py ITEMS": "labels of figures",
    "render/docx_writer.py STYLES": "names of Word's styles",
    "render/reference.py PARAGRAPHS": "names of Word's styles",
}


def phrases(node: ast.AST) -> list[str]:
    """What in a value people may read: words with a space between them, or one with a capital."""
    every = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))
    return [text for text in every if re.search(r"[A-Za-z]+ [A-Za-z]{2,}|^[A-Z][a-z]{2,}[.,:?]?$", text)]


def tables(module: ast.Module) -> Iterator[tuple[str, int]]:
    """The names of a module's own values, and how many phrases each holds."""
    for node in module.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            name = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            if name != "__all__":
                yield name, len(phrases(node.value))


def test_no_table_of_words_stands_in_the_code() -> None:
    seen, found = 0, set()
    for path in MODULES:
        room = path.relative_to(PACKAGE).parts[0]
        if room in ROOMS:
            seen += 1
            found |= {
                f"{path.relative_to(PACKAGE).as_posix()} {name}" for name, size in tables(tree(path)) if size > MOST
            }
    assert seen > 180, "the search saw too few modules"
    assert found == set(TABLES)


@pytest.mark.parametrize(
    "source",
    [
        'WORDS = {"a": "A story", "b": "A local count", "c": "Before and after"}',
        'WORDS: tuple[str, ...] = ("Kept", "Partly kept", "Not kept")',
        'ROWS = (Row("What works", 3), Row("What is hard", 3), Row("Asks and offers", 2))',
    ],
)
def test_a_table_of_words_is_found(source: str) -> None:
    [(_, size)] = tables(ast.parse(source))
    assert size > MOST
