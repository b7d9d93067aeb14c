"""Print documents: find the sessions that are meant, make each document in each format, write what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, get_args

import typer

from copkit.cli.caching import template_cache
from copkit.cli.common import pick_ids, pick_session, the_day, workspace
from copkit.cli.delivering import Made, Where, build_folder, deliver
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.pages import chosen_formats, documents_of
from copkit.cli.show import note
from copkit.cli.sound import Unclear, names_known, say_kept
from copkit.dates import say_date
from copkit.documents import Audience, NotForThem, Source, document, view
from copkit.documents.registry import Document
from copkit.workspace import Folder, Shared, load_community, load_shared
from copkit.workspace.day_names import day_name
from copkit.workspace.unclear import unclear_plans, unclear_rhythm

For = Annotated[str, typer.Option("--for", metavar="AUDIENCE", help="Whom it is for: members, public or team.")]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="FORMAT", help="html (the default), pdf, docx, md or txt; may be repeated."),
]
KINDS = frozenset(
    (
        "programme", "organisations", "people", "methods", "running-orders",
        "community", "members", "plan", "notes", "updates", "group", "issued",
    )
)  # fmt: skip
"""The kinds of file that documents of a session are made from; the others are not read, for speed."""
PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user typed."""

    community: str
    session: str
    audience: str
    formats: Sequence[str]
    where: Where
    root: Path | None
    today: str


def print_documents(name: str, wanted: Wanted) -> int:
    """Make a document of every session that is meant and write it, after all of them could be made."""
    formats = chosen_formats(wanted.formats)
    tree, sources = find_sources(wanted)
    chosen = [(one := _chosen(name, source), for_audience(one, source, wanted.audience)) for source in sources]
    return print_these(tree, chosen, formats, wanted.where)


def print_these(tree: Folder, chosen: Sequence[tuple[Document, Source]], typed: Sequence[str], where: Where) -> int:
    """Make these documents in these formats and write them, after all of them could be made."""
    formats = chosen_formats(typed)
    made: list[Made] = []
    for one, source in chosen:
        forms = dict(_render(tree, one, source, formats))
        of = f"the {one.name} of {source.community.id} on {say_date(source.session.date)}"
        made += documents_of(build_folder(tree, source.community.id), _name(one, source), forms, of)
    deliver(tree, made, where)
    for _, source in chosen:
        say_kept(source.planned.path, source.kept)
    return 0


def _name(chosen: Document, source: Source) -> str:
    """The actual day, the community, the document, and for whom where that is not who it is mostly for."""
    suffix = "" if source.audience == chosen.audiences[0] else f"-{source.audience}"
    return f"{day_name(source.community, source.session)}-{source.community.id}-{chosen.name}{suffix}"


def find_sources(wanted: Wanted) -> tuple[Folder, list[Source]]:
    """The sessions that are meant: of one community, or of each that has one when none is named."""
    community, session = _arguments(wanted)
    tree = workspace(wanted.root)
    shared = load_shared(tree, KINDS)
    today = the_day(wanted.today, shared)
    ids = pick_ids(tree, community)
    logo, found = logo_of(tree, shared), []
    for one in ids:
        try:
            found.append(_source(tree, shared, one, session, today, logo))
        except Stop as stop:
            if len(ids) == 1 or isinstance(stop, Unclear):
                raise
            note(stop.message)
    if not found:
        raise Stop("there is no such session in any community", REFUSED, "“copkit schedule” makes the year.")
    return tree, found


def _source(tree: Folder, shared: Shared, community: str, session: str, today: date, logo: str) -> Source:
    files = load_community(tree, community, KINDS)
    chosen = pick_session(files, session, today)
    reason = next(iter(unclear_rhythm(files)), None) or unclear_plans(files).get(chosen.id)
    if reason is not None:
        raise Unclear(reason)
    return Source(shared, files, chosen, "members", today, logo)


def _arguments(wanted: Wanted) -> tuple[str, str]:
    """A session may be named alone: `copkit agenda 2026-06-09`."""
    first = wanted.community
    alone = first in ("next", "last") or first[:1].isdigit()
    return ("", first) if alone and wanted.session == "next" else (first, wanted.session)


def _chosen(name: str, source: Source) -> Document:
    """The invitation to a session that was moved or cancelled is a notice of the change."""
    if name == "invite":
        from copkit.documents.change import has_changed

        name = "change" if has_changed(source) else "invite"
    return document(name)


def audience_named(typed: str, offered: Sequence[Audience], known: Sequence[Audience] = ()) -> Audience:
    """The audience that was typed, or the first offered; `known` ones are taken too, to be refused later."""
    for audience in (*offered, *known):
        if audience == (typed or offered[0]):
            return audience
    raise Stop(f"there is no version for “{typed}”", hint=f"There are {', '.join(offered)}.")


def for_audience(chosen: Document, source: Source, typed: str) -> Source:
    """What a document is made from, for the audience that was typed, or for its own first one."""
    from dataclasses import replace

    audience = audience_named(typed, chosen.audiences, get_args(Audience))
    names_known(source.registers, audience)
    return replace(source, audience=audience)


def _render(tree: Folder, chosen: Document, source: Source, formats: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    from copkit.render import FORMATS, RenderProblem, html
    from copkit.render.places import builtin

    root = Path(tree.real)
    shadow = root / "templates"
    try:
        made = view(chosen, source)
        page = html(chosen.template, made, shadow=shadow, cache=template_cache())
        for form in formats:
            if form == "html" and (not shadow.is_dir() or shadow.samefile(builtin())):
                yield form, page.encode()  # the tests hold the built-in templates to the rules for documents
            else:
                yield form, FORMATS[form](page, made.meta, shadow)
    except NotForThem as problem:
        raise Stop(f"{source.planned.path}: {problem}", REFUSED) from problem
    except RenderProblem as problem:
        raise Stop(f"{chosen.name} of {source.session.id}: {problem}", REFUSED) from problem


def logo_of(tree: Folder, shared: Shared) -> str:
    """The host's own logo as a `data:` address; empty where there is none or it cannot be read."""
    path = shared.programme.logo
    kind = PICTURES.get(Path(path).suffix.casefold())
    if not path or kind is None:
        return ""
    data = tree.read(path.replace("\\", "/")).data
    if data is None:
        note(f"the logo {path} cannot be read; documents are made without it")
        return ""
    from base64 import b64encode

    return f"data:{kind};base64,{b64encode(data).decode()}"
