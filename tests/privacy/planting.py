"""The demonstration with a canary in every text that is not for anybody, each of a field and an audience."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import inspect as kinds

from copkit.models.base import AUDIENCES
from copkit.models.kinds import KINDS, kind_of
from copkit.yamlfile import read
from tests.documents.canaries import Canary

KEPT = ("capture",)
"""Left as they are: notes have tests of their own for each kind of line."""
HELD_BACK = ("Updates: result",)
"""Shown in public like a line of notes: unless they name somebody or an organisation, and so here they name one."""


class Planter:
    """Puts canaries into the files of a workspace and keeps the list of them."""

    def __init__(self, unnamed: str, by_role: frozenset[str]) -> None:
        """`unnamed` is somebody who is not to be named in public; the job of those `by_role` may be."""
        self.canaries: list[Canary] = []
        self._unnamed, self._by_role = unnamed, by_role

    def plant(self, root: Path) -> None:
        """Every file of every kind below a folder; texts that were left out are filled in."""
        for path in sorted(root.rglob("*.yaml")):
            name = path.relative_to(root).as_posix()
            kind = kind_of(name)
            data = read(path.read_bytes(), name).data
            if kind is None or data is None:
                continue
            record = kinds.type_info(kind.record)
            if kind.shape == "one":
                data = self.value(data, record, kind.title, "public")
            elif kind.shape == "list":
                data = [self.value(one, record, kind.title, "public") for one in data]
            else:
                data = {key: self.value(one, record, kind.title, "public") for key, one in data.items()}
            if kind is KINDS["people"]:
                self._free(data[key]["job"] for key in self._by_role if key in data)
            path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")

    def _free(self, tokens: Iterable[str]) -> None:
        """Forget the canaries of what somebody agreed to show."""
        free = set(tokens)
        self.canaries = [one if one.token not in free else one._replace(audience="public") for one in self.canaries]

    def value(self, data: Any, kind: Any, field: str, audience: str) -> Any:
        """What was typed, with a canary for each text that somebody may not see."""
        extra: dict[str, Any] = {}
        while isinstance(kind, kinds.Metadata):
            extra, kind = {**(kind.extra or {}), **extra}, kind.type
        own = extra.get("audience", "public")
        audience = max(audience, own, key=AUDIENCES.index)  # type: ignore[arg-type]
        if extra.get("of") or extra.get("personal") == "name":
            return data  # a name that leads elsewhere; that people are named nowhere is asked of their names
        fitting = _fitting(data, kind)
        if isinstance(fitting, kinds.StructType) and isinstance(data, dict):
            return self._record(data, fitting, field, audience)
        if isinstance(fitting, kinds.VarTupleType) and isinstance(data, list):
            return [self.value(one, fitting.item_type, field, audience) for one in data]
        if isinstance(fitting, kinds.StrType) and isinstance(data, str) and not fitting.pattern:
            return self._text(data, field, audience)
        return data

    def _record(self, data: dict[str, Any], kind: kinds.StructType, field: str, audience: str) -> dict[str, Any]:
        made = dict(data)
        for part in kind.fields:
            name = f"{field}: {part.encode_name}"
            if part.name in ("accept", "extra", *KEPT):
                continue
            if part.encode_name in data:
                made[part.encode_name] = self.value(data[part.encode_name], part.type, name, audience)
            elif part.default == "" and (new := self.value("", part.type, name, audience)):
                made[part.encode_name] = new
        return made

    def _text(self, typed: str, field: str, audience: str) -> str:
        if audience == "public":
            return typed
        token = f"zq{len(self.canaries):05}qz"
        self.canaries.append(Canary(token, field, audience, names_person=False))
        if field in HELD_BACK:
            return f"{self._unnamed} says {token}"
        return f"https://{token}.example/" if typed.startswith("https://") else token


def _fitting(data: Any, kind: Any) -> Any:
    """Of several types the one that fits what was typed."""
    while isinstance(kind, kinds.Metadata):
        kind = kind.type
    if not isinstance(kind, kinds.UnionType):
        return kind
    wanted = {str: kinds.StrType, list: kinds.VarTupleType, dict: kinds.StructType}.get(type(data))
    parts = [_fitting(data, part) for part in kind.types]
    return next((part for part in parts if wanted is not None and isinstance(part, wanted)), None)


def kinds_planted(canaries: list[Canary]) -> set[str]:
    """The kinds of file that hold a canary."""
    titles = {kind.title for kind in KINDS.values()}
    return {one.field.split(":")[0] for one in canaries} & titles
