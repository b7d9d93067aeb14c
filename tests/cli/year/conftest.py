"""A small workspace with one community and an empty year."""

from pathlib import Path

import pytest

FILES = {
    "programme/programme.yaml": """\
        programme: Anytown communities
        system: Anytown ICS
        objective: A healthier life for all
        host: icb
        workspace: anytown
        contact: team@anytown.example
        """,
    "programme/organisations.yaml": """\
        icb: {name: NHS Anytown ICB, sector: icb}
        hospice: {name: St Elsewhere Hospice, sector: voluntary}
        """,
    "programme/people.yaml": """\
        amina.khan: {name: Amina Khan, organisation: icb}
        joe.bell: {name: Joe Bell, organisation: hospice}
        sam.reid: {name: Sam Reid, organisation: hospice}
        jo.ng: {name: Jo Ng, organisation: hospice}
        """,
    "home-first/community.yaml": """\
        id: home-first
        name: Home First Community of Practice
        short: Home First
        team:
          - {who: amina.khan, role: convenor}
          - {who: joe.bell, role: facilitator}
          - {who: sam.reid, role: curator}
        rhythm:
          meetings: 10
          pattern: second tuesday
          start: "10:00"
          break_months: [august, december]
          in_person: [3, 8]
          venue: Anytown Library
          link: https://meet.example/home-first
        """,
    "home-first/members.yaml": """\
        - {who: amina.khan}
        - {who: joe.bell}
        - {who: sam.reid}
        """,
}


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write files below `communities/`, their common indent taken away."""
    from textwrap import dedent

    for name, text in files.items():
        path = folder / "communities" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The workspace."""
    return write_files(tmp_path, FILES)
