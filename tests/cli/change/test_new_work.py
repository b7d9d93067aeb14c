"""`copkit new initiative`, `group`, `story`, `practice`: what the line says is taken over, no more."""

from contextlib import chdir
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copkit.capture.keywords import keywords
from copkit.editing.origin import Origin, name_from, read_id
from copkit.models.decode import decode
from copkit.models.kinds import KINDS
from copkit.new.texts import Home
from copkit.new.work import Begun, group_file, initiative_file, story_file
from copkit.visible import HIDDEN_IN_VALUE
from copkit.workspace import CommunityFiles, Folder, load_community
from copkit.yamlfile import read
from tests.cli.change.conftest import DAY, NOTES, SESSION
from tests.docs.terminal import on_screen
from tests.golden import Golden
from tests.shell import copkit, snapshot

IDEA = '"yes": one form, {tested} on two wards # 2 #discharge #forms'


def own(root: Path) -> CommunityFiles:
    return load_community(Folder(root), "home-first")


def errors(root: Path) -> str:
    """What `copkit check` calls an error."""
    ended = copkit("check", root=root)
    return ended.out if ended.code else ""


def test_an_idea_becomes_an_initiative_word_by_word(held: Path) -> None:
    ended = copkit("new", "initiative", "--line", f"{SESSION}/idea/1", "--name", "One form", root=held)
    assert (ended.code, ended.out.splitlines()[0]) == (0, "wrote communities/home-first/initiatives/one-form.yaml")
    made = own(held).initiatives["one-form"]
    assert (made.name, made.summary, made.tags) == ("One form", IDEA, ("discharge", "forms"))
    assert (made.surfaced, made.because_of, made.stage) == (SESSION, f"{SESSION}/idea/1", "spotted")
    assert [(str(line.date), line.stage) for line in made.stages] == [(SESSION, "spotted")]
    assert made.owner == made.sponsor == made.problem == "", "nobody said so"
    assert {key: one.status for key, one in made.adoption.items()} == dict.fromkeys(
        ("icb", "hospice", "county", "new-trust"), "not-yet"
    ), "the trust that merged stands there once, as what it has become"
    assert not errors(held)


def test_whole_files_of_each_kind(held: Path, golden: Golden) -> None:
    copkit("new", "initiative", "--line", f"{SESSION}/1", root=held)
    copkit("new", "group", "--line", f"{SESSION}/question/1", "--lead", "Amina", "--interest", root=held)
    copkit("new", "group", "--line", f"{SESSION}/connect/1", "--lead", "joe.bell", "--finish-by", "30 Sep 2026",
           root=held)  # fmt: skip
    copkit("new", "story", "--line", f"{SESSION}/story/1", root=held)
    copkit("new", "practice", "--line", f"{SESSION}/practice/1", root=held)
    made = {
        path: data.decode()
        for path, data in snapshot(held).items()
        if path.split("/")[2] in ("initiatives", "groups", "stories", "practices.yaml")
    }
    assert len(made) == 5
    golden("from_talk.txt", "".join(f"== {path}\n{text}" for path, text in made.items()))
    assert not errors(held)


@pytest.mark.parametrize(
    "words",
    [
        ("initiative", "--line", f"{SESSION}/idea/1"),
        ("group", "--line", f"{SESSION}/decision/1", "--lead", "sam.reid", "--interest"),
        ("story", "--line", f"{SESSION}/story/1"),
        ("practice", "--line", f"{SESSION}/practice/1"),
        ("opportunity", "--line", f"{SESSION}/opportunity/1"),
        ("event", "--name", "ICS Assembly", "--date", "2026-06-01"),
        ("initiative", "--name", "The form"),
    ],
)
def test_said_twice_it_is_done_once(held: Path, words: tuple[str, ...]) -> None:
    assert copkit("new", *words, root=held).code == 0
    after = snapshot(held)
    again = copkit("new", *words, root=held)
    assert (again.code, again.out) == (0, "")
    assert "already and stays as it is" in again.err
    assert snapshot(held) == after


def test_the_same_line_in_its_longer_form_is_the_same_line(held: Path) -> None:
    copkit("new", "initiative", "--line", f"{SESSION}/1", "--name", "Terms", root=held)
    again = copkit("new", "initiative", "--line", f"{SESSION}/actions/1", "--name", "Other", root=held)
    assert "initiatives/terms.yaml is there already" in again.err


def test_another_line_of_the_same_name_gets_a_file_of_its_own(held: Path) -> None:
    copkit("new", "initiative", "--line", f"{SESSION}/idea/1", "--name", "Form", root=held)
    copkit("new", "initiative", "--line", f"{SESSION}/1", "--name", "Form", root=held)
    assert {key: one.because_of for key, one in own(held).initiatives.items()} == {
        "form": f"{SESSION}/idea/1",
        "form-2": f"{SESSION}/1",
    }


def test_a_dry_run_prints_the_file_and_writes_nothing(held: Path) -> None:
    before = snapshot(held)
    ended = copkit("new", "story", "--line", f"{SESSION}/story/1", "--dry-run", root=held)
    assert "+consent:                        # ask the teller" in ended.out
    assert snapshot(held) == before


def test_people_whom_the_line_names_and_no_others(held: Path) -> None:
    copkit("new", "initiative", "--line", f"{SESSION}/offer/1", root=held)
    copkit("new", "initiative", "--line", f"{SESSION}/ask/1", root=held)
    copkit("new", "initiative", "--line", f"{SESSION}/connect/1", root=held)
    assert {key: one.owner for key, one in own(held).initiatives.items()} == {
        "the-hospices-form": "jo.ng",
        "a-form-with-pictures": "",
        "designing-it-with-families": "",
    }
    text = (held / "communities/home-first/initiatives/a-form-with-pictures.yaml").read_text()
    assert "# “Somebody Else” is not in people.yaml yet" in text


def test_a_story_waits_for_consent(held: Path) -> None:
    ended = copkit("new", "story", "--line", f"{SESSION}/story/1", root=held)
    assert "ask the teller" in ended.out
    (story,) = own(held).other["story"].values()
    assert (story.teller.who, story.teller.show, story.consent, story.cycles) == ("joe.bell", "nothing", None, {})
    assert (story.because_of, story.sessions, str(story.date)) == ((f"{SESSION}/story/1",), (SESSION,), SESSION)


def test_a_group_must_have_a_lead_and_an_end(held: Path) -> None:
    line = f"{SESSION}/decision/1"
    assert "say --lead, --finish-by" in copkit("new", "group", "--line", line, root=held).err
    ended = copkit("new", "group", "--line", line, "--lead", "Sma", "--interest", root=held)
    assert (ended.code, "“Sma” is not known" in ended.err) == (2, True)
    assert "has passed" in copkit("new", "group", "--line", line, "--lead", "sam.reid", "--finish-by", "2026-06-19",
                                  root=held).err  # fmt: skip
    assert own(held).groups == {}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("idea/1", "is not the id of a line"),
        (f"{SESSION}/idee/1", "is not the id of a line"),
        (f"{SESSION}/idea/2", f"There is {SESSION}/idea/1."),
        ("2026-07-14/idea/1", "there are no notes of 2026-07-14"),
        (f"{SESSION}/shift/1", f"There are {SESSION}/idea/1, {SESSION}/decision/1"),
    ],
)
def test_a_line_that_is_not_there(held: Path, line: str, why: str) -> None:
    ended = copkit("new", "initiative", "--line", line, root=held)
    assert ended.code in (2, 3)
    assert why in ended.err


def test_a_day_alone_shows_its_lines(held: Path) -> None:
    ended = copkit("new", "initiative", "--line", "9 Jun 2026", root=held)
    assert ended.code == 2
    shown = ended.err.splitlines()
    assert shown[0] == "copkit: --line: which line of 9 June 2026?"
    assert "  2026-06-09/decision/1     set up a group on the form" in shown
    assert "  2026-06-09/1              sam.reid | draft the terms | 30 Jun" in shown
    assert max(map(len, shown)) <= 80


def test_two_communities_with_such_a_line_are_told_apart(held: Path) -> None:
    import shutil

    shutil.copytree(held / "communities/home-first", held / "communities/frailty")
    about = held / "communities/frailty/community.yaml"
    about.write_text(about.read_text().replace("id: home-first", "id: frailty"))
    ended = copkit("new", "initiative", "--line", f"{SESSION}/idea/1", root=held)
    assert (ended.code, "Name one of frailty, home-first." in ended.err) == (2, True)
    assert copkit("new", "initiative", "frail", "--line", f"{SESSION}/idea/1", root=held).code == 0
    assert own(held).initiatives == {}


def test_notes_that_hide_a_character_show_it(held: Path) -> None:
    notes = held / "communities" / NOTES
    notes.write_bytes(b"capture: |\n  idea: one\x1b[31m form\n")
    assert copkit("new", "initiative", "--line", f"{SESSION}/idea/1", root=held).code == 0
    (made,) = own(held).initiatives.values()
    assert "\\x1b" in made.summary


HOSTILE = (
    "- Agreed: share it", "We liked #systemfirst", "@Amina to send", "*really* useful", '"Great" said one', "'tis",
    "[Trust A] shared, {all} of it", "% fell", "> 250 people", "!!python/object:os.system [x]", "&a *a", "? key",
    "~", "null", "yes", "1.10", "2026-06-09", "10:30", "ends with a colon:", "back\\slash\\", "a\u00a0# b", "---",
    "...", "عربي و English", "\U0001f1ec\U0001f1e7 🙂", "`=cmd|x`", "<<<<<<< HEAD", "x" * 5000, "<!-- hidden -->",
    "{{ 7*7 }}",
)  # fmt: skip


def test_lines_that_break_other_readers_arrive_as_typed(held: Path) -> None:
    notes = held / "communities" / NOTES
    notes.write_text("capture: |\n" + "".join(f"  idea: {text}\n" for text in HOSTILE), encoding="utf-8")
    community = own(held)
    from copkit.editing.origin import lines_of
    from copkit.workspace.load import load_shared

    said = lines_of(community, community.company(load_shared(Folder(held)).register), SESSION)
    assert [line.kind for line in said] == ["idea"] * len(HOSTILE)
    for line in said:
        for noun in ("initiative", "opportunity")[: 1 + (line.entry.number % 4 == 0)]:
            ended = copkit("new", noun, "--line", line.id, "--name", f"The {line.entry.number}th", root=held)
            assert ended.code == 0, (line.what, ended.err)
    made = sorted(own(held).initiatives.values(), key=lambda one: int(one.because_of.rpartition("/")[2]))
    assert [one.summary for one in made] == [line.what for line in said]
    opportunities = load_shared(Folder(held)).other["opportunities"].values()
    assert [one.text for one in opportunities] == [line.what for line in said if line.entry.number % 4 == 0]
    assert not errors(held)


def test_on_a_terminal_what_is_left_out_is_asked_for(held: Path) -> None:
    with chdir(held):
        code, screen = on_screen("copkit new initiative", ["One form", "nobody", "jo ng"])
    assert code == 0, screen
    assert "“nobody” is not known" in screen
    made = own(held).initiatives["one-form"]
    assert (made.name, made.owner, made.because_of, str(made.stages[0].date)) == ("One form", "jo.ng", "", DAY)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map(str.strip).filter(
    lambda text: text and not HIDDEN_IN_VALUE.search(text) and "\t" not in text
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(TEXTS, TEXTS, st.booleans())
def test_whatever_was_typed_is_read_back(name: str, words: str, two_lines: bool) -> None:
    from datetime import date

    words = f"{words}\nand: {words}" if two_lines else words
    name = " ".join(name.split())
    origin = Origin(f"{SESSION}/question/1", "question", SESSION, date(2026, 6, 9), words, strangers=(name,))
    home, begun = Home(Path("nowhere")), Begun("", name, origin, date.fromisoformat(DAY))
    made = {
        "initiative": initiative_file(home, begun, ["on", "1e3", "icb"]),
        "group": group_file(home, begun, None, words),
        "story": story_file(home, begun, ["?"] * 8),
    }
    for kind, data in made.items():
        document = read(data, "x.yaml")
        assert not [finding for finding in document.findings if finding.severity.word == "error"], data.decode()
        ((_, record),) = decode(document, KINDS[kind]).records
        assert name in (getattr(record, "name", ""), getattr(record, "title", ""))
        if kind != "story":
            assert words in (getattr(record, "summary", ""), getattr(record, "question", ""))


@pytest.mark.parametrize(
    ("words", "longest", "name"),
    [
        ("one form, tested #discharge #two-wards", 0, "One form, tested"),
        ("the #discharge lounge books\n  the ride", 0, "The discharge lounge books the ride"),
        ("eConsult for all", 0, "eConsult for all"),
        ("item #3 on C# and R&D#x", 0, "Item #3 on C# and R&D#x"),
        ("a sentence that goes on", 12, "A sentence…"),
        ("#discharge", 0, "Discharge"),
        ("x" * 90, 20, "X" + "x" * 18 + "…"),
    ],
)
def test_a_name_out_of_words(words: str, longest: int, name: str) -> None:
    assert name_from(words, longest) == name


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("2026-06-09/idea/1", "2026-06-09/idea/1"),
        ("2026-06-09-2/Decisions/12", "2026-06-09-2/decision/12"),
        ("2026-06-09/3", "2026-06-09/3"),
        ("2026-06-09/action/3", "2026-06-09/3"),
        ("2026-06-09/note/1", "2026-06-09/note/1"),
        ("2026-06-09/idea/0", None),
        ("09/06/2026/idea/1", None),
        ("2026-06-09/nothing/1", None),
    ],
)
def test_the_id_of_a_line(text: str, read_as: str | None) -> None:
    found = read_id(text)
    assert (found.text if found else None) == read_as


@pytest.mark.parametrize("keyword", [keyword.name for keyword in keywords()] + ["note"])
def test_a_line_of_every_keyword_is_known_by_its_id(keyword: str) -> None:
    found = read_id(f"2026-06-09/{keyword}/2")
    assert found is not None
    assert found.kind == keyword
    assert read_id(found.text) == found
