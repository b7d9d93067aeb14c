"""What an entry of the hub, its index and a group's report say, and what they keep from the public."""

from datetime import date
from typing import Any

import pytest

from copkit import lexicon
from copkit.documents.exemplar import entry
from copkit.documents.group_report import group_report
from copkit.render import FORMATS, html
from copkit.render.views import context
from tests.documents.exemplar.making import as_of_today, in_format, view_of
from tests.judges.paper import pages
from tests.shell import ROOT

NAMES = ("Rosa", "Tomasz", "Zieli", "Tomek", "Viktor", "Hale", "Wren", "Xia", "Chen", "Yara", "Haddad")
"""People of the register who have not agreed to be named in public; Rosa Lind has, and no text needs her."""


def test_members_meet_those_who_carry_it_and_can_help() -> None:
    text = " ".join(in_format("one-page", "txt", "members").decode().split())
    for said in ("Viktor Hale", "Una Okafor (City Council)", "Xia Chen (Seaport Hospitals)", "Rosa's ward first"):
        assert said in text
    assert lexicon.text("figures.names_somebody") not in text


def test_a_narrower_view_does_not_have_the_wider_fields() -> None:
    own = {"one-page": {"owner", "looked_at", "helpers"}, "group-tea": {"lead", "people", "reports", "asks"}}
    for name, wider in own.items():
        public, members = (context(view_of(name, who)[1]).keys() for who in ("public", "members"))
        assert members - public == wider
        assert not public - members


def test_a_sponsor_is_named_in_public_where_the_sponsor_agreed() -> None:
    assert ("Sponsor", "Zoë Barnes") in view_of("one-page")[1].behind


def test_few_people_measured_are_hidden_from_the_public_and_not_from_members() -> None:
    few = view_of("one-page")[1].measured[1]
    assert (few.before, few.after, few.number) == ("", "hidden", "Fewer than 5 measured")
    told = view_of("one-page", "members")[1].measured[1]
    assert (told.before, told.after, told.number) == ("1 of 4", "3 of 4", "4 measured")


def test_what_is_measured_later_is_not_known_today() -> None:
    assert len(view_of("one-page")[1].measured) == 2
    assert len(view_of("one-page", "public", date(2026, 7, 2))[1].measured) == 3


def test_adoption_stands_as_on_the_day_with_mergers_followed_and_stopping_shown() -> None:
    view = view_of("one-page")[1]
    assert [(one.words, one.who) for one in view.users] == [
        ("3 of 5 use it", "Seaport Hospitals, since May 2026; Ferry and Lantern, since June 2026"),
        ("1 knows of it", "City Council, since June 2026"),
        ("1 stopped using it", "Harbour MH, since June 2026"),
    ]
    earlier = view_of("one-page", "public", date(2026, 5, 25))[1]
    assert earlier.users[0].words == "2 of 5 use it"  # Seaport Hospitals and Harbour MH, which had not stopped yet
    assert earlier.since == "It is an exemplar since 20 May 2026."


def test_what_to_do_is_what_was_typed_for_it_else_what_must_stay_and_how_to_begin() -> None:
    view = view_of("one-page")[1]
    assert view.do_this == ("One page", "It is read aloud")  # the third names somebody, and stands below in a cell
    assert view_of("one-page", "members")[1].do_this[2] == "Ask Yara for the page."
    assert view_of("one-page", "members")[1].besides == ()  # nothing is said twice
    typed = view_of("quiet-keys")[1]
    assert typed.do_this == ("Ask for the quiet ring", "Try it on", "Take it home")
    assert [(one.word, one.text) for one in typed.besides] == [
        ("And then", "Tell the next ward."), ("What must stay", "The keys."),
    ]  # fmt: skip


def test_nobody_is_told_to_do_what_is_only_being_tested_and_the_last_test_stands_there() -> None:
    view = view_of("warm-lamps")[1]
    assert view.do_this == ()
    assert view.tested == (
        ("The last test, 4 June 2026", "Plan: One lamp. Done: Hung by the door. Seen: Four people slept."),
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("one-page", ""),
        ("warm-lamps", "Not yet an exemplar: it is only spotted so far."),
        ("quiet-keys", "Not yet an exemplar: it is promising."),
        ("blue-phone", "Not an exemplar: it was stopped."),
    ],
)
def test_an_initiative_that_is_no_exemplar_says_so(name: str, said: str) -> None:
    assert view_of(name)[1].not_yet == said


def test_the_index_lists_by_stage_and_counts_the_rest() -> None:
    view = view_of("hub")[1]
    assert [shelf.title.split(":")[0] for shelf in view.shelves] == ["Spreading", "Promising"]
    assert [one.name for shelf in view.shelves for one in shelf.rows] == ["One page at dawn", "Quiet keys"]
    assert view.shelves[0].rows[0].adopted == "3 of 5"
    assert view.shelves[0].rows[0].evidence == "Before and after"  # the evaluation is of July
    assert (view.exemplars, view.earlier, view.stopped) == (1, 1, 1)


@pytest.mark.parametrize(
    ("name", "today", "said"),
    [
        ("group-quiet-doors", date(2026, 6, 20), "Finished on 15 June 2026, 5 days late."),
        ("group-quiet-doors", date(2026, 6, 10), "Not finished: today is its last day."),
        ("group-quiet-doors", date(2026, 6, 9), "Not finished: 1 day to go, until 10 June 2026."),
        ("group-quiet-doors", date(2026, 5, 1), "Not finished: it starts on 10 May 2026."),
        ("group-late-buses", date(2026, 6, 20), "Not finished: 19 days over its day, 1 June 2026."),
        ("group-tea", date(2026, 6, 20), "It has no end: it goes on as long as its members find it useful."),
    ],
)
def test_a_report_says_whether_the_group_has_finished(name: str, today: date, said: str) -> None:
    assert view_of(name, "members", today)[1].standing == said


def test_a_result_and_reports_of_later_days_are_not_known_yet() -> None:
    view = view_of("group-quiet-doors", "members", date(2026, 6, 10))[1]
    assert (view.result, len(view.reports)) == ("", 1)
    now = view_of("group-quiet-doors", "members")[1]
    assert now.result == "Felt on forty doors. Wren could sleep."
    assert [one.asks for one in now.asks] == ["A carpenter for a day"]  # “Nothing yet” is no ask


def test_small_groups_are_not_counted_in_public_and_nobody_is_counted_twice() -> None:
    assert view_of("group-quiet-doors")[1].who == "A few people"
    assert view_of("group-quiet-doors", "members")[1].who == "4 people from 3 organisations"
    assert view_of("group-late-buses")[1].who == "6 people from 4 organisations"


def test_every_document_of_the_demonstration_that_promises_a_page_keeps_to_it() -> None:
    made = {}
    for of in as_of_today("members", ROOT):
        views: list[tuple[str, str, Any]] = [("exemplar", key, entry(of, key)) for key in of.community.initiatives]
        reports = [("group_report", key, group_report(of, key)) for key in of.community.groups]
        for template, key, view in (*views, *reports):
            data = FORMATS["pdf"](html(template, view), view.meta)
            made[key, template] = pages(data)
    assert len(made) > 15
    assert {name: number for name, number in made.items() if number != 1} == {}
