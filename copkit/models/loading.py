"""From plain data to a record: what fits is kept, what does not is said, at its place and in our own words.

pydantic finds what is wrong, and where. Each round mends the values that it names or lays them aside, and asks
again, so that one bad value costs only itself. What fits at once, as nearly every record does, never comes here.
"""

import copy
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import ValidationError

from copkit.findings import Severity
from copkit.models.base import Part
from copkit.models.fields import Path, fields, shape_at
from copkit.models.narrowing import meant, narrow, narrowing, not_here
from copkit.models.reading import HIDDEN, NO_PLACE, NOTHING, private, read_value
from copkit.suggest import did_you_mean

_GONE = object()
_KEY = "[key]"
"""The step with which pydantic ends the place of a key that does not fit, and not its value."""


class Remark(NamedTuple):
    """Something to say about one place in a record."""

    code: str
    severity: Severity
    path: Path
    message: str
    fix: str = ""


class Loaded(NamedTuple):
    """A record or None, what to say of it, and which items of lists that were shortened were kept."""

    record: Any
    remarks: list[Remark]
    origins: dict[Path, tuple[int, ...]]


def load(data: Any, model: type[Part]) -> Loaded:
    """The record that can be made of data that does not fit as it stands. Never raises; paths are as typed."""
    loading = _Loading(copy.deepcopy(data), data, model)
    record = loading.record()
    remarks = sorted(loading.remarks, key=lambda remark: _place(data, remark.path))
    return Loaded(record, remarks, {path: tuple(kept) for path, kept in loading.kept.items()})


@dataclass(slots=True)
class _Loading:
    """One record on its way in: the data as mended so far, and as typed."""

    data: Any
    typed: Any
    model: type[Part]
    remarks: list[Remark] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)
    kept: dict[Path, list[int]] = field(default_factory=dict)
    mended: set[Path] = field(default_factory=set)

    def record(self) -> Any:
        while self.data is not None:
            try:
                self.model.model_validate(self.data, by_alias=True, by_name=False)
            except ValidationError as wrong:
                self._round(wrong)
            else:
                self._keep_what_was_laid_aside()
                return self.model.model_validate(self.data, by_alias=True, by_name=False)
        return None

    def _round(self, wrong: ValidationError) -> None:
        """Deal with each place that is named, the last items of lists first, so that no index moves."""
        found: dict[Path, str] = {}
        for error in wrong.errors(include_url=False, include_input=False, include_context=False):
            found.setdefault(self._path(error["loc"], error["type"]), error["type"])
        present = {path: kind for path, kind in found.items() if kind != "missing"}
        for path, kind in sorted((present or found).items(), key=lambda one: _backwards(one[0])):
            if path and _get(self.data, path[:-1]) is _GONE:
                continue  # what it stood in is laid aside already
            if kind == "missing":  # told in rounds of their own: they cost the whole part
                self._missing(path)
            elif kind == "extra_forbidden":
                self._unknown(path)
            elif path[-1:] == (_KEY,):
                self._name(path[:-1])
            else:
                self._value(path)

    def _path(self, place: tuple[Any, ...], kind: str) -> Path:
        """A place in the data; pydantic's also names the branches of unions, which are not in it."""
        here, path = self.data, list[Any]()
        for number, step in enumerate(place):
            below = _get(here, (step,)) if isinstance(here, dict | list) else _GONE
            if below is not _GONE:
                here = below
            elif number != len(place) - 1 or not (kind == "missing" or step == _KEY):
                continue
            path.append(step)
        return tuple(path)

    def _unknown(self, path: Path) -> None:
        key, holder = str(path[-1]), shape_at(self.model, path[:-1])
        model = next(iter(holder.parts()), self.model) if holder else self.model
        if key in model.gone:
            message = f"“{key}” is a field no more: it is kept, and nothing reads it"
            self._say("REF-15", Severity.WARNING, path, message, f"Write it as “x-{key}”.")
        elif field := meant(key, model, self.model):
            self._narrow(path, model, field)
        elif not key.startswith("x-"):
            hint = did_you_mean(key, list(fields(model))) or "Start it with “x-” if it is a field of your own."
            severity = Severity.ERROR if model.strict else Severity.WARNING
            self._say("REF-05", severity, path, f"“{key}” is not a field that copkit knows", hint)
        self._lay_aside(path)

    def _narrow(self, path: Path, model: type[Part] | None, field: str) -> None:
        """A field that keeps something back, misspelt or typed too far right, is taken to do so."""
        own = model is not None and field in narrowing(model)
        read = narrow(_get(self.data, path[:-1] if own else ()), field, model if own and model else self.model)
        self._say("REF-05", Severity.ERROR, path, *not_here(str(path[-1]), read))

    def _strayed(self, path: Path) -> str:
        """The field of the record that stands among the names of a mapping; empty for any other name."""
        holder = shape_at(self.model, path[:-1])
        within = holder is not None and holder.form == "mapping"
        return meant(str(path[-1]), None, self.model) if within else ""

    def _missing(self, path: Path) -> None:
        if self._as_typed(path) not in self.aside:
            message, fix = f"“{path[-1]}” is missing", f"Add a line “{path[-1]}: …”."
            self._say("REF-11", Severity.ERROR, path[:-1], message, fix)
        self._lay_aside(path[:-1])

    def _name(self, path: Path) -> None:
        """A name in a mapping of a few words: as meant, or not at all."""
        holder = shape_at(self.model, path[:-1])
        read = read_value(path[-1], holder.of[0] if holder else None)
        if field := self._strayed(path):
            self._narrow(path, None, field)
            self._lay_aside(path)
            return
        if read.value is None:
            self._say("REF-11", Severity.ERROR, path, read.problem, read.fix)
            self._lay_aside(path)
            return
        self._say("REF-07", Severity.INFO, path, read.note, read.fix)
        pairs = _get(self.data, path[:-1])
        renamed = [(read.value if key == path[-1] else key, value) for key, value in pairs.items()]
        pairs.clear()
        pairs.update(renamed)

    def _value(self, path: Path) -> None:
        value, shape = _get(self.data, path), shape_at(self.model, path)
        if shape is not None and shape.optional and value in NOTHING:  # the file's reader has said so
            _get(self.data, path[:-1]).pop(path[-1])
            return
        if field := self._strayed(path):
            self._narrow(path, None, field)
            self._lay_aside(path)
            return
        read = read_value(value, shape)
        if self._as_typed(path) in self.mended:
            read = NO_PLACE
        self.mended.add(self._as_typed(path))
        if shape is not None and self._held_back(path):
            read = private(read, shape.for_value(value))
        if read.value is None:
            code = "REF-06" if shape is not None and shape.for_value(value).form in ("date", "clock") else "REF-11"
            self._say(code, Severity.ERROR, path, read.problem, read.fix)
            self._lay_aside(path)
            return
        if read.note:
            self._say("REF-07", Severity.INFO, path, read.note, read.fix)
        _get(self.data, path[:-1])[path[-1]] = read.value

    def _held_back(self, path: Path) -> bool:
        """Whether the value is of a class that no message repeats, or stands in one that is."""
        above = (shape_at(self.model, path[:length]) for length in range(1, len(path) + 1))
        return any(shape is not None and shape.about.personal in HIDDEN for shape in above)

    def _say(self, code: str, severity: Severity, path: Path, message: str, fix: str) -> None:
        self.remarks.append(Remark(code, severity, self._as_typed(path), message, fix))

    def _lay_aside(self, path: Path) -> None:
        if not path:
            self.data = None
            return
        self.aside.append(self._as_typed(path))
        holder = _get(self.data, path[:-1])
        if isinstance(holder, list):
            self.kept.setdefault(self._as_typed(path[:-1]), list(range(len(holder)))).pop(int(path[-1]))
        holder.pop(path[-1])

    def _keep_what_was_laid_aside(self) -> None:
        """Put each field that could not be read, or that nobody knows, among the part's own extra fields."""
        aside = set(self.aside)
        for above in dict.fromkeys(path[:-1] for path in self.aside):
            shape, holder = shape_at(self.model, above), _get(self.data, self._as_mended(above))
            if isinstance(holder, dict) and shape is not None and shape.for_value(holder).form == "fields":
                typed = _get(self.typed, above)
                holder["x-"] = {key: value for key, value in typed.items() if (*above, key) in aside}

    def _as_typed(self, path: Path) -> Path:
        """A place in the data as mended, as the place where it was typed."""
        here: Path = ()
        for step in path:
            kept = self.kept.get(here)
            here = (*here, kept[step] if kept is not None and isinstance(step, int) else step)
        return here

    def _as_mended(self, typed: Path) -> Path:
        """A place as typed, as its place in the data as mended; of a list item that went, a place that is not."""
        here: Path = ()
        for length, step in enumerate(typed):
            kept = self.kept.get(typed[:length])
            if kept is not None and isinstance(step, int):
                step = kept.index(step) if step in kept else len(kept)
            here = (*here, step)
        return here


def _backwards(path: Path) -> tuple[Any, ...]:
    """Sorts the last item of a list first, and the names in a mapping after their values."""
    return (path[-1:] == (_KEY,), *((1, -step, "") if isinstance(step, int) else (0, 0, step) for step in path))


def _place(data: Any, path: Path) -> tuple[int, ...]:
    """Sorts places as they stand in the file."""
    places = []
    for step in path:
        if isinstance(step, str):
            keys = [*data, step] if isinstance(data, dict) else [step]
            places.append(keys.index(step))
        else:
            places.append(step)
        data = _get(data, (step,))
    return tuple(places)


def _get(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return _GONE
    return data
