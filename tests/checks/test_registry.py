"""The table of checks, and the pages that their docstrings make."""

import pytest
import yaml

from copkit.checks import registry
from copkit.checks.pages import checks_page, gravity, page, page_of
from copkit.checks.private import search
from copkit.checks.registry import ALWAYS, FAMILIES, WARNING, Check, before, check, collect


def _nothing(at: object) -> None:
    """Nothing is wrong.

    Why: It is a test.

    Bad:
        a: 1

    Good:
        a: 2
    """


def test_a_code_is_used_once_and_belongs_to_a_family() -> None:
    one = check("REF-99", on="files")(_nothing)
    assert list(collect([one])) == ["REF-99"]
    with pytest.raises(ValueError, match="two checks are called REF-99"):
        collect([one, one])
    with pytest.raises(ValueError, match="no family"):
        collect([check("XYZ-01", on="files")(_nothing)])


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        registry()["REF-01"] = registry()["REF-02"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        registry()["REF-01"].severity = WARNING  # type: ignore[misc]


def test_every_family_has_its_checks_in_order() -> None:
    codes = list(registry())
    assert len(codes) >= 73
    for family in FAMILIES:
        own = [code for code in codes if code.startswith(family)]
        assert own
        assert own == sorted(own)


def test_a_page_that_is_not_whole_is_refused() -> None:
    def bare(at: object) -> None:
        """Only a title."""

    with pytest.raises(ValueError, match="not whole"):
        page_of(check("REF-98", on="files")(bare))


@pytest.mark.parametrize("code", registry())
def test_each_page_is_whole_and_its_examples_are_yaml(code: str) -> None:
    about = page(code)
    assert about.title.endswith(".")
    assert about.why.endswith(".")
    assert len(about.title) < 110
    assert yaml.safe_load(about.good) is not None or about.good.startswith("#")
    if code not in ("REF-06", "REF-08", "REF-10"):
        yaml.safe_load(about.bad)
    assert about.bad != about.good or code in ("ROL-06", "SCH-11")
    assert f"## {code}\n" in checks_page()
    good = [hit.kind for hit in search(about.good) if "@anytown.example" not in hit.text]
    assert not good


def test_gravity_is_told_in_words() -> None:
    one = check("SES-99", on="coming", steps=before(info=ALWAYS, warning=28, error=1))(_nothing)
    assert gravity(one) == (
        "info at any time before the session, warning from 28 days before the session, error from 1 day before "
        "the session"
    )
    assert isinstance(one, Check)
    assert one.defaults == {"SES-99.warning": 28, "SES-99.error": 1}
