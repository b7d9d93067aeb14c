"""A rhythm that changes: plans that nobody touched follow it, whatever somebody typed or people hold stays."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.editing import store
from copkit.models.base import Month
from copkit.workspace import CommunityFiles, Folder, load_community
from tests.cli.test_dry_run import applied, sources
from tests.cli.year.conftest import FILES, write_files
from tests.shell import ROOT, Ran, copkit, snapshot

ABOUT = "communities/home-first/community.yaml"
SESSIONS = "communities/home-first/sessions"
SPRING = "2026-03-01"


def scheduled(root: Path, today: str = SPRING, *more: str) -> Ran:
    ran = copkit("schedule", "home-first", "2026", "--today", today, *more, root=root)
    assert ran.code in (0, 1), ran
    return ran


def community(root: Path) -> CommunityFiles:
    return load_community(Folder(root), "home-first")


def days(root: Path) -> list[str]:
    return [str(one.date) for one in community(root).sessions]


def rewrite(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def year(home: Path) -> Path:
    """Ten plans by the rhythm, none in August and December."""
    scheduled(home)
    return home


def test_a_month_less_is_a_meeting_less_and_the_numbers_close_up(year: Path) -> None:
    rewrite(year, ABOUT, "meetings: 10", "meetings: 9")
    rewrite(year, ABOUT, "[august, december]", "[july, august, december]")
    out = scheduled(year).out
    assert ("Gone: 14 July 2026." in out, "leaves out" in out, "9 sessions" in out) == (True, False, True)
    assert [one.plan.number for one in community(year).sessions] == [*range(1, 10)]
    assert "2026-07-14" not in days(year)
    assert [one.place for one in community(year).sessions].count("in-person") == 2


def test_another_day_another_time_and_other_people(year: Path) -> None:
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    rewrite(year, ABOUT, '"10:00"', '"14:00"')
    rewrite(year, ABOUT, "{who: sam.reid, role: curator}", "{who: jo.ng, role: curator}")
    assert "redo, was 14 Apr\n" in scheduled(year).out
    found = community(year).sessions
    assert {(one.date.weekday(), one.start, one.plan.team.curator) for one in found} == {(3, "14:00", "jo.ng")}
    assert len(found) == 10


TYPED: dict[str, tuple[Callable[[str], str], str]] = {
    "a theme": (lambda text: re.sub("(?m)^theme:.*", "theme: Falls", text), "theme changed"),
    "a speaker": (lambda text: re.sub("speaker:.*", "speaker: jo.ng", text), "briefing changed"),
    "a time": (lambda text: text.replace('"10:00"', '"16:00"'), "somebody changed it"),
    "a place": (lambda text: text.replace("place: online", "place: hybrid"), "agenda changed"),
    "somebody": (lambda text: re.sub("facilitator:.*", "facilitator: jo.ng", text), "somebody changed it"),
    "a remark": (lambda text: text.replace("# six weeks before", "# six weeks before, ask Jo"), "remarks changed"),
    "a field of one's own": (lambda text: f"{text}x-room: 4\n", "x-room changed"),
    "a number": (lambda text: text.replace("number: 4", "number: 14"), "somebody changed it"),
    "the mark": (lambda text: text.replace("# copkit", "# I"), "planned by hand"),
}


@pytest.mark.parametrize(("typed", "why"), TYPED.values(), ids=TYPED)
def test_what_somebody_typed_is_kept_and_listed_with_the_reason(
    year: Path, typed: Callable[[str], str], why: str
) -> None:
    path = year / SESSIONS / "2026-07-14.yaml"
    path.write_text(typed(path.read_text(encoding="utf-8")), encoding="utf-8")
    kept = path.read_bytes()
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    out = scheduled(year).out
    assert path.read_bytes() == kept
    assert f"Kept off the rhythm, {why}: 14 Jul\n" in out
    assert len(days(year)) == (11 if why == "planned by hand" and "number: 4" not in kept.decode() else 10)
    assert days(year)[0] == "2026-04-16"


@pytest.mark.parametrize(
    "lay_out",
    [
        lambda text: re.sub(r" +#(?! copkit).*", "", text),
        lambda text: text.replace('"10:00"', "'10:00'").replace("\n", "\r\n"),
        lambda text: re.sub(r"(?m)^(\w+): ", r"\1:    ", text),
        lambda text: re.sub(r"(?m)^question:.*\n", "", text),
    ],
    ids=["no remarks", "other quotes and line ends", "other spaces", "a gap taken out"],
)
def test_remarks_taken_out_and_another_layout_are_no_change(year: Path, lay_out: Callable[[str], str]) -> None:
    path = year / SESSIONS / "2026-07-14.yaml"
    path.write_bytes(lay_out(path.read_text(encoding="utf-8")).encode())
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    assert "Kept" not in scheduled(year).out
    assert not path.exists() and len(days(year)) == 10


def test_a_template_that_changed_since_is_no_change_of_a_plan(year: Path) -> None:
    own = year / "templates/new/plan.yaml.j2"
    own.parent.mkdir(parents=True)
    built_in = (ROOT / "templates/new/plan.yaml.j2").read_text(encoding="utf-8")
    own.write_text(built_in.replace("six weeks before", "in good time"), encoding="utf-8")
    assert copkit("trust", root=year).code == 0
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    assert "Kept" not in scheduled(year).out
    assert "# in good time" in (year / SESSIONS / "2026-07-16.yaml").read_text(encoding="utf-8")
    assert "nothing was written" in scheduled(year).out


def test_a_copy_under_another_name_is_somebodys(year: Path) -> None:
    copy = year / SESSIONS / "2026-06-09-2.yaml"
    copy.write_bytes((year / SESSIONS / "2026-06-09.yaml").read_bytes())
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    scheduled(year)
    assert copy.exists() and not (year / SESSIONS / "2026-06-09.yaml").exists()


def test_what_people_hold_stays_and_the_printed_lines_make_it_follow(year: Path) -> None:
    assert copkit("calendar", "home-first", "--today", SPRING, root=year).code == 0
    before = snapshot(year)
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    rewrite(year, ABOUT, "meetings: 10", "meetings: 9")
    rewrite(year, ABOUT, "[august, december]", "[july, august, december]")
    for _ in range(10):
        out = scheduled(year).out
        lines = re.findall(r"copkit ((?:move|cancel) .*?) --because", out)
        if not lines:
            break
        assert "people hold it" in out and "nothing was written" in out
        for line in lines:
            assert copkit(*line.split(), "--because", "It changed", "--today", SPRING, root=year).code == 0
    assert not lines and "Kept" not in out
    assert snapshot(year).keys() == before.keys()
    going = [str(one.date) for one in community(year).sessions if not one.cancelled]
    assert len(going) == 9 and all(day in {*going} for day in ("2026-04-16", "2027-03-18"))


def test_nothing_is_redone_where_nobody_can_say_what_people_hold(year: Path) -> None:
    write_files(year, {"home-first/issued.yaml": "2026-04-14: {start: soon}\n"})
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    before = snapshot(year)
    assert "issued.yaml has an error" in scheduled(year).out
    assert snapshot(year) == before


def test_what_was_added_by_hand_takes_no_meeting_away(year: Path) -> None:
    assert copkit("new", "session", "home-first", "2026-06-23", "--today", SPRING, root=year).code == 0
    before = snapshot(year)
    scheduled(year)
    assert snapshot(year) == before
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    scheduled(year)
    assert len(days(year)) == 11 and "2026-06-23" in days(year)


def test_the_tenth_of_nine_takes_the_place_of_the_nearest(year: Path) -> None:
    rewrite(year, f"{SESSIONS}/2027-03-09.yaml", "theme:  ", "theme: Falls")
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    rewrite(year, ABOUT, "meetings: 10", "meetings: 9")
    rewrite(year, ABOUT, "[august, december]", "[february, august, december]")
    scheduled(year)
    assert days(year)[-2:] == ["2027-01-21", "2027-03-09"] and len(days(year)) == 9


def test_days_that_are_past_are_never_redone(year: Path) -> None:
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    scheduled(year, "2026-07-14")
    assert days(year)[:5] == ["2026-04-14", "2026-05-12", "2026-06-09", "2026-07-14", "2026-09-17"]
    assert len(days(year)) == 10


def test_more_meetings_in_the_course_of_a_year_are_said_where_their_days_are_past(year: Path) -> None:
    rewrite(year, ABOUT, "second tuesday", "second and fourth tuesday")
    rewrite(year, ABOUT, "meetings: 10", "meetings: 20")
    out = scheduled(year, "2026-07-14").out
    assert "3 of them for days that are past: take away the plans of what was never held.\n" in out
    assert len(days(year)) == 20 and days(year)[:2] == ["2026-04-14", "2026-04-28"]
    assert "that are past" not in scheduled(year, "2026-07-14").out


def test_the_year_is_shown_without_writing_and_a_pipe_has_the_diff_alone(year: Path) -> None:
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    before = snapshot(year)
    dry = scheduled(year, SPRING, "--dry-run")
    assert snapshot(year) == before
    assert dry.out.startswith("diff --git") and dry.out.count("deleted file mode") == 10
    assert "Would write 10 plans and take away 10 plans in communities/home-first/sessions/" in " ".join(
        dry.err.split()
    )
    shown, wanted = [line for line in dry.err.splitlines() if "redo, was" in line], applied(dry.out, year)
    assert shown == [line for line in scheduled(year).out.splitlines() if "redo, was" in line]
    assert sources(year) == wanted


def test_it_is_data_too(year: Path) -> None:
    rewrite(year, ABOUT, "[august, december]", "[june, august, december]")
    rewrite(year, ABOUT, "meetings: 10", "meetings: 9")
    rewrite(year, f"{SESSIONS}/2026-07-14.yaml", "theme:  ", "theme: Falls")
    made = json.loads(scheduled(year, SPRING, "--dry-run", "--json").out)["years"][0]
    assert made["gone"] == ["2026-06-09"]
    assert {one["session"]: one["state"] for one in made["sessions"]}["2026-05-12"] == "planned"


def test_a_changed_year_is_one_screen(year: Path) -> None:
    rewrite(year, ABOUT, "second tuesday", "third thursday")
    copkit("calendar", "home-first", "--today", SPRING, root=year)
    held = scheduled(year).out.splitlines()
    (year / "communities/home-first/issued.yaml").unlink()
    redone = scheduled(year).out.splitlines()
    for lines in (held, redone):
        assert len(lines) < 24 and max(map(len, lines)) <= 80, "\n".join(lines)


class Drawn(NamedTuple):
    """A rhythm, as the file says it."""

    text: str
    meetings: int


MONTHS: tuple[Month, ...] = ("may", "july", "august", "october", "december", "february")


@st.composite
def rhythms(draw: st.DrawFn) -> Drawn:
    pauses = sorted(draw(st.sets(st.sampled_from(MONTHS), max_size=3)))
    meetings = draw(st.integers(1, 12 - len(pauses)))
    nth = draw(st.sampled_from(["first", "second", "third", "last"]))
    weekday = draw(st.sampled_from(["monday", "tuesday", "thursday"]))
    here = sorted(draw(st.sets(st.integers(1, meetings), max_size=2)))
    start = draw(st.sampled_from(['"10:00"', '"14:30"', '["09:30", "16:00"]']))
    briefing = draw(st.sampled_from([15, 20]))
    text = (
        f"rhythm:\n  meetings: {meetings}\n  pattern: {nth} {weekday}\n  start: {start}\n"
        f"  break_months: [{', '.join(pauses)}]\n  in_person: {here}\n  briefing_minutes: {briefing}\n"
    )
    return Drawn(text, meetings)


EDITS = ("theme", "speaker", "remark", "start", "field", "notes", "cancel", "move", "hold", "layout")
PLANS = ("move", "cancel")
EDITED = st.lists(st.tuples(st.integers(0, 11), st.sampled_from(EDITS)), max_size=5, unique_by=lambda one: one[0])


def edit(root: Path, session: Any, kind: str, today: str) -> str:
    """What somebody does with a plan, and a word that they typed, if any."""
    word = f"word{session.id.replace('-', '')}"
    path = root / session.path
    text = path.read_text(encoding="utf-8")
    changed = {
        "theme": re.sub("(?m)^theme:.*", f"theme: About {word}", text),
        "speaker": re.sub("title:.*", f"title: {word}", text),
        "remark": text.replace("# six weeks before", f"# {word}"),
        "field": f"{text}x-{word}: {word}\n",
        "start": re.sub("(?m)^start:.*", 'start: "11:11"', text),
        "layout": re.sub(" +# .*weeks before.*", "", text),
    }
    if kind in changed:
        path.write_text(changed[kind], encoding="utf-8")
    elif kind == "notes":
        path.with_suffix(".notes.yaml").write_text(f"capture: |\n  {word}\n", encoding="utf-8")
    elif kind == "hold":
        issued = root / "communities/home-first/issued.yaml"
        begin, end = (f'"{session.date}T{clock}"' for clock in ("10:00", "11:00"))
        line = f"{session.id}: {{uid: {session.id}@x, sequence: 0, start: {begin}, end: {end}}}\n"
        issued.write_text((issued.read_text(encoding="utf-8") if issued.exists() else "") + line, encoding="utf-8")
    else:
        more = (str(session.date),) if kind == "move" else ()
        start = ("--start", "11:11") if kind == "move" else ()
        ran = copkit(kind, "home-first", session.id, *more, *start, "--because", word, "--today", today, root=root)
        assert ran.code in (0, 1), ran
    return {"start": "11:11", "layout": "", "hold": ""}.get(kind, word)


def written(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in snapshot(root).items() if not path.startswith("private/")}


def begun(folder: str, rhythm: Drawn) -> Path:
    root = write_files(Path(folder), FILES)
    about = root / ABOUT
    about.write_text(about.read_text(encoding="utf-8").split("rhythm:")[0] + rhythm.text, encoding="utf-8")
    scheduled(root, SPRING)
    return root


def stopped(monkeypatch: pytest.MonkeyPatch, root: Path, today: str, after: int) -> bool:
    """Run it and let it die after so many files; False where it had less to do."""
    left = [after]

    def count() -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1

    def replace(temp: Path, target: Path) -> None:
        count()
        real(temp, target)

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".yaml":
            count()
        gone(path, missing_ok)

    real, gone = store.replace, Path.unlink
    with monkeypatch.context() as patch:
        patch.setattr(store, "replace", replace)
        patch.setattr(Path, "unlink", unlink)
        try:
            copkit("schedule", "home-first", "2026", "--today", today, root=root)
        except KeyboardInterrupt:
            return True
    return not left[0]


@settings(max_examples=40)
@given(rhythms(), rhythms(), EDITED, st.sampled_from([SPRING, "2026-09-20"]), st.integers(0, 12))
def test_no_word_is_lost_the_number_is_as_asked_and_it_is_done_once(
    old: Drawn, new: Drawn, edits: list[tuple[int, str]], today: str, dies: int
) -> None:
    with TemporaryDirectory() as folder:
        root = begun(folder, old)
        sessions = community(root).sessions
        made = [(sessions[at], kind) for at, kind in edits if at < len(sessions)]
        words = [edit(root, one, kind, today) for one, kind in made if str(one.date) > today or kind not in PLANS]
        held = set(community(root).issued)
        kept = [one for one, kind in made if kind != "layout"]
        about = root / ABOUT
        about.write_text(about.read_text(encoding="utf-8").split("rhythm:")[0] + new.text, encoding="utf-8")
        before = written(root)
        scheduled(root, today)
        after = written(root)
        assert all(any(word in data.decode() for data in after.values()) for word in words)
        found = community(root)
        assert held <= {one.id for one in found.sessions}
        past = [one for one in sessions if str(one.date) <= today]
        assert {one.path for one in past} <= set(after)
        going = [one for one in found.sessions if not one.cancelled]
        cancelled = len(found.sessions) - len(going)
        most = max(new.meetings, len(past) + len(kept))
        assert new.meetings - cancelled <= len(going) <= most
        if not kept and not past:
            assert [one.plan.number for one in going] == [*range(1, new.meetings + 1)]
        scheduled(root, today)
        assert written(root) == after
        if before != after:
            assert copkit("undo", root=root).code == 0
            assert written(root) == before
            with pytest.MonkeyPatch.context() as monkeypatch:
                if stopped(monkeypatch, root, today, dies):
                    assert all(any(word in data.decode() for data in written(root).values()) for word in words)
            scheduled(root, today)
            assert written(root) == after
