"""GOV.UK's own file, dropped beside programme.yaml, stands in the place of the list that is shipped."""

import json
from datetime import date
from pathlib import Path

import pytest

from copkit.calendars.clear import dates_to_avoid
from copkit.calendars.festivals import festivals
from copkit.calendars.holidays import bank_holidays
from copkit.workspace import Folder, load_shared
from copkit.workspace.own_holidays import DIVISIONS, PATH

DAY = date(2027, 4, 28)


def put(root: Path, data: object) -> Folder:
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return Folder(root)


def govuk(day: date, title: str) -> dict[str, object]:
    """The file in GOV.UK's own shape, with one day in each division."""
    event = {"title": title, "date": day.isoformat(), "notes": "", "bunting": True}
    return {name: {"division": name, "events": [event]} for name in DIVISIONS}


def test_a_day_that_was_proclaimed_since_is_kept_clear(tmp_path: Path) -> None:
    shared = load_shared(put(tmp_path, govuk(DAY, "A day of  thanks")))
    assert shared.files.findings == []
    clear = dates_to_avoid(shared.programme, (), date(2026, 4, 1), date(2028, 3, 31), shared.holidays)
    assert clear.avoid.holidays[DAY] == "A day of thanks"
    assert date(2027, 5, 3) not in clear.avoid.holidays  # its years are the file's alone
    assert date(2026, 5, 4) in clear.avoid.holidays  # others are as they were shipped
    assert clear.source == "the workspace's own list"


def test_years_past_the_end_of_both_are_calculated(tmp_path: Path) -> None:
    own = load_shared(put(tmp_path, govuk(date(2031, 12, 25), "Christmas Day"))).holidays
    found = bank_holidays("england", date(2032, 1, 1), date(2032, 12, 31), own)
    assert date(2032, 12, 27) in found.dates
    assert found.source == "the holidays package, since the workspace's own list ends in 2031"


@pytest.mark.parametrize(
    "data",
    ["", "{", "[]", '"x"', "{}", "[" * 100_000, {"england-and-wales": {"events": []}},
     govuk(DAY, "x") | {"scotland": {"events": [{"title": 3, "date": "2027-01-01"}]}},
     govuk(DAY, "x") | {"scotland": {"events": [{"title": "x", "date": "1 May"}]}}],
)  # fmt: skip
def test_another_file_is_an_error_and_the_shipped_list_stands(tmp_path: Path, data: object) -> None:
    shared = load_shared(put(tmp_path, data))
    (found,) = shared.files.findings
    assert (found.code, found.severity.word, found.position.path) == ("REF-08", "error", PATH)
    assert shared.holidays == {}


def test_festivals_that_begin_at_sunset_have_an_eve() -> None:
    found = {one.name: one.first for one in festivals(date(2026, 9, 1), date(2026, 9, 30))}
    assert found["Eve of Yom Kippur"] == date(2026, 9, 20)
    assert found["Eve of Rosh Hashanah"] == date(2026, 9, 11)
    assert "Eve of Diwali" not in found
