"""Names of files, ids and people: which cannot be used, which clash, and which only look the same."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from copkit.checks.context import Community, Place, Programme
from copkit.checks.problem import Problem
from copkit.dates import read_date
from copkit.findings import Position
from copkit.models.base import NEWSLETTER_PATTERN, SESSION_PATTERN
from copkit.models.ids import from_person, from_title, trouble
from copkit.models.kinds import Kind, kind_of
from copkit.models.names import mixed_scripts
from copkit.patterns import when_used
from copkit.people.files import holds, is_register
from copkit.workspace import fold
from copkit.workspace.additions import plain
from copkit.workspace.reviews import own_year

_SESSION = when_used(SESSION_PATTERN)
_WEEK = when_used(NEWSLETTER_PATTERN)
_YEAR = when_used(r"\d{4}(-\d{2})?")
_SUCH_AS = "Name it such as 2026-27.yaml."
_REGISTERS = ("/methods.yaml", "/running-orders.yaml", "/role-cards.yaml", "/health-rules.yaml")

# Letters of other alphabets that cannot be told from Latin ones (the commonest of Unicode TR 39's confusables).
_ALIKE = str.maketrans("аеорсухіјѕԁһӏвнкмтԛԝαονρτυικ", "aeopcyxijsdhlbhkmtqwaovptuik")


def misnamed(at: Place) -> Iterator[Problem]:
    """Files and entries of registers whose names cannot be used."""
    for path, document in at.files.documents.items():
        parts = path.split("/")
        if wrong := _misnamed(at, *parts[2:]) if len(parts) == 4 else None:
            yield Problem(None, (), f"{parts[3]} {wrong[0]}", wrong[1], at=Position(path))
        if _has_ids(path) and isinstance(document.data, dict):
            for key in document.data:
                if why := trouble(key):
                    fix = _suggest(key, person=holds("people", path))
                    yield Problem(None, (), why, fix, at=document.where(key))
    for record in at.files.records:
        own = getattr(record, "id", "") if "library" in at.files.origin(record).document.path else ""
        if own and (why := trouble(own)):
            yield Problem(record, ("id",), why, _suggest(own))


def _has_ids(path: str) -> bool:
    return path.endswith(_REGISTERS) or is_register(path)


def _suggest(name: str, *, person: bool = False) -> str:
    """The nearest name that can be used."""
    made = from_person(name) if person else from_title(name)
    return f"Write {made}." if made else "Write small letters and digits, such as amina.khan."


def _misnamed(at: Place, folder: str, file: str) -> tuple[str, str] | None:
    return _misnamed_file(folder, file) or _another_year(at, folder, file)


def _misnamed_file(folder: str, file: str) -> tuple[str, str] | None:
    name = file.removesuffix(".yaml").removesuffix(".notes")
    if folder == "sessions":
        if not _SESSION.fullmatch(name) or read_date(name[:10]).value is None:
            return (
                "is not named for a day, so it is no session",
                "Name it for its first date, such as 2026-06-09.yaml.",
            )
    elif folder == "newsletters":
        if not _WEEK.fullmatch(name) or not _is_week(name):
            return "is not named for a week that there is", "Name it such as 2026-W24.yaml."
    elif folder == "reviews":
        if not _YEAR.fullmatch(name):
            return "is not named for a year", _SUCH_AS
    elif why := trouble(name):
        return f"cannot be used: {why}", _suggest(name).replace("Write", "Rename it")
    return None


def _is_week(name: str) -> bool:
    """Whether a year has the week: some have 53, most 52, by ISO 8601."""
    try:
        date.fromisocalendar(int(name[:4]), int(name[-2:]), 1)
    except ValueError:
        return False
    return True


def _another_year(at: Place, folder: str, file: str) -> tuple[str, str] | None:
    """A review whose name is a year, but none of the community's, is found by nobody who looks for its year."""
    if folder != "reviews" or not isinstance(at, Community):
        return None
    name = file.removesuffix(".yaml")
    year = own_year(at.about, at.shared.programme, name)
    if year == name:
        return None
    meant = f"Name it {year}.yaml, if it is of the year that starts in {year[:4]}." if year else _SUCH_AS
    return "is not how a year is called here, so no synthesis finds it", meant


def clashing_ids(at: Place) -> Iterator[Problem]:
    """Ids that are the same, or differ only in capital letters."""
    files: dict[str, str] = {}
    ids: dict[Kind | None, dict[str, tuple[str, Position]]] = {}
    for path, document in at.files.documents.items():
        if (other := files.setdefault(path.casefold(), path)) != path:
            message = f"this file and {other.rpartition('/')[2]} differ only in capital letters"
            yield Problem(None, (), message, "Rename one of them.", at=Position(path))
        if _has_ids(path) and isinstance(document.data, dict):
            for key in document.data:
                here = document.where(key)
                other, first = ids.setdefault(kind_of(path), {}).setdefault(key.casefold(), (key, here))
                if other != key:
                    where = f"on line {first.line}" if first.path == path else f"in {first}"
                    message = f"“{key}” and “{other}” {where} differ only in capital letters"
                    yield Problem(None, (), message, "Keep one of them.", at=here)
    if isinstance(at, Programme):
        yield from _same_ids(at)
        yield from _same_terms(at)


def _same_ids(at: Programme) -> Iterator[Problem]:
    folders: dict[str, str] = {}
    for name in at.context.communities:
        if (other := folders.setdefault(name.casefold(), name)) != name:
            message = f"the folders {name} and {other} differ only in capital letters"
            place = Position(f"communities/{name}/community.yaml")
            yield Problem(None, (), message, "Rename one of them.", at=place)
    seen: dict[str, Any] = {}
    for resource in at.shared.other.get("library", {}).values():
        if not resource.id:
            continue
        other = seen.setdefault(resource.id.casefold(), resource)
        if other is not resource:
            message = f"the id “{resource.id}” is used on line {at.files.where(other, 'id').line} already"
            yield Problem(resource, ("id",), message, "Give one of them another id.")


def _same_terms(at: Programme) -> Iterator[Problem]:
    seen: dict[str, Any] = {}
    for term in at.shared.other.get("glossary", {}).values():
        first = seen.setdefault(plain(term.name), term)
        if first is not term:
            message = f"“{term.name}” is explained on line {at.files.where(first, 'name').line} already"
            yield Problem(term, ("name",), message, "Keep one of them.")


def alike(records: Mapping[str, Any], what: str) -> Iterator[Problem]:
    """Records whose names look the same, and names in which alphabets are mixed."""
    seen: dict[str, str] = {}
    for key, record in records.items():
        name: str = record.name
        if not name:
            continue
        if not name.isascii() and mixed_scripts(name):
            message = f"“{name}” mixes alphabets: it has letters that only look like others"
            yield Problem(record, ("name",), message, "Type the name again on one keyboard.")
        other = seen.setdefault(skeleton(name), key)
        if other != key:
            message = f"{other} and {key} have names that look the same"
            fix = f"If this is one {what}, keep one entry; if not, tell them apart, such as by a middle name."
            yield Problem(record, ("name",), message, fix)


def skeleton(name: str) -> str:
    """What a name looks like: one form of accents, no capitals, letters of other alphabets as their Latin twins."""
    folded = fold(name)
    return folded if folded.isascii() else folded.translate(_ALIKE)
