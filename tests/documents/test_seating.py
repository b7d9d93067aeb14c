"""Table plans: everybody sits once, and organisations mix."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from copkit.documents import document
from copkit.documents.seating import MOST_AT_A_TABLE, Seat, seat, table_count, unevenness
from copkit.documents.tables import TablePlan
from tests.documents.making import IN_PERSON, in_format, source

SECTOR = {"a": "acute", "b": "acute", "c": "council", "d": "voluntary", "e": ""}


@st.composite
def companies(draw: st.DrawFn, hosts: bool = False) -> list[Seat]:
    one = st.tuples(st.sampled_from("abcde"), st.booleans(), st.booleans())
    kinds = draw(st.lists(one, min_size=1, max_size=70))
    return [
        Seat(f"p{number:02}", organisation, SECTOR[organisation], newcomer, host and hosts)
        for number, (organisation, newcomer, host) in enumerate(kinds)
    ]


@given(companies(), st.integers(1, 12))
def test_everybody_sits_once_sizes_and_organisations_differ_by_one_at_most(people: list[Seat], wanted: int) -> None:
    count = table_count(len(people), wanted)
    tables = seat(people, count)
    assert sorted(one.id for table in tables for one in table) == [one.id for one in people]
    assert max(map(len, tables)) - min(map(len, tables)) <= 1
    assert unevenness(tables) == (0, 0)


@given(companies(hosts=True), st.integers(1, 12))
def test_each_table_has_a_host_as_far_as_there_are_hosts(people: list[Seat], wanted: int) -> None:
    tables = seat(people, table_count(len(people), wanted))
    hosts = [sum(one.host for one in table) for table in tables]
    assert sorted(one.id for table in tables for one in table) == [one.id for one in people]
    assert max(map(len, tables)) - min(map(len, tables)) <= 1
    assert not (0 in hosts and max(hosts) > 1)


@given(companies())
def test_the_order_in_which_people_are_listed_changes_nothing(people: list[Seat]) -> None:
    assert seat(people, table_count(len(people))) == seat(people[::-1], table_count(len(people)))


@given(companies())
def test_newcomers_of_an_organisation_do_not_sit_together_while_a_colleague_could_change_places(
    people: list[Seat],
) -> None:
    tables = seat(people, table_count(len(people)))
    for one in tables:
        for other in tables:
            if sum(p.newcomer for p in one) - sum(p.newcomer for p in other) >= 2:
                new = {(p.organisation, p.sector, p.host) for p in one if p.newcomer}
                old = {(p.organisation, p.sector, p.host) for p in other if not p.newcomer}
                assert not new & old


@given(st.integers(1, 500))
def test_without_a_number_of_tables_at_most_eight_sit_at_each(people: int) -> None:
    count = table_count(people)
    assert -(-people // count) <= MOST_AT_A_TABLE
    assert people >= count


def test_the_plan_of_a_session_leaves_out_those_who_have_left_and_marks_the_new() -> None:
    made = document("tables").build(source(IN_PERSON, "team"))
    assert isinstance(made, TablePlan)
    tables = [table for row in made.rows for table in row]
    seated = [name for table in tables for name in (table.host, *table.people)]
    on_the_wall = [name for sheet in made.sheets for column in sheet.columns for name, _ in column]
    assert "Zoë Barnes" not in seated
    assert Counter(seated) == Counter(on_the_wall)
    assert [found.name for found in made.first_timers] == ["Xia Chen", "Yara Haddad"]
    assert [table.host for table in tables] == ["Viktor Hale", "Wren Adair"]


def test_online_people_meet_in_rooms_and_a_cancelled_session_says_so() -> None:
    """Nobody looks for a table on a screen, nor for a session that is not held."""
    made_from = source(IN_PERSON)
    plan = made_from.planned.plan.but(place="online", status="cancelled", because="Snow")
    online = replace(made_from, planned=replace(made_from.planned, plan=plan))
    shown = in_format("tables", "txt", online).decode()
    assert "Breakout rooms: " in shown
    assert "Room 1\n" in shown
    assert re.search(r"\b[Tt]able\b", shown) is None
    assert "This session is cancelled. Why: Snow." in shown


def test_people_of_one_organisation_are_not_said_to_meet_others() -> None:
    made_from = source(IN_PERSON)
    one = {key: person.but(organisation="hospice") for key, person in made_from.registers.people.items()}
    alone = replace(made_from, registers=replace(made_from.registers, people=one))
    several, shown = (" ".join(in_format("tables", "txt", of).decode().split()) for of in (made_from, alone))
    assert "people from elsewhere" in several
    assert "from 1 organisation." in shown and "from elsewhere" not in shown
