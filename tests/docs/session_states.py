"""docs/session-states.md: what may be done with a session, by how it stands and where today is."""

from copkit.cli.explain_states import COMMANDS, MEANS
from copkit.workspace.states import ACTS, STATES, WHENS, Act, State, refusal

TOP = """\
# How a session stands, and what may be done with it

<!-- Written by `python3 make.py docs` from the table that the commands read: do not edit it by hand. -->

Of several that hold, the first of these counts: cancelled, noted, held, closed, moved, issued, planned. `copkit
check` names what contradicts itself ([SES-14](checks.md#ses-14)) and what people hold otherwise
([SES-15](checks.md#ses-15)).
"""


def page() -> str:
    """The whole page."""
    states = "\n".join(f"| {state} | {MEANS[state]} |" for state in STATES)
    head = " | ".join(COMMANDS[act] for act in ACTS)
    rows = "\n".join(f"| {state} | {' | '.join(_cell(act, state) for act in ACTS)} |" for state in STATES)
    lines = [
        TOP,
        "| state | what it says |",
        "|---|---|",
        states,
        "",
        f"| state | {head} |",
        "|---" * (len(ACTS) + 1) + "|",
    ]
    return "\n".join([*lines, rows, ""])


def _cell(act: Act, state: State) -> str:
    """Whether it may be done, on which side of the day; else why not."""
    refused = {when: refusal(act, state, when) for when in WHENS}
    if not any(refused.values()):
        return "yes"
    never = refused["after"]
    return f"no: it {never.why}" if never else "from its day on"
