"""Write an erasure, in an order by which the same command finishes one that was killed."""

from collections.abc import Mapping

from copkit.cli.privacy_person import Case
from copkit.cli.show import note
from copkit.cli.write import write
from copkit.editing.people import without
from copkit.editing.store import Change
from copkit.people.files import holds
from copkit.workspace import Folder
from copkit.world.private import place, put_private, written_contacts
from copkit.world.search.elsewhere import PRIVATE
from copkit.world.undoing import private as emptied


def write_all(
    tree: Folder, found: Case, new: Mapping[str, bytes | None], own: Mapping[str, bytes | None], *, dry_run: bool
) -> None:
    """Write everything, in an order by which a run that was killed is finished by the same command.

    The register goes after all that is found by it; what goes as a whole and by its name alone goes last.
    """
    changes = [Change(tree.root / path, new[path], found.files[path]) for path in sorted(new)]
    first = [one for one in changes if not holds("people", one.path.relative_to(tree.root).as_posix())]
    register = sorted(
        (one for one in changes if one not in first), key=lambda one: has_entry(one.seen, found.seeker.key)
    )
    going = {path for path, data in own.items() if data is None}
    contact = _without_contact(tree, found)
    if dry_run:
        write(tree, [*first, *register], dry_run=True)
        note(f"{len(changes)} files would change{', and the contact details' if contact else ''}.")
        for path in own:
            note(f"{PRIVATE}{path} would {'go' if path in going else 'change, too'}.")
        return
    shared = found.workspace.shared
    write(tree, first, dry_run=False, noting=emptied(tree.root))
    put_private(
        tree,
        shared,
        _private_changes(tree, found, {one: own[one] for one in own if one not in going}),
        dry_run=False,
    )
    write(tree, register, dry_run=False, noting=emptied(tree.root))
    put_private(tree, shared, [*contact, *_private_changes(tree, found, dict.fromkeys(going))], dry_run=False)


def has_entry(register: bytes | None, key: str) -> bool:
    """Whether this is the file of the register that has the person: it is the last to be written."""
    from copkit.yamlfile import read

    data = read(register or b"", "").data
    return isinstance(data, dict) and key in data


def _without_contact(tree: Folder, found: Case) -> list[Change]:
    key = found.seeker.key
    if found.contact is None:
        return []
    return written_contacts(tree, found.workspace.shared, lambda data: without(data or b"", key))


def _private_changes(tree: Folder, found: Case, own: Mapping[str, bytes | None]) -> list[Change]:
    """The changes of what new leaders wrote for nobody else."""
    shared = found.workspace.shared
    return [Change(place(tree, shared, path).path, data, found.private[path]) for path, data in own.items()]
