"""Replies to an invitation: who comes, who may, and of needs the numbers alone; unknown is never yes."""

from pathlib import Path

import pytest

from copkit.importers.needs import kinds_of
from copkit.importers.receipt import Doubt, Said
from copkit.importers.replies import COMING, MAYBE, NOT_COMING, answer_of, read_replies
from copkit.importers.suggested import NoColumns
from tests.cli.year.conftest import write_files
from tests.importers.conftest import OWN
from tests.shell import Ran, copkit

DAY = "2026-07-14"
PLAN = f"communities/home-first/sessions/{DAY}.yaml"
MICROSOFT = """\
ID,Start time,Completion time,Email,Name,Last modified time,Your name,Will you be able to join us on 14 July?,\
Do you have any dietary requirements?,"Is there anything you need to take part, such as a hearing loop?"
1,7/1/26 9:01:00,7/1/26 9:02:00,anonymous,,,Joe Bell,Yes,None,
2,7/1/26 9:01:00,7/1/26 9:02:00,anonymous,,,Jo Ng,"Yes, if I find cover",Vegan,
3,7/1/26 9:01:00,7/1/26 9:02:00,anonymous,,,Dr Sam Reid,"No, sorry",,
4,7/1/26 9:01:00,7/1/26 9:02:00,anonymous,,,Zoe Müller,Yes please,"coeliac, and no nuts",A lift; Zoe has a carer
5,7/1/26 9:01:00,7/1/26 9:02:00,anonymous,,,Joe Bell,No,,
6,7/1/26 9:01:00,7/1/26 9:02:00,anonymous,,,,Yes,Vegetarian,
"""
GOOGLE = """\
Timestamp,Email Address,Full name,Are you coming?,Access needs,Food allergies
2026/07/01 9:01:02 am GMT+1,zq7joe@acute.example,Joe Bell,I'll be there,,no allergies
2026/07/01 9:04:02 am GMT+1,zq7jo@hospice.example,Jo Ng,Can't make it,,
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    plan = f"number: 4\ndate: {DAY}\nstart: '10:00'\nplace: in-person\ntheme: One form\n"
    files = {**OWN, f"home-first/sessions/{DAY}.yaml": plan}
    return write_files(tmp_path / "workspace", files)


def take(root: Path, text: str, *more: object) -> Ran:
    (root.parent / "replies.csv").write_text(text, encoding="utf-8")
    words = ("home-first", DAY, root.parent / "replies.csv", "--today", "2026-07-02", *more)
    return copkit("import", "replies", *words, root=root)


def test_a_form_says_who_comes_and_the_last_answer_counts(root: Path) -> None:
    ran = take(root, MICROSOFT)
    assert ran.code == 0, ran.err
    text = (root / PLAN).read_text(encoding="utf-8")
    assert text.endswith("""\
replies:
  coming:
    - zoe.muller
  maybe:
    - jo.ng
  not_coming:
    - joe.bell
    - sam.reid
  others: 1
  access:
    step-free: 1
    with-an-assistant: 1
  meals:
    gluten-free: 1
    nut-free: 1
    vegetarian: 1
""")
    assert "1 reply without a name: others who come" in ran.err
    assert not {"wheelchair", "carer", "coeliac", "cover"} & set(text.replace("-", " ").split())


def test_said_twice_it_is_done_once_and_a_later_sheet_says_it_anew(root: Path) -> None:
    take(root, MICROSOFT)
    before = (root / PLAN).read_bytes()
    assert "The plan says so already." in take(root, MICROSOFT).err
    assert (root / PLAN).read_bytes() == before
    assert take(root, GOOGLE).code == 0
    text = (root / PLAN).read_text(encoding="utf-8")
    assert "coming:\n    - zoe.muller\n    - joe.bell\n" in text, "who is not in this sheet stays as before"
    assert "not_coming:\n    - sam.reid\n    - jo.ng\n" in text and "meals" not in text
    undone = copkit("undo", root=root)
    assert undone.code == 0 and (root / PLAN).read_bytes() == before


def test_the_table_plan_has_those_who_come_and_the_plan_the_rest_as_numbers(root: Path) -> None:
    take(root, MICROSOFT)
    words = ("home-first", DAY, "--format", "txt", "--out", "-", "--today", "2026-07-02")
    tables = copkit("print", "tables", *words, root=root).out
    assert "- Zoë Müller" in tables and "- Joe Bell" not in tables and "- Jo Ng" not in tables
    sheet = copkit("print", "sign-in", *words, "--for", "members", root=root).out
    assert "Zoë Müller" in sheet and "Jo Ng" not in sheet
    plan = " ".join(copkit("print", "plan", *words, root=root).out.split())
    assert "About 2; 2 said yes, 1 may come, 2 said no, 1 on the roll have not answered" in plan
    assert "Access needs: 1 step free, 1 with an assistant" in plan and "1 gluten free" in plan


def test_the_sheet_itself_goes_to_the_private_folder(root: Path) -> None:
    assert take(root, MICROSOFT, "--keep").code == 0
    assert (root / f"private/replies/home-first/{DAY}.csv").read_text(encoding="utf-8") == MICROSOFT
    assert not (root.parent / "replies.csv").exists()


def test_an_answer_that_nobody_knows_and_a_name_that_nobody_has_are_asked(root: Path) -> None:
    text = "Name,Are you coming?\nJoe Bell,Let me see\nUna Known,Yes\n"
    before = (root / PLAN).read_bytes()
    ran = take(root, text)
    assert ran.code == 3 and '--map "Let me see=maybe"' in ran.err
    ran = take(root, text, "--map", "Let me see=maybe")
    assert ran.code == 3 and "--map “Una Known=guest”" in ran.err and (root / PLAN).read_bytes() == before
    assert take(root, text, "--map", "Let me see=maybe", "--map", "Una Known=guest").code == 0
    assert "maybe:\n    - joe.bell\n  others: 1\n" in (root / PLAN).read_text(encoding="utf-8")


def test_a_session_that_was_cancelled_takes_no_replies(root: Path) -> None:
    copkit("cancel", "home-first", DAY, "--because", "Flood", "--today", "2026-07-01", root=root)
    assert take(root, GOOGLE).code == 3


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Yes", COMING),
        ("yes - in person", COMING),
        ("Accepted", COMING),
        ("Registered", COMING),
        ("Yes, probably", MAYBE),
        ("yes but only until 11", MAYBE),
        ("Tentative", MAYBE),
        ("Not sure yet", MAYBE),
        ("No", NOT_COMING),
        ("No - on leave", NOT_COMING),
        ("Apologies", NOT_COMING),
        ("Declined", NOT_COMING),
        ("No response", ""),
        ("Waitlisted", ""),
        ("", ""),
        ("No problem, I will be there", None),
        ("No, unless you need me", None),
        ("Sent my deputy", None),
    ],
)
def test_unknown_is_never_yes(typed: str, answer: str | None) -> None:
    assert answer_of(typed, {}) == answer


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", set()),
        ("None", set()),
        ("No dietary requirements", set()),
        ("n/a", set()),
        ("No nuts please", {"nut-free"}),
        ("Vegan, gluten free", {"vegan", "gluten-free"}),
        ("I faint when I am hungry", {"other"}),
    ],
)
def test_of_a_need_the_kind_stays_and_no_word(text: str, kinds: set[str]) -> None:
    assert kinds_of(text, "meals") == kinds


def test_a_list_that_asks_nobody_whether_they_come_says_so() -> None:
    data = b"Name,Organisation,Diet,14 July\nJoe Bell,Hospice,Vegan,yes\n"
    with pytest.raises(NoColumns) as found:
        read_replies(data)
    assert found.value.what == "who comes"
    assert found.value.option == '--columns "name=Name,meals=Diet,coming=14 July"'
    assert [one.answer for one in read_replies(data, Said(registered=True)).rows] == [COMING]


def test_which_column_says_who_comes_may_be_said() -> None:
    data = b"Who,Party?,Lunch?\nJoe Bell,yes,no\n"
    [row] = read_replies(data, Said({"party": "coming"})).rows
    assert (row.name, row.answer, row.meals) == ("Joe Bell", COMING, frozenset())
    with pytest.raises(Doubt):
        read_replies(b"Name,Coming\nJoe Bell,pineapple\n")
