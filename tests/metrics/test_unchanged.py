"""What changes no figure: the order in which something was typed, and what was written down after the period."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.metrics.second.beside import Difference, differences
from tests.metrics.second.changed import shuffled, with_later
from tests.metrics.second.door import First
from tests.metrics.second.engine import Counted
from tests.metrics.second.generator import Made, make
from tests.metrics.second.rounds import Period, written_to
from tests.metrics.second.view import Answer
from tests.metrics.second.writing import written

QUICK, ALL = range(1000, 1012), range(1000, 1200)


def figures_of(root: Path, files: Mapping[str, Any], made: Made, period: Period) -> Counted:
    """What copkit counts of these files, each code under the name of its community."""
    first = First(written_to(root, {path: written(data) for path, data in files.items()}))
    found = first.together(made.communities, period, made.today)
    for name in made.communities:
        every = first.community(name, period, made.today, made.committed[name])
        found |= {(f"{name} {code}", label): answer for (code, label), answer in every.items()}
    return found


def differing(seed: int, root: Path, *, later: bool) -> list[Difference]:
    """What differs between a workspace and the same one in another order, or with what was written later."""
    made = make(seed)
    period = made.periods[3 if later else seed % 2]
    before = figures_of(root / f"{seed}", made.files, made, period)
    files = with_later(made, period[1]) if later else shuffled(made.rng, made.files)
    after = figures_of(root / f"{seed}-after", files, made, period)
    return differences(as_it_stood(before), as_it_stood(after))


def as_it_stood(found: Counted) -> Counted:
    """The figures less what was met after the period, which is counted again by itself."""
    after = {key[0]: answer.value or 0 for key, answer in found.items() if key[1] == "after the period"}
    left = {key: answer for key, answer in found.items() if key[1] != "after the period"}
    return {key: _less(one, after[key[0]]) if key[0] in after else one for key, one in left.items()}


def _less(answer: Answer, after: float) -> Answer:
    top = (answer.top or 0) - after
    return answer._replace(top=top, value=top / answer.bottom if answer.bottom else None)


@pytest.mark.parametrize("seed", QUICK)
def test_the_order_of_lines_and_files_changes_no_figure(seed: int, tmp_path: Path) -> None:
    assert differing(seed, tmp_path, later=False) == []


@pytest.mark.parametrize("seed", QUICK)
def test_what_is_written_later_changes_no_figure_of_a_period_that_is_over(seed: int, tmp_path: Path) -> None:
    assert differing(seed, tmp_path, later=True) == []


@pytest.mark.slow
@pytest.mark.parametrize("later", [False, True])
def test_the_same_of_two_hundred_workspaces(later: bool, tmp_path: Path) -> None:
    assert {seed: found for seed in ALL if (found := differing(seed, tmp_path, later=later))} == {}


def test_another_order_is_another_order_and_later_records_are_later() -> None:
    made = make(QUICK[0])
    mixed, more = shuffled(made.rng, made.files), with_later(made, made.periods[3][1])
    assert list(mixed) != list(made.files) and mixed.keys() == made.files.keys()
    assert sum(len(str(data)) for data in more.values()) > sum(len(str(data)) for data in made.files.values())
