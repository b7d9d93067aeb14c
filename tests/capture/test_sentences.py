"""Sentences as people write them in minutes: at least nine of ten are right, and none is wrong without a doubt."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from copkit.capture import by_word, promise, read_lines
from copkit.capture.labels import read_label
from copkit.models.community import Community, Member
from copkit.models.programme import Organisation, Person
from copkit.people.company import Company
from copkit.people.register import Register
from copkit.workspace.entries import Said, of_entry
from copkit.yamlfile import read as read_yaml

DAY, NEXT = date(2027, 1, 12), date(2027, 2, 9)
PEOPLE = {
    "amina.khan": Person(name="Amina Khan"),
    "joe.bell": Person(name="Joe Bell"),
    "sian.price": Person(name="Siân Price"),
    "lee.marsh": Person(name="Lee Marsh"),
    "mary.holt": Person(name="Mary Jane Holt"),
    "bill.okoro": Person(name="William Okoro", also_known_as=("Bill Okoro",)),
    "sam.adu": Person(name="Sam Adu"),
    "sam.boyd": Person(name="Sam Boyd"),
    "priya.das": Person(name="Priya Das"),
}
ORGANISATIONS = {"icb": Organisation(name="NHS Anytown ICB", short="ICB")}
NAMES = Company(Register(PEOPLE, ORGANISATIONS), [Member(who=key) for key in PEOPLE], Community())


class Wanted(NamedTuple):
    """A line, and what a person reads in it."""

    line: str
    kind: str
    who: tuple[str, ...]
    what: str
    due: str
    doubt: bool


@cache
def wanted() -> tuple[Wanted, ...]:
    data = read_yaml(Path(__file__).with_name("sentences.yaml").read_bytes(), "sentences.yaml").data
    assert isinstance(data, list)
    return tuple(Wanted(row[0], row[1], tuple(row[2]), row[3], row[4], len(row) > 5) for row in map(list, data))


def read(line: str) -> Said:
    (entry,) = read_lines(line)
    return of_entry(entry, DAY, NAMES, NEXT)


def is_right(one: Wanted, said: Said) -> bool:
    who = tuple(named.id or named.shown for named in said.people)
    due = said.due.isoformat() if said.due else ""
    return (said.kind, who, said.what, due) == (one.kind, one.who, one.what, one.due)


def test_there_are_a_hundred() -> None:
    assert len({one.line for one in wanted()}) >= 100


def test_nine_of_ten_are_right() -> None:
    wrong = [(one.line, read(one.line)) for one in wanted() if not is_right(one, read(one.line))]
    assert len(wrong) * 10 <= len(wanted()), wrong


def test_none_is_wrong_without_a_doubt() -> None:
    silent = [one.line for one in wanted() if not is_right(one, said := read(one.line)) and not said.doubts]
    assert not silent


def test_what_a_person_would_ask_is_asked() -> None:
    assert not [one.line for one in wanted() if one.doubt and not read(one.line).doubts]


def test_what_is_plain_is_not_doubted() -> None:
    doubted = [(one.line, said.doubts) for one in wanted() if not one.doubt and (said := read(one.line)).doubts]
    assert not doubted


WORDS = st.text("abc XYZ|:()–-,.0123456789 by to will\u00a0", max_size=40)


@given(WORDS)
def test_every_word_of_a_promise_is_in_one_of_its_parts(text: str) -> None:
    for entry in read_lines(f"action: {text}"):
        if entry.kind == "action":
            made = promise(entry, DAY, NEXT)
            kept = f"{made.owner} {made.what} {made.typed_due}"
            assert not {word for word in text.split() if word.isalpha() and len(word) > 4} - set(kept.split())


@given(st.sampled_from(sorted(by_word())), st.text("ab |:-", min_size=1, max_size=12))
def test_a_line_of_the_old_grammar_has_no_label(word: str, text: str) -> None:
    (entry,) = read_lines(f"{word}: a{text}")
    assert entry.kind == by_word()[word]
    assert not entry.owner


def test_a_label_says_where_the_text_begins() -> None:
    line = "3.2 Action 4 (Amina): ring"
    label = read_label(line)
    assert label is not None
    assert line[label.end :] == "ring"
    assert line[slice(*label.owner_at)] == "Amina"
