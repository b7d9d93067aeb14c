"""Judges HTML by the Nu HTML checker, the W3C's own."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.judges.tools import need, vnu_jar


def judge_html(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """Every error and warning of each file: one Java process for all of them."""
    need("Nu HTML checker")
    command = ["java", "-Xss1m", "-jar", str(vnu_jar()), "--format", "json", "--exit-zero-always"]
    told = subprocess.run(
        [*command, *(str(path.resolve()) for path in paths)],
        capture_output=True, text=True, encoding="utf-8", timeout=600, check=True,
    )  # fmt: skip
    problems: dict[Path, list[str]] = {path: [] for path in paths}
    by_name = {str(path.resolve()): path for path in paths}
    for message in json.loads(told.stderr)["messages"]:
        if "appears to be written in" in message["message"]:
            continue  # a guess at the language, which a name or a row of letters leads astray
        path = by_name[unquote(urlsplit(message["url"]).path)]
        place = f"line {message.get('lastLine', '?')}"
        problems[path].append(f"{place}: {message['message']}")
    return problems
