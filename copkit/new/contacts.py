"""The file of contact details before anybody is in it."""

from typing import NamedTuple

from copkit.new.texts import Home, new_file


class _Nothing(NamedTuple):
    """Nothing is known yet."""


def contacts_file(home: Home) -> bytes:
    """The file as it is begun. It lies in the private folder, wherever that is."""
    return new_file(home, "", "contacts.yaml.j2", _Nothing())
