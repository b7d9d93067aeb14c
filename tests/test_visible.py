"""Hidden characters are shown as escapes; everything that a reader can see stays as it is."""

import pytest

from copkit.visible import HIDDEN, has_hidden, name_of, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x1b]0;pwn\x07", r"\x1b]0;pwn\x07"),
        ("x\rFAKE ok", r"x\rFAKE ok"),
        ("a\x08b", r"a\x08b"),
        ("a\x7f\x85\x9b", r"a\x7f\x85\x9b"),
        ("a\nb\tc", r"a\nb\tc"),
        ("gnp.\u202exe", r"gnp.\u202exe"),
        ("\u200bA\u2066n\ufeffn", r"\u200bA\u2066n\ufeffn"),
        ("a\u200db", r"a\u200db"),
        ("\ud83d", r"\ud83d"),
        ("\U000e0041", r"\U000e0041"),
        ("[/] [bold]a[/bold] \\ :smile:", "[/] [bold]a[/bold] \\ :smile:"),
    ],
)
def test_what_is_hidden_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Zoe\u0308",
        "Zoë",
        "عائشة",
        "אברהם",
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "👩\u200d🔬 ❤\ufe0f\u200d🔥",
        "🏴\U000e0067\U000e0062\U000e007f",
        "“–” \xa0",
    ],
)
def test_what_is_seen_stays(text: str) -> None:
    assert visible(text) == text and not has_hidden(text)


def test_text_of_several_lines_keeps_its_lines() -> None:
    assert visible("a\n\tb\r\n\x1b", lines=True) == "a\n\tb\\r\n\\x1b"


def test_the_quick_look_agrees_with_the_exact_one() -> None:
    for code in (*range(0x3000), *range(0xD7F0, 0xE010), *range(0xFE00, 0x10000), *range(0xE0000, 0xE0100)):
        assert has_hidden(f"a{chr(code)}b") == bool(HIDDEN.search(f"a{chr(code)}b")), hex(code)


def test_names() -> None:
    assert name_of("\x1b") == "escape"
    assert name_of("\u202e") == "right-to-left override"
    assert name_of("\x01") == "control character"
