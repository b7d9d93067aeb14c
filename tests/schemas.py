"""Look at YAML as an editor does: by the core rules of YAML 1.2, against the schema of its kind."""

import json
import re
from functools import cache
from typing import Any

import jsonschema
import yaml

from copkit.editing.schemas import shipped


class CoreLoader(yaml.SafeLoader):
    """PyYAML with the scalars of YAML 1.2's core schema: `yes` and `10:00` are text, `1.10` is a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for _tag, _pattern, _first in (
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


@cache
def validator(kind: str) -> jsonschema.Draft7Validator:
    """The validator of a kind of file, its schema checked first."""
    schema = json.loads(shipped()[f"{kind}.json"])
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


def trouble(kind: str, text: str) -> list[str]:
    """What an editor marks in a file of a kind."""
    data = yaml.load(text, CoreLoader)  # noqa: S506 - a SafeLoader
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator(kind).iter_errors(data)]
