"""Ask on a terminal what the command line did not say."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import typer

from copkit.cli.exits import Stop
from copkit.cli.reading import sentence
from copkit.cli.show import note
from copkit.dates import Read


class Question(NamedTuple):
    """Something to know: the flag that says it, the words that ask for it, and what is taken when nobody says."""

    flag: str
    words: str
    read: Callable[[str], Read[str]]
    default: str = ""
    may_be_empty: bool = False

    @property
    def name(self) -> str:
        """How the command line calls it: an option, or an argument in capitals."""
        return self.flag if self.flag.isupper() else f"--{self.flag}"

    @property
    def optional(self) -> bool:
        return bool(self.default) or self.may_be_empty


def on_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def answers(
    questions: Sequence[Question], given: Mapping[str, str], *, ask: bool, all_of_them: bool = False
) -> dict[str, str]:
    """The answer to each question by its flag: as given, else as typed, else the default.

    What was given must fit; what is typed is asked for again until it does. With `all_of_them` also what may be
    left out is asked for. Without somebody to ask, everything that has no default must be given.
    """
    found = {one.flag: _fitting(one, given[one.flag]) for one in questions if given.get(one.flag)}
    missing = [one for one in questions if one.flag not in found]
    if ask:
        wanted = [one for one in missing if all_of_them or not one.optional]
        found |= {one.flag: _asked(one) for one in wanted}
        missing = [one for one in missing if one not in wanted]
    if needed := [one.name for one in missing if not one.optional]:
        raise Stop(f"say {', '.join(needed)}", hint="On a terminal, copkit asks for what is left out.")
    return found | {one.flag: one.default for one in missing}


def _fitting(question: Question, text: str) -> str:
    read = question.read(text)
    if read.value is None:
        raise Stop(f"{question.name}: {read.problem}", hint=sentence(read.fix))
    return read.value


def _asked(question: Question) -> str:
    shown = bool(question.default)
    while True:
        typed = str(
            typer.prompt(question.words, default=question.default, show_default=shown, prompt_suffix=" ", err=True)
        )
        if not typed.strip():
            if question.may_be_empty:
                return ""
            note("  This one is needed. Ctrl-C stops, and writes nothing.")
            continue
        read = question.read(typed)
        if read.value is not None:
            return read.value
        note(f"  {read.problem[:1].upper()}{read.problem[1:]}. {sentence(read.fix)}")
