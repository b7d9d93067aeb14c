"""Format 2: what a new leader wrote for nobody else moves from onboarding/ID.yaml to private/onboarding/ID.yaml."""

from collections.abc import Mapping
from typing import Any, NoReturn

from copkit.editing.emit import emit
from copkit.editing.migrations.require_readable import require_readable
from copkit.editing.refused import Refused
from copkit.editing.removal import drop_key
from copkit.editing.source import Source, get
from copkit.editing.splice import insert_item, set_key
from copkit.findings import Severity
from copkit.models.kinds import KINDS
from copkit.models.nobody import hidden_paths
from copkit.yamlfile import Document, Path, read

SHARED, OWN = "communities/programme/onboarding/", "private/onboarding/"
_TAKE_OUT = "Keep in the private file what is right, and take it out of the other."


def step(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The private files with what they gain; after them the shared ones without it."""
    gained: dict[str, bytes] = {}
    left: dict[str, bytes] = {}
    for path in sorted(path for path in files if path.startswith(SHARED) and path.endswith(".yaml")):
        shared = require_readable(path, files[path], KINDS["onboarding"])
        if hidden := hidden_paths(shared.data, KINDS["onboarding"]):
            own = OWN + path.removeprefix(SHARED)
            gained[own] = _gaining(own, files.get(own, b""), shared, hidden)
            left[path] = _without(path, files[path], hidden)
    return {own: data for own, data in gained.items() if data != files.get(own)} | left


def _gaining(own: str, data: bytes, shared: Document, hidden: list[Path]) -> bytes:
    """The private file with all that the shared one has to hide; what it has already is not put in again."""
    for path in hidden:
        if len(path) == 1:
            data = _with_field(own, data, shared, path)
    return _with_learned(own, data, shared, [path for path in hidden if len(path) > 1])


def _with_field(own: str, data: bytes, shared: Document, path: Path) -> bytes:
    key, value, there = str(path[0]), get(shared.data, path), _own_data(own, data)
    if key in there:
        if there[key] != value:
            _differ(own, data, shared, path, path)
        return data
    begun = data + (b"" if not data or data.endswith(b"\n") else b"\n")
    for new in (begun + _as_typed(shared, key).encode(), begun + emit({key: value}).encode()):
        if _same(new, own, {**there, key: value}):
            return new
    raise _by_hand(own, shared, path)


def _as_typed(shared: Document, key: str) -> str:
    """The lines of a field at the left margin as they were typed, with their remarks; nothing in braces."""
    source = Source.of(shared.text.encode(), "")
    pair = source.root.pair(key) if source.root is not None and not source.root.flow else None
    if pair is None:
        return ""
    end = source.line_end(source.after_comments(pair[1].end, 0))
    return source.text[source.line_start(pair[0].start) : end].rstrip("\r\n") + "\n"


def _with_learned(own: str, data: bytes, shared: Document, paths: list[Path]) -> bytes:
    """What was learned of whom: somebody who was met twice stands there twice."""
    before: dict[str, list[Any]] = {}
    for item in _own_data(own, data).get("meet", ()):
        before.setdefault(item.get("who", ""), []).append(item.get("learned"))
    for path in paths:
        met: Any = get(shared.data, path[:-1])
        who, learned = met.get("who", ""), met["learned"]
        known = before.get(who, [])
        if known and learned not in known:
            index = next(at for at, one in enumerate(_own_data(own, data)["meet"]) if one.get("who", "") == who)
            _differ(own, data, shared, path, ("meet", index, "learned"))
        if not known:
            item = {"who": who, "learned": learned} if who else {"learned": learned}
            data = _with_item(own, data, shared, path, item)
    return data


def _with_item(own: str, data: bytes, shared: Document, path: Path, item: dict[str, Any]) -> bytes:
    try:
        return insert_item(data, ("meet",), item)
    except Refused as refused:
        raise _by_hand(own, shared, path) from refused


def _own_data(own: str, data: bytes) -> dict[str, Any]:
    document = require_readable(own, data, KINDS["own-onboarding"])
    return document.data if isinstance(document.data, dict) else {}


def _same(data: bytes, own: str, want: dict[str, Any]) -> bool:
    document = read(data, own)
    return document.data == want and not any(one.severity is Severity.ERROR for one in document.findings)


def _differ(own: str, data: bytes, shared: Document, path: Path, in_own: Path) -> NoReturn:
    there = read(data, own).where(*in_own)
    raise Refused(f"{shared.where(*path)} and {there} both have “{path[-1]}”, and they differ", fix=_TAKE_OUT)


def _by_hand(own: str, shared: Document, path: Path) -> Refused:
    message = f"{shared.where(*path)}: “{path[-1]}” cannot be put into {own} by itself"
    return Refused(message, fix="Move it there by hand.")


def _without(path: str, data: bytes, hidden: list[Path]) -> bytes:
    """The shared file without what it has to hide; one that had nothing else says whose it is."""
    keys = read(data, path).keys()
    if len(keys) == len(hidden) == sum(len(one) == 1 for one in hidden):
        data = set_key(data, ("who",), path.removeprefix(SHARED).removesuffix(".yaml"))
    for one in hidden:
        data = _dropped(path, data, one)
    return data


def _dropped(path: str, data: bytes, field: Path) -> bytes:
    try:
        return drop_key(data, field)
    except Refused as refused:
        where = read(data, path).where(*field)
        fix = f"Move it to {OWN}{path.removeprefix(SHARED)} by hand."
        raise Refused(f"{where}: {refused.message}", fix=fix) from refused
