"""A remark on somebody's health is told from a name, however it is typed beside it."""

import pytest

from copkit.people.health import name_alone, told


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Priya (off sick)", "Priya"),
        ("Priya Das, long-term sick", "Priya Das"),
        ("Siân Owen – in hospital", "Siân Owen"),
        ("priya.das: flu", "priya.das"),
        ("Priya is unwell", "Priya"),
        ("Mary-Jane O’Neil - her operation", "Mary-Jane O’Neil"),
        ("Joe’s migraine", "Joe"),
        ("off sick: Priya", ""),
        ("Priya Das", "Priya Das"),
        ("Priya (on leave)", "Priya (on leave)"),
        ("Will Hilliard", "Will Hilliard"),
    ],
)
def test_a_name_stands_alone(typed: str, name: str) -> None:
    assert name_alone(typed) == name


def test_a_word_for_a_service_is_no_health_in_a_sentence_and_is_beside_a_name() -> None:
    assert not told("the cancer service has a new form", "said")
    assert told("Priya (cancer)", "beside", "said")
