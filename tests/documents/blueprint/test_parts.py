"""What stands in the parts of a blueprint, and what is said where nothing does."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from pypdfium2 import PdfDocument

from copkit.audience.withheld import ABSENT
from copkit.documents import Audience
from copkit.documents.blueprint import DRAWS, build, readiness
from copkit.documents.blueprint.drawn import Drawn, say_days
from copkit.documents.standing import Standing
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.models.community import Agreement, Community, Handover, Rhythm, TeamMember
from copkit.models.practices import PracticeEntry
from copkit.models.session import Plan, Segment, SessionTeam
from copkit.models.story import Story
from copkit.workspace import CommunityFiles, Session
from copkit.workspace.blueprint_readiness import HANDOVER, PARTS, gaps, part_of, words_of
from tests.documents.blueprint.making import (
    HELD,
    TODAY,
    bare,
    blocks_of,
    demonstrated,
    given,
    met,
    printed,
    text_of,
)


def names_missing(source: Standing) -> set[str]:
    return {gap.part for gap in gaps(source.registers, source.files, source.today) if gap.whole}


def test_the_first_page_is_what_works_and_the_second_how_to_run_a_session() -> None:
    view = build(demonstrated())
    assert [part.name for part in view.parts] == list(DRAWS)
    assert {part.name for part in PARTS} - set(DRAWS) == {"model", "use", "learned", "keep"}  # on the first page
    assert all(part.blocks for part in view.parts)
    works, session = (part.title for part in view.parts[:2])
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(printed(demonstrated(), "pdf"))]
    assert len(pages) <= 12
    assert works in pages[0]
    assert "The newsletter" in pages[0]  # its last line
    assert session in pages[1]
    assert "We share what is stuck as well as what works" in pages[1]


@pytest.mark.parametrize("other", [bare(), met()], ids=["has not met", "has met once"])
@pytest.mark.parametrize("audience", get_args(Audience))
def test_two_thirds_of_its_words_are_true_of_this_community_only(audience: Audience, other: Standing) -> None:
    ours, alike = (
        Counter(re.findall(r"[\w’']+", text_of(replace(source, audience=audience)).lower()))
        for source in (demonstrated(), other)
    )
    assert (ours & alike).total() <= ours.total() / 3


def test_a_community_that_has_not_met_has_one_page_of_what_is_decided_and_missing() -> None:
    assert [part.name for part in build(bare()).parts] == ["decided"]
    full = bare(purpose=("Talk",), rhythm=Rhythm(pattern="second tuesday", meetings=4), sponsor="Jo Ng")
    for source in (bare(), full, given(full, practices=(PracticeEntry(what="Silence", why="It was calm"),))):
        assert len(PdfDocument(printed(source, "pdf"))) == 1
    text = text_of(given(full, practices=(PracticeEntry(what="Silence", why="It was calm"),)))
    for word, said in (("We meet to", "Talk"), ("The rule", "4 meetings a year"), ("still trying", "Silence")):
        assert f"{word}: {said}" in text
    assert "[ ] What it costs, and how many hours each role takes" in text
    assert "What is missing" not in text_of(replace(full, audience="public"))


def test_nothing_is_decided_by_a_default() -> None:
    assert [one.text for one in blocks_of(bare(), "decided")] == ["This community has not met yet."]
    assert "Chatham House Rule" in text_of(met())  # a session is held under it
    assert "Chatham House Rule" in text_of(bare(agreement=Agreement(rule="chatham-house")))


def test_whether_it_has_met_is_not_asked_of_what_the_public_may_see() -> None:
    source = met("public", HELD.but(publish="no"))
    assert [part.name for part in build(source).parts][:1] == ["session"]
    assert "has not met" not in text_of(source)


def test_what_is_missing_is_asked_of_members_once() -> None:
    missing = [gap.what for gap in gaps(met().registers, met().files, TODAY) if not gap.team]
    text = text_of(met())
    assert {text.count(f"[ ] {one[:1].upper()}{one[1:]}") for one in missing} == {1}
    assert names_missing(bare()) == {
        "why", "domain", "people", "rhythm", "agreement", "learned", "keep", "costs", "risks", "version",
    }  # fmt: skip


def test_a_part_is_found_by_name_number_and_title() -> None:
    for name in ("costs", "13", "Costs and time", "COSTS AND  TIME"):
        assert part_of(name) == "costs"
    assert part_of("kosts") == part_of("18") == part_of("") == ""


def test_own_words_come_first_and_cure_an_empty_part() -> None:
    notes = BlueprintNotes(
        sections={"13": "Nobody is paid.", "risks": "None that we know.", "odd": "A stray thought."}
    )
    made = given(met(), notes)
    assert words_of(notes, "costs") == "Nobody is paid."
    assert not {"costs", "risks"} & names_missing(made)
    assert [(one.kind, one.text) for one in blocks_of(made, "costs")] == [("prose", "Nobody is paid.")]
    assert blocks_of(made, "version")[-1].text == "A stray thought."


def test_words_for_a_part_of_the_first_page_stand_there_or_on_the_one_page() -> None:
    words = {name: f"What we say of {name}." for name in ("model", "use", "learned", "keep")}
    told = BlueprintNotes(sections=words)
    assert {one.text for one in blocks_of(given(met(), told), "works")} == set(words.values())
    assert all(one in text_of(given(bare(), told)) for one in words.values())


@pytest.mark.parametrize("field", HANDOVER)
def test_each_field_of_the_handover_is_asked_for(field: str) -> None:
    full = {"files": "Here", "accounts": ("One",), "licences": ("None",), "without_copkit": "By hand"}
    lacking = {name: text for name, text in full.items() if name != field}
    source = bare(contact="team@one.example", handover=Handover(**lacking))  # type: ignore[arg-type] # each text to its field
    wanted = [gap.what for gap in gaps(source.registers, source.files, TODAY) if gap.part == "handover"]
    assert wanted == [HANDOVER[field]]


def test_costs_are_told_as_typed_whatever_their_shape() -> None:
    notes = BlueprintNotes(
        costs={
            "convenor": "10 hours",
            "venue": {"room": "260 pounds", "key": ""},
            "lunch": ["soup", "bread"],
            "x": "",
        }
    )
    rows = [one.rows for one in blocks_of(given(met(), notes), "costs")]
    assert rows == [(("Convenor", "10 hours"),), (("Venue", "room: 260 pounds"), ("Lunch", "soup; bread"))]
    assert "Time, by role: Convenor, 10 hours" in text_of(given(bare(), notes))


def test_what_was_tried_stands_by_its_verdict_with_the_sessions_that_saw_it() -> None:
    front, later = ({one.title: one.rows for one in blocks_of(demonstrated(), part)} for part in ("works", "tried"))
    kept = front["What works here"]
    assert [row[2].count(",") for row in kept] == sorted((row[2].count(",") for row in kept), reverse=True)
    assert list(later) == ["What we changed", "What we dropped"]
    slides = ("Slides in the briefing", "People read and stopped listening", "14 April, 12 May 2026")
    assert slides in later["What we dropped"]
    (odd,) = blocks_of(given(met(), practices=(PracticeEntry(what="Silence", seen=("2001-01-01",)),)), "tried")
    assert (odd.title, odd.rows) == ("What we are still trying", (("Silence", "", ""),))


def test_what_the_first_page_has_no_room_for_is_told_later() -> None:
    many = tuple(PracticeEntry(what=f"Lesson {number}", verdict="keep") for number in range(11))
    made = given(met(), practices=many)
    assert [len(one.rows) for name in ("works", "tried") for one in blocks_of(made, name)] == [8, 3]


def test_days_name_each_year_once() -> None:
    days = (date(2026, 6, 9), date(2026, 7, 14), date(2027, 1, 12))
    assert say_days(days) == "9 June, 14 July 2026; 12 January 2027"
    assert say_days(()) == ""


def test_readiness_names_succession_roles_practices_and_stories_but_no_person() -> None:
    said = [one.what for one in readiness(demonstrated())]
    assert said == [
        "Who follows the convenor, curator, facilitator and moderator",
        "Whether it lasts: “Mixed tables, one organisation per seat” has been seen once",
    ]
    people = {one.name for one in demonstrated().shared.people.values()}
    assert not [name for name in people if any(name in line for line in said)]


def test_one_who_always_facilitates_is_a_risk_that_is_said() -> None:
    rhythm = Rhythm()
    plans = [Plan(date=TODAY.replace(month=month), team=SessionTeam(facilitator="joe")) for month in (5, 6, 7)]
    sessions = tuple(Session("bare", plan.date.isoformat(), plan, None, rhythm) for plan in plans if plan.date)
    community = CommunityFiles("bare", bare().community.files, Community(id="bare"), (), sessions)
    said = [gap.what for gap in gaps(bare().shared, community, TODAY)]
    assert "how a second person facilitates: one has done it every time" in said
    assert "the notes of 3 sessions of the last year" in said


def test_a_role_that_ended_is_vacant() -> None:
    team = (TeamMember(who="a", role="convenor", until=TODAY.replace(day=1)), TeamMember(who="b", role="curator"))
    said = [gap.what for gap in gaps(bare().shared, bare(team=team).community, TODAY)]
    assert "who is convenor, facilitator and moderator" in said
    assert "who follows the curator" in said


def test_the_options_not_taken_leave_out_the_one_that_was() -> None:
    assert "Not taken: Falls at home, Waiting for planned surgery, Recruitment" in text_of(demonstrated())


def test_both_running_orders_have_minutes_that_add_up() -> None:
    orders = {
        one.title: sum(int(row[2]) for row in one.rows)
        for one in blocks_of(demonstrated(), "session")
        if one.kind == "order"
    }
    assert orders == {
        "Running order online, 1 hour 30 minutes": 90,
        "Running order in person, 2 hours 30 minutes": 150,
    }


def test_a_running_order_of_its_own_stands_in_place_of_the_usual_one() -> None:
    own, usual = (one.rows for one in blocks_of(demonstrated(), "session") if one.kind == "order")
    assert ("0:50", "One question in fours (1-2-4-All)", "25", "Facilitator") in own
    assert ("1:00", "Dialogue on our question (1-2-4-All)", "30", "Facilitator") in usual


def test_a_person_who_leads_an_item_of_an_own_order_is_a_member() -> None:
    agenda = (Segment(minutes=90, what="A walk", lead="joe.bell"),)
    own = blocks_of(met(plan=HELD.but(agenda=agenda)), "session")[-1]
    assert own.rows == (("0:00", "A walk", "90", "A member"),)


def test_small_numbers_of_people_are_not_told_in_public() -> None:
    assert [Drawn(bare("public")).count(number) for number in (0, 1, 4, 5)] == [
        "",
        "Fewer than 5",
        "Fewer than 5",
        "5 people",
    ]
    assert Drawn(bare()).count(1) == "1 person"


def test_the_public_view_has_no_readiness_list() -> None:
    assert build(demonstrated(audience="public")).ready is ABSENT
    assert build(demonstrated()).ready
    assert "What is missing" not in text_of(demonstrated(audience="public"))


def test_only_the_team_sees_who_stands_in() -> None:
    assert "Bilal Mahmood" in text_of(demonstrated(audience="team"))
    assert "Bilal Mahmood" not in text_of(demonstrated())


def test_it_can_be_used_without_copkit() -> None:
    text = text_of(demonstrated())
    assert text.count("copkit") < 6
    assert ".yaml" not in text.replace("blueprint-systems-leadership.yaml", "")
    assert "communities/" not in text


def test_only_the_team_is_told_that_consent_is_missing() -> None:
    source = bare("team")
    community = CommunityFiles("bare", source.files.files, source.files.about, other={"story": {"a": Story()}})
    said = {
        audience: [one.what for one in readiness(Standing(source.registers, community, audience, TODAY))]
        for audience in get_args(Audience)
    }
    told = "Whether the tellers of 1 story agree"
    assert told in said["team"]
    assert told not in said["members"] + said["public"]


def test_a_session_that_is_kept_in_is_not_listed_in_public() -> None:
    plan = Plan(date=TODAY.replace(month=5), publish="no", status="held", methods=("troika",))
    coming = Plan(date=date(2027, 1, 12), publish="no")
    sessions = tuple(
        Session("bare", f"{one.date}", one, None, Rhythm(pattern="second tuesday")) for one in (plan, coming)
    )
    about = Community(id="bare", rhythm=Rhythm(pattern="second tuesday"))
    other = {"practices": {0: PracticeEntry(what="Quiet", seen=("2026-05-27",))}}
    community = CommunityFiles("bare", bare().community.files, about, (), sessions, other=other)
    members, public = (
        text_of(Standing(bare().shared, community, audience, TODAY)) for audience in ("members", "public")
    )
    for shown in ("27 May 2026", "12 January 2027", "Troika consulting"):
        assert shown in members
        assert shown not in public


def test_a_community_that_has_closed_says_so() -> None:
    assert "Closed: On 1 March 2026. It was done" in text_of(
        bare(closed=date(2026, 3, 1), closed_because="It was done")
    )
