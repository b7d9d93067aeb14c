"""`copkit exemplar`: Exemplar Hub entries, each on a page, and the hub's index."""

from collections.abc import Sequence
from typing import Annotated

import typer

from copkit.cli.annual import Found
from copkit.cli.common import CommunityName, Out, Overwrite, Root, Today
from copkit.cli.delivering import Made, Where, build_folder, deliver
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.named import Named, as_of_today, named
from copkit.cli.pages import chosen_formats, documents_of, in_formats
from copkit.cli.printing import Formats
from copkit.cli.show import note
from copkit.cli.sound import say_kept
from copkit.documents.annual import Annual
from copkit.documents.source import Audience

InitiativeName = Annotated[str, typer.Argument(metavar="[INITIATIVE]", help="Its file's name, or the start of it.")]
Index = Annotated[bool, typer.Option("--index", help="The hub's index instead: every initiative by its stage.")]
For = Annotated[str, typer.Option("--for", metavar="AUDIENCE", help="Whom it is for: public or members.")]
AUDIENCES: tuple[Audience, ...] = ("public", "members")


def exemplar(
    community: CommunityName = "",
    initiative: InitiativeName = "",
    index: Index = False,
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print Exemplar Hub entries: an initiative on one page, for somebody who may want to take it up.

    Without an initiative, one for each at the stage of exemplar, spreading or embedded. One that is named is
    printed at any stage, and the page says that it is no exemplar yet. The public version names people only where
    they agreed; --for members names who carries it and who can help.

    Example: copkit exemplar systems-leadership discharge-lounge --format pdf
    """
    formats = chosen_formats(format_)
    found, wanted = named(
        as_of_today(for_, AUDIENCES, root, today, community),
        Named(community, initiative, "initiative"),
        lambda one: one.community.initiatives,
    )
    if index:
        _index(found, formats, Where(out, overwrite))
    elif wanted:
        _entries(found, [(found.annuals[0], wanted)], formats, Where(out, overwrite))
    else:
        _entries(found, _exemplary(found.annuals), formats, Where(out, overwrite))
    return OK


def _exemplary(annuals: Sequence[Annual]) -> list[tuple[Annual, str]]:
    from copkit.documents.exemplar import EXEMPLARY
    from copkit.metrics.standing import stage_on

    chosen = [
        (of, key)
        for of in annuals
        for key, one in sorted(of.community.initiatives.items())
        if stage_on(of.community, one, of.today) in EXEMPLARY
    ]
    if not chosen:
        hint = "Name an initiative to print it at any stage."
        raise Stop("no initiative is an exemplar, spreading or embedded yet", REFUSED, hint)
    return chosen


def _entries(found: Found, chosen: list[tuple[Annual, str]], formats: tuple[str, ...], where: Where) -> None:
    """Make every entry, then write them."""
    from copkit.documents.exemplar import entry

    made: list[Made] = []
    for of, key in chosen:
        view, name = entry(of, key), of.community.id
        forms = in_formats(found.tree, "exemplar", view, formats)
        home, said = build_folder(found.tree, name), f"the entry of {key} of {name}"
        made += documents_of(home, f"{name}-exemplar-{key}{_suffix(of)}", forms, said)
        if view.not_yet:
            note(f"{key}: {view.not_yet[0].lower()}{view.not_yet[1:]}")
        say_kept(key, view.held)
    deliver(found.tree, made, where)


def _index(found: Found, formats: tuple[str, ...], where: Where) -> None:
    from copkit.documents.exemplar_index import index

    view = index(found.annuals)
    data = in_formats(found.tree, "exemplar_index", view, formats)
    of = found.annuals[0]
    which = of.community.id if len(found.annuals) == 1 else ""
    name = f"{which and f'{which}-'}exemplar-hub{_suffix(of)}"
    deliver(found.tree, documents_of(build_folder(found.tree, which), name, data, "the hub's index"), where)


def _suffix(of: Annual) -> str:
    return "" if of.audience == AUDIENCES[0] else f"-{of.audience}"
