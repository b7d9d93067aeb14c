"""What a run that was killed has begun is finished by the same command, and by no other."""

from pathlib import Path

import pytest

from tests.cli.starting.helpers import command_line, copkit, files_of, start

Capture = pytest.CaptureFixture[str]
PROGRAMME = "communities/programme/programme.yaml"


@pytest.fixture
def begun(tmp_path: Path, capsys: Capture) -> Path:
    """A workspace without what is written last."""
    start(capsys, tmp_path)
    for name in (PROGRAMME, "communities/programme/people.yaml", "private/README.txt"):
        (tmp_path / name).unlink()
    return tmp_path


def test_a_workspace_that_was_begun_is_finished(begun: Path, tmp_path_factory: pytest.TempPathFactory,
                                                capsys: Capture) -> None:  # fmt: skip
    whole = tmp_path_factory.mktemp("whole")
    start(capsys, whole)
    assert start(capsys, begun).code == 0
    assert files_of(begun) == files_of(whole)


def test_a_workspace_that_others_began_is_left_alone(begun: Path, capsys: Capture) -> None:
    before = files_of(begun)
    ended = start(capsys, begun, community="Frailty")
    assert ended.code == 3 and "is a workspace already; nothing was written" in ended.err
    assert files_of(begun) == before


@pytest.mark.parametrize("left", [(), ("community.yaml",)])
def test_a_community_that_was_begun_is_finished(tmp_path: Path, capsys: Capture, left: tuple[str, ...]) -> None:
    copkit(capsys, *command_line(tmp_path))
    words = ("new", "community", "Frailty", "--root", tmp_path, "--today", "2026-04-01")
    assert copkit(capsys, *words).code == 0
    whole = files_of(tmp_path)
    for path in (tmp_path / "communities/frailty").iterdir():
        if path.name not in left:
            path.unlink()
    assert copkit(capsys, *words).code == 0
    assert files_of(tmp_path) == whole
