"""The rules by which lines are taken apart are those of the shells, and what is typed for people is safe in all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.suggest import argument
from tests.docs.shells import SHELLS, Special, in_bash, in_cmd, in_powershell


@pytest.mark.parametrize(
    ("line", "bash", "powershell", "cmd"),
    [
        ('copkit x "St Mary"', ["x", "St Mary"], ["x", "St Mary"], ["x", "St Mary"]),
        ("copkit x 'St Mary'", ["x", "St Mary"], ["x", "St Mary"], ["x", "'St", "Mary'"]),
        ('copkit x "St Mary\'s"', ["x", "St Mary's"], ["x", "St Mary's"], ["x", "St Mary's"]),
        ("copkit x St“Ann”", ["x", "St“Ann”"], ["x", "StAnn"], ["x", "St“Ann”"]),
        ("copkit x “St Ann”", ["x", "“St", "Ann”"], ["x", "St Ann"], ["x", "“St", "Ann”"]),
        ("copkit x # all", ["x"], ["x"], ["x", "#", "all"]),
        ("copkit x a#b …", ["x", "a#b", "…"], ["x", "a#b", "…"], ["x", "a#b", "…"]),
        ('copkit "a\\b"', ["a\\b"], ["a\\b"], ["a\\b"]),
        ("copkit a\\b", ["ab"], ["a\\b"], ["a\\b"]),
        ("copkit --in=x -m St", ["--in=x", "-m", "St"], ["--in=x", "-m", "St"], ["--in=x", "-m", "St"]),
    ],
)  # fmt: skip
def test_each_shell_takes_a_line_apart_by_its_own_rules(
    line: str, bash: list[str], powershell: list[str], cmd: list[str]
) -> None:
    assert [shell(line)[1:] for shell in SHELLS.values()] == [bash, powershell, cmd]


@pytest.mark.parametrize(
    ("shell", "lines"),
    [
        (in_bash, ["copkit $nobody", "copkit 'open", "copkit (a)", "nothing here"]),
        (in_powershell, ["copkit $x", 'copkit "$x"', "copkit a,b", "copkit @a", "copkit a && copkit b",
                         "copkit a`b", "copkit {a}", 'copkit "open', 'copkit ""', "copkit -a.b", "copkit '\"'"]),
        (in_cmd, ["copkit %a%", "copkit a & b", "copkit a ^ b", 'copkit "open', 'copkit "a\\"', "copkit a > b"]),
    ],
)  # fmt: skip
def test_what_a_shell_would_do_besides_is_told(shell: object, lines: list[str]) -> None:
    for line in lines:
        with pytest.raises(Special):
            shell(line)  # type: ignore[operator]


pytestmark = pytest.mark.needs("Unix")
TYPED = st.text(st.sampled_from("aé Z9.-_/:'\"“”‘$`\\!%^&|;#(){}[]<>~*?,@=\t…"), max_size=8)


@given(TYPED)
@settings(max_examples=300, deadline=None)
def test_what_somebody_typed_is_one_word_in_every_shell_or_left_for_them_to_type(typed: str) -> None:
    line = f"copkit new organisation {argument(typed, 'NAME')}"
    words = [shell(line) for shell in SHELLS.values()]
    assert words[0] == words[1] == words[2]
    assert words[0][3:] in ([typed], ["NAME"])


def test_plain_names_are_kept() -> None:
    typed = ("hospice", "St Elsewhere Hospice", "St Mary's", "Siân", "R&D", "C:\\our files")
    assert [argument(one, "NAME") for one in typed] == [
        "hospice", '"St Elsewhere Hospice"', '"St Mary\'s"', "Siân", '"R&D"', '"C:\\our files"'
    ]  # fmt: skip
