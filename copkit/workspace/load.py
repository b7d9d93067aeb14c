"""Load a workspace: the shared files once, then each community by itself, so that large ones can be streamed."""

import gc
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from copkit.findings import Finding, Position, Severity
from copkit.models.base import SESSION_PATTERN
from copkit.models.community import Community
from copkit.models.kinds import KINDS, kind_of
from copkit.models.programme import Programme
from copkit.models.session import Plan
from copkit.patterns import when_used
from copkit.workspace.copied import copied
from copkit.workspace.forms import FollowUps, Forms
from copkit.workspace.own_holidays import own_holidays
from copkit.workspace.places import Files
from copkit.workspace.records import CommunityFiles, Session, Shared, Workspace
from copkit.workspace.tree import Tree

PROGRAMME = "programme"
_SHARED_FOLDERS = ("inquiries", "newsletters", "onboarding", "people", "organisations")
_ANSWERS = ("feedback", "follow_up")
_Of = TypeVar("_Of", Forms, FollowUps)
_SESSION_ID = when_used(SESSION_PATTERN)


@contextmanager
def no_collection() -> Iterator[None]:
    """No look for cycles: records have none, and looking while thousands are made takes a third of the time."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def community_ids(tree: Tree) -> list[str]:
    """The folders of communities, in order."""
    return [name for name in tree.folders("communities") if name != PROGRAMME]


def load(tree: Tree, only: Iterable[str] | None = None) -> Workspace:
    """Everything, or the shared files and only the communities named."""
    with no_collection():
        shared = load_shared(tree)
        ids = community_ids(tree) if only is None else list(only)
        return Workspace(shared, {name: load_community(tree, name) for name in ids})


def load_shared(tree: Tree, kinds: Collection[str] | None = None) -> Shared:
    """The programme's files: all of them, or those of some kinds only, where time matters."""
    files = Files()
    found = _read_all(tree, files, f"communities/{PROGRAMME}", _SHARED_FOLDERS, kinds)
    programme = next(iter(found.pop("programme", {}).values()), None) or Programme()
    return Shared(
        files,
        programme,
        found.pop("organisations", {}),
        found.pop("people", {}),
        tuple(found.pop("calendar", {}).values()),
        found,
        own_holidays(tree, files),
    )


def load_community(tree: Tree, name: str, kinds: Collection[str] | None = None) -> CommunityFiles:
    """One community's files, or those of some kinds. Without a community.yaml to be read it has the defaults."""
    files = Files()
    folders = ("sessions", "initiatives", "groups", "stories", "reviews")
    found = _read_all(tree, files, f"communities/{name}", folders, kinds)
    about = next(iter(found.pop("community", {}).values()), None)
    if about is None:
        path = f"communities/{name}/community.yaml"
        if path not in files.documents and not any(finding.position.path == path for finding in files.findings):
            message = f"the folder {name} has no community.yaml"
            files.findings.append(
                Finding("REF-08", Severity.ERROR, Position(path), message, "Write one, or remove it.")
            )
        about = Community(id=name)
    sessions = _sessions(name, found.pop("plan", {}), found.pop("notes", {}), about)
    return CommunityFiles(
        name,
        files,
        about,
        tuple(found.pop("members", {}).values()),
        sessions,
        tuple(found.pop("updates", {}).values()),
        found.pop("initiative", {}),
        found.pop("group", {}),
        found.pop("issued", {}),
        _tables(tree, f"communities/{name}/feedback", Forms),
        _tables(tree, f"communities/{name}/follow_up", FollowUps),
        found,
    )


def _tables(tree: Tree, folder: str, kind: type[_Of]) -> _Of:
    """The sessions with answers. The tables are read when somebody asks for them."""
    paths = {path.rpartition("/")[2].removesuffix(".csv"): path for path in tree.files(folder)}
    return kind(paths, lambda session: tree.read(paths[session]).data)


def _sessions(
    community: str, plans: dict[str, Any], notes: dict[str, Any], about: Community
) -> tuple[Session, ...]:
    ids = [name for name in {**plans, **notes} if _SESSION_ID.fullmatch(name) and _is_day(name)]
    made = [Session(community, name, plans.get(name) or Plan(), notes.get(name), about.rhythm) for name in ids]
    return tuple(sorted(made, key=lambda session: (session.date, session.start, session.id)))


def _is_day(name: str) -> bool:
    from copkit.dates import read_date

    return read_date(name[:10]).value is not None


def _read_all(
    tree: Tree, files: Files, folder: str, folders: tuple[str, ...], kinds: Collection[str] | None
) -> dict[str, dict[Any, Any]]:
    """The records of a folder by kind, then by file name, item or key."""
    found: dict[str, dict[Any, Any]] = {}
    places = [folder, *(f"{folder}/{name}" for name in folders)]
    if kinds is None:
        tables = [f"{folder}/{name}" for name in _ANSWERS]
        files.findings += [copied(path, tree) for place in (*places, *tables) for path in tree.copies(place)]
    for path in [path for place in places for path in tree.files(place)]:
        kind = kind_of(path)
        if kind is None:
            _say_unknown(path, files)
            continue
        if kinds is not None and kind.name not in kinds:
            continue
        data, problem = tree.read(path)
        if problem is not None:
            files.findings.append(problem)
        if data is not None:
            _keep(found.setdefault(kind.name, {}), files, path, files.load(path, data, kind))
    return found


def _keep(into: dict[Any, Any], files: Files, path: str, records: list[tuple[tuple[str | int, ...], Any]]) -> None:
    for place, record in records:
        key = place[0] if place else path.rpartition("/")[2].removesuffix(".yaml").removesuffix(".notes")
        if (first := into.setdefault(key, record)) is not record:
            _say_twice(key, files, first, record)


def _say_twice(key: str | int, files: Files, first: object, second: object) -> None:
    """The same id in two files of a register: the first counts, as within a file."""
    message, where = f"`{key}` stands in {files.where(first)} too", files.where(second)
    files.findings.append(Finding("REF-03", Severity.ERROR, where, message, "Keep one of them."))


def _say_unknown(path: str, files: Files) -> None:
    """A YAML file that copkit does not read is most often one whose name or folder is mistyped."""
    if path.endswith(".csv"):
        return
    from copkit.suggest import did_you_mean

    name = path.rpartition("/")[2]
    own = [kind.path.rpartition("/")[2] for kind in KINDS.values()]
    hint = "End its name in “.yaml”." if name.endswith(".yml") else did_you_mean(name, own) or "Rename or move it."
    finding = Finding(
        "REF-05", Severity.WARNING, Position(path), "copkit does not read a file of this name here", hint
    )
    files.findings.append(finding)
