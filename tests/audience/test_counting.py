"""What is counted on the whole of a community, and whose a part of a page is."""

from datetime import date

import pytest

from copkit.audience.counting import Counting, Many
from copkit.audience.withheld import ABSENT
from copkit.documents.standing import StandingProgramme
from copkit.models.base import Audience
from copkit.models.community import Community, Rhythm
from copkit.models.group import Group, GroupReport
from copkit.models.initiative import Initiative
from copkit.models.programme import Person
from copkit.models.session import Notes, Plan
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.places import Files

TODAY = date(2027, 1, 12)
PEOPLE = {
    "wren.adair": Person(name="Wren Adair", organisation="city"),
    "tomasz.zielinski": Person(name="Tomasz Zieliński", organisation="trust"),
}


def community() -> CommunityFiles:
    notes = Notes(present=("Wren Adair", "wren.adair", "Tomasz Zieliński", "Somebody Else", ""), others=2)
    session = Session("bare", "2027-01-05", Plan(date=date(2027, 1, 5)), notes, Rhythm())
    reports = (GroupReport(date=date(2027, 1, 5)), GroupReport(date=date(2027, 2, 2)), GroupReport())
    group = Group(name="Tea", lead="Wren Adair", members=("wren.adair", "Nobody Known"), reports=reports)
    return CommunityFiles(
        "bare", Files(), Community(id="bare"), (), (session,),
        groups={"tea": group}, initiatives={"page": Initiative(name="One page", problem="Two forms")},
    )  # fmt: skip


def test_everybody_is_counted_once_with_those_who_are_in_no_register() -> None:
    files = community()
    counting = Counting(Shared(people=PEOPLE), files, TODAY)
    assert counting.came(files.sessions[0]) == Many(people=5, places=2)
    assert counting.in_group("tea") == Many(people=2, places=1)
    assert counting.reports_of("tea") == 2


@pytest.mark.parametrize(
    ("audience", "made"), [("public", []), ("members", ["members"]), ("team", ["members", "team"])]
)
def test_a_part_is_made_for_those_alone_who_may_have_it(audience: Audience, made: list[str]) -> None:
    edition, asked = StandingProgramme(Shared(), audience, TODAY), []
    parts = [edition.only(wide, lambda wide=wide: asked.append(wide) or wide) for wide in ("members", "team")]
    assert asked == made == [one for one in parts if one is not ABSENT]
    assert edition.either(lambda: "members", lambda: "public") == ("public" if audience == "public" else "members")
