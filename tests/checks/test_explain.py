"""`copkit explain`: every check and every term, by any name that people use."""

import json
from pathlib import Path

import pytest

from copkit.checks import registry
from copkit.cli.report.as_json import as_json
from copkit.models.glossary import Term
from copkit.workspace import Shared
from tests.golden import Golden
from tests.shell import copkit, demonstration

GLOSSARY = Shared().glossary


def test_a_check_has_a_page(golden: Golden) -> None:
    ran = copkit("explain", "ses-02")
    assert ran.code == 0
    golden("explain-check.txt", ran.out)
    assert max(map(len, ran.out.split("\n"))) <= 80


def test_a_term_has_a_meaning(golden: Golden) -> None:
    golden("explain-term.txt", copkit("explain", "task", "and", "finish", "group").out)
    assert copkit("explain", "Convenor").out == copkit("explain", "convenor").out
    assert "read out at the start" in copkit("explain", "ground", "rules").out


def test_the_list_names_every_check_and_term(golden: Golden) -> None:
    out = copkit("explain").out
    golden("explain-list.txt", out)
    assert all(code in out for code in registry())
    assert max(map(len, out.split("\n"))) <= 80
    assert all(term.name.split()[0] in out for term in GLOSSARY.terms)


def test_a_family_lists_its_checks() -> None:
    lines = copkit("explain", "ses").out.splitlines()
    assert sum(line.startswith("  SES-") for line in lines) == sum(code.startswith("SES") for code in registry())


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("SES-22", "SES-"),
        ("convener", "convenor"),
        ("chatham", "chatham house rule"),
        ("xyzzy", "lists all of them"),
        ("c2", "copkit why C2"),
    ],
)
def test_what_is_unknown_gets_a_suggestion(typed: str, hint: str) -> None:
    ran = copkit("explain", typed)
    assert ran.code == 2
    assert hint in ran.err
    assert ran.out == ""


def test_json() -> None:
    check = json.loads(copkit("explain", "SES-02", "--json").out)
    assert check["thresholds"] == {"SES-02.warning": 28, "SES-02.error": 7}
    assert json.loads(copkit("explain", "od", "--json").out)["meaning"] == "Organisation development."
    every = json.loads(copkit("explain", "--json").out)
    assert len(every["checks"]) == len(registry())
    assert len(every["terms"]) == len(GLOSSARY.terms)
    assert {one["code"] for one in json.loads(copkit("explain", "AGE", "--json").out)["checks"]} == {
        code for code in registry() if code.startswith("AGE")
    }
    assert as_json.__doc__


@pytest.mark.parametrize("term", GLOSSARY.terms, ids=lambda term: term.name)
def test_each_term_is_found_by_each_of_its_names_and_no_other_has_them(term: Term) -> None:
    names = [name for one in GLOSSARY.terms for name in (one.name, *one.also_known_as)]
    assert len(GLOSSARY.terms) > 60
    assert len(GLOSSARY.names) == len(names), "no name may mean two terms"
    assert all(GLOSSARY.find(name) is term for name in (term.name, *term.also_known_as))
    assert term.meaning.endswith(".")


def test_every_threshold_is_listed_with_its_usual_number() -> None:
    out = copkit("explain", "thresholds").out
    for line in ("  SES-02.warning: 28", "  levels.core: 60", "  health.rhythm: 80"):
        assert f"{line}  " in out
    assert max(map(len, out.split("\n"))) <= 80
    names = [one["name"] for one in json.loads(copkit("explain", "thresholds", "--json").out)["thresholds"]]
    assert len(names) == len(set(names)) > 40


@pytest.mark.parametrize("name", ["health.rhythm", "levels.core", "SES-02.error", "ses-02.error"])
def test_a_threshold_says_what_it_decides_and_how_to_set_it(name: str) -> None:
    ran = copkit("explain", name)
    assert ran.code == 0
    assert "thresholds:\n  " in ran.out
    number = json.loads(copkit("explain", name, "--json").out)["number"]
    assert f"{name.casefold()}: {number}" in ran.out.casefold()


def test_what_is_listed_may_be_set_and_nothing_else(tmp_path: Path) -> None:
    settings = demonstration(tmp_path) / "communities" / "programme" / "programme.yaml"
    names = [one["name"] for one in json.loads(copkit("explain", "thresholds", "--json").out)["thresholds"]]
    text = settings.read_text(encoding="utf-8")
    assert "thresholds:" not in text
    own = "\n".join(["thresholds:", *(f"  {name}: 9" for name in names), "  nobody.knows: 1", ""])
    settings.write_text(f"{text.rstrip()}\n{own}", encoding="utf-8")
    found = copkit("check", "--only", "REF-05", root=tmp_path).out
    assert "“nobody.knows” is not a threshold of any check or metric" in found
    assert "“copkit explain thresholds” lists all of them." in found
    assert "1 warning in 1 file" in found
