"""Which session's notes are meant, and everything that is needed to read them."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from copkit.cli.common import pick_ids, pick_session, the_day, to_type, workspace
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.subjects.words import community_and_when
from copkit.people.company import Company
from copkit.workspace import CommunityFiles, Folder, Session, Shared, community_ids, load_community, load_shared
from copkit.workspace.copied import copies_of
from copkit.yamlfile import Document

READ = frozenset(
    ("programme", "organisations", "people", "community", "members", "plan", "notes", "updates", "group")
)
"""The kinds of file from which lines of notes are understood; others are not read to show them, for speed."""


class Chosen(NamedTuple):
    """A session whose notes are meant."""

    tree: Folder
    shared: Shared
    community: CommunityFiles
    session: Session
    today: date

    @property
    def path(self) -> str:
        """The path of its notes in the workspace."""
        return f"communities/{self.community.id}/sessions/{self.session.id}.notes.yaml"

    @property
    def names(self) -> Company:
        """The community's own people as on the day, who are meant where a name is not theirs alone."""
        return self.community.company(self.shared.register).on(self.session.date)

    def read_anew(self) -> "Chosen":
        """The same as it is after a change."""
        community = load_community(self.tree, self.community.id, READ)
        return self._replace(community=community, session=pick_session(community, self.session.id, self.today))

    @property
    def title(self) -> str:
        """What the community is called for short."""
        return self.community.short

    @property
    def document(self) -> Document:
        """The notes as they were read; an end where there are none."""
        found = self.community.files.documents.get(self.path)
        if found is None or self.session.notes is None:
            self._stop()
        assert found is not None
        return found

    def _stop(self) -> None:
        here = [one for one in self.community.files.findings if one.position.path == self.path]
        for finding in (*here, *copies_of(self.path, self.tree)):
            raise Stop(f"{finding.position.path}: {finding.message}", REFUSED, finding.fix)
        hint = f"“copkit notes new {self.community.id} {to_type(self.community, self.session)}” makes the file."
        raise Stop(f"{self.path}: there are no notes yet", REFUSED, hint)


def choose(
    community: str, session: str, root: Path | None, today: str, kinds: Collection[str] | None = None
) -> Chosen:
    """The session meant, in either order with its community; left out it is the last one held, or today's.

    Every kind of file is read unless some are named.
    """
    tree = workspace(root)
    community, when = community_and_when((community, session), community_ids(tree))
    session = when or "last"
    shared = load_shared(tree, kinds)
    day = the_day(today, shared)
    ids = pick_ids(tree, community)
    found: list[Chosen] = []
    for name in ids:
        files = load_community(tree, name, kinds)
        try:
            found.append(Chosen(tree, shared, files, pick_held(files, session, day), day))
        except Stop:
            if len(ids) == 1:
                raise
    if len(found) == 1:
        return found[0]
    if not found:
        raise Stop(f"no community has a session “{session}”", hint="“copkit schedule” makes the year.")
    meant = ", ".join(one.community.id for one in found)
    raise Stop("which community?", hint=f"Name one of {meant}.")


def pick_held(community: CommunityFiles, session: str, today: date) -> Session:
    """The session of a community; `last` is the last one held, today included."""
    if session != "last":
        return pick_session(community, session, today)
    held = [one for one in community.sessions if one.date <= today and not one.cancelled]
    if not held:
        hint = "“copkit schedule” makes the year; name a session to take notes before its day."
        raise Stop(f"{community.id} has held no session yet", REFUSED, hint)
    return held[-1]
