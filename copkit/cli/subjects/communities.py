"""Documents of a community as it works, and of the programme."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from copkit.cli.common import pick_ids
from copkit.cli.delivering import Made
from copkit.cli.exits import OK
from copkit.cli.require_readable import readable
from copkit.cli.say_json import say_json
from copkit.cli.show import note, say
from copkit.cli.subjects.desk import Desk, Piece
from copkit.documents.standing import Standing, StandingProgramme
from copkit.findings import Finding, Severity
from copkit.workspace import CommunityFiles
from copkit.workspace.blueprint_readiness import NUMBER, PARTS, Gap, gaps


def pieces(desk: Desk) -> Iterator[Piece]:
    """The document of each community that is meant; beside a blueprint lie the settings as data."""
    wanted = desk.document
    for source in sources(desk):
        name = source.files.id
        piece = desk.piece((source,), desk.file(name, wanted.name), f"the {wanted.title.lower()} of {name}", name)
        yield piece._replace(beside=partial(_settings, piece, source)) if wanted.name == "blueprint" else piece


def ready(desk: Desk) -> int:
    """List what is still only in somebody's head, with the file that each thing belongs in."""
    found = {one.files.id: gaps(one.registers, one.files, one.today) for one in sources(desk)}
    if desk.typed.said("as_json"):
        say_json({"communities": {name: [_data(gap) for gap in one] for name, one in found.items()}})
        return OK
    for name, one in found.items():
        _say_ready(name, one)
    return OK


def _data(gap: Gap) -> dict[str, object]:
    return {"part": gap.part, "what": gap.what, "where": gap.where, "empty": gap.whole}


def _say_ready(name: str, found: tuple[Gap, ...]) -> None:
    if not found:
        say(f"{name}: nothing is only in somebody's head")
        return
    say(f"{name}: {len(found)} {'thing is' if len(found) == 1 else 'things are'} still only in somebody's head")
    for number, part in enumerate(PARTS):
        here = [gap for gap in found if NUMBER[gap.part] == number]
        if here:
            say(f"  {part.title}")
        for gap in here:
            say(f"    {gap.what[:1].upper()}{gap.what[1:]} ({gap.where})")


def notice(desk: Desk) -> Iterator[Piece]:
    """The programme's privacy notice."""
    desk.words(0)
    of = StandingProgramme(desk.shared, desk.audience, desk.today, desk.marks)
    yield desk.piece((of,), desk.document.name, "the privacy notice")


def sources(desk: Desk) -> list[Standing]:
    """The communities that are meant, but for those whose own files are not clear."""
    files = readable([desk.community(one) for one in pick_ids(desk.tree, desk.words().first)], unclear)
    return [Standing(desk.shared, one, desk.audience, desk.today, desk.marks) for one in files]


def unclear(community: CommunityFiles) -> list[Finding]:
    """Errors in the files that a blueprint rests on: others would build on what they leave out."""
    names = {f"communities/{community.id}/{name}.yaml" for name in ("community", "blueprint", "practices")}
    errors = (one for one in community.files.findings if one.severity is Severity.ERROR)
    return [one for one in errors if one.position.path in names]


def _settings(piece: Piece, source: Standing, view: object) -> Iterator[Made]:
    """The settings as data, which lie beside the document: for everybody, since the file may go anywhere."""
    from copkit.documents.blueprint.carrying import settings_name
    from copkit.documents.blueprint.settings import settings_of
    from copkit.editing.settings_text import settings_text

    carried = settings_of(replace(source, audience="public"))
    community = source.files.id
    name = settings_name(community)
    if carried.left_out:
        lines = "line is" if carried.left_out == 1 else "lines are"
        note(f"{carried.left_out} {lines} not in {name}: they name somebody, or an organisation.")
    data = settings_text(carried.settings).encode()
    yield Made(piece.home, name, data, f"the settings of {community}", beside=True)
