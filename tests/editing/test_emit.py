"""Plain data as YAML that reads back as it was."""

import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from copkit.editing.emit import as_read, emit, flow
from copkit.editing.refused import Refused
from copkit.visible import HIDDEN_IN_VALUE
from copkit.yamlfile import read


def test_a_scaffold_looks_as_if_it_was_typed() -> None:
    plan = {
        "date": dt.date(2026, 6, 9),
        "start": dt.time(14),
        "theme": "Frailty: what works?",
        "venue": {"name": "Leigh Library", "rooms": []},
        "speaker": None,
        "sessions": 10,
        "publish": True,
        "agenda": [{"minutes": 3, "what": "Welcome", "say": "One\nTwo\n"}, "close", [1, "1"]],
        "phone": "01612345670",
    }
    assert emit(plan) == (
        "date: 2026-06-09\n"
        'start: "14:00"\n'
        'theme: "Frailty: what works?"\n'
        "venue:\n"
        "  name: Leigh Library\n"
        "  rooms: []\n"
        "speaker:\n"
        "sessions: 10\n"
        "publish: yes\n"
        "agenda:\n"
        "  - minutes: 3\n"
        "    what: Welcome\n"
        "    say: |\n"
        "      One\n"
        "      Two\n"
        "  - close\n"
        "  - - 1\n"
        '    - "1"\n'
        'phone: "01612345670"\n'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, and (more)", "plain words, and (more)"),
        ("O'Neill & Sons", "O'Neill & Sons"),
        ("a: b", '"a: b"'),
        ("a #1", '"a #1"'),
        ("#tag", '"#tag"'),
        ("@Amina", '"@Amina"'),
        ("ends:", '"ends:"'),
        ("- x", '"- x"'),
        (" x ", '" x "'),
        ("", '""'),
        ("NO", '"NO"'),
        ("null", '"null"'),
        ("10:00", '"10:00"'),
        ("1.10", '"1.10"'),
        ("8E100", '"8E100"'),
        ('say "so" \\', 'say "so" \\'),
        ('"so" \\ it', '"\\"so\\" \\\\ it"'),
        ("2026-01-06", "2026-01-06"),
        ("a\tb", '"a\\tb"'),
    ],
)
def test_quotes_where_they_are_needed(text: str, written: str) -> None:
    assert emit({"key": text}) == f"key: {written}\n"


TEXTS = st.text(max_size=30).filter(lambda text: not HIDDEN_IN_VALUE.search(text) and "<<<<" not in text)
VALUES = st.recursive(
    st.one_of(
        TEXTS, st.sampled_from(["a: b", " #", "- x\n\n  y\n", "\n", "x\n\n\n", "...", "---", "10:00", "=", "? "])
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS.filter(bool), VALUES, min_size=1, max_size=4))
def test_what_is_emitted_reads_back(value: object) -> None:
    document = read(emit(value).encode(), "f.yaml")
    assert not [finding for finding in document.findings if finding.code != "REF-08"]
    assert document.data == as_read(value)


def plain(text: str) -> object:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only


@given(st.dictionaries(TEXTS.filter(bool), VALUES, min_size=1, max_size=4))
def test_other_readers_of_yaml_agree(value: dict[str, object]) -> None:
    assert plain(emit(value)) == value
    assert plain(flow(value)) == value


def test_other_readers_take_text_for_text() -> None:
    words = ["NO", "on", "~", "1.10", "0x1F", "14:00", "1_000", ".inf", "1e3", "=", "<<"]
    assert yaml.safe_load(emit({"words": words})) == {"words": words}


def test_hidden_characters_are_refused() -> None:
    with pytest.raises(Refused, match="hidden character"):
        emit({"name": "Ann\u202e"})
