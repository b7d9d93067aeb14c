"""What stands in the parts of a blueprint, and what is said where nothing does."""

from datetime import date
from typing import get_args

import pytest

from copkit.audience.withheld import ABSENT
from copkit.documents import Audience
from copkit.documents.blueprint import DRAWS, build, readiness
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.standing import Standing
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.models.community import Community, Handover, Rhythm, TeamMember
from copkit.models.practices import PracticeEntry
from copkit.models.session import Plan, Segment, SessionTeam
from copkit.models.story import Story
from copkit.workspace import CommunityFiles, Session
from copkit.workspace.blueprint_readiness import HANDOVER, PARTS, gaps, part_of, words_of
from tests.documents.blueprint.making import TODAY, bare, demonstrated, given, text_of


def names_missing(source: Standing) -> set[str]:
    return {gap.part for gap in gaps(source.registers, source.files, source.today) if gap.whole}


def test_there_are_eighteen_parts_in_the_field_s_order() -> None:
    view = build(demonstrated())
    assert [part.number for part in view.parts] == list(range(18))
    assert [part.name for part in view.parts] == [part.name for part in PARTS] == list(DRAWS)
    assert all(part.blocks for part in view.parts)


def test_a_community_without_anything_has_all_parts_and_says_what_each_lacks() -> None:
    view = build(bare())
    assert all(part.blocks for part in view.parts)
    said = {part.name for part in view.parts if any(one.kind == "missing" for one in part.blocks)}
    assert said == {
        "why", "domain", "people", "rhythm", "agreement", "learned", "keep", "costs", "handover", "risks",
        "version",
    }  # fmt: skip
    assert names_missing(bare()) == said - {"handover"}


def test_a_part_is_found_by_name_number_and_title() -> None:
    for name in ("costs", "13", "Costs and time", "COSTS AND  TIME"):
        assert part_of(name) == "costs"
    assert part_of("kosts") == part_of("18") == part_of("") == ""


def test_own_words_come_first_and_cure_an_empty_part() -> None:
    notes = BlueprintNotes(
        sections={"13": "Nobody is paid.", "risks": "None that we know.", "odd": "A stray thought."}
    )
    made = given(bare(), notes)
    assert words_of(notes, "costs") == "Nobody is paid."
    assert not {"costs", "risks"} & names_missing(made)
    costs = build(made).parts[13].blocks
    assert [(one.kind, one.text) for one in costs] == [("prose", "Nobody is paid.")]
    assert build(made).parts[17].blocks[-1].text == "A stray thought."


def test_own_words_never_hide_who_is_missing_in_handover() -> None:
    made = given(bare(), BlueprintNotes(sections={"handover": "Ask the convenor."}))
    kinds = [one.kind for one in build(made).parts[15].blocks]
    assert kinds[0] == "prose"
    assert "missing" in kinds


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
    rows = [one.rows for one in build(given(bare(), notes)).parts[13].blocks if one.kind == "table"]
    assert rows == [(("Convenor", "10 hours"),), (("Venue", "room: 260 pounds"), ("Lunch", "soup; bread"))]
    assert "Time: 10 hours" in text_of(given(bare(), notes))


def test_what_was_tried_stands_by_its_verdict_with_the_sessions_that_saw_it() -> None:
    source = demonstrated()
    learned = {one.title: one.rows for one in build(source).parts[11].blocks if one.kind == "table"}
    assert list(learned) == ["What works: we keep it", "What we changed", "What we dropped"]
    assert (
        "Slides in the briefing",
        "People read and stopped listening",
        "2 sessions: 14 April 2026, 12 May 2026",
    ) in (learned["What we dropped"])
    odd = given(bare(), practices=(PracticeEntry(what="Silence", seen=("2001-01-01",)),))
    rows = build(odd).parts[11].blocks[0]
    assert rows.title == "What we are still trying"
    assert rows.rows == (("Silence", "Not yet written", "Not yet"),)


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
    blocks = build(demonstrated()).parts[6].blocks
    orders = {
        one.title: sum(int(row[1]) for row in one.rows) for one in blocks if one.title.startswith("Running order")
    }
    assert orders == {
        "Running order online, 1 hour 30 minutes": 90,
        "Running order in person, 2 hours 30 minutes": 150,
    }
    own = next(one for one in blocks if one.title.startswith("A running order of our own"))
    assert sum(int(row[1]) for row in own.rows) == 90


def test_a_person_who_leads_an_item_of_an_own_order_is_a_member() -> None:
    plan = Plan(date=TODAY.replace(month=5), agenda=(Segment(minutes=90, what="A walk", lead="joe.bell"),))
    session = Session("bare", "2026-05-27", plan, None, Rhythm())
    community = CommunityFiles("bare", bare().community.files, Community(id="bare"), (), (session,))
    source = changed_source(community)
    own = next(one for one in build(source).parts[6].blocks if one.title.startswith("A running order of our own"))
    assert own.rows == (("0:00", "90", "A walk", "A member", ""),)


def changed_source(community: CommunityFiles) -> Standing:
    return Standing(bare().shared, community, "members", TODAY)


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
    assert "Still only in somebody’s head" not in text_of(demonstrated(audience="public"))


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
    plan = Plan(date=TODAY.replace(month=5), publish="no", methods=("troika",))
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
    for shown in ("27 May 2026", "12 January 2027", "Troika consulting, in 1 session"):
        assert shown in members
        assert shown not in public


def test_a_community_that_has_closed_says_so() -> None:
    assert "Closed: On 1 March 2026. It was done" in text_of(
        bare(closed=date(2026, 3, 1), closed_because="It was done")
    )


def test_a_newsletter_or_a_podcast_that_nobody_makes_is_not_stated() -> None:
    for word in ("Newsletter:", "Podcast:"):
        assert word in text_of(demonstrated())
        assert word not in text_of(bare())
