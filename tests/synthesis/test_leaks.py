"""Of what names people, of few people and of unlisted sessions a public synthesis says nothing."""

from dataclasses import replace
from pathlib import Path

from copkit.documents.evidence import evidence_file
from tests.synthesis.making import in_format, small

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
    assert "| 12 May | online |  | hidden |" in text, "six of the seven came again: seven tells of one"
    assert "| Different people who came | 7 | M2 |" in text, "what is large enough is said"
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
