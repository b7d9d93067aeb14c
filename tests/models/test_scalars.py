"""What was typed is what is meant: times, dates, yes and no, numbers, words."""

from datetime import date

import pytest

from tests.models.helpers import given


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("start: 14:00", "start", "14:00"),
        ("start: 17:30", "start", "17:30"),
        ("date: 2026-01-06", "date", date(2026, 1, 6)),
        ("theme: NO", "theme", "NO"),
        ("theme: on", "theme", "on"),
        ("theme: 1.10", "theme", "1.10"),
        ("theme: 1E5", "theme", "1E5"),
        ("theme: 8E100", "theme", "8E100"),
        ("theme: 2026-01-06", "theme", "2026-01-06"),
        ("theme: ''", "theme", ""),
        ("phone: 01612345670", "phone", "01612345670"),
        ("publish: yes", "publish", "yes"),
        ("publish: no", "publish", "no"),
        ("number: 3", "number", 3),
        ("number: '3'", "number", 3),
        ("agenda: online-standard", "agenda", "online-standard"),
        ("x-colour: blue", "extra", {"x-colour": "blue"}),
    ],
)
def test_read_as_typed_without_a_word(line: str, field: str, value: object) -> None:
    plan = given("plan", line)
    assert getattr(plan.record, field) == value
    assert plan.findings == []


@pytest.mark.parametrize(
    ("line", "field", "value", "note"),
    [
        ("start: 2pm", "start", "14:00", "Read as 14:00"),
        ("start: 14.00", "start", "14:00", "Read as 14:00"),
        ("start: 9:30", "start", "09:30", "Read as 09:30"),
        ("date: 2026-1-6", "date", date(2026, 1, 6), "Read as 2026-01-06"),
        ("date: 14/01/2026", "date", date(2026, 1, 14), "Read as 2026-01-14"),
        ("date: 9 June 2026", "date", date(2026, 6, 9), "Read as 2026-06-09"),
        ("publish: Yes", "publish", "yes", "Read as yes"),
        ("publish: true", "publish", "yes", "Read as yes"),
        ("publish: off", "publish", "no", "Read as no"),
        ("place: In Person", "place", "in-person", "Read as in-person"),
        ("minutes: 90 minutes", "minutes", 90, "Read as 90"),
        ("number: 007", "number", 7, "Read as 7"),
        ("outcomes: one thing, well done", "outcomes", ("one thing, well done",), "Read as a list of 1"),
        ("methods: 1-2-4-all, troika", "methods", ("1-2-4-all", "troika"), "Read as a list of 2"),
    ],
)
def test_read_as_meant_with_a_note(line: str, field: str, value: object, note: str) -> None:
    plan = given("plan", line)
    assert getattr(plan.record, field) == value
    assert plan.said == [("REF-07", "info", 1, 1)]
    assert plan.findings[0].message.startswith(note)


@pytest.mark.parametrize(
    ("line", "code", "told", "fix"),
    [
        ("start: 24:00", "REF-06", "next day", "Write 00:00."),
        ("start: 14:00+01:00", "REF-06", "time zone", "Write local time, such as 14:00."),
        ("start: 14:00Z", "REF-06", "time zone", "Write local time, such as 14:00."),
        ("start: 10", "REF-06", "morning or afternoon", "14:00"),
        ("start: soon", "REF-06", "soon is not a time of day", "14:00"),
        ("date: 2026-02-30", "REF-06", "there is no 30 February 2026", "in that month"),
        ("date: 06/01/2026", "REF-06", "6 January or 1 June 2026", "Write 2026-01-06 or 2026-06-01."),
        ("date: 20260106", "REF-06", "run of digits", "Write 2026-01-06."),
        ("date: 1767657600", "REF-06", "number, not a date", "2026-06-09"),
        ("publish: maybe", "REF-11", "not one of the words", "Write yes or no."),
        ("place: onlin", "REF-11", "not one of the words", "Did you mean “online”?"),
        ("status: done", "REF-11", "not one of the words", "Write planned, held or cancelled."),
        ("number: three", "REF-11", "“three” is not a whole number", "Write digits only."),
        ("number: -1", "REF-11", "“-1” is not a whole number", "Write digits only."),
        ("number: ３", "REF-11", "“３” is not a whole number", "Write digits only."),
        ("minutes: 0", "REF-11", "0 is out of range", "Write a number from 1 to 1,440."),
        (f"number: {'9' * 30}", "REF-11", "This number is out of range", "Write a number from 0 to 1,000,000."),
        ("theme: [a]", "REF-11", "A list stands where a text is expected", "in quotes"),
        ("team: sam", "REF-11", "A text stands where fields are expected", "convenor"),
        ("tags: {a: b}", "REF-11", "A set of fields stands where a list is expected", "after “- ”"),
        ("agenda: {a: b}", "REF-11", "A set of fields stands where a list is expected", "after “- ”"),
        ("date: [a]", "REF-06", "A list stands where one value is expected", ""),
    ],
)
def test_refused_with_its_place_and_kept_aside(line: str, code: str, told: str, fix: str) -> None:
    plan = given("plan", f"theme: A\n{line}\n" if not line.startswith("theme") else f"question: A\n{line}\n")
    key = line.partition(":")[0]
    assert plan.said == [(code, "error", 2, 1)]
    assert told in plan.findings[0].message
    assert fix in plan.findings[0].fix
    assert key in plan.record.extra
    assert "A" in (plan.record.theme, plan.record.question)


@pytest.mark.parametrize("zone", ["GMT", "BST", "Europe/london", "GMT Standard Time", "UTC+1"])
def test_other_time_zones_are_refused(zone: str) -> None:
    programme = given("programme", f"timezone: {zone}")
    assert programme.said == [("REF-11", "error", 1, 1)]
    assert programme.findings[0].fix == "Write Europe/London."
    assert programme.record.timezone == "Europe/London"


@pytest.mark.parametrize(("typed", "month"), [("Aug", "august"), ("JANUARY", "january"), ("Sept", "september")])
def test_short_months_are_read_as_the_month_they_are(typed: str, month: str) -> None:
    assert given("programme", f"year_starts: {typed}").record.year_starts == month
    rhythm = given("community", f"rhythm: {{break_months: [{typed}]}}").record.rhythm
    assert rhythm.break_months == (month,)


@pytest.mark.parametrize("weight", ["nan", "inf", "1e999", "-1", "many"])
def test_numbers_that_cannot_be_counted_with_are_refused(weight: str) -> None:
    challenges = given("challenges", f"- criteria: {{need: {weight}, spread: 2.5}}")
    assert challenges.said == [("REF-11", "error", 1, 14)]
    assert challenges.record.criteria == {"spread": 2.5}


def test_choices_are_offered_in_the_order_of_the_model() -> None:
    community = given("community", "stage: new")
    assert community.findings[0].fix == "Write potential, coalescing, maturing, stewardship or transformation."


@pytest.mark.parametrize("word", ["~", "null"])
def test_a_tilde_is_no_way_to_leave_a_field_empty(word: str) -> None:
    assert given("plan", f"theme: {word}").record.theme == word
    assert given("plan", f"theme: {word}").said == [("REF-07", "warning", 1, 8)]
