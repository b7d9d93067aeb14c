"""Why something cannot be counted: there is none of it yet, nobody wrote it down, or nobody was asked."""

from copkit import lexicon
from copkit.metrics.value import Kind, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copkit.metrics.base import Figure
    from copkit.metrics.facts import Facts


ASKED = "asked what they bring"
"""The label of how many of those who came were asked, where others were not and could change a figure."""


def gap(kind: Kind, why: str) -> Value:
    """A value without a number, and why."""
    return Value(kind, why=lexicon.table("figures.why")[why])


def of_sessions(facts: "Facts") -> Value | None:
    """Why nothing can be said of sessions; None where one is on record as held."""
    if facts.held:
        return None
    if facts.day < facts.period.start:
        return gap("none yet", "not_begun")
    started = facts.community.about.started
    if started is not None and started > facts.day:
        return gap("none yet", "not_started")
    silent = any(one.date < facts.day and not one.cancelled for one in facts.due)
    if silent:
        return gap("unknown", "no_session_on_record")
    return gap("none yet", "no_session" if facts.period.end < facts.today else "no_session_yet")


def of_attendance(facts: "Facts") -> Value | None:
    """Why nothing can be said of who came; None where the notes of a session do."""
    return of_sessions(facts) or (None if facts.attended else gap("unknown", "not_written"))


def of_homes(facts: "Facts") -> Value | None:
    """Why nothing can be said of where those who came work; None where the register says it of anybody."""
    if found := of_attendance(facts):
        return found
    if any(home for one in facts.attended for home in one.organisations.values()):
        return None
    return gap("unknown", "not_in_register" if facts.unregistered else "no_organisation")


def of_brings(facts: "Facts") -> Value | None:
    """Why nothing can be said of what those who came bring; None where one of them was asked."""
    if found := of_attendance(facts):
        return found
    if facts.unregistered:
        return gap("unknown", "not_in_register")
    return None if asked(facts) else gap("not asked", "nobody_asked_brings")


def asked(facts: "Facts") -> set[str]:
    """Those who came and of whom the register says what they bring, if only that it is none of what counts."""
    return {key for one in facts.attended for key in one.people if one.was_asked(key)}


def but_not_nought(facts: "Facts", figure: "Figure") -> "Figure":
    """A count of what people bring; where some were not asked and none of the others brings it, nobody knows."""
    if figure.value != 0 or len(asked(facts)) == len(facts.came):
        return figure
    return figure._replace(amount=gap("unknown", "some_asked_brings"), counted=(), among=())


def of_notes(facts: "Facts") -> Value | None:
    """Why nothing can be said of what was said; None where a line of notes says what it is.

    Who types plain lines alone was asked for no decision, action or connection: that there were none is not known.
    """
    if found := of_sessions(facts):
        return found
    if any(line.kind != "note" for line in facts.spoken):
        return None
    return gap("unknown", "plain_notes" if facts.spoken else "nothing_noted")


def of_connections(facts: "Facts") -> Value | None:
    """Why nothing can be said of who was linked; None where a connection was noted, or could have been."""
    return None if facts.said("connect") else of_notes(facts) or of_attendance(facts)
