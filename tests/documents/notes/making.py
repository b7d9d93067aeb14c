"""Make notes and sheets of the small workspace beside these tests, or of any notes typed into it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from copkit.documents import Audience, Source, document
from copkit.models.session import Notes
from copkit.render import FORMATS, html
from copkit.workspace import Folder, load_community, load_shared

WORKSPACE = Path(__file__).parent / "workspace"
HELD, NEXT = "2026-06-03", "2026-07-01"


@cache
def source(session: str = HELD, audience: Audience = "members") -> Source:
    """What a document of a session of the small workspace is made from."""
    tree = Folder(WORKSPACE)
    shared, community = load_shared(tree), load_community(tree, "night-care")
    found = community.session(session)
    assert found is not None and shared.programme.as_of is not None
    assert not shared.files.findings and not community.files.findings
    return Source(shared, community, found, audience, shared.programme.as_of)


def with_notes(capture: str, audience: Audience = "members", **fields: object) -> Source:
    """The same session with other notes."""
    made_from = source(HELD, audience)
    changed = replace(made_from.planned, notes=Notes(capture=capture, **fields))  # type: ignore[arg-type]
    sessions = tuple(changed if one.id == HELD else one for one in made_from.files.sessions)
    return replace(made_from, planned=changed, files=replace(made_from.files, sessions=sessions))


def with_person(made_from: Source, key: str, **fields: object) -> Source:
    """The same with a person changed, or added."""
    people = dict(made_from.registers.people)
    people[key] = people[key].but(**fields)
    return replace(made_from, registers=replace(made_from.registers, people=people))


def page_of(name: str, made_from: Source) -> str:
    """A document as HTML."""
    wanted = document(name)
    return html(wanted.template, wanted.build(made_from))


def in_format(name: str, form: str, made_from: Source) -> bytes:
    """A document in a format."""
    wanted = document(name)
    made = wanted.build(made_from)
    data: bytes = FORMATS[form](html(wanted.template, made), made.meta)  # type: ignore[attr-defined]
    return data
