"""The judges of pages praise a good one and catch each planted fault."""

from pathlib import Path

import pytest

from tests.judges.markup import judge_html
from tests.judges.page import judge_pages

pytestmark = pytest.mark.slow

GOOD = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Agenda</title>
<style>body { color: #212b32; background: #fff; font: 1rem Arial, sans-serif }</style>
</head>
<body>
<main>
<h1>Agenda</h1>
<p>What we will do, and when.</p>
<table>
<thead><tr><th scope="col">Time</th><th scope="col">What</th></tr></thead>
<tbody><tr><td>10am</td><td>Welcome</td></tr></tbody>
</table>
<ul><li>Bring a question.</li></ul>
</main>
</body>
</html>
"""

DARK = "(prefers-color-scheme: dark)"
FAULTS_SEEN = {
    "pale": ("<p>What", '<p style="color:#ccc">What', "axe color-contrast"),
    "pale-in-the-dark": ("</style>", f"@media {DARK} {{ p {{ color: #ccc }} }}</style>", "axe color-contrast"),
    "no-language": (' lang="en-GB"', "", "axe html-has-lang"),
    "two-levels": ("<p>What we", "<h4>Deep</h4><p>What we", "axe heading-order"),
    "picture": ("<ul>", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><ul>', "axe image-alt"),
    "too-wide": ("<ul>", '<div style="width:700px">wide</div><ul>', "pixels too wide"),
    "outside": ("style-src", "img-src *; style-src", "asks for https://tracker.example"),
    "script": ("<ul>", "<script>alert(1)</script><ul>", "has 1 scripts"),
    "dialog": ("default-src 'none'", "script-src 'unsafe-inline'", "opens a dialog: gone"),
}
EXTRA = {
    "outside": '<img alt="A dot" src="https://tracker.example/dot.gif">',
    "dialog": "<script>alert('gone')</script>",
}
FAULTS_WRITTEN = {
    "nested": ("<p>What", "<p><ul><li>x</li></ul>What"),
    "unknown": ("<main>", '<main><blink>x</blink>'),
    "double-id": ("<ul>", '<ul id="a"><li id="a">x</li>'),
    "no-title": ("<title>Agenda</title>", ""),
}


def write(folder: Path, name: str, old: str = "", new: str = "") -> Path:
    assert old in GOOD
    path = folder / f"{name}.html"
    text = GOOD.replace(old, new, 1) if old else GOOD
    path.write_text(text.replace("</main>", EXTRA.get(name, "") + "</main>"), encoding="utf-8")
    return path


def test_the_browser_praises_the_good_and_catches_every_fault(tmp_path: Path) -> None:
    good = write(tmp_path, "good")
    bad = {name: write(tmp_path, name, old, new) for name, (old, new, _) in FAULTS_SEEN.items()}
    verdicts = judge_pages([good, *bad.values()])
    assert verdicts[good] == []
    for name, (_, _, told) in FAULTS_SEEN.items():
        assert any(told in problem for problem in verdicts[bad[name]]), (name, verdicts[bad[name]])


def test_a_page_that_cannot_be_opened_is_no_praise(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        judge_pages([tmp_path / "nowhere.html"])


def test_the_checker_praises_the_good_and_catches_every_fault(tmp_path: Path) -> None:
    good = write(tmp_path, "good")
    bad = {name: write(tmp_path, name, old, new) for name, (old, new) in FAULTS_WRITTEN.items()}
    verdicts = judge_html([good, *bad.values()])
    assert verdicts[good] == []
    for name, path in bad.items():
        assert verdicts[path], name
