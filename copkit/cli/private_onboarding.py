"""What new leaders wrote for nobody else, in the private folder: read for the person, and cleared of a person."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from copkit.editing.erase import Former, erased, texts_of, trouble
from copkit.findings import Severity
from copkit.models.kinds import KINDS
from copkit.models.programme import Person
from copkit.people.mentions import Mention, Seeker
from copkit.workspace.places import Files
from copkit.yamlfile import read

FOLDER = "onboarding/"
_PRIVATE = "private/"


class Written(NamedTuple):
    """What leaders wrote, with its places; and the files of which not all can be read."""

    files: Files
    unread: tuple[str, ...]


def written(private: Mapping[str, bytes]) -> Written:
    """The files of the private folder that are of this kind."""
    files = Files()
    for path in _ours(private):
        files.load(f"{_PRIVATE}{path}", private[path], KINDS["own-onboarding"])
    errors = (one.position.path for one in files.findings if one.severity is Severity.ERROR)
    return Written(files, tuple(dict.fromkeys(errors)))


def without_person(
    private: Mapping[str, bytes], found: Iterable[Mention], seeker: Seeker, former: Former
) -> dict[str, bytes | None]:
    """The files that change when a person is taken out, by their path in the folder; the person's own goes."""
    ours = {f"{_PRIVATE}{path}": private[path] for path in _ours(private)}
    new = erased(ours, found, seeker.key, Person(), former)
    return {path.removeprefix(_PRIVATE): data for path, data in new.items()}


def wrong(
    private: Mapping[str, bytes], new: Mapping[str, bytes | None], seeker: Seeker, former: Former
) -> Iterator[str]:
    """What speaks against writing them: somebody who is still named, or more that would change than the name."""
    old = {f"{_PRIVATE}{path}": data for path, data in private.items()}
    yield from trouble(old, {f"{_PRIVATE}{path}": data for path, data in new.items()}, seeker, former)
    for path in _ours({**private, **new}):
        data = new.get(path, private[path])
        if data is not None and seeker.is_in("\n".join(texts_of(read(data, path).data))):
            yield f"{_PRIVATE}{path}: the person is still named, in a way that the text does not show"


def _ours(private: Iterable[str]) -> list[str]:
    return [path for path in private if is_ours(path)]


def is_ours(path: str) -> bool:
    """Whether a file of the private folder is of this kind."""
    return path.startswith(FOLDER) and path.endswith(".yaml")
