"""PRG: the programme's settings."""

from collections.abc import Iterator

from copkit.checks.context import Programme, unread
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, WARNING, check

_PATH = "communities/programme/programme.yaml"


@check("PRG-01", ERROR, on="programme")
def no_contact(at: Programme) -> Iterator[Problem]:
    """The programme has no contact address.

    Why: Every page that the public sees ends with an address to write to. It is a shared mailbox, so that it
    outlives the person who reads it today.

    Bad:
        programme: Anytown ICS Communities of Practice

    Good:
        programme: Anytown ICS Communities of Practice
        contact: cop.team@anytown.example
    """
    if not at.shared.programme.contact and not unread(at.files, _PATH):
        fix = "Add contact: and a shared mailbox to programme.yaml."
        yield Problem(at.shared.programme, ("contact",), "the programme has no contact address", fix)


@check("PRG-02", WARNING, on="programme")
def no_objective(at: Programme) -> Iterator[Problem]:
    """The programme has no objective, or the system that it serves has no name.

    Why: Both are printed at the head of every document: what all this is for, and for whom.

    Bad:
        contact: cop.team@anytown.example

    Good:
        contact: cop.team@anytown.example
        system: Anytown Integrated Care System
        objective: A healthier life for all
    """
    programme = at.shared.programme
    wanted = (
        ("system", programme.system, "which system it serves"),
        ("objective", programme.objective, "what its objective is"),
    )
    missing = [(key, what) for key, value, what in wanted if not value]
    if missing and not unread(at.files, _PATH):
        words = " and ".join(what for _, what in missing)
        keys = " and ".join(f"{key}:" for key, _ in missing)
        yield Problem(
            programme, (missing[0][0],), f"the programme does not say {words}", f"Add {keys} to programme.yaml."
        )
