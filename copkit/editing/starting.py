"""The files of a new workspace and of a new community, with comments that teach."""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap
from typing import NamedTuple

from copkit.editing.readme import readme
from copkit.editing.scaffold import field, prose, quoted, schema_line, value, whole
from copkit.editing.schemas import FOLDER, reference, shipped
from copkit.models.vocabularies import VOCABULARIES

LAST = "communities/programme/programme.yaml"


class Founder(NamedTuple):
    """The first person of a workspace, and where that person works."""

    id: str
    name: str
    organisation: str
    organisation_name: str


class Circle(NamedTuple):
    """What is known of a community on its first day."""

    id: str
    name: str
    pattern: str = "second tuesday"
    start: str = "10:00"
    starts: str = ""
    meetings: int = 10


class Beginning(NamedTuple):
    """What `copkit init` asks."""

    programme: str
    system: str
    contact: str
    workspace: str
    year_starts: str
    holidays: str
    founder: Founder
    community: Circle


def workspace_files(begin: Beginning, today: date) -> dict[str, bytes]:
    """Every file of a new workspace by its path: registers, one community, schemas, what git needs, the settings.

    The settings come last: a workspace that lacks them was begun and is not finished.
    """
    texts = {
        "communities/programme/organisations.yaml": _organisations(begin.founder),
        "communities/programme/people.yaml": _people(begin.founder),
        "communities/programme/calendar.yaml": _calendar(today),
        ".gitignore": _IGNORE,
        ".gitattributes": _ATTRIBUTES,
        "README.md": readme(begin.programme, begin.community.id, begin.community.name),
        "private/README.txt": _PRIVATE,
    }
    made = {path: text.encode() for path, text in texts.items()}
    made |= community_files(begin.community, today, begin.founder.id, begin.founder.organisation)
    made |= {f"{FOLDER}/{name}": data for name, data in shipped().items()}
    return made | {LAST: _programme(begin).encode()}


def community_files(
    circle: Circle, today: date, convenor: str = "", organisation: str = "", *, schemas: bool = True
) -> dict[str, bytes]:
    """The files of a new community by their paths."""
    folder = f"communities/{circle.id}"
    about, members = f"{folder}/community.yaml", f"{folder}/members.yaml"
    return {
        about: whole(
            _head("community", about, schemas, _community(circle, today, convenor, organisation))
        ).encode(),
        members: whole(_head("members", members, schemas, _members(convenor, today))).encode(),
    }


def _head(kind: str, path: str, schemas: bool, lines: Iterable[str]) -> Iterator[str]:
    yield from schema_line(reference(kind, path) if schemas else "")
    yield from lines


def _shared(kind: str, lines: Iterable[str]) -> str:
    return whole(_head(kind, f"communities/programme/{kind}.yaml", True, lines))


def _programme(begin: Beginning) -> str:
    return _shared(
        "programme",
        [
            "# Settings for all communities. Everything has a default; these are worth knowing.",
            field("programme", prose(begin.programme)),
            field("system", prose(begin.system)),
            field("objective", "", "one line, printed on every document"),
            field("host", value(begin.founder.organisation), "whose staff run the programme"),
            field("contact", quoted(begin.contact), "a shared mailbox, printed on every document"),
            "shared_mailboxes:               # addresses that belong to no one person",
            f"  - {quoted(begin.contact)}",
            field("workspace", value(begin.workspace), "part of every calendar entry's id: never change it"),
            field("year_starts", begin.year_starts, "the month in which your year starts"),
            field("holidays", begin.holidays, "england (and Wales), scotland or northern-ireland"),
            field("notes_within_days", "10", "notes go out within ten days"),
            field("hide_counts_below", "5", "smaller counts of people are hidden in public"),
        ],
    )


def _sectors() -> list[str]:
    """The sectors that copkit knows, as lines of a remark."""
    return [f"#   {line}" for line in wrap(", ".join(VOCABULARIES["sector"]), 80)]


def _organisations(founder: Founder) -> str:
    return _shared(
        "organisations",
        [
            "# Every partner organisation, by a short id that the other files use.",
            "# “copkit new organisation NAME” adds one. Sectors:",
            *_sectors(),
            *organisation_lines(founder.organisation, founder.organisation_name),
        ],
    )


def organisation_lines(name: str, title: str, sector: str = "") -> list[str]:
    """An organisation as it stands in the register."""
    return [f"{name}:", field("name", prose(title), "", 2), field("sector", value(sector), "", 2)]


def _people(founder: Founder) -> str:
    return _shared(
        "people",
        [
            "# Everybody whom the communities know: one register, work details only.",
            "# E-mail addresses, telephone numbers and access needs go in private/contacts.yaml, never here.",
            "# “copkit new person NAME” adds one.",
            f"{founder.id}:",
            field("name", prose(founder.name), "", 2),
            field("organisation", value(founder.organisation), "", 2),
            field("job", "", "", 2),
            field("publish", "", "yes, when this person agrees to be named in public", 2),
        ],
    )


def _calendar(today: date) -> str:
    return _shared(
        "calendar",
        [
            "# Dates to keep clear, or to keep in mind. Bank holidays are known; add your own: half-terms,",
            "# festivals, board days. treat: error (never meet), warning (think twice) or info (mention it).",
            '- name: "World Mental Health Day"',
            f"  date: {today.year}-10-10",
            "  treat: info",
            "# - name: School half term      # such as this: a run of days",
            f"#   from: {today.year}-10-26",
            f"#   to: {today.year}-10-30",
            "#   treat: warning",
        ],
    )


USUAL = {
    "purpose": (
        "Build relationships beyond organisational boundaries",
        "See where we are as a system, celebrate what works and share what is hard",
        "Use each other's skills to help with it",
        "Support members' professional development",
    ),
    "principles": (
        "We come from our organisation and think system first",
        "We listen to understand",
        "Everyone has a voice, whatever their role",
    ),
}
"""What a community may begin with where nobody has said better."""


def _community(circle: Circle, today: date, convenor: str, organisation: str) -> Iterator[str]:
    yield "# What the community is for, who runs it and when it meets. Change what is not yours."
    yield field("id", circle.id, "the name of this folder")
    yield field("name", prose(circle.name))
    yield field("stage", "potential", "potential, coalescing, maturing, stewardship or transformation")
    yield field("started", today.isoformat(), "meetings before this day are not planned")
    yield from _domain(today)
    yield "community:"
    yield field(
        "for", prose("Anybody in a partner organisation who cares about this, and people who use services"), "", 2
    )
    yield from _scope(organisation)
    yield field("join", prose("Write to our mailbox. We set this up for you."), "", 2)
    yield "purpose:                        # in your own words"
    yield from (f"  - {quoted(line)}" for line in USUAL["purpose"])
    yield field("sponsor", "", "a senior person who makes time and opens doors")
    yield from _team(convenor, today)
    yield from _rhythm(circle)
    yield "agreement:                      # read out at the start"
    yield field("rule", "chatham-house", "or open", 2)
    yield "  principles:"
    yield from (f"    - {quoted(line)}" for line in USUAL["principles"])


def _domain(today: date) -> Iterator[str]:
    yield "domain:"
    yield field("focus", "", "what you care about, in one line", 2)
    yield field("problem", "", "the problem behind it", 2)
    yield field("decided_by", "", "a design group, or the members", 2)
    yield field("reviewed", today.isoformat(), "when you last looked at this together", 2)
    yield "  learning_agenda:              # questions that you want to answer"


def _scope(organisation: str) -> Iterator[str]:
    if organisation:
        yield "  organisations:                # add those who belong"
        yield f"    - {value(organisation)}"
    else:
        yield field("organisations", "", "ids from organisations.yaml, each after “- ”", 2)


def _team(convenor: str, today: date) -> Iterator[str]:
    if convenor:
        yield "team:                           # two to eight people; each role can be shared"
        yield f"  - who: {value(convenor)}"
        yield "    role: convenor              # convenor, curator, facilitator, moderator, tech or support"
        yield f"    from: {today.isoformat()}"
    else:
        yield "team:                           # - who: amina.khan, and below it role: convenor, from: a date"


def _rhythm(circle: Circle) -> Iterator[str]:
    yield "rhythm:"
    if circle.starts:
        yield field("starts", circle.starts, "the month in which this community's year starts", 2)
    yield field("meetings", str(circle.meetings), "a year", 2)
    yield field("pattern", circle.pattern, "first to fourth or last, and a weekday", 2)
    yield field("start", quoted(circle.start), "24-hour clock", 2)
    yield "  break_months:                 # months without a meeting"
    yield "    - august"
    yield "    - december"
    yield "  in_person:                    # which meetings of the year, by number"
    yield "    - 3"
    yield "    - 8"
    yield field("online_minutes", "90", "", 2)
    yield field("in_person_minutes", "150", "", 2)
    yield field("briefing_minutes", "20", "the senior leader's briefing", 2)
    yield field("venue", "", "the usual one", 2)
    yield field("link", "", "the usual one", 2)


def _members(convenor: str, today: date) -> Iterator[str]:
    yield "# Who belongs, since when. “copkit new person NAME --join COMMUNITY” adds one."
    if convenor:
        yield f"- who: {value(convenor)}"
        yield f"  joined: {today.isoformat()}"


_IGNORE = """\
# People's private details never enter git; what copkit prints is remade at any time.
private/
build/
.copkit.lock
.copkit-*.tmp
"""

_ATTRIBUTES = """\
# Text has the line ends of each person's system; what is not text stays as it is.
* text=auto
*.ics -text
*.docx binary
*.pdf binary
*.png binary
*.jpg binary
"""

_PRIVATE = """\
This folder is not in git and is not shared by copkit.

contacts.yaml here holds how to reach people, by the ids of people.yaml:

    amina.khan:
      email: amina.khan@example.org

Keep nothing here for longer than you need it.
"""
