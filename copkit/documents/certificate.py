"""What one person may show of taking part: a CPD certificate where a body accredited it, else a statement.

Only the person named and the team see one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_day, say_range
from copkit.documents.annual import Annual
from copkit.metrics.stay import Stay, untold
from copkit.models.accreditation import Accreditation
from copkit.render.meta import Meta
from copkit.workspace import Session

say = lexicon.Words("certificate")


class Skill(NamedTuple):
    """A skill that the session serves, and where it stands in frameworks of others."""

    name: str
    stands_in: str


class Attended(NamedTuple):
    """One session of a year: when, about what, how long the person was there, and the hours that it gives."""

    day: str
    theme: str
    present: str
    hours: str
    participatory: str
    enough: bool


@dataclass(frozen=True, kw_only=True)
class TeamCertificate:
    """A certificate or statement of one session."""

    meta: Meta
    accredited: bool
    name: str
    organisation: str
    event: str
    theme: str
    when: str
    place: str
    present: str
    hours: str
    participatory: str
    how: str
    aims: tuple[str, ...]
    outcomes: tuple[str, ...]
    question: str
    serves: str
    skills: tuple[Skill, ...]
    accreditation: str
    organiser: str
    signed_by: str
    contact: str
    reflect: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TeamYear:
    """A statement of a year: the sessions and the total."""

    meta: Meta
    accredited: bool
    name: str
    organisation: str
    event: str
    year: str
    rows: tuple[Attended, ...]
    attended: str
    hours: str
    participatory: str
    certified: str
    accreditation: str
    left_out: tuple[str, ...]
    untold: tuple[str, ...]
    how: str
    aims: tuple[str, ...]
    organiser: str
    signed_by: str
    contact: str
    reflect: tuple[str, ...]


def certificate(of: Annual, key: str, stay: Stay) -> TeamCertificate:
    """The certificate of a person for a session; a statement where it is not accredited or was too short."""
    session, plan = stay.session, stay.session.plan
    by = accreditation_of(of, session)
    accredited = by is not None and stay.enough
    when = say_day(session.date)
    most = by.hours if by is not None and accredited else None
    return TeamCertificate(
        meta=_meta(
            of,
            say("cpd_certificate") if accredited else say("not_accredited"),
            f"{_event(of)}, {when}",
        ),
        accredited=accredited,
        name=of.name(key),
        organisation=_organisation(of, key, stay),
        event=_event(of),
        theme=plan.theme,
        when=f"{when}, {say_range(session.start, session.end)}",
        place=_place(session),
        present=_present(stay),
        hours=_hours(stay.hours, most),
        participatory=_hours(stay.participatory, most),
        how=_how([stay]),
        aims=of.community.about.purpose,
        outcomes=plan.outcomes,
        question=plan.question,
        serves=plan.serves,
        skills=tuple(_skills(of, session)),
        accreditation=_accreditation(by, stay),
        organiser=_organiser(of),
        signed_by=_convenor(of, session),
        contact=of.contact,
        reflect=say.lines("reflect"),
    )


def year_statement(of: Annual, key: str, stays: Sequence[Stay]) -> TeamYear:
    """The statement of a person's sessions in the period of `of`, with the total."""
    by = of.community.about.accredited
    every = [accreditation_of(of, stay.session) for stay in stays]
    certified = [
        min(stay.hours, _most(stay)) for stay, body in zip(stays, every, strict=True) if body and stay.enough
    ]
    most = by.hours if by is not None else None
    title = say("cpd_statement") if certified else say("not_accredited")
    held = len(of.facts.held)
    unclear = untold(of.facts).get(key, ())
    return TeamYear(
        meta=_meta(of, title, f"{_event(of)}, {of.period.said}"),
        accredited=bool(certified),
        name=of.name(key),
        organisation=_organisation(of, key, stays[-1]),
        event=_event(of),
        year=of.year.label,
        rows=tuple(_attended(stay) for stay in stays),
        attended=say.plural("sessions" if of.over else "sessions_so_far", held, came=len(stays) + len(unclear)),
        hours=_hours(sum(stay.hours for stay in stays)),
        participatory=_hours(sum(stay.participatory for stay in stays)),
        certified=_hours(sum(certified), most) if certified else "",
        accreditation="; ".join(dict.fromkeys(_accreditation(one, None) for one in every if one)),
        left_out=tuple(_days(of)),
        untold=tuple(say_date(session.date) for session in unclear),
        how=_how(stays),
        aims=of.community.about.purpose,
        organiser=_organiser(of),
        signed_by=of.name(of.holder("convenor")) or lexicon.text("common.to_agree"),
        contact=of.contact,
        reflect=say.lines("reflect"),
    )


def accreditation_of(of: Annual, session: Session) -> Accreditation | None:
    """Who accredited a session: as its plan says, or its community; None where body or reference is missing."""
    found = session.plan.accredited or of.community.about.accredited
    return found if found is not None and found.by and found.ref else None


def _most(stay: Stay) -> float:
    """The most hours that a body has approved for this one session."""
    own = stay.session.plan.accredited
    return own.hours if own is not None and own.hours is not None else stay.hours


def _meta(of: Annual, title: str, subtitle: str) -> Meta:
    return replace(of.meta(title, subtitle, author="convenor"), audience=say("for_whom"))


def _event(of: Annual) -> str:
    return of.community.name


def _organisation(of: Annual, key: str, stay: Stay) -> str:
    where = of.shared.register.organisation(key, stay.session.date)
    record = of.shared.organisations.get(where)
    return (record.name or where) if record else where


def _organiser(of: Annual) -> str:
    host = of.shared.organisations.get(of.shared.programme.host)
    programme = of.shared.programme.programme
    return f"{programme}, {host.name}" if host is not None and host.name else programme


def _convenor(of: Annual, session: Session) -> str:
    """The convenor on the day of the session; somebody else may hold the role by now."""
    return of.name(of.holder_in(session, "convenor")) or lexicon.text("common.to_agree")


def _place(session: Session) -> str:
    words = lexicon.table("choices.places")[session.place]
    return f"{session.venue} ({words})" if session.venue else words.capitalize()


def _present(stay: Stay) -> str:
    if stay.minutes == stay.whole:
        return say("all_minutes", number=stay.whole)
    return say("minutes_of", minutes=stay.minutes, number=stay.whole, percent=stay.percent)


def _hours(hours: float, most: float | None = None) -> str:
    """Hours in words; no more than a body has approved."""
    number = hours if most is None else min(hours, most)
    return say.plural("hours", number, number=f"{number:g}")


def _how(stays: Sequence[Stay]) -> str:
    """How the hours were worked out."""
    said, off = say("hours_are_the_minutes_present"), [_listening(stay) for stay in stays]
    if not any(off):
        return said
    left_out = say("left_out", parts=off[0]) if len(off) == 1 else say("briefing_and_breaks_left_out")
    return f"{said} {left_out}"


def _listening(stay: Stay) -> str:
    """What is left out of the participatory hours, with its minutes."""
    parts = []
    for kind in ("briefing", "break"):
        minutes = [item.segment.minutes for item in stay.order.items if item.segment.kind == kind]
        if minutes:
            key = "the_briefing" if kind == "briefing" else "the_break"
            parts.append(say.plural(key, len(minutes), minutes=sum(minutes)))
    return lexicon.listed(parts)


def _skills(of: Annual, session: Session) -> Iterator[Skill]:
    for skill in session.plan.skills:
        words = skill.replace("-", " ")
        yield Skill(words[:1].upper() + words[1:], "; ".join(of.shared.programme.skills_in.get(skill, ())))


def _accreditation(by: Accreditation | None, stay: Stay | None) -> str:
    if by is None:
        return ""
    said = say("reference", body=by.by, ref=by.ref)
    if by.hours:
        said = say("for_hours", reference=said, hours=_hours(by.hours))
    if stay is not None and not stay.enough:
        return say("the_session_is_accredited", said=said)
    return said


def _attended(stay: Stay) -> Attended:
    theme = stay.session.plan.theme or lexicon.text("common.to_agree")
    present = say("present", minutes=stay.minutes, whole=stay.whole)
    day, hours, participatory = say_date(stay.session.date), f"{stay.hours:.2f}", f"{stay.participatory:.2f}"
    return Attended(day, theme, present, hours, participatory, stay.enough)


def _days(of: Annual) -> Iterator[str]:
    """The days of sessions of which nobody wrote down who came."""
    for name in of.facts.without_attendance:
        session = of.community.session(name)
        if session is not None:
            yield say_date(session.date)
