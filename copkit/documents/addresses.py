"""The one line of addresses to paste into Bcc: never part of a document."""

from collections.abc import Mapping
from typing import NamedTuple

from copkit.documents.source import Source
from copkit.models.programme import Contact
from copkit.patterns import when_used

ADDRESS = when_used(r"[^\s@;,<>\"()\[\]]+@[^\s@;,<>\"()\[\]]+\.[^\s@;,<>\"()\[\]]+")


class Addresses(NamedTuple):
    """Addresses on one line, separated as Outlook wants them; and the names of those who have none."""

    line: str
    missing: tuple[str, ...]


def addresses(source: Source, contacts: Mapping[str, Contact]) -> Addresses:
    """The addresses of everybody on the roll on the day of the session, in order, each once."""
    found, missing = [], []
    for member in source.community.on_roll(source.session.date):
        key = source.person(member.who)
        contact = contacts.get(key)
        if contact is not None and ADDRESS.fullmatch(contact.email):
            found.append(contact.email)
        else:
            missing.append(source.shared.register.name(key))
    return Addresses("; ".join(dict.fromkeys(found)), tuple(dict.fromkeys(missing)))
