"""Make evaluations of the demonstration, or of a few files."""

from functools import cache
from pathlib import Path

from copkit.cli.annual import WantedYear, find_setting
from copkit.cli.subjects.commissions import choose, over_commission
from copkit.documents import Audience
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.evaluation.view import report
from copkit.render import FORMATS, html
from tests.shell import ROOT


@cache
def commission(audience: Audience = "public") -> Evaluation:
    """The four communities of the demonstration's commission."""
    return evaluation(ROOT, (), audience, together=True)


@cache
def single(name: str = "diabetes-in-pregnancy", audience: Audience = "public") -> Evaluation:
    return evaluation(ROOT, (name,), audience)


def evaluation(
    root: Path, names: tuple[str, ...], audience: Audience = "public", *, together: bool = False, **more: str
) -> Evaluation:
    wanted = WantedYear(audience=audience, root=root, today=more.pop("today", "2026-11-27"), **more)
    setting = find_setting(wanted, (audience,))
    chosen = choose(setting, names, together=together)
    own = not (wanted.from_ or wanted.to)
    return Evaluation.of(over_commission(setting, name, wanted.year, own=own) for name in chosen)


def in_format(of: Evaluation, form: str) -> bytes:
    view = report(of)
    return FORMATS[form](html("evaluation.html.j2", view), view.meta)


def text(of: Evaluation) -> str:
    """The report as one line of words, to look for sentences in."""
    return " ".join(in_format(of, "txt").decode().split())
