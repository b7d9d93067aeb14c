"""A year lived by two programmes that nobody had built for: from an empty folder to handover, by printed hints."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from tests.cli.year.living import Life, Programme
from tests.cli.year.typing_up import USED, answers, said, teams
from tests.shell import copkit

WALES = Programme(
    init=(
        "--programme", "Cymunedau Iechyd a Gofal", "--system", "Bwrdd Iechyd Glannau Llŷn",
        "--community", "Gofal y Galon", "--contact", "cop@glannau.example", "--name", "Gwenllïan Ŵyn-Jones",
        "--organisation", "Ysbyty Llŷn", "--pattern", "second and fourth tuesday", "--start", "13:30",
        "--breaks", "december, january, april, july, august", "--in-person", "0", "--meetings", "14",
        "--holidays", "Wales", "--year-starts", "september", "--first", "2027-09-14",
    ),
    fields=(),
    community="gofal-y-galon",
    organisation="Awdurdod Iechyd y Bae",
    people=("Siôn Prydderch", "Llŷr ap Gwilym", "Nia Huws", "Tomáš Dvořák"),
    begins=date(2027, 7, 5),
    ends=date(2028, 8, 31),
    label="2027-28",
    meetings=14,
    days=frozenset({1}),
    hours=frozenset({"13:30"}),
)  # fmt: skip
IRELAND = Programme(
    init=(
        "--programme", "Pobail Chleachtais", "--system", "Foras Sláinte an Tuaiscirt",
        "--community", "Aire Oíche", "--contact", "cop@foras.example", "--name", "Róisín Ní Dhónaill",
        "--organisation", "Otharlann Naomh Bríd", "--breaks", "july", "--holidays", "Northern Ireland",
        "--year-starts", "january", "--in-person", "0", "--first", "2027-01-12",
    ),
    fields=(
        ("  meetings:", ""), ("  pattern:", ""),
        ("  start:", '["18:00", "19:30"]\n  every: 3 weeks\n  from: 2027-01-14'),
    ),
    community="aire-oiche",
    organisation="Comhairle an Chladaigh",
    people=("Seán Ó Súilleabháin", "Zoë Müller-Ångström", "Éabha Nic Eoin", "Dónal Mac Giolla Phádraig"),
    begins=date(2026, 11, 20),
    ends=date(2027, 12, 31),
    label="2027",
    meetings=15,
    days=frozenset({3}),
    hours=frozenset({"18:00", "19:30"}),
)  # fmt: skip


@pytest.fixture(params=[WALES, IRELAND], ids=["Wales", "Northern Ireland"])
def programme(request: pytest.FixtureRequest) -> Programme:
    return request.param


@pytest.fixture
def life(programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet_git: None) -> Iterator[Life]:
    """An empty folder, on the day on which somebody begins."""
    monkeypatch.chdir(tmp_path)
    life = Life(tmp_path, programme.begins, programme.community, list(programme.people[:3]), programme.label)
    life.heard(copkit().out)
    life.type("help all")
    life.typed.clear()
    return life


def test_a_year(life: Life, programme: Programme) -> None:
    begin(life, programme)
    sessions = the_year(life, programme)
    for number, session in enumerate(sessions):
        expect(life, programme, session, number)
    life.later(date.fromisoformat(sessions[6]) + timedelta(days=3), leave_and_join, programme)
    life.later(date.fromisoformat(sessions[-1]) + timedelta(days=3), next_year, programme, sessions)
    life.live(programme.ends + timedelta(days=20))
    hand_over(life, len(sessions) - 1)


def expect(life: Life, programme: Programme, session: str, number: int) -> None:
    """What is to be done around a session, each on its day."""
    day = plan_of(life, session)["date"]
    life.later(day - timedelta(days=35), prepare, programme, session)
    life.later(day - timedelta(days=13), send, session)
    if number in SURPRISES:
        life.later(day - timedelta(days=11), SURPRISES[number], session)
    life.later(day + timedelta(days=2), meet, programme, session, number)
    life.later(day + timedelta(days=16), hear, session)
    life.later(day + timedelta(days=92), hear_again, session)


def begin(life: Life, programme: Programme) -> None:
    """Six lines at most, to dates and an agenda."""
    copied = [f'"{word}"' if " " in word else word for word in programme.init]
    life.type(f"init --yes --git {' '.join(copied)}")
    life.heard((life.root / "README.md").read_text(encoding="utf-8"))
    life.edit("community.yaml", *programme.fields)
    life.follow("schedule")
    life.follow("check", 0, 1)
    life.follow("calendar")
    life.open(f"{life.community}.ics")
    life.follow("agenda")
    assert len(life.typed) <= 6
    life.type(f'new organisation "{programme.organisation}" --sector local-authority')
    for name in programme.people[:3]:
        life.type(f'join {life.community} "{name}" --organisation "{programme.organisation}"')
    team = zip(("facilitator", "moderator", "curator"), programme.people, strict=False)
    roles = "".join(f"\n  - {{who: {name}, role: {role}}}" for role, name in team)
    life.edit("community.yaml", ("    from:", f"{life.day}{roles}"))


def the_year(life: Life, programme: Programme) -> list[str]:
    """The plans, which are as asked."""
    found = [path.stem for path in life.plans()]
    plans = [plan_of(life, one) for one in found]
    assert len(found) == programme.meetings
    assert {plan["date"].weekday() for plan in plans} == programme.days
    assert {plan["start"] for plan in plans} == programme.hours
    return found


def plan_of(life: Life, session: str) -> dict:
    return yaml.safe_load((life.home / "sessions" / f"{session}.yaml").read_text(encoding="utf-8"))


TYPED = {
    "Agree the theme and the question", "Ask a senior leader to brief", "Name who holds each role",
    "Settle the venue or the link", "Send the invitation and the calendar file",
}  # fmt: skip


def prepare(life: Life, programme: Programme, session: str) -> None:
    """Weeks before: what `next` asks for is typed into the plan and sent."""
    assert {"Agree the theme and the question", "Ask a senior leader to brief"} <= life.asked(session)
    turn = life.day.toordinal()
    roles = ("facilitator", "moderator", "curator")
    life.edit(
        f"sessions/{session}.yaml",
        ("theme:", "Cyd-ofal Éire"), ("question:", "Who hears it first?"), ("  speaker:", "Dr Ångharad Prŷs"),
        ("link:", "https://teams.example/x"),
        *((f"  {role}:", life.crew[(turn + n) % 3]) for n, role in enumerate(roles)),
    )  # fmt: skip
    life.type(f"invite {life.community} {session}")
    life.issue("calendar")
    held_in_calendars(life)
    life.edit(f"sessions/{session}.yaml", ("invited:", life.day.isoformat()))
    assert not life.asked(session) & TYPED, "what is done is asked for no more"


def send(life: Life, session: str) -> None:
    """The speaker said yes; the agenda goes out."""
    life.edit(f"sessions/{session}.yaml", ("  confirmed:", life.day.isoformat()))
    assert "Hear from the speaker that it is confirmed, and send the brief" not in life.asked(session)
    assert "Cyd-ofal Éire" in life.type(f"agenda {life.community} {session} --format md --out -").out


def leave_and_join(life: Life, programme: Programme) -> None:
    """The curator goes, and somebody comes in whose name has to stand wherever the other's stood."""
    *_, leaver, comer = programme.people
    life.type(f'join {life.community} "{comer}" --organisation "{programme.organisation}"')
    held = life.type(f'leave {life.community} "{leaver}"', 0, 1).out
    coming = [
        path for path in life.plans() if path.stem > life.day.isoformat() and leaver in path.read_text("utf-8")
    ]
    for path in coming:
        assert path.name in held, "it is said what somebody still holds"
        path.write_text(path.read_text(encoding="utf-8").replace(leaver, comer), encoding="utf-8")
    life.edit(
        "community.yaml",
        ("    from:", f"{programme.begins}\n  - {{who: {comer}, role: curator, from: {life.day}}}"),
    )
    life.crew[life.crew.index(leaver)] = comer


def move(life: Life, session: str) -> None:
    """To the day after, since the hall is taken; people learn of it by the lines that are printed then."""
    day = plan_of(life, session)["date"] + timedelta(days=1)
    life.type(f'move {life.community} {session} {day} --because "The hall is taken"')
    life.issue(f"calendar {life.community}")
    life.follow(f"invite {life.community} {session}")
    held_in_calendars(life)


def cancelled_by_mistake(life: Life, session: str) -> None:
    """The wrong one, and back."""
    life.type(f'cancel {life.community} {session} --because "Snow"')
    life.issue(f"calendar {life.community}")
    life.type(f"cancel --undo {life.community} {session}")
    life.issue(f"calendar {life.community}")
    held_in_calendars(life)
    life.type(f'move {life.community} {session} {life.day + timedelta(days=20)} --because "A slip"', 0, 1)
    life.type("undo")
    held_in_calendars(life)


def cancel(life: Life, session: str) -> None:
    life.type(f'cancel {life.community} {session} --because "The speaker is ill"')
    life.issue(f"calendar {life.community}")
    life.follow(f"invite {life.community} {session}")
    held_in_calendars(life)
    assert not life.asked(session)


SURPRISES = {1: move, 3: cancelled_by_mistake, 5: cancel}


def held_in_calendars(life: Life) -> None:
    """A member's diary, in which each file to be sent was opened, is what is written down of all to come."""
    issued = yaml.safe_load((life.home / "issued.yaml").read_text(encoding="utf-8"))
    stable, seen = life.entries(f"{life.community}.ics"), 0
    for session, one in issued.items():
        plan = plan_of(life, str(session))
        if plan["date"] >= life.day:
            written = (one["sequence"], str(one["start"]), one["status"])
            assert life.diary[one["uid"]] == stable[one["uid"]] == written
            assert written[1:] == (f"{plan['date']}T{plan['start']}", plan.get("status", "confirmed"))
            seen += 1
    assert seen


def meet(life: Life, programme: Programme, session: str, number: int) -> None:
    """The day after: who came, what was said."""
    plan, typing = plan_of(life, session), "Type and commit the notes, and send the feedback form"
    if plan.get("status") == "cancelled":
        return
    assert typing in life.asked(session)
    life.type(f"notes new {life.community} {session}")
    notes = life.home / "sessions" / f"{session}.notes.yaml"
    notes.write_text(notes.read_text(encoding="utf-8") + said(life, number), encoding="utf-8")
    (life.root / "Teams report.csv").write_bytes(teams(plan, life.crew).encode("utf-16"))
    life.type(f'attend {life.community} {session} "Teams report.csv" --keep')
    assert len(yaml.safe_load(notes.read_text(encoding="utf-8"))["present"]) == 3
    life.follow(f"notes show {life.community} {session}")
    life.follow(f"notes commit {life.community} {session}", 0, 1)
    assert typing not in life.asked(session)


def hear(life: Life, session: str) -> None:
    """Two weeks later: what people thought."""
    if plan_of(life, session).get("status") == "cancelled":
        return
    (life.root / "Adborth.csv").write_text(answers(), encoding="utf-8-sig")
    life.type(f'feedback {life.community} {session} "Adborth.csv" --keep')
    life.follow(f"feedback {life.community} {session}", 3)
    life.type(f"feedback {life.community} {session} --read --read-all-kept")
    assert not life.asked(session), "all of it is done"


def hear_again(life: Life, session: str) -> None:
    """Three months later: what people used."""
    if plan_of(life, session).get("status") == "cancelled":
        return
    assert life.asked(session) == {"Ask what people used, and what happened"}
    (life.root / "Wedyn.csv").write_text(USED, encoding="utf-8")
    life.type(f'feedback {life.community} {session} "Wedyn.csv" --follow-up --keep')
    assert not life.asked(session)


def next_year(life: Life, programme: Programme, lived: list[str]) -> None:
    """The year that follows is asked for, made, issued, and asked for no more."""
    assert any("Schedule next year" in one for one in life.of_the_year())
    life.follow(f"schedule {life.community}", 0, 1)
    coming = [path.stem for path in life.plans() if path.stem not in lived]
    assert coming
    for number, session in enumerate(coming, start=len(lived)):
        expect(life, programme, session, number)
    life.follow("calendar", 0, 1)
    life.open(f"{life.community}.ics")
    held_in_calendars(life)
    assert not any("Schedule next year" in one for one in life.of_the_year())


def hand_over(life: Life, held: int) -> None:
    """The year's end: what was lived is what is counted, and what those who come after are given."""
    assert figure(life, "D1") == (held, held + 1), "one was cancelled"
    assert figure(life, "M3")[0] == 3 * held
    assert figure(life, "W1") == (held - 1, held - 1), "the last is due in the year that follows"
    assert any("Write the review" in one for one in life.of_the_year())
    life.follow("review new")
    (review,) = (life.home / "reviews").iterdir()
    life.edit(
        f"reviews/{review.name}", ("headline:", "We know whom to ring"), ("what_changed:", "One form, not three")
    )
    life.follow("review show", 0, 1)
    assert not any("Write the review" in one for one in life.of_the_year())
    assert life.follow("synthesis").out
    page = life.type(f"synthesis {life.community} {life.label} --format txt --out -").out
    assert f"{held} sessions held" in page and "We know whom to ring" in page
    behind = life.type(f"print evidence {life.community} {life.label} --format txt --out -").out
    assert f"{held} of {held + 1} sessions held, 1 cancelled" in " ".join(behind.split())
    assert life.type("print one-page --format md --out -").out
    life.type("blueprint")
    (handed,) = (life.root / "build" / life.community).glob("blueprint-*.yaml")
    life.type(f'new community "Nesaf Ár Aghaidh" --like "{handed.relative_to(life.root)}"')
    assert (life.root / "communities/nesaf-ar-aghaidh/community.yaml").exists()
    assert life.errors() == []


def figure(life: Life, code: str) -> tuple[int | None, int | None]:
    """A figure of the year that was lived, counted by copkit."""
    found = life.json(f"why {code} {life.community} {life.label}")["figures"]
    return found[0]["numerator"], found[0]["denominator"]
