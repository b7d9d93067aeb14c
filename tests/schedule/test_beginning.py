"""What a community still needs: content alone is an answer, and it is asked for until somebody has written it."""

from datetime import date
from pathlib import Path

import pytest

from copkit.schedule.beginning import Need, needs
from copkit.workspace import Folder, load_community
from tests.cli.year.conftest import write_files

TODAY = date(2026, 4, 1)
ROLES = ("convenor", "facilitator", "moderator", "curator")
FULL = {
    "team": "team: [" + ", ".join(f"{{who: amina.khan, role: {role}}}" for role in ROLES) + "]",
    "sponsor": "sponsor: jo.ng",
    "domain": "domain: {focus: Falls at home, decided_by: the members}",
    "purpose": "purpose: [Learn from each other]",
    "community": "community: {organisations: [icb, hospice]}",
    "agreement": "agreement: {principles: [We listen]}",
}
EMPTY = {
    "team": ("team:", "team: []"),
    "sponsor": ("sponsor:", 'sponsor: " "'),
    "domain": ("domain:", "domain: {focus: Falls at home}", 'domain: {focus: " ", decided_by: the members}'),
    "purpose": ("purpose:", 'purpose: [""]'),
    "community": ("community: {organisations: [icb]}", 'community: {organisations: [icb, " "]}'),
    "agreement": ("agreement:", "agreement: {rule: chatham-house}"),
}


def needed(root: Path, about: str, files: dict[str, str] | None = None, today: date = TODAY) -> tuple[Need, ...]:
    write_files(root, {"one/community.yaml": f"id: one\n{about}\n"} | (files or {}))
    return needs(load_community(Folder(root), "one"), today)


def test_a_community_that_was_only_made_needs_a_team_a_sponsor_and_a_domain_first(tmp_path: Path) -> None:
    found = needed(tmp_path, "")
    assert [one.field for one in found] == list(FULL)
    assert found[0].what.startswith("Find a convenor, a facilitator, a moderator and a curator")


@pytest.mark.parametrize("field", FULL)
def test_only_content_answers(field: str, tmp_path: Path) -> None:
    assert needed(tmp_path, "\n".join(FULL.values())) == ()
    for empty in EMPTY[field]:
        rest = "\n".join(text for key, text in FULL.items() if key != field)
        assert [one.field for one in needed(tmp_path, f"{rest}\n{empty}")] == [field], empty


def test_a_team_that_begins_with_the_community_is_one(tmp_path: Path) -> None:
    later = FULL["team"].replace("}", ", from: 2026-05-01}")
    about = "\n".join(FULL.values()).replace(FULL["team"], later)
    assert [one.field for one in needed(tmp_path, about)] == ["team"]
    assert needed(tmp_path, f"{about}\nstarted: 2026-05-01") == ()


def test_after_three_sessions_what_works_is_noted(tmp_path: Path) -> None:
    about = "\n".join(FULL.values())
    held = {f"one/sessions/2026-0{month}-10.notes.yaml": "voices: 4\n" for month in (1, 2, 3)}
    assert needed(tmp_path, about, dict(list(held.items())[:2])) == ()
    for empty in ("", "- {what: }\n"):
        (one,) = needed(tmp_path, about, held | {"one/practices.yaml": empty})
        assert one.path == "communities/one/practices.yaml"
    assert needed(tmp_path, about, held | {"one/practices.yaml": "- what: Mixed tables\n"}) == ()
