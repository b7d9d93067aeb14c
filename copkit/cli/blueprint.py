"""`copkit blueprint`: how a community works, for those who carry it on or begin one like it."""

import json
from dataclasses import replace
from typing import Annotated

import typer

from copkit.cli.common import AsJson, CommunityName, Out, Overwrite, Root, Today, pick_ids, the_day, workspace
from copkit.cli.delivering import Made, Where, build_folder, deliver
from copkit.cli.exits import OK
from copkit.cli.pages import chosen_formats, documents_of, in_formats
from copkit.cli.printing import For, Formats, audience_named, logo_of
from copkit.cli.show import note, say
from copkit.cli.sound import names_known, say_unread, sound
from copkit.documents.source import Audience, Source
from copkit.findings import Finding, Severity
from copkit.workspace import CommunityFiles, Folder, load_community, load_shared

AUDIENCES: tuple[Audience, ...] = ("members", "public", "team")

ReadyOption = Annotated[
    bool, typer.Option("--ready", help="Only list what is still in somebody's head, with its file.")
]


def blueprint(
    community: CommunityName = "",
    ready: ReadyOption = False,
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Print the blueprint: how a community works, so that others can carry it on or begin one like it.

    Its eighteen parts are drawn from the community's files; blueprint.yaml adds words, costs and risks. It can be
    used without copkit. Beside it lies blueprint-COMMUNITY.yaml, the settings as data, for “copkit new community
    --from”: no people, no dates, no organisations.

    Example: copkit blueprint systems-leadership --format pdf --format docx
    """
    formats = chosen_formats(format_)
    tree = workspace(root)
    sources = _sources(tree, community, audience_named(for_, AUDIENCES), today)
    if ready or as_json:
        _say_ready(sources, as_json=as_json)
        return OK
    made, where = [one for source in sources for one in _made(tree, source, formats)], Where(out, overwrite)
    if not where.alone:
        made += [_settings(tree, source) for source in sources]
    deliver(tree, made, where)
    return OK


def _sources(tree: Folder, community: str, audience: Audience, today: str) -> list[Source]:
    from copkit.documents.blueprint import standing

    shared = load_shared(tree)
    names_known(shared, audience)
    say_unread(shared.files)
    day, logo = the_day(today, shared), logo_of(tree, shared)
    files = sound([load_community(tree, one) for one in pick_ids(tree, community)], unclear)
    for one in files:
        say_unread(one.files)
    return [standing(shared, one, day, audience, logo) for one in files]


def unclear(community: CommunityFiles) -> list[Finding]:
    """Errors in the files that a blueprint rests on: others would build on what they leave out."""
    names = {f"communities/{community.id}/{name}.yaml" for name in ("community", "blueprint", "practices")}
    errors = (one for one in community.files.findings if one.severity is Severity.ERROR)
    return [one for one in errors if one.position.path in names]


def _made(tree: Folder, source: Source, formats: tuple[str, ...]) -> list[Made]:
    """The document of a community in its formats."""
    from copkit.documents.blueprint import DOCUMENT, build

    name = source.community.id
    file = f"{name}-blueprint" if source.audience == "members" else f"{name}-blueprint-{source.audience}"
    forms = in_formats(tree, DOCUMENT.template, build(source), formats)
    return documents_of(build_folder(tree, name), file, forms, f"the blueprint of {name}")


def _settings(tree: Folder, source: Source) -> Made:
    """The settings as data, which lie beside the document."""
    from copkit.documents.blueprint.carrying import settings_name
    from copkit.documents.blueprint.settings import settings_of
    from copkit.editing.settings_text import settings_text

    carried, name = settings_of(replace(source, audience="public")), settings_name(source.community.id)
    if carried.left_out:
        lines = "line is" if carried.left_out == 1 else "lines are"
        note(f"{carried.left_out} {lines} not in {name}: they name somebody, or an organisation.")
    data = settings_text(carried.settings).encode()
    return Made(build_folder(tree, source.community.id), name, data, f"the settings of {source.community.id}")


def _say_ready(sources: list[Source], *, as_json: bool) -> None:
    """What is still only in somebody's head, with the file that it belongs in."""
    from copkit.workspace.handing_on import NUMBER, PARTS, gaps

    found = {one.community.id: gaps(one.registers, one.files, one.today) for one in sources}
    if as_json:
        listed = {
            name: [{"part": gap.part, "what": gap.what, "where": gap.where, "empty": gap.whole} for gap in one]
            for name, one in found.items()
        }
        say(json.dumps(listed, indent=2, ensure_ascii=False))
        return
    for name, one in found.items():
        if not one:
            say(f"{name}: nothing is only in somebody's head")
            continue
        say(f"{name}: {len(one)} {'thing is' if len(one) == 1 else 'things are'} still only in somebody's head")
        for number, part in enumerate(PARTS):
            here = [gap for gap in one if NUMBER[gap.part] == number]
            if here:
                say(f"  {number} {part.title}")
            for gap in here:
                say(f"    {gap.what[:1].upper()}{gap.what[1:]} ({gap.where})")
