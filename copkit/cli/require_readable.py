"""Act only on files that are clear: an error must not become a date in people's calendars."""

from collections.abc import Callable, Mapping, Sequence

from copkit.cli.exits import REFUSED, Stop
from copkit.cli.show import note
from copkit.findings import Finding, Severity
from copkit.people.files import Registers, is_register, lost
from copkit.workspace import CommunityFiles, Shared
from copkit.workspace.own_holidays import PATH as OWN_HOLIDAYS
from copkit.workspace.places import Files

_NAMED = 5
"""So many faults are named; of more, “copkit check” tells."""


class Unclear(Stop):
    """The end of a command that cannot go on from a file with this error."""

    def __init__(self, reason: Finding) -> None:
        super().__init__(f"{told(reason)}; nothing was written", REFUSED, reason.fix)


def told(reason: Finding) -> str:
    """An error with its place, without the personal details that its words may quote from the file."""
    from copkit.checks.private import masked

    return f"{reason.position}: {masked(reason.message)}"


Look = Callable[[CommunityFiles], Sequence[Finding]]


def readable(communities: Sequence[CommunityFiles], look: Look) -> list[CommunityFiles]:
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


def names_known(shared: Shared, audience: str) -> None:
    """End where a register does not tell all names: ids would stand in their place, and nobody be found by name.

    For a public version one with any error is enough: a name unknown, or a consent withdrawn, cannot be kept out.
    """
    files = shared.files
    registers: dict[Registers, Mapping[str, object]] = {
        "people": shared.people, "organisations": shared.organisations,
    }  # fmt: skip
    for register, known in registers.items():
        if one := lost(register, files.documents, files.findings, known):
            why = f"{told(one)}; until this is mended nothing is printed, since names would be missing"
            raise Stop(why, REFUSED, one.fix)
    for one in _errors(files) if audience == "public" else ():
        if is_register(one.position.path):
            why = f"{told(one)}; until this is mended no public version is made, since a name could stand in it"
            raise Stop(why, REFUSED, one.fix)


def holidays_known(shared: Shared) -> None:
    """End where the workspace's own list of bank holidays cannot be read: the shipped one must not pass for it."""
    for finding in _errors(shared.files):
        if finding.position.path == OWN_HOLIDAYS:
            raise Unclear(finding)


def say_unread(files: Files) -> None:
    """Name what cannot be read and so is in no figure and on no list, lest a gap is taken for a nought."""
    errors = _errors(files)
    for one in errors[:_NAMED]:
        note(f"{told(one)}; what cannot be read there is left out")
    if len(errors) > _NAMED:
        note(f"{len(errors) - _NAMED} more places cannot be read: “copkit check” names them")


def say_kept(of: str, number: int) -> None:
    """Say how many texts are not in what was made for the public."""
    for remark in kept(of, number):
        note(remark)


def kept(of: str, number: int) -> list[str]:
    """How many texts are not in what was made for the public, lest a gap is taken for nothing written."""
    names, are = ("names", "is") if number == 1 else ("name", "are")
    return [f"{of}: {number} of its texts {names} somebody and {are} kept for members."] if number else []


def _errors(files: Files) -> list[Finding]:
    """The first error of each file, in the order of the files."""
    first: dict[str, Finding] = {}
    for one in sorted(files.findings, key=lambda found: found.order):
        if one.severity is Severity.ERROR:
            first.setdefault(one.position.path, one)
    return list(first.values())
