"""The files of languages as reports need them: whole, each header one thing, and each tried on a report."""

from collections import Counter

import pytest
import yaml

from copkit import lexicon
from tests.importers.test_attendance_cases import RIGHT

TRIED = {
    "cy": "62-signin-cy.csv", "de": "04-teams-de.csv", "en": "01-teams-us-202f.csv", "es": "60-teams-es.csv",
    "fr": "05-teams-fr.csv", "it": "17-teams-it.csv", "nl": "61-teams-nl.csv", "pl": "03-teams-pl.csv",
    "pt": "02-teams-ptbr.csv",
}  # fmt: skip
"""A report in each language, which tests/importers/test_attendance_cases.py reads."""
NEEDED = {
    "report_headers": {"name", "first", "last", "email", "join", "leave", "minutes", "attended"},
    "report_words": {"summary"},
    "attendance_words": {"present", "absent", "apologies", "registered", "declined"},
    "durations": {"hours", "minutes", "seconds"},
}
LANGUAGES = sorted(path.stem for path in lexicon.FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_what_a_report_needs(language: str) -> None:
    read = yaml.safe_load((lexicon.FOLDER / f"{language}.yaml").read_bytes())["read"]
    lacks = {topic: sorted(keys - read.get(topic, {}).keys()) for topic, keys in NEEDED.items()}
    assert {topic: keys for topic, keys in lacks.items() if keys} == {}


def test_every_language_is_tried_on_a_report() -> None:
    assert set(LANGUAGES) == TRIED.keys()
    assert set(TRIED.values()) <= RIGHT.keys()


@pytest.mark.parametrize("topic", [*NEEDED, "report_months", "not_people"])
def test_no_word_means_two_things(topic: str) -> None:
    counted = Counter(word for words in lexicon.spellings(topic).values() for word in words)
    assert [word for word, times in counted.items() if times > 1] == []
