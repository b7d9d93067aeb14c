"""Characters that nobody sees: how to find them, and how to show them."""

import unicodedata

from copkit.patterns import when_used

# Joiners belong inside emoji and inside words of Arabic and Indic scripts, nowhere else.
_JOINABLE = r"[\u0590-\u1fff\u2190-\u2bff\ua800-\uabff\ufb1d-\ufdff\ufe00-\ufe0f\ufe70-\ufefc\U0001f000-\U0001faff]"
_JOINERS = rf"(?<!{_JOINABLE})[\u200c\u200d]|[\u200c\u200d](?!{_JOINABLE})"
# The flags of England, Scotland and Wales are a black flag followed by tag characters.
_TAGS = r"(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"
_FORMAT = (
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)

# One class without looking around, ten times as fast: most texts have none of these.
_SUSPECT = when_used(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_CONTROLS = bytes((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))
#: Characters that a file may not hold: C0 but tab and line ends, DEL, C1 but next-line, and format controls.
HIDDEN = when_used(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|{_FORMAT}|{_JOINERS}|{_TAGS}")
#: The same for a value that has been read, where a carriage return can only come from an escape.
HIDDEN_IN_VALUE = when_used(rf"[\r\x85]|{HIDDEN.pattern}")
_ESCAPED = when_used(rf"[\t\n]|{HIDDEN_IN_VALUE.pattern}")
_ESCAPED_IN_LINES = HIDDEN_IN_VALUE

_NAMES = {
    "\x00": "null",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
}


def has_hidden(text: str) -> bool:
    """Whether the text holds a character of `HIDDEN`, quickly."""
    if text.isascii():
        return len(text.encode().translate(None, _CONTROLS)) != len(text)
    return _SUSPECT.search(text) is not None and HIDDEN.search(text) is not None


def visible(text: str, *, lines: bool = False) -> str:
    r"""The text with every control and format character as its escape: `\x1b`, `\u202e`.

    With `lines` the text may have several lines: line feeds and tabs stay as they are.
    """
    if text.isprintable():  # so are nearly all, and this asks for no expression
        return text
    return (_ESCAPED_IN_LINES if lines else _ESCAPED).sub(lambda match: escape(match[0]), text)


def escape(character: str) -> str:
    r"""One character as `\t`, `\x1b`, `\u202e` or `\U000e0001`."""
    if character in "\t\n\r":
        return {"\t": r"\t", "\n": r"\n", "\r": r"\r"}[character]
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def name_of(character: str) -> str:
    """What a hidden character is called, in plain words where there are some."""
    return _NAMES.get(character) or unicodedata.name(character, "control character").lower()
