"""What an audience may not see is in none of its syntheses, in no format."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from copkit.documents.annual import Annual
from copkit.documents.evidence import evidence_file
from copkit.documents.source import Audience
from copkit.findings import Position
from copkit.metrics import Period
from copkit.models.challenges import Challenge, ChallengeEntry
from copkit.models.cohorts import Cohort
from copkit.models.community import Community, Member
from copkit.models.events import Event
from copkit.models.fields import fields
from copkit.models.group import Group, GroupReport
from copkit.models.health import HealthGrid
from copkit.models.initiative import Evidence, Initiative
from copkit.models.opportunities import Opportunity
from copkit.models.practices import PracticeEntry
from copkit.models.programme import Organisation, Person, Programme
from copkit.models.review import NextYear, PromiseKept, Review, SaidDid
from copkit.models.session import Notes, Plan
from copkit.models.story import Story, Teller
from copkit.models.updates import Update
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.places import Files
from tests.documents.canaries import Aviary, Canary, heard, leaks
from tests.documents.reading import all_of
from tests.synthesis.making import TODAY, in_format, small, year

IN = date(2026, 7, 1)
TELLER = Teller(who="a.person", show="role")
AGREED = {"Person.job"}
"""Who tells a story and agreed to be shown by role is shown by what they do."""
DATED = {"date": IN, "consent": IN, "starts": IN, "ends": IN, "opens": IN, "closes": IN, "since": IN}


class Anywhere(Files):
    """Records that stand in no file: every place is the same."""

    def value_where(self, record: object, *path: str | int) -> Position:
        return Position("a.yaml", 1, 1)

    where = value_where


def full(made: Aviary, cls: type, **more: Any) -> Any:
    """A record full of canaries, with days within the year."""
    record = made.record(cls)
    given = {name: value for name, value in DATED.items() if name in fields(cls)}
    return record.but(**given | more)


def aviary_of_year(audience: Audience) -> tuple[Annual, list[Canary]]:
    """A year of a community in which every text is a canary, and the lines of its notes as well."""
    made = Aviary()
    about, person = made.record(Community), made.record(Person)
    name = person.name
    lines = "\n".join(
        f"{kind}: {name} {made.canary(f'a {kind} that names somebody', 'members', '')}"
        for kind in ("success", "challenge", "opportunity", "threat", "decision", "shift", "question", "idea")
    )
    who = made.canary("owner of an action", "members", "name")
    lines += f"\naction: {who} | {made.canary('an action', 'members', '')} | 2026-08-30"
    lines += f"\nask: a.person | {made.canary('an ask of somebody', 'public', '')}"
    lines += f"\nquote: {made.canary('a quote', 'members', '')} | name | a.person"
    notes = Notes(present=("a.person",), capture=lines)
    session = Session("c", IN.isoformat(), made.record(Plan), notes, about.rhythm)
    closed = Plan(
        date=date(2026, 9, 1), theme=made.canary("theme of an unlisted session", "members", ""), publish="no"
    )
    hidden = f"success: {made.canary('line of an unlisted session', 'members', '')}"
    unlisted = Session("c", "2026-09-01", closed, Notes(present=("a.person",), capture=hidden), about.rhythm)
    story = full(
        made,
        Story,
        cycles={"applied": made.canary("Story.cycles", "public", "")},
        teller=TELLER,
        publish="yes",
    )
    kept = full(
        made,
        Story,
        cycles={"applied": made.canary("a story for members", "members", "")},
        teller=TELLER,
        publish="no",
    )
    untold = full(
        made,
        Story,
        cycles={"applied": made.canary("a story without consent", "team", "")},
        teller=TELLER,
        consent=None,
    )
    kept, untold = (
        one.but(title=made.canary(what, "members" if what == "title kept" else "team", ""))
        for one, what in ((kept, "title kept"), (untold, "title untold"))
    )
    other = {
        "review": {
            "2026-27": full(
                made,
                Review,
                you_said_we_did=(full(made, SaidDid),),
                promises=(full(made, PromiseKept),),
                next_year=full(made, NextYear),
            )
        },
        "story": {"a": story, "b": kept, "c": untold},
        "practices": {"0": full(made, PracticeEntry, seen=(IN.isoformat(),))},
        "health": {
            "0": HealthGrid(date=IN, answers={made.canary("a health question", "members", ""): (1, 2, 3, 4)})
        },
    }
    group = full(made, Group, reports=(full(made, GroupReport),), from_=IN.isoformat())
    initiative = full(
        made, Initiative, evidence=(full(made, Evidence),), surfaced=IN.isoformat(), adoption={}, stages=()
    )
    community = CommunityFiles(
        "c", Anywhere(), about, (Member(who="a.person"),), (session, unlisted), (full(made, Update),),
        {"i": initiative}, {"g": group}, other=other,
    )  # fmt: skip
    shelf = {
        "events": {"e": full(made, Event, community="c")},
        "challenges": {
            "x": full(made, Challenge, entries=(full(made, ChallengeEntry, initiative="i", scores={}),))
        },
        "cohorts": {"k": full(made, Cohort, people=("a.person",), started=9, completed=8)},
        "opportunities": {"o": full(made, Opportunity, taken_up=7)},
    }
    shared = Shared(
        Anywhere(), made.record(Programme), {"org": made.record(Organisation)}, {"a.person": person}, other=shelf
    )
    span = year()
    return Annual(shared, community, span, Period(span.start, span.end), audience, TODAY), made.canaries


@pytest.mark.parametrize("audience", ["public", "members"])
@pytest.mark.parametrize("one_page", [False, True])
def test_no_text_reaches_an_audience_that_may_not_see_it(audience: Audience, one_page: bool) -> None:
    of, canaries = aviary_of_year(audience)
    for form in ("html", "md", "txt"):
        text = in_format(of, form, one_page=one_page).decode()
        assert len(heard(text, canaries)) >= (3 if one_page else 25), "the canaries must be there to be heard"
        assert leaks(text, canaries, audience) <= AGREED
    assert not leaks(evidence_file(of).decode(), canaries, audience)


def test_no_text_hides_in_a_word_file_or_a_pdf() -> None:
    of, canaries = aviary_of_year("public")
    for form in ("docx", "pdf"):
        text = all_of(in_format(of, form), form)
        assert len(heard(text, canaries)) >= 25
        assert leaks(text, canaries, "public") <= AGREED


def test_the_test_notices_when_names_are_no_longer_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Annual, "public", property(lambda self: False))
    of, canaries = aviary_of_year("public")
    found = leaks(in_format(of, "html").decode(), canaries, "public")
    assert {"a success that names somebody", "a story for members", "a health question"} <= found


NAMES = """\
ann.leeson: {name: Ann Leeson, also_known_as: [Nan], organisation: acme}
ben.orwell: {name: Ben Orwell, organisation: dale, publish: yes}
"""
LINES = """\
success: Ann rang the ward
success: ann.leeson wrote it down
success: what Leeson saw in the night
success: Nan brought cake
success: the people of Acme came twice
success: Acme Hospital has a new lift
challenge: Dale wants its own form
challenge: nobody rings back
shift: A.L. stopped worrying
decision: we ring first | Acme
offer: ben.orwell | a room at Dale
connect: ann.leeson + ben.orwell | lifts
"""


def test_lines_that_name_people_or_organisations_are_kept_for_members(tmp_path: Path) -> None:
    capture = "".join(f"  {line}\n" for line in LINES.splitlines())
    files = {
        "programme/people.yaml": NAMES,
        "programme/organisations.yaml": (
            "acme: {name: Acme Hospital, short: Acme, sector: acute}\n"
            "dale: {name: Dale Council, short: Dale, sector: other}\n"
        ),
        "one/sessions/2026-06-09.yaml": "place: online\ntheme: Lifts\nstatus: held\n",
        "one/sessions/2026-06-09.notes.yaml": f"present: [ann.leeson, ben.orwell]\ncapture: |\n{capture}",
        "one/stories/s.yaml": (
            "title: What Ann did\ndate: 2026-06-09\nconsent: 2026-06-10\npublish: yes\n"
            "cycles: {immediate: Ann rang}\n"
        ),
    }
    of = small(tmp_path, files)
    public, _, annex = in_format(replace(of, audience="public"), "txt").decode().rpartition("Annex A: where the")
    for word in ("Ann ", "Leeson", "leeson", "Nan", "Acme", "Dale", "Orwell", "A.L."):
        assert word not in public, word
    for word in ("Ann ", "Leeson", "leeson", "Orwell"):
        assert word not in annex, word
    assert "Nobody rings back" in public
    assert "We ring first" in public
    assert "lines of the notes are kept for members" in public
    assert "Ann rang the ward" in in_format(of, "txt").decode()


def test_few_people_are_hidden_in_public(tmp_path: Path) -> None:
    people = "".join(f"p{n}: {{name: Person {n}, organisation: {'acme' if n < 6 else 'dale'}}}\n" for n in range(7))
    files = {
        "programme/people.yaml": people,
        "programme/organisations.yaml": "acme: {name: A, sector: acute}\ndale: {name: D, sector: voluntary}\n",
        "one/sessions/2026-05-12.notes.yaml": "present: [p0, p1, p2, p3, p4, p5, p6]\n",
        "one/sessions/2026-06-09.notes.yaml": "present: [p0, p1, p2]\n",
        "one/sessions/2026-07-14.notes.yaml": "present: [p0, p1, p2, p3, p4, p5]\n",
    }
    text = in_format(replace(small(tmp_path, files), audience="public"), "md").decode()
    assert "| 9 Jun | online |  | hidden |" in text
    assert "| Voluntary sector | hidden: too few people |" in text
    assert "| 12 May | online |  | 7 |" in text, "what is large enough is said"
    assert text.count("hidden |") >= 4, "and the third session too: else the hidden one could be worked out"


def test_a_session_that_is_not_listed_in_public_has_no_day_there(tmp_path: Path) -> None:
    files = {
        "programme/people.yaml": "".join(f"p{n}: {{name: Person {n}}}\n" for n in range(9)),
        "one/community.yaml": "id: one\ndomain: {learning_agenda: [What helps?]}\n",
        "one/sessions/2026-06-09.yaml": "place: online\ntheme: Lifts\nstatus: held\n",
        "one/sessions/2026-06-09.notes.yaml": "present: [p0, p1, p2, p3, p4, p5]\ncapture: |\n  idea: x #lifts\n",
        "one/sessions/2026-09-01.yaml": (
            "place: online\ntheme: Trouble\nserves: What helps?\nstatus: held\npublish: no\n"
        ),
        "one/sessions/2026-09-01.notes.yaml": (
            "present: [p0, p1, p2, p3, p4, p5, p6]\ncapture: |\n  challenge: y #lifts\n  action: p1 | z | 1 Dec\n"
        ),
    }
    members = small(tmp_path, files)
    assert "1 September 2026" in in_format(members, "txt").decode()
    public = replace(members, audience="public")
    said = in_format(public, "html").decode() + in_format(public, "txt").decode() + evidence_file(public).decode()
    for word in ("1 September", "1 Sep", "2026-09-01", "Trouble"):
        assert word not in said, word
    assert "One session is not listed in public." in said
