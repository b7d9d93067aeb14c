"""No document is longer than it may be: a table of documents, workspaces and pages, in PDF."""

from pathlib import Path

import pytest

from copkit.documents.synthesis.budget import PAGES, Sheets, fitted
from copkit.documents.synthesis.length import STEPS, Forms, length_of
from copkit.render.paging import pages
from tests.documents.synthesis.making import BUILT, annual, small
from tests.shell import ROOT, copkit

DEMONSTRATION = (
    ("systems-leadership", "members", 8),
    ("systems-leadership", "public", 8),
    ("diabetes-in-pregnancy", "members", 4),
    ("ultrasound-imaging", "members", 4),
)
"""Reports of communities with seven meetings on record, with three and with two."""


@pytest.mark.parametrize(("community", "audience", "most"), DEMONSTRATION)
def test_a_report_keeps_its_length(tmp_path: Path, community: str, audience: str, most: int) -> None:
    told = ("--for", audience, "--format", "pdf", "--out", tmp_path)
    ran = copkit("synthesis", community, "2026-27", *told, root=ROOT)
    assert ran.code == 0 and not ran.err, ran.err
    (report,) = tmp_path.glob("*-synthesis*.pdf")
    assert pages(report.read_bytes()) <= most


def test_the_length_is_that_of_the_meetings_on_record() -> None:
    assert [length_of(held).pages for held in (1, 2, 3, 4, 12)] == [1, 4, 4, 8, 8]


def test_slots_give_way_in_order_on_the_page_that_runs_over_and_no_further_than_needed() -> None:
    view = BUILT["synthesis"](annual("systems-leadership"))
    seen: list[Forms] = []

    def typeset(one: object) -> Sheets:
        seen.append(one.forms)  # type: ignore[attr-defined]
        return Sheets(9 if len(seen) < 4 else 8, ("done",))

    made = fitted(view, typeset)
    assert not made.warning
    assert [one.themes + one.groups for one in seen] == ["fullfull", "linkfull", "linkshort", "linklink"]
    assert made.view.forms == Forms(themes="link", groups="link")


def test_what_cannot_be_kept_is_said_and_nothing_is_cut() -> None:
    view = BUILT["synthesis"](annual("systems-leadership"))
    made = fitted(view, lambda one: Sheets(11, ("ways", "ahead")))
    assert "11 pages and not 8" in made.warning and "how we worked and next year" in made.warning
    assert made.view.forms == Forms(heard="link", said_did="link")


def test_every_step_is_of_a_slot_on_one_page() -> None:
    slots = [slot for every in PAGES.values() for slot in every]
    assert sorted(slots) == sorted(Forms._fields) and {slot for slot, _ in STEPS} == set(slots)


FRESH = {
    "programme/people.yaml": "ann.lee: {name: Ann Lee, organisation: acme}\n"
    "ben.orr: {name: Ben Orr, organisation: dale}\n",
    "programme/organisations.yaml": "acme: {name: Acme, sector: acute}\ndale: {name: Dale, sector: hospice}\n",
}


def meetings(number: int) -> dict[str, str]:
    """So many meetings of a new community, with their notes."""
    found = dict(FRESH)
    for month in range(4, 4 + number):
        found[f"one/sessions/2026-0{month}-14.yaml"] = "place: online\ntheme: Falls at home\n"
        said = "success: the hospice answers within an hour\ndecision: meet again\nquestion: who pays?\n"
        capture = "".join(f"  {line}\n" for line in said.splitlines())
        found[f"one/sessions/2026-0{month}-14.notes.yaml"] = f"present: [ann.lee, ben.orr]\ncapture: |\n{capture}"
    return found


@pytest.mark.parametrize(("number", "most"), [(1, 1), (3, 4), (5, 8)])
def test_a_report_of_a_new_community_has_the_pages_that_its_meetings_give_it(
    tmp_path: Path, number: int, most: int
) -> None:
    small(tmp_path, meetings(number))
    told = ("--format", "pdf", "--today", "2026-11-27", "--out", tmp_path / "out")
    ran = copkit("synthesis", "one", "2026-27", *told, root=tmp_path)
    assert ran.code == 0, ran.err
    (report,) = (tmp_path / "out").glob("*-synthesis.pdf")
    assert pages(report.read_bytes()) <= most, ran.err


def test_without_a_meeting_there_is_no_report_and_the_command_says_why(tmp_path: Path) -> None:
    small(tmp_path, meetings(0))
    ran = copkit("synthesis", "one", "2026-27", "--today", "2026-11-27", root=tmp_path)
    assert ran.code == 3 and "no meeting of one is on record as held" in ran.err and not ran.out
