"""From an older data format to the one that copkit writes: a list of pure functions, one a step.

A step takes the files of a workspace, by path, and gives those that are to change with their new bytes; files of
the private folder go by `private/…`, wherever it lies. It cuts into texts, so that every other byte stays; what is
done already gives no change; where it cannot know what is right it raises `Refused` with file, line and what to do.
"""

from collections.abc import Callable, Mapping

from copkit.editing.migrations import to_2, to_3
from copkit.editing.migrations.require_readable import require_readable
from copkit.editing.refused import Refused
from copkit.editing.source import Cut, Source
from copkit.editing.splice import set_key
from copkit.models.kinds import KINDS
from copkit.workspace.data_format import CURRENT, FIRST, SETTINGS, stated

Files = Mapping[str, bytes]
STEPS: tuple[Callable[[Files], dict[str, bytes]], ...] = (to_2.step, to_3.step)
"""The first leads from format 1 to format 2, and so on."""


def migrated(files: Files) -> dict[str, bytes]:
    """The files that change, in the order in which to write them: a run that was killed is finished by another.

    What is moved stands in its new place before it leaves the old one, and the settings, which state the format,
    come last. Where there are no settings, none are begun: there is nothing of an older format to say.
    """
    found = stated(require_readable(SETTINGS, files.get(SETTINGS, b""), KINDS["programme"]))
    if found.number is None or not found.known:
        raise Refused(f"{found.position}: these files are not in an older format", fix="Update copkit.")
    changed: dict[str, bytes] = {}
    for step in STEPS[max(found.number, FIRST) - FIRST :]:
        changed |= step({**files, **changed})
    if found.number != CURRENT and SETTINGS in files:
        changed[SETTINGS] = _stating(changed.pop(SETTINGS, files[SETTINGS]))
    return changed


def _stating(settings: bytes) -> bytes:
    """The settings with the format, above all else that they say."""
    try:
        source = Source.of(settings, "")
        root, said = source.root, source.document.data
        if root is None or root.flow or root.pair("format") is not None or not isinstance(said, dict):
            return set_key(settings, ("format",), CURRENT)
        at = source.line_start(root.start)
        return source.proved(Cut(at, at, f"format: {CURRENT}{source.eol(at)}"), {**said, "format": str(CURRENT)})
    except Refused as refused:
        raise Refused(f"{SETTINGS}: {refused.message}", fix=f"Write format: {CURRENT} by hand.") from refused
