"""Killed at any moment, a command leaves whole files, loses no line, and does its work when it is given again."""

import csv
import multiprocessing
import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from copkit.cli.exits import FOUND, OK, REFUSED
from copkit.findings import Severity
from copkit.workspace import Folder, load
from tests.calendars.test_busy import calendar
from tests.cli.year.conftest import write_files
from tests.importers.conftest import NOTES, OWN, SESSION
from tests.importers.exports import CALLER, teams_three
from tests.importers.test_feedback import microsoft
from tests.slow.killing import GITS, State, ended, import_all, killed, said, start, state, timed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(2700),
    pytest.mark.needs("Unix"),
]
KILLS = 13
"""Times that each command is killed."""
HITS = 2
"""So many kills of each `sync` find it in the midst of writing, which takes it the least part of its time."""
CAPTURE = (
    "success: Jo Ng has cut the wait for transport on two wards",
    "Several people said families repeat their story at every step.",
    "action: sam reid | draft terms of reference | 30 Jun",
    "ask: joe | someone who has redesigned a form with patients",
    "offer: jo.ng | hospice will share its one-page form",
)
FILES = {
    **OWN,
    "programme/programme.yaml": OWN["programme/programme.yaml"] + "as_of: 2026-06-12\n",
    f"home-first/sessions/{SESSION}.notes.yaml": "present: [amina.khan, jo.ng]\ncapture: |\n"
    + "".join(f"  {line}\n" for line in CAPTURE),
    "home-first/sessions/2026-07-14.yaml": "number: 4\ntheme: What next\nbriefing: {speaker: jo.ng}\n",
    # The files of this one come after the programme's when sorted.
    "zeta-care/community.yaml": """\
        id: zeta-care
        name: Zeta Care Community of Practice
        team: [{who: amina.khan, role: convenor}]
        rhythm: {meetings: 10, pattern: third thursday, start: "14:00"}
        """,
    "zeta-care/members.yaml": "- {who: amina.khan}\n- {who: jo.ng}\n",
}
BESIDE = {
    "private/contacts.yaml": "amina.khan: {email: amina@icb.example}\njo.ng: {email: jo@hospice.example}\n",
    "report.csv": teams_three(),
    "form.csv": microsoft(),
    "list.csv": "Name;Organisation;Email\nRosa Lynd;hospice;rosa@h.example\nOmar Adair;icb;omar@h.example\n",
    "replies.csv": "Name;Are you coming?;Access needs\nJo Ng;Yes;A hearing loop\nAmina Khan;No;\n",
    "terms.ics": calendar("SUMMARY:Half term\nDTSTART;VALUE=DATE:20270531\nDTEND;VALUE=DATE:20270605").decode(),
    "minutes.txt": "Minutes\nAmina Khan will ring the council by 30 June\n",
    ".gitignore": "private/\nbuild/\n*.csv\nminutes.txt\n.copkit*\nteam.git/\n",
}
OLD = {
    f"programme/onboarding/{who}.yaml": f"who: {who}\nmeet:\n  - {{who: amina.khan, learned: What {who} heard}}\n"
    f"notes: |\n  What {who} noted.\nskills: {{self-reflect: {{now: 2}}}}\n"
    for who in ("jo.ng", "joe.bell", "sam.reid", "zoe.muller")
}
"""What new leaders wrote for nobody else where format 1 had it: for the command that moves it."""
GUEST = f"{CALLER.replace(' ', '_')}=guest"
FIRST = "init . --yes --today 2026-06-10 --system Anytown --community Frailty --organisation ICB"


class Case(NamedTuple):
    """A command that writes, an underscore for each space in a word; and what was before it."""

    words: str
    before: str = ""
    """The command that comes before it."""
    team: str = ""
    """How the team's copy stands: `empty`; `ahead`, `apart` or `clash` by what somebody else has sent."""


CASES = (
    Case(f"{FIRST} --name Amina_Khan --contact team@anytown.example"),
    Case("new community Frailty"),
    Case("new person Rosa_Lynd --organisation hospice --join zeta-care"),
    Case("new organisation Anytown_Acute --sector acute"),
    Case("new session home-first 2026-09-15"),
    Case("schedule home-first"),
    Case("schedule home-first 2027", "schedule home-first 2027"),
    Case("move home-first 2026-07-14 2026-07-21 --because Flood"),
    Case("cancel home-first 2026-07-14 --because Flood"),
    Case("undo", "schedule home-first"),
    Case("calendar home-first --all", "schedule home-first"),
    Case("notes new home-first 2026-07-14"),
    Case("notes tidy home-first 2026-06-09 --yes"),
    Case("notes take home-first 2026-06-09 minutes.txt --accept"),
    Case("notes add home-first 2026-06-09 action:_Amina_to_ring"),
    Case("notes commit home-first 2026-06-09"),
    Case("notes print home-first 2026-06-09 --format pdf --format docx"),
    Case(f"attend home-first 2026-06-09 report.csv --map {GUEST}"),
    Case(f"attend home-first 2026-06-09 report.csv --keep --map {GUEST}"),
    Case("feedback home-first 2026-06-09 form.csv --keep"),
    Case("feedback home-first 2026-06-09 --read-all-kept", "feedback home-first 2026-06-09 form.csv"),
    Case("join zeta-care Rosa_Lynd --organisation hospice --email rosa@h.example --format pdf"),
    Case("leave jo.ng --programme"),
    Case("close home-first --on 2026-07-31 --because Done --yes", "schedule home-first"),
    Case("import members zeta-care list.csv"),
    Case("import replies home-first 2026-07-14 replies.csv"),
    Case("import dates terms.ics"),
    Case("privacy erase jo.ng"),
    Case("privacy export jo.ng"),
    Case("save", "schedule"),
    Case("agenda home-first 2026-07-14 --format pdf --format html"),
    Case("schema"),
    Case("migrate"),
    Case("new initiative home-first --name One_form"),
    Case("new practice home-first --line 2026-06-09/success/1"),
    Case("initiative stage one-form testing --note Tried", "new initiative home-first --name One_form"),
    Case("initiative adopt one-form hospice adopted", "new initiative home-first --name One_form"),
    Case("review new home-first 2026-27"),
    Case("blueprint home-first --format html --format docx"),
    Case("export home-first --format csv --format sqlite"),
    *(Case("sync", team=team) for team in ("empty", "ahead", "apart", "clash")),
)
MARK = ".git/copkit-sync"
"""What `sync` leaves when it is stopped half way."""
PLAN = "communities/home-first/sessions/2026-07-14.yaml"
PEOPLE = "communities/programme/people.yaml"
ABOUT = "communities/home-first/community.yaml"


class Tried(NamedTuple):
    """What came of killing one command: what was wrong, and how many kills found it in the midst of writing."""

    case: Case
    faults: list[str]
    hits: int


def git(folder: Path, *words: str) -> str:
    return subprocess.check_output(["git", *words], cwd=folder, stderr=subprocess.PIPE, text=True, timeout=120)


def quiet_git(home: Path) -> None:
    """git as on a computer that nobody has set up, with a name to commit under and without its sample hooks."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]
    for role in ("AUTHOR", "COMMITTER"):
        os.environ |= {f"GIT_{role}_NAME": "A Curator", f"GIT_{role}_EMAIL": "curator@anytown.example"}
    os.environ |= {"HOME": str(home), "XDG_CACHE_HOME": str(home)}
    os.environ |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_TEMPLATE_DIR": ""}


def made(folder: Path, case: Case) -> Path:
    """The small workspace, ready for a command; for the first command of all, an empty folder."""
    folder.mkdir()
    if case.words.startswith("init "):
        return folder
    write_files(folder, FILES | (OLD if case.words == "migrate" else {}))
    for name, text in BESIDE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "rm", "--cached", "--quiet", NOTES)
    git(folder, "commit", "--quiet", "--message=The start")
    if case.team:
        share(folder, case.team)
    if case.before:
        assert ended(start(folder, case.before)) in (OK, FOUND), said(folder)
    if case.before.startswith("schedule") and case.words.startswith("schedule"):
        rewrite(folder, ABOUT, "second tuesday", "third thursday")
    return folder


def share(folder: Path, team: str) -> None:
    """A copy for the team in the workspace's own folder, so that it is copied with it; and what others sent there.

    Others add many plans, and change a plan and a register; we have changed the same files elsewhere, where the
    two are `apart`, and the same line, where they `clash`. Our notes are typed and not committed.
    """
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "team.git")
    git(folder, "remote", "add", "origin", "./team.git")
    if team == "empty":
        return
    git(folder, "push", "--quiet", "--set-upstream", "origin", "main")
    other = folder.parent / "other"
    git(folder.parent, "clone", "--quiet", str(folder / "team.git"), str(other))
    plans = other / "communities" / "zeta-care" / "sessions"
    plans.mkdir()
    for number in range(80):
        words = "".join(f"x-line-{line}: what {number} says\n" for line in range(60))
        (plans / f"20{27 + number // 12}-{number % 12 + 1:02d}-15.yaml").write_text(f"theme: Winter\n{words}")
    rewrite(other, PLAN, "theme: What next", "theme: What others say is next")
    rewrite(other, PEOPLE, "\n", "\nrosa.lynd: {name: Rosa Lynd, organisation: hospice}\n")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message=What others did")
    git(other, "push", "--quiet")
    if team == "ahead":
        return
    with (folder / PEOPLE).open("a") as file:
        file.write("omar.adair: {name: Omar Adair, organisation: icb}\n")
    if team == "clash":
        rewrite(folder, PLAN, "theme: What next", "theme: What we say is next")
    git(folder, "commit", "--quiet", "--all", "--message=What we did")


def rewrite(folder: Path, name: str, old: str, new: str) -> None:
    """Change the first such place of a file."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def tried(folder: Path, case: Case) -> Tried:
    """Kill a command over and over: evenly over its run, and every other time over the part in which it writes."""
    quiet_git(folder)
    base = made(folder / "base", case)
    before, done = state(base), copy(base, "done")
    codes = [ended(start(done, case.words))]
    import_all(done)
    after, history = state(done), committed(done)
    faults = [] if codes[0] in (OK, FOUND) else [f"it cannot even do it undisturbed: {said(done)}"]
    faults += errors(done) if case.team != "clash" else []  # both versions stand in the file
    codes.append(ended(start(done, case.words)))
    if (state(done), committed(done)) != (after, history):
        faults.append("given twice it is done twice")
    took, first, last = timed(copy(base, "timed"), case.words)
    shown = timed(copy(base, "seen"), case.words, "communities")[1:] if case.team else (first, last)
    hits = 0
    for number in range(4 * KILLS):
        if number >= KILLS and (not case.team or hits >= HITS):
            break  # a busy machine writes at other moments than when it was timed: then more are tried
        part = (number % KILLS + number // KILLS / 4) / (KILLS - 1)
        since, until = (first, last) if number % 4 else shown
        moment = took * (0.3 + 0.7 * part) if number % 2 else since + (until - since) * part
        place = copy(base, "killed")
        killed(place, case.words, moment)
        found = state(place)
        hits += bool(found.strays) or found.files not in (before.files, after.files)
        whole = [] if case.team and (place / MARK).exists() else torn(before, found, after)
        wrong = [*whole, *lost(case, before, found), *unfinished(place, case, after, history, codes)]
        faults += [f"killed after {moment:.3f} of {took:.3f} seconds: {fault}" for fault in wrong]
        shutil.rmtree(place.parent)
    return Tried(case, faults, hits)


def copy(base: Path, name: str) -> Path:
    return Path(shutil.copytree(base, base.parent / name / "workspace"))


def committed(folder: Path) -> str:
    """What git has, here and at the team, and what it says of the files."""
    if not (folder / ".git").exists():
        return ""
    team = git(folder / "team.git", "log", "--format=%s", "--all") if (folder / "team.git").exists() else ""
    return git(folder, "log", "--format=%s", "--name-status") + git(folder, "status", "--porcelain") + team


def errors(folder: Path) -> list[str]:
    """The errors in the files, and lines of the notes that are not there."""
    workspace = load(Folder(folder))
    notes = folder / NOTES
    lines = notes.read_text(encoding="utf-8").split("capture: |\n")[1].splitlines() if notes.exists() else CAPTURE
    found = [str(one) for one in workspace.findings if one.severity is Severity.ERROR]
    return found + ([] if len(lines) >= len(CAPTURE) else ["a line of the notes is lost"])


def torn(before: State, found: State, after: State) -> Iterator[str]:
    """Files that are neither as they were nor as they are to be.

    A table alone may stand in between, when it is told what was read before that goes elsewhere; but it is whole.
    """
    for name, data in found.files.items():
        wanted = [one[name] for one in (before.files, after.files) if name in one]
        if data not in wanted and not (name.endswith(".csv") and any(same_shape(data, one) for one in wanted)):
            yield f"{name} is torn"
    yield from (f"{name} is gone" for name in before.files if name in after.files and name not in found.files)


def lost(case: Case, before: State, found: State) -> Iterator[str]:
    """Lines that somebody typed and that are nowhere: notes that are committed nowhere, and what is on the move."""
    if case.words == "migrate":
        files = b"".join(found.files.values()).decode()
        words = [f"What {name.rpartition('/')[2][:-5]} {did}" for name in OLD for did in ("heard", "noted")]
        yield from (f"“{one}” is nowhere" for one in words if one not in files)
    if case.team and found.files.get(NOTES) != before.files[NOTES]:
        yield "the notes are not as they were typed"


def same_shape(one: bytes, other: bytes) -> bool:
    """Whether two tables have as many rows, each as wide."""
    first, second = ([len(row) for row in csv.reader(data.decode().splitlines())] for data in (one, other))
    return first == second and one.endswith(b"\n")


def unfinished(place: Path, case: Case, after: State, history: str, codes: list[int]) -> Iterator[str]:
    """What is wrong when the same command is given again."""
    code = ended(start(place, case.words))
    while code == REFUSED and (locks := [name for name in state(place).strays if name in said(place)]):
        (place / max(locks, key=len)).unlink()  # git's own, and so it is the user who takes it away, as copkit says
        code = ended(start(place, case.words))
    if code not in codes:
        yield f"given again it ends with {code}: {said(place)}"
    now = state(place)
    if (place / MARK).exists():
        yield "given again it thinks that it was stopped"
    if left := sorted(name for name in now.strays if not name.startswith(GITS)):
        yield f"given again it leaves {left}"
    wrong = [name for name in {*now.files, *after.files} if now.files.get(name) != after.files.get(name)]
    if wrong:
        yield f"given again it does not finish {sorted(wrong)}: {said(place)}"
    elif committed(place) != history:
        yield f"given again it does not commit the same: {said(place)}"


def test_500_kills_tear_no_file_and_lose_nothing(tmp_path: Path) -> None:
    waiting = []
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        for number, case in enumerate(CASES):
            (tmp_path / str(number)).mkdir()
            waiting.append(pool.submit(tried, tmp_path / str(number), case))
    found = [one.result() for one in waiting]
    assert "\n".join(f"copkit {named(one.case)}: {fault}" for one in found for fault in one.faults) == ""
    assert len(found) * KILLS >= 500
    assert sum(one.hits for one in found) > 45, [f"{named(one.case)}: {one.hits}" for one in found]
    assert sum(one.hits for one in found if one.case.team) >= 3 * HITS, [one.hits for one in found if one.case.team]


def named(case: Case) -> str:
    return f"{case.words} ({case.team})" if case.team else case.words
