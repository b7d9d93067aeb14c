"""Years that no brochure shows: a workspace of twelve people, and short ways to fill and to spoil its year."""

from pathlib import Path
from textwrap import dedent

from tests.hostile.places import COMMUNITY, ORGANISATIONS, PEOPLE, PROGRAMME, put

TODAY, YEAR = "2027-04-10", "2026-27"

SURNAMES = ["Ash", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Kale", "Larch"]
WHO = [f"pat.{name.lower()}" for name in SURNAMES]
"""Twelve people: six of the hospital, four of the council, two of the hospice."""

_FROM = ["acute"] * 6 + ["council"] * 4 + ["hospice"] * 2

_COMMUNITY = """\
id: {id}
name: {name} Community of Practice
short: {name}
started: 2026-04-01
governance: hosted
domain:
  focus: Leaving hospital
  problem: People wait
  concern: Nobody should wait
  people: People who leave hospital
community:
  for: Anybody who helps
  organisations: [acute, council, hospice]
purpose: [Work as one]
team:
  - {{who: pat.ash, role: convenor}}
  - {{who: pat.birch, role: facilitator}}
  - {{who: pat.cedar, role: curator}}
rhythm:
  meetings: 10
  pattern: second tuesday
  start: "10:00"
  break_months: [august, december]
  in_person: [3, 8]
  venue: Anytown Library
  link: https://meet.example/{id}
contact: {id}@anytown.example
"""

_SESSION = """\
number: {number}
date: {day}
start: "10:00"
place: online
link: https://meet.example/one
theme: {theme}
question: What would have to be true?
team: {{convenor: pat.ash, facilitator: pat.birch, moderator: pat.cedar, curator: pat.cedar}}
"""


def bare(root: Path) -> Path:
    """A programme with one community and twelve members, and nothing held yet."""
    put(
        root,
        PROGRAMME,
        dedent("""\
            programme: Anytown communities
            system: Anytown ICS
            objective: A healthier life for all
            host: council
            workspace: anytown
            contact: team@anytown.example
            """),
    )
    put(
        root,
        ORGANISATIONS,
        dedent("""\
            acute: {name: Anytown Hospitals, sector: acute}
            council: {name: Anyshire Council, sector: local-authority}
            hospice: {name: St Elsewhere Hospice, sector: voluntary}
            """),
    )
    people = zip(WHO, SURNAMES, _FROM, strict=True)
    put(root, PEOPLE, "".join(f"{who}: {{name: Pat {name}, organisation: {org}}}\n" for who, name, org in people))
    return community(root, COMMUNITY, "Home First", WHO)


def community(root: Path, key: str, name: str, members: list[str]) -> Path:
    """A community and its roll."""
    place = f"communities/{key}"
    put(root, f"{place}/community.yaml", _COMMUNITY.format(id=key, name=name))
    put(root, f"{place}/members.yaml", "".join(f"- {{who: {who}, joined: 2026-04-01}}\n" for who in members))
    return root


def session(root: Path, number: int, day: str, notes: str | None, *, plan: str = "", key: str = COMMUNITY) -> Path:
    """One session: its plan, and its notes unless they are None."""
    place = f"communities/{key}/sessions/{day}"
    put(root, f"{place}.yaml", _SESSION.format(number=number, day=day, theme=f"Theme {number}") + plan)
    if notes is not None:
        put(root, f"{place}.notes.yaml", notes)
    return root


def notes(present: list[str], *lines: str, head: str = "") -> str:
    """The text of a notes file."""
    text = "".join(f"  {line}\n" for line in lines)
    return f"present: [{', '.join(present)}]\n{head}" + (f"capture: |\n{text}" if lines else "")


def three(root: Path) -> Path:
    """A year with three sessions: all twelve, then eight, then six."""
    bare(root)
    session(
        root,
        1,
        "2026-04-14",
        notes(WHO, "connect: pat.ash + pat.gorse | keys", "idea: one form", "ask: pat.kale | a van"),
    )
    session(
        root, 2, "2026-06-09",
        notes(WHO[:8], "connect: pat.ash + pat.gorse | forms", "connect: pat.ash + pat.birch | rotas",
              "action: pat.cedar | write the form | 30 Jun", "decision: test one form"),
    )  # fmt: skip
    session(root, 3, "2027-03-09", notes(WHO[3:9], "done: 2026-06-09/1 | sent", "success: nobody was asked twice"))
    return root
