"""The evaluation: of one community, of several, or of all that one commission pays for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from copkit.cli.annual import Setting
from copkit.cli.common import pick_id
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.subjects.desk import Desk, Piece
from copkit.cli.subjects.years import setting_of
from copkit.documents.annual import Annual
from copkit.documents.evaluation.source import Evaluation
from copkit.metrics import Period
from copkit.workspace.commissions import commission_key, typed_commissions

MOST = 400
_Commissions = dict[tuple[str, date], list[str]]


def pieces(desk: Desk) -> Iterator[Piece]:
    """The evaluation of the communities that are meant, together."""
    words = desk.words(MOST)
    setting = setting_of(desk, words)
    chosen = choose(setting, words.names, together=bool(desk.typed.said("commission")))
    own = not (setting.wanted.from_ or setting.wanted.to)
    of = Evaluation.of(over_commission(setting, name, words.when, own=own) for name in chosen)
    which = chosen[0] if len(chosen) == 1 else f"{chosen[0]}-and-{len(chosen) - 1}-more"
    file = desk.file(of.first.span, which, desk.document.name)
    yield desk.piece((of,), file, f"the evaluation of {which}", chosen[0] if len(chosen) == 1 else "")


def choose(setting: Setting, typed: tuple[str, ...], *, together: bool) -> tuple[str, ...]:
    """The communities that are meant, each once, in order."""
    picked = [pick_id(setting.tree, name) for name in typed]
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


def _commissions(setting: Setting) -> _Commissions:
    """The communities of each commission: the same commissioner, from the same day."""
    found: _Commissions = {}
    for name, given in typed_commissions(setting.tree, setting.names).items():
        found.setdefault(commission_key(given), []).append(name)
    return found


def over_commission(setting: Setting, name: str, year: str, *, own: bool) -> Annual:
    """A community over its commission, unless a year or other days were asked for."""
    annual = setting.annual(name, year)
    period = annual.community.commission_period
    if year or not own or period is None:
        return annual
    return replace(annual, period=Period(*period))
