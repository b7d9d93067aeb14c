"""The privacy notice: what is kept on people, who sees it, why and for how long, from what each field declares."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from copkit.documents.source import TO_AGREE
from copkit.models.base import Part
from copkit.models.fields import HELD_BACK, deep
from copkit.models.kinds import KINDS
from copkit.models.programme import Programme
from copkit.render.meta import Meta
from copkit.workspace.retention import CONTACT_MONTHS, EXPORT_DAYS, NEEDS_DAYS


class Sort(NamedTuple):
    """One class of personal data, in words for the people it is about."""

    name: str
    what: str
    why: str
    kept: str


class Held(NamedTuple):
    """One field that holds something about a person."""

    file: str
    field: str
    means: str
    sort: str
    seen_by: str


class HeldFile(NamedTuple):
    """The fields about people of one kind of file."""

    name: str
    fields: tuple[Held, ...]


@dataclass(frozen=True, kw_only=True)
class PublicNotice:
    """The privacy notice of a programme."""

    meta: Meta
    programme: str
    host: str
    contact: str
    sorts: tuple[Sort, ...]
    files: tuple[HeldFile, ...]
    export_days: int
    hide_below: int


MOST_FEW = 3
"""A file with so many fields about people has no table of its own."""
SEEN_BY = {"public": "Anybody, if agreed", "members": "Members", "team": "The team", "private": "Nobody"}
NAMES = {
    "name": "Names",
    "work": "Work details",
    "contact": "Contact details",
    "special": "Needs",
    "opinion": "Opinions",
}


def notice(programme: Programme, host: str, today: date) -> PublicNotice:
    """The notice of a programme; `host` is the name of the organisation that runs it."""
    contact = programme.contact or TO_AGREE
    return PublicNotice(
        meta=Meta(
            title="How we use your information",
            community=programme.programme,
            date=today,
            version="1",
            author=f"The team of {programme.programme}",
            audience="Everyone",
            contact=contact,
            subtitle="What we keep on people in our communities, why, and for how long",
        ),
        programme=programme.programme,
        host=host or TO_AGREE,
        contact=contact,
        sorts=tuple(_sorts(programme)),
        files=tuple(_by_file()),
        export_days=EXPORT_DAYS,
        hide_below=programme.hide_counts_below,
    )


def _sorts(programme: Programme) -> Iterator[Sort]:
    leavers = f"While you are a member, and {programme.keep_leavers_months} months after you leave"
    yield Sort(
        NAMES["name"],
        "Your name, and where it stands: rolls, teams, sessions, actions",
        "To invite you, seat you, and keep promises",
        f"{leavers}; then “former member” stands there",
    )
    yield Sort(
        NAMES["work"],
        "Your organisation, job and what you bring; when you joined and left",
        "To see that every organisation is heard",
        f"{leavers}; your organisation stays, for counts",
    )
    yield Sort(
        NAMES["contact"],
        "Your work e-mail address and telephone number",
        "To send invitations and notes",
        f"Until {CONTACT_MONTHS} months after you leave",
    )
    yield Sort(
        NAMES["special"],
        "What you tell us you need to take part",
        "So that you can",
        f"Until {NEEDS_DAYS} days after the session",
    )
    yield Sort(
        NAMES["opinion"], "Notes of what was said, without who said it, unless you agreed",
        "To remember and share what was learned", "As long as the community's record",
    )  # fmt: skip


def _by_file() -> Iterator[HeldFile]:
    """The fields file by file; those of files with a few of them together at the end."""
    few: list[Held] = []
    for name, group in groupby(data_map(), lambda one: one.file):
        fields = tuple(group)
        if len(fields) > MOST_FEW:
            yield HeldFile(name, fields)
        else:
            few += [one._replace(field=f"{name}: {one.field}") for one in fields]
    yield HeldFile("Other files", tuple(few))


def data_map() -> tuple[Held, ...]:
    """Every field of every kind of file that holds something about a person."""
    return tuple(held for kind in KINDS.values() for held in _of(kind.record, kind.title))


def _of(record: type[Part], file: str) -> Iterator[Held]:
    for path, field in deep(record):
        about = field.about
        if about.personal and not set(path) & set(HELD_BACK):
            yield Held(
                file,
                ": ".join(path).replace("_", " "),
                about.description.replace("`", ""),
                NAMES[about.personal],
                SEEN_BY[about.audience],
            )
