"""Show a session's notes line by line as they were typed, with what was understood and what is in doubt."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from copkit.cli.notes_proposed import say_looks_like
from copkit.cli.notes_session import Chosen
from copkit.cli.notes_words import counted, meaning, names
from copkit.cli.say_json import say_json
from copkit.cli.show import say, tell
from copkit.dates import say_day
from copkit.findings import Finding
from copkit.people.company import Named
from copkit.workspace.entries import Said, said
from copkit.workspace.near_misses import Proposal, near_misses
from copkit.workspace.promises import Action, Ledger, Stray, ledger
from copkit.yamlfile.marks import Lines

_TYPED = ("present", "apologies")


class Understood(NamedTuple):
    """What was made of a notes file."""

    chosen: Chosen
    lines: tuple[Said, ...]
    people: dict[str, tuple[Named, ...]]
    doubts: dict[int, list[str]]
    """What is in doubt, by the line of the file."""
    findings: tuple[Finding, ...]
    earlier: dict[str, Action]
    proposals: tuple[Proposal, ...] = ()

    @property
    def summary(self) -> str:
        """`2 actions, 2 connections, 1 decision, 1 line kept as a note.`"""
        return f"{counted(self.lines) or 'No lines yet'}."


def understand(chosen: Chosen) -> Understood:
    """Read a session's notes."""
    document = chosen.document
    who = chosen.names
    lines = said(chosen.community, chosen.session, who)
    book = ledger(chosen.community, chosen.shared.register, max(chosen.today, chosen.session.date))
    notes = chosen.session.notes
    people = {
        key: tuple(who.find(typed) for typed in getattr(notes, key, ())) for key in (*_TYPED, "minutes_unknown")
    }
    doubts: dict[int, list[str]] = {}
    for key, named in people.items():
        for index, one in enumerate(named if key in _TYPED else ()):
            if doubt := who.doubt(one):
                place = chosen.community.files.value_where(notes, key, index)
                doubts.setdefault(place.line, []).append(str(doubt))
    for line in lines:
        doubts.setdefault(line.position.line, []).extend(line.doubts)
    for stray in book.strays:
        if stray.position.path == document.path and stray.why != "unnamed":
            doubts.setdefault(stray.position.line, []).append(_stray(stray, book))
    findings = tuple(one for one in chosen.community.files.findings if one.position.path == document.path)
    there = [named.id for every in people.values() for named in every]
    earlier = {action.id: action for action in book.actions}
    return Understood(chosen, lines, people, doubts, findings, earlier, near_misses(lines, who, there))


def _stray(stray: Stray, book: Ledger) -> str:
    if stray.why == "closed":
        return f"{stray.id} was closed already"
    own = stray.position.path.rpartition("/")[2].removesuffix(".notes.yaml")
    still = [action.id for action in book.actions if action.is_open and action.session != own]
    return f"there is no {stray.id}" + (f": open are {', '.join(still)}" if still else "")


def print_understood(understood: Understood) -> None:
    """The notes as typed, each line with its number, its meaning and its doubts, and what was understood in all."""
    chosen = understood.chosen
    say(f"{chosen.title}, {say_day(chosen.session.date)}", "bold")
    say(chosen.path)
    for words in _who_came(understood):
        tell(words)
    say()
    for number, text, remarks in rows(understood):
        say(f"{number:>4}  {text}")  # as typed, however long
        for sign, words in remarks:
            tell(f"      {sign} {words}", _COLOURS[sign])
    say()
    _footer(understood)


def say_footer(chosen: Chosen) -> None:
    """What was understood of a session's notes in all, and which lines to look at."""
    _footer(understand(chosen))


def _footer(understood: Understood) -> None:
    tell(understood.summary, "bold")
    say_looks_like(understood.chosen, understood.lines, understood.proposals)
    if unsure := [str(line) for line, found in sorted(understood.doubts.items()) if found]:
        say(f"To look at: line{'s' if len(unsure) > 1 else ''} {', '.join(unsure)}.", "yellow")


_COLOURS = {"→": "green", "?": "yellow", "!": "red"}


def _who_came(understood: Understood) -> Iterator[str]:
    notes = understood.chosen.session.notes
    present, apologies = understood.people["present"], understood.people["apologies"]
    if present or (notes and notes.others):
        others = f", and {notes.others} more" if notes and notes.others else ""
        yield f"{len(present)} present: {names(present)}{others}" if present else f"Present{others[4:]}"
    else:
        yield "Nobody is down as present yet."
    if apologies:
        yield f"Apologies: {names(apologies)}"
    if unknown := understood.people["minutes_unknown"]:
        yield f"How long is not known of {names(unknown)}"


def rows(understood: Understood) -> Iterator[tuple[int, str, list[tuple[str, str]]]]:
    """Each line of the file that is not blank, with its number and what is said about it.

    Comments above the notes are left out: they are copkit's own, to copy from.
    """
    document = understood.chosen.document
    remarks = _remarks(understood)
    text = Lines.of(document.text)
    first = min((line.position.line for line in understood.lines), default=len(text.starts) + 1)
    for number in range(1, len(text.starts) + 1):
        words = text.line(number)
        said_here = remarks.get(number, [])
        if words.strip() and (number >= first or said_here or not words.lstrip().startswith("#")):
            yield number, words, said_here


def _remarks(understood: Understood) -> dict[int, list[tuple[str, str]]]:
    """What is said below each line: what it means, what is in doubt, what is wrong with the file."""
    found: dict[int, list[tuple[str, str]]] = {}
    ends = {}
    for line in understood.lines:
        ends[line.position.line] = line.last
        found.setdefault(line.last, []).append(("→", meaning(line, understood.earlier)))
    for number, doubts in understood.doubts.items():
        found.setdefault(ends.get(number, number), []).extend(("?", doubt) for doubt in doubts)
    for finding in understood.findings:
        words = " ".join(part for part in (f"{finding.message}.", finding.fix) if part)
        found.setdefault(finding.position.line, []).append(("!", words))
    return found


def as_data(understood: Understood) -> dict[str, Any]:
    """The same for scripts."""
    chosen = understood.chosen
    return {
        "community": chosen.community.id,
        "session": chosen.session.id,
        "date": chosen.session.date.isoformat(),
        "path": chosen.path,
        "by_lines": chosen.document.by_lines,
        **{key: [_person(named) for named in people] for key, people in understood.people.items()},
        "lines": [_line(line, understood) for line in understood.lines],
        "doubts": [
            {"line": number, "doubt": doubt}
            for number, doubts in sorted(understood.doubts.items())
            for doubt in doubts
        ],
        "findings": [
            {
                "code": one.code,
                "severity": one.severity.word,
                "line": one.position.line,
                "column": one.position.column,
                "message": one.message,
                "fix": one.fix,
            }
            for one in understood.findings
        ],
        "looks_like": [{"line": one.line, "kind": one.kind, "new": one.new} for one in understood.proposals],
        "summary": understood.summary,
    }


def _person(named: Named) -> dict[str, Any]:
    return {"typed": named.typed, "id": named.id or None, "name": named.name or None}


def _line(line: Said, understood: Understood) -> dict[str, Any]:
    return {
        "line": line.position.line,
        "id": line.id,
        "kind": line.kind,
        "typed": line.entry.raw,
        "meaning": meaning(line, understood.earlier),
        "people": [_person(named) for named in line.people],
        "what": line.what,
        "detail": line.detail,
        "due": line.due.isoformat() if line.due else None,
        "closes": line.closes or None,
        "themes": list(line.entry.themes),
    }


def print_data(understood: Understood) -> None:
    """The same for scripts, printed."""
    say_json(as_data(understood))
