"""Every fact that is held on one person, in sentences: what each record says of them, field by field."""

from collections.abc import Collection, Iterable, Iterator

from copkit.documents.about_person.lines import in_notes
from copkit.documents.about_person.telling import Place, Records, Scene, Telling, Told
from copkit.documents.about_person.wording import Wording
from copkit.models.base import Part
from copkit.models.programme import Contact
from copkit.people.mentions import Seeker
from copkit.workspace import CommunityFiles, Workspace

__all__ = ["Place", "Records", "Told", "Wording", "about"]


def about(
    workspace: Workspace,
    private: Records,
    addresses: Contact | None,
    seeker: Seeker,
    named_in: Collection[str],
) -> Iterator[Told]:
    """The facts in files that name the person and in the private folder; names of others are taken out."""
    register = workspace.shared.register
    words = Wording(seeker, frozenset(), workspace.shared.organisations)

    def means(typed: str, record: Part) -> str | None:
        return register.meant(typed).id

    yield from Telling(workspace.shared.files, words, means).of_all(named_in)
    if addresses is not None:
        yield from Telling(private, words, means).of_addresses(addresses)
    yield from Telling(private, words, means).of_all(None)
    for community in workspace.communities.values():
        yield from _in_community(community, workspace, seeker, named_in)


def _in_community(
    community: CommunityFiles, workspace: Workspace, seeker: Seeker, named_in: Collection[str]
) -> Iterable[Told]:
    names = community.company(workspace.shared.register)
    words = Wording(seeker, names.ids, workspace.shared.organisations)
    name = community.about.name or community.id

    def means(typed: str, record: Part) -> str | None:
        return names.on(community.day_of(record)).find(typed).id

    here = Scene(community=name)
    yield from Telling(community.files, words, means, here, community.day_of).of_all(named_in)
    yield from in_notes(community, names, words, name, named_in)
