"""Make entries, the index and group reports of the small workspace beside these tests."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from copkit.cli.common import pick_ids
from copkit.cli.printing import open_desk
from copkit.cli.subjects.desk import Typed
from copkit.cli.subjects.things import standing
from copkit.documents.annual import Annual
from copkit.documents.exemplar import entry
from copkit.documents.exemplar.index import index
from copkit.documents.group_report import group_report
from copkit.documents.several import Several
from copkit.documents.source import Audience
from copkit.render import FORMATS, html

WORKSPACE = Path(__file__).parent / "workspace"
DAY = date(2026, 6, 20)


@cache
def night_care(audience: Audience = "public", today: date = DAY) -> Annual:
    """The community on a day, for an audience."""
    (found,) = as_of_today(audience, WORKSPACE, today.isoformat())
    assert not found.community.files.findings and not found.shared.files.findings
    return found


def as_of_today(audience: Audience, root: Path, today: str = "") -> list[Annual]:
    """Every community of a workspace as it stands on a day, for an audience."""
    desk = open_desk("synthesis", Typed(audience=audience, root=root, today=today))
    return standing(desk, pick_ids(desk.tree, ""))


def view_of(name: str, audience: Audience = "public", today: date = DAY) -> tuple[str, Any]:
    """The template and the view of a document, named `hub`, `group-KEY`, or an initiative's id."""
    of = night_care(audience, today)
    if name == "hub":
        return "exemplar_index", index(Several.of([of]))
    if name.startswith("group-"):
        return "group_report", group_report(of, name.removeprefix("group-"))
    return "exemplar", entry(of, name)


def in_format(name: str, form: str, audience: Audience = "public") -> bytes:
    """A document in a format."""
    template, view = view_of(name, audience)
    data: bytes = FORMATS[form](html(template, view), view.meta)
    return data
