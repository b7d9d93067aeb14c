"""PRG: the programme's settings."""

from collections.abc import Iterator

from copkit.checks.context import Programme, unread
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check
from copkit.workspace.data_format import CURRENT, SETTINGS, stated


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
    if not at.shared.programme.contact and not unread(at.files, SETTINGS):
        fix = "Add contact: and a shared mailbox to programme.yaml."
        yield Problem(at.shared.programme, ("contact",), "the programme has no contact address", fix)


@check("PRG-02", WARNING, on="programme", to_begin=True)
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
    if missing and not unread(at.files, SETTINGS):
        words = " and ".join(what for _, what in missing)
        keys = " and ".join(f"{key}:" for key, _ in missing)
        yield Problem(
            programme, (missing[0][0],), f"the programme does not say {words}", f"Add {keys} to programme.yaml."
        )


@check("PRG-03", INFO, on="programme")
def another_format(at: Programme) -> Iterator[Problem]:
    """The files are in an older data format than this copkit writes, or in a later one.

    Why: What loaded yesterday loads today, so an older format is only said once; `copkit migrate` rewrites what has
    moved and leaves every other byte. A later format is a warning: this copkit reads what it knows of such files
    and writes none of them, since it would not know what it spoils.

    Bad:
        programme: Anytown ICS Communities of Practice     # no format: that of version 0.1

    Good:
        format: 3
        programme: Anytown ICS Communities of Practice
    """
    settings = at.files.documents.get(SETTINGS)
    found = stated(settings)
    if settings is None or unread(at.files, SETTINGS) or found.number in (None, CURRENT):
        return
    if found.known:
        message = f"these files are in data format {found.number}; this copkit writes format {CURRENT}"
        fix = "“copkit migrate --dry-run” shows what would change, “copkit migrate” makes it."
        yield Problem(None, ("format",), message, fix, at=found.position)
    else:
        message = f"these files are in data format {found.number}, and this copkit knows {CURRENT} and older"
        fix = "Update copkit: until then some of them may be misread, and none is written."
        yield Problem(None, ("format",), message, fix, WARNING, at=found.position)
