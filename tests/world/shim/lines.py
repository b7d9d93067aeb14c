"""A workspace that every command finds something to do in, and a line of each command."""

import shutil
import subprocess
from pathlib import Path

from tests.calendars.test_busy import calendar
from tests.importers.test_feedback import google
from tests.importers.word import word
from tests.markers.planting import MAIN
from tests.shell import copkit, first_community

HELD, TAKEN, NEXT, MOVED = "2026-11-10", "2026-06-09", "2027-01-12", "2027-02-09"
"""Sessions: one whose notes are not agreed, one whose notes are, the one to come, and one that was moved."""
PRINTED_OF: dict[str, tuple[str, ...]] = {
    "actions": (MAIN,), "agenda": (MAIN, NEXT), "blueprint": (MAIN,), "brief": (MAIN, NEXT),
    "certificate": (MAIN, "amina.khan"), "certificate-year": (MAIN, "amina.khan", "2026-27"),
    "change": (MAIN, MOVED), "evaluation": (MAIN,), "exemplar": (), "exemplar-index": (),
    "feedback-sheet": (MAIN, NEXT), "follow-up-sheet": (MAIN, TAKEN), "group": (MAIN,), "health": (MAIN,),
    "evidence": (MAIN,),
    "invite": (MAIN, NEXT), "moderator": (MAIN, NEXT), "notes": (MAIN, HELD), "one-page": (MAIN,),
    "plan": (MAIN, NEXT), "portfolio": (), "portfolio-evidence": (), "portfolio-page": (),
    "privacy-export": ("jo.ng",),
    "privacy-notice": (), "sheets": (MAIN, NEXT), "sign-in": (MAIN, NEXT), "story-sheet": (MAIN, NEXT),
    "synthesis": (MAIN,), "table-sheet": (MAIN, NEXT), "tables": (MAIN, NEXT), "welcome": (MAIN, "jo.ng"),
}  # fmt: skip
LINES: dict[str, tuple[str, ...]] = {
    "init": ("elsewhere/new", "--system", "Anytown", "--community", "Home First", "--contact", "c@anytown.example",
             "--name", "Amina Khan", "--organisation", "ICB", "--yes"),
    "new community": ("Frailty",), "new person": ("Rosa Lind", "--organisation", "hospice"),
    "new organisation": ("Elm House", "--sector", "voluntary"), "new session": (MAIN, "2026-12-15"),
    "new initiative": (MAIN, "--name", "Night kit", "--owner", "sam.reid"),
    "new group": (MAIN, "--name", "Readers", "--lead", "sam.reid", "--interest"),
    "new story": ("--line", "2026-11-10/story/1", "--name", "A tale"),
    "new practice": (MAIN, "--name", "Reading aloud"),
    "new event": (MAIN, "--name", "Fair", "--date", "2026-12-01"),
    "new challenge": ("--name", "Frailty challenge", "--opens", "2027-09-01", "--closes", "2027-10-15"),
    "new cohort": ("--name", "Leaders", "--kind", "leadership"),
    "new opportunity": ("--name", "A post", "--reader", "team"),
    "join": (MAIN, "Rosa Lind", "--organisation", "hospice", "--email", "rosa.lind@anytown.example"),
    "leave": (MAIN, "jo.ng"), "import members": (MAIN, "elsewhere/members.csv"),
    "import replies": (MAIN, NEXT, "elsewhere/replies.csv"),
    "import dates": ("elsewhere/terms.ics",), "doctor": (), "schema": (),
    "migrate": (), "templates list": (), "templates copy": ("agenda",), "trust": (), "schedule": (MAIN, "2027-28"),
    "move": (MAIN, NEXT, "2027-01-19", "--because", "Frost"), "cancel": (MAIN, NEXT, "--because", "Frost"),
    "close": (MAIN, "--on", NEXT, "--because", "Done", "--yes"), "undo": (), "calendar": (MAIN,), "next": (),
    "agenda": (MAIN, NEXT), "invite": (MAIN, NEXT), "notes print": (MAIN, HELD),
    "notes new": (MAIN, NEXT), "notes show": (MAIN, HELD), "notes tidy": (MAIN, HELD, "--yes"),
    "notes take": (MAIN, HELD, "elsewhere/minutes.docx", "--accept"), "notes edit": (MAIN, NEXT),
    "notes add": (MAIN, HELD, "action: Lee to ask the wardens"),
    "notes commit": (MAIN, HELD), "attend": (MAIN, HELD, "lee.marsh", "--others", "7"), "actions": (MAIN,),
    "save": ("-m", "Dates"), "sync": (), "feedback": (MAIN, HELD, "elsewhere/answers.csv", "--replace"),
    "review new": (MAIN, "2026-27"), "review show": (MAIN, "2025-26"), "synthesis": (MAIN,), "blueprint": (MAIN,),
    "health": (MAIN,), "export": (MAIN,), "list": ("members",), "show": ("session", MAIN, NEXT),
    "initiative stage": ("shared-form", "exemplar", "--note", "Four wards"),
    "initiative adopt": ("shared-form", "hospice", "adopted", "--date", "2026-11-20"), "check": (),
    "explain": ("convenor",), "why": ("C2", MAIN), "privacy export": ("jo.ng",), "privacy erase": ("jo.ng",),
    "privacy due": (), "help": ("calendar",),
    **{f"print {name}": words for name, words in PRINTED_OF.items()},
}  # fmt: skip
"""By command, the words that follow it; `elsewhere/` is a folder beside the workspace."""
NO_ROOT = ("init", "help", "explain")
WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Sam"), ("EMAIL", "sam@anytown.example"), ("DATE", "2026-11-27T12:00:00Z"))
}
"""Who commits, and always at the same moment."""


def workspace(base: Path) -> Path:
    """The demonstration's first community, kept by git and sent to a shared copy, with somebody's address."""
    root = first_community(base / "workspace")
    (root / "private").mkdir()
    (root / "private" / "contacts.yaml").write_text("jo.ng: {email: jo.ng@anytown.example}\n")
    (root / ".gitignore").write_text("private/\nbuild/\n.copkit.lock\n.copkit-*.tmp\n")
    (base / "elsewhere").mkdir()
    (base / "elsewhere" / "members.csv").write_text("Name,Organisation\nRosa Lind,St Elsewhere Hospice\n")
    (base / "elsewhere" / "replies.csv").write_text("Name,Are you coming?,Diet\nLee Marsh,Yes,Vegan\n")
    (base / "elsewhere" / "terms.ics").write_bytes(calendar("SUMMARY:Term ends\nDTSTART;VALUE=DATE:20270723"))
    (base / "elsewhere" / "minutes.docx").write_bytes(word(["Lee Marsh will ring the wardens by 30 January"]))
    (base / "elsewhere" / "answers.csv").write_text(google())
    ran = copkit("calendar", MAIN, "--many", root=root)
    assert ran.code == 0, ran
    shutil.rmtree(root / "build")
    (root / f"communities/{MAIN}/reviews/2026-27.yaml").unlink()
    _commit(root)
    ran = copkit("move", MAIN, MOVED, "2027-02-16", "--because", "Frost", root=root)
    assert ran.code == 0, ran
    with (root / f"communities/{MAIN}/sessions/{HELD}.notes.yaml").open("a", encoding="utf-8") as notes:
        notes.write("  ACTION:  lee.marsh |  ask the wardens | next\n")
    return root


def _commit(root: Path) -> None:
    hub = str(root.parent / "hub.git")
    for words in (
        ("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "Start"),
        ("init", "-q", "--bare", "-b", "main", hub), ("remote", "add", "origin", hub),
        ("push", "-q", "-u", "origin", "main"),
    ):  # fmt: skip
        subprocess.run(["git", *words], cwd=root, check=True, timeout=120)


def words_of(command: str, base: Path) -> list[str]:
    """What is typed."""
    words = [str(base / word) if word.startswith("elsewhere/") else word for word in LINES[command]]
    root = [] if command in NO_ROOT else ["--root", str(base / "workspace")]
    return [*command.split(), *words, *root]
