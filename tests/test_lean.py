"""What a command's imports do without is still there for whoever asks for it."""

import subprocess
import sys

import pytest

BEGIN = "from copkit import lean\nlean.begin()\n"
ASKED = {
    "a model that is not copkit's": """
import typing, typing_extensions
from pydantic import BaseModel, Field, TypeAdapter
class Inner(BaseModel):
    number: int = Field(gt=1)
class Outer(BaseModel):
    inner: list[Inner]
class Plain(typing_extensions.TypedDict, total=False):
    word: str
print(Outer.model_validate({"inner": [{"number": "3"}]}), Outer.model_json_schema(), Plain.__total__)
print(TypeAdapter(Plain).validate_python({"word": "a"}), typing.get_type_hints(Plain))
try:
    Inner(number=1)
except ValueError as wrong:
    print(wrong)
""",
    "YAML with every kind of scalar": """
import yaml
words = "2026-01-06 1_000 0x1f 1.5e+3 yes 2026-01-06T10:00:00.5+01:00 ~ 190:20:30 0b1 .inf"
text = "".join(f"a{number}: {word}\\n" for number, word in enumerate(words.split()))
for loader in (yaml.SafeLoader, yaml.CSafeLoader):
    print(yaml.load(text, loader), yaml.dump(yaml.load(text, loader)))
try:
    yaml.safe_load("a: \\x01")
except yaml.YAMLError as wrong:
    print(wrong)
""",
    "a template that is new": """
import jinja2, markupsafe
text = "{% for one in many %}{{ one|title|urlize }}\\n{# a remark #}{% else %}-{% endfor %}{{ '%d'|format(2) }}"
made = jinja2.Environment(autoescape=True).from_string(text)
print(made.render(many=["see https://example.com, ask me@mail.example", "b < c"]))
print(markupsafe.Markup("<b>a</b> b").striptags())
""",
    "what Python is, and its parts of a whole": """
import fractions, platform
print(platform.platform(), platform.libc_ver(), platform.python_version_tuple(), fractions.Fraction("3/4"))
print(fractions.Fraction("1.5e2"))
""",
}


def _said(code: str) -> str:
    return subprocess.check_output([sys.executable, "-c", code], text=True, timeout=120)


@pytest.mark.parametrize("code", ASKED.values(), ids=list(ASKED))
def test_what_is_asked_for_answers_as_ever(code: str) -> None:
    assert _said(BEGIN + code) == _said(code) != ""


def test_a_command_that_reads_imports_nothing_that_makes_schemas() -> None:
    code = "from copkit.cli.app import run\nrun(['next'])\nimport sys\nprint(*sys.modules, sep='\\n')"
    imported = _said(BEGIN + code).split("\n")
    assert {"pydantic.main", "copkit.cli.next"} <= {*imported}
    for spared in ("pydantic.functional_validators", "pydantic.fields", "annotated_types"):
        assert spared not in imported
