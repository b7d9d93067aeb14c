"""What somebody new brings: the option that says it, and the question on a terminal."""

from typing import Annotated

import typer

from copkit.cli.asking import Question, answers, on_terminal
from copkit.cli.completing import brings
from copkit.cli.show import note
from copkit.people.brought import NONE, known_brings, read_brings
from copkit.workspace import Shared

_HELP = "What somebody new brings: expertise, clinical, authority, lived-experience; or none."
Brings = Annotated[str, typer.Option("--brings", metavar="WORD,…", help=_HELP, autocompletion=brings)]


def said_brings(shared: Shared, typed: str) -> dict[str, list[str]]:
    """What the register is told of somebody new: nothing where nobody knows, an empty list for none of these."""
    words = f"What do they bring ({', '.join(known_brings(shared.programme))}; {NONE})?"
    question = Question("brings", words, lambda text: read_brings(text, shared.programme), may_be_empty=True)
    said = answers([question], {"brings": typed}, ask=on_terminal(), all_of_them=True)["brings"]
    return {"brings": [] if said == NONE else said.split(",")} if said else {}


def left_as_it_is(shared: Shared, key: str, typed: str) -> None:
    """A word to whoever says what somebody brings who is in the register: that stays as it is."""
    if typed:
        where = shared.file_of(shared.people[key])
        note(f"--brings is for somebody new: what {key} brings stays as it is. Change “brings:” in {where}.")
