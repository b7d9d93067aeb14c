"""Who is missing where: organisations by communities for members, sectors by communities for the public."""

from collections.abc import Mapping
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.portfolio.scorecard import by_name
from copkit.documents.portfolio.share import Share
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.synthesis.sectors import sector_words

say = lexicon.Words("portfolio.coverage")

MOST_COLUMNS = 8
"""A table of more communities is too wide for a page: then only what is missing is listed."""
NOT_MEANT = ""


class Row(NamedTuple):
    """An organisation or a sector, and how often its people came to each community, in the order of the columns."""

    name: str
    cells: tuple[str, ...]


class Missing(NamedTuple):
    """A community, and the organisations for which it is meant and from which nobody has come.

    Where nobody can tell, `unknown` says why, and there are none.
    """

    community: str
    reached: str
    absent: tuple[str, ...]
    unknown: str = ""


class Coverage(NamedTuple):
    """The matrix. `by` says what its rows are; it has no rows where there are too many communities for a page."""

    by: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    missing: tuple[Missing, ...]
    nobody: bool


def coverage(portfolio: Portfolio) -> Coverage:
    """Who came from where to which community."""
    shares = by_name(portfolio)
    few = len(shares) <= MOST_COLUMNS
    make = _organisations if portfolio.door.by_organisation else _sectors
    rows = make(portfolio, shares) if few else ()
    nobody = any(cell == say("nobody") for row in rows for cell in row.cells)
    by = say("organisation") if portfolio.door.by_organisation else say("sector")
    return Coverage(by, tuple(share.name for share in shares), rows, _missing(portfolio, shares), nobody)


def _organisations(portfolio: Portfolio, shares: list[Share]) -> tuple[Row, ...]:
    """Every organisation that came to any community or that any is meant for, by sector and name."""
    every = {key for share in shares for key in (*share.part.scope, *share.part.homes)}
    return tuple(
        Row(portfolio.organisation(key), tuple(_cell(share, key) for share in shares))
        for key in sorted(every, key=lambda key: (portfolio.organisation(key).casefold(), key))
    )


def _cell(share: Share, key: str) -> str:
    came = share.part.homes.get(key, 0)
    if came:
        return str(came)
    if key not in share.part.scope:
        return NOT_MEANT if share.part.scope else say("not_known")
    return say("not_known") if _unknown(share) else say("nobody")


def _unknown(share: Share) -> str:
    """Why nobody can tell from where people came; empty where the files say it."""
    reach = share.figure("R1")
    return reach.amount.why if reach is not None else ""


def _sectors(portfolio: Portfolio, shares: list[Share]) -> tuple[Row, ...]:
    """The sectors as each community's own public figures give them: what is hidden there is hidden here."""
    columns: list[Mapping[str, str]] = [
        {one.label: f"{one.numerator:g}" if one.amount.is_counted else say("hidden") for one in share.seen["R2"]}
        for share in shares
    ]
    names = sorted({name for column in columns for name in column}, key=lambda name: (name == "not known", name))
    return tuple(Row(sector_words(name), tuple(column.get(name, "") for column in columns)) for name in names)


def _missing(portfolio: Portfolio, shares: list[Share]) -> tuple[Missing, ...]:
    """Who has not come yet, or why nobody knows. In public only how many: which ones would say who has."""
    found = []
    for share in shares:
        absent = [key for key in share.part.scope if key not in share.part.homes]
        reach = share.figure("R1")
        unknown = _unknown(share)
        seen = absent if portfolio.door.by_organisation and not unknown else []
        names = tuple(sorted(map(portfolio.organisation, seen), key=str.casefold))
        if (absent or unknown) and reach is not None:
            found.append(Missing(share.name, reach.fraction, names, unknown))
    return tuple(found)
