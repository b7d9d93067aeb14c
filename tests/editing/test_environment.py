"""Another language, time zone or folder: the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = r"""
import sys
from pathlib import Path
from copkit.editing.diff import diff
from copkit.editing.emit import emit
from copkit.editing.splice import insert_item
from copkit.editing.store import Change, apply
from copkit.yamlfile import read
root = Path(sys.argv[1])
path = root / "a.yaml"
old = path.read_bytes()
new = insert_item(old, ("list",), {"name": "Zo\u00eb \u0130I", "time": "10:00"})
shown = diff(root, [Change(path, new, old)])
apply(root, [Change(path, new, old)])
assert read(new, "a").data["list"][1]["name"] == "Zo\u00eb \u0130I"
sys.stdout.buffer.write(path.read_bytes() + shown.encode() + emit({"I": "\u0130"}).encode())
"""

PLACES = [
    {},
    {"TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
]


@pytest.mark.parametrize("place", PLACES, ids=["here", "C in Auckland", "Turkish"])
def test_the_same_bytes_everywhere(tmp_path: Path, place: dict[str, str]) -> None:
    (tmp_path / "a.yaml").write_bytes("list:\r\n  - name: é\r\n".encode())
    environment = {**os.environ, **place}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    output = subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120).stdout.decode()
    added = '  - name: Zoë İI\r\n    time: "10:00"\r\n'
    assert output == (
        f"list:\r\n  - name: é\r\n{added}"
        "diff --git a/a.yaml b/a.yaml\nindex e525f68..fee4f26 100644\n--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,4 @@\n"
        " list:\r\n   - name: é\r\n" + "".join(f"+{line}" for line in added.splitlines(keepends=True)) + "I: İ\n"
    )
