"""Opens what copkit makes in the programs that people have."""

import subprocess
from pathlib import Path

from tests.judges.tools import browser, need


def saved_by_libreoffice(file: Path, folder: Path) -> Path:
    """A Word file as LibreOffice prints it to PDF."""
    need("LibreOffice")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.pdf"


def seen_by_chromium(page: Path) -> str:
    """A page as it is once its scripts have run, as HTML."""
    need("Chromium")
    command = [browser() or "", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120)
    return done.stdout
