"""Act only on files that are clear: an error must not become a date in people's calendars."""

from collections.abc import Callable, Sequence

from copkit.cli.exits import REFUSED, Stop
from copkit.cli.show import note
from copkit.findings import Finding
from copkit.workspace import CommunityFiles


class Unclear(Stop):
    """The end of a command that cannot go on from a file with this error."""

    def __init__(self, reason: Finding) -> None:
        super().__init__(f"{told(reason)}; nothing was written", REFUSED, reason.fix)


def told(reason: Finding) -> str:
    """An error with its place, without the personal details that its words may quote from the file."""
    from copkit.checks.private import masked

    return f"{reason.position}: {masked(reason.message)}"


Look = Callable[[CommunityFiles], Sequence[Finding]]


def sound(communities: Sequence[CommunityFiles], look: Look) -> list[CommunityFiles]:
    """The communities in which nothing is unclear. The others are named with the reason; an end if none is left."""
    kept, reasons = [], []
    for one in communities:
        found = look(one)
        if found:
            reasons.append((one, found[0]))
        else:
            kept.append(one)
    if not kept and len(reasons) == 1:
        raise Unclear(reasons[0][1])
    for one, reason in reasons:
        note(f"{told(reason)}; until this is mended, {one.id} is left out")
    if not kept and reasons:
        raise Stop("nothing was written", REFUSED, "“copkit check” says more.")
    return kept
