"""YAML text to plain data, with a place for every key and no guessing at types: every scalar is text."""

from copkit.yamlfile.document import Data, Document
from copkit.yamlfile.marks import Mark, Path
from copkit.yamlfile.notes import read_notes
from copkit.yamlfile.reader import MAX_BYTES, parse, read, too_large

__all__ = [
    "MAX_BYTES",
    "Data",
    "Document",
    "Mark",
    "Path",
    "parse",
    "read",
    "read_notes",
    "reader_name",
    "too_large",
]


def reader_name() -> str:
    """Which parser reads the files: `libyaml`, or `Python` where that is missing and reading is slow."""
    from copkit.yamlfile.events import PARSER, PythonParser

    return "Python" if PARSER is PythonParser else "libyaml"
