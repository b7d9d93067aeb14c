"""The first year is a whole one, whenever a community begins."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.dates import MONTHS, WEEKDAYS, year_to_plan
from copkit.new.first_year import FirstYear, begun, first_day, in_person_numbers, usual_number
from tests.cli.starting.helpers import copkit, loaded

Capture = pytest.CaptureFixture[str]
WHO = (
    "--system", "Anytown ICS", "--community", "Home First", "--contact", "team@anytown.example",
    "--name", "Amina Khan", "--organisation", "ICB", "--yes",
)  # fmt: skip


def planned(root: Path, capsys: Capture, today: str, *more: str) -> list[tuple[str, str]]:
    """Day and place of each session after `init` and `schedule` on a day."""
    assert copkit(capsys, "init", root, *WHO, "--today", today, *more).code == 0
    assert copkit(capsys, "schedule", "--root", root, "--today", today).code == 0
    assert copkit(capsys, "check", "--errors", "--root", root, "--today", today).code == 0
    return [(one.id, one.place) for one in loaded(root).communities["home-first"].sessions]


def test_begun_in_november_it_has_ten_coming_dates_two_in_person_none_in_the_breaks(
    tmp_path: Path, capsys: Capture
) -> None:
    found = planned(tmp_path / "w", capsys, "2026-11-30")
    assert [day for day, _ in found] == [
        "2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13", "2027-05-11",
        "2027-06-08", "2027-07-13", "2027-09-14", "2027-10-12", "2027-11-09",
    ]  # fmt: skip
    assert [day for day, place in found if place == "in-person"] == ["2027-03-09", "2027-09-14"]


def test_the_rest_of_the_year_alone_where_that_is_wanted(tmp_path: Path, capsys: Capture) -> None:
    found = planned(tmp_path / "w", capsys, "2026-11-30", "--rest-of-year")
    assert [day for day, _ in found] == ["2027-01-12", "2027-02-09", "2027-03-09"]


def test_a_first_meeting_far_away_is_the_first(tmp_path: Path, capsys: Capture) -> None:
    found = planned(tmp_path / "w", capsys, "2026-11-30", "--first", "2027-05-11", "--breaks", "none")
    assert (found[0][0], len(found), found[-1][0][:7]) == ("2027-05-11", 10, "2028-03")


def test_no_year_is_asked_for_before_the_one_in_which_the_first_meeting_is(tmp_path: Path, capsys: Capture) -> None:
    root, today = tmp_path / "w", "2027-07-05"
    found = planned(root, capsys, today, "--year-starts", "september", "--first", "2027-09-14")
    assert (found[0][0], len(found)) == ("2027-09-14", 10)
    said = copkit(capsys, "check", "--all", "--root", root, "--today", today).out
    assert "SES-05" in said and "SCH-11" not in said


def test_number_breaks_places_and_length_as_they_are_said(tmp_path: Path, capsys: Capture) -> None:
    more = ("--meetings", "6", "--breaks", "Aug and July", "--in-person", "3", "--minutes", "60")
    found = planned(tmp_path / "w", capsys, "2026-11-30", *more)
    assert [place for _, place in found].count("in-person") == 3 and len(found) == 6
    rhythm = loaded(tmp_path / "w").communities["home-first"].about.rhythm
    assert (rhythm.break_months, rhythm.online_minutes) == (("august", "july"), 60)


def test_two_days_a_month_are_twenty_meetings(tmp_path: Path, capsys: Capture) -> None:
    assert len(planned(tmp_path / "w", capsys, "2026-11-30", "--pattern", "second and fourth tuesday")) == 20


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--first", "2027-01-13"), "is not the second tuesday"),
        (("--first", "2026-11-10"), "10 November 2026 is past The next is 2027-01-12; if it met before,"),
        (("--meetings", "13"), "the year cannot be planned: 12 months less 2 break months leaves 10"),
        (("--breaks", "Brumaire"), "is not a month"),
        (("--in-person", "two"), "this is not a number"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: Capture, more: tuple[str, ...], said: str
) -> None:
    ended = copkit(capsys, "init", tmp_path / "w", *WHO, "--today", "2026-11-30", *more)
    assert ended.code != 0 and said in " ".join(ended.err.split())
    assert not (tmp_path / "w").exists()


def test_a_year_that_cannot_be_asks_for_its_number_again_and_keeps_every_other_answer(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"How many meetings a year?": ["12", "9"], "How many of them in person?": ["3"]}
    asked: list[str] = []

    def prompt(words: str, **more: str) -> str:
        asked.append(words)
        return said[words].pop(0) if words in said else more["default"]

    monkeypatch.setattr("copkit.cli.init.on_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: True)
    ended = copkit(capsys, "init", tmp_path / "w", *WHO[:-1], "--today", "2026-11-30")
    assert (ended.code, "leaves 10; the rhythm asks for 12" in " ".join(ended.err.split())) == (0, True), ended
    assert sorted(words for words in asked if asked.count(words) > 1) == ["How many meetings a year?"] * 2
    rhythm = loaded(tmp_path / "w").communities["home-first"].about.rhythm
    assert (rhythm.meetings, len(rhythm.in_person)) == (9, 3)


def test_who_says_no_to_the_year_is_asked_again_and_keeps_every_answer(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"What is your name?": ["Jo Ng"], "At what time?": ["2pm"], "How many meetings a year?": ["8", "7"],
            "On which weekday of the month does it meet?": ["third thursday", "first monday"]}  # fmt: skip
    asked: list[tuple[str, str]] = []
    agreed = iter((False, True))

    def prompt(words: str, **more: str) -> str:
        asked.append((words, more["default"]))
        return said[words].pop(0) if said.get(words) else more["default"]

    monkeypatch.setattr("copkit.cli.init.on_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: next(agreed))
    given = [word for word in WHO[:-1] if word not in ("--name", "Amina Khan")]
    ended = copkit(capsys, "init", tmp_path / "w", *given, "--today", "2026-11-30")
    assert (ended.code, "Enter keeps what was said" in ended.err) == (0, True), ended
    again = dict(asked[-15:])
    assert again | {"When is the first meeting?": ""} == {
        "What is your programme called?": "Communities of Practice",
        "Which health and care system does it serve?": "Anytown ICS",
        "What is its first community called?": "Home First",
        "Which shared mailbox may people write to?": "team@anytown.example",
        "What is your name?": "Jo Ng", "Which organisation do you work for?": "ICB",
        "On which weekday of the month does it meet?": "third thursday", "At what time?": "14:00",
        "Which months pause? Or none": "august, december", "In which month does your year start?": "april",
        "Whose bank holidays? England, Wales, Scotland or Northern Ireland": "england",
        "How many meetings a year?": "8", "How many of them in person?": "2",
        "How long does one online last, in minutes?": "90", "When is the first meeting?": "",
    }  # fmt: skip
    rhythm = loaded(tmp_path / "w").communities["home-first"].about.rhythm
    assert (rhythm.meetings, rhythm.pattern, rhythm.start) == (7, "first monday", "14:00")


def test_weeks_that_are_counted_from_a_day_of_next_year_are_no_error_of_this_year(
    tmp_path: Path, capsys: Capture
) -> None:
    root, day = tmp_path / "w", ("--root", tmp_path / "w", "--today", "2026-11-30")
    assert copkit(capsys, "init", root, *WHO, "--today", "2026-11-30").code == 0
    about = root / "communities/home-first/community.yaml"
    rhythm = "  every: 2 weeks\n  from: 2027-01-12\n"
    about.write_text(re.sub(r"(?m)^  pattern:.*\n", rhythm, about.read_text(encoding="utf-8")), encoding="utf-8")
    assert [copkit(capsys, one, *day).code for one in ("check", "schedule", "check")] == [0, 0, 0]
    about.write_text(about.read_text(encoding="utf-8").replace("meetings: 10", "meetings: 40"), encoding="utf-8")
    assert copkit(capsys, "check", "--only", "SCH-01", *day).code == 1


def test_a_community_added_within_the_year_has_its_full_number_too(tmp_path: Path, capsys: Capture) -> None:
    root = tmp_path / "w"
    assert copkit(capsys, "init", root, *WHO, "--today", "2026-04-01").code == 0
    for name, more in (("Frailty", ()), ("Falls", ("--rest-of-year",))):
        when = ("--root", root, "--today", "2026-11-30")
        assert copkit(capsys, "new", "community", name, *more, *when).code == 0
        assert copkit(capsys, "schedule", name.lower(), *when).code == 0
    made = loaded(root).communities
    assert [len(made[name].sessions) for name in ("frailty", "falls")] == [10, 3]


def test_those_in_person_are_spread() -> None:
    assert [in_person_numbers(n, 10) for n in range(4)] == [(), (5,), (3, 8), (2, 5, 9)]


PATTERNS = st.builds(
    "{} {}".format, st.sampled_from(["first", "second", "third", "fourth", "last"]), st.sampled_from(WEEKDAYS)
)
NAMES = tuple(month.lower() for month in MONTHS)


@given(
    PATTERNS,
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.sampled_from(NAMES),
    st.sets(st.sampled_from(NAMES), max_size=3),
)
def test_every_first_year_has_its_full_number_from_its_first_day_on(
    pattern: str, today: date, year_starts: str, breaks: set[str]
) -> None:
    pauses = tuple(sorted(breaks))
    first = first_day(pattern, pauses, today)
    assert first is not None and first >= today + timedelta(weeks=4)
    number = usual_number(pattern, pauses)
    year = FirstYear(number, pauses, in_person_numbers(2, number))  # type: ignore[arg-type] # names of months
    made = begun(pattern, "10:00", year, first, year_starts, today, rest=False)
    assert (made.problems, len(made.meetings), made.meetings[0].date) == ((), number, first)
    assert [one.place for one in made.meetings].count("in-person") == 2
    assert not {NAMES[one.date.month - 1] for one in made.meetings} & breaks
    assert made.meetings[-1].date < first + timedelta(days=366)
    assert made.started is not None or year_to_plan(today, made.starts or year_starts).start <= first


@pytest.mark.parametrize("starts", ["january", "september", "april"])
def test_the_year_that_follows_is_named_where_meetings_were_left_out_and_runs_as_printed(
    tmp_path: Path, capsys: Capture, starts: str
) -> None:
    root, today = tmp_path / "w", ("--today", "2026-11-30")
    assert copkit(capsys, "init", root, *WHO, *today, "--rest-of-year", "--year-starts", starts).code == 0
    said = " ".join(copkit(capsys, "schedule", "--root", root, *today).out.split())
    found = re.search(r"“copkit (schedule [^”]*)” for the whole year that follows", said)
    if starts != "january":
        assert found and copkit(capsys, *found[1].split(), "--root", root, *today).code == 0, said
    elif found:
        assert copkit(capsys, *found[1].split(), "--root", root, *today).code == 0, said


def test_no_year_is_said_to_follow_a_whole_one_though_days_of_its_pattern_are_left_out(
    tmp_path: Path, capsys: Capture
) -> None:
    root, today = tmp_path / "w", ("--today", "2026-11-30")
    more = ("--pattern", "second and fourth tuesday", "--meetings", "10", "--year-starts", "september")
    assert copkit(capsys, "init", root, *WHO, *today, *more).code == 0
    said = copkit(capsys, "schedule", "--root", root, *today).out
    assert "10 sessions" in said and "year that follows" not in said
