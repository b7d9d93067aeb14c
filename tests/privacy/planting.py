"""The demonstration with a canary in every text that is not for anybody, each of a field and an audience."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from copkit.models.base import AUDIENCES, Part
from copkit.models.fields import Shape, fields
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
            record = Shape("fields", model=kind.record)
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

    def value(self, data: Any, shape: Shape, field: str, audience: str) -> Any:
        """What was typed, with a canary for each text that somebody may not see."""
        audience = max(audience, shape.about.audience, key=AUDIENCES.index)  # type: ignore[arg-type]
        if shape.about.of or shape.about.personal == "name":
            return data  # a name that leads elsewhere; that people are named nowhere is asked of their names
        fitting = shape.for_value(data)
        if fitting.model is not None and isinstance(data, dict):
            return self._record(data, fitting.model, field, audience)
        if fitting.form == "list" and isinstance(data, list):
            return [self.value(one, fitting.of[0], field, audience) for one in data]
        if fitting.form == "text" and isinstance(data, str):
            return self._text(data, field, audience)
        return data

    def _record(self, data: dict[str, Any], model: type[Part], field: str, audience: str) -> dict[str, Any]:
        made = dict(data)
        for key, part in fields(model).items():
            name = f"{field}: {key}"
            if key in ("accept", *KEPT):
                continue
            if key in data:
                made[key] = self.value(data[key], part.shape, name, audience)
            elif part.default == "" and (new := self.value("", part.shape, name, audience)):
                made[key] = new
        return made

    def _text(self, typed: str, field: str, audience: str) -> str:
        if audience == "public":
            return typed
        token = f"zq{len(self.canaries):05}qz"
        self.canaries.append(Canary(token, field, audience, names_person=False))
        if field in HELD_BACK:
            return f"{self._unnamed} says {token}"
        return f"https://{token}.example/" if typed.startswith("https://") else token


def kinds_planted(canaries: list[Canary]) -> set[str]:
    """The kinds of file that hold a canary."""
    titles = {kind.title for kind in KINDS.values()}
    return {one.field.split(":")[0] for one in canaries} & titles
