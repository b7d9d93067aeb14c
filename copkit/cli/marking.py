"""The marks of a programme, read from its files: one that cannot be shown is said, and stops no document."""

from typing import TYPE_CHECKING

from copkit import lexicon
from copkit.cli.show import note
from copkit.marks import UNMARKED, Mark, Marks
from copkit.workspace import Folder, Shared

if TYPE_CHECKING:
    from copkit.render.given import Room


BLUE = "Documents are made in blue."
MOST = 6
"""Partners whose logos have room at the foot of a page."""


def marks_of(tree: Folder, shared: Shared) -> Marks:
    """The host's logo, and its partners' as far as there is room."""
    programme = shared.programme
    bare = UNMARKED._replace(accent=_accent(programme.accent))
    if not programme.logo and not programme.partners:
        return bare
    from copkit.render.given import LOGO

    words = programme.logo_alt or _name(shared, programme.host)
    logo = _mark(tree, programme.logo, words, LOGO) if programme.logo else None
    return _beside(tree, shared, bare._replace(logo=logo))


def _accent(typed: str) -> str:
    """The colour of pages; none where it is none, or does not read."""
    from copkit.colours import darker, is_colour, may_be_accent

    if not typed or (is_colour(typed) and may_be_accent(typed)):
        return typed.lower()
    if is_colour(typed):
        note(f"the accent {typed} is too light to read: the nearest shade that is not is {darker(typed)}. {BLUE}")
    else:
        note(f"the accent {typed} is no colour: write it as #005eb8. {BLUE}")
    return ""


def _beside(tree: Folder, shared: Shared, marks: Marks) -> Marks:
    """Partners beside the host, by their logos or by name: only one of a page's logos may be the NHS's."""
    from copkit.render.given import PARTNER

    taken = marks.logo is not None and _is_nhs(shared, shared.programme.host)
    named: list[str] = []
    for one in shared.programme.partners:
        name, nhs = _name(shared, one.organisation), _is_nhs(shared, one.organisation)
        may = one.logo and len(marks.partners) < MOST and not (nhs and taken)
        if mark := _mark(tree, one.logo, one.logo_alt or name, PARTNER) if may else None:
            marks, taken = marks._replace(partners=(*marks.partners, mark)), taken or nhs
        else:
            named.append(name)
    beside = lexicon.text("common.with_partners", names=lexicon.listed(named)) if named else ""
    return marks._replace(beside=beside)


def _name(shared: Shared, key: str) -> str:
    record = shared.organisations.get(key)
    return (record.name or key) if record else key


def _is_nhs(shared: Shared, key: str) -> bool:
    """Whether an organisation is one of the NHS, by its name: its logo then holds the NHS's."""
    return "NHS" in _name(shared, key).replace("-", " ").upper().split()


def _mark(tree: Folder, path: str, words: str, room: "Room") -> Mark | None:
    """One of them, as large as its room lets it be; None where it cannot be shown."""
    from copkit.render.given import SHARP, given

    data = tree.read(path.replace("\\", "/")).data
    if data is None:
        note(f"the logo {path} cannot be read; documents are made without it")
        return None
    try:
        found = given(data)
    except ValueError as problem:
        note(f"the logo {path} cannot be shown: {problem}. Documents are made without it.")
        return None
    sharpness = found.sharpness(room)
    if sharpness is not None and sharpness < SHARP:
        note(f"the logo {path} has {sharpness} dots to the inch in print, and {SHARP} are needed: use a larger one")
    return found.mark(words, room)
