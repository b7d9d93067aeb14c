"""What `copkit explain` says of how a session stands, and of a command: words that are no terms of the field."""

from copkit.cli.registry import COMMANDS as EVERY
from copkit.lexicon import listed
from copkit.models.glossary import Term
from copkit.workspace.states import ACTS, STATES, Act, State, refusal

COMMANDS: dict[Act, str] = {
    "move": "`copkit move`",
    "cancel": "`copkit cancel`",
    "bring back": "`copkit cancel --undo`",
    "take notes": "`copkit notes new`",
    "say who came": "`copkit attend`, `copkit feedback`",
    "close before": "`copkit close` before it",
}
MEANS: dict[State, str] = {
    "planned": "it has a plan",
    "issued": "people hold it in their calendars",
    "moved": "it was planned for another day before",
    "held": "its plan says `status: held`",
    "noted": "its notes say anything; a file that was only made says nothing yet",
    "cancelled": "its plan says `status: cancelled`",
    "closed": "it was planned for a day after its community closed",
}
ALL = ("state", "states", "session state", "session states")
"""Words for all of them."""


def said_of(typed: str) -> Term | None:
    """A state of a session, all of them, or a command; None for any other word."""
    word = typed.casefold()
    state = next((one for one in STATES if one == word), None)
    if state is not None:
        return Term(name=f"{state.capitalize()}, of a session", meaning=_state(state))
    if word in ALL:
        meaning = f"{listed(f'{one} ({MEANS[one]})' for one in STATES)}. “copkit explain noted” says more of one."
        return Term(name="States of a session", meaning=meaning.replace("`", ""))
    name = word.removeprefix("copkit ")
    if name in EVERY:
        return Term(name=f"copkit {name}", meaning=f"{EVERY[name].help} “copkit help {name}” shows how.")
    return None


def _state(state: State) -> str:
    """What it says, what may be done then, and why the rest may not."""
    may = [COMMANDS[act] for act in ACTS if refusal(act, state, "after") is None]
    why = [found.why for act in ACTS if act != "bring back" and (found := refusal(act, state, "after"))]
    means = f"{MEANS[state][0].upper()}{MEANS[state][1:]}. Commands for it: {listed(may)}."
    return " ".join([means, *(f"It {one}." for one in dict.fromkeys(why))]).replace("`", "")
