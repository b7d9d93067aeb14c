"""Two curators and a convenor work for a quarter of a year in three clones, and no line that was typed is lost."""

import random
from pathlib import Path

import pytest

from tests.cli.notes.conftest import git
from tests.shell import copkit

SESSIONS = "communities/systems-leadership/sessions"
UPDATES = "communities/systems-leadership/updates.yaml"
DAYS = ("2026-06-09", "2026-07-14", "2026-08-11", "2026-09-08")
WORDS = ("form", "ward", "carers", "beds", "transport", "trust", "winter", "pharmacy")
MARKS = ("<<<<<<<", "=======", ">>>>>>>")


class Person:
    """Somebody with a clone, who types lines and remembers them."""

    def __init__(self, name: str, root: Path, chance: random.Random) -> None:
        self.name, self.root, self.chance = name, root, chance
        self.typed: dict[str, list[str]] = {}
        self.conflicts = 0
        git(root, "config", "user.name", name)

    def notes(self, day: str) -> None:
        """Type three lines below what is there, or start the file, and commit it."""
        path = f"{SESSIONS}/{day}.notes.yaml"
        file = self.root / path
        if not file.exists():
            assert copkit("notes", "new", "systems", day, "--today", day, root=self.root).code == 0
        lines = [f"{self.kind()}: {self.name} | {self.words()} | next" for _ in range(3)]
        self.add(path, [f"  {line}" for line in lines])
        ran = copkit("notes", "commit", "systems", day, "--today", day, root=self.root)
        assert ran.code == 0, ran.err

    def kind(self) -> str:
        return self.chance.choice(("action", "idea", "ask", "Several said", "acton"))

    def words(self) -> str:
        return f"{' '.join(self.chance.sample(WORDS, 3))} {self.chance.random():.9f}"

    def update(self, day: str) -> None:
        """Say in updates.yaml that something moved on, and save."""
        self.add(UPDATES, [f"- {{date: {day}, action: 2026-05-12/1, status: open, note: {self.words()}}}"])
        ran = copkit("save", root=self.root)
        assert ran.code == 0, ran.err

    def add(self, path: str, lines: list[str]) -> None:
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
        self.typed.setdefault(path, []).extend(lines)

    def sync(self) -> None:
        """Keep in step; where two typed in one place, keep both by deleting the marks, as copkit says."""
        ran = copkit("sync", root=self.root)
        if ran.code == 1:
            self.conflicts += 1
            for path in git(self.root, "diff", "--name-only", "--diff-filter=U").split():
                assert path in ran.out
                kept = (self.root / path).read_text(encoding="utf-8").split("\n")
                text = "\n".join(line for line in kept if not line.startswith(MARKS))
                (self.root / path).write_text(text, encoding="utf-8")
            ran = copkit("sync", root=self.root)
        assert ran.code == 0, ran.out + ran.err


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_line_that_was_typed_is_lost(repo: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for day in DAYS:
        (repo / SESSIONS / f"{day}.yaml").write_text("theme: One form\n")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "The quarter")
    git(tmp_path, "clone", "-q", "--bare", str(repo), "hub.git")
    people = []
    for name in ("sam", "joe", "amina"):
        git(tmp_path, "clone", "-q", "hub.git", name)
        people.append(Person(name, tmp_path / name, chance))
    for day in DAYS:
        for _ in range(8):
            person = chance.choice(people)
            chance.choice((person.notes, person.update))(day)
            if chance.random() < 0.4:
                person.sync()
    for person in (*people, *people):
        person.sync()
    assert sum(person.conflicts for person in people) > 2, "nobody ever typed in the same place"
    assert len({git(person.root, "rev-parse", "HEAD") for person in people}) == 1
    for person in people:
        for path, lines in person.typed.items():
            text = (tmp_path / "sam" / path).read_text(encoding="utf-8").split("\n")
            assert [line for line in lines if line not in text] == []
            at = [text.index(line) for line in lines]
            assert at == sorted(at), "lines of one person stay in the order in which they were typed"
            shown = copkit("notes", "show", "systems", Path(path).name[:10], root=tmp_path / "sam").out
            if path.endswith(".notes.yaml"):
                assert all(line.strip() in shown for line in lines)
