"""What is on for all communities: what closes, where somebody goes, what came back."""

from datetime import date, timedelta
from pathlib import Path

from copkit.schedule.for_all import notices
from copkit.workspace import Folder, load_shared
from tests.cli.year.conftest import write_files

DAY = date(2026, 11, 25)
SETTINGS = {"programme/programme.yaml": "contact: team@anytown.example\nobjective: A healthier life for all\n"}


def told(root: Path, days: int, files: dict[str, str]) -> list[str]:
    write_files(root, SETTINGS | files)
    return [one.what for one in notices(load_shared(Folder(root)), DAY + timedelta(days=days))]


def test_what_closes_is_told_in_its_last_week(tmp_path: Path) -> None:
    for kind in ("opportunities", "challenges"):
        files = {f"programme/{kind}.yaml": f"- {{name: The call, closes: {DAY}}}\n"}
        assert [told(tmp_path, days, files) for days in (-8, 1)] == [[], []]
        assert told(tmp_path, -7, files) == told(tmp_path, 0, files) == ["The call closes: tell members"]
        (tmp_path / f"communities/programme/{kind}.yaml").unlink()


def test_of_an_event_it_is_asked_who_goes_what_they_take_and_what_came_back(tmp_path: Path) -> None:
    def event(text: str, days: int) -> list[str]:
        return told(tmp_path, days, {"programme/events.yaml": f"- {{name: Assembly, date: {DAY}{text}}}\n"})

    assert event("", -22) == []
    assert event("", -21) == ["Assembly: say who goes (from_us) and what they take (took)"]
    assert event(', from_us: [""], took: " "', -1) == event("", -1)
    assert event(", from_us: [jo.ng]", 0) == ["Assembly: say what they take (took)"]
    assert event(", from_us: [jo.ng], took: A story", 0) == ["Assembly"]
    assert event(", took: A story", 1) == event(', brought_back: " "', 28) == [
        "Assembly: ask what came back (brought_back)"
    ]
    assert event(", brought_back: A question", 1) == event("", 29) == []


def test_settings_that_every_page_needs_are_asked_for_until_they_say_something(tmp_path: Path) -> None:
    said = told(tmp_path, 0, {"programme/programme.yaml": 'contact: " "\nobjective:\n'})
    assert len(said) == 2
    assert told(tmp_path, 0, {}) == []
