"""What lines of notes say of a person: promises, asks, offers, links, words and stories."""

from collections.abc import Collection, Iterator, Mapping

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.about_person.telling import Place, Told, heading
from copkit.documents.about_person.wording import Wording
from copkit.models.kinds import KINDS
from copkit.people.company import Company
from copkit.workspace import CommunityFiles
from copkit.workspace.entries import Said, said

say = lexicon.Words("privacy_export")


def in_notes(
    community: CommunityFiles, names: Company, words: Wording, name: str, named_in: Collection[str]
) -> Iterator[Told]:
    """Each line that names the person as who does, asks, offers, says or is linked; and what came of their own."""
    head = heading(KINDS["notes"], name)
    own: dict[str, str] = {}
    for session in community.sessions:
        path = community.files.origin(session.notes).document.path if community.files.knows(session.notes) else ""
        if path not in named_in and not own:
            continue
        for line in said(community, session, names):
            if any(one.id == words.seeker.key for one in line.people):
                own[line.id] = line.what
                yield Told(head, _sentence(line, words), tuple(_places(line)))
            elif line.closes in own:
                yield Told(head, _closed(line, own, words))


def _sentence(line: Said, words: Wording) -> str:
    sentences = say.table("lines")
    kind = line.kind if line.kind in sentences else "other"
    due = say("by", day=say_date(line.due)) if line.due else ""
    more = f" ({words.plain(line.detail)})" if line.detail else ""
    return sentences[kind].format(what=_quoted(line.what, words), when=say_date(line.day), by=due, more=more)


def _closed(line: Said, own: Mapping[str, str], words: Wording) -> str:
    """What became of a promise or a question of the person's."""
    what, result = _quoted(own[line.closes], words), _quoted(line.what, words)
    return say("closed", what=what, result=result, when=say_date(line.day))


def _quoted(text: str, words: Wording) -> str:
    return words.plain(text).strip('“”"').rstrip(".")


def _places(line: Said) -> Iterator[Place]:
    for number in range(line.position.line, line.last + 1):
        yield Place(line.position.path, number, 0, 100_000)
