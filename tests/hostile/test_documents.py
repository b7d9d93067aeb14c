"""Documents and calendars of hostile plans, as the command line makes them: text stays text, whoever typed it."""

import os
import re
from pathlib import Path

import pytest
from icalendar import Calendar as Reader

from tests.hostile.conftest import PLAN_TEXT
from tests.hostile.places import ABOUT, COMMUNITY, DAY, ISSUED, PEOPLE, PLAN, SESSION, calm, change, put
from tests.hostile.test_terminal import called
from tests.shell import copkit, snapshot, trust

TODAY = ("--today", DAY)
TEXTS = [
    "{{ 7*7 }}",
    "{% raw %}",
    "{# gone #}",
    "</title><script>alert(1)</script>",
    '" onload="x',
    "A & B ]]>",
    "</w:t></w:r></w:p><w:p>",
    '#read("/etc/passwd") #eval("1+1")',
    '#import "@preview/x:1.0.0"',
    "$x$ *b* @ref <lbl> /* unclosed",
    "[x](javascript:alert(1)) ![y](http://tracker.example/p.gif)",
    "عائشة אברהם",
]


slow = pytest.mark.slow
COMMANDS = [("agenda",), pytest.param(("plan", "tables", "invite", "brief"), marks=slow)]


@pytest.mark.parametrize("commands", COMMANDS, ids=["agenda", "others"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_shown_as_typed_in_every_document(text: str, commands: tuple[str, ...], home: Path) -> None:
    root = called(home, text)
    for command in commands:
        ran = copkit("print", command, COMMUNITY, SESSION, "--format", "html,md,txt,docx", *TODAY, root=root)
        calm(ran)
        assert ran.code == 0
        build = root / f"build/{COMMUNITY}"
        page = (build / f"{SESSION}-{COMMUNITY}-{command}.html").read_text(encoding="utf-8")
        assert "<script" not in page and 'onload="' not in page
        assert set(re.findall(r'(?:src|href)="([^"]*)"', page)) <= {"mailto:team@anytown.example"}
        plain = (build / f"{SESSION}-{COMMUNITY}-{command}.txt").read_text(encoding="utf-8")
        assert "".join(text.split()) in "".join(plain.split())
        assert not re.search(
            r"(?<!\\)\]\(javascript:", (build / f"{SESSION}-{COMMUNITY}-{command}.md").read_text(encoding="utf-8")
        )


@pytest.mark.slow
@pytest.mark.parametrize("command", ["agenda", "plan", "tables", "invite", "brief"])
def test_a_text_is_shown_as_typed_in_every_pdf(command: str, home: Path) -> None:
    from tests.judges.paper import shown

    root = called(home, "; ".join(TEXTS[:-1]))
    assert copkit("print", command, COMMUNITY, SESSION, "--format", "pdf", *TODAY, root=root).code == 0
    said = "".join(shown((root / f"build/{COMMUNITY}/{SESSION}-{COMMUNITY}-{command}.pdf").read_bytes()).split())
    assert "".join(TEXTS[0].split()) in said and "root:" not in said


@pytest.mark.parametrize(("text", "letter"), [("日本", "日"), ("Ann 😀", "😀")])
def test_a_character_that_no_font_has_is_named_and_stops_nothing(text: str, letter: str, home: Path) -> None:
    root = called(home, text)
    ran = copkit("agenda", COMMUNITY, SESSION, "--format", "html,pdf,docx", *TODAY, root=root)
    assert (ran.code, ran.err.count(f"no font for the PDF has “{letter}”")) == (0, 1)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\a\\b",
    ],
)
def test_an_address_that_is_no_web_address_becomes_no_link(link: str, planned: Path) -> None:
    change(planned, PLAN, "place: in-person", f"place: online\nlink: '{link}'")
    for form in ("html", "md", "txt"):
        ran = copkit("agenda", COMMUNITY, SESSION, "--format", form, "--out", "-", *TODAY, root=planned)
        calm(ran)
        assert ran.code == 0
        assert not re.search(r'href="(?!mailto:|https:)|\]\(<?(?!mailto:|https:)', ran.out)
    assert copkit("calendar", *TODAY, root=planned).code == 0
    assert b"\nURL" not in (planned / f"build/{COMMUNITY}/{COMMUNITY}.ics").read_bytes()


@pytest.mark.parametrize(
    "body",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ('{0.__class__}'|attr('format'))(1) }}",
        "{{ meta.community.unlink() }}",
        "{% include '../secret.txt' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'link.txt' %}",
        "{{ member.email }}",
        "{{ no_such_field }}",
    ],
)
def test_a_template_that_reaches_out_is_refused_with_its_line(body: str, planned: Path) -> None:
    own = '{% extends "copkit/agenda.html.j2" %}\n{% block facts %}\n' + body + "\n{% endblock %}\n"
    put(planned, "templates/agenda.html.j2", own)
    put(planned, "secret.txt", "secret")
    if os.name != "nt":
        (planned / "templates/link.txt").symlink_to("../secret.txt")
    trust(planned)
    before = snapshot(planned)
    ran = copkit("agenda", COMMUNITY, SESSION, "--format", "html,pdf", *TODAY, root=planned)
    calm(ran)
    assert (ran.code, "agenda.html.j2:3: " in ran.err, "root:" in ran.err) == (3, True, False)
    assert snapshot(planned) == before and not (planned / "build").exists()


@pytest.mark.needs("Unix")
def test_a_template_or_style_that_is_a_link_elsewhere_is_not_read(planned: Path, tmp_path: Path) -> None:
    put(tmp_path, "secret", "secret words")
    (planned / "templates").mkdir()
    for name in ("agenda.html.j2", "style.css", "document.typ", "reference.docx"):
        (planned / "templates" / name).symlink_to(tmp_path / "secret")
    trust(planned)
    ran = copkit("agenda", COMMUNITY, SESSION, "--format", "html,pdf,docx", *TODAY, root=planned)
    calm(ran)
    assert "secret words" not in ran.out + ran.err
    page = planned / f"build/{COMMUNITY}/{SESSION}-{COMMUNITY}-agenda.html"
    assert not page.exists() or "secret words" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("escape", ["\\r\\nATTENDEE:mailto:evil@x.example", "\\rX", "\\a", "\\x00", "\\x9b"])
def test_a_control_character_never_reaches_a_calendar(escape: str, planned: Path) -> None:
    change(planned, PLAN, "theme: One form instead of three", f'theme: "a{escape}"')
    change(planned, PLAN, "venue: Anytown Library", f'venue: "b{escape}"')
    assert copkit("check", "--only", "REF-08", *TODAY, root=planned).code == 1
    ran = copkit("calendar", *TODAY, root=planned)
    calm(ran)
    for path in planned.rglob("*.ics"):
        data = path.read_bytes()
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\n(ATTENDEE|ORGANIZER)", data)


@pytest.mark.parametrize(
    "text",
    [
        "a;b,c\\d",
        "x\\nATTENDEE:mailto:evil@x.example",
        "Zoë 😀 日本",
        "é" * 400,
        'CN="Ann" <a@b.example>',
        "{{ 7*7 }}",
    ],
)
def test_a_calendar_gives_the_text_back_in_short_lines(text: str, home: Path) -> None:
    root = called(home, text)
    assert copkit("calendar", COMMUNITY, SESSION, *TODAY, root=root).code == 0
    data = (root / f"build/{COMMUNITY}/{SESSION}-{COMMUNITY}.ics").read_bytes()
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert not re.search(rb"\n(ATTENDEE|ORGANIZER)", data)
    (event,) = Reader.from_ical(data).walk("VEVENT")
    assert str(event["SUMMARY"]) == f"Home First: {text}"
    assert str(event["LOCATION"]) == text


def test_two_people_who_build_the_same_calendar_get_the_same_bytes(planned: Path) -> None:
    assert copkit("calendar", *TODAY, root=planned).code == 0
    first = {path.name: path.read_bytes() for path in (planned / "build").rglob("*.ics")}
    for path in (planned / "build").rglob("*.ics"):
        path.unlink()
    assert copkit("calendar", "--today", "2026-05-20", root=planned).code == 0
    assert {path.name: path.read_bytes() for path in (planned / "build").rglob("*.ics")} == first


def test_numbers_in_issued_that_make_no_sense_are_refused(issued: Path) -> None:
    change(issued, ISSUED, "sequence: 0", "sequence: -1")
    before = snapshot(issued)
    ran = copkit("calendar", *TODAY, root=issued)
    calm(ran)
    assert ran.code == 3
    assert snapshot(issued) == before


def test_times_in_issued_that_make_no_sense_are_no_fault(issued: Path) -> None:
    change(issued, ISSUED, "2026-06-09T10:00", "tomorrow")
    (issued / PLAN).unlink()
    ran = copkit("calendar", *TODAY, root=issued)
    calm(ran)
    assert (ran.code, ISSUED in ran.err) == (3, True)


def test_a_session_in_summer_and_one_in_winter_are_at_their_hour(planned: Path) -> None:
    put(planned, PLAN.replace(SESSION, "2027-01-12"), PLAN_TEXT.replace(SESSION, "2027-01-12"))
    hours = {}
    for day in (SESSION, "2027-01-12"):
        assert copkit("calendar", COMMUNITY, day, *TODAY, root=planned).code == 0
        data = (planned / f"build/{COMMUNITY}/{day}-{COMMUNITY}.ics").read_bytes()
        (event,) = Reader.from_ical(data).walk("VEVENT")
        hours[day] = event["DTSTART"].dt.utctimetuple().tm_hour
    assert hours == {SESSION: 9, "2027-01-12": 10}


def test_a_page_says_which_way_each_name_is_read(planned: Path) -> None:
    change(planned, PEOPLE, "Joe Bell", "عائشة")
    page = copkit("print", "plan", COMMUNITY, SESSION, "--out", "-", *TODAY, root=planned).out
    assert "عائشة" in page
    assert 'dir="auto"' in page or "unicode-bidi" in page
    assert (planned / ABOUT).exists()
