"""What a line of notes was understood to mean, in a few words."""

from collections.abc import Iterable, Mapping

from copkit.dates import say_date
from copkit.people.company import Named
from copkit.workspace.entries import Said
from copkit.workspace.promises import Action

COUNTED = {
    "action": ("action", "actions"),
    "connect": ("connection", "connections"),
    "decision": ("decision", "decisions"),
    "success": ("success", "successes"),
    "challenge": ("challenge", "challenges"),
    "opportunity": ("opportunity", "opportunities"),
    "threat": ("threat", "threats"),
    "idea": ("idea", "ideas"),
    "ask": ("ask", "asks"),
    "offer": ("offer", "offers"),
    "question": ("question", "questions"),
    "answer": ("answer", "answers"),
    "risk": ("risk", "risks"),
    "shift": ("shift", "shifts"),
    "quote": ("quote", "quotes"),
    "resource": ("resource", "resources"),
    "story": ("story", "stories"),
    "practice": ("practice", "practices"),
    "done": ("action closed", "actions closed"),
    "closing": ("line that closes nothing", "lines that close nothing"),
    "note": ("line kept as a note", "lines kept as notes"),
}


def counted(lines: Iterable[Said]) -> str:
    """`2 actions, 2 connections, 1 decision, 1 line kept as a note`; what matters most comes first."""
    counts: dict[str, int] = dict.fromkeys(COUNTED, 0)
    for line in lines:
        counts["closing" if line.kind == "done" and not line.closes else line.kind] += 1
    parts = [f"{count} {COUNTED[kind][count > 1]}" for kind, count in counts.items() if count]
    return ", ".join(parts)


def names(people: Iterable[Named]) -> str:
    """`Lee Marsh, Jo Ng and Sam Reid`."""
    shown = [named.shown for named in people]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def meaning(line: Said, earlier: Mapping[str, Action]) -> str:
    """What a line means; `earlier` are the actions that a `done:` line may close."""
    if line.kind == "note":
        return "kept as a note"
    words = f"{_MEANT[line.kind](line, earlier)}" if line.kind in _MEANT else _plain(line)
    themes = f" (theme: {', '.join(line.entry.themes)})" if line.entry.themes else ""
    return words + themes


def _plain(line: Said) -> str:
    word = COUNTED[line.kind][0]
    if not line.detail:
        return word
    return f"{word}; {_AFTER.get(line.kind, '')}{line.detail}"


_AFTER = {"decision": "to be told: ", "risk": "to be shared with: "}


def _action(line: Said, earlier: Mapping[str, Action]) -> str:
    owner = line.owner.shown or "nobody yet"
    by = f"by {say_date(line.due)}" if line.due else "no date"
    return f"{f'action {line.id}'.strip()}: {owner}, {by}{_as_read(line)}"


def _as_read(line: Said) -> str:
    """What a sentence was read to say, where it says more than that."""
    said = len(line.entry.parts) == 1 and line.people
    return f": {line.what}" if said else ""


def _connect(line: Said, earlier: Mapping[str, Action]) -> str:
    about = f", about {line.what}" if line.what else ""
    return f"connection: {names(line.people)}{about}" if line.people else "connection"


def _who(line: Said, earlier: Mapping[str, Action]) -> str:
    return f"{line.kind} from {line.owner.shown}{_as_read(line)}" if line.people else line.kind


def _done(line: Said, earlier: Mapping[str, Action]) -> str:
    action = earlier.get(line.closes)
    if action is None:
        return f"closes {line.closes}" if line.closes else "closes nothing"
    return f"closes {action.id}: {action.owner.shown}, {action.what}"


def _answer(line: Said, earlier: Mapping[str, Action]) -> str:
    return f"answer to {line.closes}" if line.closes else "answer"


def _quote(line: Said, earlier: Mapping[str, Action]) -> str:
    show, _, who = line.detail.partition(" | ")
    shown = line.people[0].shown if line.people else who
    if show.casefold() == "nothing" or not shown:
        return "quote, shown without a name" if show.casefold() == "nothing" else "quote"
    if line.people and show.casefold().startswith("role"):
        return f"quote by {shown}, shown by role"
    return f"quote, shown as: {shown}"


_MEANT = {
    "action": _action,
    "connect": _connect,
    "ask": _who,
    "offer": _who,
    "story": _who,
    "done": _done,
    "answer": _answer,
    "quote": _quote,
}
