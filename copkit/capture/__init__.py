"""What a curator types after a session, a line each: read so that nothing is lost and nothing is refused."""

from copkit.capture.keywords import NOTE, Keyword, by_word, keywords
from copkit.capture.lines import Entry, part_spans, read_lines
from copkit.capture.meaning import Promise, closes, entry_id, linked, name_spans, people, promise, who_what

__all__ = [
    "NOTE",
    "Entry",
    "Keyword",
    "Promise",
    "by_word",
    "closes",
    "entry_id",
    "keywords",
    "linked",
    "name_spans",
    "part_spans",
    "people",
    "promise",
    "read_lines",
    "who_what",
]
