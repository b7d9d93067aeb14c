"""Sentences over values: every form of every sentence, over every kind of value."""

import ast
import re
from itertools import product

import pytest

from copkit import lexicon
from copkit.documents.saying import FORMS, Forms, capital, every, few, stopped
from copkit.metrics.value import HIDDEN, Value, amount_of
from tests.sources import nodes
from tests.test_lexicon import MODULES

NUMBERS = (None, 0, 1, 2, 5, 12)
OWN = dict.fromkeys(("name", "place", "what", "title", "named", "date", "line", "more", "least"), "Home First")


def sentences() -> list[str]:
    """The keys of all sentences of the package, as the code asks for them."""
    return sorted(
        {
            ast.literal_eval(node.args[0])
            for path in MODULES
            for node in nodes(path)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Forms" and node.args
        }
    )


def values() -> list[Value]:
    """The product of what can be counted of how many, seen and hidden; and what is not asked or not yet."""
    found = [HIDDEN, Value("none yet", why="no session has been held yet"), Value("not asked")]
    for n, d in product(NUMBERS, NUMBERS):
        if n is None:
            found.append(Value("unknown", why="who came was not written down"))
        elif d is None or n <= d:
            found += [amount_of(n, d), HIDDEN]
    return [*found, Value("number", 0.35, about=True), amount_of(2, high=5), amount_of(2.5)]


WRONG = re.compile(
    r"\b(none|null|nan|people people|all (one|two)|all no|\d+ of 0|git|hidden:)\b|[{}\0]|  |\.\.|\ball of \d", re.I
)
MANY = "people|actions|meetings|forms|organisations|members|places|links|questions|answers|connections"
ONE_OF_MANY = re.compile(rf"\b(1|one) ({MANY})\b", re.I)


def test_the_search_sees_the_sentences() -> None:
    assert "sentences.came" in sentences()


@pytest.mark.parametrize("key", sentences())
def test_every_kind_of_value_has_a_whole_sentence(key: str) -> None:
    forms = Forms(key)
    for value in values():
        said = forms(value, **OWN)
        assert said and not said[0].islower() and said[-1] in ".?!”)" and not WRONG.search(said), (value, said)
        assert not ONE_OF_MANY.search(re.sub(r"\d+ of (1|one)\b", "", said)), (value, said)
        assert "%" not in said or value.about or (value.of or 0) >= 10, (value, said)
        assert forms.parts(value, **OWN).text == said, value


def test_kinds_are_told_apart() -> None:
    came = Forms("sentences.came")
    assert came(amount_of(0)) == "Nobody has come yet."
    assert came(amount_of(1)) == "One person came."
    assert came(amount_of(2)) == "Two people came."
    assert came(amount_of(1234)) == "1,234 people came."
    assert came(amount_of(0, 1)) == "The one person on the list did not come."
    assert came(amount_of(8, 14)) == "8 of 14 people on the list came (57%)."
    assert came(amount_of(8, 9)) == "8 of 9 people on the list came."
    assert came(amount_of(0, 12)) == "0 of 12 people on the list came."
    assert came(amount_of(2, 2)) == "Both people on the list came."
    assert came(amount_of(14, 14)) == "All 14 people on the list came."
    assert came(amount_of(0, 0)) == "Nobody was expected yet."
    assert came(Value("unknown", why="nobody wrote it down")) == "Who came is not on record: nobody wrote it down."
    assert came(HIDDEN).startswith("How many people came is not shown")
    assert came.parts(amount_of(8, 14)) == ("", "8 of 14", " people on the list came (57%).")


def test_a_missing_form_is_refused_whichever_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    words = dict(lexicon.table("sentences.came"))
    for form in sorted(FORMS):
        short = {name: text for name, text in words.items() if name != form}
        monkeypatch.setattr(lexicon, "table", lambda _, short=short: short)
        with pytest.raises(KeyError, match=form):
            Forms("sentences.came")(amount_of(3))


def test_small_numbers_are_words() -> None:
    assert [few(number) for number in (0, 3, 10, 2.5, 1200)] == ["no", "three", "10", "2.5", "1,200"]
    assert (every(2), every(3), every(12)) == ("both", "all three", "all 12")
    assert (capital("“we met"), stopped("Yes"), stopped("“Yes.”"), stopped("")) == ("“We met", "Yes.", "“Yes.”", "")
