"""Judges pages in a real browser: axe-core's rules, reflow at 320 pixels, and nothing from outside."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.judges.tools import HERE, browser, need

VIEWS = 3  # wide, narrow, and narrow in the dark, where only colours are looked at
LEAST_RULES = (5, 5, 1)  # a page on which fewer rules of axe-core find anything to look at was not really seen


def judge_pages(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """What is wrong with each page in any view: one browser for all of them."""
    need("axe in Chromium")
    command = ["node", str(HERE / "page.mjs"), *(str(path.resolve()) for path in paths)]
    env = {**os.environ, "CHROMIUM": browser() or ""}
    told = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=1200, check=False, env=env, cwd=HERE
    )
    if told.returncode:
        raise RuntimeError(f"the browser did not judge the pages: {told.stderr[-2000:]}")
    problems: dict[Path, list[str]] = {path: [] for path in paths}
    views = [json.loads(line) for line in told.stdout.splitlines()]
    for path in paths:
        of_page = [view for view in views if view["file"] == str(path.resolve())]
        rules = [view["rules"] for view in of_page]
        if len(rules) != VIEWS or any(found < least for found, least in zip(rules, LEAST_RULES, strict=True)):
            raise RuntimeError(f"{path.name} was not seen in every view")
        for view in of_page:
            problems[path] += [f"at {view['view']} it {problem}" for problem in view["problems"]]
    return problems
