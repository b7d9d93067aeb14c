"""Take a person out of the files: the name becomes “former member 07” everywhere, and every count stays.

Only the places where the person is named change; every other byte stays, and what comes out is read again and
compared with what went in.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count
from typing import Any, NamedTuple

from copkit.editing.emit import emit, flow
from copkit.editing.people import add_entries
from copkit.editing.refused import Refused
from copkit.editing.source import Source
from copkit.models.kinds import kind_of
from copkit.models.programme import Person
from copkit.patterns import when_used
from copkit.people.files import holds
from copkit.people.mentions import Mention, Seeker
from copkit.workspace.records import Workspace
from copkit.yamlfile import Data, read, read_notes

_TAKEN = when_used(r"former[- ]member[- ](\d+)", re.IGNORECASE)
_NEW_SENTENCE = when_used(r"(?:^|[.!?:|“\"]\s*|\n\s*(?:[-*•]\s+)?)$")


class Former(NamedTuple):
    """What stands in a person's place: an id, and the words for running text."""

    id: str
    words: str

    @property
    def name(self) -> str:
        return self.words.capitalize()


def next_former(texts: Iterable[str]) -> Former:
    """The first number that no file has used."""
    taken = _numbers(texts)
    return _former(next(number for number in range(1, len(taken) + 2) if number not in taken))


def begun(texts: Mapping[str, str], register: Collection[str], named: Collection[str]) -> Former | None:
    """Who stands in files though the register does not have it yet: a run that was killed has begun with it.

    `named` are the files that still name the person. Such a number is in none of them, since a file is changed
    whole or not at all; where it is, it is somebody else's.
    """
    number = next(number for number in count(1) if _former(number).id not in register)
    others = _numbers(text for path, text in texts.items() if path in named)
    return _former(number) if number in _numbers(texts.values()) - others else None


def _numbers(texts: Iterable[str]) -> set[int]:
    return {int(number) for text in texts if "member" in text.casefold() for number in _TAKEN.findall(text)}


def _former(number: int) -> Former:
    return Former(f"former-member-{number:02}", f"former member {number:02}")


class Text(NamedTuple):
    """A file's text, and how it was written down."""

    text: str
    codec: str
    mark: bytes = b""

    @classmethod
    def of(cls, data: bytes) -> "Text":
        """The text of any bytes; written back unchanged it gives the same bytes."""
        for mark, codec in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
            if data.startswith(mark):
                try:
                    return cls(data[len(mark) :].decode(codec), codec, mark)
                except UnicodeDecodeError:
                    break
        try:
            return cls(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            return cls(data.decode("latin-1"), "latin-1")

    def with_text(self, text: str) -> bytes:
        return self.mark + text.encode(self.codec)


def erased(
    files: Mapping[str, bytes], found: Iterable[Mention], key: str, person: Person, former: Former
) -> dict[str, bytes | None]:
    """The files that change, by path: their new bytes, or None for one that was the person's own and goes.

    Raises `Refused` where the register has errors.
    """
    own = (f"communities/programme/onboarding/{key}.yaml", f"private/onboarding/{key}.yaml")
    places: dict[str, list[Mention]] = {}
    for mention in found:
        if mention.end and mention.sure:
            places.setdefault(mention.position.path, []).append(mention)
    changed: dict[str, bytes | None] = {}
    for path, data in files.items():
        if path in own:
            changed[path] = None
        elif (register := holds("people", path)) or path in places:
            text = Text.of(data)
            record = _record(path, data, key, person, former) if register else None
            new = text.with_text(_replaced(text.text, places.get(path, ()), key, former, record))
            if new != data:
                changed[path] = new
    return changed


class _Piece(NamedTuple):
    start: int
    end: int
    new: str


def _replaced(text: str, found: Iterable[Mention], key: str, former: Former, record: _Piece | None) -> str:
    pieces = [
        _Piece(one.start, one.end, _instead(text, one, former))
        for one in found
        if record is None or one.end <= record.start or one.start >= record.end
    ]
    parts, at = [], 0
    for piece in sorted([*pieces, *([record] if record else [])]):
        parts += [text[at : piece.start], piece.new]
        at = piece.end
    return "".join([*parts, text[at:]])


def _instead(text: str, mention: Mention, former: Former) -> str:
    """The id for an id; else the words, which keep a line break that a wrapped name had."""
    if mention.how == "id":
        return former.id
    broken = re.search(r"\r?\n[ \t]*", mention.typed)
    new = mention.typed[:1].isupper() and _NEW_SENTENCE.search(text[max(0, mention.start - 80) : mention.start])
    return (former.name if new else former.words) + (broken[0] if broken else "")


def _record(path: str, data: bytes, key: str, person: Person, former: Former) -> _Piece | None:
    """The person's entry of the register, cut down to what counts need: where the person worked, and since when."""
    try:
        source = Source.of(data, "")
    except Refused as refused:
        raise Refused(f"{path}: {refused.message}", fix="“copkit check” shows them.") from refused
    pair = source.root.pair(key) if source.root is not None else None
    if pair is None or source.root is None:
        return None
    entry = _kept(person, former)
    if pair[1].flow or source.root.flow:
        new = f"{former.id}: {flow(entry)}"
    else:
        new = emit({former.id: entry}, pair[0].column).strip()
    return _Piece(pair[0].start, pair[1].end, new.replace("\n", source.eol(pair[1].end)))


def with_both(data: bytes, person: Person, former: Former) -> bytes:
    """A register that has who stands in a person's place beside the person, as half-changed files need it."""
    return add_entries(data, {former.id: _kept(person, former)})


def _kept(person: Person, former: Former) -> dict[str, Any]:
    work: Any = person.organisation
    if not isinstance(work, str):
        work = [{"id": one.id} | ({"from": one.from_} if one.from_ else {}) for one in work]
    entry: dict[str, Any] = {"name": former.name}
    if work:
        entry["organisation"] = work
    if person.left is not None:
        entry["left"] = person.left
    return entry


def trouble(
    old: Mapping[str, bytes], new: Mapping[str, bytes | None], seeker: Seeker, former: Former
) -> Iterator[str]:
    """What is wrong with the changed files, file by file; nothing when all is well."""
    for path, data in new.items():
        if data is None:
            continue
        if seeker.is_in(Text.of(data).text):
            yield f"{path}: the person is still named"
        if kind_of(path) is None or not path.endswith(".yaml"):
            continue
        before, after = _data(path, old[path]), _data(path, data)
        if after.findings > before.findings:
            yield f"{path}: the file would no longer be read as before"
        elif not (_has(path, before.data, seeker.key) or _same_shape(before.data, after.data)):
            yield f"{path}: more than the name would change"


def hidden(workspace: Workspace, seeker: Seeker) -> Iterator[str]:
    """Files that name the person in a way that their text does not show, such as by escapes in quotes."""
    several = [workspace.shared.files, *(one.files for one in workspace.communities.values())]
    for path, document in ((path, one) for files in several for path, one in files.documents.items()):
        if seeker.may_be_in(document.text) and seeker.is_in("\n".join(texts_of(document.data))):
            yield f"{path}: the person is still named, in a way that the text does not show"


def _has(path: str, data: Data | None, key: str) -> bool:
    """Whether this is the person's file of the register."""
    return holds("people", path) and isinstance(data, dict) and key in data


class _Read(NamedTuple):
    data: Data | None
    findings: int


def _data(path: str, data: bytes) -> _Read:
    from copkit.models.fields import fields

    kind = kind_of(path)
    if kind is not None and kind.name == "notes":
        document = read_notes(data, path, set(fields(kind.record)))
    else:
        document = read(data, path)
    return _Read(document.data, len(document.findings))


def _same_shape(old: Any, new: Any) -> bool:
    """Whether two values differ in words only: as many keys, items and lines."""
    if isinstance(old, dict) and isinstance(new, dict):
        return len(old) == len(new) and all(map(_same_shape, old.values(), new.values()))
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_same_shape, old, new))
    both_texts = isinstance(old, str) and isinstance(new, str)
    return bool(old.count("\n") == new.count("\n")) if both_texts else bool(old == new)


def texts_of(data: Any) -> Iterator[str]:
    """Every key and text in plain data, as it reads."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from texts_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts_of(value)


def counts(workspace: Workspace) -> dict[str, object]:
    """What must not change: how many are on each roll and came to each session, in all and by organisation."""
    register = workspace.shared.register
    made: dict[str, object] = {"people": len(workspace.shared.people)}
    for name, community in workspace.communities.items():
        company = community.company(register)
        made[f"{name}: members"] = len(community.members)
        made[f"{name}: members who left"] = sum(member.left is not None for member in community.members)
        for session in community.sessions:
            if session.notes is None:
                continue
            notes, here = session.notes, f"{name} {session.id}"
            keys = [company.on(session.date).who(who) for who in notes.present]
            made[f"{here}: present"] = (len(notes.present), len(set(keys)))
            made[f"{here}: apologies"] = len(notes.apologies)
            made[f"{here}: by organisation"] = Counter(register.organisation(key, session.date) for key in keys)
            made[f"{here}: minutes"] = sorted(map(str, notes.minutes.values()))
    return made
