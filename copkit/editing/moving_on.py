"""Moving an initiative on: the changes to its file that keep what was there before."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from copkit.editing.refused import Refused
from copkit.editing.source import get
from copkit.editing.splice import insert_item, set_key
from copkit.yamlfile import Data, read

_HISTORY = ("date", "status", "note")


def to_stage(data: bytes, old: str, stage: str, day: date, note: str = "") -> bytes:
    """The file with a new stage and a line for it in `stages:`.

    The stage that it leaves gets a line without a day, where it has none yet: nobody knows since when. Raises
    `Refused` where a later day stands there already.
    """
    lines = [line for line in _list(data, ("stages",)) if isinstance(line, Mapping)]
    later = [str(line.get("date")) for line in lines if str(line.get("date") or "") > day.isoformat()]
    if later:
        raise Refused(f"stages: has a line of {max(later)}, after {day}", fix="Give a later day with --date.")
    if not lines or lines[-1].get("stage") != old:
        data = insert_item(data, ("stages",), {"stage": old})
    line = {"date": day, "stage": stage} | ({"note": note} if note else {})
    return set_key(insert_item(data, ("stages",), line), ("stage",), stage, after="because_of")


def to_status(
    data: bytes, organisation: str, status: str, day: date | None, note: str = "", scope: Iterable[str] = ()
) -> bytes:
    """The file with an organisation's new status; an earlier one that says something goes into its `history:`.

    A table that is begun so has the other organisations in scope as well, each as not-yet. Raises `Refused` where
    the earlier status has a later day.
    """
    if not _mapping(data, ("adoption",)):
        for key in dict.fromkeys((organisation, *scope)):
            data = _put(data, key, {"status": "not-yet"}, in_line=True)
    old = _mapping(data, ("adoption", organisation))
    earlier = {key: old[key] for key in _HISTORY if old.get(key)}
    if day is not None and str(earlier.get("date", "")) > day.isoformat():
        raise Refused(
            f"{organisation} has been {earlier.get('status')} since {earlier['date']}, after {day}",
            fix="Give a later day with --date.",
        )
    kept = earlier.get("status") not in (None, "not-yet", status) or set(earlier) > {"status"}
    history = [*_list(data, ("adoption", organisation, "history")), *([earlier] if kept else [])]
    others = {key: held for key, held in old.items() if key not in (*_HISTORY, "checked", "history")}
    new: dict[str, Any] = {"status": status}
    if day is not None:
        new["date"] = day
    if note:
        new["note"] = note
    new |= others
    if history:
        new["history"] = history
    return _put(data, organisation, new, in_line=not (note or history or others))


def amended(data: bytes, organisation: str, **fields: Any) -> bytes:
    """The file with fields of an organisation's line filled in: the day, a note, when it was last looked at."""
    old = _mapping(data, ("adoption", organisation))
    order = ("status", "date", "checked", "note")
    new = {key: fields.get(key) or old.get(key) for key in order if fields.get(key) or old.get(key)}
    new |= {key: held for key, held in old.items() if key not in order}
    return _put(data, organisation, new, in_line="note" not in new and "history" not in new)


def _put(data: bytes, organisation: str, new: Mapping[str, Any], *, in_line: bool) -> bytes:
    if not _mapping(data, ("adoption",)):
        return set_key(data, ("adoption",), {organisation: new})
    return set_key(data, ("adoption", organisation), new, in_line=in_line)


def _list(data: bytes, path: tuple[str, ...]) -> list[Data]:
    found = get(read(data, "").data, path)
    return found if isinstance(found, list) else []


def _mapping(data: bytes, path: tuple[str, ...]) -> dict[str, Any]:
    found = get(read(data, "").data, path)
    return found if isinstance(found, dict) else {}
