"""Opens what copkit makes in the programs that people have."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from copkit import render
from tests.judges.tools import browser, need

FONTS = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{Path(render.__file__).parent / "fonts"}</dir>
  <alias binding="same"><family>Arial</family><prefer><family>Liberation Sans</family></prefer></alias>
</fontconfig>
"""
"""Letters as wide as Arial's, which Windows has: a wider face would put a line more on a page."""


def saved_by_libreoffice(files: Sequence[Path], folder: Path) -> list[Path]:
    """Word files as LibreOffice prints them to PDF, all in one start of it, which takes longer than a file does."""
    need("LibreOffice")
    (folder / "fonts.conf").write_text(FONTS, encoding="utf-8")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    fonts = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=fonts)
    return [folder / f"{file.stem}.pdf" for file in files]


def seen_by_chromium(page: Path) -> str:
    """A page as it is once its scripts have run, as HTML."""
    need("Chromium")
    command = [browser() or "", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120)
    return done.stdout
