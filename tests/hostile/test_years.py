"""What the reports say of years that went otherwise than planned: right, and plain about what is missing."""

import json
import re
from pathlib import Path

import pytest

from tests.hostile.places import COMMUNITY, MEMBERS, ORGANISATIONS, PEOPLE, change, put
from tests.hostile.years import TODAY, WHO, YEAR, bare, community, notes, session, three
from tests.shell import copkit

HERE = f"communities/{COMMUNITY}"


def board(root: Path) -> str:
    """The board page as text."""
    told = ("--format", "md", "--out", "-", "--today", TODAY)
    return copkit("print", "one-page", COMMUNITY, YEAR, *told, root=root).out


def report(root: Path, audience: str = "members", *words: str, year: str = YEAR) -> str:
    """The evidence of the synthesis as text, each paragraph on one line."""
    told = ("--for", audience, "--format", "md", "--out", "-", "--today", TODAY)
    ran = copkit("print", "evidence", COMMUNITY, year, *told, *words, root=root)
    assert ran.code == 0, ran.err
    return ran.out


def figures(
    root: Path, code: str, audience: str = "team", year: str = YEAR, name: str = COMMUNITY
) -> dict[str, str]:
    """What a metric says: each figure by its label."""
    ran = copkit("why", code, name, year, "--json", "--for", audience, "--today", TODAY, root=root)
    assert ran.code == 0, ran.err
    return _said(ran.out)


def _said(text: str) -> dict[str, str]:
    found = json.loads(text)
    return {one["label"]: one["said"] for one in (*found["figures"], *found["others"])}


def test_an_empty_year_says_that_nothing_was_held(tmp_path: Path) -> None:
    text = report(bare(tmp_path))
    page = board(tmp_path)
    assert "# No meeting is on record" in page and "Nobody has come yet." in page
    assert "cancelled" not in page and "nobody wrote" not in page and "have no notes" not in page
    assert "- No session is recorded as held in this period." in text
    assert figures(tmp_path, "D1")[""] == "no session was held"


def test_a_year_of_sessions_without_notes_is_not_called_a_year_without_sessions(tmp_path: Path) -> None:
    bare(tmp_path)
    session(tmp_path, 1, "2026-04-14", None)
    session(tmp_path, 2, "2026-06-09", None)
    text = report(tmp_path)
    page = board(tmp_path)
    assert "Nobody has come" not in page and "cancelled" not in page
    assert "Who came is not on record: no session has notes, or is marked as held." in page
    assert "- Whether both meetings that were due took place: nobody wrote of them." in page
    assert "- Both meetings that were due have no notes." in page
    assert "nobody can say whether it was held: 14 April 2026, 9 June 2026." in text


def test_a_year_that_was_cancelled_throughout(tmp_path: Path) -> None:
    bare(tmp_path)
    for number, day in enumerate(("2026-04-14", "2026-06-09"), 1):
        session(tmp_path, number, day, None, plan="status: cancelled\nmoved_because: Flood\n")
    text = report(tmp_path)
    page = board(tmp_path)
    assert "# No meeting is on record" in page and "Both meetings that were due were cancelled." in page
    assert "have no notes" not in page + text and "nobody wrote" not in page
    assert "0 of 2 sessions held, 2 cancelled" in text
    assert figures(tmp_path, "D1")["cancelled"] == "2"


def test_one_session_makes_no_trend_and_no_plural(tmp_path: Path) -> None:
    session(bare(tmp_path), 1, "2026-04-14", notes(WHO[:5], "connect: pat.ash + pat.birch | keys"))
    text = report(tmp_path, "public")
    assert "Five people came to the session" in text
    assert "With fewer than three sessions nothing is called a trend." in text
    assert "- The one session has no feedback: 14 April 2026." in text
    assert not re.search(r"\b1 (of 1 )?(sessions|pairs|actions|initiatives)\b", text)


def test_no_attendance_at_all_is_not_nobody(tmp_path: Path) -> None:
    bare(tmp_path)
    for number, day in enumerate(("2026-04-14", "2026-06-09"), 1):
        session(tmp_path, number, day, "capture: |\n  connect: pat.ash + pat.gorse | keys\n")
    for code in ("M2", "M3", "R1"):
        assert figures(tmp_path, code)[""] == "who came was not written down"
    text = report(tmp_path)
    page = board(tmp_path)
    assert "# Both meetings are on record" in page and "Nobody has come" not in page
    assert "Who came is not on record: who came was not written down." in page
    assert "- Who came to both meetings: nobody wrote it down." in page
    assert not re.search(r"people came|organisation", page)
    assert "- 2 of 2 sessions have no record of who came: 14 April 2026, 9 June 2026." in text


def test_guests_are_counted_where_nobody_was_named(tmp_path: Path) -> None:
    session(bare(tmp_path), 1, "2026-04-14", "others: 20\ncapture: |\n  idea: one form\n")
    assert figures(tmp_path, "M2") == {"": "who came was not written down", "with guests": "20"}


def test_an_organisation_that_merged_counts_once(tmp_path: Path) -> None:
    three(tmp_path)
    change(tmp_path, ORGANISATIONS, "sector: voluntary", "sector: voluntary, became: acute, since: 2027-01-01")
    put(
        tmp_path,
        f"{HERE}/initiatives/form.yaml",
        "name: One form\nstage: testing\nsurfaced: 2026-06-09\nowner: pat.ash\nadoption:\n"
        "  acute: {status: adopted, date: 2026-09-01}\n  hospice: {status: in-progress, date: 2026-09-01}\n"
        "  council: {status: not-yet}\n",
    )
    assert figures(tmp_path, "R1")[""] == "2 of 2"
    assert figures(tmp_path, "A2")[""] == "1 of 2"
    assert figures(tmp_path, "A3")[""] == "0 of 2"
    assert "One of two organisations has adopted “One form”" in report(tmp_path)


def test_a_person_who_moved_counts_where_they_were_on_the_day(tmp_path: Path) -> None:
    three(tmp_path)
    assert figures(tmp_path, "R3")["acute"] == "15 of 26 (58%)"
    places = "organisation: [{id: acute}, {id: council, from: 2026-06-01}]"
    change(tmp_path, PEOPLE, "{name: Pat Fir, organisation: acute}", f"{{name: Pat Fir, {places}}}")
    found = figures(tmp_path, "R3")
    said = [found[one] for one in ("acute", "council", "hospice")]
    assert said == ["13 of 26 (50%)", "11 of 26 (42%)", "2 of 26 (8%)"]
    assert figures(tmp_path, "M2")[""] == "12"


def test_erasing_a_leaver_changes_no_figure_and_leaves_no_name(tmp_path: Path) -> None:
    three(tmp_path)
    change(
        tmp_path,
        MEMBERS,
        "- {who: pat.fir, joined: 2026-04-01}",
        "- {who: pat.fir, joined: 2026-04-01, left: 2026-12-01}",
    )
    before = report(tmp_path)
    assert copkit("privacy", "erase", "pat.fir", root=tmp_path).code == 0
    after = report(tmp_path)
    assert re.findall(r"\d+ of \d+[^|]*", before) == re.findall(r"\d+ of \d+[^|]*", after)
    assert figures(tmp_path, "M1") == {"": "11", "joined": "12", "left": "1"}
    files = (tmp_path / "communities").rglob("*.yaml")
    assert not any(re.search("(?i)pat[. ]fir\\b", path.read_text(encoding="utf-8")) for path in files)


def test_one_who_left_cannot_be_worked_out_from_two_years(tmp_path: Path) -> None:
    """The roll of last year, and who joined since, would tell how many left."""
    three(tmp_path)
    change(
        tmp_path,
        MEMBERS,
        "- {who: pat.fir, joined: 2026-04-01}",
        "- {who: pat.fir, joined: 2026-04-01, left: 2027-04-05}",
    )
    for number in range(6):
        put(
            tmp_path,
            PEOPLE,
            (tmp_path / PEOPLE).read_text() + f"new.n{number}: {{name: New N{number}, organisation: acute}}\n",
        )
        put(tmp_path, MEMBERS, (tmp_path / MEMBERS).read_text() + f"- {{who: new.n{number}, joined: 2027-04-02}}\n")
    assert figures(tmp_path, "M1", year="2027-28") == {"": "17", "joined": "6", "left": "1"}
    hidden = "not shown: too few people"
    assert figures(tmp_path, "M1", "public", "2027-28") == {"": "17", "joined": hidden, "left": hidden}


def test_two_communities_with_the_same_people_count_them_once(tmp_path: Path) -> None:
    community(three(tmp_path), "away-first", "Away First", WHO)
    for number, (day, who) in enumerate(
        (("2026-04-15", WHO), ("2026-06-10", WHO[:8]), ("2027-03-10", WHO[3:9])), 1
    ):
        session(tmp_path, number, day, notes(who), key="away-first")
    ran = copkit("why", "P1", YEAR, "--all", "--json", "--today", TODAY, root=tmp_path)
    assert _said(ran.out) == {
        "": "12",
        "sum over communities": "24",
        "in two communities or more": "12 of 12",
    }
    text = copkit("print", "portfolio", YEAR, "--format", "txt", "--out", "-", "--today", TODAY, root=tmp_path).out
    assert "2 communities held 6 of 6 sessions that were due, and 12 different people came from 3" in " ".join(
        text.split()
    )


def test_an_initiative_adopted_and_then_stopped(tmp_path: Path) -> None:
    three(tmp_path)
    put(
        tmp_path,
        f"{HERE}/initiatives/form.yaml",
        "name: One form\nstage: stopped\nsurfaced: 2026-06-09\nowner: pat.ash\nstages:\n"
        "  - {date: 2026-06-09, stage: spotted}\n  - {date: 2026-10-01, stage: exemplar}\n"
        "  - {date: 2027-01-15, stage: stopped, note: Another was bought}\nadoption:\n"
        "  acute: {status: stopped, date: 2027-01-20, history: [{date: 2026-09-01, status: adopted}]}\n"
        "  hospice: {status: adopted, date: 2026-11-01}\n  council: {status: not-yet}\n",
    )
    funnel = figures(tmp_path, "A1")
    assert (funnel["stopped in the period"], funnel["at stopped"], funnel["new in the period"]) == ("1", "1", "1")
    assert figures(tmp_path, "A2")[""] == "1 of 3"
    assert figures(tmp_path, "A4")[""] == "114.50"  # 84 days at the hospital, 145 at the hospice
    text = report(tmp_path)
    assert "The one initiative was stopped" in text
    assert "Nothing: it has stopped" in text
    assert "Stopped, 20 Jan 2027" in text


@pytest.mark.parametrize("name", ["2026.yaml", "next.yaml"])
def test_a_review_under_another_name_is_named_where_this_year_s_is_missed(tmp_path: Path, name: str) -> None:
    put(three(tmp_path), f"{HERE}/reviews/{name}", "headline: The calendar year\n")
    text = report(tmp_path)
    assert f"There is {name} in {HERE}/reviews; a review of this year is called 2026-27.yaml." in text
    assert "The calendar year" not in text


def test_the_review_of_the_year_before_is_printed_as_its_promises_alone(tmp_path: Path) -> None:
    words = (
        "headline: It was a good year\nnext_year: {promises: [Meet in person]}\nagreed_by: [pat.ash, pat.birch]\n"
    )
    put(three(tmp_path), f"{HERE}/reviews/2025-26.yaml", words)
    text = report(tmp_path)
    assert "It was a good year" not in text
    assert "| Meet in person | **Not said yet** |" in text


def test_what_happens_across_the_end_of_a_year_counts_in_its_own(tmp_path: Path) -> None:
    bare(tmp_path)
    session(tmp_path, 1, "2026-03-31", notes(WHO, "action: pat.cedar | old thing | 30 Apr"))
    session(
        tmp_path, 2, "2026-04-01", notes(WHO[:6], "done: 2026-03-31/1 | yes", "connect: pat.ash + pat.gorse | x")
    )
    session(tmp_path, 3, "2027-03-31", notes(WHO[:7], "connect: pat.ash + pat.gorse | again"))
    session(tmp_path, 4, "2027-04-01", notes(WHO[:5]))
    put(
        tmp_path,
        f"{HERE}/initiatives/form.yaml",
        "name: One form\nstage: testing\nsurfaced: 2026-03-31\nowner: pat.ash\nadoption:\n"
        "  acute: {status: adopted, date: 2027-04-01, history: [{date: 2027-03-31, status: in-progress}]}\n"
        "  council: {status: adopted, date: 2026-03-31}\n",
    )
    assert figures(tmp_path, "D1")[""] == "2 of 2"
    assert figures(tmp_path, "M2")[""] == "7"
    assert figures(tmp_path, "M7")[""] == "0 of 13"  # all of them had come the day before the year began
    assert figures(tmp_path, "C1")["first-time pairs"] == "1"
    assert (figures(tmp_path, "W1")["opened"], figures(tmp_path, "W1")["closed"]) == ("0", "1")
    assert (figures(tmp_path, "A2")[""], figures(tmp_path, "A3")[""]) == ("1 of 2", "1 of 2")
    assert figures(tmp_path, "A2", year="2027-28")[""] == "2 of 2"


BROKEN = {
    "initiatives/form.yaml": "name: [broken\n",
    "stories/s.yaml": "title: 'never closed\n",
    "groups/g.yaml": "name: {a\n",
    "reviews/2026-27.yaml": "headline: a\nheadline: b\n",
    "members.yaml": "- {who: [\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_read_is_named_in_every_report(tmp_path: Path, name: str) -> None:
    """A gap is no nought: the reader of the report and whoever prints it are told."""
    put(three(tmp_path), f"{HERE}/{name}", BROKEN[name])
    assert f"- {name} has a mistake, and what cannot be read there is not in this report." in report(tmp_path)
    for command in (
        ("synthesis", COMMUNITY, YEAR),
        ("print", "portfolio", YEAR),
        ("print", "health", COMMUNITY, YEAR),
        ("print", "exemplar-index"),
        ("print", "evaluation", COMMUNITY),
    ):
        ran = copkit(*command, "--format", "txt", "--out", "-", "--today", TODAY, root=tmp_path)
        told = rf"^{HERE}/{name}:\d+:\d+: .*; what cannot be read there is left out$"
        assert re.search(told, ran.err, re.M), command
    if name.startswith("initiatives"):
        assert f"{HERE}/{name}:" in copkit("list", "initiatives", "--today", TODAY, root=tmp_path).err


@pytest.mark.parametrize(
    ("file", "secret", "day"),
    [(PEOPLE, "Zoe Quill rang", "left"), (ORGANISATIONS, "St Elsewhere Hospice rang", "since")],
)
def test_no_public_version_is_made_while_a_register_has_an_error(
    tmp_path: Path, file: str, secret: str, day: str
) -> None:
    three(tmp_path)
    session(tmp_path, 3, "2027-03-09", notes(WHO[3:9], f"success: {secret} first"))
    put(tmp_path, PEOPLE, (tmp_path / PEOPLE).read_text() + "zoe.quill: {name: Zoe Quill, organisation: hospice}\n")
    put(tmp_path, file, (tmp_path / file).read_text() + f"one.more: {{name: Pat, {day}: someday}}\n")
    for command in (
        ("synthesis", COMMUNITY, YEAR),
        ("print", "portfolio", YEAR),
        ("blueprint", COMMUNITY),
        ("print", "health", COMMUNITY),
        ("print", "exemplar-index"),
        ("print", "evaluation", COMMUNITY),
        ("export", COMMUNITY, YEAR),
        ("notes", "print", COMMUNITY, "2027-03-09"),
    ):
        ran = copkit(*command, "--for", "public", "--out", tmp_path / "out", "--today", TODAY, root=tmp_path)
        assert ran.code == 3, command
        assert f"{file}:" in ran.err
        assert "no public version is made" in ran.err
    assert not (tmp_path / "out").exists()


def test_each_figure_leads_to_the_very_line(tmp_path: Path) -> None:
    three(tmp_path)
    for code, word in (("C1", "connect:"), ("W1", "action:"), ("W2", "decision:"), ("M2", "present:")):
        ran = copkit("why", code, COMMUNITY, YEAR, "--today", TODAY, root=tmp_path)
        places = re.findall(r"^  (communities/\S+?):(\d+):(\d+): ", ran.out, re.M)
        assert places
        for path, line, _ in places:
            assert word in (tmp_path / path).read_text(encoding="utf-8").splitlines()[int(line) - 1], code


def test_the_same_figure_is_the_same_everywhere(tmp_path: Path) -> None:
    """In the report's evidence, in the export and in the signs of health, hidden where it is hidden."""
    import csv

    three(tmp_path)
    out = tmp_path / "out"
    for audience in ("public", "members"):
        same = ("--for", audience, "--today", TODAY)
        assert copkit("synthesis", COMMUNITY, YEAR, *same, "--format", "md", "--out", out, root=tmp_path).code == 0
        (found,) = out.glob("*-evidence*.json")
        evidence = {(one["code"], one["label"]): one["said"] for one in json.loads(found.read_text())["figures"]}
        found.unlink()
        assert copkit("export", COMMUNITY, YEAR, *same, "--out", out, root=tmp_path).code == 0
        (table,) = out.glob(f"*{'-public' if audience == 'public' else '-members'}/figures.csv")
        rows = csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines())
        exported = {(row["code"], row["label"]): row["said"] for row in rows if row["community"]}
        assert exported == evidence
        said = json.loads(copkit("health", COMMUNITY, YEAR, "--json", *same, root=tmp_path).out)
        for sign in said["communities"][0]["signs"]:
            one = evidence[sign["code"], sign["label"]]
            if sign["said"] == "none yet":
                assert (one, sign["why"]) == ("nothing to count", "nothing to count yet")
            else:  # a figure without a number has its reason beside it
                assert one == (sign["why"] if sign["said"] in ("not known", "not asked") else sign["said"])
