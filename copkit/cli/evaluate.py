"""`copkit evaluate`: the evaluation report for whoever commissioned a community, or several."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from copkit.cli.annual import From, Setting, To, WantedYear, find_setting
from copkit.cli.common import Out, Overwrite, Root, Today, pick_ids
from copkit.cli.delivering import Where, build_folder, deliver
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.pages import chosen_formats, documents_of, in_formats
from copkit.cli.printing import Formats
from copkit.documents.annual import Annual
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.evaluation.view import report
from copkit.documents.source import Audience
from copkit.metrics import Period
from copkit.models.community import Commission
from copkit.workspace import load_community

AUDIENCES: tuple[Audience, ...] = ("public", "members", "team")
Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[COMMUNITY]... [YEAR]", help="Ids, or the start of them, and a year such as 2026-27."),
]
Together = Annotated[bool, typer.Option("--commission", help="All communities of one commission together.")]
For = Annotated[str, typer.Option("--for", metavar="AUDIENCE", help="Whom it is for: public, members or team.")]
_Commissions = dict[tuple[str, date | None], list[str]]


def evaluate(
    names: Names = None,
    commission: Together = False,
    for_: For = "",
    format_: Formats = None,
    from_: From = "",
    to: To = "",
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the evaluation report for a commissioner: planned against delivered, and what came of it.

    It names nobody who did not agree to it: a commissioner was not in the room. The period is the commission's
    unless a year, or --from and --to, say otherwise. With --commission it is of all communities of the commission;
    where there are several commissions, name a community of the one that you mean.

    Example: copkit evaluate --commission --format pdf --format docx
    """
    formats = chosen_formats(format_)
    communities, year = _split(names or ())
    setting = find_setting(WantedYear("", year, from_, to, for_, root, today), "", AUDIENCES)
    chosen = choose(setting, communities, together=commission)
    of = Evaluation(tuple(over_commission(setting, name, year, own=not (from_ or to)) for name in chosen))
    which = chosen[0] if len(chosen) == 1 else f"{chosen[0]}-and-{len(chosen) - 1}-more"
    name = f"{of.period.start}-{which}-evaluation{'' if of.public else '-' + setting.audience}"
    folder = build_folder(setting.tree, chosen[0] if len(chosen) == 1 else "programme")
    made = in_formats(setting.tree, "evaluation.html.j2", report(of), formats)
    deliver(setting.tree, documents_of(folder, name, made, f"the evaluation of {which}"), Where(out, overwrite))
    return OK


def _split(names: Sequence[str]) -> tuple[list[str], str]:
    """The communities, and the year where the last word is one."""
    if names and names[-1][:4].isdigit():
        return list(names[:-1]), names[-1]
    return list(names), ""


def choose(setting: Setting, typed: list[str], *, together: bool) -> tuple[str, ...]:
    """The communities that are meant, each once, in order."""
    picked = [_one(setting, name) for name in typed]
    if picked and not together:
        return tuple(dict.fromkeys(picked))
    found = _commissions(setting)
    if picked:
        found = {key: ids for key, ids in found.items() if set(picked) & set(ids)}
        if not found:
            raise Stop(f"{picked[0]} has no commission in its community.yaml", REFUSED, "Leave --commission out.")
    if len(found) == 1:
        return tuple(next(iter(found.values())))
    if len(found) > 1:
        firsts = ", ".join(ids[0] for ids in found.values())
        raise Stop("there are several commissions", hint=f"Name a community of the one you mean: {firsts}.")
    if not together and len(setting.names) == 1:
        return setting.names
    hint = f"Name one of {', '.join(setting.names)}." if not together else "A commission stands in community.yaml."
    raise Stop("no community is commissioned" if together else "which community?", hint=hint)


def _one(setting: Setting, typed: str) -> str:
    ids = pick_ids(setting.tree, typed)
    if len(ids) != 1:
        raise Stop("which community?", hint=f"Name one of {', '.join(ids)}.")
    return ids[0]


def _commissions(setting: Setting) -> _Commissions:
    """The communities of each commission: the same commissioner, from the same day."""
    found: _Commissions = {}
    for name in setting.names:
        given: Commission | None = load_community(setting.tree, name, {"community"}).about.commission
        if given is not None:
            found.setdefault((given.by.casefold(), given.date), []).append(name)
    return found


def over_commission(setting: Setting, name: str, year: str, *, own: bool) -> Annual:
    """A community over its commission, unless a year or other days were asked for."""
    annual = setting.annual(name, year)
    period = annual.community.commission_period
    if year or not own or period is None:
        return annual
    return replace(annual, period=Period(*period))
