"""Whether a colour may be the accent of pages: the one rule of contrast for all that is made."""

import re

CONTRAST, DARKEST = 4.5, 0.18
"""The least contrast to what lies beside it, and the greatest luminance that reads in grey as filled."""
WHITE, TINT = "#ffffff", "#e8edee"
_HEX = re.compile(r"#[0-9a-f]{6}")


def is_colour(text: str) -> bool:
    """Whether a text is a colour as pages write it, such as #005eb8."""
    return _HEX.fullmatch(text.lower()) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as the Web Content Accessibility Guidelines count it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """How light a colour is, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def may_be_accent(colour: str) -> bool:
    """Whether it reads on white, under white and on the tint, and in grey against what is outlined."""
    return luminance(colour) <= DARKEST and all(contrast(colour, one) >= CONTRAST for one in (WHITE, TINT))


def darker(colour: str) -> str:
    """The nearest shade of a colour that may be an accent: itself where it may."""
    parts = _parts(colour)
    shades = (f"#{''.join(f'{round(part * share / 255):02x}' for part in parts)}" for share in range(255, -1, -1))
    return next(one for one in shades if may_be_accent(one))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
