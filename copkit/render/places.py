"""Where templates, styles, fonts and constraints.txt lie: beside the installed package, or atop a checkout."""

import os
from functools import cache
from pathlib import Path

from copkit.looking import is_file

PACKAGE = Path(__file__).resolve().parent.parent
FONTS = Path(__file__).resolve().parent / "fonts"
#: Fonts that few pages need: they are read where the others lack a letter.
OTHER_FONTS = FONTS.with_name("other_fonts")


@cache
def builtin() -> Path:
    """The folder of the built-in templates.

    A wheel carries them as `copkit/templates`; a checkout has them at its top level. An editable install may leave
    a stale copy elsewhere in site-packages, so only these two places, relative to the imported package, count.
    """
    for folder in (PACKAGE / "templates", PACKAGE.parent / "templates"):
        if is_file(folder / "base.html.j2"):
            return folder
    raise FileNotFoundError("copkit's own templates are missing: install it again")


def constraints() -> Path:
    """The exact versions of all that copkit needs, for `pip install --constraint`, as this copkit was tested."""
    file = PACKAGE / "constraints.txt"
    return file if is_file(file) else PACKAGE.parent / "constraints.txt"


def find(name: str, shadow: Path | None) -> Path:
    """The file of that name: the user's own where there is one, else the built-in one."""
    own = shadow / name if shadow else None
    return own if own and is_file(own) and lies_in(own, own.parent) else builtin() / name


def lies_in(file: Path, folder: Path) -> bool:
    """Whether a file is in a folder, and not a link that would carry a file from elsewhere into a document."""
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))
