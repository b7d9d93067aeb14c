"""Every document of the catalogue can be found, built, named and printed by one function."""

from importlib import import_module
from typing import get_type_hints

import pytest

from copkit.audience.edition import Edition
from copkit.cli import print as printing_commands
from copkit.cli.options import OWN
from copkit.cli.printing import INSTEAD, PICKS
from copkit.cli.registry import command_of
from copkit.documents.catalogue import DOCUMENTS, NAMES, SETS, registered
from copkit.documents.registry import OF_WHAT, Document
from copkit.render.places import builtin
from tests.shell import within


@pytest.mark.parametrize("one", DOCUMENTS.values(), ids=NAMES)
def test_what_a_line_names_is_there(one: Document) -> None:
    assert callable(one.made_by)
    assert (builtin() / f"{one.template}.html.j2").is_file()
    assert one.title and one.about.endswith(".") and one.audiences
    assert set(one.options) <= set(OWN)


@pytest.mark.parametrize("one", DOCUMENTS.values(), ids=NAMES)
def test_every_document_is_made_of_an_edition_which_says_alone_what_may_be_seen(one: Document) -> None:
    of = next(iter(get_type_hints(one.made_by).values()))
    assert issubclass(of, Edition) and of is not Edition
    for name in ("door", "shared", "only", "either", "naming"):
        assert getattr(of, name) is getattr(Edition, name), "an edition adds what it is of, and keeps the rest"


def test_every_template_of_a_document_is_of_one_line() -> None:
    extends = '{% extends "base.html.j2" %}'
    pages = {
        path.name.removesuffix(".html.j2") for path in builtin().glob("*.html.j2") if extends in path.read_text()
    }
    assert sorted(one.template for one in DOCUMENTS.values()) == sorted(pages)


def test_every_subject_has_what_finds_it_and_is_used() -> None:
    assert set(PICKS) == set(OF_WHAT) == {one.subject for one in DOCUMENTS.values()}
    for place in (*PICKS.values(), *INSTEAD.values()):
        module, _, function = place.partition(":")
        assert callable(getattr(import_module(f"copkit.cli.subjects.{module}"), function))


def test_every_option_is_of_a_document() -> None:
    assert {option for one in DOCUMENTS.values() for option in one.options} == set(OWN)
    assert all(option in DOCUMENTS[name].options for name, option in INSTEAD)


def test_a_set_is_of_documents_of_one_subject_for_the_same() -> None:
    for names in SETS.values():
        assert (
            len({(DOCUMENTS[name].subject, DOCUMENTS[name].audiences, DOCUMENTS[name].options) for name in names})
            == 1
        )


def test_no_document_hides_another() -> None:
    with pytest.raises(ValueError, match="two documents are named agenda"):
        registered([DOCUMENTS["agenda"], DOCUMENTS["agenda"]._replace(page="plan")])


def test_what_has_a_verb_takes_the_same_by_either(capsys: pytest.CaptureFixture[str]) -> None:
    by_print = within(command_of("print"))
    assert set(by_print) == {*NAMES, *SETS}
    for name, verb in printing_commands.VERBS.items():
        command = command_of(verb.split()[0])
        for word in verb.split()[1:]:
            command = within(command)[word]
        options = [[option.opts for option in one.params] for one in (command, by_print[name])]
        assert options[0] == options[1], verb
