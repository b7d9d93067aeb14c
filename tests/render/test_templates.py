"""Templates: what they see, what they may not do, and how a fault in one is told."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import pytest

from copkit import render
from copkit.audience.withheld import ABSENT
from copkit.models.glossary import Term
from copkit.render.views import context
from tests.render.demo import META
from tests.render.helpers import View, in_body, run


def refusal(folder: Path, source: str, view: object = None) -> render.TemplateProblem:
    with pytest.raises(render.TemplateProblem) as caught:
        run(folder, source, view)
    return caught.value


@pytest.mark.parametrize(
    "source",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ lipsum.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ '{0.__class__}'.format(text) }}",
        "{{ '{x.__class__}'.format_map({'x': text}) }}",
        "{{ ('{0.__class__}'|attr('format'))(text) }}",
        "{{ meta.__class__ }}",
        "{{ text.__class__ }}",
    ],
)
def test_a_template_cannot_reach_python(source: str, tmp_path: Path) -> None:
    problem = refusal(tmp_path, f"\n{source}")
    assert (problem.template, problem.line) == ("mine.html.j2", 2)


@pytest.mark.parametrize(
    "source", ["{% set kept = [1] %}{{ kept.append(2) }}", "{% set kept = {'a': 1} %}{{ kept.update(b=2) }}"]
)
def test_a_template_cannot_change_what_it_is_given(source: str, tmp_path: Path) -> None:
    assert "may not do this" in refusal(tmp_path, source).what


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "copkit/../../pyproject.toml"])
def test_a_template_cannot_include_a_file_from_elsewhere(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    problem = refusal(tmp_path / "templates", f"{{% include {name!r} %}}")
    assert problem.what == f"there is no template named {name!r}"
    assert problem.line == 1


def test_an_unknown_field_is_refused_with_its_line_and_the_fields_there_are(tmp_path: Path) -> None:
    assert str(refusal(tmp_path, "one\n{{ no_such_field }}")) == (
        "mine.html.j2:2: there is no field or macro named 'no_such_field'"
    )
    assert (
        "there is no field 'titel' here; there are title, community" in refusal(tmp_path, "{{ meta.titel }}").what
    )


def test_a_field_of_a_wider_audience_does_not_exist(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Member:
        name: str

    @dataclass(frozen=True)
    class Public:
        member: Member

    view = Public(Member("Ann"))
    assert run(tmp_path, "{{ member.name }}", view) == "Ann"
    assert "there is no field 'email'" in refusal(tmp_path, "{{ member.email }}", view).what
    assert "there is no field 'model_dump'" in refusal(tmp_path, "{{ member.model_dump() }}", view).what


def test_a_template_that_does_not_parse_is_told_with_its_line(tmp_path: Path) -> None:
    problem = refusal(tmp_path, "one\ntwo\n{% if %}")
    assert (problem.template, problem.line) == ("mine.html.j2", 3)
    assert problem.what.startswith("this is not a template: ")


def test_a_sum_that_cannot_be_done_is_told_with_its_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, "one\n{{ text + 1 }}").line == 2
    assert refusal(tmp_path, "{{ 1 // 0 }}").line == 1


def test_a_template_that_includes_itself_is_refused(tmp_path: Path) -> None:
    assert "includes or extends itself" in refusal(tmp_path, '{% include "mine.html.j2" %}').what


def test_a_range_of_a_hundred_million_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "{% for i in range(100000000) %}x{% endfor %}").line == 1


def test_a_missing_document_is_refused_by_name() -> None:
    with pytest.raises(render.TemplateProblem, match=r"there is no template named 'nothing.html.j2'"):
        render.html("nothing", View())


@pytest.mark.parametrize(
    "name", ["{{ 7*7 }}", "{% raw %}", "{# gone #}", "</title><script>", '" onload="x', "a & b", "]]>"]
)
def test_what_people_typed_is_shown_as_typed(name: str, tmp_path: Path) -> None:
    made = run(tmp_path, in_body('<p>{{ text }}</p><p><span aria-label="{{ text }}">x</span></p>'), View(text=name))
    first, second = list(render.tree(made).all("p"))[2:4]
    assert first.text() == name
    assert second.nodes[0].attributes["aria-label"] == name
    assert "<script" not in made


def test_a_title_cannot_close_the_head() -> None:
    meta = replace(META, title="</title><script>alert(1)</script>")
    made = render.html("base", View(meta=meta))
    assert "<script" not in made
    assert next(render.tree(made).all("h1")).text() == "</title><script>alert(1)</script>"


@pytest.mark.parametrize("name", ["mine.svg", "mine.xml", "mine.txt", "mine.j2"])
def test_text_is_escaped_whatever_the_template_is_called(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("{{ text }}")
    assert render.html(name, View(text='<b>&"'), shadow=tmp_path) == "&lt;b&gt;&amp;&#34;"


def test_a_users_template_stands_in_for_the_built_in_one_and_may_replace_one_block(tmp_path: Path) -> None:
    (tmp_path / "base.html.j2").write_text(
        '{% extends "copkit/base.html.j2" %}{% block lead %}<p class="lead">Ours</p>{% endblock %}'
    )
    made = render.html("base", View(), shadow=tmp_path)
    assert '<p class="lead">Ours</p>' in made
    assert META.subtitle not in made.partition("<body>")[2]
    assert '<dl class="control">' in made
    assert "Ours" not in render.html("base", View())


def test_a_users_style_stands_in_for_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("h1 { color: #330072; }")
    made = render.html("base", View(), shadow=tmp_path)
    assert "<style>\nh1 { color: #330072; }" in made


def test_compiled_templates_are_kept_and_change_with_their_source(tmp_path: Path) -> None:
    cache, folder = tmp_path / "cache", tmp_path / "templates"
    folder.mkdir()
    (folder / "mine.html.j2").write_text("one")
    assert render.html("mine", View(), shadow=folder, cache=cache) == "one"
    assert len(list(cache.iterdir())) == 1
    (folder / "mine.html.j2").write_text("two, longer")
    from copkit.render import templating

    templating._environment.cache_clear()
    assert render.html("mine", View(), shadow=folder, cache=cache) == "two, longer"


class Colour(StrEnum):
    BLUE = "blue"


class Pair(NamedTuple):
    first: str
    second: int


def test_plain_values_pass_and_nested_parts_become_records() -> None:
    @dataclass(frozen=True)
    class Whole:
        text: str = "a"
        number: int = 2
        true: bool = True
        day: date = date(2026, 6, 9)
        nothing: str | None = None
        colour: Colour = Colour.BLUE
        pairs: tuple[Pair, ...] = (Pair("x", 1),)

    made = context(Whole())
    pairs = made.pop("pairs")
    assert made == {
        "text": "a",
        "number": 2,
        "true": True,
        "day": date(2026, 6, 9),
        "nothing": None,
        "colour": "blue",
    }
    assert isinstance(pairs, tuple)
    assert vars(pairs[0]) == {"first": "x", "second": 1}
    assert type(made["colour"]) is str


class Shouted(str):
    __slots__ = ()


@pytest.mark.parametrize(
    "value", [Path("/tmp/x"), ["a"], {"a": 1}, {1}, 1.5, b"x", Shouted("<b>"), datetime(2026, 6, 9), print, Pair]
)
def test_anything_else_never_reaches_a_template(value: object) -> None:
    @dataclass(frozen=True)
    class Whole:
        part: object = field(default=None)

    with pytest.raises(TypeError, match=r"Whole\.part: \w+ is not a plain value"):
        context(Whole(value))


def test_a_record_is_seen_by_its_fields_without_what_is_about_its_file() -> None:
    @dataclass(frozen=True)
    class Whole:
        part: Term

    seen = context(Whole(Term(name="Domain", meaning="What we care about", extra={"x-own": "a"})))
    assert vars(seen["part"]) == {"name": "Domain", "meaning": "What we care about", "also_known_as": ()}


def test_a_view_that_could_change_is_refused() -> None:
    @dataclass
    class Loose:
        text: str = "a"

    with pytest.raises(TypeError, match="Loose is not frozen"):
        context(Loose())
    with pytest.raises(TypeError, match="dict is not a plain value"):
        context({"text": "a"})


def test_dates_and_counts_are_said_the_nhs_way(tmp_path: Path) -> None:
    source = "{{ meta.date|say_day }}, {{ '14:30'|say_time }}, {{ 90|say_minutes }}, {{ 1|count('person', 'people') }}, {{ 1200|count('person', 'people') }}"  # noqa: E501
    assert run(tmp_path, source) == "Tuesday 2 June 2026, 2:30pm, 1 hour 30 minutes, 1 person, 1,200 people"


def test_a_part_that_is_for_others_is_not_there_at_all() -> None:
    @dataclass(frozen=True)
    class Whole:
        text: str
        part: tuple[str, ...]

    assert context(Whole("a", ABSENT)) == {"text": "a"}
    assert context(Whole("a", ())) == {"text": "a", "part": ()}
