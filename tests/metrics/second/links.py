"""C: connections."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations

from tests.metrics.second.lines import Line, line_id
from tests.metrics.second.network import most_between
from tests.metrics.second.people import ends
from tests.metrics.second.plain import Data, day
from tests.metrics.second.view import Answer, Answers, Session, View, count, share
from tests.metrics.second.who import pairs_apart
from tests.metrics.second.work import group_began

Pair = frozenset[str]
Place = Callable[[str, date], str | None]


def pairs(view: View, lines: Iterable[Line]) -> list[tuple[Pair, date]]:
    """Each pair that a line links, and the day on which it was noted."""
    return [(frozenset(two), line.day) for line in lines for two in combinations(ends(view, line), 2)]


def _noted(view: View) -> list[tuple[Pair, date]]:
    return pairs(view, view.said("connect"))


def _apart(of: list[tuple[Pair, date]], place: Place) -> tuple[set[Pair], set[Pair]]:
    """Pairs that ever were of two places on the day, and those of which both places are known."""
    across, known = set(), set()
    for pair, on in of:
        places = {place(key, on) for key in pair}
        if None not in places:
            known.add(pair)
            if len(places) == 2:
                across.add(pair)
    return across, known


def c1(view: View) -> Answers:
    noted = _noted(view)
    earlier = {pair for pair, _ in pairs(view, [line for line in _connects(view) if line.day < view.start])}
    first = {pair for pair, _ in noted} - earlier
    across, _ = _apart([one for one in noted if one[0] in first], view.home)
    if view.plainly:
        labels = ("", "distinct pairs", "first-time pairs", "first-time pairs across organisations")
        return dict.fromkeys(labels, Answer(None))
    return {
        "": count(len(noted)),
        "distinct pairs": count(len({pair for pair, _ in noted})),
        "first-time pairs": count(len(first)),
        "first-time pairs across organisations": count(len(across)),
    }


def _connects(view: View) -> list[Line]:
    return [line for line in view.ever_said if line.word == "connect"]


def _by_chance(view: View, place: Place) -> tuple[int, int]:
    """Each participant once, in the place where they last were."""
    return pairs_apart(place(key, there[-1].date) for key, there in view.came.items())


def c2(view: View) -> Answers:
    found: Answers = {}
    for name, place in (("", view.home), ("sectors", _sector(view))):
        across, known = _apart(_noted(view), place)
        chance = share(*_by_chance(view, place))
        ours = share(len(across), len(known))
        ratio = ours.value / chance.value if ours.value is not None and chance.value else None
        found |= {name: ours, f"{name} by chance".strip(): chance, **({} if name else {"ratio": Answer(ratio)})}
    return found


def _sector(view: View) -> Place:
    return lambda key, on: view.registers.sector(view.home(key, on))


def c3(view: View) -> Answers:
    across, known = _apart(_noted(view), view.home)
    apart, every = _by_chance(view, view.home)
    return {
        "": share(2 * len(across) - len(known), len(known)),
        "by chance": share(2 * apart - every, every),
    }


def c4(view: View) -> Answers:
    linked = {frozenset(two) for pair, on in _noted(view) if (two := _two(view, pair, on))}
    named = {home for _, _, home in view.homes if home}
    if not named:  # nobody knows who took part
        return {"": Answer(None)}
    here = named.union(*linked)
    return {"": share(len(linked), len(here) * (len(here) - 1) // 2)}


def c5(view: View) -> Answers:
    if view.host is None:
        return {"": Answer(None)}
    across, _ = _apart(_noted(view), view.home)
    with_host = {pair for pair, on in _noted(view) if pair in across and view.host in _two(view, pair, on)}
    return {"": share(len(with_host), len(across))}


def _two(view: View, pair: Pair, on: date) -> set[str | None]:
    """The organisations of a pair on a day, where they are two; otherwise none."""
    homes = {view.home(key, on) for key in pair}
    return homes if len(homes) == 2 and None not in homes else set()


def c6(view: View) -> Answers:
    often = [key for key, there in view.came.items() if len(there) > 1]
    linked = {key for pair, _ in pairs(view, _connects(view)) for key in pair}
    alone = sum(key not in linked for key in often)
    return {"": Answer(None) if view.plainly else share(alone, len(often))}


def c7(view: View) -> Answers:
    lines = view.said("connect")
    named = _named_lines(view)
    return {"": share(sum(line.id in named for line in lines), len(lines))}


def _named_lines(view: View) -> set[str]:
    """The lines that a record dated up to the day names."""
    named: set[str] = set()
    for folder, begun in (("stories", _told), ("groups", group_began), ("initiatives", View.surfaced)):
        for row in view.records(folder).values():
            on = begun(view, row)
            if on <= view.day if on else folder != "stories":
                typed = row.get("because_of") or []
                named |= {line_id(one) for one in (typed if isinstance(typed, list) else [typed])}
    for line in view.ever_said:
        if line.word == "action":
            named |= {word.strip(".,;()") for part in line.parts for word in part.split()}
    return named


def _told(_: View, story: Data) -> date | None:
    return day(story.get("date"))


def c8(view: View) -> Answers:
    together = Counter(two for one in view.attended for two in combinations(sorted(one.present), 2))
    tables = {pair for one in view.attended for pair in _at_tables(view, one)}
    every = len(view.came) * (len(view.came) - 1) // 2
    twice = {pair for pair, many in together.items() if many > 1}
    return {
        "": share(len(twice | tables), every),
        "once or more": share(len(together), every),
        "three times or more": share(sum(many > 2 for many in together.values()), every),
    }


def _at_tables(view: View, one: Session) -> set[tuple[str, str]]:
    tables = one.notes.get("tables_sat") or one.plan.get("tables_sat") or []
    there = [sorted({view.names.who(name, one.date) for name in table} & set(one.present)) for table in tables]
    return {two for table in there for two in combinations(table, 2)}


def c9(view: View) -> Answers:
    reached: dict[str, set[str | None]] = {key: set() for key in view.came}
    for pair, on in _noted(view):
        for key in pair & reached.keys():
            reached[key] |= _two(view, pair, on) - {view.home(key, on)}
    if view.plainly or not any(home for _, _, home in view.homes):  # nobody knows which organisation is another
        return {}
    numbers = Counter(min(len(others), 3) for others in reached.values())
    found = {label: share(numbers[many], len(reached)) for many, label in ((3, ""), (2, "2"), (1, "1"), (0, "0"))}
    linked = {pair for pair, _ in _noted(view)}
    if 30 <= len({key for pair in linked for key in pair}) <= 500:
        found["through one person"] = share(*most_between(linked))
    return found


CODES = {"C1": c1, "C2": c2, "C3": c3, "C4": c4, "C5": c5, "C6": c6, "C7": c7, "C8": c8, "C9": c9}
