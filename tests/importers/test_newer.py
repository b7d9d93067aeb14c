"""Shapes of files from sources of 2023 and later: each came out as the log says, and the log says of when it is."""

import re
from typing import Any

import pytest

from copkit.importers.form import read_form
from copkit.importers.member_list import read_members
from copkit.importers.receipt import Doubt
from copkit.importers.report import read_report
from copkit.importers.suggested import NoColumns
from tests.importers.layouts import AFTERWARDS, FIRST
from tests.importers.newer import ATTENDANCE, FORMS, LISTS
from tests.importers.test_layouts import ALONE, DAY, HALF, PLAN, read_rightly
from tests.shell import ROOT

LOG = (ROOT / "docs" / "imports-tried.md").read_text(encoding="utf-8")
EVERY = FIRST | AFTERWARDS | ATTENDANCE | FORMS | LISTS
CAME: dict[str, Any] = {
    "parts-of-a-day": ALONE, "attendance-status": ALONE, "stream-visitors": HALF, "present-and-tardy": HALF,
    "graph-without-times": HALF,
}  # fmt: skip
ASKED = {
    "registrations-of-events": "the list is of several events (“Home First”, “Winter plans”)",
    "learning-circle": "may say who came: “Report Submitted”, “LC Approved”",
    "rates-of-a-period": "may say who came: “Meetings Attended”, “Attendance Rate (%)”",
    "door-list": "not known what “active” means",
    "checked-in-but-left": "several columns may say who came: “Status”, “Check-in”",
}
NO_COLUMNS = {"zoom-cameras": "names", "attendees-in-columns": "names", "moodle-jitsi": "times"}
ITEMS = {
    "jetpack-responses": {"useful": "5 4", "heard": "4 5", "best": "The tables"},
    "typeform": {"useful": "5 4", "best": "The tables"},
    "positive-points": {"best": "The tables The stories", "change": "More breaks"},
    "guarded-answers": {"useful": "5 4", "heard": "4 5", "change": "'=more breaks '-"},
    "objects-for-answers": {"heard": "4 5"},
    "formbricks": {"useful": "5 4", "best": "The tables"},
    "likely-to-recommend": {"best": "The tables"},
    "a-row-an-answer": {}, "keys-for-questions": {},
}  # fmt: skip
JOB, THEIRS = "Manager", "Anytown Hospitals"
ROWS = {
    "mailchimp-audience": ("", ""), "outline-members": ("", ""), "several-organisations": ("", JOB),
    "contacts-by-account": (THEIRS, ""), "hashed-addresses": (THEIRS, JOB), "mailing-list": ("", ""),
}  # fmt: skip


def test_each_shape_has_an_answer_and_a_line_that_says_of_when_its_source_is() -> None:
    assert ATTENDANCE.keys() == CAME.keys() | ASKED.keys() | NO_COLUMNS.keys()
    assert FORMS.keys() == ITEMS.keys()
    assert LISTS.keys() == ROWS.keys() | {"addresses-and-teams", "addresses-alone"}
    dated = re.compile(r"\| `([a-z0-9-]+)` \|.*\| (?:before |by )?(?:20\d\d[-0-9]*|not found)[^|]*\|")
    assert set(EVERY) == set(dated.findall(LOG))


@pytest.mark.parametrize("name", CAME)
def test_a_report_is_read(name: str) -> None:
    assert read_rightly(ATTENDANCE[name].text) == CAME[name]


@pytest.mark.parametrize("name", ASKED)
def test_a_report_that_could_mean_several_things_is_asked_about(name: str) -> None:
    with pytest.raises(Doubt) as doubt:
        read_report(ATTENDANCE[name].text.encode(), DAY, PLAN)
    assert ASKED[name] in doubt.value.message
    assert doubt.value.choices


@pytest.mark.parametrize("name", NO_COLUMNS)
def test_a_report_without_columns_that_are_known_is_refused(name: str) -> None:
    with pytest.raises(NoColumns) as refused:
        read_report(ATTENDANCE[name].text.encode(), DAY, PLAN)
    assert refused.value.what == NO_COLUMNS[name]


@pytest.mark.parametrize("name", ITEMS)
def test_a_form_is_read_as_far_as_its_questions_are_known(name: str) -> None:
    form = read_form(FORMS[name].text.encode(), {})
    answers, _ = form.answers({one.at: one.item for one in form.columns if one.item})
    items = {item for answer in answers for item, said in answer.items() if said}
    found = {item: " ".join(answer[item] for answer in answers if answer[item]) for item in items}
    assert found == ITEMS[name]


@pytest.mark.parametrize("name", ROWS)
def test_a_list_is_read(name: str) -> None:
    [row] = read_members(LISTS[name].text.encode()).rows
    assert (row.name, row.email, row.id) == ("Joe Bell", "joe@hospitals.example", "")
    assert (row.organisation, row.job) == ROWS[name]


@pytest.mark.parametrize("name", ["addresses-and-teams", "addresses-alone"])
def test_a_list_without_names_is_refused(name: str) -> None:
    with pytest.raises(NoColumns):
        read_members(LISTS[name].text.encode())


@pytest.mark.parametrize("name", ["rates-of-a-period", "registrations-of-events"])
def test_somebody_can_say_that_all_who_are_listed_came(name: str) -> None:
    data = ATTENDANCE[name].text.encode()
    with pytest.raises(Doubt) as doubt:
        read_report(data, DAY, PLAN)
    stays = read_report(data, DAY, PLAN, doubt.value.choices[-1].said).stays
    assert {"Amina Khan", "Joe Bell"} <= {stay.name for stay in stays}


def test_an_id_of_ours_is_still_read() -> None:
    [row] = read_members(b"id,name\njoe.bell,Joe Bell\n").rows
    assert row.id == "joe.bell"
