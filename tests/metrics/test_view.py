"""What a report sees of a community: each case with its right value, and what later records and order change."""

import random
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from copkit import metrics
from copkit.metrics import Figure, Period, registry
from copkit.metrics.pages import definition
from copkit.metrics.together import Together
from tests.metrics.cases import NAMES, SPRING, TODAY, YEAR, Files, facts_in, files_of, told

SUMMER = Period(date(2026, 4, 1), date(2026, 9, 30))
_SINCE = "after the period"
LAST_YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))

RIGHT: list[tuple[str, Period, str, str, str]] = [
    ("host-merged", YEAR, "D5", "", "0 of 5"),
    ("host-merged", YEAR, "C5", "", "5 of 5"),
    ("newest-first", YEAR, "C2", "", "1 of 1"),
    ("asker-substring", YEAR, "W3", "", "0 of 2"),
    ("asker-first-name", YEAR, "W3", "", "1 of 1"),
    ("pair-again-after-move", YEAR, "C4", "", "1 of 3"),
    ("pair-again-after-move", YEAR, "C2", "", "1 of 1"),
    ("dropped-ask-question", YEAR, "W3", "", "0 of 1"),
    ("dropped-ask-question", YEAR, "W4", "", "0 of 1"),
    ("answered-after-period", SPRING, "W4", "", "1 of 1"),
    ("answered-after-period", SPRING, "W4", "after the period", "1"),
    ("merge-adopt-ab", YEAR, "A2", "", "0 of 1"),
    ("merge-adopt-ba", YEAR, "A2", "", "0 of 1"),
    ("dropped-then-done", YEAR, "W1", "", "1 of 1"),
    ("dropped-then-done", YEAR, "W1", "closed", "1"),
    ("dropped-then-done", YEAR, "W1", "dropped", "0"),
    ("dropped-then-done", SPRING, "W1", "", "0 of 1"),
    ("dropped-then-done", SPRING, "W1", "dropped", "1"),
    ("tables-absent", YEAR, "C8", "", "0 of 6"),
    ("merged-pair", YEAR, "R1", "", "2 of 2"),
    ("merged-pair", YEAR, "R3", "", "4 of 6"),
    ("merged-pair", YEAR, "C2", "", "1 of 2"),
    ("merged-pair", YEAR, "C4", "", "1 of 1"),
    ("c7-later", SPRING, "C7", "", "0 of 2"),
    ("c7-later", SUMMER, "C7", "", "1 of 2"),
    ("c7-later", YEAR, "C7", "", "2 of 2"),
    ("evidence-later", SUMMER, "A5", "with evidence", "0 of 1"),
    ("evidence-later", SUMMER, "V3", "", "0 of 1"),
    ("evidence-later", YEAR, "A5", "with evidence", "1 of 1"),
    ("evidence-later", YEAR, "V3", "", "1 of 1"),
    ("hours-planned", YEAR, "D1", "planned for the period", "2"),
    ("hours-planned", YEAR, "D1", "hours planned", "3"),
    ("cancelled-with-notes", YEAR, "D1", "", "0 of 1"),
    ("cancelled-with-notes", YEAR, "C1", "", "no session has been held yet"),
    ("cancelled-with-notes", YEAR, "W1", "opened", "no session has been held yet"),
    ("cancelled-with-notes", YEAR, "W2", "", "no session has been held yet"),
    ("stage-undated", LAST_YEAR, "A1", "at testing", "1"),
    ("stage-undated", LAST_YEAR, "A1", "at stopped", "0"),
    ("stage-undated", YEAR, "A1", "at stopped", "1"),
    ("l1-cap", YEAR, "L1", "", "1"),
    ("two-on-a-day", YEAR, "W4", "", "0 of 1"),
    ("story-transformative-only", YEAR, "V2", "realised", "0"),
    ("trend1", YEAR, "M3", "mean", "5.14"),
]


@pytest.mark.parametrize(("name", "period", "code", "label", "said"), RIGHT)
def test_each_case_has_its_right_value(
    name: str, period: Period, code: str, label: str, said: str, tmp_path: Path
) -> None:
    facts = facts_in(tmp_path, files_of(name), period)
    found = {one.label: one for one in registry()[code].find(facts)}
    assert found[label].said == said


def test_every_case_is_held() -> None:
    assert {name for name, *_ in RIGHT} == set(NAMES)


LATER: Files = {
    "c/sessions/2026-08-11.yaml": "date: 2026-08-11\n",
    "c/sessions/2026-08-11.notes.yaml": """\
present: [ann.ash, bob.bay, new.one]
others: 4
voices: 3
capture: |
  ask: bob.bay | more help
  offer: bob.bay | I will sit with Ann Ash
  connect: ann.ash + bob.bay + cy.cox | again
  action: bob.bay | from 2026-04-14/connect/1 | 2026-09-01
  done: 2026-05-12/1 | at last
  answer: 2026-05-12/question/1 | because
  answer: 2026-04-14/question/1 | because
  decision: go on
""",
    "c/stories/later.yaml": """\
title: Later
date: 2026-08-20
teller: {who: ann.ash}
cycles: {immediate: x, realised: y}
because_of: [2026-04-14/connect/1, 2026-05-12/connect/1]
evidence: [i]
""",
    "c/groups/later.yaml": "name: G\nfrom: 2026-08-11\nbecause_of: 2026-04-14/connect/2\nstarts: 2026-08-12\n",
}


def _later(files: Files) -> Files:
    """The same files with records after the spring added to each of them."""
    found = {**files, **LATER}
    day = "2026-08-12"
    updates = [
        {"date": day, kind: f"2026-05-12/{line}", "status": status}
        for kind, line in (("ask", "ask/1"), ("question", "question/1"), ("action", "1"))
        for status in ("open", "done", "dropped", "open", "done")
    ]
    _add(found, "c/updates.yaml", updates)
    _add(found, "c/members.yaml", [{"who": "new.one", "joined": day, "certificate": "yes"}])
    people: dict[str, Any] = yaml.safe_load(found["programme/people.yaml"])
    for person in people.values():
        if isinstance(person["organisation"], str):
            person["organisation"] = [{"id": person["organisation"]}]
        person["organisation"] = [{"id": "icb", "from": day}, *person["organisation"]]
    people["new.one"] = {"name": "New One", "organisation": "hospice"}
    places: dict[str, Any] = yaml.safe_load(found["programme/organisations.yaml"])
    if "hospice" in places:
        places["hospice"] |= {"became": "icb", "since": "2026-08-01"}
    found["programme/people.yaml"], found["programme/organisations.yaml"] = _text(people), _text(places)
    if "c/initiatives/i.yaml" in found:
        one: dict[str, Any] = yaml.safe_load(found["c/initiatives/i.yaml"])
        one["stages"] = [*one.get("stages", [{"stage": one["stage"]}]), {"date": day, "stage": "spreading"}]
        one["stage"] = "embedded"
        one["evidence"] = [*one.get("evidence", ()), {"date": day, "measure": "m"}]
        for status in one.get("adoption", {}).values():
            status["history"] = [dict(status)]
            status |= {"status": "sustained", "date": day}
        found["c/initiatives/i.yaml"] = _text(one)
    return found


def _add(files: Files, path: str, records: list[dict[str, str]]) -> None:
    files[path] = _text([*(yaml.safe_load(files.get(path, "")) or ()), *records])


def _text(data: object) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


def _counted(every: dict[tuple[str, str], Figure]) -> dict[tuple[str, str], tuple[object, ...]]:
    """What each figure says, without what is counted whenever it came."""
    since = {(code, ""): int(one.numerator) for (code, label), one in every.items() if label == _SINCE}
    return {
        key: (one.amount.kind, (one.amount.top or 0) - since.get(key, 0), one.amount.of, one.amount.high)
        for key, one in every.items()
        if key[1] != _SINCE
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_later_record_changes_nothing_in_a_period_that_is_over(name: str, tmp_path: Path) -> None:
    files = files_of(name)
    before = told(facts_in(tmp_path / "before", files, SPRING))
    after = told(facts_in(tmp_path / "after", _later(files), SPRING))
    assert _counted(after) == _counted(before)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_lists_decides_nothing(name: str, tmp_path: Path) -> None:
    files, rng = files_of(name), random.Random(name)
    before = told(facts_in(tmp_path / "before", files))
    after = told(facts_in(tmp_path / "after", _shuffled(files, rng)))
    assert _counted(after) == _counted(before)


def _shuffled(files: Files, rng: random.Random) -> Files:
    """The same records in another order, but for what is written one after another: notes and updates."""
    kept = ("updates.yaml", ".notes.yaml")
    found = {
        path: text if path.endswith(kept) else _text(_mixed(yaml.safe_load(text), rng))
        for path, text in files.items()
    }
    return dict(rng.sample(list(found.items()), len(found)))


def _mixed(data: Any, rng: random.Random) -> Any:
    if isinstance(data, dict):
        return {key: _mixed(value, rng) for key, value in rng.sample(list(data.items()), len(data))}
    return [_mixed(one, rng) for one in rng.sample(data, len(data))] if isinstance(data, list) else data


ORGANISATIONS = "People count for their organisation of the day, as what it had become by the last day"
WHENEVER = {"W3": "Whenever it", "W4": "Whenever it", "V4": "whenever they came", "V5": "whenever they came"}


def test_one_sentence_on_mergers_stands_in_each_definition_that_rests_on_it() -> None:
    saying = {code for code in registry() if ORGANISATIONS in " ".join(definition(code).notes)}
    assert saying == {"D5", "R1", "R2", "R3", "R4", "R5", "C1", "C2", "C3", "C4", "C5", "C9", "P2"}


def test_what_is_counted_whenever_it_came_says_so() -> None:
    for code in registry():
        text = " ".join(definition(code).notes)
        assert (WHENEVER.get(code, "henever ") in text) == (code in WHENEVER), code


def test_nobody_is_counted_that_came_after_today(tmp_path: Path) -> None:
    files = {**files_of("c7-later"), **LATER}
    before = told(facts_in(tmp_path / "a", files, YEAR, date(2026, 7, 31)))
    assert before["C7", ""].said == "1 of 2"
    assert told(facts_in(tmp_path / "b", files, YEAR, TODAY))["C7", ""].said == "2 of 3"


def _with_notes(name: str, lines: str, **files: str) -> Files:
    """The same files with other notes of 12 May; `updates` and `i` stand for their files."""
    named = {"updates": "c/updates.yaml", "i": "c/initiatives/i.yaml"}
    more = {named[key]: text for key, text in files.items()}
    capture = "".join(f"  {line}\n" for line in lines.splitlines())
    notes = f"present: [ann.ash, bob.bay]\ncapture: |\n{capture}"
    return {**files_of(name), **more, "c/sessions/2026-05-12.notes.yaml": notes}


@pytest.mark.parametrize(
    ("follows", "said"),
    [
        ("offer: bob.bay | a hand for ANN ASH", "1 of 1"),
        ("action: bob.bay | ring Ann's team | 2026-06-01", "1 of 1"),
        ("connect: bob.bay + ann.ash | forms", "1 of 1"),
        ("connect: ann.ash | a bobsleigh", "0 of 1"),
        ("connect: ann.ash + Ann Ash | herself", "0 of 1"),
        ("offer: bob.bay | annual leave for all", "0 of 1"),
        ("offer: ann.ash | a room", "0 of 1"),
    ],
)
def test_what_names_who_asked(follows: str, said: str, tmp_path: Path) -> None:
    files = _with_notes("asker-first-name", f"ask: ann.ash | help\n{follows}")
    assert told(facts_in(tmp_path, files))["W3", ""].said == said


@pytest.mark.parametrize(
    ("status", "said"), [("dropped", "0 of 1"), ("open", "0 of 1"), ("matched", "1 of 1"), ("moved", "1 of 1")]
)
def test_the_last_word_on_an_ask_counts(status: str, said: str, tmp_path: Path) -> None:
    lines = "ask: ann.ash | help\noffer: bob.bay | sit with Ann"
    update = f"- {{date: 2026-06-10, ask: 2026-05-12/ask/1, status: {status}}}\n"
    files = _with_notes("asker-first-name", lines, updates=update)
    assert told(facts_in(tmp_path, files))["W3", ""].said == said


def test_a_later_drop_takes_no_match_from_a_period_that_is_over(tmp_path: Path) -> None:
    lines = "ask: ann.ash | help\noffer: bob.bay | sit with Ann"
    update = "- {date: 2026-08-10, ask: 2026-05-12/ask/1, status: dropped}\n"
    files = _with_notes("asker-first-name", lines, updates=update)
    assert told(facts_in(tmp_path / "a", files, SPRING))["W3", ""].said == "1 of 1"
    assert told(facts_in(tmp_path / "b", files))["W3", ""].said == "0 of 1"


def test_a_stage_that_is_left_out_says_nothing_beside_lines(tmp_path: Path) -> None:
    left_out = "name: I\nsurfaced: 2026-05-12\nstages: [{date: 2026-05-12, stage: testing}]\n"
    history = "adoption: {acute: {history: [{date: 2026-05-20, status: adopted}]}}\n"
    found = told(facts_in(tmp_path, {**files_of("asker-first-name"), "c/initiatives/i.yaml": left_out + history}))
    assert (found["A1", "at testing"].said, found["A2", ""].said) == ("1", "1 of 1")


def test_several_facilitators_lead_for_the_members_when_none_is_of_the_host(tmp_path: Path) -> None:
    team = "team: [{role: facilitator, who: ann.ash}, {role: facilitator, who: %s}]\n"
    files = files_of("asker-first-name")
    for number, (other, said) in enumerate((("bob.bay", "1 of 1"), ("cy.cox", "0 of 1"))):
        about = files["c/community.yaml"] + team % other
        found = told(facts_in(tmp_path / str(number), {**files, "c/community.yaml": about}))
        assert found["D5", ""].said == said


def test_a_session_planned_after_the_community_closed_is_none(tmp_path: Path) -> None:
    files = files_of("hours-planned")
    closed = {**files, "c/community.yaml": files["c/community.yaml"] + "closed: 2026-06-30\nclosed_because: done\n"}
    closed["c/sessions/2026-07-14.yaml"] = "date: 2026-07-14\n"
    found = told(facts_in(tmp_path, closed))
    assert (found["D1", ""].said, found["D1", "planned for the period"].said) == ("1 of 2", "2")


def test_no_metric_reads_what_has_a_day_but_through_the_view() -> None:
    reading = re.compile(r"\bcommunity\.(other|initiatives|groups|updates|members)\b")
    found = {
        path.name
        for path in Path(metrics.__file__).parent.rglob("*.py")
        if reading.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"view.py"}


def test_of_all_communities_together_a_merger_holds_from_the_last_day_of_any(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, files_of("merged-pair"), SPRING)
    autumn = facts_in(tmp_path, files_of("merged-pair"))
    together = Together(facts.shared, YEAR, TODAY, [facts, autumn])
    assert next(iter(registry()["P2"].find(together))).said == "2 of 2"
