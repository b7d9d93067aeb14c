"""The words that begin a line of notes, and what stands after the colon."""

from typing import NamedTuple


class Keyword(NamedTuple):
    """A word that gives a line its meaning: its spellings, and the parts after the colon in order."""

    name: str
    parts: tuple[str, ...]
    others: tuple[str, ...] = ()
    means: str = ""


KEYWORDS: tuple[Keyword, ...] = (
    Keyword("success", ("text", "where"), ("successes",), "what goes well in the system"),
    Keyword("challenge", ("text", "where"), ("challenges",), "what is hard in the system"),
    Keyword("opportunity", ("text", "where"), ("opportunities",), "what could be used"),
    Keyword("threat", ("text", "where"), ("threats",), "what might do harm"),
    Keyword("idea", ("text",), ("ideas",), "an option for collective action"),
    Keyword("decision", ("text", "who has to know"), ("decisions",), "what was agreed"),
    Keyword("action", ("owner", "what", "by when"), ("actions",), "a promise with one owner and a date"),
    Keyword("done", ("action", "result"), (), "an earlier action, closed"),
    Keyword("ask", ("who", "what"), ("asks",), "help that somebody wants"),
    Keyword("offer", ("who", "what"), ("offers",), "help that somebody gives"),
    Keyword("connect", ("people", "about", "how"), ("connects", "connection", "connections"), "people now linked"),
    Keyword("question", ("text",), ("questions",), "a question left open"),
    Keyword("answer", ("text",), ("answers",), "a question answered"),
    Keyword("risk", ("text", "share with"), ("risks",), "a risk that others have to know"),
    Keyword("shift", ("text",), ("shifts",), "how people see things differently"),
    Keyword("quote", ("words", "show", "who"), ("quotes",), "words worth keeping"),
    Keyword("resource", ("title", "link"), ("resources",), "something to keep"),
    Keyword("story", ("who", "one line"), ("stories",), "the start of a story"),
    Keyword("practice", ("text",), ("practices",), "what worked in the session itself"),
)
NOTE = "note"
"""The name of every line that no keyword begins."""

BY_WORD: dict[str, Keyword] = {word: keyword for keyword in KEYWORDS for word in (keyword.name, *keyword.others)}
