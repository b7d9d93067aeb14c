"""Communities, their sessions and what was promised at them, as lists show them."""

from collections.abc import Iterator

from copkit.dates import say_date, say_minutes, say_time
from copkit.nouns.row import Row, Scene, iso, said
from copkit.people.roles import NEEDED
from copkit.workspace import Session
from copkit.workspace.promises import actions as promised
from copkit.workspace.promises import say_standing
from copkit.workspace.states import coming, has_closed, state_of


def communities(scene: Scene) -> Iterator[Row]:
    """The community: its stage, how many are on its roll, and when it meets next."""
    own, about = scene.own, scene.own.about
    if not own.files.knows(about):
        return
    ahead = next(iter(coming(own, scene.day)), None)
    on_roll = len(own.on_roll(scene.day))
    data = {
        "stage": about.stage,
        "members": on_roll,
        "sessions": len(own.sessions),
        "next": iso(ahead.date) if ahead else None,
        "closed": iso(about.closed),
    }
    cells = (about.name or own.id, about.stage, str(on_roll), said(ahead.date) if ahead else "–", own.id)
    yield scene.row(about, own.id, about.name, cells, data, open=not has_closed(own, scene.day))


def sessions(scene: Scene) -> Iterator[Row]:
    """By date: the number, the theme, the place, and whether it was held and has notes."""
    for one in scene.own.sessions:
        record = one.plan if scene.files.knows(one.plan) else one.notes
        if record is None:
            continue
        standing = _standing(one, scene)
        data = {
            "date": one.date.isoformat(),
            "number": one.plan.number,
            "start": one.start,
            "minutes": one.minutes,
            "place": one.place,
            "standing": standing,
            "notes": scene.files.where(one.notes).path if one.notes is not None else None,
            "minutes_unknown": list(one.notes.minutes_unknown) if one.notes is not None else [],
        }
        cells = (say_date(one.date), str(one.plan.number or "–"), one.plan.theme or "–", one.place, standing)
        still = standing not in ("noted", "cancelled", "closed")
        yield scene.row(record, one.id, one.plan.theme, cells, data, open=still, facts=tuple(_facts(one, scene)))


def _standing(one: Session, scene: Scene) -> str:
    state = state_of(one, scene.own)
    if state in ("cancelled", "noted", "closed"):
        return state
    return "to come" if one.date >= scene.day else "no notes"


def _facts(one: Session, scene: Scene) -> Iterator[tuple[str, str]]:
    """What follows from the community's rhythm and team."""
    yield "When", f"{said(one.date)}, {say_time(one.start)}, {say_minutes(one.minutes)}"
    yield "Where", ", ".join(filter(None, (one.place, one.venue, one.link)))
    roles = scene.own.roles(one, scene.own.company(scene.shared.register).on(one.date).who)
    for role in NEEDED:
        yield role.capitalize(), scene.called(roles.holder(role), one.date)
    if one.notes is not None and (unknown := one.notes.minutes_unknown):
        yield "Minutes unknown", ", ".join(scene.called(typed, one.date) for typed in unknown)


def actions(scene: Scene) -> Iterator[Row]:
    """In the order promised: who does what by when, and how it stands."""
    for one in promised(scene.own, scene.shared.register, scene.day):
        data = {
            "community": one.community,
            "name": one.what,
            "id": one.id,
            "position": str(one.position),
            "owner": one.owner.id or one.owner.typed or None,
            "due": iso(one.due),
            "first_due": iso(one.first_due),
            "status": one.status,
            "closed": iso(one.closed),
            "result": one.result or None,
        }
        due = said(one.due)
        facts = (
            ("Owner", one.owner.shown or "nobody yet"),
            ("Due", due),
            ("Standing", say_standing(one, scene.day) or one.status),
            *((("Result", one.result),) if one.result else ()),
        )
        cells = (one.id, one.owner.shown or "–", one.what, due, one.status)
        yield Row(one.id, one.what, one.position, cells, data, one.is_open, facts=facts)
