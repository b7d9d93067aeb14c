"""What people bring, as it is typed."""

import pytest

from copkit.models.programme import Programme, Vocabularies
from copkit.people.brought import brought, read_brings

OWN = Programme(vocabularies=Vocabularies(brings=("Lived in care",)))


@pytest.mark.parametrize(
    ("text", "words", "unread"),
    [
        ("", (), ()),
        (" , ;", (), (", ;",)),
        ("None", (), ()),
        ("none, clinical", ("clinical",), ("none",)),
        ("Clinical; EXPERTISE / lived experience", ("clinical", "expertise", "lived-experience"), ()),
        ("clinical,clinical", ("clinical",), ()),
        ("lived_in-care\nmagic", ("Lived in care",), ("magic",)),
    ],
)
def test_each_word_is_known_or_said_to_be_unread(
    text: str, words: tuple[str, ...], unread: tuple[str, ...]
) -> None:
    assert brought(text, OWN) == (words, unread)


def test_a_word_that_is_not_known_is_refused_with_what_there_is() -> None:
    read = read_brings("clinical,expertize", OWN)
    assert read.value is None and "“expertize”" in read.problem
    assert "Did you mean “expertise”?" in read.fix and "authority" in read.fix and "Lived in care" in read.fix
    assert read_brings("NONE", OWN).value == "none"
