"""Lists of members in the layouts of real exports, each with what is right of it."""

import sys
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from copkit.importers.member_list import MemberList, read_members
from copkit.importers.members import worked_out
from copkit.importers.receipt import Doubt, Said
from copkit.importers.suggested import NoColumns
from copkit.importers.tables import is_workbook, sheets_of
from copkit.models.programme import Organisation
from copkit.workspace import CommunityFiles, Folder, Shared, load_community, load_shared

CASES = Path(__file__).parent / "members"


def read(name: str, said: Said | None = None) -> MemberList:
    data = (CASES / name).read_bytes()
    return read_members(sheets_of(data) if is_workbook(data) else data, said or Said())


def test_a_cell_merged_over_rows_says_the_same_of_each() -> None:
    found = read("m1-merged.xlsx")
    assert [(row.name, row.organisation) for row in found.rows] == [
        ("Zara Quinn", "NHS Anytown ICB"), ("Tom Ward", "NHS Anytown ICB"),
    ]  # fmt: skip


def test_a_hidden_row_is_said_and_not_taken() -> None:
    found = read("m2-hiddenrow.xlsx")
    assert [row.name for row in found.rows] == ["Zara Quinn"]
    assert [(one.what, one.why) for one in found.receipt.left_out] == [("row 3", "hidden in the workbook")]


def test_days_as_excel_counts_them_short_of_a_century_or_month_first() -> None:
    found = read("m4.csv")
    assert [row.joined for row in found.rows] == ["2026-04-14", "2026-04-14", "Apr-26", "2026-04-14", "2026"]
    assert [one.taken for one in found.receipt.decided] == ["46126 is 2026-04-14"]


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        (["14/04/2026", "05/06/2026"], "2026-06-05"),
        (["04/14/2026", "05/06/2026"], "2026-05-06"),
        (["05/06/2026"], "05/06/2026"),
        (["14/04/2026", "04/14/2026", "05/06/2026"], "05/06/2026"),
    ],
)
def test_the_whole_column_says_whether_the_day_is_first(cells: list[str], right: str) -> None:
    text = "Name,Joined\n" + "".join(f"Zara Quinn,{cell}\n" for cell in cells)
    found = read_members(text.encode())
    assert found.rows[-1].joined == right
    assert bool(found.receipt.decided) == (right != "05/06/2026")


def test_a_hidden_sheet_loses_to_the_visible_one_and_is_said() -> None:
    found = read("m5-hiddensheet.xlsx")
    assert [row.name for row in found.rows] == ["Zara Quinn"]
    assert found.receipt.sheet == "Current"
    assert [(one.what, one.why) for one in found.receipt.sheets_left] == [("Old 2019", "hidden")]


def test_of_two_sheets_none_is_guessed() -> None:
    with pytest.raises(Doubt) as doubt:
        read("m5b-twosheets.xlsx")
    assert [one.option for one in doubt.value.choices] == ["--sheet ICB", "--sheet Trust"]
    found = read("m5b-twosheets.xlsx", Said(sheet="Trust"))
    assert [row.name for row in found.rows] == ["Tom Ward"]
    assert [one.what for one in found.receipt.sheets_left] == ["ICB"]


def test_contacts_of_outlook_are_read_and_what_is_not_is_said() -> None:
    found = read("m6.csv")
    [row] = found.rows
    assert (row.name, row.organisation, row.job) == ("Zara Quinn", "NHS Anytown ICB", "Nurse")
    assert found.receipt.not_read == ["Middle Name", "E-mail 2 Address"]


def test_headers_that_are_not_known_are_said_with_an_option_that_works() -> None:
    with pytest.raises(NoColumns) as problem:
        read("m9.csv")
    assert problem.value.headers == ["Imię i nazwisko", "Organizacja", "Adres e-mail"]
    assert problem.value.option == '--columns "name=Imię i nazwisko,organisation=Organizacja,email=Adres e-mail"'
    chosen = {"imię i nazwisko": "name", "organizacja": "organisation", "adres e mail": "email"}
    assert [row.name for row in read("m9.csv", Said(columns=chosen)).rows] == ["Ewa Żak"]


def test_a_total_and_a_remark_below_the_table_are_no_people() -> None:
    found = read("m11.csv")
    assert [row.name for row in found.rows] == ["Zara Quinn"]
    assert [one.what for one in found.receipt.left_out] == ["row 4", "row 5"]


def test_who_has_left_is_said_and_not_taken() -> None:
    text = "Name,Left\nZara Quinn,\nTom Ward,1 May 2026\nPam Low,no\nJim Fox,Yes\n"
    found = read_members(text.encode())
    assert [row.name for row in found.rows] == ["Zara Quinn", "Pam Low"]
    assert [(one.what, one.why) for one in found.receipt.left_out] == [
        ("Tom Ward", "left already"), ("Jim Fox", "left already"),
    ]  # fmt: skip


def calls_of(shared: Shared, community: CommunityFiles, count: int) -> int:
    """How many calls it takes to work out a list of so many people."""
    names = ["".join("abcdefghij"[int(digit)] for digit in f"{number:04}") for number in range(count)]
    text = "Name,Organisation\n" + "".join(f"Zara {name.title()},icb\n" for name in names)
    rows, seen = read_members(text.encode()).rows, 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal seen
        seen += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        made = worked_out(rows, shared, community, {}, date(2026, 6, 9))
    finally:
        sys.setprofile(None)
    assert len(made.lines) == count
    return seen


def test_a_list_twice_as_long_takes_twice_the_work(tmp_path: Path) -> None:
    (tmp_path / "communities/one").mkdir(parents=True)
    (tmp_path / "communities/one/community.yaml").write_text("id: one\n")
    tree = Folder(tmp_path)
    shared, community = load_shared(tree), load_community(tree, "one")
    shared.organisations["icb"] = Organisation(name="Anytown ICB")
    calls_of(shared, community, 10)
    assert calls_of(shared, community, 400) < 2.1 * calls_of(shared, community, 200)
