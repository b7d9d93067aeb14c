"""`copkit new event`, `challenge`, `cohort`, `opportunity`: the programme's lists grow at their end."""

from pathlib import Path
from typing import Any

import pytest

from copkit.workspace import Folder, load_shared
from tests.cli.change.conftest import SESSION
from tests.shell import copkit, demonstration, snapshot


def listed(root: Path, kind: str) -> list[Any]:
    return list(load_shared(Folder(root)).other.get(kind, {}).values())


def test_a_list_that_is_not_there_is_begun(held: Path) -> None:
    ended = copkit("new", "event", "--name", "ICS Assembly: autumn", "--date", "25 Nov 2026", root=held)
    assert (ended.code, ended.out.splitlines()[0]) == (0, "wrote communities/programme/events.yaml")
    assert (held / "communities/programme/events.yaml").read_text() == (
        '- name: "ICS Assembly: autumn"\n  kind:\n  date: 2026-11-25\n  community: home-first\n'
        "  from_us:\n  took:\n  brought_back:\n"
    )
    assert copkit("check", root=held).code == 0


def test_a_line_gives_an_opportunity_its_words_and_link(held: Path) -> None:
    copkit("new", "opportunity", "--line", f"{SESSION}/opportunity/1", "--closes", "2026-09-30", root=held)
    copkit("new", "opportunity", "--line", f"{SESSION}/resource/1", "--reader", "team", root=held)
    first, second = listed(held, "opportunities")
    assert (first.name, first.text, str(first.closes)) == (
        "A year of coaching",
        "a year of coaching #talent",
        "2026-09-30",
    )
    assert (second.name, second.link, second.for_) == ("The form", "https://example.org/form", "team")


def test_a_connection_gives_an_event_those_who_went(held: Path) -> None:
    copkit("new", "event", "--line", f"{SESSION}/connect/1", "--name", "A visit", root=held)
    (event,) = listed(held, "events")
    assert event.from_us == ("amina.khan", "joe.bell")


def test_the_demonstration_keeps_every_other_byte(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    before = snapshot(root)
    copkit(
        "new",
        "challenge",
        "--name",
        "Warm homes 2027",
        "--opens",
        "2027-01-04",
        "--closes",
        "2027-02-12",
        root=root,
    )
    copkit(
        "new", "cohort", "--name", "Next year's", "--kind", "train-the-trainer", "--starts", "2027-03-01", root=root
    )
    copkit("new", "event", "system", "--name", "Storytelling day", "--date", "2027-01-20", root=root)
    after = snapshot(root)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {f"communities/programme/{kind}.yaml" for kind in ("challenges", "cohorts", "events")}
    assert all(after[path].startswith(before[path]) for path in changed)
    assert [one.name for one in listed(root, "challenges")][-1] == "Warm homes 2027"
    assert listed(root, "cohorts")[-1].kind == "train-the-trainer"
    assert [one.name for one in listed(root, "events")].count("Storytelling day") == 2, "another day, another event"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("cohort", "--name", "C", "--kind", "course"), "Write leadership, train-the-trainer or storytelling."),
        (("opportunity", "--name", "O", "--reader", "all"), "Write person, team or organisation."),
        (("event", "--name", "E", "--date", "06/01/2026"), "--date:"),
        (("event",), "say --name"),
    ],
)
def test_what_does_not_fit_is_refused(held: Path, words: tuple[str, ...], why: str) -> None:
    before = snapshot(held)
    ended = copkit("new", *words, root=held)
    assert (ended.code, why in ended.err) == (2, True), ended.err
    assert snapshot(held) == before
