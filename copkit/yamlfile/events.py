"""The parser's events: libyaml's where PyYAML has it, PyYAML's own in Python where it has not.

Only events are used. The composers build their tree by recursion (libyaml's crashes the interpreter on
deep nesting), and the resolvers turn `14:00` into 840 and `NO` into False.
"""

from collections.abc import Callable
from typing import Any

from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class PythonParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python, without composer and resolver."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def _fastest() -> Callable[[str], Any]:
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined] # not in the stubs
    except ImportError:
        return PythonParser
    return CParser


PARSER: Callable[[str], Any] = _fastest()


def next_event(text: str) -> Callable[[], Event]:
    """A function that gives the next event of the text and raises `yaml.YAMLError` where it is broken."""
    return PARSER(text).get_event  # type: ignore[no-any-return] # of either parser
