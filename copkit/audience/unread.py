"""Lines of notes that could not be read: fields that no longer parse, which may hold what is for the team."""


from copkit.capture.keywords import by_word
from copkit.models.base import Audience
from copkit.models.fields import fields
from copkit.models.session import Notes
from copkit.patterns import when_used
from copkit.workspace import CommunityFiles
from copkit.workspace.entries import Said
from copkit.workspace.misplaced import misplaced
from copkit.yamlfile import Document
from copkit.yamlfile.marks import Lines

_KEY = when_used(r"""(?:[-*] +)?["']?([^\W\d][\w-]*)["']?[ \t]*:""")
_GOES_ON = (" ", "\t", "- ", "]", "}")


def unread_lines(community: CommunityFiles, notes: Notes, audience: Audience) -> frozenset[int]:
    """Which lines of `capture` are fields: those that may not reach an audience, wherever they were typed, and the
    rest of fields in a file that was read line by line because of a fault."""
    fields_in = {at for one in misplaced(notes.capture) if not one.is_for(audience) for at in one.lines}
    if community.files.knows(notes) and (document := community.files.origin(notes).document).by_lines:
        fields_in.update(_fields(document))
    return frozenset(fields_in)


def without(capture: str, lines: frozenset[int]) -> str:
    """The text with these lines empty, so that the others keep their places."""
    every = capture.split("\n")
    return "\n".join("" if at in lines else line for at, line in enumerate(every))


def is_of(line: Said, places: frozenset[int]) -> bool:
    """Whether a line of notes was typed on one of these lines of the text."""
    first = line.entry.line
    return not places.isdisjoint(range(first, first + line.entry.lines))


def _fields(document: Document) -> list[int]:
    """A field stands at the left margin and begins with no word of notes; below it stands its value.

    Below what is a field for certain everything indented is of it, though it may begin with a word of notes.
    """
    text, words, within, sure, found = Lines.of(document.text), by_word(), False, False, []
    place = {number: at for at, number in enumerate(document.block_lines("capture"))}
    for number in range(1, len(text.starts) + 1):
        line = text.line(number)
        key, goes_on = _KEY.match(line.lstrip()), line.startswith(_GOES_ON)
        says = key is not None and key[1].casefold() in words
        if line.startswith("capture:") or (says and not (goes_on and sure)):
            within = sure = False
        elif line.strip() and not goes_on:
            within = key is not None
            sure = key is not None and (key[1] in fields(Notes) or key[1].startswith("x-"))
        if within and number in place:
            found.append(place[number])
    return found
