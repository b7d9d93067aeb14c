"""Does anything reach whom it must not, and does every field reach somebody? CONTRIBUTING says what to do."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from copkit import render
from copkit.documents import NAMES, document
from copkit.exporters import WRITERS, tables
from copkit.models.base import AUDIENCES
from copkit.models.kinds import KINDS
from copkit.models.library import Resource
from tests.markers import running
from tests.markers.engine import Engine, once
from tests.markers.marking import NAMED, OWN, UNLISTED, UNREAD, UNTOLD, bears_markers, every_field
from tests.markers.reporting import by_way, report
from tests.markers.tracing import traced
from tests.render.helpers import run


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Records, HTML, calendars, JSON and all that is said."""
    return once(tmp_path_factory.mktemp("markers"))


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Word files, PDFs, databases, Markdown and plain text."""
    return once(tmp_path_factory.mktemp("markers"), slow=True)


def test_nothing_reaches_whom_it_must_not(quick: Engine) -> None:
    assert by_way(quick.report.leaks) == {}


@pytest.mark.slow
def test_nothing_hides_in_a_word_file_a_pdf_or_a_database(slow: Engine) -> None:
    assert {one.form for one in slow.outputs} >= {"docx", "pdf", "sqlite", "md", "txt"}
    assert by_way(slow.report.leaks) == {}


def test_every_field_reaches_somebody_or_declares_why_not(quick: Engine) -> None:
    declared = {name for name, field in every_field().items() if field.about.unprinted}
    assert quick.report.nobody - declared == set(), "print it, remove it, or declare internal(…) or later(…)"
    assert declared - quick.report.nobody == set(), "it reaches somebody now: take the declaration off"


# What the engine must see.


def test_every_field_that_holds_words_has_a_marker(quick: Engine) -> None:
    there = {one.field for one in quick.planted.markers.values()}
    wanted = {name for name, field in every_field().items() if bears_markers(name, field)}
    assert len(wanted) > 250
    assert wanted - there == set()
    assert {one.record.__name__ for one in KINDS.values()} <= {name.split(".")[0] for name in there}


def test_there_is_something_to_hide_for_every_reason(quick: Engine) -> None:
    there = {one.why for one in quick.planted.markers.values()}
    assert {OWN, UNLISTED, UNREAD, NAMED, UNTOLD} <= there
    assert {one.audience for one in quick.planted.markers.values()} == set(AUDIENCES)
    assert len(quick.planted.unnamed) > 15


def test_every_command_is_run_or_there_is_a_reason() -> None:
    there, run = set(running.every_command()), {one.command for one in running.RUNS}
    assert len(there) > 50
    assert there - run - running.NOT_RUN.keys() == set(), (
        "in tests/markers/running.py: a document of a new subject to OF_SUBJECT, another command to RUNS, "
        "or to NOT_RUN with the reason"
    )
    assert (run | running.NOT_RUN.keys()) - there == set(), "it is there no more"


def test_every_document_is_made(quick: Engine) -> None:
    there = running.every_page()
    assert {document(name).template for name in NAMES} <= there
    assert there - quick.pages == set(), (
        "no run prints it: say in DOCUMENT_WORDS of tests/markers/running.py of what it is made"
    )


def test_every_table_is_written(quick: Engine) -> None:
    written = {Path(one.name).stem for one in quick.outputs if one.form == "csv"}
    assert {table.name for table in tables()} - written == set()


def test_every_module_that_writes_calendars_is_of_a_command_that_is_run() -> None:
    assert running.every_calendar_writer() == running.CALENDARS


def test_every_format_is_made() -> None:
    forms = {form for one in running.RUNS for form in (*one.quick, *one.slow)}
    assert {*render.FORMATS, *WRITERS} - forms == set()


def test_every_run_says_or_writes_something_for_somebody(quick: Engine) -> None:
    files = {one.line for one in quick.outputs if one.form != "screen"}
    refused = {"agenda", "invite", "notes print"}
    silent = {" ".join((run.command, *run.words)) for run in running.RUNS if run.quick} - files
    assert {line for line in silent if not line.startswith(tuple(refused))} == set()
    assert all(line.endswith(("2026-06-09", "2027-02-09")) for line in silent), "what is unlisted is refused"


def test_the_settings_that_begin_a_sibling_hold_nothing_of_the_old_community(quick: Engine) -> None:
    told = {one.field for one in quick.report.reached if one.command == "blueprint" and one.form == "yaml"}
    assert {"PracticeEntry.what", "Agreement.principles", "Community.purpose"} <= told
    parts = {"Domain", "DesignGroup", "HistoryLine", "Handover", "Commission", "Organisation", "Member"}
    own = {"Rhythm.venue", "Rhythm.link", "Community.sponsor", "Community.contact", "Community.strapline"}
    assert {name for name in told if name in own or name.partition(".")[0] in parts} == set()


# That the engine hears what it should.


def test_members_and_the_team_hear_what_the_public_does_not(quick: Engine) -> None:
    told = {who: {one.field for one in quick.report.reached if one.audience == who} for who in AUDIENCES}
    assert len(told["members"] - told["public"]) > 20
    assert len(told["team"] - told["members"]) > 10


def test_the_engine_notices_one_field_that_should_not_be_there(quick: Engine) -> None:
    field = "Plan.why_come"
    markers = {
        token: one._replace(audience="team") if one.field == field else one
        for token, one in quick.planted.markers.items()
    }
    found = report(quick.planted._replace(markers=markers), quick.outputs).leaks
    assert {(one.command, one.audience) for one in found - quick.report.leaks if one.field == field} == {
        ("invite", "public"),
        ("invite", "members"),
    }


def test_of_a_record_that_is_handed_whole_only_what_the_template_asks_for_is_read(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Page:
        books: tuple[Resource, ...]

    with traced() as read:
        view = Page((Resource(title="A book", minutes=20, year=1998),))
        run(tmp_path, "{% for one in books %}{{ one.title }} {{ one.minutes }}{% endfor %}", view)
    assert read == {"Resource.title", "Resource.minutes"}
