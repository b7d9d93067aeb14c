"""Every act on a session, in every state it may be in, before, on and after its day: by the commands themselves."""

import ast
from datetime import date
from itertools import product
from pathlib import Path
from shutil import copytree

import pytest

from copkit.workspace import Folder, load_community
from copkit.workspace.states import ACTS, STATES, WHENS, Act, State, When, coming, refusal, state_of, when_is
from tests.cli.year.conftest import FILES, write_files
from tests.shell import copkit, snapshot
from tests.sources import nodes

DAY = "2026-06-09"
PLAN = f"communities/home-first/sessions/{DAY}.yaml"
NOTES = f"communities/home-first/sessions/{DAY}.notes.yaml"
TODAY: dict[When, str] = {"before": "2026-05-05", "on": DAY, "after": "2026-06-20"}
WHO = 'Name,Duration\n"Amina Khan","1h 30m"\n"Joe Bell","1h 30m"\n'
COMMANDS: dict[Act, tuple[str, ...]] = {
    "move": ("move", "home-first", DAY, "2026-06-23", "--because", "The library is shut"),
    "cancel": ("cancel", "home-first", DAY, "--because", "The library is shut"),
    "bring back": ("cancel", "home-first", DAY, "--undo"),
    "take notes": ("notes", "new", "home-first", DAY),
    "say who came": ("attend", "home-first", DAY, "who.csv"),
    "close before": ("close", "home-first", "--on", "2026-06-08", "--because", "Done", "--yes"),
}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[State, Path]:
    """A workspace for each state of its session of 9 June, made by copkit as far as it makes them."""
    return {state: made(tmp_path_factory.mktemp(state), state) for state in STATES}


def made(root: Path, state: State) -> Path:
    write_files(root, FILES)
    copkit("schedule", "2026", root=root)
    (root / "who.csv").write_text(WHO, encoding="utf-8")
    plan = root / PLAN
    text = plan.read_text(encoding="utf-8")
    if state == "issued":
        assert copkit("calendar", "home-first", "--today", "2026-05-01", root=root).code == 0
    elif state == "moved":
        copkit("move", "home-first", DAY, "2026-06-16", "--because", "Flood", "--today", "2026-05-01", root=root)
        copkit("move", "home-first", DAY, DAY, "--because", "Dry again", "--today", "2026-05-02", root=root)
    elif state == "held":
        plan.write_text(f"{text}status: held\n", encoding="utf-8")
    elif state == "noted":
        (root / NOTES).write_text("present: [amina.khan]\n", encoding="utf-8")
    elif state == "cancelled":
        copkit("cancel", "home-first", DAY, "--because", "Flood", "--today", "2026-05-01", root=root)
    elif state == "closed":
        about = root / "communities/home-first/community.yaml"
        about.write_text(f"{about.read_text(encoding='utf-8')}closed: 2026-06-01\n", encoding="utf-8")
    return root


def state_in(root: Path) -> State:
    """How its session stands, as the table has it."""
    community = load_community(Folder(root), "home-first")
    session = community.session(DAY)
    assert session is not None
    return state_of(session, community)


@pytest.mark.parametrize("state", STATES)
def test_each_state_is_the_one_that_its_files_say(state: State, states: dict[State, Path]) -> None:
    assert state_in(states[state]) == state


@pytest.mark.parametrize(("act", "state", "when"), list(product(ACTS, STATES, WHENS)))
def test_a_command_does_what_the_table_says(
    act: Act, state: State, when: When, states: dict[State, Path], tmp_path: Path
) -> None:
    root = copytree(states[state], tmp_path / "workspace")
    before = snapshot(root)
    words = [str(root / word) if word == "who.csv" else word for word in COMMANDS[act]]
    ran = copkit(*words, "--today", TODAY[when], root=root)
    refused = refusal(act, state, when)
    said = " ".join((ran.out + ran.err).split())
    assert "Traceback" not in said
    if refused is None:
        assert ran.code == 0, said
        return
    assert (ran.code, snapshot(root) == before) == (3, True), said
    assert refused.why in said
    assert refused.instead in said


def test_what_was_held_can_neither_move_nor_be_cancelled_on_any_day() -> None:
    for act, state, when in product(("move", "cancel"), ("held", "noted"), WHENS):
        assert refusal(act, state, when) is not None, (act, state, when)


def test_cancelled_by_mistake_a_session_comes_back_as_it_was(states: dict[State, Path], tmp_path: Path) -> None:
    root = copytree(states["issued"], tmp_path / "workspace")
    before = snapshot(root)
    copkit("cancel", "home-first", DAY, "--because", "Flood", "--today", "2026-05-02", root=root)
    assert snapshot(root) != before
    ran = copkit("cancel", "home-first", DAY, "--undo", "--today", "2026-05-02", root=root)
    assert (ran.code, "Brought back" in ran.out) == (0, True)
    assert snapshot(root) == before


def test_a_file_of_notes_that_holds_nothing_is_no_meeting(states: dict[State, Path], tmp_path: Path) -> None:
    root = copytree(states["planned"], tmp_path / "workspace")
    assert copkit("notes", "new", "home-first", DAY, "--today", DAY, root=root).code == 0
    assert state_in(root) == "planned"
    assert "notes" in copkit("next", "home-first", "--today", "2026-06-11", root=root).out


def test_today_is_seen_from_the_session_s_day(states: dict[State, Path]) -> None:
    session = load_community(Folder(states["planned"]), "home-first").session(DAY)
    assert session is not None
    assert [when_is(session, date.fromisoformat(TODAY[when])) for when in WHENS] == list(WHENS)


PACKAGE = Path(__file__).parents[2] / "copkit"


def asks_what_is_to_come(node: ast.AST) -> bool:
    """Whether it asks at once for a session's day, as seen from another, and whether it was cancelled."""
    if not isinstance(node, ast.BoolOp):
        return False
    later = [
        one
        for one in node.values
        if isinstance(one, ast.Compare)
        and isinstance(one.ops[0], ast.GtE | ast.Gt)
        and isinstance(one.left, ast.Attribute)
        and one.left.attr == "date"
    ]
    return bool(later) and "cancelled" in ast.unparse(node)


def test_what_is_to_come_is_asked_in_one_room() -> None:
    found = [one for one in PACKAGE.rglob("*.py") if any(map(asks_what_is_to_come, nodes(one)))]
    assert found == [], "ask workspace.states.coming"
    for copy in ("any(one.date >= today and not one.cancelled for one in a)", "b.date > c and b.is_cancelled"):
        assert any(map(asks_what_is_to_come, ast.walk(ast.parse(copy)))), copy


def test_what_is_to_come_is_neither_cancelled_nor_after_the_closing(states: dict[State, Path]) -> None:
    for state, root in states.items():
        community, day = load_community(Folder(root), "home-first"), date.fromisoformat(DAY)
        here = state not in ("cancelled", "closed")
        assert (DAY in [one.id for one in coming(community, day)]) == here, state
        ahead = coming(community, date.fromisoformat("2026-06-10"))
        assert [one.id for one in ahead] == [one.id for one in community.sessions[3:]] * (state != "closed"), state
