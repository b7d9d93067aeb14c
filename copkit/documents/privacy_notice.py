"""The privacy notice: what is kept on people, who sees it, why and for how long, from what each field declares."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.control import of_programme
from copkit.documents.standing import StandingProgramme
from copkit.models.base import Part
from copkit.models.fields import HELD_BACK, deep
from copkit.models.kinds import KINDS
from copkit.models.programme import Programme
from copkit.render.meta import Meta
from copkit.workspace.retention import CONTACT_MONTHS, EXPORT_DAYS, NEEDS_DAYS

say = lexicon.Words("privacy_notice")


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


def notice(of: StandingProgramme) -> PublicNotice:
    """The notice of a programme."""
    programme = of.shared.programme
    host = of.shared.organisations.get(programme.host)
    meta = of_programme(
        programme, of.today, say("how_we_use_your_information"), say("everyone"), say("what_we_keep_on_people")
    )
    return PublicNotice(
        meta=meta,
        programme=programme.programme,
        host=(host.name if host else programme.host) or lexicon.text("common.to_agree"),
        contact=meta.contact,
        sorts=tuple(_sorts(programme)),
        files=tuple(_by_file()),
        export_days=EXPORT_DAYS,
        hide_below=programme.hide_counts_below,
    )


def _sorts(programme: Programme) -> Iterator[Sort]:
    months = programme.keep_leavers_months
    yield Sort(
        say.table("classes")["name"],
        say("your_name"),
        say("to_invite_you"),
        say("then_former_member", months=months),
    )
    yield Sort(
        say.table("classes")["work"],
        say("your_organisation"),
        say("to_see_that_every_organisation"),
        say("organisation_stays", months=months),
    )
    yield Sort(
        say.table("classes")["contact"],
        say("your_work_e_mail_address"),
        say("to_send_invitations_and_notes"),
        say("until_months_after_you_leave", months=CONTACT_MONTHS),
    )
    yield Sort(
        say.table("classes")["special"],
        say("what_you_tell_us_you"),
        say("so_that_you_can"),
        say("until_days_after_the_session", days=NEEDS_DAYS),
    )
    yield Sort(
        say.table("classes")["opinion"],
        say("notes_of_what_was_said"),
        say("to_remember_and_share"),
        say("as_long_as_the_communitys"),
    )


def _by_file() -> Iterator[HeldFile]:
    """The fields file by file; those of files with a few of them together at the end."""
    few: list[Held] = []
    for name, group in groupby(data_map(), lambda one: one.file):
        fields = tuple(group)
        if len(fields) > MOST_FEW:
            yield HeldFile(name, fields)
        else:
            few += [one._replace(field=f"{name}: {one.field}") for one in fields]
    yield HeldFile(say("other_files"), tuple(few))


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
                say.table("classes")[about.personal],
                say.table("seen_by")[about.audience],
            )
