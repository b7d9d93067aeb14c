"""Thin, odd and broken years: each gives a report that is right and says what is missing."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from copkit.documents.annual import Annual
from copkit.documents.synthesis.talk import build
from copkit.metrics import Period
from tests.documents.synthesis.making import annual, in_format, page, said, small
from tests.documents.synthesis.test_links import COMMUNITIES
from tests.pace import within

PEOPLE = """\
ann.lee: {name: Ann Lee, organisation: acute}
ben.orr: {name: Ben Orr, organisation: county}
cat.fox: {name: Cat Fox, organisation: acute}
"""
ORGANISATIONS = """\
acute: {name: Acme Hospital, short: Acme, sector: acute}
county: {name: Dale Council, short: Dale, sector: local-authority}
"""
COMMUNITY = """\
id: one
name: One community
domain: {focus: Falls}
community: {organisations: [acute, county]}
"""
BASE = {
    "programme/people.yaml": PEOPLE,
    "programme/organisations.yaml": ORGANISATIONS,
    "one/community.yaml": COMMUNITY,
    "one/members.yaml": "- {who: ann.lee, joined: 2026-04-01}\n- {who: ben.orr, joined: 2026-04-01}\n",
}


def notes(day: str, present: str = "[ann.lee, ben.orr]", capture: str = "") -> dict[str, str]:
    """A session that was held, with its notes."""
    lines = "".join(f"  {line}\n" for line in capture.splitlines())
    body = f"capture: |\n{lines}" if capture else ""
    return {
        f"one/sessions/{day}.yaml": "place: online\ntheme: Falls at home\nstatus: held\n",
        f"one/sessions/{day}.notes.yaml": f"present: {present}\n{body}",
    }


def test_an_empty_year(tmp_path: Path) -> None:
    of = small(tmp_path, BASE)
    text = said(of)
    for words in (
        "No session was planned in this period.",
        "No session has been held in this period, so there is nobody to count.",
        "Nobody noted a success, a challenge, an opportunity or a threat",
        "No connection was noted.",
        "No action was noted in this period.",
        "No group was at work in this period.",
        "No initiative is on record yet.",
        "No story has been written down yet.",
        "There are no feedback forms of this period.",
        "Nobody noted a shift in a session.",
        "No event elsewhere is on record for this period.",
    ):
        assert words in text, words
    assert "<figure" not in page(of)
    assert "0 of 0" not in text
    assert "No meeting is on record" in said(of, one_page=True)


def test_one_session_is_no_trend(tmp_path: Path) -> None:
    of = small(tmp_path, {**BASE, **notes("2026-06-09", capture="action: ann.lee | ring Ben | 1 Jul")})
    text = said(of)
    assert "Two people came to the session" in text
    assert "With fewer than three sessions nothing is called a trend." in text
    assert "grew" not in text
    assert "Attendance fell" not in text
    assert "Actions so far" not in page(of), "no line is drawn over time"


RHYTHM = "rhythm: {kind: monthly, meetings: 10, pattern: second tuesday}\n"


def test_fewer_planned_than_the_rhythm_asks_for_is_said(tmp_path: Path) -> None:
    text = said(small(tmp_path, {**BASE, "one/community.yaml": COMMUNITY + RHYTHM, **notes("2026-04-14")}))
    assert "1 planned so far, of 10 that the rhythm asks for." in text
    assert "| Sessions planned for the whole period | 1, of 10 that the rhythm asks for | D1 |" in text
    assert "The first session" not in text
    files = {**BASE, "one/community.yaml": COMMUNITY + RHYTHM, **notes("2026-04-14")}
    over = said(small(tmp_path, files, today=date(2027, 4, 2)))
    assert "1 planned, of 10 that the rhythm asks for." in over
    none = {**BASE, "one/community.yaml": COMMUNITY + RHYTHM}
    assert "None planned so far, of 10 that the rhythm asks for." in said(small(tmp_path / "none", none))


def test_a_year_that_began_midway_says_since_when(tmp_path: Path) -> None:
    text = said(small(tmp_path, {**BASE, "one/community.yaml": COMMUNITY + RHYTHM, **notes("2026-10-13")}))
    assert "1 planned so far, of 10 that the rhythm asks for. The first session of the community was" in text
    assert "planned for October 2026." in text


def test_as_many_as_the_rhythm_asks_for_are_not_compared(tmp_path: Path) -> None:
    once = COMMUNITY + "rhythm: {kind: convenings, meetings: 1, over_months: 6}\n"
    text = said(small(tmp_path, {**BASE, "one/community.yaml": once, **notes("2026-06-09")}))
    assert "asks for" not in text
    unsaid = said(small(tmp_path, {**BASE, **notes("2026-06-09")}))
    assert "asks for" not in unsaid, "nobody wrote a rhythm"


def test_a_session_in_place_of_one_that_was_cancelled_is_not_one_too_many(tmp_path: Path) -> None:
    once = COMMUNITY + "rhythm: {kind: convenings, meetings: 1}\n"
    files = {**BASE, "one/community.yaml": once, **notes("2026-06-09")}
    cancelled = {"one/sessions/2026-05-12.yaml": "place: online\nstatus: cancelled\n"}
    assert "asks for" not in said(small(tmp_path / "a", {**files, **cancelled}))
    text = said(small(tmp_path / "b", {**files, **notes("2026-07-14")}))
    assert "2 planned, more than the 1 that the rhythm asks for." in text


def test_convenings_are_counted_over_their_own_months(tmp_path: Path) -> None:
    six = COMMUNITY + "rhythm: {kind: convenings, meetings: 3, over_months: 6}\n"
    text = said(small(tmp_path, {**BASE, "one/community.yaml": six, **notes("2026-06-09"), **notes("2026-11-10")}))
    assert "1 planned from 1 April 2026 to 30 September 2026, of 3 that the rhythm asks for." in text


def test_a_young_community_is_not_buried_in_noughts(tmp_path: Path) -> None:
    files = {**BASE, **notes("2026-09-08", capture="idea: one form #visits"), **notes("2026-10-13")}
    files |= notes("2026-11-10", capture="decision: one number #night\naction: ann.lee | ring Ben | 1 Dec")
    text = said(small(tmp_path, files))
    assert "No story has been written down yet." in text
    assert "Value, step by step" not in text, "eight steps without a story say it eight times"
    assert "Each came up once: Night, Visits." in text and "Figure 3" not in text
    assert "Nothing under “at spotted”, “at exploring”" in " ".join(text.split())
    assert "Groups started" in text and "Groups at work that reported lately" not in text
    assert text.count(" 0 initiatives") < 4


def test_a_title_over_hidden_sessions_does_not_speak_for_them(tmp_path: Path) -> None:
    names = [f"p{number}" for number in range(8)]
    people = "".join(f"{name}: {{name: First Last{name}, organisation: acute}}\n" for name in names)
    files = {**BASE, "programme/people.yaml": people, "one/members.yaml": ""}
    files |= notes("2026-09-08", "[p0, p1, p2]") | notes("2026-11-10", "[p0, p1]")
    assert "Who came was not written down" not in said(small(tmp_path / "few", files, "public"))
    files |= notes("2026-10-13", "[p0, p1, p2, p3, p4, p5]")
    text = " ".join(said(small(tmp_path / "more", files, "public")).split())
    assert "Six people came to one session; how many came to two more is hidden" in text
    assert "came to the session" not in text
    files |= notes("2026-10-20", f"[{', '.join(names)}]")
    text = " ".join(said(small(tmp_path / "most", files, "public")).split())
    assert "Between 6 and 8 people came to two sessions; how many came to two more is hidden" in text


def test_no_attendance_at_all(tmp_path: Path) -> None:
    files = {**BASE, **notes("2026-06-09", "[]", "success: it works"), **notes("2026-07-14", "[]")}
    text = said(small(tmp_path, files))
    assert "Who came was not written down on 9 June 2026, 14 July 2026." in text
    assert "These sessions are in no figure of attendance." in text
    assert "| 9 Jun | online | Falls at home | not written down | – | – |" in text
    assert "It works (9 Jun)" in text
    assert "Both meetings are on record" in text and "Who came is not on record" in text
    assert "2 of 2 sessions have no record of who came: 9 June 2026, 14 July 2026." in text


def test_a_session_without_notes_is_named(tmp_path: Path) -> None:
    files = {**BASE, **notes("2026-06-09"), "one/sessions/2026-07-14.yaml": "place: online\nstatus: held\n"}
    text = said(small(tmp_path, files))
    assert "There are no notes of 14 Jul." in text
    assert "sessions have no notes: 14 July 2026." in text


def test_a_merged_organisation_counts_once(tmp_path: Path) -> None:
    files = {
        **BASE,
        "programme/organisations.yaml": ORGANISATIONS
        + "old: {name: Old Hospital, short: Old, sector: acute, became: acute, since: 2026-09-01}\n",
        "programme/people.yaml": PEOPLE + "dee.ray: {name: Dee Ray, organisation: old}\n",
        "one/community.yaml": COMMUNITY.replace("[acute, county]", "[acute, county, old]"),
        "one/initiatives/form.yaml": (
            "name: One form\nsurfaced: 2026-06-09\nstage: testing\nadoption:\n"
            "  old: {status: adopted, date: 2026-07-01}\n  county: {status: in-progress, date: 2026-07-01}\n"
        ),
        **notes("2026-06-09", "[dee.ray, ben.orr]"),
        **notes("2026-10-13", "[dee.ray, ann.lee]"),
    }
    text = said(small(tmp_path, files))
    assert "| Organisations that took part, of those in scope | 2 of 2 | R1 |" in text
    assert "| Acme | Adopted, 1 Jul 2026 |" in text
    assert "| Old | Adopted" not in text
    assert "One of two organisations has adopted “One form”, and one is on the way" in text


def test_a_merged_organisation_is_one_among_the_connections(tmp_path: Path) -> None:
    places = "old: {name: Old Hospital, short: Old, sector: acute, became: acute, since: 2026-09-01}\n"
    places += "gone: {name: Gone Hospice, short: Gone, sector: hospice, became: home, since: 2026-09-01}\n"
    places += "home: {name: Home Hospice, short: Home, sector: hospice}\n"
    more = "dee.ray: {name: Dee Ray, organisation: old}\neve.ash: {name: Eve Ash, organisation: gone}\n"
    files = {
        **BASE,
        "programme/organisations.yaml": ORGANISATIONS + places,
        "programme/people.yaml": PEOPLE + more,
        "one/community.yaml": COMMUNITY.replace("[acute, county]", "[acute, county, old, gone]"),
        **notes(
            "2026-06-09",
            "[dee.ray, ben.orr, ann.lee, eve.ash]",
            "connect: dee.ray + ben.orr | a\nconnect: dee.ray + ann.lee | b\nconnect: ann.lee + ben.orr | c",
        ),
        **notes("2026-10-13", "[eve.ash, ann.lee]"),
    }
    of = small(tmp_path, files)
    text = said(of)
    assert "| Acme | Dale (2), within itself | 3 |" in text
    assert "Took part, and nobody noted a connection yet: Home." in text
    assert "| Pairs of organisations linked, of all that took part | 1 of 3 | C4 |" in text
    assert "| Pairs across organisations, of all pairs | 2 of 3 | C2 |" in text, "by the rule of the matrix"
    for name in ("Old", "Gone"):
        assert not re.search(rf"\b{name}\b", text.split("4 Connections")[1].split("5 ")[0]), name


def test_somebody_who_moved_counts_where_they_were_on_the_day(tmp_path: Path) -> None:
    moved = "organisation: [{id: acute, from: 2026-01-01}, {id: county, from: 2026-09-01}]"
    files = {
        **BASE,
        "programme/people.yaml": f"ann.lee: {{name: Ann Lee, {moved}}}\n",
        **notes("2026-06-09", "[ann.lee]"),
        **notes("2026-10-13", "[ann.lee]"),
    }
    text = said(small(tmp_path, files))
    assert "| Acute hospitals | 1 | – | 1 |" in text
    assert "| Local authorities | – | 1 | 1 |" in text
    assert "| Different people who came | 1 | M2 |" in text


def test_a_leaver_who_was_erased_still_counts_without_a_name(tmp_path: Path) -> None:
    files = {
        **BASE,
        **notes("2026-06-09", "[former-member-1, ann.lee]", "connect: former-member-1 + ann.lee | lifts"),
    }
    text = said(small(tmp_path, files))
    assert "| Different people who came | 2 | M2 |" in text
    assert "former-member-1" not in text


def test_adopted_and_then_stopped(tmp_path: Path) -> None:
    adoption = (
        "name: One form\nsurfaced: 2026-06-09\nstage: testing\nadoption:\n  acute:\n    status: stopped\n"
        "    date: 2026-10-01\n    history: [{date: 2026-07-01, status: adopted}]\n  county: {status: not-yet}\n"
    )
    files = {**BASE, "one/initiatives/form.yaml": adoption, **notes("2026-06-09")}
    text = said(small(tmp_path, files))
    assert "| Acme | Stopped, 1 Oct 2026 |" in text
    assert "| **Adopted** | 0 of 2 |" in text
    earlier = said(small(tmp_path, files, today=date(2026, 8, 1)))
    assert "| Acme | Adopted, 1 Jul 2026 |" in earlier
    assert "| **Adopted** | 1 of 2 |" in earlier


def test_a_review_in_another_years_file(tmp_path: Path) -> None:
    files = {
        **BASE,
        **notes("2026-06-09"),
        "one/reviews/2027-28.yaml": "headline: We fixed it\nagreed_by: [ann.lee]\n",
    }
    text = said(small(tmp_path, files))
    assert "We fixed it" not in text
    assert "The team has not written its review, so nothing is asked of leaders." in text
    assert "2027-28" in text, "the reader is told where a review lies"


def test_a_review_with_a_few_words_says_what_it_lacks(tmp_path: Path) -> None:
    text = said(small(tmp_path, {**BASE, **notes("2026-06-09"), "one/reviews/2026-27.yaml": "final: no\n"}))
    for words in (
        "The team's review asks nothing of leaders.",
        "No story has been told and nothing has been measured before and after.",
        "Not agreed by the team yet",
    ):
        assert words in text, words


def test_dates_across_the_end_of_a_year(tmp_path: Path) -> None:
    files = {**BASE, **notes("2027-03-31"), **notes("2027-04-01"), **notes("2026-03-31"), **notes("2026-04-01")}
    of = small(tmp_path, files, today=date(2027, 6, 1))
    text = said(of)
    assert "Two people came to each session" in text
    assert "| Attendances, all sessions together | 4 | 2 | M3 |" in text, "this year two sessions, last year one"
    assert "31 March 2026" not in text.partition("## Annex")[0]
    assert "1 April 2027" not in text.partition("## Annex")[0].partition("## 13")[0]


def test_other_days_than_a_whole_year(tmp_path: Path) -> None:
    files = {**BASE, **notes("2026-12-08"), **notes("2027-01-12"), **notes("2027-04-13")}
    whole = small(tmp_path, files, today=date(2027, 6, 1))
    of = Annual(
        whole.shared,
        whole.community,
        whole.year,
        Period(date(2027, 1, 1), date(2027, 4, 30)),
        "members",
        whole.today,
    )
    text = said(of)
    assert text.startswith("One community\n\nSynthesis of a period, 1 January 2027 to 30 April 2027: a draft\n")
    assert "2 of 2 sessions held" in text
    assert "| What was counted | This period | Code |" in text


def test_a_year_of_weeks_stays_within_the_page(tmp_path: Path) -> None:
    files = dict(BASE)
    for week in range(40):
        day = (date(2026, 4, 7) + timedelta(weeks=week)).isoformat()
        files |= notes(day, capture="success: it works #forms")
    text = said(small(tmp_path, files, today=date(2027, 4, 2)))
    assert "| Sector | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | Jan | All |" in text
    assert "| Theme | Apr | May |" in text


def test_a_quote_without_consent_or_a_story_without_it_is_not_shown(tmp_path: Path) -> None:
    story = "title: The lift\ndate: 2026-06-09\ncycles: {immediate: Ann gave me a lift}\n"
    files = {**BASE, **notes("2026-06-09"), "one/stories/2026-06-lift.yaml": story}
    text = said(small(tmp_path, files))
    assert "The lift" not in text
    assert "1 story is counted and not shown here, since the teller has not agreed to it yet." in text


def test_long_words_of_people_stay_on_the_board_page(tmp_path: Path) -> None:
    long = "We learned that nothing works unless everybody who is asked to do it was asked before " * 4
    three = f"['{long}', '{long}', '{long}']"
    review = f"headline: {long}\nwhat_changed: {long}\nshifts: {three}\nasks_of_leaders: {three}\n"
    capture = "action: ann.lee | ring Ben | 1 Jul\nconnect: ann.lee + ben.orr | lifts"
    files = {**BASE, "one/reviews/2026-27.yaml": review, **notes("2026-06-09", capture=capture)}
    files |= notes("2026-07-14") | notes("2026-09-08", "[ann.lee]")
    files["one/initiatives/form.yaml"] = (
        f"name: {long[:90]}\nsurfaced: 2026-06-09\nstage: testing\n"
        "adoption: {acute: {status: adopted, date: 2026-07-01}}\n"
    )
    made = in_format(small(tmp_path, files), "pdf", "synthesis_page")
    assert pages(made) == 1


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def test_five_thousand_members(tmp_path: Path) -> None:
    names = [f"p{number:04}" for number in range(5000)]
    files = {
        **BASE,
        "programme/people.yaml": "".join(
            f"{name}: {{name: First{name} Last{name}, organisation: {'acute' if place % 2 else 'county'}}}\n"
            for place, name in enumerate(names)
        ),
        "one/members.yaml": "".join(f"- {{who: {name}, joined: 2026-04-01}}\n" for name in names),
    }
    for month in (5, 6, 7, 9):
        files |= notes(
            f"2026-{month:02}-12", f"[{', '.join(names[:: month - 3])}]", "connect: p0000 + p0001 | lifts"
        )
    for audience in ("members", "public"):
        of = small(tmp_path, files, audience)
        with within(400):
            made = page(of)
        assert "2,500" in made


def test_actions_of_last_year_are_carried_over(tmp_path: Path) -> None:
    update = "- {date: 2026-05-20, action: 2026-03-10/1, status: done}\n"
    files = {**BASE, "one/updates.yaml": update}
    for day in ("2026-03-10", "2026-04-14", "2026-05-12", "2026-11-27"):
        files |= notes(day, capture="action: ann.lee | ring Ben | 1 Dec")
    months = build(small(tmp_path, files)).months
    assert [(one.name, one.opened, one.closed, one.open) for one in months][:3] == [
        ("Apr", 1, 0, 2),
        ("May", 1, 1, 2),
        ("Jun", 0, 0, 2),
    ]
    assert (months[-1].name, months[-1].opened, months[-1].open) == ("Nov", 1, 3), "today's are among them"
    assert all(one.open == one.opened_so_far - one.closed_so_far for one in months)
    assert "1 action was open already when the period began" in said(small(tmp_path, files))


@pytest.mark.parametrize("community", COMMUNITIES)
def test_what_is_open_is_what_was_taken_on_less_what_was_done(community: str) -> None:
    months = build(annual(community)).months
    assert months
    assert all(one.open == one.opened_so_far - one.closed_so_far for one in months)


def test_what_was_written_down_of_some_sessions_is_not_said_of_all(tmp_path: Path) -> None:
    silent = {"one/sessions/2026-05-12.yaml": "place: online\nstatus: held\n"}
    text = said(small(tmp_path / "a", {**BASE, **notes("2026-04-14"), **silent}))
    assert "Who came to **1 of 2** meetings: nobody wrote it down." in text
    assert "Two people came to one session; who came to one more was not written down" in text
    text = said(small(tmp_path / "b", {**BASE, **notes("2026-04-14"), **notes("2026-06-09"), **silent}))
    assert "Two people came to each of two sessions; who came to one more was not written down" in text
    assert "One person came. That is too little to call anything a finding" in said(
        small(tmp_path / "c", {**BASE, **notes("2026-04-14", "[ann.lee]")})
    )


def test_where_nobody_wrote_what_was_said_nobody_is_said_to_have_noted_none(tmp_path: Path) -> None:
    text = said(small(tmp_path, {**BASE, **notes("2026-04-14")}))
    assert text.count("What was said was not written down.") == 4
    assert not re.search("[Nn]obody noted|No connection was|No action was", text)
    assert text.count("– if people had met by chance |") == 2, "beside C2 and C3, not beside a row that is left out"


def test_a_connection_that_the_public_may_not_count_is_not_none(tmp_path: Path) -> None:
    files = {**BASE, **notes("2026-04-14", capture="connect: ann.lee + ben.orr | falls")}
    text = said(small(tmp_path, files, audience="public"))
    assert "No connection was noted" not in text
    assert "How many pairs of people were linked is hidden" in text


def test_pairs_within_one_organisation_are_not_of_nought_possible(tmp_path: Path) -> None:
    capture = "connect: ann.lee + cat.fox | falls"
    made = page(small(tmp_path, {**BASE, **notes("2026-04-14", "[ann.lee, cat.fox]", capture)}))
    assert "within itself" in made
    assert "0 of 0" not in made
