"""What a command's imports do without: a third of a start went into what others prepare and no command asks for.

Each stand-in is for a name or a module, and whoever asks for more is given the real one. Only the command line
begins so.
"""

import re
import sys
import typing
from importlib import import_module
from types import ModuleType
from typing import Any

from copkit.patterns import when_used

_WAITING = frozenset(["fractions", "jinja2", "markupsafe", "platform", "yaml"])
"""Packages whose expressions are compiled when first used: they ask of one what its stand-in can do."""
_OPTIMIZED = 1
"""The flag of a function's code, which that of a module and of a class has not."""
_compile = re.compile


def begin() -> None:
    """Before anything else is imported."""
    re.compile = _when_used
    plugins = _Later("pydantic.plugin._loader", get_plugins=tuple)  # to look for some reads all that is installed
    schemas = _Later("pydantic._internal._generate_schema", InvalidSchemaError=TypeError)
    vars(schemas)["GenerateSchema"] = lambda *args, **named: schemas.real().GenerateSchema(*args, **named)
    for module in (plugins, schemas, _Described("pydantic_core.core_schema")):
        sys.modules.setdefault(module.__name__, module)


def _when_used(pattern: Any, flags: Any = 0) -> Any:
    """An expression of a module or a class, as it is imported, waits until it is used."""
    caller = sys._getframe(1)
    package = caller.f_globals.get("__name__", "").partition(".")[0]
    waits = package in _WAITING and not caller.f_code.co_flags & _OPTIMIZED
    return (when_used if waits else _compile)(pattern, flags)


class _Later(ModuleType):
    """A module that is imported when something of it is asked for that does not stand here."""

    def __init__(self, name: str, **holds: Any) -> None:
        super().__init__(name)
        vars(self).update(holds)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.real(), name)

    def real(self) -> Any:
        """The module itself."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


class _Described(_Later):
    """A module of ninety typed dictionaries, each line of which is compiled as it is imported."""

    def real(self) -> Any:
        """The module with dictionaries of which nobody asks the types."""
        import typing_extensions as more

        kept = typing.TypedDict, more.TypedDict
        typing.TypedDict = more.TypedDict = _Typed  # type: ignore[assignment]
        try:
            return super().real()
        finally:
            typing.TypedDict, more.TypedDict = kept


class _Typed(dict[str, Any]):
    """In the place of a typed dictionary."""

    def __init_subclass__(cls, **_: Any) -> None: ...
