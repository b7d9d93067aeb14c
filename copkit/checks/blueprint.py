"""BLU: the blueprint, with which others carry a community on or begin one like it.

A community without a blueprint.yaml has not begun to write one, and is let be.
"""

from collections.abc import Iterator

from copkit.checks.context import Community, months_between
from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, WARNING, check, since
from copkit.dates import say_date
from copkit.findings import Severity
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.workspace.blueprint_readiness import (
    HANDOVER,
    OFTEN,
    PARTS,
    empty_parts,
    joined,
    missing_handover,
    notes_of,
    part_of,
    practices_of,
)

_TITLES = {part.name: part.title for part in PARTS}


@check("BLU-01", WARNING, on="community", not_in=frozenset({"potential"}))
def empty_section(at: Community) -> Iterator[Problem]:
    """A part of the blueprint is empty, or has words under a name that no part has.

    Why: What is not written down leaves with the person who knows it. Words for a part stand in `sections:` of
    blueprint.yaml by the part's name, such as `costs`, or in the file that the part is drawn from. It is an error
    once the blueprint is marked `final: yes`.

    Bad:
        # blueprint.yaml
        final: no
        authors: [amina.khan]

    Good:
        # blueprint.yaml
        final: no
        authors: [amina.khan]
        must_stay: [The same day and time every month]
        costs: {venue: 260 pounds a session, convenor: 10 hours a month}
        risks: [The convenor leaves]
        sections:
          learned: We began in April. The first lines of practices.yaml follow in June.
    """
    notes = notes_of(at.community)
    if notes is None:
        return
    empty = list(empty_parts(at.community))
    if empty:
        names = "; ".join(f"{_TITLES[gap.part]} ({gap.where})" for gap in empty)
        what = "a part" if len(empty) == 1 else f"{len(empty)} parts"
        message = f"{what} of the blueprint {'is' if len(empty) == 1 else 'are'} empty: {names}"
        yield Problem(notes, (), message, "Fill the file, or write a line in sections:.", _severity(notes))
    for key in notes.sections:
        if not part_of(key):
            from copkit.suggest import did_you_mean

            hint = did_you_mean(key, list(_TITLES)) or f"The parts are {', '.join(_TITLES)}."
            yield Problem(notes, ("sections", key), f"the blueprint has no part called “{key}”", hint)


@check("BLU-02", WARNING, on="community", not_in=frozenset({"potential"}))
def no_handover(at: Community) -> Iterator[Problem]:
    """What a successor needs is missing: files, accounts, licences, or how to manage without copkit.

    Why: A community outlasts the people who began it only if the next ones find the keys. It is an error once the
    blueprint is marked `final: yes`.

    Bad:
        handover:
          files: A shared folder

    Good:
        handover:
          files: A shared folder kept in git, with a copy on the ICB's drive
          accounts:
            - Shared mailbox – held by the convenor and the backup
          licences: [Open Government Licence v3.0]
          without_copkit: Every file opens in a text editor
    """
    notes = notes_of(at.community)
    missing = missing_handover(at.community)
    if notes is not None and missing:
        message = f"the handover does not say {'; '.join(HANDOVER[field] for field in missing)}"
        fix = f"Fill {joined(f'{field}:' for field in missing)} of handover: in community.yaml."
        yield Problem(at.about, ("handover",), message, fix, _severity(notes))


@check("BLU-03", INFO, on="community")
def seldom_seen(at: Community) -> Iterator[Problem]:
    """The blueprint is final, and something that it tells others to keep was seen in fewer than two sessions.

    Why: Once may be chance. Others will build on it.

    Bad:
        - what: Mixed tables, one organisation per seat
          why: Most new connections came from tables
          seen: [2026-06-09]
          verdict: keep

    Good:
        - what: Mixed tables, one organisation per seat
          why: Most new connections came from tables
          seen: [2026-06-09, 2027-01-12]
          verdict: keep
    """
    notes = notes_of(at.community)
    if notes is None or notes.final != "yes":
        return
    for one in practices_of(at.community):
        seen = len(set(one.seen))
        if one.verdict == "keep" and seen < OFTEN:
            message = f"“{one.what}” is to be kept, and was seen in {'one session' if seen else 'no session'}"
            fix = "Add the sessions in which it was seen, or leave verdict: empty."
            yield Problem(one, ("seen",), message, fix)


@check("BLU-04", on="community", steps=since(info=12, unit="months"))
def stale_blueprint(at: Community) -> Iterator[Problem]:
    """Nobody has gone through the blueprint for a year.

    Why: A blueprint that tells how it was two years ago misleads those who follow it. Going through it with the
    team takes an hour a year.

    Bad:
        refreshed: 2024-11-16

    Good:
        refreshed: 2026-11-16
    """
    notes = notes_of(at.community)
    if notes is None:
        return
    if notes.refreshed is not None:
        message = f"the blueprint was last gone through on {say_date(notes.refreshed)}"
        distance = months_between(notes.refreshed, at.today)
        yield Problem(notes, ("refreshed",), message, _REFRESH, distance=distance)
    elif notes.final == "yes":
        yield Problem(notes, ("refreshed",), "the blueprint does not say when it was gone through", _REFRESH, INFO)


_REFRESH = "Go through it with the team, and write the day in refreshed:."


def _severity(notes: BlueprintNotes) -> Severity:
    return Severity.ERROR if notes.final == "yes" else WARNING
