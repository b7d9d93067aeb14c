"""ACT: what was promised, asked and left open."""

from collections import Counter
from collections.abc import Iterator

from copkit.checks.context import Community
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check, since
from copkit.checks.spoken import book
from copkit.dates import say_date
from copkit.models.session import Notes
from copkit.workspace.promises import Action, Thread, say_age

_CLOSE = "When it is done, write “done: {id} | result” in the next notes, or a line in updates.yaml."


def _open(at: Community) -> Iterator[Action]:
    return (action for action in book(at).actions if action.is_open)


def _notes(at: Community, one: Action | Thread) -> Notes | None:
    session = at.community.session(one.session)
    return session.notes if session else None


def _problem(at: Community, one: Action | Thread, message: str, fix: str, distance: int | None = None) -> Problem:
    return Problem(_notes(at, one), ("capture",), message, fix, distance=distance, at=one.position)


@check("ACT-01", ERROR, on="community")
def no_owner(at: Community) -> Iterator[Problem]:
    """An open action has no owner.

    Why: What everybody is to do, nobody does. The notes load all the same.

    Bad:
        capture: |
          action: draft the form | 30 Jun

    Good:
        capture: |
          action: sam.reid | draft the form | 30 Jun
    """
    for one in _open(at):
        if not one.owner.typed:
            yield _problem(at, one, f"nobody owns {one.id}", "Write action: who | what | by when.")


@check("ACT-02", WARNING, on="community")
def no_date(at: Community) -> Iterator[Problem]:
    """An open action has no date by which it is to be done.

    Why: Without a date it can never be late, and it is never done.

    Bad:
        capture: |
          action: sam.reid | draft the form

    Good:
        capture: |
          action: sam.reid | draft the form | next
    """
    for one in _open(at):
        if one.due is None:
            fix = "Write a date after it, such as 30 Jun, next or +2w."
            yield _problem(at, one, f"{one.id} has no date", fix)


@check("ACT-03", on="community", steps=since(warning=1, error=60))
def overdue(at: Community) -> Iterator[Problem]:
    """An action is overdue.

    Why: People who keep their promises to each other come back. After two months without a word it is an error:
    do it, move it or drop it.

    Bad:
        capture: |
          action: sam.reid | draft the form | 30 Jun

    Good:
        # updates.yaml
        - {date: 2026-06-28, action: 2026-06-09/1, status: done}
    """
    for one in _open(at):
        days = one.days_over(at.today)
        if days and one.due is not None:
            message = (
                f"{one.id} of {one.owner.shown or 'nobody'} was due on {say_date(one.due)}, {say_age(one.age)}"
            )
            yield _problem(at, one, message, _CLOSE.format(id=one.id), days)


@check("ACT-04", ERROR, on="community")
def due_before(at: Community) -> Iterator[Problem]:
    """An action is due before the session in which it was promised.

    Why: The date is a slip: it cannot have been meant.

    Bad:
        capture: |
          action: sam.reid | draft the form | 2026-01-30

    Good:
        capture: |
          action: sam.reid | draft the form | 30 Jun
    """
    for one in _open(at):
        if one.first_due is not None and one.first_due < one.day and not one.moves:
            message = f"{one.id} is due on {say_date(one.first_due)}, before the session"
            yield _problem(at, one, message, "Write the day that was meant.")


@check("ACT-05", WARNING, on="community")
def owner_left(at: Community) -> Iterator[Problem]:
    """The owner of an open action has left.

    Why: Nobody reminds somebody who is no longer there. Ask who takes it over.

    Bad:
        capture: |
          action: zoe.hart | draft the form | 30 Jun

    Good:
        # updates.yaml
        - {date: 2026-07-01, action: 2026-06-09/1, status: open, owner: sam.reid}
    """
    roll = {at.who(member.who) for member in at.community.on_roll(at.today)}
    gone = {at.who(member.who) for member in at.community.members if member.left is not None} - roll
    for one in _open(at):
        person = at.shared.people.get(one.owner.id)
        left = person is not None and person.left is not None and person.left <= at.today
        if left or one.owner.id in gone:
            message = f"{one.owner.shown}, who owns {one.id}, has left"
            yield _problem(at, one, message, "Add a line with the new owner: to updates.yaml.")


@check("ACT-06", INFO, on="community", most=5, percent=40, least=5)
def too_much_for_one(at: Community) -> Iterator[Problem]:
    """One person holds more than five open actions, or more than 40% of them.

    Why: That is often the person who finds it hardest to say no. Offer help before it becomes late.

    Bad:
        capture: |
          action: sam.reid | draft the form | 30 Jun
          action: sam.reid | find two wards | 30 Jun
          action: sam.reid | ring the hospice | 30 Jun
          action: joe.bell | book the room | 30 Jun
          action: jo.ng | share the page | 30 Jun

    Good:
        capture: |
          action: sam.reid | draft the form | 30 Jun
          action: joe.bell | find two wards | 30 Jun
    """
    still = [one for one in _open(at) if one.owner.typed]
    held = Counter(one.owner.shown for one in still)
    for name, count in sorted(held.items()):
        share = count * 100 > at.limit("ACT-06.percent") * len(still) and len(still) >= at.limit("ACT-06.least")
        if count > at.limit("ACT-06.most") or share:
            last = [one for one in still if one.owner.shown == name][-1]
            yield _problem(at, last, f"{name} holds {count} of {len(still)} open actions", "Offer help.")


@check("ACT-07", WARNING, on="community", times=3)
def moved_again(at: Community) -> Iterator[Problem]:
    """The date of an action has moved three times.

    Why: What keeps moving is too large, not wanted or not this person's. Drop it or change it.

    Bad:
        - {date: 2026-07-01, action: 2026-06-09/1, status: moved, due: 2026-07-31}
        - {date: 2026-08-01, action: 2026-06-09/1, status: moved, due: 2026-08-31}
        - {date: 2026-09-01, action: 2026-06-09/1, status: moved, due: 2026-09-30}

    Good:
        - {date: 2026-09-01, action: 2026-06-09/1, status: dropped, note: Two wards were enough}
    """
    for one in _open(at):
        if len(one.moves) >= at.limit("ACT-07.times"):
            message = f"{one.id} has moved {len(one.moves)} times"
            yield _problem(at, one, message, "Drop it, or make a smaller action of it.")


@check("ACT-08", INFO, on="community", sessions=2)
def ask_open(at: Community) -> Iterator[Problem]:
    """An ask for help has been open for more than two sessions.

    Why: Somebody asked for help and was not heard. Ask again in the room, or in another community.

    Bad:
        capture: |
          ask: lee.marsh | somebody who has redesigned a form

    Good:
        # updates.yaml
        - {date: 2026-07-20, ask: 2026-06-09/ask/1, status: matched}
    """
    for one in book(at).asks:
        if one.open and one.age - 1 > at.limit("ACT-08.sessions"):
            fix = f"Bring it up again; when it is met, add a line to updates.yaml with ask: {one.id}."
            yield _problem(at, one, f"this ask is open for the {say_age(one.age)}", fix)


@check("ACT-09", INFO, on="community", sessions=2)
def question_open(at: Community) -> Iterator[Problem]:
    """A question has been open for more than two sessions.

    Why: It was worth asking. Answer it, or say that nobody can.

    Bad:
        capture: |
          question: how do we tell GP practices?

    Good:
        # updates.yaml
        - {date: 2026-07-14, question: 2026-06-09/question/1, status: answered, result: By phone}
    """
    for one in book(at).questions:
        if one.open and one.age - 1 > at.limit("ACT-09.sessions"):
            fix = f"When it is answered, add a line to updates.yaml with question: {one.id}."
            yield _problem(at, one, f"this question is open for the {say_age(one.age)}", fix)


@check("ACT-10", WARNING, on="community")
def closes_nothing(at: Community) -> Iterator[Problem]:
    """Something is said to be done that was never promised, or is done already.

    Why: Then another action is still open that somebody thinks is done.

    Bad:
        capture: |
          done: 2026-05-12/9 | sent to all partners

    Good:
        capture: |
          done: 2026-05-12/1 | sent to all partners
    """
    for stray in book(at).strays:
        if stray.record is not None and stray.why != "closed":
            continue  # REF-01 tells it
        if stray.why == "unnamed":
            message, fix = "this closes no action", "Write its number first, such as done: 2026-05-12/1 | result."
        elif stray.why == "closed":
            message, fix = f"{stray.id} was closed already", "Is another one meant? “copkit actions” lists them."
        else:
            message, fix = f"there is no {stray.id}", "“copkit actions” lists those that are open."
        day = stray.position.path.rpartition("/")[2].removesuffix(".notes.yaml")
        session = at.community.session(day)
        record = stray.record or (session.notes if session else None)
        yield Problem(record, (), message, fix, at=stray.position)
