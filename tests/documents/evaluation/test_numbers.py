"""What was planned and what was delivered, as the founding documents give it; and where each figure comes from."""

import re
from pathlib import Path

import pytest

from copkit.dates import say_date
from copkit.documents.evaluation.delivery import decided, delivered, planned, terms
from copkit.documents.evaluation.people import feedback, participants, quotes
from copkit.documents.evaluation.view import report
from copkit.render import html
from tests.documents.evaluation.making import commission, evaluation, in_format, single, text


def test_four_communities_with_three_convenings_each_over_twelve_months() -> None:
    asked = terms(commission())
    assert asked is not None
    assert (asked.by, asked.provider) == ("Example Cancer Alliance", "Example Innovation Network")
    assert (asked.communities, asked.convenings_each, asked.months) == (4, 3, 12)
    assert [tuple(row) for row in planned(commission())] == [
        ("Communities", "4", "4"),
        ("Convenings", "12: 3 for each", "12: 3 in each"),
        ("Months", "12", "10 so far"),
        ("Hours together", "30", "29.85"),
    ]
    assert [row.cells[1].said for row in delivered(commission())] == ["3 of 3"] * 4


def test_three_trusts_decided_each_domain_with_others() -> None:
    found = decided(commission())
    assert len(found) == 4
    for one in found:
        assert {"Anytown Hospitals", "Hillview", "Riverbank"} <= set(one.organisations)
        assert one.day.endswith("January 2026") and one.decision and len(one.options) == 3 and one.who == ()
    assert all(one.who for one in decided(commission("members")))


def test_more_than_250_people_took_part() -> None:
    who = participants(commission())
    assert (who.once.said, who.summed.said, who.several.said) == ("260", "295", "32 of 260 (12%)")
    assert sum(int(row.cells[0].said) for row in who.communities) == 295
    said = text(commission())
    assert "Four communities held 12 sessions with 260 different people" in said
    assert "23 of 25 (92%)" in said


def test_groups_of_participants_add_up_and_small_ones_are_not_shown() -> None:
    members, public = participants(commission("members")), participants(commission())
    for groups in (members.sectors, members.jobs):
        assert sum(int(one.people.split()[0]) for one in groups) == 260
    assert public.jobs[-1].name == "Others" and "not shown" in public.jobs[-1].people
    hidden = 260 - sum(int(one.people.split()[0]) for one in public.jobs[:-1])
    assert hidden >= 5
    assert all(int(one.people.split()[0]) >= 5 for one in (*public.jobs[:-1], *public.sectors[:-1]))


def test_feedback_has_its_n() -> None:
    rows = {row.name: row.number.said for row in feedback(commission())}
    assert rows["Worth my time (4 or 5 of 5)"] == "254 of 314 (81%)"
    assert rows["Forms, of the people who were there"] == "314 of 562 (56%)"


def test_quotes_come_from_every_community_and_name_nobody() -> None:
    found = quotes(commission())
    assert {one.community for one in found} == {
        "Operational Teams", "Patient Involvement", "Rehabilitation", "Ultrasound Imaging",
    }  # fmt: skip
    people = commission().first.shared.people
    assert not {one.more for one in found} & {one.name for one in people.values()}


def test_what_changed_is_stories_measures_and_adoption() -> None:
    changed = report(commission()).changed
    assert len(changed.stories) == 4 and changed.untold == 0
    assert {one.name: one.stories for one in changed.rungs}["Realised"] == 3
    assert changed.adoption.total.said == "11 of 17 (65%)"
    assert ("The transfer sheet", "From 7 in six months to 0 in six months", "388") in [
        (one.name, one.result, one.size) for one in changed.results
    ]


def test_recommendations_have_an_owner_and_are_the_communities_own() -> None:
    found = report(commission())
    assert len(found.first) == 3 and len({one.community for one in found.first}) == 3
    assert all(one.more for one in (*found.lessons.recommendations, *found.lessons.promises))
    written = {ask.ask: ask for one in commission().annuals if one.review for ask in one.review.asks}
    assert {one.what for one in found.lessons.recommendations} == set(written)
    for one in found.lessons.recommendations:
        ask = written[one.what]
        assert ask.who in one.more and ask.cost in one.more and ask.by and say_date(ask.by) in one.more


def test_one_community_that_nobody_commissioned_has_a_report_as_well() -> None:
    said = text(single())
    assert "This work was not commissioned" in said
    assert "GDm-Health: 4 of 7 organisations have adopted it, and three more are on the way." in said
    assert "The community held three sessions with 18 different people" in said


@pytest.mark.parametrize("audience", ["public", "members"])
def test_every_figure_leads_to_an_entry_of_the_annex(audience: str) -> None:
    page = html("evaluation.html.j2", report(commission(audience)))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="#([^"]+)"', page)
    assert len(links) > 50 and set(links) <= set(ids)


def test_the_same_files_give_the_same_bytes() -> None:
    assert in_format(commission(), "pdf") == in_format(commission(), "pdf")


def test_communities_that_never_met_have_no_sentence_about_a_number_that_there_is_not(tmp_path: Path) -> None:
    files = {"programme/programme.yaml": "host: ours\nsystem: Our system\n"}
    for name in ("one", "two"):
        files[f"{name}/community.yaml"] = (
            f"id: {name}\nname: {name}\ngovernance: commissioned\n"
            "commission: {by: Them, date: 2026-04-01, months: 12, communities: 2, convenings_each: 3}\n"
        )
    for path, words in files.items():
        target = tmp_path / "communities" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words, encoding="utf-8")
    of = evaluation(tmp_path, (), "team", together=True, today="2027-05-20")
    assert "Different people who took part: no session was held." in text(of)
    assert "was held different people" not in text(of)
    assert tuple(planned(of)[2]) == ("Months", "12", "all 12 have passed"), "time that passed is not delivered"
