"""A small workspace, empty or with its year planned, to put hostile things into."""

from pathlib import Path

import pytest

from tests.cli.year.conftest import FILES, write_files
from tests.hostile.places import COMMUNITY, DAY, PLAN
from tests.shell import copkit


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A workspace with one community, three members and no sessions."""
    return write_files(tmp_path / "home", FILES)


PLAN_TEXT = """\
number: 3
date: 2026-06-09
start: "10:00"
place: in-person
venue: Anytown Library
theme: One form instead of three
question: What would have to be true?
briefing: {speaker: jo.ng, title: The form, minutes: 20}
team: {convenor: amina.khan, facilitator: joe.bell, moderator: sam.reid, curator: sam.reid}
agenda: in-person-standard
"""


@pytest.fixture
def planned(home: Path) -> Path:
    """The same with one session planned, on 9 June 2026."""
    return write_files(home, {PLAN.removeprefix("communities/"): PLAN_TEXT})


@pytest.fixture
def issued(planned: Path) -> Path:
    """The same, with the session in people's calendars."""
    assert copkit("calendar", COMMUNITY, "--today", DAY, root=planned).code == 0
    return planned
