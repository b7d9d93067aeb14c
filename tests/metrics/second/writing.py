"""Data as the text of a file: blocks for what has several lines, nothing for what is blank, tables as they are."""

from typing import Any

import yaml


class _Dumper(yaml.CSafeDumper if hasattr(yaml, "CSafeDumper") else yaml.SafeDumper):  # type: ignore[misc,name-defined]
    """Writes blanks as nothing and lines of notes as a block."""


def _text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def written(data: Any) -> str:
    """The text of a file; a text stays as it is."""
    if isinstance(data, str):
        return data
    return str(yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000))
