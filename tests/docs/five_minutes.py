"""docs/five-minutes.md: a curator's first day after a session, typed into a terminal of 80 columns."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from shutil import copytree
from unittest.mock import patch

from tests.docs.terminal import on_screen
from tests.importers.exports import lines, teams_three

ROOT = Path(__file__).parents[2]
COMMUNITY = "communities/systems-leadership"
NOTES = f"{COMMUNITY}/sessions/2026-06-09.notes.yaml"
SESSION, TODAY = "2026-06-09", "2026-06-10"
WORDS_A_MINUTE, LETTERS_A_WORD = 40, 5

TYPED = """\
success: discharge lounge has cut the wait for transport on two wards
challenge: three referral forms ask the same questions
Several people said families repeat their story at every step.
idea: one shared form, tested on two wards first
decision: set up a task-and-finish group on the shared form #discharge
acton: sam | draft terms of reference for the group | 30 Jun
action: joe | find two wards willing to test the form | 14 Jul
ask: lee | someone who has redesigned a form with patients
offer: jo | hospice will share its one-page form
connect: lee + jo | designing the form with families
connect: joe + sam | social care sign-off
question: how do we tell GP practices?
shift: people now ask "what does the person need?" before "whose budget?"
quote: I finally know who to ring. | role only | community nurse
resource: Hospice one-page referral form | https://example.org/form
done: 2026-05-12/1 | data sharing agreement sent to all partners
"""
SHORT = [line for line in TYPED.splitlines() if line.startswith(("success", "decision", "connect: joe"))]
"""One thing heard, one agreed and one connection: the least that is worth keeping."""
FORM = [
    ("ID", "Start time", "Email", "Name", "This session was worth my time", "I felt heard",
     "I met someone useful from another organisation", "I will use something from today", "Best thing",
     "One change"),
    ("1", "6/9/26 11:31:07", "one@nhs.example", "One Person", "5", "4", "Yes", "Yes", "The hospice's form", ""),
    ("2", "6/9/26 11:32:40", "two@nhs.example", "Two People", "4", "5", "Yes", "Maybe", "", "Jo Ng spoke too fast"),
    ("3", "6/9/26 11:35:12", "three@nhs.example", "Three People", "4", "3", "No", "Yes", "", "A break at eleven"),
]  # fmt: skip


def page() -> str:
    """The whole page; every answer in it is what copkit gave."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder).resolve()
        with alone(desk):
            sam, priya = two_desks(desk)
            sams, priyas = Walker(sam, "Sam Reid"), Walker(priya, "Priya Das")
            day = list(_first_day(sams))
            return "\n".join([_top(sams), *day, *_two_curators(sams, priyas), *_afterwards(sams)])


class Walker:
    """A person at a terminal: what is typed and what comes back, as Markdown."""

    def __init__(self, root: Path, name: str) -> None:
        self.root, self.letters = root, 0
        _git(root, "config", "user.name", name)
        _git(root, "config", "user.email", f"{name.split()[0].lower()}@anytown.example")

    def types(self, command: str, *answers: str, code: int = 0) -> str:
        """A command with its answers to what it asks, and the screen."""
        self.letters += sum(len(words) + 1 for words in (command, *answers))
        with chdir(self.root):
            ended, screen = on_screen(command + _today(command), answers)
        if ended != code:
            raise RuntimeError(f"{command} ended with {ended}:\n{screen}")
        return f"```text\n$ {command}\n{_without_spaces(screen)}\n```\n"

    def adds(self, text: str) -> str:
        """Lines typed at the end of the notes, in an editor that indents nothing by itself."""
        self.letters += len(text)
        with (self.root / NOTES).open("a", encoding="utf-8", newline="\n") as file:
            file.write("".join(f"  {line}\n" for line in text.splitlines()))
        return f"```text\n{text}```\n"

    def mends(self, old: str, new: str) -> None:
        """A word put right in the editor."""
        text = self.file(NOTES)
        if text.count(old) != 1:
            raise RuntimeError(f"“{old}” stands {text.count(old)} times in the notes")
        (self.root / NOTES).write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def file(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")


def _top(sam: Walker) -> str:
    """The head of the page, with what was typed by now and how long that takes."""
    return f"""\
# A curator's five minutes

<!-- Written by `python3 make.py docs`: what stands below each command is what copkit answered. Do not edit it. -->

The day after a session, in a terminal of 80 columns. The community is the demonstration's, as it was on
9 June 2026. Each command was given `--today {TODAY}`, which is left out here since nobody types it. How to do
this yourself is in [the guide for curators](curators.md).

| what is typed on the first day | letters and spaces | at {WORDS_A_MINUTE} words a minute |
|---|---|---|
{_row(f"{len(TYPED.splitlines())} lines of notes", len(TYPED))}
{_row("all commands, with who came and the answers to questions", sam.letters - len(TYPED))}
{_row("or only three lines of notes, where time is short", sum(len(line) + 1 for line in SHORT))}

A word is {LETTERS_A_WORD} letters. Time to think is not in it. Typed during the session, the notes cost none.

Measured once, typed letter by letter at that speed into a real terminal and a plain editor: 57 seconds for who
came, 4 minutes 58 seconds for the notes, 29 seconds to look at them, keep and send them.
"""


def _row(what: str, letters: int) -> str:
    return f"| {what} | {letters} | {letters / LETTERS_A_WORD / WORDS_A_MINUTE:.1f} minutes |"


def _first_day(sam: Walker) -> Iterator[str]:
    yield "## Make the file\n"
    yield sam.types("copkit notes new")
    yield "This is the file. Nobody is ticked: who came is not guessed.\n"
    yield f"```yaml\n{sam.file(NOTES)}```\n"
    yield "## Say who came\n\nFrom the report that Teams gives, for those who joined by video:\n"
    yield sam.types('copkit attend 2026-06-09 "../Attendance report.csv"', "guest", "guest")
    yield "And from the sheet at the door:\n"
    yield sam.types('copkit attend 2026-06-09 sam lee "Pria Das"', "1")
    yield "## Type\n\nSam opens the file in an editor and types below `capture: |`, in any order:\n"
    yield sam.adds(TYPED)
    yield "## See what was understood\n"
    yield sam.types("copkit notes show")
    yield "One slip: “acton” in line 14. Sam mends it in the editor, and looks at the last lines again.\n"
    sam.mends("acton:", "action:")
    yield _end_of(sam.types("copkit notes show"), 4)
    yield "Names and dates can be written out. This is for those who read the file; copkit understands both.\n"
    yield sam.types("copkit notes tidy")
    yield "## Keep it\n"
    yield sam.types("copkit notes commit")
    yield sam.types("copkit sync")
    yield "That was it. What follows is for the days after.\n"


def _two_curators(sam: Walker, priya: Walker) -> Iterator[str]:
    yield "## Two people type at once\n\nPriya, who looked after the chat, fetches the notes and adds to them:\n"
    yield priya.types("copkit sync")
    yield priya.adds("offer: priya | ask the practice managers how they would like to hear of it\n")
    yield priya.types("copkit notes commit")
    yield priya.types("copkit sync")
    yield "Meanwhile Sam remembers something and adds it in the same place:\n"
    yield sam.adds("practice: forms on the wall, and people stood up to read them\n")
    yield sam.types("copkit notes commit")
    yield sam.types("copkit sync")
    yield (
        "Both lines are in the file, Priya's above, since it was sent first. It would be so if one of them had\n"
        "saved in another encoding, or ticked other people. A number is another matter: both count the voices.\n"
    )
    for one, count in ((priya, 8), (sam, 9)):
        if one is priya:
            priya.types("copkit sync")
        one.mends("capture:", f"voices: {count}\ncapture:")
        one.types("copkit notes commit")
    priya.types("copkit sync")
    yield sam.types("copkit sync", code=1)
    yield "Sam opens the file, keeps Priya's number, and deletes the rest.\n"
    text = sam.file(NOTES)
    end = text.index(">>>>>>> theirs\n")
    kept = text[: text.index("<<<<<<<")] + text[text.index("=======\n") + 8 : end] + text[end + 15 :]
    (sam.root / NOTES).write_text(kept, encoding="utf-8", newline="\n")
    yield sam.types("copkit sync")


def _afterwards(sam: Walker) -> Iterator[str]:
    yield "## Take in the feedback\n\nThe file is what Microsoft Forms gives, with names and addresses:\n"
    yield sam.types('copkit feedback 2026-06-09 "../Feedback form.csv"')
    yield "What people wrote in their own words waits until somebody has read it:\n"
    yield sam.types("copkit feedback 2026-06-09 --read", "k", "e", "some of it was too fast", "k", "k")
    yield "This is all that is kept:\n"
    yield f"```text\n{sam.file(f'{COMMUNITY}/feedback/{SESSION}.csv')}```\n"
    yield sam.types("copkit save")
    yield "## See what was promised\n"
    yield sam.types("copkit actions")
    yield "## Print the notes\n\nFor members, and for everybody:\n"
    yield sam.types("copkit notes print")
    yield sam.types("copkit notes print --for public --format txt --out -")


def _today(command: str) -> str:
    return "" if command == "copkit sync" else f" --today {TODAY}"


def _without_spaces(screen: str) -> str:
    return "\n".join(line.rstrip() for line in screen.strip("\n").split("\n"))


def _end_of(block: str, count: int) -> str:
    """A block with its command and its last lines."""
    first, command, *rest = block.split("\n")
    return "\n".join([first, command, "…", *rest[-count - 2 :]])


# --- Two desks --------------------------------------------------------------------------------------------


def two_desks(desk: Path) -> tuple[Path, Path]:
    """The demonstration as it was before the session's notes, in two clones of one shared copy."""
    start = desk / "start"
    for part in ("programme", "systems-leadership"):
        copytree(ROOT / "communities" / part, start / "communities" / part)
    _turn_back(start / COMMUNITY)
    (start / ".gitignore").write_text("private/\nbuild/\n.copkit.lock\n.copkit-*.tmp\n", encoding="utf-8")
    _git(start, "init", "-q", "-b", "main")
    _git(start, "add", "-A")
    _git(start, "-c", "user.name=Amina Khan", "-c", "user.email=amina@anytown.example", "commit", "-qm", "The year")
    _git(desk, "clone", "-q", "--bare", "start", "shared.git")
    for name in ("sam", "priya"):
        _git(desk, "clone", "-q", "shared.git", name)
    (desk / "Attendance report.csv").write_bytes(teams_three().encode("utf-16"))
    (desk / "Feedback form.csv").write_bytes(lines(FORM, ",").encode("utf-8-sig"))
    return desk / "sam", desk / "priya"


def _turn_back(community: Path) -> None:
    """Take away what came after the day of the session."""
    for pattern in ("sessions/*.notes.yaml", "feedback/*.csv"):
        for path in community.glob(pattern):
            if path.name[:10] >= SESSION:
                path.unlink()
    updates = community / "updates.yaml"
    text = updates.read_text(encoding="utf-8")
    updates.write_text(text[: text.index("- {date: 2026-06-28")], encoding="utf-8", newline="\n")


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, timeout=120)


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """git as on a computer that nobody has set up, at nine on the day after the session."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    day = f"{TODAY}T09:00:00+0100"
    ours |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1"}
    ours |= {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    with patch.dict(os.environ, ours, clear=True):
        yield
