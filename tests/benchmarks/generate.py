"""Makes workspaces of three sizes, the same bytes every time: S, M (a large region) and L (a national programme).

usage: python -m tests.benchmarks.generate S|M|L FOLDER

Each community has a community.yaml, a members.yaml, and five meetings a year, each with its plan and its notes, so
ten files a year that average 3 KB. They are looked at in January of the last year, when its meetings are over.
Nearly all is as it should be: actions are closed within two sessions, and `copkit check` finds only that in one
community of ten an ask of each year stayed open.
"""

import random
import sys
from calendar import monthcalendar
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

SEED = 20260401
LAST_YEAR = 2026  # the year that starts in April 2026 is the last one
TODAY = date(2027, 1, 30)
MEMBERS = 25
ORGANISATIONS = 60
PARTNERS = 10
MONTHS = (6, 7, 9, 10, 11)  # England has no bank holiday in any of them
IN_PERSON = (2, 5)
BREAKS = "[april, may, august, december, january, february, march]"
NTH = ("first", "second", "third", "fourth")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
STARTS = ("10:00", "13:00", "15:30")
ROLES = ("convenor", "curator", "facilitator", "moderator")
SECTORS = ("acute", "mental-health", "local-authority", "voluntary", "icb", "lived-experience")
FIRST = ("Amina", "Joe", "Jo", "Sam", "Lee", "Priya", "Ruth", "George", "Hannah", "Bilal", "Carol", "Denis")
SYLLABLES = ("ash", "ber", "cor", "den", "fal", "gar", "hol", "ken", "lin", "mar", "nor", "pen", "row", "sel")
BRINGS = ("expertise", "clinical", "authority", "lived-experience")
TOPICS = ("discharge", "falls at home", "medicines", "carers", "transport", "recruitment", "home first", "winter")
PLACES = ("two wards", "the discharge lounge", "Mill Lane surgery", "the council", "the hospice", "care homes")
SERVED = "working together"  # the question of the learning agenda that every session serves
TAILS = (
    "so that nobody has to tell their story twice",
    "which three organisations have tried and one has kept",
    "and the people who use the service say that it helps",
    "although nobody has yet counted what it saves",
    "because the form asks for the same thing three times",
    "until the new team has found its feet in the autumn",
)


class Size(NamedTuple):
    """How large a workspace is. With no years there are no sessions yet, and the rhythm is ten meetings a year."""

    communities: int
    years: int

    @property
    def files(self) -> int:
        return self.communities * (2 + 2 * len(MONTHS) * self.years) + 3


SIZES = {
    "S": Size(10, 1), "Q": Size(100, 3), "M": Size(400, 3), "L": Size(1500, 5),
    "new": Size(10, 0), "all new": Size(400, 0),
}  # fmt: skip


def generate(root: Path, size: Size, seed: int = SEED) -> int:
    """Writes a workspace into an empty folder and gives the number of files."""
    count = 0
    for path, text in files(size, random.Random(seed)):
        target = root / "communities" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
        count += 1
    return count


def files(size: Size, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Every file's path below communities/ and its text."""
    yield "programme/programme.yaml", programme()
    yield "programme/organisations.yaml", organisations()
    yield "programme/people.yaml", people(size.communities * MEMBERS)
    for index in range(size.communities):
        folder = community_id(index)
        yield f"{folder}/community.yaml", community(index, size, dice)
        yield f"{folder}/members.yaml", members(index, size)
        for year in range(LAST_YEAR - size.years + 1, LAST_YEAR + 1):
            for number, day in enumerate(meetings(index, year), 1):
                yield f"{folder}/sessions/{day}.yaml", plan(index, number, day, dice)
                yield f"{folder}/sessions/{day}.notes.yaml", notes(index, number, day, size, dice)


# --- Who and when ----------------------------------------------------------------------------------------


def community_id(index: int) -> str:
    return f"{TOPICS[index % len(TOPICS)].replace(' ', '-')}-{index + 1}"


def person_name(index: int) -> tuple[str, str]:
    """A first name and an invented surname; no two people share both."""
    index, first = divmod(index, len(FIRST))
    surname = ""
    while index or not surname:
        index, syllable = divmod(index, len(SYLLABLES))
        surname += SYLLABLES[syllable]
    return FIRST[first], surname.title()


def person(community: int, member: int) -> str:
    return ".".join(person_name(community * MEMBERS + member)).lower()


def organisation_ids(community: int) -> list[str]:
    """The partners in a community's scope."""
    return [f"org-{(community * PARTNERS + n) % ORGANISATIONS + 1}" for n in range(PARTNERS)]


def slot(index: int) -> tuple[int, int, str]:
    """Each community's own week of the month, weekday and time, so that the same person is never due twice."""
    return index % len(NTH), index // len(NTH) % len(DAYS), STARTS[index // 20 % len(STARTS)]


def meetings(index: int, year: int) -> Iterator[date]:
    nth, weekday, _ = slot(index)
    for month in MONTHS:
        days = [week[weekday] for week in monthcalendar(year, month) if week[weekday]]
        yield date(year, month, days[nth])


def neighbours(index: int, day: date, size: Size) -> tuple[list[date], list[date]]:
    """A community's meetings before a day, and those after it, with the year that is not planned yet."""
    years = range(LAST_YEAR - size.years + 1, LAST_YEAR + 2)
    every = [one for year in years for one in meetings(index, year)]
    return [one for one in every if one < day], [one for one in every if one > day]


def sentence(dice: random.Random) -> str:
    return f"{dice.choice(TOPICS)} on {dice.choice(PLACES)} {dice.choice(TAILS)}"


def sentences(count: int, dice: random.Random) -> list[str]:
    return [sentence(dice) for _ in range(count)]


# --- Files -----------------------------------------------------------------------------------------------


def programme() -> str:
    return (
        "format: 3\nprogramme: Anyshire Communities of Practice\nsystem: Anyshire Integrated Care System\n"
        "host: org-1\n"
        "dpo: dpo@anyshire.example\nlawful_basis_confirmed: 2026-04-01\n"
        "objective: A healthier life for everybody in Anyshire\n"
        f"year_starts: april\nholidays: england\ncontact: cop.team@anyshire.example\nas_of: {TODAY}\n"
    )


def organisations() -> str:
    numbers = range(1, ORGANISATIONS + 1)
    return "".join(f"org-{n}: {{name: Anyshire Partner {n}, sector: {SECTORS[n % 6]}}}\n" for n in numbers)


def people(count: int) -> str:
    lines = []
    for index in range(count):
        first, last = person_name(index)
        community, member = divmod(index, MEMBERS)
        partners = organisation_ids(community)
        lines.append(
            f"{first.lower()}.{last.lower()}: {{name: {first} {last}, organisation: {partners[member % PARTNERS]}, "
            f"job: Lead for {TOPICS[index % len(TOPICS)]}, brings: [{BRINGS[member % 4]}], background: [od]}}\n"
        )
    return "".join(lines)


def community(index: int, size: Size, dice: random.Random) -> str:
    nth, weekday, start = slot(index)
    year = LAST_YEAR - max(size.years, 1) + 1
    rhythm = f"  meetings: {len(MONTHS)}\n  break_months: {BREAKS}\n  in_person: [2, 5]\n"
    if size.years == 0:
        rhythm = "  meetings: 10\n  break_months: [august, december]\n  in_person: [3, 8]\n"
    topic = TOPICS[index % len(TOPICS)]
    team = "".join(
        f"  - {{who: {person(index, n)}, role: {role}, from: {LAST_YEAR}-04-01, backup: {person(index, n + 4)}}}\n"
        for n, role in enumerate(ROLES)
    )
    agenda = "".join(f"    - What have we learnt about {about}?\n" for about in (SERVED, *sentences(5, dice)))
    return (
        f"id: {community_id(index)}\nname: {topic.capitalize()} Community of Practice {index + 1}\n"
        f"kind: community\nstage: maturing\nstage_reviewed: {LAST_YEAR}-11-03\nstarted: {year}-04-01\n"
        f"domain:\n  focus: Leading {topic} across organisations\n"
        f"  problem: Each organisation works on {sentence(dice)}\n"
        f"  decided_by: the members\n  reviewed: {LAST_YEAR}-11-03\n  learning_agenda:\n{agenda}"
        f"community:\n  for: Leaders and practitioners in any partner organisation, and people who use services\n"
        f"  organisations: [{', '.join(organisation_ids(index))}]\n  join: Email the team.\n"
        "practice:\n  we_share: [stories, tools, data we trust, help with live problems]\n"
        "  outputs: [blueprint, exemplars, annual synthesis]\n"
        "purpose:\n  - Build relationships beyond organisational boundaries\n  - Use each other's skills\n"
        f"sponsor: {person(index, 9)}\nteam:\n{team}"
        f'rhythm:\n  kind: monthly\n  pattern: {NTH[nth]} {DAYS[weekday]}\n  start: "{start}"\n{rhythm}'
        f"  online_minutes: 90\n  in_person_minutes: 150\n  briefing_minutes: 20\n  venue: Hall {index + 1}\n"
        "agreement:\n  rule: chatham-house\n  principles:\n    - We listen to understand\n"
        "    - Everyone has a voice, whatever their role\n"
    )


def members(index: int, size: Size) -> str:
    joined = f"{LAST_YEAR - max(size.years, 1) + 1}-04-01"
    return "".join(
        f"- who: {person(index, n)}\n  joined: {joined}\n  invited_by: {person(index, n % 4)}\n"
        for n in range(MEMBERS)
    )


ITEMS = {  # kind, what, who leads, and the share of the time in an online and an in-person meeting
    "welcome": ("Welcome and the one question", "convenor", 3, 10),
    "introductions": ("Introductions", "facilitator", 7, 15),
    "briefing": ("Senior leader briefing", "speaker", 20, 20),
    "questions": ("Questions from the floor", "moderator", 15, 15),
    "since-last-time": ("Since last time", "convenor", 5, 10),
    "dialogue": ("One question in fours", "facilitator", 25, 45),
    "harvest": ("What could we do together", "facilitator", 8, 15),
    "decisions": ("Decisions and actions", "convenor", 4, 10),
    "check-out": ("Check-out", "moderator", 3, 10),
}


def plan(index: int, number: int, day: date, dice: random.Random) -> str:
    in_person = number in IN_PERSON
    agenda = "".join(
        f"  - minutes: {there if in_person else online}\n    kind: {kind}\n    what: {what}\n    lead: {lead}\n"
        f"    purpose: To hear about {sentence(dice)}\n    materials: Cards and pens, or the chat\n"
        for kind, (what, lead, online, there) in ITEMS.items()
    )
    team = "".join(f"  {role}: {person(index, n)}\n" for n, role in enumerate(ROLES))
    where = f"place: in-person\nvenue: Hall {index + 1}" if in_person else (
        f"place: online\nlink: https://meet.example/{community_id(index)}"
    )  # fmt: skip
    checks = "venue_checks:\n  step_free: yes\n  hearing_loop: yes\n  quiet_room: yes\n" if in_person else ""
    return (
        f'number: {number}\ndate: {day}\nstart: "{slot(index)[2]}"\n{where}\n'
        f"theme: Working together on {sentence(dice)}\n"
        f"question: What would have to be true about {sentence(dice)}?\n"
        f"serves: What have we learnt about {SERVED}?\n"
        f"why_come: To hear how others have worked on {sentence(dice)}\n"
        f"briefing:\n  speaker: {person(index, 9)}\n  title: Where our system is\n  minutes: 20\n"
        f"  confirmed: {day - timedelta(21)}\n"
        f"team:\n{team}agenda:\n{agenda}{checks}invited: {day - timedelta(28)}\nstatus: held\n"
    )


CAPTURE = (
    "success: {0}", "challenge: {0}", "{0}.", "opportunity: {0} | outside", "idea: try {0}",
    "decision: set up a group on {0} #winter", "action: {1} | write down {0} | {3}",
    "action: {2} | ask about {0} | {4}", "ask: {1} | someone who knows about {0}",
    "offer: {2} | a morning on {0}", "connect: {1} + {2} | {0} | met",
    "question: how do we tell people about {0}?", "answer: {0}", "shift: people now ask about {0}",
    "quote: I finally know who to ring about {0}. | role only | nurse",
    "resource: A page on {0} | https://example.org/page", "practice: small groups worked for {0}",
)  # fmt: skip


def notes(index: int, number: int, day: date, size: Size, dice: random.Random) -> str:
    present = ", ".join(person(index, n) for n in range(MEMBERS) if (n + number) % 3)
    before, after = neighbours(index, day, size)
    lines = []
    for line in (*CAPTURE, *CAPTURE[:6]):
        one, other = dice.sample(range(MEMBERS), 2)
        people = person(index, one), person(index, other)
        lines.append("  " + line.format(sentence(dice), *people, after[0], after[1]) + "\n")
    lines += [f"  done: {earlier} | {sentence(dice)}\n" for earlier in kept_by_now(index, number, before)]
    return (
        f"present: [{present}]\napologies: []\nothers: {dice.randrange(6)}\nvoices: {dice.randrange(8, 14)}\n"
        f"minutes_taken: {145 if number in IN_PERSON else 90}\ncapture: |\n{''.join(lines)}"
    )


def kept_by_now(index: int, number: int, before: list[date]) -> list[str]:
    """What was promised for this meeting: the last one's first action and ask, its forerunner's second action."""
    unheard = index % 10 == 3 and number == 2
    asks = [f"{one}/ask/1" for one in before[-1:] if not unheard]
    return [f"{one}/1" for one in before[-1:]] + asks + [f"{one}/2" for one in before[-2:-1]]


if __name__ == "__main__":
    name, folder = sys.argv[1:]
    print(f"{generate(Path(folder), SIZES[name])} files")
