"""Of what names people, of few people and of unlisted sessions a public synthesis says nothing."""

from dataclasses import replace
from pathlib import Path

from tests.documents.synthesis.making import in_format, small

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


def test_few_people_are_hidden_in_public(tmp_path: Path) -> None:
    homes = {n: "acme" if n < 6 else "dale" for n in range(7)}
    who = "p{}: {{name: Person {}, organisation: {}, brings: [clinical]}}\n"
    people = [who.format(n, n, home) for n, home in homes.items()]
    files = {
        "programme/people.yaml": "".join(people),
        "programme/organisations.yaml": "acme: {name: A, sector: acute}\ndale: {name: D, sector: voluntary}\n",
        "one/sessions/2026-05-12.notes.yaml": "present: [p0, p1, p2, p3, p4, p5, p6]\ncapture: 'idea: a'\n",
        "one/sessions/2026-06-09.notes.yaml": "present: [p0, p1, p2]\n",
        "one/sessions/2026-07-14.notes.yaml": "present: [p0, p1, p2, p3, p4, p5]\n",
    }
    text = in_format(replace(small(tmp_path, files), audience="public"), "md", "evidence").decode()
    assert "| 9 Jun | online |  | hidden |" in text
    assert "| Voluntary sector | not shown: too few people |" in text
    assert "| 12 May | online |  | hidden |" in text, "six of the seven came again: seven tells of one"
    assert "| Different people who came | 7 | M2 |" in text, "what is large enough is said"
    assert text.count("hidden |") >= 4, "and the third session too: else the hidden one could be worked out"


def test_a_mistake_in_a_file_that_is_not_to_be_listed_does_not_name_it(tmp_path: Path) -> None:
    plan = "number: 2\ndate: 2026-06-09\npublish: no\ntheme: a\u200bb\n"
    annual = small(tmp_path, {"one/sessions/2026-06-09.yaml": plan})
    public = in_format(replace(annual, audience="public"), "md", "evidence").decode()
    assert "One file has a mistake" in public and "2026-06-09.yaml" not in public
    assert "sessions/2026-06-09.yaml has a mistake" in in_format(annual, "md", "evidence").decode()


def test_the_figures_of_a_session_that_is_not_to_be_listed_stand_behind_the_others(tmp_path: Path) -> None:
    """Between two days they would tell its month."""
    files = {f"one/sessions/2026-{day}.notes.yaml": "present: [a, b, c]\n" for day in ("05-12", "06-09", "07-14")}
    annual = small(tmp_path, {**files, "one/sessions/2026-06-09.yaml": "date: 2026-06-09\npublish: no\n"})
    assert [one.label for one in annual.seen["M3"]][-3:] == ["2026-05-12", "2026-06-09", "2026-07-14"]
    public = replace(annual, audience="public")
    assert [one.label for one in public.seen["M3"]][-2:] == ["2026-07-14", "2026-06-09"]
    assert [one.label for one in public.seen["M7"]][-1] == "2026-06-09"
