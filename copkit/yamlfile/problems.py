"""Why a text is not YAML, in plain words: the parser's complaint, told by its kind and by the line it is about."""

import re
from collections.abc import Callable
from typing import NamedTuple

from copkit.findings import Finding, Position, Severity
from copkit.yamlfile.marks import Lines, Mark, mark

_QUOTES = "Put the value in quotes."
_SPACES = "Use spaces, two for each level."


class Trouble(NamedTuple):
    """What the parser stumbled over: where, the line's text, and where the thing around it began."""

    problem: str
    context: str
    at: Mark
    line: str
    begun: Mark | None

    @property
    def before(self) -> str:
        return self.line[: self.at.column - 1]

    @property
    def rest(self) -> str:
        return self.line[self.at.column - 1 :]


class Said(NamedTuple):
    """Our sentence, what to write instead, and the place if it is not the parser's."""

    message: str
    fix: str
    at: Mark | None = None


def explain(error: Exception, lines: Lines, path: str) -> Finding:
    """The finding for a parser's error; the parser's own words never reach anybody."""
    trouble = _trouble(error, lines)
    said = next((said for rule in _RULES if (said := rule(trouble)) is not None), _GENERIC)
    return Finding("REF-08", Severity.ERROR, Position(path, *(said.at or trouble.at)), said.message, said.fix)


_GENERIC = Said("this line is not as YAML wants it", "Compare it with the lines around it, or quote its value.")


def _trouble(error: Exception, lines: Lines) -> Trouble:
    place, around = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if around is not None and "could not find expected ':'" in str(getattr(error, "problem", "")):
        place = around  # the line without a colon, not the one after it
    at = mark(place) if place is not None else lines.at(min(getattr(error, "position", 0), len(lines.text)))
    if at.line >= len(lines.starts) and not lines.line(at.line):
        at = _last_line(lines)
    return Trouble(
        str(getattr(error, "problem", None) or ""),
        str(getattr(error, "context", None) or ""),
        at,
        lines.line(at.line),
        mark(around) if around is not None else None,
    )


def _last_line(lines: Lines) -> Mark:
    """The end of the last line that says something: nobody looks for an error in the void after it."""
    last = max((n for n in range(1, len(lines.starts) + 1) if lines.line(n).strip()), default=1)
    return Mark(last, len(lines.line(last)) + 1)


def _tab(t: Trouble) -> Said | None:
    leading = t.line[: len(t.line) - len(t.line.lstrip())]
    if t.rest.startswith("\t") or " tab " in t.problem or ("\t" in leading and "indent" in t.problem):
        return Said("there is a tab here, where YAML wants spaces", _SPACES)
    if "\t" in leading and not t.before.strip():
        return Said("this line starts with a tab", _SPACES, Mark(t.at.line, leading.index("\t") + 1))
    return None


def _start_of_line(t: Trouble) -> Said | None:
    indent = len(t.line) - len(t.line.lstrip(" "))
    if t.line[indent : indent + 1] in ("\xa0", "\u2007", "\u202f"):
        return Said(
            "this line starts with a no-break space instead of a space",
            "Replace it by ordinary spaces.",
            Mark(t.at.line, indent + 1),
        )
    if re.match(r" *:(\s|$)", t.line):
        return Said("there is a value here but no key before the colon", "Write `key: value`.")
    return None


def _colon(t: Trouble) -> Said | None:
    if "mapping values are not allowed" not in t.problem:
        return None
    match = re.match(r"(\s*(?:- +)*[^\s:][^:]*):\s+(\S.*)$", t.line)
    if match is None or len(match[1]) >= t.at.column - 1:
        return Said(
            "this line is indented as if it belonged to the value above it",
            "Start it under the first letter of the key above, or quote the value above.",
            Mark(t.at.line, len(t.line) - len(t.line.lstrip()) + 1),
        )
    quoted = match[2].rstrip().replace("\\", "\\\\").replace('"', '\\"')
    return Said("this value has a colon in it", f'Put it in quotes: {match[1].strip()}: "{quoted}"')


def _quote(t: Trouble) -> Said | None:
    if "quoted scalar" in t.context:
        if "escape" in t.problem:
            return Said(
                "inside double quotes a backslash starts a code, and this one does not exist",
                "Use single quotes, or write the backslash twice.",
            )
        return Said("this quote is never closed", "Close it, or use the other kind of quotes.", t.begun)
    return None


def _after_close(t: Trouble) -> Said | None:
    last = t.before.rstrip()[-1:]
    if "expected" not in t.problem or not t.rest.strip() or last not in ("'", '"', "]", "}") or not last:
        return None
    what = "quote" if last in "'\"" else "bracket"
    return Said(
        f"there is text after the closing {what}",
        "Put the whole value in quotes: single quotes round it if it has double ones inside.",
    )


def _bracket(t: Trouble) -> Said | None:
    if "flow sequence" in t.context or "flow mapping" in t.context:
        sign = "[" if "sequence" in t.context else "{"
        return Said(
            f"this {sign} is never closed, or a comma is missing after it",
            f"Close it with {']' if sign == '[' else '}'}, or put the value in quotes.",
            t.begun,
        )
    if "flow node" in t.context or "expected node content" in t.problem:
        return Said("a value is missing here, or there is a bracket or a comma too many", _QUOTES)
    return None


def _first_sign(t: Trouble) -> Said | None:
    sign = t.rest[:1]
    if t.context.startswith("while scanning a directive"):
        return Said("a line cannot start with %", "Put the text in quotes, or indent it.", t.begun)
    if "cannot start any token" in t.problem and sign:
        return Said(f"a value cannot start with {sign}", _QUOTES)
    for word, first in (("anchor", "&"), ("alias", "*"), ("tag", "!")):
        if word in t.context or (word in t.problem and "tag" in word):
            return Said(f"a value cannot start with {first}", _QUOTES, t.begun)
    if "block scalar" in t.context:
        return Said(
            "a value cannot start with | or > and go on in the same line",
            "Put it in quotes, or write the text on the lines below.",
            t.begun,
        )
    return None


def _list_item(t: Trouble) -> Said | None:
    if "sequence entries are not allowed" in t.problem:
        return Said("a list cannot start on the line of its key", "Start it on the next line, two spaces in.")
    if "did not find expected '-' indicator" in t.problem or "block collection" in t.context:
        return Said(
            "this line is not an item of the list above it", "Start it with a dash, or indent it under its key."
        )
    if "expected key" in t.problem or "block mapping" in t.context:
        if re.match(r"-(\s|$)", t.rest):
            return Said("a list item stands where a key is wanted", "Indent it under its key.")
        return Said("this line is not indented like the lines it belongs to", "Start it exactly under them.")
    return None


def _no_colon(t: Trouble) -> Said | None:
    if "could not find expected ':'" not in t.problem:
        return None
    return Said(
        "this line has no key: there is no colon and space in it",
        "Write `key: value`, or indent the text under the key it belongs to.",
        t.begun,
    )


def _second(t: Trouble) -> Said | None:
    if "document start" not in t.problem:
        return None
    return Said("this line does not belong to what stands above it", "Write `key: value`.")


_RULES: tuple[Callable[[Trouble], Said | None], ...] = (
    _tab,
    _start_of_line,
    _colon,
    _quote,
    _first_sign,
    _after_close,
    _bracket,
    _list_item,
    _no_colon,
    _second,
)
