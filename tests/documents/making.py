"""Make documents of the small workspace beside these tests, or of any other."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from copkit.documents import Audience, Source, document
from copkit.render import FORMATS, html
from copkit.workspace import Folder, load_community, load_shared

OF_A_SESSION = ("agenda", "plan", "moderator", "tables", "invite", "change", "brief")
WORKSPACE = Path(__file__).parent / "workspace"
COMMUNITY = "night-care"
IN_PERSON, HYBRID, CANCELLED, OWN_ORDER, HELD = (
    "2026-07-01", "2026-08-05", "2026-09-02", "2026-10-07", "2026-06-03",
)  # fmt: skip


@cache
def source(session: str = IN_PERSON, audience: Audience = "members", root: Path = WORKSPACE) -> Source:
    """What a document of a session is made from."""
    tree = Folder(root)
    shared, community = load_shared(tree), load_community(tree, COMMUNITY)
    found = community.session(session)
    assert found is not None and shared.programme.as_of is not None
    assert not shared.files.findings and not community.files.findings
    return Source(shared, community, found, audience, shared.programme.as_of)


def page_of(name: str, made_from: Source, shadow: Path | None = None) -> str:
    """A document as HTML, for the audience of its source, or its own first one where that is not among its own."""
    wanted = document(name)
    if made_from.audience not in wanted.audiences:
        made_from = replace(made_from, audience=wanted.audiences[0])
    return html(wanted.template, wanted.build(made_from), shadow=shadow)


def in_format(name: str, form: str, made_from: Source) -> bytes:
    """A document in a format."""
    wanted = document(name)
    if made_from.audience not in wanted.audiences:
        made_from = replace(made_from, audience=wanted.audiences[0])
    made = wanted.build(made_from)
    data: bytes = FORMATS[form](html(wanted.template, made), made.meta)  # type: ignore[attr-defined]
    return data
