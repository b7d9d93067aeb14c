"""`copkit export`: tidy tables for evaluators, with a definition of every column."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.annual import Found, WantedYear, find_year
from copkit.cli.common import AsJson, CommunityName, Out, Overwrite, Root, Today, YearName
from copkit.cli.delivering import Made, Where, build_folder, place, write_placed
from copkit.cli.exits import OK, Stop
from copkit.cli.options import For, From, To
from copkit.cli.reading import chosen
from copkit.cli.require_readable import say_kept
from copkit.cli.say_json import say_json
from copkit.cli.show import say
from copkit.cli.write import path_in
from copkit.documents.explaining import as_listed
from copkit.exporters import WRITERS, Cut, Export, Part, cut, definitions, tables

Forms = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="FORMAT", help="csv (the default), jsonl or sqlite; may be repeated."),
]


def export(
    community: CommunityName = "",
    year: YearName = "",
    audience: For = "",
    format_: Forms = None,
    from_: From = "",
    to: To = "",
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Write tidy tables: sessions, attendance, lines of notes, initiatives, adoption, figures and more.

    The table “definitions” says what each column means. An export leaves the community, so it is for the public
    unless you say --for members or --for team: then it holds names, and belongs to whoever may see them.

    Example: copkit export systems-leadership 2026-27 --format sqlite
    """
    forms, where = chosen(format_, WRITERS, "form") or ("csv",), Where(out, overwrite)
    if where.screen and as_json:
        raise Stop("--json and “--out -” would both be printed", hint="Leave one of them out.")
    wanted = WantedYear(community, year, from_, to, audience, root, today)
    found = find_year(wanted)
    made = list(cut(tables(), gathered(found)))
    made.append(definitions(made))
    home, name = build_folder(found.tree, "export"), _name(found)
    files = [
        Made(home, f"{name}/{file}", data, f"the table {file}")
        for form in forms
        for file, data in WRITERS[form](made).items()
    ]
    write_placed(found.tree, place(found.tree, files, where))
    written = where.out if where.file and where.out is not None else (where.out or home) / name
    if as_json:
        names = [one.name.rpartition("/")[2] for one in files]
        say_json({"folder": str(written), "files": names, "rows": _rows(made)})
    elif not where.screen:
        _tell(found, written, forms, made)
    return OK


def gathered(found: Found) -> Export:
    """The communities that are meant, with their figures for the audience, and those of all together."""
    from copkit.metrics import Period
    from copkit.metrics.together import Together, whole_shown

    parts = tuple(Part(one.year.label, one.facts, one.told, as_listed(one)) for one in found.annuals)
    audience = found.annuals[0].audience
    periods = [one.period for one in found.annuals]
    whole = Period(min(one.start for one in periods), max(one.end for one in periods))
    told = found.annuals[0].shared
    every = Together(found.shared, whole, found.today, [one.facts for one in found.annuals], told)
    reach = [
        (part, one) for part, annual in zip(every.parts, found.annuals, strict=True) if (one := annual.figure("M2"))
    ]
    together = whole_shown(every, reach, audience, found.shared.programme.hide_counts_below)
    return Export(found.annuals[0].door, parts, together)


def _name(found: Found) -> str:
    """The folder's name says for whom it is: versions for two audiences never lie in one folder."""
    one = found.annuals[0]
    which = one.community.id if len(found.annuals) == 1 else "all"
    return f"{which}-{one.span}-{one.audience}"


def _rows(made: Sequence[Cut]) -> dict[str, int]:
    return {table.name: len(table.rows) for table in made}


def _tell(found: Found, folder: Path, forms: Sequence[str], made: Sequence[Cut]) -> None:
    wide = max(len(table.name) for table in made)
    for table in made:
        say(f"{table.name:{wide}}  {len(table.rows):>7,} {'row' if len(table.rows) == 1 else 'rows'}")
    say(f"wrote {path_in(found.tree, str(folder))} as {' and '.join(forms)}, for {_whom(found)}")
    one = found.annuals[0]
    say_kept("the export", one.door.kept.total())


def _whom(found: Found) -> str:
    return {"public": "everyone", "members": "members", "team": "the team"}[found.annuals[0].audience]
