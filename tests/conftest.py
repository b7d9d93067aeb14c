"""What every test may ask for."""

from pathlib import Path

import pytest

from tests.golden import Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew from what is made now"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the golden file of that name beside the test."""
    return Golden(Path(str(request.path)), update=request.config.getoption("--update-golden"))
