"""What is held on a person, what is past its time, and the notice."""

import json
from datetime import date
from pathlib import Path

import pytest

from copkit import lexicon
from copkit.models.fields import deep
from copkit.models.kinds import KINDS
from copkit.models.programme import Contact
from copkit.workspace import Folder, load
from copkit.workspace.retention import due
from tests.cli.privacy.conftest import git
from tests.shell import copkit

SYSTEMS = "systems-leadership"


@pytest.fixture
def held(place: Path) -> Path:
    """A workspace whose private folder is full of canaries."""
    (place / "private").mkdir()
    (place / "private" / "contacts.yaml").write_text(
        "amina.khan:\n  email: zq7amina@h.example\n  phone: zq7phone\n  needs: zq7other\n"
        "jo.ng:\n  email: zq7jo@h.example\n  needs: zq7needs\n"
    )
    return place


def test_every_mention_is_there_with_its_line_as_page_and_data(held: Path) -> None:
    ran = copkit("privacy", "export", "jo.ng", root=held)
    assert ran.code == 0, ran.err
    folder = held / "private" / "requests"
    told = json.loads((folder / "2026-11-27-privacy-export-jo.ng.json").read_text(encoding="utf-8"))
    listed = {(one["path"], one["number"]) for one in told["mentions"]}
    look = r"\bjo\.ng\b|\bjo ng\b"
    grep = git(held, "grep", "--line-number", "--ignore-case", "--perl-regexp", look, "communities")
    assert {(line.split(":")[0], int(line.split(":")[1])) for line in grep.splitlines()} <= listed
    reach = [one["text"] for one in told["facts"] if one["heading"] == "How to reach you"]
    assert reach == ["Your work e-mail address: zq7jo@h.example.", "What you need to take part: zq7needs."]
    page = (folder / "2026-11-27-privacy-export-jo.ng.html").read_text(encoding="utf-8")
    assert "You offered, at the meeting of 9 June 2026: “hospice will share its one-page form”." in page
    assert "<h2>Where others mention you</h2>\n<p>Nowhere else.</p>" in page
    assert git(held, "status", "--porcelain") == ""


def test_every_field_of_a_record_about_somebody_is_told_in_words(held: Path) -> None:
    path = held / "communities/programme/onboarding/jo.ng.yaml"
    more = "skills: {self-reflect: {now: 2, aim: 3}}\nx-desk: By the window\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    told = json.loads(copkit("privacy", "export", "jo.ng", "--json", root=held).out)
    new = [one["text"] for one in told["facts"] if one["path"].endswith("onboarding/jo.ng.yaml")]
    assert {"Your role: Chief executive.", "You started, or start, on 1 December 2026."} <= set(new)
    assert "Whom you meet: kind: partner, by: 20 November 2026, met: 18 November 2026." in new
    assert "You rated “self reflect” 2 of 4 and aim for 3." in new
    assert "x-desk: By the window." in [one["text"] for one in told["facts"]]
    assert "You work for: St Elsewhere Hospice, from: 1 March 2021, job: Chief executive." in (
        [one["text"] for one in told["facts"]]
    )
    team = json.loads(copkit("privacy", "export", "amina.khan", "--json", root=held).out)["facts"]
    roles = [one["text"] for one in team if f"{SYSTEMS}/community" in one["path"]]
    assert roles[0].startswith("You have a part in the team: role: convenor")


def test_it_says_what_was_searched_and_promises_only_then(held: Path) -> None:
    (held / "README.md").write_text("Ask Jo Ng.\n", encoding="utf-8")
    where = held / "private" / "requests" / "2026-11-27-privacy-export-jo.ng.html"
    copkit("print", "plan", SYSTEMS, "2026-06-09", root=held)
    for number in (1, 2):  # an earlier answer is not quoted again
        assert copkit("privacy", "export", "jo.ng", root=held).code == 0
        page = where.read_text(encoding="utf-8")
        assert "This is all of it" in page and "Ask Jo Ng." in page and "your name is in 1 change" in page
        assert "1 page that we printed" in page and page.count("<h3>README.md") == 1, number
    (held / "private" / "photo.jpg").write_bytes(b"\xff\xd8\0")
    ran = copkit("privacy", "export", "jo.ng", root=held)
    page = where.read_text(encoding="utf-8")
    assert "This is all of it" not in page
    assert "private/photo.jpg" in page and "a picture" in page
    assert "1 place could not be searched" in ran.err


def test_nobody_else_is_in_it(held: Path) -> None:
    copkit("privacy", "export", "jo.ng", root=held)
    people = load(Folder(held)).shared.people
    for path in (held / "private" / "requests").iterdir():
        text = path.read_text(encoding="utf-8")
        others = {key: one.name for key, one in people.items() if key != "jo.ng"}
        assert [key for key, name in others.items() if key in text or name in text] == []
        assert "zq7amina" not in text and "zq7phone" not in text and "zq7other" not in text


ONBOARDING = {
    "jo.ng": "skills:\n  self-reflect: {now: zq7score, aim: 3}\n  compromise: {now: 2, aim: 3}\n"
    "notes: |\n  zq7notes of Amina Khan.\n  More of it.\n"
    "meet:\n  - who: sam.reid\n    learned: zq7learned of him\n",
    "ruth.pickering": "notes: zq7theirs\nmeet:\n  - who: Jo Ng\n    learned: zq7ofjo, says Ruth Pickering\n"
    "  - {who: sam.reid, learned: zq7ofsam}\n",
}


@pytest.fixture
def onboarded(held: Path) -> Path:
    """The same, with what two new leaders wrote for nobody else."""
    (held / "private" / "onboarding").mkdir()
    for name, text in ONBOARDING.items():
        (held / "private" / "onboarding" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return held


def test_what_new_leaders_noted_is_there_for_whom_it_is_about(onboarded: Path) -> None:
    ran = copkit("privacy", "export", "jo.ng", root=onboarded)
    assert "private/onboarding/jo.ng.yaml cannot be read in full" in ran.err, "a score is no number"
    folder = onboarded / "private" / "requests"
    told = json.loads((folder / "2026-11-27-privacy-export-jo.ng.json").read_text(encoding="utf-8"))
    assert [one["text"] for one in told["facts"] if one["path"].startswith("private/onboarding/")] == [
        "You aim for 3 of 4 in “self reflect”.",
        "You rated “compromise” 2 of 4 and aim for 3.",
        "Your notes: “zq7notes of [somebody else]. More of it”.",
        "What you learned of somebody: learned: zq7learned of him.",
        "What somebody who was new learned of you: learned: zq7ofjo, says [somebody else].",
    ]
    page = (folder / "2026-11-27-privacy-export-jo.ng.html").read_text(encoding="utf-8")
    for word in ("zq7notes", "zq7learned", "zq7ofjo"):
        assert word in page
    assert "This is all of it" not in page and "not all of it can be read" in page
    assert "zq7theirs" not in page and "zq7ofsam" not in page


def test_what_new_leaders_noted_is_in_no_other_export(onboarded: Path) -> None:
    ran = copkit("privacy", "export", "amina.khan", "--json", root=onboarded)
    assert [one for one in json.loads(ran.out)["facts"] if one["path"].startswith("private/")] == []
    assert "zq7learned" not in ran.out and "zq7ofjo" not in ran.out


def test_data_can_be_had_without_a_file(held: Path) -> None:
    ran = copkit("privacy", "export", "Jo Ng", "--json", root=held)
    assert json.loads(ran.out)["person"] == "jo.ng"
    assert not (held / "private" / "requests").exists()


def test_no_private_detail_is_in_any_other_output(held: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    formats = ["--format", "html,txt,md"]
    said = [
        copkit("join", SYSTEMS, "jo.ng", "--out", out, *formats, root=held),
        copkit("leave", SYSTEMS, "jo.ng", "--dry-run", root=held),
        copkit("privacy", "erase", "jo.ng", "--dry-run", root=held),
        copkit("privacy", "due", root=held),
        copkit("privacy", "due", "--json", root=held),
        copkit("print", "privacy-notice", "--out", out, *formats, root=held),
    ]
    files = [path for path in out.rglob("*") if path.is_file()]
    assert len(files) > 6
    text = "".join(path.read_text(encoding="utf-8") + path.name for path in files)
    assert "zq7" not in text + "".join(ran.out + ran.err for ran in said)


def test_what_is_past_its_time_is_said_with_its_place(held: Path) -> None:
    roll = held / f"communities/{SYSTEMS}/members.yaml"
    roll.write_text(roll.read_text().replace("{who: jo.ng, joined: 2026-04-01}", "{who: jo.ng, left: 2023-01-31}"))
    about = held / f"communities/{SYSTEMS}/community.yaml"
    about.write_text(about.read_text(encoding="utf-8").replace("sponsor: jo.ng", "sponsor: amina.khan"))
    (held / "private" / "attendance").mkdir()
    (held / "private" / "attendance" / "2026-09-08.csv").write_text("Name\n")
    (held / "private" / "attendance" / "2026-11-10.csv").write_text("Name\n")
    ran = copkit("privacy", "due", "--json", root=held)
    assert ran.code == 1
    told = {(one["what"], one["who"]): one for one in json.loads(ran.out)["due"]}
    assert told["name", "jo.ng"]["since"] == "2025-02-01"
    assert told["name", "jo.ng"]["position"] == f"communities/{SYSTEMS}/members.yaml:4:16"
    assert told["contact", "jo.ng"]["since"] == "2024-02-01"
    assert ("export", "private/attendance/2026-09-08.csv") in told
    assert ("export", "private/attendance/2026-11-10.csv") not in told


def test_nothing_past_its_time_is_said_so(place: Path) -> None:
    ran = copkit("privacy", "due", root=place)
    assert (ran.code, ran.out) == (0, "Nothing is past its time.\n")


@pytest.mark.parametrize(
    ("contact", "day", "found"),
    [
        (Contact(needs="step-free"), date(2026, 12, 10), False),
        (Contact(needs="step-free"), date(2026, 12, 11), True),
        (Contact(needs="step-free"), date(2026, 12, 13), False),
        (Contact(needs="step-free"), date(2027, 5, 1), True),
        (Contact(needs="step-free", until=date(2026, 11, 26)), date(2026, 11, 27), True),
        (Contact(needs="step-free", until=date(2026, 11, 27)), date(2026, 11, 27), False),
        (Contact(email="a@h.example"), date(2027, 5, 1), False),
    ],
)
def test_access_needs_go_thirty_days_after_a_session_unless_the_next_is_near(
    contact: Contact, day: date, found: bool
) -> None:
    from tests.shell import ROOT

    told = due(load(Folder(ROOT)), {"amina.khan": contact}, [], day)
    assert bool([one for one in told if one.what in ("needs", "contact")]) is found


def test_the_public_has_the_notice_when_the_host_has_confirmed_it(place: Path) -> None:
    page = copkit("print", "privacy-notice", "--format", "html", "--out", "-", root=place).out
    assert "Confirmed on 20 March 2026." in page and "(dpo@anytown.example)" in page
    for right in ("show you all", "correct it", "take your name out", "object", "limit", "complain"):
        assert right in page
    settings = place / "communities" / "programme" / "programme.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("lawful_basis_confirmed: 2026-03-20\n", ""), encoding="utf-8")
    ran = copkit("print", "privacy-notice", "--format", "html", "--out", "-", root=place)
    assert ran.code != 0 and ran.out == "" and "lawful_basis_confirmed" in ran.err
    draft = copkit("print", "privacy-notice", "--for", "team", "--format", "html", "--out", "-", root=place).out
    assert "<strong>Draft.</strong>" in draft and "Confirmed on" not in draft
    assert "PRV-12" in copkit("check", root=place).out


def test_every_class_of_personal_data_has_its_row_in_the_notice() -> None:
    """Five rows; a field of a class that none of them is about would be kept in silence."""
    rows = {"name": "name", "work": "work", "contact": "contact", "special": "needs", "opinion": "said"}
    every = (field.about.personal for kind in KINDS.values() for _, field in deep(kind.record))
    assert {one for one in every if one} == set(rows)
    assert set(lexicon.table("privacy_notice.kept")) == set(rows.values())
