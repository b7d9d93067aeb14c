"""The commands and options that are no more, each with the line that does the same today."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from copkit.cli.exits import Stop


class Moved(NamedTuple):
    """A command as it was: its words and options, which the new words say, and what is typed today."""

    old: tuple[str, ...]
    new: str
    #: It is this one where any of these was typed, by itself or as `--option=VALUE`; always where there are none.
    when: tuple[str, ...] = ()
    #: Options that are no more, or that the new words say with their value.
    without: tuple[str, ...] = ()
    #: Options of which the value is now one of the words that say of what.
    bare: tuple[str, ...] = ()
    #: Options that are called something else today.
    renamed: tuple[tuple[str, str], ...] = ()


_PRINTING = ("--format", "--out", "--overwrite")
MOVED: Final = (
    Moved(("plan",), "print moderator", ("--role",), ("--role",)),
    Moved(("plan",), "print plan"),
    Moved(("tables",), "print tables"),
    Moved(("brief",), "print brief"),
    Moved(("sheets", "sign-in"), "print sign-in"),
    Moved(("sheets", "table"), "print table-sheet"),
    Moved(("sheets", "story"), "print story-sheet"),
    Moved(("sheets", "feedback"), "print feedback-sheet"),
    Moved(("sheets", "follow-up"), "print follow-up-sheet"),
    Moved(("sheets",), "print sheets"),
    Moved(("synthesis", "--all", "--one-page"), "print portfolio-page"),
    Moved(("synthesis", "--all"), "print portfolio"),
    Moved(("evaluate",), "print evaluation"),
    Moved(("exemplar", "--index"), "print exemplar-index"),
    Moved(("exemplar",), "print exemplar"),
    Moved(("group",), "print group"),
    Moved(("certificate",), "print certificate", without=("--all",), bare=("--session", "--year")),
    Moved(("health",), "print health", _PRINTING),
    Moved(("actions",), "print actions", _PRINTING),
    Moved(("privacy", "notice"), "print privacy-notice"),
    Moved(("schedule",), "schedule", ("--year",), bare=("--year",)),
    Moved(("calendar",), "calendar", ("--year",), bare=("--year",)),
    Moved(("new", "community"), "new community", ("--from",), renamed=(("--from", "--like"),)),
    Moved(("trust",), "trust", ("--show",), renamed=(("--show", "--dry-run"),)),
    Moved(("new",), "new", ("--from", "--for"), renamed=(("--from", "--line"), ("--for", "--reader"))),
)
"""The first that fits is the answer. They are in no help and no list."""
_WITH_VALUE: Final = ("--role",)


def answer_moved(arguments: Sequence[str]) -> None:
    """End with the full line that does today what was typed, where it was typed as it was done before."""
    if any(one in ("-h", "--help") for one in arguments[1:]):
        line = new_line([one for one in arguments if one not in ("-h", "--help")])
        line = f"{line} --help" if line else ""
    else:
        line = new_line(arguments)
    if line:
        raise Stop(f"this is now “{line}”")


def new_line(arguments: Sequence[str]) -> str:
    """The whole line as it is typed today; empty where what was typed is so already."""
    for one in MOVED:
        if _fits(one, arguments):
            return " ".join(("copkit", one.new, *map(_quoted, _carried(one, arguments))))
    return ""


def _fits(one: Moved, arguments: Sequence[str]) -> bool:
    begun = arguments[:1] == list(one.old[:1]) and set(one.old) <= set(arguments)
    return begun and (not one.when or any(word.partition("=")[0] in one.when for word in arguments[1:]))


def _carried(one: Moved, arguments: Sequence[str]) -> list[str]:
    """What was typed beside the command, in its order, as the new line takes it."""
    left = list(arguments)
    for word in one.old:
        left.remove(word)
    found: list[str] = []
    while left:
        word, equals, value = left.pop(0).partition("=")
        if word in one.without:
            if word in _WITH_VALUE and not equals and left:
                left.pop(0)
        elif word in one.bare:
            found += [value] if equals else left[:1]
            left = left if equals else left[1:]
        else:
            found.append(dict(one.renamed).get(word, word) + equals + value)
    return found


def _quoted(word: str) -> str:
    """A word as bash, PowerShell and cmd take it."""
    return word if word and all(one.isalnum() or one in "-_./:=,@\\" for one in word) else f'"{word}"'
