"""The texts of new files: whatever is typed, what is made can be read, and says what was typed."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.editing.origin import Origin
from copkit.models.blueprint import BlueprintSettings, OrderCarried, PracticeCarried, RoleCarried
from copkit.models.community import Agreement, Practice, Rhythm
from copkit.models.feedback import Question as Asked
from copkit.models.session import Segment
from copkit.new.ci import workflow_files
from copkit.new.community import Circle, community_files
from copkit.new.contacts import contacts_file
from copkit.new.notes import notes_file
from copkit.new.plan import NewPlan, Team, plan_file
from copkit.new.review import Draft, review_file
from copkit.new.scalars import remark, remarks
from copkit.new.sibling import sibling_files
from copkit.new.texts import Home, lined_up
from copkit.new.work import Begun, group_file, initiative_file, story_file
from copkit.new.workspace import Beginning, Founder, workspace_files
from copkit.render.problems import TemplateProblem
from copkit.visible import HIDDEN_IN_VALUE
from copkit.workspace.reviews import QUESTIONS
from copkit.yamlfile import read
from tests.shell import ROOT

HOME = Home(Path("nowhere"))
DAY = date(2026, 6, 9)
NASTY = [
    'No: "x" #y', "yes", "~", "- null", "# a remark", "a  # b", "two\nlines", "x\n  indented:\n\n# three  # more\n",
    "{{ 7 * 7 }}", "{% raw %}", "&a *b !c", "10:00", "1e3", "2026-06-09", "| >", "%TAG", "a\tb  # c", "\\", "'",
    '"', "]", "}", ",", "<<", "=", "@x", "`x`", "---", "...", "key: value", "é ü 漢 🙂", " padded ", "<b>&amp;</b>",
]  # fmt: skip
TEXTS = st.sampled_from(NASTY) | st.text(min_size=1, max_size=40).filter(
    lambda text: not HIDDEN_IN_VALUE.search(text) and "<<<<" not in text
)


class Made(NamedTuple):
    """A file that was made, and where the text that was typed must be found in it."""

    data: bytes
    places: tuple[tuple[str | int, ...], ...]


def every_file(typed: str) -> Iterator[tuple[str, Made]]:
    """Every template of a YAML file, filled with a text wherever people type one."""
    founder = Founder("amina.khan", typed, "icb", typed)
    circle = Circle("one", typed, typed, typed)
    begin = Beginning(typed, typed, typed, "anytown", "april", "england", founder, circle)
    files = workspace_files(HOME, begin, DAY)
    places: Mapping[str, Any] = {
        "programme": [("programme",), ("system",), ("contact",), ("shared_mailboxes", 0)],
        "organisations": [("icb", "name")],
        "people": [("amina.khan", "name")],
    }
    for name, where in places.items():
        yield f"{name}.yaml.j2", Made(files[f"communities/programme/{name}.yaml"], tuple(where))
    yield "calendar.yaml.j2", Made(files["communities/programme/calendar.yaml"], ())
    own = community_files(HOME, Circle("one", typed, "first monday", typed), DAY, typed)
    yield "community.yaml.j2", Made(
        own["communities/one/community.yaml"],
        (("name",), ("team", 0, "who"), ("rhythm", "start")),
    )
    yield "members.yaml.j2", Made(own["communities/one/members.yaml"], ((0, "who"),))
    yield from work(typed)
    yield from siblings(typed)
    team = Team(typed, typed, typed, typed, typed)
    plan = NewPlan(1, DAY, typed, "hybrid", team, 90, typed, typed, typed)
    roles = tuple(("team", role) for role in Team._fields)
    yield "plan.yaml.j2", Made(
        plan_file(HOME, "", plan), (("start",), ("theme",), ("venue",), ("link",), *roles)
    )
    draft = Draft("2026-27", typed, typed, [typed], QUESTIONS, {key: [typed] for key in QUESTIONS}, [typed])
    yield "review.yaml.j2", Made(review_file(HOME, "", draft), (("promises", 0, "promise"),))
    yield "notes.yaml.j2", Made(notes_file(HOME, "", DAY, [typed, typed]), ())
    yield "contacts.yaml.j2", Made(contacts_file(HOME), ())


def work(typed: str) -> Iterator[tuple[str, Made]]:
    origin = Origin(
        "2026-06-09/idea/1", "idea", "2026-06-09", DAY, typed, people=("a.b", typed), themes=(typed,)
    )
    begun = Begun("", typed, origin, DAY, typed)
    yield "initiative.yaml.j2", Made(
        initiative_file(HOME, begun, [typed]),
        (("name",), ("summary",), ("owner",), ("tags", 0), ("adoption", typed, "status")),
    )
    group = group_file(HOME, begun._replace(who="b.c"), DAY, typed)
    yield "group.yaml.j2", Made(group, (("name",), ("question",), ("members", 1)))
    yield "story.yaml.j2", Made(story_file(HOME, begun, [typed] * 8), (("title",), ("teller", "who"), ("tags", 0)))


def siblings(typed: str) -> Iterator[tuple[str, Made]]:
    carried = BlueprintSettings(
        from_=typed, licence=typed, purpose=(typed,), practice=Practice(we_share=(typed,), outputs=(typed,)),
        rhythm=Rhythm(kind="convenings", months=("march",), in_person=(1,), break_months=("may",), hybrid_minutes=5,
                      place="hybrid"),
        agreement=Agreement(principles=(typed,)), roles=(RoleCarried(role="convenor", hours=typed),), quorum=3,
        running_orders=(OrderCarried(items=(Segment(minutes=5, what=typed),)),), must_stay=(typed,),
        practices=(PracticeCarried(what=typed, why=typed),), feedback_form=(Asked(question=typed, item="useful"),),
    )  # fmt: skip
    made = sibling_files(HOME, Circle("two", typed, typed, typed), carried, DAY, typed)
    about = (
        ("name",), ("practice", "we_share", 0), ("practice", "outputs", 0),
        ("purpose", 0), ("agreement", "principles", 0), ("team", 0, "who"), ("rhythm", "start"),
    )  # fmt: skip
    yield "community_from_blueprint.yaml.j2", Made(made["communities/two/community.yaml"], about)
    yield "practices.yaml.j2", Made(made["communities/two/practices.yaml"], ((0, "what"), (0, "why")))
    blueprint = made["communities/two/blueprint.yaml"]
    yield "blueprint.yaml.j2", Made(blueprint, (("must_stay", 0), ("costs", "convenor")))
    yield "feedback_form.yaml.j2", Made(made["communities/two/feedback-form.yaml"], ((0, "question"),))


NAMES = sorted(path.name for path in (ROOT / "templates" / "new").glob("*.yaml.j2"))


def test_every_template_of_a_yaml_file_is_filled_with_what_people_type() -> None:
    assert sorted({name for name, _ in every_file("x")}) == NAMES


def at(data: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        data = data[step]
    return data


def holds(typed: str) -> None:
    for name, made in every_file(typed):
        text = made.data.decode()
        document = read(made.data, name)
        assert not [one for one in document.findings if one.severity.word == "error"], (name, text)
        told = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only
        for place in made.places:
            if place[-1] == "status":
                assert at(document.data, place) == "not-yet"
                continue
            assert at(document.data, place) == typed, (name, place, text)
            assert at(told, place) == typed, (name, place, text)
        assert "49" not in text or "49" in typed


@pytest.mark.parametrize("typed", NASTY)
def test_what_is_typed_is_what_is_read(typed: str) -> None:
    holds(typed)


@given(TEXTS)
@settings(deadline=None, max_examples=40)
def test_whatever_is_typed_is_what_is_read(typed: str) -> None:
    holds(typed)


@pytest.mark.parametrize("typed", ["a\x1b[31mb", "x\u202ey", "one\u2028two: three", "\x00", "a\rb", "n\x85el: x"])
def test_a_hidden_character_is_shown_and_breaks_no_file(typed: str) -> None:
    for name, made in every_file(typed):
        assert not [one for one in read(made.data, name).findings if one.severity.word == "error"], name
        assert not HIDDEN_IN_VALUE.search(made.data.decode())


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_a_remark_stays_on_its_lines(typed: str) -> None:
    assert "\n" not in remark(typed)
    assert all(line.startswith("#") for line in remarks(typed, 2).replace("\x00", "").split("\n") if line)


def test_remarks_line_up_and_keys_without_a_value_end_at_the_colon() -> None:
    text = "a:  # one\nlong_key_that_goes_on: and_a_value  # two\nb: \n  - x   # three\n# left  # alone\n"
    assert lined_up(text) == (
        "a:                              # one\n"
        "long_key_that_goes_on: and_a_value # two\n"
        "b:\n"
        "  - x                           # three\n"
        "# left  # alone\n"
    )


def test_a_name_stands_in_the_readme_as_it_was_typed() -> None:
    founder = Founder("a.b", "A B", "icb", "ICB")
    begin = Beginning("*Learn* | <b>", "s", "c", "w", "april", "england", founder, Circle("one", "[x](y) #1"))
    text = workspace_files(HOME, begin, DAY)["README.md"].decode()
    assert text.startswith("# \\*Learn\\* \\| \\<b\\>\n")
    assert "\\[x\\](y) \\#1: what it is for" in text


def test_an_address_for_pip_stands_in_the_workflow_files_as_it_is() -> None:
    source = "copkit[pdf]@git+https://code.example/team/copkit.git@v1#egg=copkit"
    *workflows, _ = workflow_files(HOME, source).values()
    for data in workflows:
        assert f' "{source}"\n' in data.decode()
        yaml.safe_load(data)


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    """A workspace with a folder for texts of its own."""
    (tmp_path / "templates" / "new").mkdir(parents=True)
    return Home(tmp_path, own=tmp_path / "templates")


def plan(home: Home, source: str, **known: Any) -> str:
    (home.root / "templates/new/plan.yaml.j2").write_text(source, encoding="utf-8")
    return plan_file(home, "", NewPlan(1, DAY, "10:00", "online", **known)).decode()


def test_a_text_of_the_workspace_goes_first_and_keeps_the_rules(mine: Home) -> None:
    made = plan(mine, "date: {{ date }}  # ours\r\ntheme: {{ theme }}\r\n", theme="a: b # c")
    assert made == 'date: 2026-06-09                # ours\ntheme: "a: b # c"\n'


def test_a_block_alone_can_be_changed_for_a_community_and_for_its_siblings(mine: Home) -> None:
    source = '{% extends "copkit/new/community.yaml.j2" %}{% block purpose %}\n  - "To meet"\n{% endblock %}'
    (mine.root / "templates/new/community.yaml.j2").write_text(source, encoding="utf-8")
    for files in (
        community_files(mine, Circle("one", "One"), DAY),
        sibling_files(mine, Circle("one", "One"), BlueprintSettings(), DAY),
    ):
        data = read(files["communities/one/community.yaml"], "").data
        assert isinstance(data, dict)
        assert data["purpose"] == ["To meet"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("date: [{{ date }}\n", "new/plan.yaml.j2: what it makes cannot be read: line 1, this ["),
        ("a: {{ nothing }}\n", "plan.yaml.j2:1: there is no field or macro named 'nothing'"),
        ("{{ date.__class__ }}", "plan.yaml.j2:1: "),
        ("{% if %}", "plan.yaml.j2:1: this is not a template"),
        ("a: 1\na: 2\n", "line 2, `a` is written twice"),
    ],
)
def test_a_text_that_makes_no_file_is_refused_with_its_place(mine: Home, source: str, said: str) -> None:
    with pytest.raises(TemplateProblem) as told:
        plan(mine, source)
    assert said in str(told.value)


def test_a_link_to_elsewhere_is_no_text_of_the_workspace(mine: Home, tmp_path_factory: Any) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("secret: yes\n")
    (mine.root / "templates/new/members.yaml.j2").symlink_to(outside)
    made = community_files(mine, Circle("one", "One"), DAY)["communities/one/members.yaml"]
    assert b"secret" not in made and made.startswith(b"# Who belongs")
