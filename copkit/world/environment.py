"""What the user's environment says."""

import os


def variable(name: str) -> str:
    """The value of a variable; empty where there is none."""
    return os.environ.get(name, "")
