"""A name is kept out of what the public reads wherever somebody may have typed it, and so is an unlisted day."""

from collections import Counter
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from copkit.audience.edition import CommunityEdition
from copkit.audience.naming import Naming
from copkit.audience.reader import Reader
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.models.initiative import Adoption, Evidence, Initiative
from copkit.models.programme import Person
from copkit.models.session import Plan, Segment
from copkit.people.circle import Circle
from copkit.people.discretion import Discretion
from copkit.people.known import Known

NAMES = Discretion(Known({}, {}), Circle({"omar.farouk": Person(name="Omar Farouk")}))
PUBLIC = Reader("public", NAMES, (), Counter())


def test_the_key_of_an_entry_is_read_like_any_text() -> None:
    costs = {"Omar Farouk's time": 300, "rooms": 40}
    assert PUBLIC.record(BlueprintNotes(costs=costs)).costs == {"rooms": 40}
    adoption = {"Dr Farouk's clinic": Adoption(status="adopted"), "farouk-house": Adoption(status="aware")}
    assert list(PUBLIC.record(Initiative(adoption=adoption)).adoption) == ["farouk-house"]


def test_what_is_to_be_called_after_a_method_or_an_organisation_may_name_somebody() -> None:
    plan = Plan(methods=("the Farouk way", "fishbowl"), agenda=(Segment(minutes=5, method="Omar's round"),))
    seen = PUBLIC.record(plan)
    assert (seen.methods, seen.agenda[0].method) == (("fishbowl",), "")
    assert PUBLIC.record(Initiative(could_help=("Omar Farouk's clinic", "icb"))).could_help == ("icb",)


def test_a_text_beside_a_session_that_is_not_listed_does_not_tell_its_day() -> None:
    one = Initiative(next_step="Back at the away day of 1 July", more="See 1 June")
    one = one.but(evidence=(Evidence(measure="calls", source="the session of 1 July 2026"),))
    seen = PUBLIC.beside({"2026-07-01": date(2026, 7, 1)}).record(one)
    assert (seen.next_step, seen.more, seen.evidence[0].source) == ("", "See 1 June", "")


@pytest.mark.parametrize("audience", ["public", "members"])
def test_who_tells_a_story_by_role_and_is_in_no_register_is_not_named(audience: Any) -> None:
    people = {"omar.farouk": Person(name="Omar Farouk", job="Consultant")}
    of: Any = SimpleNamespace(
        person=lambda typed: typed, registers=SimpleNamespace(people=people), naming=Naming(people, audience)
    )
    assert CommunityEdition.credited(of, "Zofia Kowal", "role") == ""
    assert CommunityEdition.credited(of, "omar.farouk", "role") == "Consultant"
