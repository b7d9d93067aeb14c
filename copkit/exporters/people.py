"""The registers: organisations, people, and the rolls of communities."""

from collections.abc import Iterator

from copkit.exporters.communities import COMMUNITY
from copkit.exporters.fields import columns_of, values_of
from copkit.exporters.table import Column, Export, Row, Table
from copkit.models.community import Member
from copkit.models.programme import Organisation, Person

_ORGANISATION = columns_of(Organisation)
_PERSON = columns_of(Person)
_MEMBER = columns_of(Member, "who")


def _organisations(export: Export) -> Iterator[Row]:
    for key, one in sorted(export.shared.organisations.items()):
        yield {"organisation": key, **values_of(one, _ORGANISATION)}


ORGANISATIONS = Table(
    "organisations",
    (Column("organisation"), *_ORGANISATION),
    _organisations,
)


def _people(export: Export) -> Iterator[Row]:
    """Those of the register who have to do with the communities that are exported."""
    mine = {part.facts.who(member.who) for part in export.parts for member in part.facts.community.members}
    mine |= {key for part in export.parts for key in part.facts.came}
    for key in sorted(mine & set(export.shared.people)):
        day = max(part.facts.day for part in export.parts)
        organisation = export.shared.register.organisation(key, day)
        yield {"person": key, "organisation": organisation, **values_of(export.shared.people[key], _PERSON)}


PEOPLE = Table(
    "people",
    (
        Column("person", audience="members"),
        Column("organisation", audience="members"),
        *_PERSON,
    ),
    _people,
    audience="members",
)


def _members(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for member in part.told.community.members:
            yield {"community": part.id, "person": part.facts.who(member.who), **values_of(member, _MEMBER)}


MEMBERS = Table(
    "members",
    (COMMUNITY, Column("person", audience="members"), *_MEMBER),
    _members,
    audience="members",
)
