"""Who accredited a session, the sessions of a community, or a course."""

from typing import Annotated

from copkit.models.base import Amount, Part, for_all


class Accreditation(Part):
    """A body for continuing professional development that has said yes."""

    by: Annotated[str, for_all("The body.")] = ""
    ref: Annotated[str, for_all("Its reference.")] = ""
    hours: Annotated[Amount | None, for_all("Hours of continuing professional development.")] = None
