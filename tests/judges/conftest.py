"""What Python judges needs no program."""

import pytest


@pytest.fixture(autouse=True)
def nothing_found(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The quick tests of a judge run with a PATH in which there is nothing, as on a bare machine."""
    if request.path.name != "test_not_run.py" and not request.node.get_closest_marker("slow"):
        monkeypatch.setenv("PATH", "")
