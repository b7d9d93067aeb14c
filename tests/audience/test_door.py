"""The door for records: what each audience is given, what it is not, and that what was kept back is counted."""

from dataclasses import replace
from datetime import date

import pytest

from copkit.audience import WITHHELD, door
from copkit.audience.edition import NotForThem
from copkit.audience.withheld import Shortened, how_many
from copkit.documents.source import Source
from copkit.models.base import AUDIENCES, Accept, Audience
from copkit.models.community import Community
from copkit.models.fields import HELD_BACK, fields
from copkit.models.group import Group
from copkit.models.initiative import Evidence, Initiative, StageLine
from copkit.models.kinds import KINDS
from copkit.models.practices import PracticeEntry
from copkit.models.programme import Organisation, Programme
from copkit.models.session import Briefing, Moved, Notes, Plan, Segment
from copkit.models.story import Story, Teller
from tests.audience.making import DAY, PEOPLE, plan_for, seen, workspace
from tests.markers.marking import every_model

HIDDEN = Plan(theme="Kept in", publish="no")


def test_the_team_has_everything_as_it_is() -> None:
    shared, files = workspace(HIDDEN)
    way = door(shared, "team", DAY)
    assert way.shared is shared
    assert way.sight(files).community is files
    assert way.sight(files).session(files.sessions[0]) is files.sessions[0]


@pytest.mark.parametrize("audience", ["members", "public"])
def test_a_field_for_a_narrower_audience_is_left_at_its_default(audience: Audience) -> None:
    plan = plan_for(
        audience, theme="Beds", expected=12, link="https://join.example", risks=({"risk": "Snow"},),
        agenda=(Segment(minutes=5, what="Welcome", purpose="Warm up"),), extra={"x-own": "ours"},
    )  # fmt: skip
    assert (plan.theme, plan.expected, plan.risks, plan.extra) == ("Beds", None, (), {})
    assert isinstance(plan.agenda, tuple) and (plan.agenda[0].what, plan.agenda[0].purpose) == ("Welcome", "")
    assert plan.link == ("https://join.example" if audience == "members" else "")


@pytest.mark.parametrize("audience", ["members", "public"])
def test_no_field_of_any_model_is_forgotten(audience: Audience) -> None:
    """Whatever stands in a field for a narrower audience, a part made of it alone comes out without it."""
    shared, files = workspace(Plan())
    reader = door(shared, audience, DAY).sight(files)._reader
    looked_at = 0
    for model in (*every_model(), Accept):
        for field in fields(model).values():
            narrower = AUDIENCES.index(field.about.audience) > AUDIENCES.index(audience)
            if narrower and field.about.use != "consent" and field.name not in HELD_BACK:
                needed = {one.name: "" for one in fields(model).values() if one.required}
                made = reader.record(model.model_construct(**{**needed, field.name: ("something",)}))
                left = getattr(made, field.name)
                assert not left or left == field.default, f"{model.__name__}.{field.name}"
                looked_at += 1
    assert looked_at > 60


def test_a_session_that_is_not_to_be_listed_is_not_there_in_public() -> None:
    assert [one.plan.theme for one in seen("public", Plan(theme="A"), HIDDEN).sessions] == ["A"]
    assert [one.plan.theme for one in seen("members", Plan(theme="A"), HIDDEN).sessions] == ["A", "Kept in"]


def test_no_document_can_be_made_of_it_in_public() -> None:
    shared, files = workspace(HIDDEN)
    assert Source(shared, files, files.sessions[0], "members", DAY).session.plan.theme == "Kept in"
    with pytest.raises(NotForThem, match="publish: no"):
        _ = Source(shared, files, files.sessions[0], "public", DAY).session


def test_records_beside_it_tell_neither_its_name_nor_its_day() -> None:
    other = date(2026, 7, 9)
    initiative = Initiative(
        name="A form", surfaced=DAY.isoformat(), stages=(StageLine(date=DAY), StageLine(date=other))
    )
    practice = PracticeEntry(what="Breaks", seen=(DAY.isoformat(), other.isoformat()))
    more = {"initiatives": {"form": initiative}, "other": {"practices": {"0": practice}},
            "groups": {"g": Group(from_=DAY.isoformat(), starts=DAY)}}  # fmt: skip
    public = seen("public", HIDDEN, Plan(theme="B"), **more)
    assert public.initiatives["form"].surfaced == ""
    assert [line.date for line in public.initiatives["form"].stages] == [None, other]
    assert public.other["practices"]["0"].seen == (other.isoformat(),)
    assert (public.groups["g"].from_, public.groups["g"].starts) == ("", None)
    assert seen("members", HIDDEN, Plan(theme="B"), **more).initiatives["form"] == initiative


def test_a_plan_keeps_its_own_days_whatever_they_are() -> None:
    moved = Plan(date=DAY, theme="Moved here", moves=(Moved(from_=DAY),))
    assert seen("public", HIDDEN, moved).sessions[0].plan == moved


@pytest.mark.parametrize(
    "text", ["What Rose told us", "rose marsh on beds", "Ask R. Marsh", "write to a@b.example", "Mrs Marsh"]
)
def test_a_text_that_names_somebody_is_empty_in_public_and_counted(text: str) -> None:
    shared, files = workspace(Plan(theme=text, question="Which beds?", briefing=Briefing(title=text)))
    way = door(shared, "public", DAY)
    plan = way.sight(files).community.sessions[0].plan
    assert plan.theme is WITHHELD and plan.briefing.title is WITHHELD and plan.theme == ""
    assert plan.question == "Which beds?"
    assert way.kept == {"Plan.theme": 1, "Briefing.title": 1}
    assert Source(shared, files, files.sessions[0], "public", DAY).kept == 2
    assert Source(shared, files, files.sessions[0], "members", DAY).kept == 0
    assert plan_for("members", theme=text).theme == text


def test_who_agreed_may_be_named() -> None:
    assert plan_for("public", theme="Amina Khan on beds").theme == "Amina Khan on beds"


def test_a_stranger_whom_the_notes_name_is_known_as_well() -> None:
    initiative = {"a": Initiative(summary="Fred Bloggs made it")}
    assert seen("public", Plan(), notes=Notes(present=("Fred Bloggs",)), initiatives=initiative).initiatives[
        "a"
    ].summary == ""  # fmt: skip
    assert seen("public", Plan(), initiatives=initiative).initiatives["a"].summary != ""


def test_a_list_says_how_many_of_its_texts_were_kept_back() -> None:
    initiative = Initiative(must_stay=("One page", "Rose rings", "Lee rings"), evidence=(Evidence(before="Rose"),))
    public = seen("public", Plan(), initiatives={"a": initiative}).initiatives["a"]
    assert public.must_stay == ("One page",)
    assert isinstance(public.must_stay, Shortened) and how_many(public.must_stay) == 2
    assert public.evidence[0].before is WITHHELD and how_many(public.evidence) == 0


def test_a_mapping_is_read_by_its_keys_too() -> None:
    notes = {"costs": {"Rose": "2 days", "rooms": "Lee pays", "tea": "12 pounds"}}
    blueprint = next(kind.record for kind in KINDS.values() if kind.name == "blueprint")
    public = seen("public", Plan(), other={"blueprint": {"blueprint": blueprint(**notes)}})
    assert public.other["blueprint"]["blueprint"].costs == {"rooms": "", "tea": "12 pounds"}


def test_an_organisation_and_a_community_may_be_called_as_somebody_is() -> None:
    shared, files = workspace(Plan(), programme=Programme(programme="Rose Programme"))
    house, firm = Organisation(name="Marsh House"), Organisation(name="Rose & Dale", short="Dale")
    shared = replace(shared, organisations={"house": house, "firm": firm})
    files = replace(files, about=Community(id="rose", name="Rose"))
    way = door(shared, "public", DAY)
    assert way.shared.programme.programme == "Rose Programme"
    assert dict(way.shared.organisations) == {"house": house, "firm": firm}
    assert (way.sight(files).community.about.id, way.sight(files).community.about.name) == ("rose", "Rose")


def test_a_venue_and_a_shared_mailbox_name_nobody_by_a_word() -> None:
    plan = plan_for("public", venue="Marsh Hall", address="Rose Lane", travel="Ring 0161 496 0000 for parking")
    assert (plan.venue, plan.address, plan.travel) == ("Marsh Hall", "Rose Lane", "Ring 0161 496 0000 for parking")
    assert plan_for("public", venue="Rose Marsh’s house").venue is WITHHELD
    assert seen("public", Plan()).about.contact == "cop.rose@one.example"
    assert seen("public", Plan(place="hybrid")).sessions[0].venue == "Rose Centre"


def test_a_shared_mailbox_may_stand_in_any_text() -> None:
    programme = Programme(contact="beds@nhs.example", shared_mailboxes=("rose.ward@nhs.example",))
    for address in ("beds@nhs.example", "rose.ward@nhs.example", "cop.rose@one.example"):
        shared, files = workspace(Plan(why_come=f"Write to {address}"), programme=programme)
        assert door(shared, "public", DAY).sight(files).community.sessions[0].plan.why_come == f"Write to {address}"


def test_a_remark_is_for_nobody_and_keeps_no_text_back() -> None:
    assert plan_for("public", theme="Beds <!-- Rose asked for it -->").theme == "Beds"


def test_the_register_holds_in_public_who_agreed_and_finds_everybody() -> None:
    shared, files = workspace(Plan())
    public = door(shared, "public", DAY).shared
    assert dict(public.people) == {"amina.khan": PEOPLE["amina.khan"].but(also_known_as=())}
    assert public.register is shared.register
    members = door(shared, "members", DAY).shared
    assert {key: one.also_known_as for key, one in members.people.items()} == dict.fromkeys(PEOPLE, ())
    source = Source(shared, files, files.sessions[0], "public", DAY)
    assert [source.name(who) for who in ("rose.marsh", "Amina Khan", "Nobody Known")] == ["", "Amina Khan", ""]


def test_who_belongs_and_who_holds_a_role_is_asked_of_the_whole() -> None:
    shared, files = workspace(Plan())
    public = door(shared, "public", DAY).sight(files).community
    assert len(public.on_roll(DAY)) == 1 and public.on_roll(DAY)[0].who == ""
    assert public.company(shared.register) is files.company(shared.register)
    source = Source(shared, files, files.sessions[0], "public", DAY)
    assert source.holder("convenor") == "rose.marsh" and source.name(source.holder("convenor")) == ""
    (convenor,) = source.team(DAY)
    assert (convenor.role, convenor.backup) == ("convenor", "")


def test_a_story_is_there_where_its_teller_agreed() -> None:
    told = {
        "told": Story(title="A", consent=DAY, publish="yes", teller=Teller(who="rose.marsh", show="role")),
        "kept": Story(title="B", consent=DAY, teller=Teller(who="rose.marsh", show="nothing")),
        "untold": Story(title="C", publish="yes"),
    }
    assert set(seen("team", Plan(), other={"story": told}).other["story"]) == {"told", "kept", "untold"}
    members = seen("members", Plan(), other={"story": told}).other["story"]
    assert {key: one.teller.who for key, one in members.items()} == {"told": "rose.marsh", "kept": ""}
    assert set(seen("public", Plan(), other={"story": told}).other["story"]) == {"told"}


def test_somebody_is_credited_as_they_agreed_and_by_name_in_public_only_by_both_words() -> None:
    shared, files = workspace(Plan())
    for audience, name in (("members", "Rose Marsh"), ("public", "")):
        source = Source(shared, files, files.sessions[0], audience, DAY)  # type: ignore[arg-type]
        assert source.credited("rose.marsh", "name") == name
        assert source.credited("rose.marsh", "role") == "Nurse"
        assert source.credited("rose.marsh", "nothing") == ""


def test_records_are_made_ready_one_by_one_and_no_copy_of_a_mapping_passes_the_door() -> None:
    initiatives = {"a": Initiative(summary="Rose"), "b": Initiative(summary="Lee")}
    shared, files = workspace(Plan(), initiatives=initiatives)
    way = door(shared, "public", DAY)
    public = way.sight(files).community.initiatives
    assert way.kept.total() == 0
    assert public["a"].summary is WITHHELD and way.kept.total() == 1
    for copied in ({**public}, dict(public), dict(public.items())):
        assert [one.summary for one in copied.values()] == ["", ""]
    assert public.get("c") is None and public.get("b") is public["b"]
    assert way.kept.total() == 2, "each is read once"


def test_a_door_is_made_once_a_run() -> None:
    shared, files = workspace(Plan())
    assert door(shared, "public", DAY) is door(shared, "public", DAY)
    assert door(shared, "public", DAY).sight(files) is door(shared, "public", DAY).sight(files)
    assert door(shared, "public", DAY) is not door(shared, "members", DAY)


def test_no_session_has_a_number_in_public_where_one_between_two_would_be_missed() -> None:
    first, last = Plan(theme="A", number=3), Plan(theme="B", number=5)
    assert [one.plan.number for one in seen("public", first, HIDDEN, last).sessions] == [None, None]
    assert [one.plan.number for one in seen("members", first, HIDDEN, last).sessions] == [3, None, 5]
