"""Sections 10 to 13: how we worked, promises, limits, next year; what is missing is said."""

from datetime import date
from pathlib import Path

from copkit.documents.synthesis import limits, next_year, promises, worked
from tests.documents.synthesis.making import annual, said, small

SESSION = {
    "one/sessions/2026-05-12.yaml": "date: 2026-05-12\nplace: online\ntheme: T\n",
    "one/sessions/2026-05-12.notes.yaml": "present: [ann, bea]\ncapture: |\n  decision: yes\n",
}
LAST = """\
headline: We began
next_year:
  promises:
    - A carer at every session
    - Notes within ten days
    - One thing tried
"""
THIS = """\
headline: We went on
promises:
  - promise: a carer at every  session
    outcome: partly
    why: Not in May
  - promise: One thing tried
  - promise: Something nobody promised
    outcome: not
"""


def test_the_demonstrations_promises_stand_with_their_outcomes() -> None:
    view = promises.build(annual("systems-leadership"))
    assert [one.outcome for one in view.promises] == ["Partly kept", "Kept", "Kept", "Kept"]
    assert view.tally == "Of 4 promises: 3 kept, 1 partly kept."
    assert view.changed[0] == ("Longer breaks in person", "The break is now 15 minutes", "9 June 2026")
    assert view.missing == ()


def test_a_promise_without_an_outcome_is_named_and_one_of_no_review_is_kept(tmp_path: Path) -> None:
    of = small(tmp_path, {**SESSION, "one/reviews/2025-26.yaml": LAST, "one/reviews/2026-27.yaml": THIS})
    view = promises.build(of)
    assert [(one.promise, one.outcome, one.why) for one in view.promises] == [
        ("A carer at every session", "Partly kept", "Not in May"),
        ("Notes within ten days", "Not said yet", ""),
        ("One thing tried", "Not said yet", ""),
        ("Something nobody promised", "Not kept", ""),
    ]
    assert "The review does not say what members asked for and what changed." in view.missing


def test_last_years_promises_stand_even_where_this_year_has_no_review(tmp_path: Path) -> None:
    view = promises.build(small(tmp_path, {**SESSION, "one/reviews/2025-26.yaml": LAST}))
    assert [one.outcome for one in view.promises] == ["Not said yet"] * 3


def test_a_first_year_promised_nothing_and_a_later_one_without_a_review_is_not_known(tmp_path: Path) -> None:
    first = promises.build(small(tmp_path / "a", SESSION))
    assert "This is the first year looked back upon: nothing had been promised before it." in first.missing
    swap = ("2026-05-12", "2025-05-13")
    earlier = {key.replace(*swap): text.replace(*swap) for key, text in SESSION.items()}
    later = promises.build(small(tmp_path / "b", {**SESSION, **earlier}))
    assert "No review of 2025-26 was found, so it is not known what was promised." in later.missing


def test_a_review_under_another_name_is_pointed_at(tmp_path: Path) -> None:
    of = small(tmp_path, {**SESSION, "one/reviews/2027.yaml": "headline: We went on\n"})
    assert "2027.yaml" in limits.build(of).missing
    assert "No review of 2026-27 was found" in said(of)


def test_what_is_weak_about_the_figures_of_this_year_is_said(tmp_path: Path) -> None:
    of = small(tmp_path, SESSION)
    lines = limits.build(of).of_this_year
    assert "The period is not over: the figures are of a part of it." in lines
    assert "There were fewer than three sessions, so nothing here is called a trend." in lines
    assert "There is no earlier year to compare with." in lines
    over = limits.build(small(tmp_path, SESSION, today=date(2027, 5, 1))).of_this_year
    assert "The period is not over: the figures are of a part of it." not in over


def test_next_year_has_its_dates_and_says_which_are_missing(tmp_path: Path) -> None:
    more = {
        "one/sessions/2027-05-11.yaml": "date: 2027-05-11\nstart: 10:00\nplace: online\ntheme: Next\n",
        "one/sessions/2027-06-08.yaml": "date: 2027-06-08\nplace: online\nstatus: cancelled\nbecause: x\n",
        "one/sessions/2028-04-11.yaml": "date: 2028-04-11\nplace: online\n",
        "one/reviews/2026-27.yaml": "next_year:\n  domain: keep\n  rhythm: Five meetings\n",
    }
    view = next_year.build(small(tmp_path, {**SESSION, **more}))
    assert (view.year, view.domain, view.rhythm) == ("2027-28", "Keep it as it is", "Five meetings")
    assert [one.theme for one in view.sessions] == ["Next"]
    assert view.missing == ("The review promises nothing for next year.", "The review asks nothing of leaders.")
    empty = next_year.build(small(tmp_path / "empty", SESSION))
    assert "No session of 2027-28 is planned yet." in empty.missing


def test_the_health_grid_is_for_members_and_hidden_where_few_answered(tmp_path: Path) -> None:
    of = annual("systems-leadership")
    view = worked.build(of)
    assert view.health_day == "13 October 2026" and len(view.health) == 9
    assert view.health[0] == ("We know what we are about", (0, 2, 9, 8), 19)
    assert worked.build(annual("systems-leadership", "public")).health == ()
    grid = "- date: 2026-06-01\n  answers:\n    We would miss it: [0, 0, 2, 2]\n    It is safe: [1, 2, 3]\n"
    few = worked.build(small(tmp_path, {**SESSION, "one/health.yaml": grid}))
    assert few.health == () and "fewer than 5 people answered" in few.health_missing
    none = worked.build(small(tmp_path / "none", SESSION))
    assert none.health_missing == "Members were not asked the nine health questions in this period."


def test_practices_stand_by_verdict_if_they_were_seen_in_the_period(tmp_path: Path) -> None:
    log = """\
    - {what: Mixed tables, why: New pairs, seen: [2026-05-12], verdict: keep}
    - {what: Slides, seen: [2026-05-12], verdict: drop}
    - {what: Long ago, seen: [2024-05-14], verdict: keep}
    - {what: Not sure, seen: [2026-05-12]}
    """
    view = worked.build(small(tmp_path, {**SESSION, "one/practices.yaml": log}))
    assert view.kept == (("Mixed tables", "New pairs", "12 May 2026"),)
    assert [one.what for one in (*view.changed, *view.dropped, *view.undecided)] == ["Slides", "Not sure"]


def test_time_spent_together_is_said_in_hours_and_minutes() -> None:
    rows = {row.words: row for row in worked.build(annual("diabetes-in-pregnancy")).measures}
    assert rows["Time spent together"].now.said == "4 hours 32 minutes"
    assert rows["Time spent together"].before.said == "6 hours 1 minute"


def test_the_public_reads_no_line_that_names_a_person_and_how_many_are_kept_back(tmp_path: Path) -> None:
    people = "ann.archer: {name: Ann Archer}\nbea.bell: {name: Bea Bell, publish: yes}\n"
    places = "acme: {name: Acme Trust, sector: acute}\n"
    review = "did_not_work:\n  - Ann Archer's briefing was too long\n  - Acme Trust's room was cold\n"
    files = {**SESSION, "programme/people.yaml": people, "programme/organisations.yaml": places}
    files["one/reviews/2026-27.yaml"] = review
    public = limits.build(small(tmp_path, files, "public"))
    assert public.did_not_work == ("Acme Trust's room was cold",)
    assert public.held_back == "One line that names somebody is kept for members."
    members = limits.build(small(tmp_path, files))
    assert len(members.did_not_work) == 2 and not members.held_back
