"""A blueprint's settings as the text of the file that travels."""

from typing import Any

from copkit.editing.emit import emit
from copkit.models.base import Part
from copkit.models.blueprint import BlueprintSettings
from copkit.models.fields import fields

HEAD = (
    "# The settings of a community, for others to begin from. People, dates and history are not in here.\n"
    '# copkit new community "Your community" --like THIS-FILE\n'
)


def settings_text(settings: BlueprintSettings) -> str:
    """The settings as the text of the file that travels."""
    return HEAD + emit(_plain(settings))


def _plain(record: Any) -> Any:
    """A record as plain data, without what has its default."""
    if isinstance(record, Part):
        pairs = ((one.key, _plain(getattr(record, one.name))) for one in fields(type(record)).values())
        return {key: made for key, made in pairs if made not in ("", None, [], {})}
    if isinstance(record, list | tuple):
        return [_plain(one) for one in record]
    return record
