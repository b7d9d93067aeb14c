"""How much of a network hangs on one person: shortest ways counted pair by pair, slowly and plainly."""

from collections import deque
from collections.abc import Iterable
from itertools import combinations


def most_between(pairs: Iterable[frozenset[str]]) -> tuple[float, int]:
    """The most pairs of others whose shortest ways lead through one person, and all pairs of the others."""
    near: dict[str, set[str]] = {}
    for pair in pairs:
        one, other = sorted(pair)
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    ways = {key: _ways(key, near) for key in near}
    between = dict.fromkeys(near, 0.0)
    for one, other in combinations(sorted(near), 2):
        if other not in ways[one]:
            continue
        length, many = ways[one][other]
        for key in near.keys() - {one, other}:
            if key in ways[one] and other in ways[key] and ways[one][key][0] + ways[key][other][0] == length:
                between[key] += ways[one][key][1] * ways[key][other][1] / many
    others = len(near) - 1
    return max(between.values()), others * (others - 1) // 2


def _ways(start: str, near: dict[str, set[str]]) -> dict[str, tuple[int, int]]:
    """To everybody who can be reached: how far, and by how many shortest ways."""
    found = {start: (0, 1)}
    line = deque([start])
    while line:
        here = line.popleft()
        far, many = found[here]
        for key in near[here]:
            if key not in found:
                found[key] = (far + 1, many)
                line.append(key)
            elif found[key][0] == far + 1:
                found[key] = (far + 1, found[key][1] + many)
    return found
