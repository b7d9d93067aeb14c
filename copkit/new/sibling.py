"""The files of a community that begins from another one's blueprint: its ways, and none of its people."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from copkit.editing.emit import emit
from copkit.models.blueprint import BlueprintSettings, OrderCarried, PracticeCarried
from copkit.models.community import Rhythm
from copkit.models.session import Segment
from copkit.new.community import Circle
from copkit.new.feedback_form import Question, feedback_form_file
from copkit.new.first_year import FirstYear
from copkit.new.texts import Home, new_file
from copkit.visible import visible

VERDICTS = {"keep": "elsewhere kept", "change": "elsewhere changed", "drop": "elsewhere dropped"}


class _Role(NamedTuple):
    """A role to fill, and what it takes."""

    role: str
    hours: str


class _Rhythm(NamedTuple):
    """When the other community meets; `hybrid_minutes` is None where they are the usual ones."""

    kind: str
    over_months: int
    meetings: int | None
    every: str
    from_: date | None
    clocks: tuple[str, ...]
    zones: tuple[str, ...]
    months: tuple[str, ...]
    break_months: tuple[str, ...]
    in_person: tuple[int, ...]
    place: str
    online_minutes: int
    in_person_minutes: int
    hybrid_minutes: int | None
    briefing_minutes: int


class _Community(NamedTuple):
    """What the templates of the community and of its roll see."""

    id: str
    name: str
    pattern: str
    start: str
    starts: str
    year: FirstYear
    today: date
    convenor: str
    origin: str
    kind: str
    we_share: tuple[str, ...]
    outputs: tuple[str, ...]
    purpose: tuple[str, ...]
    roles: tuple[_Role, ...]
    rhythm: _Rhythm
    rule: str
    principles: tuple[str, ...]
    quorum: int


class _Tried(NamedTuple):
    """Something that was tried elsewhere, and what is known of it."""

    what: str
    why: str


class _Practices(NamedTuple):
    practices: tuple[_Tried, ...]


class _Lines(NamedTuple):
    """A part of the blueprint that came along."""

    key: str
    lines: tuple[str, ...]


class _Blueprint(NamedTuple):
    origin: str
    licence: str
    parts: tuple[_Lines, ...]
    roles: tuple[_Role, ...]


class _Order(NamedTuple):
    """A running order, as YAML to be put into a plan."""

    name: str
    minutes: int
    agenda: str


class _Orders(NamedTuple):
    orders: tuple[_Order, ...]


def sibling_files(
    home: Home,
    circle: Circle,
    settings: BlueprintSettings,
    today: date,
    convenor: str = "",
) -> dict[str, bytes]:
    """The files of a community that takes over another one's settings, by their paths."""
    about = _community(circle, settings, today, convenor)
    orders = tuple(map(_order, settings.running_orders))
    views: dict[str, tuple[str, object]] = {
        "community.yaml": ("community_from_blueprint.yaml.j2", about),
        "members.yaml": ("members.yaml.j2", about),
        "practices.yaml": ("practices.yaml.j2", _Practices(tuple(map(_tried, settings.practices)))),
        "blueprint.yaml": ("blueprint.yaml.j2", _blueprint(settings)),
    }
    if orders:
        views["running-orders.txt"] = ("running_orders.txt.j2", _Orders(orders))
    folder = f"communities/{circle.id}"
    made = {
        f"{folder}/{name}": new_file(home, f"{folder}/{name}", template, view)
        for name, (template, view) in views.items()
    }
    if settings.feedback_form:
        path = f"{folder}/feedback-form.yaml"
        questions = (Question(one.question, one.item) for one in settings.feedback_form)
        made[path] = feedback_form_file(home, path, questions)
    return made


def _flat(text: str) -> str:
    """A text that came from elsewhere on one line."""
    return " ".join(text.split())


def _community(
    circle: Circle, settings: BlueprintSettings, today: date, convenor: str
) -> _Community:
    rhythm = settings.rhythm
    return _Community(
        **circle._replace(starts=circle.starts or rhythm.starts or "")._asdict(),
        today=today,
        convenor=convenor,
        origin=_flat(settings.from_),
        kind=settings.kind,
        we_share=settings.practice.we_share,
        outputs=settings.practice.outputs,
        purpose=settings.purpose,
        roles=tuple(_Role(one.role, _flat(one.hours)) for one in settings.roles),
        rhythm=_rhythm(rhythm),
        rule=settings.agreement.rule,
        principles=settings.agreement.principles,
        quorum=settings.quorum,
    )


def _rhythm(one: Rhythm) -> _Rhythm:
    known = _Rhythm._make(getattr(one, field) for field in _Rhythm._fields)
    return known._replace(hybrid_minutes=None) if one.hybrid_minutes == Rhythm().hybrid_minutes else known


def _tried(one: PracticeCarried) -> _Tried:
    """What something changed elsewhere, with what is known of it, in one text."""
    seen = one.evidence.strip()
    parts = [VERDICTS.get(one.verdict or "", ""), f"seen in {seen}" if seen[:1].isdigit() else ""]
    told = ", ".join(part for part in parts if part)
    return _Tried(one.what, f"{one.why.strip()} ({told})".strip() if told else one.why)


def _blueprint(settings: BlueprintSettings) -> _Blueprint:
    keys = ("must_stay", "may_change", "risks")
    parts = tuple(_Lines(key, lines) for key in keys if (lines := getattr(settings, key)))
    roles = tuple(_Role(one.role, one.hours) for one in settings.roles if one.hours)
    return _Blueprint(_flat(settings.from_), _flat(settings.licence), parts, roles)


def _order(one: OrderCarried) -> _Order:
    agenda = emit({"agenda": [dict(_as_data(item)) for item in one.items]}).removesuffix("\n")
    minutes = sum(item.minutes for item in one.items)
    return _Order(one.place.replace("-", " ").capitalize(), minutes, agenda)


def _as_data(item: Segment) -> Iterator[tuple[str, Any]]:
    """What a running order says of an item, without what it does not say."""
    for key in ("minutes", "kind", "what", "lead", "method"):
        if held := getattr(item, key):
            yield key, visible(held, lines=True) if isinstance(held, str) else held
