"""Everything that names one person, read from disk: what export and erase start from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from copkit.cli.private_onboarding import Written, is_ours, written
from copkit.cli.reading import registered
from copkit.cli.require_readable import names_known
from copkit.editing.erase import Text
from copkit.models.programme import Contact
from copkit.people.mentions import Mention, Seeker, Spot, mentions
from copkit.workspace import Folder, Workspace, load
from copkit.workspace.typed import companies, spots
from copkit.world.everything import all_files, is_binary, private_files
from copkit.world.private import FILE
from copkit.world.search import Search, search
from copkit.world.search.elsewhere import PRIVATE


@dataclass(frozen=True)
class Case:
    """One person, every file, and where the person is named.

    `private` has the files by their path in their folder; `found_private` the mentions in what new leaders wrote.
    """

    workspace: Workspace
    seeker: Seeker
    files: dict[str, bytes]
    spots: dict[str, list[Spot]]
    found: tuple[Mention, ...]
    private: dict[str, bytes]
    found_private: tuple[Mention, ...]
    contact: Contact | None
    onboarding: Written


def case(tree: Folder, typed: str) -> Case:
    """Find the person, and every mention."""
    workspace = load(tree)
    names_known(workspace.shared, "team")
    key = registered(workspace.shared.register, typed)
    private = private_files(tree, workspace.shared)
    contact = held_contacts(private.get(FILE)).get(key)
    addresses = (contact.email, contact.phone) if contact is not None else ()
    seeker = Seeker(key, workspace.shared.register, addresses)
    files = all_files(tree)
    places = spots(workspace, seeker)
    found = mentions(seeker, texts_in(files), companies(workspace), places)
    own = {f"{PRIVATE}{path}": data for path, data in private.items() if is_ours(path)}
    found_private = mentions(seeker, texts_in(own), {}, {})
    return Case(workspace, seeker, files, places, found, private, found_private, contact, written(private))


def own_files(found: Case) -> set[str]:
    """The private files that are told by themselves: contact details, and what new leaders wrote."""
    return {f"{PRIVATE}{FILE}", *(f"{PRIVATE}{path}" for path in found.private if is_ours(path))}


def searched(tree: Folder, found: Case, changed: Collection[str] = ()) -> Search:
    """Everything else that may name the person; what will be `changed` is as good as it should be."""
    covered = {*texts_in(found.files), *changed}
    return search(tree, found.workspace.shared, found.seeker, covered)


def texts_in(files: Mapping[str, bytes | None]) -> dict[str, str]:
    """The files that are text: in a picture or an office document nothing can be read as it stands."""
    return {path: Text.of(data).text for path, data in files.items() if data is not None and not is_binary(data)}


def held_contacts(data: bytes | None) -> dict[str, Contact]:
    """All that the private folder says of how to reach people and what they need."""
    from copkit.models.loading import load
    from copkit.yamlfile import read

    told = read(data, FILE).data if data is not None else None
    found = {}
    for key, value in told.items() if isinstance(told, dict) else ():
        given = {"email": value} if isinstance(value, str) else value if isinstance(value, dict) else {}
        found[key] = load(given, Contact).record
    return found
