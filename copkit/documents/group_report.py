"""The report of a task-and-finish group on one page: its question, what it did, found and asks, what is next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.exemplar.users import adopted
from copkit.documents.people_held import Reader
from copkit.metrics.standing import stage_on
from copkit.models.group import Group
from copkit.render.meta import Meta

say = lexicon.Words("group_report")

"""What is typed where a group asks for nothing."""


class Told(NamedTuple):
    """What the group said at a session, and what it asked for."""

    day: str
    said: str
    asks: str


class Working(NamedTuple):
    """Somebody in the group, and where that person works."""

    name: str
    organisation: str


class Carried(NamedTuple):
    """The initiative that the group works on, how it stands and what is next."""

    name: str
    standing: str
    next_step: str


@dataclass(frozen=True, kw_only=True)
class Report:
    """The report. Only members have who is in the group, and what it told them on the way."""

    meta: Meta
    question: str
    kind: str
    origin: str
    dates: str
    standing: str
    finished: bool
    who: str
    result: str
    initiative: Carried | None
    next_step: str
    reported: int
    contact: str
    lead: str | Absent
    people: tuple[Working, ...]
    reports: tuple[Told, ...]
    asks: tuple[Told, ...]


def group_report(of: Annual, key: str) -> Report:
    """The report of a group, for the audience and the day of `of`."""
    one, read, number = of.community.groups[key], Reader(), of.counting.reports_of(key)
    reports = of.only("members", lambda: tuple(_reports(one, of.today)))
    finished = one.finished is not None and one.finished <= of.today
    result = one.result if finished or one.finished is None else ""
    title = read.title(one.name, key, say("a_group"))
    view: dict[str, object] = {
        "meta": of.meta(title, _subtitle(one), version=str(1 + number + finished)),
        "question": read(one.question),
        "kind": one.kind,
        "origin": _origin(of, read, one),
        "dates": _dates(one, of.today),
        "standing": _standing(one, of.today, finished=finished),
        "finished": finished,
        "who": _who(of, key),
        "result": read(result),
        "initiative": _initiative(of, read, one),
        "next_step": read(one.next_step),
        "reported": number,
        "contact": of.contact,
        "lead": of.only("members", lambda: of.name(one.lead)),
        "people": of.only("members", lambda: tuple(_working(of, who) for who in _everybody(of, one))),
        "reports": reports,
        "asks": of.only("members", lambda: tuple(line for line in reports if line.asks)),
    }
    return Report(**view)  # type: ignore[arg-type]


def _reports(one: Group, today: date) -> Iterator[Told]:
    """What the group has said so far."""
    for line in one.reports:
        if line.date is None or line.date <= today:
            yield Told(say_date(line.date) if line.date else say("no_date"), line.said, _asked(line.asks))


def _subtitle(one: Group) -> str:
    return say("a_task_and_finish_group") if one.kind == "task-and-finish" else say("an_interest_group")


def _asked(text: str) -> str:
    return "" if text.strip().rstrip(".").casefold() in ("", *lexicon.meanings("nothing")) else text


def _origin(of: Annual, read: Reader, one: Group) -> str:
    """The session that it came from, and whether the community asked for it."""
    session = of.community.session(one.from_)
    if session is None:
        return say("it_works_alongside_the_community") if one.relation == "alongside" else ""
    theme = read(session.plan.theme)
    day = say_date(session.date)
    when = say("the_session_on", day=day, theme=theme) if theme else say("the_session", day=day)
    if one.relation == "alongside":
        return say("alongside_heard_of", when=when)
    return say("asked_for", when=f"{when[:1].upper()}{when[1:]}")


def _dates(one: Group, today: date) -> str:
    """When it starts and is to finish, in a sentence."""
    if one.starts is None:
        return say("to_finish", day=say_date(one.finish_by)) if one.finish_by else say("no_dates_are_written_down")
    began = say("starts" if one.starts > today else "started", day=say_date(one.starts))
    return say("starts_to_finish", began=began, day=say_date(one.finish_by)) if one.finish_by else f"{began}."


def _standing(one: Group, today: date, *, finished: bool) -> str:
    """Whether it has finished, in a sentence with its days."""
    if finished and one.finished is not None:
        return _ended(one.finished, one.finish_by)
    if one.starts is not None and one.starts > today:
        return say("starts_later", day=say_date(one.starts))
    if one.kind == "interest":
        return say("it_has_no_end")
    if one.finish_by is None:
        return say("no_day_is_set")
    days = (one.finish_by - today).days
    if days < 0:
        return say("overdue", days=_days(-days), day=say_date(one.finish_by))
    if days == 0:
        return say("last_day_today")
    return say("days_to_go", days=_days(days), day=say_date(one.finish_by))


def _ended(finished: date, due: date | None) -> str:
    """When it finished, and how long before or after the day that was meant."""
    day, late = say_date(finished), (finished - due).days if due else 0
    if not late:
        return say("finished", day=day)
    return say("finished_late" if late > 0 else "finished_early", day=day, days=_days(abs(late)))


def _days(number: int) -> str:
    return say.plural("days", number)


def _everybody(of: Annual, one: Group) -> tuple[str, ...]:
    """Everybody in the group once, the lead first."""
    named: dict[str, str] = {}
    for typed in (one.lead, *one.members):
        if typed:
            named.setdefault(of.facts.who(typed), typed)
    return tuple(named.values())


def _who(of: Annual, key: str) -> str:
    """How many, from how many organisations; in public no small number of people."""
    people, places = of.counting.in_group(key)
    if not people:
        return ""
    if of.door.hides(people):
        told = places and of.door.stays_open(places)
        return say.plural("people_from", places) if told else say("a_few_people")
    many = say.plural("people", people)
    return say.plural("many_from", places, people=many) if places else many


def _working(of: Annual, typed: str) -> Working:
    return Working(of.name(typed), of.works_at(typed, of.today))


def _initiative(of: Annual, read: Reader, one: Group) -> Carried | None:
    found = of.community.initiative(one.initiative)
    if found is None:
        return None
    stage = stage_on(of.community, found, of.today) or "spotted"
    using = adopted(of, found)
    standing = lexicon.table("exemplar.stages")[stage]
    standing = say("adopted", stage=standing, using=using) if using else standing
    return Carried(found.name or one.initiative, standing, read(found.next_step))
