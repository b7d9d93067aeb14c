"""The fonts that Typst sets pages in, read once."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from copkit.render.places import FONTS

if TYPE_CHECKING:
    from typst import Fonts


@cache
def fonts(own: Path | None) -> "Fonts":
    """Our fonts and the user's own; never the system's, so that a page is the same everywhere."""
    import typst

    folders = [FONTS, *([own] if own and own.is_dir() else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
