"""A community that has held one session online, from 10am to 11:30am on 9 June 2026."""

from pathlib import Path

import pytest

from tests.cli.year.conftest import FILES, write_files

SESSION = "2026-06-09"
NOTES = f"communities/home-first/sessions/{SESSION}.notes.yaml"
TABLE = f"communities/home-first/feedback/{SESSION}.csv"
OWN = {
    **FILES,
    "programme/people.yaml": """\
        amina.khan: {name: Amina Khan, organisation: icb}
        joe.bell: {name: Joe Bell, organisation: hospice}
        jo.ng: {name: Jo Ng, organisation: hospice}
        zoe.muller: {name: Zoë Müller, organisation: icb}
        sam.reid: {name: Dr Sam Reid, organisation: hospice}
        sam.shah: {name: Sam Shah, organisation: icb}
        """,
    "home-first/members.yaml": """\
        - {who: amina.khan}
        - {who: joe.bell}
        - {who: jo.ng}
        - {who: zoe.muller}
        - {who: sam.reid}
        - {who: sam.shah, joined: 2026-09-01}
        """,
    f"home-first/sessions/{SESSION}.yaml": """\
        number: 3
        date: 2026-06-09
        start: "10:00"
        place: online
        theme: One form instead of three
        """,
}


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """The workspace, on a day after the session."""
    files = dict(OWN)
    files["programme/programme.yaml"] += "as_of: 2026-06-10\n"
    return write_files(tmp_path / "workspace", files)
