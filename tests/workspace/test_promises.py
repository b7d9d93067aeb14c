"""What was promised, and how it stands on a day."""

from datetime import date
from pathlib import Path

import pytest

from copkit.workspace import Folder, load
from copkit.workspace.matches import matches
from copkit.workspace.promises import Action, Ledger, actions, ledger, say_age, say_standing
from tests.cli.notes.conftest import FILES, NOTES, SAMPLE, write_files

UPDATES = "systems-leadership/updates.yaml"


def book(root: Path, day: str, updates: str = "", later: str = "") -> Ledger:
    write_files(root, {**FILES, UPDATES: updates})
    (root / NOTES).write_text(SAMPLE)
    if later:
        write_files(root, {"systems-leadership/sessions/2026-07-14.notes.yaml": f"capture: |\n  {later}\n"})
    workspace = load(Folder(root))
    (community,) = workspace.communities.values()
    assert not community.files.findings
    found = ledger(community, workspace.shared.register, date.fromisoformat(day))
    assert found.actions == actions(community, workspace.shared.register, date.fromisoformat(day))
    return found


def by_id(found: Ledger, name: str) -> Action:
    return next(one for one in found.actions if one.id == name)


def test_a_done_line_closes_the_earlier_action(tmp_path: Path) -> None:
    before, after = book(tmp_path, "2026-06-08"), book(tmp_path, "2026-06-09")
    assert [one.status for one in before.actions] == ["open"]
    closed = by_id(after, "2026-05-12/1")
    assert (closed.status, closed.closed, closed.result) == (
        "done", date(2026, 6, 9), "data sharing agreement sent to all partners",
    )  # fmt: skip
    assert closed.due == date(2026, 6, 9), "“next” is the session that followed"
    assert after.strays == ()


def test_statuses_and_ages_follow_the_day(tmp_path: Path) -> None:
    moved = "- {date: 2026-07-10, action: 2026-06-09/2, status: moved, due: 2026-07-24}\n"
    for day, first, second, age in (
        ("2026-06-30", "open", "open", 1),
        ("2026-07-13", "overdue", "moved", 1),
        ("2026-07-14", "overdue", "moved", 2),
        ("2026-07-31", "overdue", "overdue", 2),
    ):
        found = book(tmp_path, day, moved)
        assert by_id(found, "2026-06-09/1").status == first
        assert (by_id(found, "2026-06-09/2").status, by_id(found, "2026-06-09/2").age) == (second, age)
    last = by_id(found, "2026-06-09/2")
    assert (last.first_due, last.due, last.days_over(date(2026, 7, 31))) == (
        date(2026, 7, 14),
        date(2026, 7, 24),
        7,
    )
    assert say_standing(last, date(2026, 7, 31)) == "7 days overdue, moved from 14 July 2026"
    assert (last.owner.id, last.position.line) == ("joe.bell", 13)


@pytest.mark.parametrize(
    ("updates", "later", "status", "stray"),
    [
        ("- {date: 2026-06-20, action: 2026-06-09/action/1, status: done}\n", "", "done", ""),
        ("- {date: 2026-06-20, action: 2026-06-09/1, status: dropped}\n", "", "dropped", ""),
        ("", "done: 2026-06-09/1 drafted", "done", ""),
        ("", "Done: 2026-06-09/7 | drafted", "overdue", "unknown"),
        ("", "done: the terms of reference", "overdue", "unnamed"),
        ("- {date: 2026-06-20, action: 2026-06-09/1, status: done}\n", "done: 2026-06-09/1 | x", "done", "closed"),
        ("- {date: 2026-06-20, action: 2026-06-09/1, status: done}\n"
         "- {date: 2026-06-21, action: 2026-06-09/1, status: open, due: 2026-08-01}\n", "", "moved", ""),
        ("- {date: 2026-07-20, action: 2026-06-09/1, status: done}\n", "", "overdue", ""),
    ],
)  # fmt: skip
def test_what_closes_an_action_and_what_closes_nothing(
    tmp_path: Path, updates: str, later: str, status: str, stray: str
) -> None:
    found = book(tmp_path, "2026-07-15", updates, later)
    assert by_id(found, "2026-06-09/1").status == status
    assert [one.why for one in found.strays] == ([stray] if stray else [])


def test_a_new_owner_and_asks_and_questions(tmp_path: Path) -> None:
    updates = (
        "- {date: 2026-06-20, action: 2026-06-09/1, status: open, owner: lee}\n"
        "- {date: 2026-06-20, ask: 2026-06-09/ask/1, status: matched, result: Jo came}\n"
    )
    found = book(tmp_path, "2026-07-15", updates, "answer: 2026-06-09/question/1 | by phone")
    assert by_id(found, "2026-06-09/1").owner.id == "lee.marsh"
    (ask,), (question,), (offer,) = found.asks, found.questions, found.offers
    assert (ask.open, ask.result, ask.who.id) == (False, "Jo came", "lee.marsh")
    assert (question.open, question.result, question.closed) == (False, "by phone", date(2026, 7, 14))
    assert (offer.open, offer.age) == (True, 2)


def test_an_answer_right_below_its_question_answers_it(tmp_path: Path) -> None:
    found = book(tmp_path, "2026-07-15", "", "question: who pays?\n  answer: the board")
    assert [(one.id, one.open) for one in found.questions] == [
        ("2026-06-09/question/1", True), ("2026-07-14/question/1", False),
    ]  # fmt: skip


def test_asks_meet_offers_of_the_same_session_or_of_rare_words_and_not_ones_own(tmp_path: Path) -> None:
    found = book(tmp_path, "2026-06-10")
    assert matches(found.asks, found.offers) == (), "a connection with who asked is noted below it"
    (match,) = matches([one._replace(open=True) for one in found.asks], found.offers)
    assert (match.ask.id, match.offer.id, match.shared) == ("2026-06-09/ask/1", "2026-06-09/offer/1", ("form",))
    ask, offer = match.ask, match.offer
    elsewhere = offer._replace(community="other", what="two interpreters on Mondays")
    assert matches([ask], [elsewhere]) == ()
    assert len(matches([ask._replace(what="an interpreter on Mondays")], [elsewhere])) == 1
    assert len(matches([ask._replace(themes=("carers",))], [elsewhere._replace(themes=("carers",))])) == 1
    assert matches([ask], [offer._replace(who=ask.who)]) == ()
    assert matches([ask._replace(open=False)], [offer]) == ()


@pytest.mark.parametrize(
    ("age", "words"),
    [(1, "new"), (2, "second session running"), (10, "tenth session running"), (11, "11th session running"),
     (21, "21st session running"), (112, "112th session running")],
)  # fmt: skip
def test_ages_in_words(age: int, words: str) -> None:
    assert say_age(age) == words
