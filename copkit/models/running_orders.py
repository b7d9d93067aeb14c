"""Running orders that many sessions share: a plan names one instead of listing its items."""

from typing import Annotated

from copkit.models.base import Record, for_all
from copkit.models.session import Segment


class Order(Record):
    """A running order that plans may name. PLACE-standard is what a plan has that names none."""

    items: Annotated[tuple[Segment, ...], for_all("What happens, in order; made to last as long as the session.")]
