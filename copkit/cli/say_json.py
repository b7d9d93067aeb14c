"""What is printed for scripts: JSON with the version of its shape."""

import json
from typing import Any, Final

from copkit.cli.show import say, speaks_unicode

VERSION: Final = 1
"""It goes up when a key is renamed, taken away or means something else; a key more does not raise it."""


def say_json(data: dict[str, Any]) -> None:
    """Print one object, its version first."""
    say(json.dumps({"version": VERSION, **data}, indent=2, ensure_ascii=not speaks_unicode()))
