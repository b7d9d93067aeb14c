"""What the figures say, a sentence a section: each is the title of its figure."""

from typing import NamedTuple

from copkit.documents.synthesis.attendance import Attendance
from copkit.documents.synthesis.connected import Connected
from copkit.documents.synthesis.started import Started
from copkit.documents.synthesis.talk import Talk
from copkit.documents.synthesis.value import Value


class Finding(NamedTuple):
    """A sentence, and the section that shows it."""

    text: str
    section: str


def findings(
    came: Attendance, connected: Connected, talk: Talk, started: Started, value: Value
) -> tuple[Finding, ...]:
    """The findings of sections that have something to say."""
    every = (
        (bool(came.sessions), came.sessions_title, "came"),
        (bool(connected.measures), connected.title, "connected"),
        (bool(talk.months), talk.title, "talk"),
        (bool(started.matrices), started.adoption_title, "started"),
        (bool(value.ladder), value.title, "value"),
        (bool(value.feedback), value.feedback_title, "value"),
    )
    return tuple(Finding(text, section) for there, text, section in every if there and text)
