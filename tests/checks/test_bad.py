"""Every bad workspace has exactly the findings that its own lines state."""

from pathlib import Path

import pytest

from copkit.checks import check, registry
from copkit.workspace import Folder
from tests.checks.workspaces import BAD, BASE, Bad, differences

QUIET = {"NEW-01-on-time", "SES-06-not-yet"}
"""Workspaces that show when a check says nothing yet."""


def test_the_good_workspace_has_no_findings() -> None:
    assert list(check(Folder(BASE), default_today=lambda shared: shared.programme.as_of)) == []


@pytest.mark.parametrize("overlay", BAD, ids=lambda path: path.name)
def test_each_has_just_the_findings_that_it_states(overlay: Path, tmp_path: Path) -> None:
    bad = Bad(overlay, tmp_path)
    expected, found = bad.expected(), bad.found()
    assert differences(expected, found) == []
    if overlay.name in QUIET:
        assert not found
    else:
        assert bad.code in {finding.code for finding in found}
        assert all(finding.message and finding.position.line > 0 for finding in found)


def test_every_check_has_a_bad_workspace() -> None:
    assert len(BAD) > 80
    assert {path.name[:6] for path in BAD} == set(registry())


def test_a_finding_that_is_missing_extra_or_of_another_severity_is_told(tmp_path: Path) -> None:
    bad = Bad(next(path for path in BAD if path.name == "SES-02"), tmp_path)
    expected, found = bad.expected(), bad.found()
    assert differences(set(), found)[0].startswith("not expected")
    assert differences(expected, [])[0].startswith("missing")
    assert "is info, not error" in differences({one._replace(severity="error") for one in expected}, found)[0]
