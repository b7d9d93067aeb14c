"""What is held on a person, for the person: every fact in a sentence, every other mention, what was left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from copkit import lexicon
from copkit.audience.edition import Edition
from copkit.dates import say_date
from copkit.documents.about_person import Place, Records, Told, Wording, about
from copkit.documents.control import of_programme
from copkit.documents.source import Audience
from copkit.marks import Marks
from copkit.models.kinds import kind_of
from copkit.models.programme import Contact
from copkit.people.mentions import Mention, Seeker
from copkit.render.meta import Meta
from copkit.workspace import Shared, Workspace

say = lexicon.Words("privacy_export")


@dataclass(frozen=True)
class OnePerson(Edition):
    """One person, for that person and whoever answers: who is meant, and all that was found, in private as well."""

    registers: Shared
    audience: Audience
    today: date
    marks: Marks
    workspace: Workspace
    seeker: Seeker
    found: tuple[Mention, ...]
    addresses: Contact | None
    private: Records
    looked: "Looked"


class Looked(NamedTuple):
    """How far was searched: files, pages made of them that name the person, commits, and what was not searched.

    `commits` is None where no git keeps the files.
    """

    files: int
    made: int
    commits: int | None
    unsearched: tuple[tuple[str, str], ...]


class Section(NamedTuple):
    """The facts of one kind."""

    heading: str
    facts: tuple[str, ...]


class Line(NamedTuple):
    """A line that names the person, the names of others taken out."""

    path: str
    number: int
    text: str
    how: str
    doubt: str


class Quoted(NamedTuple):
    """The lines of one file in which others mention the person."""

    where: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class PrivateExport:
    """All that is held on one person. For that person, and for whoever answers."""

    meta: Meta
    id: str
    name: str
    facts: tuple[Told, ...]
    sections: tuple[Section, ...]
    registered: bool
    reachable: bool
    quoted: tuple[Quoted, ...]
    lines: tuple[Line, ...]
    files: int
    mentions: int
    looked: Looked
    months: int


def export(of: OnePerson) -> PrivateExport:
    """What is held on the person whom the seeker finds."""
    workspace, seeker, key = of.workspace, of.seeker, of.seeker.key
    named_in = {one.position.path for one in of.found if one.sure}
    facts = tuple(_in_order(about(workspace, of.private, of.addresses, seeker, named_in)))
    lines, others = _lines(of, of.found), _lines(of, _untold(of.found, facts))
    return PrivateExport(
        meta=of_programme(
            workspace.shared.programme,
            of.today,
            say("what_we_hold", what=seeker.name or key),
            say("the_person_it_is_about"),
            say("as_it_stands", day=say_date(of.today)),
        ),
        id=key,
        name=seeker.name or key,
        facts=facts,
        sections=tuple(_sections(facts)),
        registered=key in workspace.shared.people,
        reachable=of.addresses is not None,
        quoted=tuple(_quoted(workspace, others)),
        lines=lines,
        files=len({one.path for one in lines}),
        mentions=len(of.found),
        looked=of.looked,
        months=workspace.shared.programme.keep_leavers_months,
    )


def as_data(view: PrivateExport) -> dict[str, Any]:
    """The same as plain data, for the JSON file: every line that names the person, told in a sentence or not."""
    return {
        "person": view.id,
        "name": view.name,
        "made": view.meta.date.isoformat(),
        "facts": [{"heading": one.heading, "text": one.text, **_at(one.places)} for one in view.facts],
        "mentions": [line._asdict() for line in view.lines],
        "searched": {"files": view.looked.files, "made": view.looked.made, "commits": view.looked.commits},
        "not_searched": [{"path": path, "why": why} for path, why in view.looked.unsearched],
    }


def _at(places: tuple[Place, ...]) -> dict[str, Any]:
    return {"path": places[0].path, "line": places[0].line} if places else {"path": "", "line": None}


def _in_order(facts: Iterable[Told]) -> list[Told]:
    """The facts by their headings, in the order of the page; a sentence once where a fact stands twice."""
    order = [*say.table("headings").values()]
    places = [(order.index(one.heading.partition(":")[0]), one) for one in facts]
    return [one for _, one in sorted(places, key=lambda pair: pair[0])]


def _sections(facts: Iterable[Told]) -> Iterator[Section]:
    found: dict[str, list[str]] = {}
    for one in facts:
        found.setdefault(one.heading, []).append(one.text)
    for heading, texts in found.items():
        yield Section(heading, tuple(dict.fromkeys(texts)))


def _untold(found: Iterable[Mention], facts: Iterable[Told]) -> Iterator[Mention]:
    """The mentions that no fact tells: what stands in a text, or where nobody expected a name."""
    told: dict[tuple[str, int], list[Place]] = {}
    for place in (place for fact in facts for place in fact.places):
        told.setdefault((place.path, place.line), []).append(place)
    owned = {place.path for fact in facts for place in fact.places}
    for one in found:
        at = one.position
        covered = any(place.start <= at.column <= place.end for place in told.get((at.path, at.line), ()))
        if not covered and (one.end or at.path not in owned):
            yield one


def _lines(of: OnePerson, found: Iterable[Mention]) -> tuple[Line, ...]:
    """The lines that have the mentions, each once."""
    from copkit.workspace.typed import companies

    circles, lines = companies(of.workspace), dict[tuple[str, int], Line]()
    for one in found:
        path, number = one.position.path, one.position.line
        company = circles.get(path.split("/")[1], frozenset()) if "/" in path else frozenset[str]()
        known = lines.get((path, number))
        hows = dict.fromkeys([*(known.how.split(", ") if known else ()), one.how])
        doubt = "" if one.sure or (known and not known.doubt) else one.why
        text = Wording(of.seeker, company).plain(one.line)
        lines[path, number] = Line(path, number, text, ", ".join(hows), doubt)
    return tuple(lines.values())


def _quoted(workspace: Workspace, lines: Iterable[Line]) -> Iterator[Quoted]:
    for path, group in groupby(lines, key=lambda one: one.path):
        yield Quoted(_place(workspace, path), tuple(group))


def _place(workspace: Workspace, path: str) -> str:
    """A file in words, where copkit knows its kind; else its path."""
    kind = kind_of(path)
    if kind is None or path.startswith("private/"):
        return path
    stem = path.rpartition("/")[2].removesuffix(".yaml").removesuffix(".notes")
    community = workspace.communities.get(path.split("/")[1])
    of = (community.about.name or community.id) if community is not None else ""
    called = "" if kind.path.endswith(f"/{stem}.yaml") else stem.replace("-", " ")
    if kind.name in ("plan", "notes") and community is not None and (session := community.session(stem)):
        called = say_date(session.date)
    return ", ".join(part for part in (kind.title, called, of) if part)
