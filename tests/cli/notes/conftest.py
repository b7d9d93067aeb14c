"""A small workspace with a session to take notes of, with and without git."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.year.conftest import write_files

FILES = {
    "programme/programme.yaml": """\
        programme: Anytown communities
        system: Anytown ICS
        objective: A healthier life for all
        host: icb
        workspace: anytown
        contact: team@anytown.example
        as_of: 2026-06-12
        """,
    "programme/organisations.yaml": """\
        icb: {name: NHS Anytown ICB, sector: icb}
        hospice: {name: St Elsewhere Hospice, short: Hospice, sector: voluntary}
        """,
    "programme/people.yaml": """\
        amina.khan: {name: Amina Khan, organisation: icb}
        joe.bell: {name: Joe Bell, organisation: hospice}
        jo.ng: {name: Jo Ng, organisation: hospice}
        sam.reid: {name: Sam Reid, organisation: icb}
        sam.cole: {name: Sam Cole, organisation: hospice}
        lee.marsh: {name: Lee Marsh, organisation: icb}
        priya.das: {name: Priya Das, organisation: icb}
        """,
    "systems-leadership/community.yaml": """\
        id: systems-leadership
        name: Systems Leadership Community of Practice
        short: Systems Leadership
        team:
          - {who: amina.khan, role: convenor}
          - {who: sam.reid, role: curator}
        rhythm: {meetings: 10, pattern: second tuesday, start: "10:00"}
        """,
    "systems-leadership/members.yaml": "".join(
        f"- {{who: {who}}}\n" for who in ("amina.khan", "joe.bell", "jo.ng", "sam.reid", "lee.marsh", "priya.das")
    ),
    "systems-leadership/sessions/2026-05-12.yaml": "number: 2\ntheme: Data\n",
    "systems-leadership/sessions/2026-05-12.notes.yaml": """\
        present: [amina.khan, sam.reid]
        capture: |
          action: amina | send the data sharing agreement | next
        """,
    "systems-leadership/sessions/2026-06-09.yaml": "number: 3\ntheme: One form\n",
    "systems-leadership/sessions/2026-07-14.yaml": "number: 4\ntheme: What next\n",
}
NOTES = "communities/systems-leadership/sessions/2026-06-09.notes.yaml"
SAMPLE = """\
present: [amina.khan, joe.bell, jo.ng, sam.reid, lee.marsh, priya.das]
apologies: []
others: 3                       # people who came but are not members yet
voices: 8                       # how many people spoke or typed
minutes_taken: 148
capture: |
  success: discharge lounge has cut the wait for transport on two wards
  challenge: three referral forms ask the same questions
  Several people said families repeat their story at every step.
  idea: one shared form, tested on two wards first
  decision: set up a task-and-finish group on the shared form #discharge
  action: sam.reid | draft terms of reference for the group | 30 Jun
  action: joe.bell | find two wards willing to test the form | 14 Jul
  ask: lee.marsh | someone who has redesigned a form with patients
  offer: jo.ng | hospice will share its one-page form
  connect: lee.marsh + jo.ng | designing the form with families
  connect: joe.bell + sam.reid | social care sign-off
  question: how do we tell GP practices?
  shift: people now ask "what does the person need?" before "whose budget?"
  quote: I finally know who to ring. | role only | community nurse
  resource: Hospice one-page referral form | https://example.org/form
  done: 2026-05-12/1 | data sharing agreement sent to all partners
"""


@pytest.fixture(autouse=True)
def quiet_git(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """git as on a computer that nobody has set up, with a name to commit under."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Sam Reid")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "sam@anytown.example")


def git(folder: Path, *words: str) -> str:
    """Run git and give what it prints."""
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The workspace, without git."""
    return write_files(tmp_path / "ws", FILES)


@pytest.fixture
def repo(home: Path) -> Path:
    """The workspace, all of it committed."""
    git(home, "init", "-q", "-b", "main")
    (home / ".gitignore").write_text("private/\nbuild/\n.copkit.lock\n.copkit-*.tmp\n")
    git(home, "add", "-A")
    git(home, "commit", "-q", "-m", "Start")
    return home


@pytest.fixture
def two(repo: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two clones of one shared copy."""
    git(tmp_path, "clone", "-q", "--bare", str(repo), "hub.git")
    for name in ("sam", "joe"):
        git(tmp_path, "clone", "-q", "hub.git", name)
    return tmp_path / "sam", tmp_path / "joe"
