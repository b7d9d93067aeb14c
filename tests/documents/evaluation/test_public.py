"""A commissioner was not in the room: the report names nobody who did not agree to it."""

from pathlib import Path

import pytest

from copkit.documents.evaluation.view import report
from tests.documents.evaluation.making import commission, evaluation, text
from tests.documents.portfolio.making import PROGRAMME, community, people, write

CROWD = tuple(f"{letter}{second}a" for letter in "abcdefghij" for second in "bc")


def commissioned(root: Path, **files: str) -> Path:
    """A commissioned community of twenty people, and further files: `__` stands for a slash."""
    about = (
        "commission: {by: The Board, date: 2026-04-01, months: 12, communities: 1, convenings_each: 2}\n"
        "design_group: {date: 2026-04-02, members: [aba], organisations: [trust], decision: Aba Hart chose it}\n"
    )
    lines = (
        "quote: It was good | role only | nurse\nquote: It was Aba Hart's idea | role only | nurse\nquote: Secret"
    )
    base = {
        **PROGRAMME,
        "programme/people.yaml": people(*CROWD),
        **community("one", ("2026-05-06", CROWD, lines), about=about),
    }
    more = {f"one/{name.replace('__', '/')}.yaml": words for name, words in files.items()}
    return write(root, {**base, **more})


def test_quotes_are_printed_as_consented(tmp_path: Path) -> None:
    said = text(evaluation(commissioned(tmp_path), ("one",)))
    assert "“It was good” – nurse" in said
    assert "idea" not in said and "Secret" not in said and "Aba" not in said
    assert "Secret" in text(evaluation(tmp_path, ("one",), "members"))


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("consent: 2026-05-07\npublish: yes\n", True),
        ("consent: 2026-05-07\n", False),
        ("publish: yes\n", False),
    ],
)
def test_stories_need_consent_and_leave_to_be_published(tmp_path: Path, lines: str, shown: bool) -> None:
    story = f"title: Nine doors\ndate: 2026-05-06\n{lines}cycles: {{applied: We knocked}}\n"
    said = text(evaluation(commissioned(tmp_path, stories__doors=story), ("one",)))
    assert ("Nine doors" in said) is shown
    assert ("1 more story is on record" in said) is not shown


def test_the_terms_and_who_chose_the_domain_are_for_members(tmp_path: Path) -> None:
    assert "Aba Hart chose it" in text(evaluation(commissioned(tmp_path), ("one",), "members"))
    assert report(commission()).terms.terms == ""  # type: ignore[union-attr]
    assert report(commission("members")).terms.terms.startswith("Design, deliver")  # type: ignore[union-attr]
