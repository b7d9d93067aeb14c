"""What git keeps of a person: the repository is told how to look for one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from copkit.importers.text import decode
from copkit.people.mentions import Seeker
from copkit.workspace import Folder
from copkit.world.git.kept import History, Ways, history
from copkit.world.search.elsewhere import is_foreign, read_apart
from copkit.world.search.files import Seen


def kept_by_git(tree: Folder, seeker: Seeker) -> History | None:
    """What git keeps of a person, in the whole repository; None where there is none."""

    def apart(files: Sequence[bytes]) -> Iterator[tuple[bool, str]]:
        for read in read_apart([Seen("", data) for data in files]):
            yield seeker.is_in_cells(read.text), read.lacks

    return history(
        Path(tree.real),
        Ways(
            in_text=lambda data: seeker.is_in_cells(decode(data)),
            in_name=seeker.is_name_of,
            foreign=lambda data: is_foreign("", data),
            apart=apart,
        ),
    )
