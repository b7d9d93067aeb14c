"""Tests stand where what they test stands: a folder of tests is named for a room of copkit, or goes across them."""

from pathlib import Path

TESTS = Path(__file__).parent
COPKIT = TESTS.parent / "copkit"
ACROSS = {
    "benchmarks": "races of whole commands",
    "demonstration": "the workspace that this project ships",
    "docs": "the pages in docs/, made anew and held",
    "hostile": "every command, with what nobody should have typed",
    "judges": "the programs that judge what copkit prints",
    "markers": "what reaches whom, over every command that prints",
    "slow": "whole commands, killed",
    "supply": "what is installed, and how",
    "cli/change": "commands: from talk to change",
    "cli/starting": "commands: starting",
}


def rooms_of_tests() -> set[str]:
    return {path.parent.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py")} - {"."}


def is_room(name: str) -> bool:
    return (COPKIT / name).is_dir() or (COPKIT / f"{name}.py").is_file()


def test_each_folder_of_tests_is_a_room_of_copkit_or_goes_across_them() -> None:
    found = rooms_of_tests()
    assert len(found) > 30
    strays = {name for name in found if not is_room(name)}
    assert strays - ACROSS.keys() == set(), "name it for the package or the module that it tests"
    assert ACROSS.keys() - strays == set(), "it is there no more, or is a room: take it off"
