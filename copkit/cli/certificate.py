"""`copkit certificate`: what one person may show of taking part, for a session or a year."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from copkit.cli.annual import pick_reporting_year
from copkit.cli.common import (
    CommunityName,
    Out,
    Overwrite,
    Root,
    Today,
    YearName,
    pick_id,
    pick_session,
    to_type,
    workspace,
)
from copkit.cli.delivering import Where, build_folder, deliver, tell_of
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.named import as_of_today
from copkit.cli.pages import chosen_formats, documents_of, in_formats
from copkit.cli.printing import Formats
from copkit.cli.show import note
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.metrics import Period
from copkit.metrics.stay import ENOUGH, Stay, stays
from copkit.workspace import Folder, Session, fold
from copkit.workspace.day_names import day_name

Who = Annotated[str, typer.Argument(metavar="[PERSON]", help="An id, or a name that only one of them has.")]
SessionOption = Annotated[
    str, typer.Option("--session", metavar="SESSION", help="A date, a number or “last”, the default.")
]
Statement = Annotated[bool, typer.Option("--statement", help="An attendance statement, however short the time.")]
Everybody = Annotated[bool, typer.Option("--all", help="For everybody who asked: “certificate:” in members.yaml.")]
FORMER = re.compile(r"former-member-\d+")


_OFFER = "“--statement” prints an attendance statement with those minutes."


class _Made(NamedTuple):
    """A document that is ready: its template, view and the name of its file."""

    template: str
    view: Any
    file: str


def certificate(
    community: CommunityName = "",
    person: Who = "",
    session: SessionOption = "",
    year: YearName = "",
    statement: Statement = False,
    all_: Everybody = False,
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print a person's CPD certificate or attendance statement, for a session or, with --year, for a year.

    A certificate is for those who were there for three quarters of the time, by the minutes in the notes, where a
    body has accredited the session (“accredited:” in community.yaml or the plan). All else is an attendance
    statement, and says that it is not accredited. It is for the person named and the team: it goes to build/, which
    git leaves out.

    Example: copkit certificate systems-leadership jo.ng --session 2026-06-09 --format pdf
    """
    formats = chosen_formats(format_)
    if session and year:
        raise Stop("say --session or --year, not both")
    of, typed = _community(community, person, root, today)
    if bool(typed) == all_:
        if typed:
            raise Stop("say a person or --all, not both")
        raise Stop("whose certificate?", hint="Name a person, or --all for everybody who asked.")
    tree = workspace(root)
    if year:
        chosen = pick_reporting_year(of.files, of.registers, year, of.today)
        of = replace(of, year=chosen, period=Period(chosen.start, chosen.end))
        made = list(_of_year(of, typed))
    else:
        found = pick_session(of.community, session or "last", of.today)
        of = replace(of, period=Period(found.date, found.date))
        made = list(_of_session(of, found, typed, statement=statement))
    _write(tree, of, made, formats, Where(out, overwrite))
    return OK


def _community(community: str, person: str, root: Path | None, today: str) -> tuple[Annual, str]:
    """The community and the person; where there is one community, the person may be named alone."""
    found = as_of_today("team", ("team",), root, today, community)
    if community and not person and not any(one.community.id.startswith(community) for one in found.annuals):
        community, person = "", community
    one = pick_id(found.tree, community)
    return next(of for of in found.annuals if of.community.id == one), person


def _of_session(of: Annual, session: Session, typed: str, *, statement: bool) -> Iterator[_Made]:
    from copkit.documents.certificate import certificate as made_of

    _held(of, session)
    there = {key: one for key, those in stays(of.facts).items() for one in those if one.session.id == session.id}
    done: set[str] = set()
    for one in [typed] if typed else _asking(of, session.id):
        try:
            key = _person(of, one)
            if key in done:
                continue
            done.add(key)
            stay = _present(of, session, key, there)
            if not stay.enough and not statement:
                raise Stop(_too_short(of, key, stay), REFUSED, _OFFER)
        except Stop as stop:
            if typed:
                raise
            note(stop.message)
            continue
        yield _Made(
            "certificate",
            made_of(of, key, stay),
            f"{day_name(of.community, session)}-{of.community.id}-certificate-{key}",
        )


def _of_year(of: Annual, typed: str) -> Iterator[_Made]:
    from copkit.documents.certificate import year_statement

    every = stays(of.facts)
    for one in [typed] if typed else _asking(of, ""):
        try:
            key = _person(of, one)
            if key not in every:
                message = f"{of.name(key)} is not named at any session of {of.community.id} in {of.year.label}"
                raise Stop(message, REFUSED, _left_out(of))
        except Stop as stop:
            if typed:
                raise
            note(stop.message)
            continue
        view = year_statement(of, key, every[key])
        yield _Made("certificate_year", view, f"{of.year.label}-{of.community.id}-certificate-{key}")


def _left_out(of: Annual) -> str:
    missing = ", ".join(of.facts.without_attendance)
    return f"Nobody wrote down who came on {missing}." if missing else ""


def _held(of: Annual, session: Session) -> None:
    """End where nobody can have been there, or nobody wrote it down."""
    day = say_date(session.date)
    if session.cancelled:
        raise Stop(f"the session of {day} was cancelled, so nobody was there", REFUSED)
    if session.date > of.today:
        raise Stop(f"the session of {day} is still to come", REFUSED)
    if session.notes is None or not session.notes.present:
        hint = f"“copkit attend {of.community.id} {to_type(of.community, session)}” fills that in."
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
    doubt = of.facts.names.doubt(named) or f"“{typed}” is not a person"
    raise Stop(doubt)


def _present(of: Annual, session: Session, key: str, there: dict[str, Stay]) -> Stay:
    """How long a person was at a session."""
    if key in there:
        return there[key]
    name, day = of.name(key), say_date(session.date)
    sent = session.notes is not None and key in map(of.facts.who, session.notes.apologies)
    if sent:
        raise Stop(f"{name} sent apologies for the session of {day}", REFUSED)
    where = session.path.removesuffix(".yaml") + ".notes.yaml"
    hint = f"If that is wrong, add {key} to present: in {where}."
    raise Stop(f"{name} was not at the session of {day}", REFUSED, hint)


def _too_short(of: Annual, key: str, stay: Stay) -> str:
    had = f"{stay.minutes} of {stay.whole} minutes ({stay.percent}%)"
    return f"{of.name(key)} was there for {had}, and a certificate needs {ENOUGH}%"


def _asking(of: Annual, session: str) -> list[str]:
    """Those who asked for certificates, as typed: on the roll, now or before, or of the session that is given."""
    typed = [member.who for member in of.community.members if member.certificate == "yes"]
    of_it = of.community.session(session)
    if of_it is not None and of_it.notes is not None:
        typed += of_it.notes.certificates
    if not typed:
        hint = (
            "Write “certificate: yes” beside a member in members.yaml, or “certificates:” and names in the notes."
        )
        raise Stop(f"nobody in {of.community.id} has asked for a certificate", REFUSED, hint)
    return sorted(set(typed))


def _write(tree: Folder, of: Annual, made: list[_Made], formats: tuple[str, ...], where: Where) -> None:
    """Make every document, then write them."""
    if not made:
        raise Stop("there is nothing to print", REFUSED)
    home = build_folder(tree, of.community.id) / "certificates"
    ready = [
        document
        for one in made
        for document in documents_of(home, one.file, in_formats(tree, one.template, one.view, formats), one.file)
    ]
    deliver(tree, ready, where)
    tell_of(where, f"{len(made)} made. Give each to the person named and to nobody else.")
