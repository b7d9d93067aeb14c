"""Typst, as we use it: files in memory, our own fonts, nothing from the system."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copkit.looking import is_folder
from copkit.render.places import FONTS

if TYPE_CHECKING:
    from typst import Fonts


def typeset(files: dict[str, bytes], own_fonts: Path | None, **options: Any) -> bytes:
    """What Typst makes of `main.typ` among the files; it can read those files and nothing else."""
    import typst

    compile_files: Any = typst.compile  # its stubs do not know yet that it takes a mapping of names to bytes
    made = compile_files(files, font_paths=fonts(own_fonts), **options)
    return made if isinstance(made, bytes) else b"".join(made)


@cache
def fonts(own: Path | None) -> "Fonts":
    """Our fonts and the user's own, read once; never the system's, so that a page is the same everywhere."""
    import typst

    folders = [FONTS, *([own] if own and is_folder(own) else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
