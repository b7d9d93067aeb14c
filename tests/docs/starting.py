"""docs/starting.md: what every community does alike, to begin one or to take one over; blueprints lead here."""

from collections.abc import Iterable, Iterator

from copkit import lexicon
from copkit.capture.keywords import keywords
from copkit.documents.guidance import timeline
from copkit.models.shipped import shipped

TOP = """\
# Begin a community, or take one over

<!-- Written by `python3 make.py docs` from the words that copkit prints: do not edit it by hand. -->

What every community does alike. What is true of one alone stands in its blueprint (`copkit blueprint`): what works
there, what must stay, how its sessions run. Nothing here needs special software: a calendar, a text editor and
people who want to talk are enough.

## The first hundred days

Days 1 to 30: find the people and the question

- Talk with ten people from at least five organisations, and with people who use services: what keeps you awake, and
  who else ought to be asked?
- Find a sponsor who makes time and opens doors
- Bring a design group together for two hours: three or four possible domains, one decision, written down with the
  reasons
- Find four people for the four roles, from at least three organisations

Days 31 to 60: make the year

- Choose one day of the month and one time, and put the whole year into everybody's calendar
- Agree a mailbox, a place for files and who holds the key to each
- Write to each person by name; say what it is, what it asks of them, and that they may leave
- Book the first room, and the first speaker

Days 61 to 100: meet

- Hold the first session with a running order, and read your agreement out
- Send the notes within ten days, with every action's owner and date
- Hold the second session, and begin it with what became of the first one's actions
- Look back with the team: what to keep, what to change. Begin your list of what works

From another community's blueprint take the running orders as they are for the first three sessions, read its
agreement out and ask what is missing, and keep its questions of feedback, so that answers can be compared. `copkit
new community NAME --like BLUEPRINT` does the copying; BLUEPRINT is the file `blueprint-….yaml` that lies beside it.
"""

SESSION = """\
## Whoever facilitates

- Ask a question, not for a discussion of a topic. One question a session is enough.
- Begin on time and end on time, whoever is still to come.
- Let every voice be heard in the first ten minutes, if only for a word.
- Stop the briefing kindly when its time is up. What the room asks matters more.
- Write decisions and actions where everybody can see them, with a name and a date.
- When it goes wrong, say so, and ask the room what would help.

`copkit explain 1-2-4-all` has the steps of that method, and `copkit explain` the names of all.
"""

WORK = """\
## From talk to work

| step | what it is |
|---|---|
| Action | One person promises one thing by a day. It is asked after at the next session |
| Group | A few people take one question away, report, and end on a day that is agreed at the start |
| Initiative | Work with an owner and a sponsor, tried small, measured, and stopped when it does not help |
| Exemplar | What has worked well enough to show: what it needs, what must stay, who has taken it up |

## To manage by hand

| what | how |
|---|---|
| Dates | Count the weekday of the month in any calendar. Leave out the break months, and look for bank holidays |
| Invitations | One calendar entry a session, sent from the shared mailbox with all members in Bcc |
| Agenda | Copy the running order, and write the clock times beside the minutes |
| Notes | A text file a session. Begin each line with its word: decision, action, ask, offer |
| Action list | Search the notes for lines that begin with “action”; strike out what is done |
| Attendance | A list of names a session, in a table with organisations |
| Feedback | Any form that asks the same questions, without names |
| Figures | Count the lines by their first word; count the organisations in the attendance table |
| Files | Plain text that any editor opens. A folder a community, a file a session, named for its date |
"""


def page() -> str:
    """The whole page."""
    return "\n".join([TOP, *_roles(), *_duties(), SESSION, *_checks(), *_lines(), WORK])


def _roles() -> Iterator[str]:
    words = lexicon.Words("blueprint.people")
    yield "## The roles\n"
    for card in shipped("role-cards").values():
        yield f"### {card.title}\n"
        parts = ("before", "during", "after", "good", "helped_by", "for_how_long")
        said = ("before", "during", "after", "good_looks_like", "who_helps", "for_how_long")
        yield from (f"- {words(word)}: {getattr(card, part)}" for part, word in zip(parts, said, strict=True))
        yield ""


def _duties() -> Iterator[str]:
    yield "## Before and after a session\n"
    rows = ((_when(one.days), one.role.capitalize(), one.what) for one in timeline())
    yield from _table(("when", "who", "what"), rows)


def _when(days: int) -> str:
    if not days:
        return "on the day"
    number = f"{abs(days)} day{'s' if abs(days) > 1 else ''}"
    return f"{number} {'before' if days < 0 else 'after'}"


def _checks() -> Iterator[str]:
    for title, name in (("A room: what to check", "in_person"), ("Online: what to check", "online")):
        yield f"## {title}\n"
        yield from (f"- {one}" for one in lexicon.lines(f"guidance.checks_{name}"))
        yield ""


def _lines() -> Iterator[str]:
    yield "## Words that begin a line of notes\n"
    yield "A line is a word, a colon, and what there is to say; its parts are set apart by upright strokes.\n"
    rows = ((f"`{one.name}:`", one.means, " \\| ".join(one.parts)) for one in keywords())
    yield from _table(("word", "for", "what follows"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
