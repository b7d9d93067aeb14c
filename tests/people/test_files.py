"""A register in one file or in several: whoever asks or prints sees no difference, and what is new has its file."""

import json
import subprocess
from pathlib import Path

import pytest

from copkit.models.programme import Person
from copkit.workspace import Folder, load_shared
from tests.people.making import PEOPLE, add, notes, plan
from tests.shell import copkit, snapshot

DAY = "2026-05-12"
PROGRAMME = "communities/programme"
TODAY = ("--today", "2026-05-13")


def split(root: Path) -> Path:
    """The registers of a workspace, an entry a file in turn: each has two files and the one is gone."""
    for register in ("people", "organisations"):
        one = root / PROGRAMME / f"{register}.yaml"
        parts: dict[str, str] = {"anyshire": "", "elsewhere": ""}
        blocks = [block for block in one.read_text(encoding="utf-8").split("\n") if block[:1].isalnum()]
        for number, block in enumerate(blocks):
            parts[("anyshire", "elsewhere")[number % 2]] += f"{block}\n"
        one.unlink()
        for name, text in parts.items():
            put(root, f"{register}/{name}.yaml", text)
    return root


def put(root: Path, name: str, text: str, *, more: bool = False) -> Path:
    path = root / PROGRAMME / name
    path.parent.mkdir(exist_ok=True)
    before = path.read_text(encoding="utf-8") if more and path.exists() else ""
    path.write_text(before + text, encoding="utf-8")
    return path


def settle(root: Path, name: str) -> None:
    """Let the settings name the file for what is new."""
    put(root, "programme.yaml", f"new_entries_in: {name}\n", more=True)


@pytest.fixture
def one(fresh: Path) -> Path:
    """A workspace with people, a session and notes, its register in one file with an entry a line."""
    (fresh / PROGRAMME / "people.yaml").write_text(
        'amina.khan: {name: "Amina Khan", organisation: nhs-anytown-icb}\n', encoding="utf-8"
    )
    (fresh / PROGRAMME / "organisations.yaml").write_text(
        "nhs-anytown-icb: {name: NHS Anytown ICB, sector: icb}\n"
        "hospice: {name: St Elsewhere Hospice, sector: voluntary}\n",
        encoding="utf-8",
    )
    add(fresh, PEOPLE)
    plan(fresh, DAY, "team: {moderator: Mary}")
    notes(fresh, DAY, "action: Joe | send the form | 9 June 2026", present="[amina.khan, joe.bell, sian.price]")
    return fresh


@pytest.fixture
def several(one: Path) -> Path:
    return split(one)


def found(root: Path) -> list[tuple[str, str]]:
    told = json.loads(copkit("check", "--json", *TODAY, root=root).out)["findings"]
    return sorted((one["code"], one["message"]) for one in told)


def test_nothing_that_is_asked_or_printed_differs(one: Path) -> None:
    def everything() -> list[object]:
        documents = [
            copkit(*words, "home-first", *rest, "--format", "txt", "--out", "-", *TODAY, root=one)
            for words, rest in ((["agenda"], [DAY]), (["plan"], [DAY]), (["notes", "print"], [DAY]))
        ]
        return [found(one), *documents, copkit("notes", "show", "home-first", DAY, root=one)]

    before = everything()
    split(one)
    assert everything() == before
    assert "Joe Bell" in str(before) and "Mary Jane Hart" in str(before)


def test_the_one_file_and_others_stand_together(several: Path) -> None:
    put(several, "people.yaml", 'lee.marsh: {name: "Lee Marsh", organisation: hospice}\n')
    assert {"lee.marsh", *PEOPLE} < set(load_shared(Folder(several)).people)


def test_the_same_id_in_two_files_is_an_error_with_both_places(several: Path) -> None:
    put(several, "people/elsewhere.yaml", 'amina.khan: {name: "Amina Khan", organisation: hospice}\n', more=True)
    put(several, "people/elsewhere.yaml", 'AMINA.khan: {name: "Amina Khan", organisation: hospice}\n', more=True)
    ran = copkit("check", "--only", "REF-03", *TODAY, root=several)
    assert ran.code == 1
    lines = (several / PROGRAMME / "people/elsewhere.yaml").read_text(encoding="utf-8").splitlines()
    assert f"people/elsewhere.yaml:{len(lines) - 1}:1" in ran.out
    assert ran.out.count("people/anyshire.yaml:1:1") == 2
    assert load_shared(Folder(several)).people["amina.khan"].organisation == "nhs-anytown-icb"


@pytest.mark.parametrize("settled", [True, False])
def test_who_is_new_goes_to_the_file_that_the_settings_name(several: Path, settled: bool) -> None:
    if settled:
        settle(several, "anyshire")
    table = several / "list.csv"
    table.write_text("name,organisation\nBo Lind,St Elsewhere Hospice\n", encoding="utf-8")
    before = snapshot(several / PROGRAMME)
    for words in (
        ("new", "person", "Rosa Lind", "--organisation", "hospice"),
        ("join", "home-first", "Tom Ward", "--organisation", "hospice", *TODAY, "--out", "-", "--format", "txt"),
        ("import", "members", "home-first", str(table), *TODAY),
        ("new", "organisation", "The Shelter", "--sector", "voluntary"),
    ):
        ran = copkit(*words, root=several)
        assert ran.code == 0, ran.err
    changed = {path for path, data in snapshot(several / PROGRAMME).items() if before.get(path) != data}
    name = "people/anyshire.yaml" if settled else "people.yaml"
    assert changed == {name, name.replace("people", "organisations")}
    text = (several / PROGRAMME / name).read_text(encoding="utf-8")
    assert [key in text for key in ("rosa.lind:", "tom.ward:", "bo.lind:")] == [True] * 3
    assert not {code for code, _ in found(several)} & {"REF-01", "REF-02", "REF-03", "REF-04", "REF-08"}


@pytest.mark.parametrize("name", ["../people", "people/new", "con", "New People"])
def test_a_name_that_no_file_can_have_stops_what_would_write_there(several: Path, name: str) -> None:
    settle(several, f'"{name}"')
    before = snapshot(several)
    assert next(message for code, message in found(several) if code == "REF-12").startswith("no file can be called")
    ran = copkit("new", "person", "Rosa Lind", "--organisation", "hospice", root=several)
    assert ran.code == 3 and "programme.yaml:" in ran.err and "nothing was written" in ran.err
    assert snapshot(several) == before


def test_nobody_is_added_while_a_part_of_the_register_cannot_be_read(several: Path) -> None:
    put(several, "people/elsewhere.yaml", "rosa.lind: {name: Rosa Lind\n", more=True)
    ran = copkit("new", "person", "Rosa Lind", "--organisation", "hospice", root=several)
    assert ran.code == 3 and "people/elsewhere.yaml:" in ran.err
    assert not (several / PROGRAMME / "people.yaml").exists()
    assert not {code for code, _ in found(several)} & {"REF-01", "REF-04", "NOT-03"}


@pytest.mark.parametrize("who", ["joe.bell", "sian.price"])
def test_a_person_is_told_taken_out_and_leaves_wherever_the_entry_stands(several: Path, who: str) -> None:
    home = next(path for path in (several / PROGRAMME / "people").iterdir() if f"{who}:" in path.read_text())
    ran = copkit("leave", "home-first", who, "--programme", "--on", "2026-06-01", root=several)
    assert ran.code == 0, ran.err
    assert "left: 2026-06-01" in home.read_text(encoding="utf-8")
    told = json.loads(copkit("privacy", "export", who, "--json", *TODAY, root=several).out)
    assert f"{PROGRAMME}/people/{home.name}" in {one["path"] for one in told["mentions"]}
    ran = copkit("privacy", "erase", who, root=several)
    assert ran.code == 0, ran.err
    kept = load_shared(Folder(several)).people["former-member-01"]
    assert kept == Person(name="Former member 01", organisation="nhs-anytown-icb", left=kept.left)
    assert "former-member-01" in home.read_text(encoding="utf-8") and who not in home.read_text(encoding="utf-8")


def test_personal_details_are_found_in_each_file(several: Path) -> None:
    put(several, "people/elsewhere.yaml", "x.y: {name: X Y, organisation: hospice, x-from: SW1A 1AA}\n", more=True)
    assert "PRV-08" in {code for code, _ in found(several)}


def git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@mail.example", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture
def kept(several: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same kept by git, everything committed."""
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "A")
        monkeypatch.setenv(f"{name}_EMAIL", "a@mail.example")
    git(several, "init", "-q")
    git(several, "add", "-A")
    git(several, "commit", "-qm", "All")
    settle(several, "anyshire")
    git(several, "commit", "-qam", "Settings")
    return several


def committed(root: Path) -> set[str]:
    return set(git(root, "show", "--name-only", "--format=", "HEAD").split())


def test_a_roll_goes_with_its_entries_and_leaves_other_files_alone(kept: Path) -> None:
    words = ("join", "home-first", "Tom Ward", "--organisation", "hospice", "--out", "-", "--format", "txt")
    copkit(*words, *TODAY, root=kept)
    put(kept, "people/elsewhere.yaml", "# a remark\n", more=True)
    ran = copkit("save", "home-first", root=kept)
    assert ran.code == 0, ran.err
    own = {f"communities/home-first/{name}.yaml" for name in ("members", "community")}  # it is for the hospice too
    assert committed(kept) == {*own, f"{PROGRAMME}/people/anyshire.yaml"}
    assert "people/elsewhere.yaml" in ran.err


def test_notes_go_with_who_is_new_and_the_new_organisation(kept: Path) -> None:
    copkit("new", "organisation", "The Shelter", "--sector", "voluntary", root=kept)
    copkit("new", "person", "Tom Ward", "--organisation", "the-shelter", root=kept)
    own = f"communities/home-first/sessions/{DAY}.notes.yaml"
    (kept / own).write_text((kept / own).read_text(encoding="utf-8") + "  idea: ask Tom Ward\n", encoding="utf-8")
    ran = copkit("notes", "commit", "home-first", DAY, *TODAY, root=kept)
    assert ran.code == 0, ran.err
    assert committed(kept) == {own, *(f"{PROGRAMME}/{name}/anyshire.yaml" for name in ("people", "organisations"))}


def test_what_is_staged_is_checked_in_each_file(kept: Path) -> None:
    put(kept, "people/elsewhere.yaml", "amina.khan: {name: Amina Khan, organisation: hospice}\n", more=True)
    git(kept, "add", "-A")
    ran = copkit("check", "--staged", *TODAY, root=kept)
    assert ran.code == 1 and "REF-03" in ran.out and "people/elsewhere.yaml" in ran.out


def test_an_older_format_is_migrated_with_its_registers(several: Path) -> None:
    settings = several / PROGRAMME / "programme.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("format: 2", "format: 1"), encoding="utf-8")
    before = snapshot(several / PROGRAMME / "people")
    assert copkit("migrate", root=several).code == 0
    assert snapshot(several / PROGRAMME / "people") == before
    assert "amina.khan" in load_shared(Folder(several)).people


ENTRY = """\
person.n{n}:
  name: Person N{n}
  organisation:
    - {{id: hospice, from: 2020-01-01, job: Nurse}}
    - {{id: nhs-anytown-icb, from: 2023-01-01, job: Ward manager}}
  job: Ward manager
  job_family: nursing
  profession: nurse
  brings: [clinical, expertise, lived-experience]
  background: [od, coaching]
  also_known_as: [P {n}, Pat {n}]
  publish: yes
  consent: {{list_name: yes, photo: no, directory: yes, date: 2025-04-01, how: by e-mail}}
"""


@pytest.mark.parametrize("files", [1, 10])
def test_five_thousand_people_with_all_their_fields_are_read(one: Path, files: int) -> None:
    every = [ENTRY.format(n=n) for n in range(5000)]
    for number in range(files):
        name = "people.yaml" if files == 1 else f"people/part-{number}.yaml"
        put(one, name, "".join(every[number::files]), more=True)
    shared = load_shared(Folder(one))
    assert len(shared.people) == 5000 + 1 + len(PEOPLE)
    assert shared.files.findings == []
