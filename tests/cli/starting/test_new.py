"""`copkit new`: what is added is added once, and nothing else changes."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.starting.helpers import DAY, Ended, copkit, files_of, loaded, start

Capture = pytest.CaptureFixture[str]
PEOPLE = "communities/programme/people.yaml"
ORGANISATIONS = "communities/programme/organisations.yaml"
MEMBERS = "communities/home-first/members.yaml"
JO = ("person", "Jo Ng", "--organisation", "nhs-anytown-icb", "--job", "Chief: all of it")


def new(capsys: Capture, root: Path, *words: object) -> Ended:
    dated = () if words[0] == "organisation" else ("--today", DAY)
    return copkit(capsys, "new", *words, "--root", root, *dated)


def test_person_goes_at_the_end_of_the_register(fresh: Path, capsys: Capture) -> None:
    before = files_of(fresh)
    ended = new(capsys, fresh, *JO)
    assert (ended.code, ended.out) == (0, f"wrote {PEOPLE}\nThe other files call Jo Ng: jo.ng\n")
    added = b'jo.ng:\n  name: Jo Ng\n  organisation: nhs-anytown-icb\n  job: "Chief: all of it"\n'
    assert files_of(fresh) == before | {PEOPLE: before[PEOPLE] + added}
    assert loaded(fresh).shared.people["jo.ng"].job == "Chief: all of it"


def test_said_twice_it_is_done_once(fresh: Path, capsys: Capture) -> None:
    for words in (
        (*JO, "--join", "home"),
        ("organisation", "St Elsewhere Hospice", "--sector", "voluntary"),
        ("community", "Frailty"),
        ("session", "home", "2026-06-16"),
    ):
        assert new(capsys, fresh, *words).out.startswith("wrote ")
        after = files_of(fresh)
        again = new(capsys, fresh, *words)
        assert (again.code, again.out) == (0, "")
        assert "already" in again.err
        assert files_of(fresh) == after


def test_join_puts_a_person_on_the_roll(fresh: Path, capsys: Capture) -> None:
    new(capsys, fresh, *JO, "--join", "home")
    members = loaded(fresh).communities["home-first"].members
    assert [(member.who, str(member.joined)) for member in members][-1] == ("jo.ng", DAY)
    assert (fresh / MEMBERS).read_bytes().endswith(b"- who: jo.ng\n  joined: 2026-04-01\n")


def test_join_from_an_organisation_out_of_scope_puts_it_in_scope_and_says_so(fresh: Path, capsys: Capture) -> None:
    new(capsys, fresh, "organisation", "St Elsewhere Hospice")
    ended = new(capsys, fresh, "person", "Zoe Hart", "-o", "st-elsewhere-hospice", "--join", "home")
    said = " ".join(ended.err.split())
    assert ended.code == 0
    assert "st-elsewhere-hospice is in scope of home-first now" in said
    assert "take it out of communities/home-first/community.yaml" in said
    new(capsys, fresh, "person", "Ida Marsh", "-o", "st-elsewhere-hospice", "--join", "home")
    scope = loaded(fresh).communities["home-first"].about.community.organisations
    assert scope == ("st-elsewhere-hospice",), "once, and the host alone was no scope"


def test_namesakes_at_two_organisations_are_two_people(fresh: Path, capsys: Capture) -> None:
    new(capsys, fresh, "organisation", "St Elsewhere Hospice")
    new(capsys, fresh, *JO)
    ended = new(capsys, fresh, "person", "Jo Ng", "-o", "St Elsewhere Hospice")
    assert ended.out.endswith("The other files call Jo Ng: jo.ng-2\n")
    assert loaded(fresh).shared.people["jo.ng-2"].organisation == "st-elsewhere-hospice"


def test_comments_line_ends_and_byte_order_mark_survive(fresh: Path, capsys: Capture) -> None:
    text = "\ufeff# ours\r\namina.khan: {name: Amina Khan, organisation: nhs-anytown-icb}   # convenor\r\n\r\n# end"
    (fresh / PEOPLE).write_bytes(text.encode())
    assert new(capsys, fresh, *JO).code == 0
    data = (fresh / PEOPLE).read_bytes().decode()
    assert data.startswith(text.removesuffix("\r\n\r\n# end"))
    assert "\r\n\r\n# end" in data
    assert "\n" not in data.replace("\r\n", "")
    assert list(loaded(fresh).shared.people) == ["amina.khan", "jo.ng"]


def test_a_register_with_errors_is_left_alone_and_the_lines_are_given(fresh: Path, capsys: Capture) -> None:
    (fresh / ORGANISATIONS).write_text("icb: {name: ICB}\nicb: {name: ICB}\n")
    before = files_of(fresh)
    ended = new(capsys, fresh, "organisation", "St Elsewhere Hospice")
    assert ended.code == 3
    assert f"{ORGANISATIONS}: this file has errors" in ended.err
    assert "st-elsewhere-hospice:" in ended.err
    assert files_of(fresh) == before


def test_missing_registers_are_begun(fresh: Path, capsys: Capture) -> None:
    (fresh / PEOPLE).unlink()
    (fresh / MEMBERS).write_text("# nobody yet\n")
    assert new(capsys, fresh, *JO, "--join", "home").code == 0
    assert list(loaded(fresh).shared.people) == ["jo.ng"]
    assert (fresh / MEMBERS).read_text() == "# nobody yet\n- who: jo.ng\n  joined: 2026-04-01\n"


def test_community_can_be_scheduled_at_once(fresh: Path, capsys: Capture) -> None:
    words = ("community", "Frailty Community of Practice", "--pattern", "last Thu", "--start", "9am")
    assert new(capsys, fresh, *words, "--convenor", "amina khan").code == 0
    community = loaded(fresh).communities["frailty"]
    assert (community.about.name, community.about.rhythm.start) == ("Frailty Community of Practice", "09:00")
    assert [member.who for member in community.members] == ["amina.khan"]
    made = copkit(capsys, "schedule", "frailty", "--root", fresh, "--today", DAY)
    assert made.code == 0
    assert len(loaded(fresh).communities["frailty"].sessions) == 10


def test_community_by_id(fresh: Path, capsys: Capture) -> None:
    new(capsys, fresh, "community", "falls-at-home")
    about = loaded(fresh).communities["falls-at-home"].about
    assert (about.id, about.name) == ("falls-at-home", "Falls at home")


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/x",
        "a/b",
        "..",
        ".git",
        "-rf",
        "--help",
        "a.",
        "con",
        "aux",
        "nul",
        "com1",
        "lpt¹",
        "x" * 300,
        " ",
    ],
)
def test_hostile_names_of_communities_are_refused(fresh: Path, capsys: Capture, name: str) -> None:
    before = files_of(fresh)
    ended = copkit(capsys, "new", "community", "--root", fresh, "--", name)
    assert ended.code == 2
    assert len(ended.err.splitlines()) <= 2
    assert files_of(fresh) == before


@pytest.mark.parametrize("wanted", ["con", "lpt¹", "../x", "A", "", "a.", "programme", "Home-First", "x" * 61])
def test_hostile_ids_are_refused(fresh: Path, capsys: Capture, wanted: str) -> None:
    before = files_of(fresh)
    ended = copkit(capsys, "new", "community", "Frailty", "--id", wanted, "--dry-run", "--root", fresh)
    if wanted:
        assert (ended.code, ended.out) == (2, "")
        assert "--id: " in ended.err
    else:
        assert "communities/frailty/" in ended.out
    assert files_of(fresh) == before


def test_an_id_that_differs_only_in_capitals_is_refused(fresh: Path, capsys: Capture) -> None:
    (fresh / "communities" / "Frailty").mkdir()
    ended = new(capsys, fresh, "community", "Falls", "--id", "frailty")
    assert ended.code == 2
    assert "differs from “Frailty” only in capitals" in ended.err
    assert not (fresh / "communities" / "frailty").exists()


def test_a_letter_of_another_alphabet_is_pointed_out(fresh: Path, capsys: Capture) -> None:
    ended = new(capsys, fresh, "person", "Jo Ѕmith", "-o", "nhs-anytown-icb")
    assert ended.code == 0
    assert "mixes letters of two alphabets" in ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("person", "Jo Ng"), "say --organisation"),
        (("person", "Jo Ng", "-o", "hospice"), "there is no organisation “hospice”"),
        (("person", "Jo\u202eNg", "-o", "nhs-anytown-icb"), "nobody sees"),
        (("person", "Jo Ng", "-o", "nhs-anytown-icb", "--id", "con"), "Windows"),
        (("person", "Jo Ng", "-o", "nhs-anytown-icb", "--id", "amina.khan.", "--join", "home"), "--id"),
        ((*JO, "--join", "frailty"), "there is no community “frailty”"),
        (("community", "Falls", "--pattern", "some day"), "--pattern"),
        (("community", "Falls", "--convenor", "Nobody"), "“Nobody” is not known"),
        (("community", "Falls", "--convenor", "Amina"), "amina.khan"),
        (("session", "home", "2026-02-30"), "there is no 30 February 2026"),
        (("session", "home", "06/01/2026"), "DAY"),
        (("session", "home", "2026-06-16", "--start", "24:00"), "write 00:00"),
        (("session", "home", "2026-06-16", "--place", "moon"), "not a place"),
        (("session", "home", "2026-06-16", "--theme", "a\x1bb"), "nobody sees"),
        (("session", "nowhere", "2026-06-16"), "there is no community"),
    ],
)
def test_what_cannot_be_meant_is_refused(fresh: Path, capsys: Capture, words: tuple[str, ...], said: str) -> None:
    before = files_of(fresh)
    ended = new(capsys, fresh, *words)
    assert (ended.code, ended.out) == (2, "")
    assert said.casefold() in ended.err.casefold()
    assert files_of(fresh) == before


def test_session_takes_what_the_community_says(fresh: Path, capsys: Capture) -> None:
    copkit(capsys, "schedule", "--root", fresh, "--today", DAY)
    new(capsys, fresh, "session", "home", "16 June 2026", "--place", "in person", "--theme", "Care: at home #1")
    session = loaded(fresh).communities["home-first"].session("2026-06-16")
    assert session is not None
    plan = session.plan
    assert (plan.number, plan.start, plan.place, plan.theme) == (11, "10:00", "in-person", "Care: at home #1")
    assert (plan.agenda, plan.team.convenor) == ("in-person-standard", "amina.khan")
    assert loaded(fresh).findings == []


def test_second_session_of_a_day(fresh: Path, capsys: Capture) -> None:
    assert new(capsys, fresh, "session", "home", "2026-06-16", "--second").code == 3
    new(capsys, fresh, "session", "home", "2026-06-16")
    new(capsys, fresh, "session", "home", "2026-06-16", "--second", "--start", "14:00")
    ids = [session.id for session in loaded(fresh).communities["home-first"].sessions]
    assert ids == ["2026-06-16", "2026-06-16-2"]


@pytest.mark.parametrize(
    "words",
    [
        (*JO, "--join", "home"),
        ("organisation", "St Elsewhere Hospice", "--short", "Hospice"),
        ("community", "Frailty", "--convenor", "Amina Khan"),
        ("session", "home", "2026-06-16", "--theme", "Ångström"),
    ],
)
def test_dry_run_prints_the_very_change(fresh: Path, capsys: Capture, words: tuple[str, ...]) -> None:
    before = files_of(fresh)
    shown = new(capsys, fresh, *words, "--dry-run")
    assert (shown.code, files_of(fresh)) == (0, before)
    new(capsys, fresh, *words)
    after = files_of(fresh)
    subprocess.run(["git", "apply", "-R", "-"], cwd=fresh, input=shown.out.encode(), check=True, timeout=120)
    assert files_of(fresh) == before
    subprocess.run(["git", "apply", "-"], cwd=fresh, input=shown.out.encode(), check=True, timeout=120)
    assert files_of(fresh) == after != before


def test_a_register_that_is_a_link_out_of_the_workspace_is_neither_read_nor_written(
    fresh: Path, capsys: Capture, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret: {name: Secret}\n")
    (fresh / PEOPLE).unlink()
    (fresh / PEOPLE).symlink_to(outside)
    ended = new(capsys, fresh, *JO)
    assert ended.code == 3
    assert "leads out of the workspace" in ended.err
    assert outside.read_text() == "secret: {name: Secret}\n"


def test_a_folder_that_is_a_link_out_of_the_workspace_is_not_written(
    fresh: Path, capsys: Capture, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (fresh / "communities" / "home-first" / "sessions").symlink_to(outside, target_is_directory=True)
    ended = new(capsys, fresh, "session", "home", "2026-06-16")
    assert ended.code == 3
    assert list(outside.iterdir()) == []


@pytest.mark.needs("Unix")
def test_a_pipe_instead_of_a_register_is_refused_at_once(fresh: Path, capsys: Capture) -> None:
    (fresh / PEOPLE).unlink()
    os.mkfifo(fresh / PEOPLE)
    ended = new(capsys, fresh, *JO)
    assert ended.code == 3
    assert "not a plain file" in ended.err


def test_a_register_of_two_gigabytes_is_refused_before_it_is_read(fresh: Path, capsys: Capture) -> None:
    with (fresh / PEOPLE).open("wb") as file:
        file.truncate(2_000_000_000)
    ended = new(capsys, fresh, *JO)
    assert ended.code == 3
    assert "too large" in ended.err


def test_only_where_there_are_schemas_a_new_file_names_its_own(fresh: Path, capsys: Capture) -> None:
    new(capsys, fresh, "community", "Frailty")
    assert (fresh / "communities/frailty/community.yaml").read_text().startswith("# What the community")
    copkit(capsys, "schema", "--root", fresh)
    new(capsys, fresh, "community", "Falls")
    first = (fresh / "communities/falls/community.yaml").read_text().partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../.copkit/schemas/community.json"


def test_init_beside_a_link_out_of_the_folder(tmp_path: Path, capsys: Capture) -> None:
    inside, outside = tmp_path / "w", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (inside / "private").symlink_to(outside, target_is_directory=True)
    ended = start(capsys, inside)
    assert ended.code == 3
    assert "leads out of the workspace" in ended.err
    assert list(outside.iterdir()) == []
    assert files_of(inside) == {}


def test_a_session_beside_those_of_a_first_year_gets_a_number_after_theirs(fresh: Path, capsys: Capture) -> None:
    for day in ("2027-01-12", "2027-02-09"):
        assert new(capsys, fresh, "session", "home-first", day).code == 0
    first = fresh / "communities/home-first/sessions/2027-01-12.yaml"
    first.write_text(first.read_text().replace("number: 1\n", "number: 8\n"))
    new(capsys, fresh, "session", "home-first", "2027-01-20")
    assert "number: 9\n" in (fresh / "communities/home-first/sessions/2027-01-20.yaml").read_text()


def test_the_beginning_of_an_organisation_is_a_hint(fresh: Path, capsys: Capture) -> None:
    new(capsys, fresh, "organisation", "St Mary’s Hospice")
    ended = new(capsys, fresh, "person", "Bo Li", "--organisation", "st-marys")
    assert "Did you mean “st-marys-hospice”?" in ended.err


@pytest.mark.parametrize(("typed", "kept"), [("Expertise, clinical", ("expertise", "clinical")), ("none", ())])
def test_what_a_person_brings_is_written_and_no_word_for_nobody_asked(
    typed: str, kept: tuple[str, ...], fresh: Path, capsys: Capture
) -> None:
    new(capsys, fresh, *JO, "--brings", typed)
    new(capsys, fresh, "person", "Ida Marsh", "-o", "nhs-anytown-icb")
    people = loaded(fresh).shared.people
    assert people["jo.ng"].brings == kept
    assert ["brings" in people[key].model_fields_set for key in ("jo.ng", "ida.marsh")] == [True, False]
    before = files_of(fresh)
    again = new(capsys, fresh, *JO, "--brings", "authority")
    assert "stays as it is" in again.err and files_of(fresh) == before


def test_a_word_that_nobody_brings_is_refused(fresh: Path, capsys: Capture) -> None:
    before = files_of(fresh)
    ended = new(capsys, fresh, *JO, "--brings", "clinicall")
    assert ended.code == 2 and "Did you mean “clinical”?" in ended.err and "lived-experience" in ended.err
    assert files_of(fresh) == before


def test_on_a_terminal_it_asks_what_somebody_new_brings(
    fresh: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, typed = [], iter(["magic", "authority", ""])
    monkeypatch.setattr("copkit.cli.bringing.on_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda words, **_: asked.append(words) or next(typed))
    new(capsys, fresh, *JO)
    assert copkit(capsys, "join", "home", "Ida Marsh", "-o", "nhs-anytown-icb", "--root", fresh).code == 0
    assert copkit(capsys, "join", "home", "jo.ng", "--root", fresh, "--today", DAY).code == 0
    people = loaded(fresh).shared.people
    assert len(asked) == 3 and "lived-experience" in asked[0]
    assert people["jo.ng"].brings == ("authority",) and "brings" not in people["ida.marsh"].model_fields_set
