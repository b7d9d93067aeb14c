"""Typst, as we use it: files in memory, our own fonts, nothing from the system."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copkit.looking import is_folder
from copkit.render.places import FONTS

if TYPE_CHECKING:
    from typst import Fonts


def typeset(files: dict[str, bytes], folders: tuple[Path, ...] = (FONTS,), **options: Any) -> bytes:
    """What Typst makes of `main.typ` among the files, which are texts; it can read those and nothing else."""
    import typst

    compile_files: Any = typst.compile  # its stubs do not know yet that it takes a mapping of names to bytes
    made = compile_files(files, font_paths=fonts(folders), **options)
    return made if isinstance(made, bytes) else b"".join(made)


@cache
def fonts(folders: tuple[Path, ...]) -> "Fonts":
    """The fonts of these folders, read once; never the system's, so that a page is the same everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*map(str, folders)])


def font_folders(own: Path | None) -> tuple[Path, ...]:
    """Where the fonts of a page lie: ours, and the user's own."""
    return (FONTS, own) if own and is_folder(own) else (FONTS,)
