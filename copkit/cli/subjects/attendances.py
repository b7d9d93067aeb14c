"""Certificates and statements: what a person may show of taking part, in a session or in a year."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from copkit.cli.annual import pick_reporting_year
from copkit.cli.common import pick_id, pick_ids, pick_session, refuse, to_type
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.show import note
from copkit.cli.subjects.desk import Desk, Of, Piece
from copkit.cli.subjects.things import community_first, standing
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.registry import document
from copkit.metrics import Period
from copkit.metrics.stay import ENOUGH, Stay, stays, untold
from copkit.patterns import when_used
from copkit.workspace import Session, fold
from copkit.workspace.day_names import day_name

FORMER = when_used(r"former-member-\d+")
_OFFER = "“--statement” prints an attendance statement with those minutes."
_GIVE = "Give each to the person named and to nobody else."


class Asked(NamedTuple):
    """Of which community, of whom (empty for everybody who asked), and of which session or year."""

    of: Annual
    person: str
    when: str


def pieces(desk: Desk) -> Iterator[Piece]:
    """The certificate of the person who is named, or of each who asked for one; what nobody may have is said."""
    asked, words = _asked(desk), desk.words(2)
    if words.year or desk.document.name == "certificate-year":
        found = of_year(desk, asked)
    else:
        found = of_session(desk, asked)
    for piece in found:
        yield piece._replace(home=piece.home / "certificates", remarks=lambda view: [_GIVE])


def _asked(desk: Desk) -> Asked:
    """The community and the person; where there is one community, the person may be named alone."""
    words = desk.words(2)
    community, person = community_first(desk, words)
    every = pick_ids(desk.tree, "")
    if community and not person and not any(one.startswith(community.casefold()) for one in every):
        community, person = "", community
    return Asked(standing(desk, [pick_id(desk.tree, community)])[0], person, words.when)


def of_session(desk: Desk, asked: Asked) -> Iterator[Piece]:
    """What may be shown of one session."""
    session = pick_session(asked.of.files, asked.when or "last", asked.of.today)
    of = replace(asked.of, period=Period(session.date, session.date))
    held(of, session)
    there = {key: one for key, those in stays(of.facts).items() for one in those if one.session.id == session.id}
    day = day_name(of.files, session)
    for key in _each(of, asked.person, session.id):
        try:
            stay = _present(of, session, key, there)
            if not stay.enough and not desk.typed.said("statement"):
                raise Stop(_too_short(of, key, stay), REFUSED, _OFFER)
        except Stop as stop:
            _go_on(stop, asked)
            continue
        yield _piece(desk, "certificate", of, (of, key, stay), f"{day}-{of.files.id}-certificate-{key}")


def of_year(desk: Desk, asked: Asked) -> Iterator[Piece]:
    """What may be shown of a year."""
    chosen = pick_reporting_year(asked.of.files, desk.shared, asked.when, desk.today)
    of = replace(asked.of, year=chosen, period=Period(chosen.start, chosen.end))
    every = stays(of.facts)
    for key in _each(of, asked.person, ""):
        if key not in every and (days := untold(of.facts).get(key)):
            shown = ", ".join(say_date(one.date) for one in days)
            message = f"nobody knows how long {of.name(key)} was at the sessions of {of.year.label}: {shown}"
            _go_on(Stop(message, REFUSED, "Once it is known, write it in minutes: of the notes."), asked)
            continue
        if key not in every:
            message = f"{of.name(key)} is not named at any session of {of.files.id} in {of.year.label}"
            _go_on(Stop(message, REFUSED, _left_out(of)), asked)
            continue
        name = f"{of.year.label}-{of.files.id}-certificate-{key}"
        yield _piece(desk, "certificate-year", of, (of, key, every[key]), name)


def _piece(desk: Desk, name: str, of: Annual, parts: Of, file: str) -> Piece:
    return desk.piece(parts, file, file, of.files.id)._replace(document=document(name))


def _each(of: Annual, typed: str, session: str) -> Iterator[str]:
    """The id of the person who was typed; else of each who asked, once, and a word on those who are nobody."""
    done: set[str] = set()
    for one in [typed] if typed else _asking(of, session):
        try:
            key = _person(of, one)
        except Stop as stop:
            if typed:
                raise
            note(stop.message)
            continue
        if key not in done:
            done.add(key)
            yield key


def _go_on(stop: Stop, asked: Asked) -> None:
    """End where one person was asked for; of several the others are gone on with."""
    if asked.person:
        raise stop
    note(stop.message)


def _left_out(of: Annual) -> str:
    missing = ", ".join(of.facts.without_attendance)
    return f"Nobody wrote down who came on {missing}." if missing else ""


def held(of: Annual, session: Session) -> None:
    """End where nobody can have been there, or nobody wrote it down."""
    refuse("say who came", session, of.files, of.today)
    day = say_date(session.date)
    if session.notes is None or not session.notes.present:
        hint = f"“copkit attend {of.files.id} {to_type(of.files, session)} FILE” fills that in."
        raise Stop(f"nobody wrote down who was at the session of {day}", REFUSED, hint)


def _person(of: Annual, typed: str) -> str:
    """The id of the person who is meant; an end with advice where nobody or several could be."""
    named = of.facts.names.find(typed)
    if FORMER.fullmatch(named.id or fold(typed).replace(" ", "-")):
        raise Stop(f"the name of {typed} was taken out, so there is nobody to certify", REFUSED)
    if named.id:
        return named.id
    guests = {fold(one) for session in of.facts.held_ever if session.notes for one in session.notes.present}
    if fold(typed) in guests and not named.near:
        message = f"{typed} was a guest: the notes have the name, the register does not"
        raise Stop(message, REFUSED, "“copkit new person” adds somebody to it.")
    raise Stop(str(of.facts.names.doubt(named) or f"“{typed}” is not a person"))


def _present(of: Annual, session: Session, key: str, there: dict[str, Stay]) -> Stay:
    """How long a person was at a session."""
    if key in there:
        return there[key]
    name, day = of.name(key), say_date(session.date)
    where = session.path.removesuffix(".yaml") + ".notes.yaml"
    if any(one.id == session.id for one in untold(of.facts).get(key, ())):
        message = f"nobody knows how long {name} was at the session of {day}"
        raise Stop(message, REFUSED, f"Once it is known, write it for {key} in minutes: of {where}.")
    sent = session.notes is not None and key in map(of.facts.who, session.notes.apologies)
    if sent:
        raise Stop(f"{name} sent apologies for the session of {day}", REFUSED)
    hint = f"If that is wrong, add {key} to present: in {where}."
    raise Stop(f"{name} was not at the session of {day}", REFUSED, hint)


def _too_short(of: Annual, key: str, stay: Stay) -> str:
    had = f"{stay.minutes} of {stay.whole} minutes ({stay.percent}%)"
    return f"{of.name(key)} was there for {had}, and a certificate needs {ENOUGH}%"


def _asking(of: Annual, session: str) -> list[str]:
    """Those who asked for certificates, as typed: on the roll, now or before, or of the session that is given."""
    typed = [member.who for member in of.files.members if member.certificate == "yes"]
    of_it = of.files.session(session)
    if of_it is not None and of_it.notes is not None:
        typed += of_it.notes.certificates
    if not typed:
        hint = (
            "Write “certificate: yes” beside a member in members.yaml, or “certificates:” and names in the notes."
        )
        raise Stop(f"nobody in {of.files.id} has asked for a certificate", REFUSED, hint)
    return sorted(set(typed))
