"""Which fields are read while everything is made: dates, numbers and choices have no room for a marker."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from copkit.models.base import Part

NO_READERS = ("copkit.models", "copkit.checks", "copkit.workspace.typed", "copkit.audience.reader",
              "copkit.yamlfile")  # fmt: skip
"""They read every field alike, or say what is wrong in the files: nobody is reached by that."""


@contextmanager
def traced() -> Iterator[set[str]]:
    """The fields, as Model.field, that something of copkit reads to print it or to decide by it."""
    read: set[tuple[type, str, str]] = set()
    found: set[str] = set()
    plain = object.__getattribute__

    def reading(self: Any, name: str) -> Any:
        if name[0] != "_":
            read.add((type(self), name, sys._getframe(1).f_globals.get("__name__", "")))
        return plain(self, name)

    Part.__getattribute__ = reading  # type: ignore[method-assign, assignment]
    try:
        yield found
    finally:
        del Part.__getattribute__
        found |= {
            f"{model.__name__}.{name}"
            for model, name, module in read
            if name in model.model_fields and module.startswith("copkit.") and not module.startswith(NO_READERS)
        }
