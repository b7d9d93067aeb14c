"""What every test may ask for, and what holds for all of them."""

import gc
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from copkit.audience import figures
from copkit.workspace import places
from tests.golden import Golden

COUNTED = ("code", "label", "value", "numerator", "denominator", "form", "people", "guarded", "members_only")
"""What the door asks of a figure."""
pytest_plugins = ("tests.judges.not_run", "tests.limits")

# A module is compiled once, not by every process that a test starts, also where Python is told to keep nothing.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What a test makes dies with it: looks for cycles, after every few hundred things, took a tenth of the time.
gc.set_threshold(100_000, 20, 20)

# The same examples in every run, however slow the machine is: a test that fails now and then tells nobody anything.
settings.register_profile(
    "same", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# To look for new ones: python3 make.py test --hypothesis-profile=search -k NAME
settings.register_profile("search", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew from what is made now"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the golden file of that name beside the test."""
    return Golden(Path(str(request.path)), update=request.config.getoption("--update-golden"))


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What copkit keeps for a user is kept for this run alone, and no longer than the machine is on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setattr(os, "fsync", os.fstat)  # no power is cut here; tests/slow kills real processes
        yield


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """A file of the same name and the same bytes is read once: thousands of tests begin with the demonstration.

    A test that changed what it was given would change it for the next; records are frozen, so that none can.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "read_records", lru_cache(maxsize=3000)(places.read_records))
        yield


@pytest.fixture(scope="session", autouse=True)
def hidden_once() -> Iterator[None]:
    """A release of the same numbers is hidden once: what it tells is solved for each page that prints a year."""
    kept: dict[bytes, figures.Hiding] = {}

    def hiding(every: list[figures.Counted], known: figures.Known, below: int) -> figures.Hiding:
        facts = [[_of(one, name) for name in COUNTED] for one in every]
        key = sha256(repr((facts, known, below)).encode()).digest()
        if key not in kept:
            if len(kept) == 300:
                kept.clear()
            kept[key] = real(every, known, below)
        return kept[key]

    real = figures.Hiding
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figures, "Hiding", hiding)
        yield


def _of(one: figures.Counted, name: str) -> object:
    """What a figure holds; nothing where nobody knows it."""
    return getattr(one, name) if name != "numerator" or one.kind == "number" else one.kind


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that was read before is kept, for tests of what is let go."""
    places.read_records.cache_clear()  # type: ignore[attr-defined]
    monkeypatch.setattr(places, "read_records", places.read_records.__wrapped__)  # type: ignore[attr-defined]
