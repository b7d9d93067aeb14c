"""What is typed into a workspace after `copkit init`."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from textwrap import dedent

HOME = "communities/home-first"
TEAM = ("convenor: amina.khan", "facilitator: joe.bell", "moderator: mary.hart", "curator: sian.price")
PEOPLE = {
    "joe.bell": "Joe Bell",
    "sian.price": "Siân Price",
    "mary.hart": "Mary Jane Hart",
    "seren.oneill": "Seren O’Neill",
}


def write(root: Path, name: str, text: str) -> Path:
    """Write a file of the community, its common indent taken away."""
    path = root / HOME / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def add(root: Path, people: dict[str, str], roll: Iterable[str] | None = None, **fields: str) -> None:
    """Put people into the register, and on the roll those that `roll` says, by id where it says nothing."""
    own = "".join(f", {key}: {value}" for key, value in fields.items())
    lines = [f'{key}: {{name: "{name}", organisation: nhs-anytown-icb{own}}}\n' for key, name in people.items()]
    _append(root / "communities/programme/people.yaml", lines)
    members = people if roll is None else roll
    _append(root / HOME / "members.yaml", [f'- {{who: "{who}", joined: 2026-04-01}}\n' for who in members])


def team(root: Path, *roles: str) -> None:
    """Let the community's team be these, each written `role: who`."""
    path = root / HOME / "community.yaml"
    text = path.read_text(encoding="utf-8")
    before, after = text.split("team:", 1)
    rest = after[after.index("rhythm:") :]
    lines = "".join(f"  - {{role: {role}, who: {who}}}\n" for role, who in (one.split(": ") for one in roles))
    path.write_text(f"{before}team:\n{lines}{rest}", encoding="utf-8")


def plan(root: Path, day: str, *lines: str) -> None:
    """Plan a session on a day."""
    date.fromisoformat(day)
    write(root, f"sessions/{day}.yaml", "".join(f"{line}\n" for line in (f"date: {day}", *lines)))


def notes(root: Path, day: str, *lines: str, **fields: str) -> None:
    """Write the notes of a session."""
    own = "".join(f"{key}: {value}\n" for key, value in fields.items())
    write(root, f"sessions/{day}.notes.yaml", f"{own}capture: |\n" + "".join(f"  {line}\n" for line in lines))


def _append(path: Path, lines: Iterable[str]) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "".join(lines), encoding="utf-8")
