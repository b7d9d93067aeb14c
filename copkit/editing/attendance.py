"""Put who was present into a session's notes, and leave what a person has typed there as it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from copkit.editing.refused import Refused
from copkit.editing.source import get
from copkit.editing.splice import insert_item, set_key
from copkit.models.base import UNKNOWN, Stayed
from copkit.yamlfile import read

_ON_ONE_LINE = 8
_ONE_BY_ONE = 25


class Came(NamedTuple):
    """Who was present, the minutes of those who missed a part of it (or unknown), and who sent apologies."""

    present: Sequence[str]
    minutes: Mapping[str, Stayed]
    apologies: Sequence[str] = ()


class Filled(NamedTuple):
    """The new bytes of the notes; who was added; and what a person had typed that stays though it differs.

    `apologies` came by the report and had sent apologies by the notes; `present_kept` the other way round.
    """

    data: bytes
    added: tuple[str, ...]
    others_kept: int | None = None
    minutes_kept: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    present_kept: tuple[str, ...] = ()


def fill(
    data: bytes, came: Came, others: int | None, who: Callable[[str], str], *, replace: bool = False
) -> Filled:
    """The notes with who was present, for how long, and how many others came; those who sent apologies are added.

    Those who are there already stay, however they are typed (`who` gives the id of a typed name). `others` and
    `minutes` are set where nobody has typed them. With `replace` all three are as given. Raises `Refused` where
    the file has errors or cannot be cut into.
    """
    old, present = read(data, "").data, came.present
    if isinstance(get(old, ("present",)), str) and not replace:
        raise Refused("“present” is not a list", fix="Write it as: present: [amina.khan, joe.bell]")
    typed = _list(old, "present")
    known = {who(name) for name in typed}
    added = tuple(dict.fromkeys(key for key in present if key not in known))
    excused = {who(name) for name in _list(old, "apologies")}
    if replace:
        if [who(name) for name in typed] != list(present):
            data = _whole_list(data, "present", list(present))
            added = tuple(present)
        else:
            added = ()
    elif added:
        data = _add(data, "present", typed, added)
    data, others_kept = _others(data, old, others, replace=replace)
    data, minutes_kept = _minutes(data, old, came, who, replace=replace)
    there = {*present, *(() if replace else known)}
    if away := [key for key in came.apologies if key not in excused and key not in there]:
        data = _add(data, "apologies", _list(old, "apologies"), away)
    both = tuple(key for key in present if key in excused)
    kept = tuple(key for key in came.apologies if key in there)
    return Filled(data, added, others_kept, minutes_kept, both, kept)


def _list(old: Any, key: str) -> list[str]:
    value = get(old, (key,))
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _whole_list(data: bytes, key: str, names: list[str]) -> bytes:
    return set_key(data, (key,), names, in_line=len(names) <= _ON_ONE_LINE)


def _add(data: bytes, key: str, typed: list[str], added: Sequence[str]) -> bytes:
    """A few names one by one, each beside the others; many at once, unless a comment stands between them."""
    if not typed:
        return _whole_list(data, key, list(added))
    if len(added) > _ONE_BY_ONE:
        try:
            return _whole_list(data, key, [*typed, *added])
        except Refused:
            pass
    for name in added:
        data = insert_item(data, (key,), name)
    return data


def _others(data: bytes, old: Any, others: int | None, *, replace: bool) -> tuple[bytes, int | None]:
    """The count of guests, set where it is missing or 0; what stands there instead where it stays."""
    typed = get(old, ("others",))
    if others is None or typed == str(others) or (typed is None and not others):
        return data, None
    if typed in (None, "0") or replace:
        return set_key(data, ("others",), others, after="present"), None
    return data, int(typed) if isinstance(typed, str) and typed.isdecimal() else None


def _minutes(
    data: bytes, old: Any, came: Came, who: Callable[[str], str], *, replace: bool
) -> tuple[bytes, tuple[str, ...]]:
    """The minutes, set where none are typed or they are unknown; those that stay though the report has others."""
    typed, minutes = get(old, ("minutes",)), came.minutes
    there = {who(str(name)): value for name, value in typed.items()} if isinstance(typed, dict) else {}
    if replace:
        wanted = {key: str(value) for key, value in minutes.items()}
        if there == wanted or not (there or wanted):
            return data, ()
        return set_key(data, ("minutes",), dict(minutes), after="present"), ()
    told = {name: value for name, value in typed.items() if value != UNKNOWN} if isinstance(typed, dict) else {}
    unknown = {key for key, value in there.items() if value == UNKNOWN}
    new = {key: value for key, value in minutes.items() if key not in there or key in unknown}
    other = {key for key, value in minutes.items() if key in there and there[key] != str(value)}
    kept = tuple(key for key in minutes if key in other - unknown)
    if not new and not unknown & {*came.present}:
        return data, kept
    if not there or unknown or len(new) > _ONE_BY_ONE:
        still = {key: UNKNOWN for key in there if key in unknown and key not in came.present}
        merged = {**told, **still, **new}
        return set_key(data, ("minutes",), merged, after="present"), kept
    for key, value in new.items():
        data = set_key(data, ("minutes", key), value)
    return data, kept
