"""The privacy notice on one page: what is kept on people, why, who sees it, for how long, their rights."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.edition import NotForThem
from copkit.dates import say_date
from copkit.documents.control import of_programme
from copkit.documents.standing import StandingProgramme
from copkit.models.programme import Programme
from copkit.render.meta import Meta
from copkit.workspace.retention import CONTACT_MONTHS, EXPORT_DAYS, NEEDS_DAYS

say = lexicon.Words("privacy_notice")


class Sort(NamedTuple):
    """One kind of what is kept, in words for the people it is about."""

    what: str
    why: str
    kept: str


@dataclass(frozen=True, kw_only=True)
class PublicNotice:
    """The privacy notice of a programme. `confirmed` is when the host confirmed the law in it; empty in a draft."""

    meta: Meta
    programme: str
    host: str
    contact: str
    dpo: str
    confirmed: str
    sorts: tuple[Sort, ...]
    export_days: int
    hide_below: int


def notice(of: StandingProgramme) -> PublicNotice:
    """The notice of a programme. The public has none before the host has confirmed the law in it."""
    programme = of.shared.programme
    confirmed = programme.lawful_basis_confirmed
    if confirmed is None and not of.only("members", lambda: True):
        raise NotForThem(say("not_confirmed"))
    host = of.shared.organisations.get(programme.host)
    title, whom = say("how_we_use_your_information"), say("everyone")
    meta = of_programme(programme, of.today, title, whom, marks=of.marks)
    return PublicNotice(
        meta=meta,
        programme=programme.programme,
        host=host.name if host else programme.host,
        contact=meta.contact,
        dpo=programme.dpo,
        confirmed=say_date(confirmed) if confirmed else "",
        sorts=tuple(_sorts(programme)),
        export_days=EXPORT_DAYS,
        hide_below=programme.hide_counts_below,
    )


def _sorts(programme: Programme) -> Iterator[Sort]:
    months = programme.keep_leavers_months
    for name in ("name", "work", "contact", "needs", "said"):
        row = say.table("kept")[name]
        what, why, kept = (text.strip() for text in row.split("|"))
        yield Sort(what, why, kept.format(months=months, contact_months=CONTACT_MONTHS, needs_days=NEEDS_DAYS))
