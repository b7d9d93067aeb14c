"""What a curator types into notes, and what Teams and a form give to download: other files in every year."""

from datetime import datetime, timedelta
from typing import Any

from tests.cli.year.living import Life
from tests.importers.exports import lines


def said(life: Life, number: int) -> str:
    """What the curator typed, with slips; what was promised before is done."""
    one, two, three = life.crew
    promised = life.json(f"actions {life.community}")["actions"]
    done = "".join(f"  done: {action['id']} | it is done\n" for action in promised)
    return f"""\
  success: ward {number} has cut the wait for transport
  challenge: three forms ask the same questions
  idea: one form instead of three
  acton: {one} | draft terms of reference | +3w
  Action: {two.split()[0]} | find two wards | next
  ask: {two} | somebody who has redesigned a form
  connect: {one} + {three} | the form
  question: Pwy sy'n penderfynu?
  #pontio
{done}"""


def teams(plan: dict[str, Any], crew: list[str]) -> str:
    """A report of attendance as Teams gives it, with one of them by surname and house."""
    day = datetime.combine(plan["date"], datetime.strptime(plan["start"], "%H:%M").time())

    def at(minutes: int) -> str:
        return f"{day + timedelta(minutes=minutes):%d/%m/%Y, %H:%M:%S}"

    first, *others, last = crew
    shown = [first, *others, f"{last.split(' ', 1)[1].upper()}, {last.split()[0]} (BWRDD IECHYD)"]
    head = [
        ("1. Summary",),
        ("Meeting title", "Ein cyfarfod"),
        ("Attended participants", "3"),
        ("Start time", at(-5)),
        ("End time", at(92)),
        ("Meeting duration", "1h 37m"),
        ("",),
        ("2. Participants",),
        ("Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role"),
    ]
    return lines([*head, *((who, at(-4), at(91), "1h 35m", "", "", "Attendee") for who in shown)])


def answers() -> str:
    """A form's answers, of four people."""
    head = (
        "Timestamp",
        "This session was worth my time",
        "I felt heard",
        "I met someone useful from another organisation",
        "I will use something from today",
        "Best thing",
    )
    rows = [("2027/09/15 10:00:00", str(n), "4", "Yes", "Maybe", "Y sgwrs") for n in (3, 4, 5, 5)]
    return lines([head, *rows], ",", "\n")


USED = "Amser,I used something from that session\n2027-12-15,yes\n2027-12-16,no\n2027-12-17,yes\n"
