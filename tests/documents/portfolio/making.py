"""Make a portfolio of the demonstration, or of a few files."""

from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

from copkit.cli.annual import WantedYear, find_setting, programme_year
from copkit.cli.subjects.portfolios import gather
from copkit.documents import Audience
from copkit.documents.portfolio.report import report
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.portfolio.view import evidence_page, one_page
from copkit.render import FORMATS, html
from tests.shell import ROOT


@cache
def demonstration(audience: Audience = "members") -> Portfolio:
    return portfolio_of(ROOT, audience)


def portfolio_of(root: Path, audience: Audience = "members", today: str = "2026-11-27") -> Portfolio:
    wanted = WantedYear(year="2026-27", audience=audience, root=root, today=today)
    setting = find_setting(wanted, (audience,))
    return gather(setting, programme_year(setting))


def in_format(portfolio: Portfolio, form: str, *, page: bool = False, evidence: bool = False) -> bytes:
    make = one_page if page else evidence_page if evidence else report
    template = "portfolio_page" if page else "portfolio_evidence" if evidence else "portfolio"
    view: Any = make(portfolio)
    return FORMATS[form](html(template, view), view.meta)


def write(root: Path, files: dict[str, str]) -> Path:
    """A workspace of a few files, by their paths under `communities/`."""
    for name, text in files.items():
        path = root / "communities" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return root


PROGRAMME = {
    "programme/programme.yaml": "programme: Harbour Communities\nhost: trust\ncontact: team@harbour.example\n",
    "programme/organisations.yaml": (
        "trust: {name: Harbour Trust, sector: acute}\n"
        "council: {name: Harbour Council, sector: local-authority}\n"
        "old-trust: {name: Quay Trust, sector: acute, became: trust, since: 2026-07-01}\n"
    ),
}


def people(*names: str, organisation: str = "trust") -> str:
    """Lines of people.yaml."""
    return "".join(f"{name}: {{name: {name.title()} Hart, organisation: {organisation}}}\n" for name in names)


def community(name: str, *sessions: tuple[str, tuple[str, ...], str], about: str = "") -> dict[str, str]:
    """A community's files: each session is its day, who came, and lines of notes."""
    scope = "community: {organisations: [trust]}"
    files = {f"{name}/community.yaml": f"id: {name}\nname: {name.title()}\n{scope}\n{about}"}
    for day, present, lines in sessions:
        files[f"{name}/sessions/{day}.yaml"] = f"date: {day}\ntheme: A theme\n"
        capture = "".join(f"  {line}\n" for line in lines.splitlines())
        files[f"{name}/sessions/{day}.notes.yaml"] = f"present: [{', '.join(present)}]\n" + (
            f"capture: |\n{capture}" if capture else ""
        )
    return files
