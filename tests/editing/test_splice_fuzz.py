"""Many random edits of random files: never wrong data, never another byte changed."""

import copy
from random import Random
from typing import Any

import pytest

from copkit.editing.emit import as_read
from copkit.editing.refused import Refused
from copkit.editing.splice import insert_item, set_key
from copkit.findings import Severity
from copkit.yamlfile import read
from tests.editing.documents import WORDS, document, value


def lists(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all lists."""
    found = [path] if isinstance(data, list) else []
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in steps:
        found += lists(inner, (*path, step))
    return found


def get(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def added(old: bytes, new: bytes) -> bool:
    """Whether the new bytes are the old ones with one piece put in."""
    head = next((i for i in range(len(old)) if i >= len(new) or old[i] != new[i]), len(old))
    return len(new) >= len(old) and new.endswith(old[head:]) and new.startswith(old[:head])


def edit(random: Random) -> str:
    """One random edit; what came of it."""
    data = document(random)
    before = read(data, "f.yaml")
    if any(finding.severity is Severity.ERROR for finding in before.findings) or not isinstance(before.data, dict):
        return "not a file"
    item = value(random)
    want = copy.deepcopy(before.data)
    places = lists(want)
    try:
        if places and random.random() < 0.7:
            path = random.choice(places)
            index = random.choice([None, random.randint(0, len(get(want, path)))])
            new = insert_item(data, path, item, index)
            target = get(want, path)
            target.insert(len(target) if index is None else index, as_read(item))
            pure = True
        else:
            scalars = [key for key in before.keys() if isinstance(want.get(key, ""), str)]  # noqa: SIM118 - a method
            key = random.choice([*scalars, "new"])
            pure = key not in before.keys()  # noqa: SIM118 - a method
            item = item if pure else random.choice(WORDS)
            new = set_key(data, (key,), item)
            want[key] = as_read(item)
    except Refused as refused:
        assert refused.snippet
        return "refused"
    assert read(new, "f.yaml").data == want
    assert not pure or added(data, new) or b"[]" in data or b"{}" in data
    return "done"


def tally(seed: int, count: int) -> dict[str, int]:
    random = Random(seed)
    outcomes = [edit(random) for _ in range(count)]
    return {outcome: outcomes.count(outcome) for outcome in set(outcomes)}


def test_300_random_edits() -> None:
    outcomes = tally(7, 300)
    assert outcomes["done"] > 200, outcomes


@pytest.mark.slow
def test_5000_random_edits() -> None:
    outcomes = tally(11, 5000)
    assert outcomes["done"] > 3500, outcomes
    assert outcomes["refused"] < 0.05 * outcomes["done"], outcomes
