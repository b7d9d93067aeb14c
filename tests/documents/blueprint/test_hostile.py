"""A blueprint's settings come from elsewhere: nothing in them may do harm, and what is wrong has its place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.editing.carried import LONGEST, MOST, read_settings
from copkit.new.community import Circle
from copkit.new.sibling import sibling_files
from copkit.new.texts import Home
from copkit.workspace import Folder, load_community
from copkit.yamlfile import read as parsed
from tests.documents.blueprint.making import TODAY
from tests.shell import copkit, demonstration, snapshot

HOME = Home(Path("nowhere"))
GOOD = "format: 1\npurpose: [Talk]\nrhythm: {pattern: second tuesday}\n"

BAD = {
    "empty": ("", "this file holds no settings of a blueprint", 1),
    "a community": ("id: one\nname: One\npurpose: [x]\n", "this file holds no settings of a blueprint", 1),
    "a list": ("- format: 1\n", "expected blueprint settings here", 1),
    "newer": ("from: x\nformat: 2\n", "this blueprint has form 2, and this copkit reads up to 1", 2),
    "an alias": ("format: 1\npurpose: &a [x]\nrisks: *a\n", "anchor", 2),
    "a tag": ("format: 1\nfrom: !!python/object/apply:os.system [ls]\n", "tag", 2),
    "twice": ("format: 1\npurpose: [x]\npurpose: [y]\n", "twice", 3),
    "broken": ("format: 1\npurpose: [x\n", "", 2),
    "deep": ("format: 1\npurpose: " + "[" * 5000, "", 2),
    "long": (f"format: 1\nfrom: {'x' * (LONGEST + 1)}\n", f"this text has {LONGEST + 1} letters", 2),
    "many": ("format: 1\nrisks:\n" + "  - x\n" * (MOST + 1), f"risks has {MOST + 1} items", 2),
    "conflict": ("format: 1\n<<<<<<< a\nfrom: x\n=======\nfrom: y\n>>>>>>> b\n", "", 2),
    "hidden": ("format: 1\nfrom: a\u202eb\n", "", 2),
    "not a number": ("format: 1\nrhythm:\n  meetings: lots\n", "", 3),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_said_with_its_place_and_nothing_is_made(case: str, tmp_path: Path) -> None:
    text, message, line = BAD[case]
    root = demonstration(tmp_path / "w")
    path = tmp_path / "b.yaml"
    path.write_text(text, encoding="utf-8")
    before = snapshot(root)
    ran = copkit("new", "community", "Frailty", "--like", path, root=root)
    assert ran.code == 3, ran.out
    assert f"b.yaml:{line}:" in ran.out
    assert message in ran.out
    assert "nothing was made from it" in ran.err
    assert snapshot(root) == before


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    read = read_settings(b"\xff\xfe\x00format", "b.yaml")
    assert read.settings is None
    assert read.findings


def test_a_rule_that_cannot_be_used_is_left_out_and_said() -> None:
    text = (
        "format: 1\nrhythm:\n  pattern: whenever\n  meetings: 999999\n  in_person: [0, 3, 90000]\n  venue: Lair\n"
    )
    read = read_settings(text.encode(), "b.yaml")
    assert read.settings is not None
    rhythm = read.settings.rhythm
    assert (rhythm.pattern, rhythm.promised, rhythm.venue) == ("", 10, "")
    assert [(one.severity.word, one.position.line) for one in read.findings] == [("warning", 3), ("warning", 4)]


def test_no_meeting_month_left_is_refused() -> None:
    months = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
    read = read_settings(f"format: 1\nrhythm: {{break_months: [{', '.join(months)}]}}\n".encode(), "b.yaml")
    assert read.settings is not None
    assert read.settings.rhythm.break_months == ()
    assert [one.severity.word for one in read.findings] == ["warning"]


def test_an_unknown_field_is_a_warning_and_a_name_as_lead_is_dropped() -> None:
    text = (
        GOOD
        + "colour: red\nrunning_orders:\n  - items:\n"
        + "      - {minutes: 5, what: Hello, lead: Jo Ng}\n      - {minutes: 5, lead: convenor}\n"
    )
    read = read_settings(text.encode(), "b.yaml")
    assert read.settings is not None
    assert [(one.code, one.position.line) for one in read.findings] == [("REF-05", 4)]
    assert [one.lead for one in read.settings.running_orders[0].items] == ["", "convenor"]


def test_no_text_breaks_out_of_its_line_in_the_files_that_are_made(tmp_path: Path) -> None:
    evil = 'x\\nteam:\\n  - {who: mallory, role: convenor}\\n# \\" <script>alert(1)</script> {{ 7 * 7 }} =cmd()'
    text = (
        f'format: 1\nfrom: "{evil}"\nlicence: "{evil}"\npurpose: ["{evil}"]\n'
        f'must_stay: ["{evil}"]\nrisks: ["{evil}"]\n'
        f'practice: {{we_share: ["{evil}"]}}\nagreement: {{principles: ["{evil}"]}}\n'
        f'roles: [{{role: convenor, hours: "{evil}"}}]\n'
        f'practices: [{{what: "{evil}", why: "{evil}", verdict: keep, evidence: "{evil}"}}]\n'
        f'feedback_form: [{{question: "{evil}", item: useful}}]\n'
        f'running_orders: [{{place: online, items: [{{minutes: 5, what: "{evil}", method: "{evil}"}}]}}]\n'
    )
    read = read_settings(text.encode(), "b.yaml")
    assert read.settings is not None
    assert not read.findings
    for path, data in sibling_files(HOME, Circle("two", "Two"), read.settings, TODAY).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    files = load_community(Folder(tmp_path), "two")
    assert files.files.findings == []
    assert files.about.team == ()
    assert len(files.about.purpose) == len(files.about.agreement.principles) == 1
    page = copkit("blueprint", "two", "--out", "-", root=tmp_path)
    assert page.code == 0, page.err
    assert "<script>alert" not in page.out
    assert "&lt;script&gt;alert" in page.out


def test_the_page_itself_a_missing_file_and_a_folder_with_several_are_told_apart(tmp_path: Path) -> None:
    root = demonstration(tmp_path / "w")
    out = tmp_path / "o"
    copkit("blueprint", "systems-leadership", "--out", out, root=root)
    page = copkit("new", "community", "Frailty", "--like", out / "systems-leadership-blueprint.html", root=root)
    assert "is the page to read; its settings are beside it" in page.err
    none = copkit("new", "community", "Frailty", "--like", out / "gone.yaml", root=root)
    assert "there is no community and no file" in none.err
    empty = copkit("new", "community", "Frailty", "--like", root, root=root)
    assert "holds no blueprint" in empty.err
    copkit("blueprint", "operational-teams", "--out", out, root=root)
    two = copkit("new", "community", "Frailty", "--like", out, root=root)
    assert "Name one of blueprint-operational-teams.yaml, blueprint-systems-leadership.yaml." in two.err
    assert not (root / "communities/frailty").exists()
    assert {page.code, none.code, empty.code, two.code} == {2}


def test_a_link_that_leads_elsewhere_is_read_as_the_user_named_it_or_refused(tmp_path: Path) -> None:
    root = demonstration(tmp_path / "w")
    (tmp_path / "away").mkdir()
    (tmp_path / "away/b.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "away/b.yaml")
    ran = copkit("new", "community", "Frailty", "--like", tmp_path / "b.yaml", root=root)
    assert ran.code == 0, ran.err


PIECES = st.sampled_from(
    [
        "format: 1",
        "purpose:",
        "  - ",
        "rhythm: {",
        "}",
        "[",
        "]",
        "\n",
        "x: y",
        ": ",
        "'",
        '"',
        "|",
        ">",
        "#",
        "&a",
        "*a",
        "meetings: 3",
        "practices:\n  - what: ",
        "\t",
        "\x00",
        "é",
        "\u202e",
        "---",
        "<<<<<<< a",
        "from: ",
        "roles: [{role: ",
        "convenor",
        "in_person: [1, ",
        "agreement: {rule: open, principles: [",
        "running_orders: [{items: [{minutes: 5}]}]",
    ]
)


@given(st.lists(PIECES, max_size=30))
@settings(max_examples=60)
def test_whatever_is_in_a_file_reading_it_ends_and_what_comes_of_it_can_be_read(pieces: list[str]) -> None:
    read = read_settings(("format: 1\n" + "".join(pieces)).encode(), "b.yaml")
    if read.settings is None or any(one.severity.word == "error" for one in read.findings):
        assert read.findings
        return
    made = sibling_files(HOME, Circle("two", "Two"), read.settings, TODAY)
    for path, data in made.items():
        if path.endswith(".yaml"):
            assert not parsed(data, path).findings
