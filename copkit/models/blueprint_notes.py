"""Words for the blueprint."""

from typing import Annotated, Any

from copkit.models.base import NO_ENTRIES, Date, Record, YesNo, for_all


class BlueprintNotes(Record):
    """Words for the blueprint that replace or add to what copkit draws from the files."""

    final: Annotated[YesNo, for_all("Whether it is final.")] = "no"
    refreshed: Annotated[Date | None, for_all("When it was last gone through.")] = None
    authors: Annotated[tuple[str, ...], for_all("Who wrote it.", personal="name", of="person")] = ()
    sections: Annotated[dict[str, str], for_all("Words for a section, by its name.")] = NO_ENTRIES
    must_stay: Annotated[tuple[str, ...], for_all("What must stay.")] = ()
    may_change: Annotated[tuple[str, ...], for_all("What may change.")] = ()
    costs: Annotated[dict[str, Any], for_all("Costs and hours.")] = NO_ENTRIES
    risks: Annotated[tuple[str, ...], for_all("Risks.")] = ()
