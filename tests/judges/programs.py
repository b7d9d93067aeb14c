"""Opens what copkit makes in the programs that people have."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.judges.tools import browser, need


def saved_by_libreoffice(files: Sequence[Path], folder: Path) -> list[Path]:
    """Word files as LibreOffice prints them to PDF, all in one start of it, which takes longer than a file does."""
    need("LibreOffice")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [folder / f"{file.stem}.pdf" for file in files]


def seen_by_chromium(page: Path) -> str:
    """A page as it is once its scripts have run, as HTML."""
    need("Chromium")
    command = [browser() or "", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120)
    return done.stdout
