"""Which files hold the registers of people and organisations: one each, or several in a folder of its name."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Literal

from copkit.findings import Finding, Severity
from copkit.models.kinds import KINDS, kind_of
from copkit.models.programme import Programme
from copkit.yamlfile import Document

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
    return next((one for one in _errors(register, findings) if one.code == "REF-08"), None)


def lost(
    register: Registers, documents: Mapping[str, Document], findings: Iterable[Finding], known: Container[str]
) -> Finding | None:
    """Why somebody who stands in a register is not known: a file that could not be read, or an entry."""
    for one in _errors(register, findings):
        document = documents.get(one.position.path)
        data = document.data if document is not None else None
        if document is None or not isinstance(data, dict):
            return one
        if any(key not in known and document.where(key).line <= one.position.line for key in data):
            return one
    return None


def _errors(register: Registers, findings: Iterable[Finding]) -> Iterator[Finding]:
    for one in sorted(findings, key=lambda found: found.order):
        if one.severity is Severity.ERROR and holds(register, one.position.path):
            yield one
