"""How checks are chosen, accepted and put together."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from copkit.checks import Selection, check, registry
from copkit.findings import Severity
from copkit.workspace import Bytes, Folder
from copkit.world.git.tracked import tracked_files
from tests.checks.workspaces import BAD, BASE, Bad, bad

TODAY = date(2026, 5, 1)


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / "communities" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(root: Path, today: date = TODAY, **more: object) -> list[str]:
    return [finding.code for finding in check(Folder(root), today=today, **more)]  # type: ignore[arg-type]


def test_a_selection_takes_codes_and_families() -> None:
    assert Selection.of(["ses-02", "AGE"]).codes == {"SES-02"} | {one for one in registry() if one[:3] == "AGE"}
    assert Selection.of().codes == set(registry())
    with pytest.raises(KeyError):
        Selection.of(["SES-02", "NOPE"])


def test_only_what_is_chosen_runs(tmp_path: Path) -> None:
    one = bad("REF-01-words", tmp_path)
    assert {finding.code for finding in one.found()} == {"REF-01", "ROL-06"}
    assert {finding.code for finding in one.found(Selection.of(["ROL"]))} == {"ROL-06"}
    errors = one.found(Selection.of((), Severity.ERROR))
    assert errors
    assert all(finding.severity is Severity.ERROR for finding in errors)


ALONE = [path for path in BAD if path.name != "REF-14"]
"""Whether an acceptance covers anything is only known when the other checks run."""


@pytest.mark.parametrize("overlay", ALONE, ids=lambda path: path.name)
def test_each_check_finds_alone_what_it_finds_with_the_others(overlay: Path, tmp_path: Path) -> None:
    one = Bad(overlay, tmp_path)
    together = [finding for finding in one.found() if finding.code == one.code]
    assert one.found(Selection.of([one.code])) == together


def test_an_accepted_finding_is_not_told_until_its_day_has_passed(tmp_path: Path) -> None:
    one = bad("DOM-08", tmp_path)
    accept = "\naccept: [{check: DOM-08, because: none found, until: 2026-12-31}]"
    edit(one.root, "one/community.yaml", "id: one", f"id: one{accept}")
    assert one.found() == []
    late = list(check(Folder(one.root), today=date(2027, 1, 1), selection=Selection.of(["DOM-08", "REF-14"])))
    assert [finding.code for finding in late] == ["DOM-08", "REF-14"]


def test_what_reading_finds_can_be_accepted_in_its_record(tmp_path: Path) -> None:
    one = bad("REF-05", tmp_path)
    plan = "one/sessions/2026-06-09.yaml"
    accept = "\naccept:\n  - {check: REF-05, because: our own field, until: 2026-12-31}"
    edit(one.root, plan, "link:", f"{accept.strip()}\nlink:")
    assert "REF-05" not in {finding.code for finding in one.found()}


def test_what_stands_in_the_text_can_be_accepted_in_its_record(tmp_path: Path) -> None:
    one = bad("PRV-08", tmp_path)
    accept = "accept: [{check: PRV-08, because: the venue's own desk, until: 2026-12-31}]\n"
    edit(one.root, "one/sessions/2026-09-08.yaml", "tables:", f"{accept}tables:")
    paths = {finding.position.path for finding in one.found() if finding.code == "PRV-08"}
    assert "communities/one/sessions/2026-09-08.yaml" not in paths
    assert len(paths) == 2


def test_an_overlap_can_be_accepted_on_each_side(tmp_path: Path) -> None:
    one = bad("SCH-09", tmp_path)
    accept = "accept: [{check: SCH-09, because: another person stands in, until: 2026-12-31}]\n"
    edit(one.root, "two/sessions/2026-06-09.yaml", "place:", f"{accept}place:")
    assert {finding.position.path for finding in one.found()} == {"communities/one/sessions/2026-06-09.yaml"}


def test_a_community_asked_for_alone_still_sees_whom_it_overlaps(tmp_path: Path) -> None:
    one = bad("SCH-09", tmp_path)
    alone = list(check(Folder(one.root), today=one.today, communities=["two"]))
    assert [(finding.code, finding.position.path) for finding in alone] == [
        ("SCH-09", "communities/two/sessions/2026-06-09.yaml")
    ]


def test_thresholds_can_be_changed(tmp_path: Path) -> None:
    one = bad("SES-06-not-yet", tmp_path)
    assert one.found() == []
    path = one.root / "communities/programme/programme.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write("thresholds:\n  SES-06.warning: 60\n")
    assert [(finding.code, finding.severity.word) for finding in one.found()] == [("SES-06", "warning")]


def test_a_closed_community_is_asked_of_its_future_that_it_cancels_what_was_to_come(tmp_path: Path) -> None:
    one = bad("SES-04-error", tmp_path)
    assert [finding.code for finding in one.found()] == ["SES-04"]
    edit(one.root, "one/community.yaml", "id: one", "id: one\nclosed: 2026-05-01\nclosed_because: merged")
    assert [(found.code, found.position.path[-15:]) for found in one.found()] == [
        ("SES-15", "2026-06-09.yaml"),
        ("SES-15", "2026-09-08.yaml"),
        ("SES-15", "2026-11-10.yaml"),
    ]


def test_a_community_that_might_be_is_not_asked_what_it_made(tmp_path: Path) -> None:
    one = bad("DOM-05", tmp_path)
    edit(one.root, "one/community.yaml", "stage: coalescing", "stage: potential")
    assert one.found() == []


def test_a_folder_without_a_record_is_one_finding(tmp_path: Path) -> None:
    one = Bad(BAD[0], tmp_path)
    (one.root / "communities/three/sessions").mkdir(parents=True)
    found = [f for f in one.found() if f.position.path.startswith("communities/three")]
    assert [(finding.code, finding.position.path) for finding in found] == [
        ("REF-08", "communities/three/community.yaml")
    ]


class Watched(Folder):
    """A folder that remembers in which order its files were read."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.order: list[str] = []

    def read(self, path: str) -> Bytes:
        self.order.append(path.split("/")[1])
        return super().read(path)


def test_one_community_is_read_at_a_time_and_told_before_the_next(tmp_path: Path) -> None:
    one = bad("SCH-09", tmp_path)
    edit(one.root, "one/community.yaml", "sponsor: jo.ng", "sponsor: jo.nga")
    tree = Watched(one.root)
    first = next(check(tree, today=one.today))
    assert first.code == "REF-01"
    assert "two" not in tree.order


def test_the_same_findings_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    one = bad("REF-01-words", tmp_path)

    class Backwards(Folder):
        def files(self, path: str) -> list[str]:
            return super().files(path)[::-1]

    assert sorted(check(Backwards(one.root), today=one.today)) == sorted(check(Folder(one.root), today=one.today))


def test_ids_that_differ_only_in_capitals_are_refused(tmp_path: Path) -> None:
    one = Bad(BAD[0], tmp_path)
    (one.root / "communities/One").mkdir()
    (one.root / "communities/One/community.yaml").write_text("name: Another\n", encoding="utf-8")
    assert {"REF-03", "REF-12"} <= {finding.code for finding in one.found()}


HOSTILE_IDS = [
    "con", "aux", "nul", "com1", "lpt¹", "../../etc/x", "a/b", "..", ".git", "-rf", "--help", "x" * 300, "a.",
    "Amina Khan", "zoë", "a_b", "a..b",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE_IDS)
def test_ids_that_cannot_be_used_are_refused(name: str, tmp_path: Path) -> None:
    one = Bad(next(path for path in BAD if path.name == "SES-06-not-yet"), tmp_path)
    path = one.root / "communities/programme/people.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"'{name}': {{name: Somebody Else, organisation: icb}}\n")
    found = [finding for finding in one.found() if finding.code == "REF-12"]
    assert [finding.position.line for finding in found] == [6]


def test_a_name_in_hebrew_or_arabic_is_no_finding(tmp_path: Path) -> None:
    one = Bad(next(path for path in BAD if path.name == "SES-06-not-yet"), tmp_path)
    path = one.root / "communities/programme/people.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write(
            "yael.levi: {name: יעל לוי, organisation: icb}\nlayla.omar: {name: ليلى عمر, organisation: icb}\n"
        )
    assert one.found() == []


def test_the_base_is_quiet_all_year_but_for_what_time_brings() -> None:
    assert codes(BASE, date(2026, 5, 2)) == []
    assert set(codes(BASE, date(2026, 6, 15))) == {"SES-01"}


@pytest.mark.parametrize("name", ["people", "organisations", "programme"])
def test_a_register_that_cannot_be_read_is_one_finding(name: str, tmp_path: Path) -> None:
    one = Bad(next(path for path in BAD if path.name == "SES-06-not-yet"), tmp_path)
    path = one.root / f"communities/programme/{name}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "a: b: c\n", encoding="utf-8")
    assert [(finding.code, finding.position.path.rpartition("/")[2]) for finding in one.found()] == [
        ("REF-08", f"{name}.yaml")
    ]


@pytest.mark.parametrize(("day", "severity"), [("2026-03-29", "error"), ("2026-10-25", "warning")])
def test_a_time_that_the_clocks_skip_or_repeat_is_told(day: str, severity: str, tmp_path: Path) -> None:
    one = Bad(next(path for path in BAD if path.name == "SES-06-not-yet"), tmp_path)
    plan = one.root / f"communities/one/sessions/{day}.yaml"
    plan.write_text("start: 01:30\n", encoding="utf-8")
    found = list(check(Folder(one.root), today=date(2026, 3, 1), selection=Selection.of(["REF-06"])))
    assert [(finding.severity.word, finding.position.path[-15:]) for finding in found] == [
        (severity, f"{day}.yaml")
    ]


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True, timeout=120)


def test_git_is_asked_what_it_keeps(tmp_path: Path) -> None:
    assert tracked_files(tmp_path) is None
    git(tmp_path, "init", "-q")
    (tmp_path / "zoë.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("a: 1\n", encoding="utf-8")
    git(tmp_path, "add", "zoë.yaml")
    assert tracked_files(tmp_path) == {"zoë.yaml"}


def test_a_folder_that_only_looks_like_a_repository_is_unknown(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert tracked_files(tmp_path) is None
