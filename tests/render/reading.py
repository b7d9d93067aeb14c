"""Reads back what a PDF says and where its words stand, by poppler."""

import re
import subprocess
from pathlib import Path


def words_of_pdf(made: bytes) -> str:
    """The text of a PDF, without the marks that let long words break."""
    done = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True, timeout=60)
    return done.stdout.decode().replace("\N{ZERO WIDTH SPACE}", "")


def right_edge(path: Path) -> float:
    """How far right any word of a PDF reaches, in points."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True, timeout=60)
    return max(float(edge) for edge in re.findall(r'xMax="([\d.]+)"', done.stdout.decode()))
