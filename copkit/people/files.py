"""Which files hold the registers of people and organisations: one each, or several in a folder of its name."""

from collections.abc import Iterable
from typing import Literal

from copkit.findings import Finding, Severity
from copkit.models.kinds import KINDS, kind_of
from copkit.models.programme import Programme

Registers = Literal["people", "organisations"]
REGISTERS: tuple[Registers, ...] = ("people", "organisations")


def holds(register: Registers, path: str) -> bool:
    """Whether a file of the workspace is one of a register's."""
    return kind_of(path) is KINDS[register]


def is_register(path: str) -> bool:
    """Whether a file holds people or organisations."""
    return any(holds(register, path) for register in REGISTERS)


def for_new(register: Registers, programme: Programme) -> str:
    """The file to which somebody new goes: that which the settings name, else the one file."""
    kind, name = KINDS[register], programme.new_entries_in
    return kind.several.replace("ID", name) if name else kind.path


def unread(register: Registers, findings: Iterable[Finding]) -> Finding | None:
    """Why a register, or a part of it, could not be read: whoever it would have named is then not missing."""
    errors = (one for one in findings if one.code == "REF-08" and one.severity is Severity.ERROR)
    return next((one for one in errors if holds(register, one.position.path)), None)
