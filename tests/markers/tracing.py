"""Which fields are read while everything is made: dates, numbers and choices have no room for a marker.

A record that is handed to a template whole is read by the template: only what it asks for counts.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from copkit.models.base import Part
from copkit.render import views

NO_READERS = ("copkit.models", "copkit.checks", "copkit.workspace.typed", "copkit.audience.reader",
              "copkit.yamlfile", "copkit.render.views", "copkit.documents.about_person")  # fmt: skip
"""They read every field alike, or say what is wrong in the files: no reader of a page is reached by that."""
_Reads = set[tuple[type, str, str]]


@contextmanager
def traced() -> Iterator[set[str]]:
    """The fields, as Model.field, that something of copkit reads to print it or to decide by it."""
    read: _Reads = set()
    found: set[str] = set()
    plain = object.__getattribute__

    def reading(self: Any, name: str) -> Any:
        if name[0] != "_":
            read.add((type(self), name, sys._getframe(1).f_globals.get("__name__", "")))
        return plain(self, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Part, "__getattribute__", reading)
        patch.setattr(views, "_plain", _noting(read))
        yield found
    found |= {
        f"{model.__name__}.{name}"
        for model, name, module in read
        if name in model.model_fields and module.startswith("copkit.") and not module.startswith(NO_READERS)
    }


def _noting(read: _Reads) -> Any:
    """What makes a value plain for a template, with a note of each field that the template asks of a record."""
    plain = views._plain

    class Handed(views.Record):
        def __getattribute__(self, name: str) -> Any:
            if name[0] != "_":
                read.add((object.__getattribute__(self, "_model"), name, "copkit.render.templates"))
            return object.__getattribute__(self, name)

    def noting(value: object, place: str) -> object:
        made = plain(value, place)
        return Handed(**vars(made), _model=type(value)) if isinstance(value, Part) else made

    return noting
