"""Somebody who reads two years' public figures and works out what they can: it shares no code with the door.

The equations are written from docs/metrics.md, over nothing but what is printed. Each number has a least and a
greatest value; they are narrowed until nothing moves any more, and then each end is tried and given up where it
leads to a contradiction.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from datetime import timedelta

from copkit.documents.annual import Annual
from copkit.metrics import Figure

MOST = 100_000
PLACES = ("online", "in-person", "hybrid")
Sum = list[tuple[str, int, int]]


class Contradiction(Exception):
    """No numbers fit."""


class Attacker:
    """What is known: for each number the least and the greatest, and sums of numbers and of the pairs they make."""

    def __init__(self) -> None:
        self.ends: dict[str, tuple[int, int]] = {}
        self.sums: list[tuple[Sum, int, int]] = []
        self.holding = defaultdict[str, set[int]](set)

    def know(self, name: str, number: float) -> None:
        assert number == int(number), name
        self.ends[name] = (int(number), int(number))

    def add(
        self, *terms: tuple[str, int], pairs: Iterable[tuple[str, int]] = (), low: int = 0, high: int = 0
    ) -> None:
        self.sums.append(([(n, times, 0) for n, times in terms] + [(n, 0, times) for n, times in pairs], low, high))
        for name, _, _ in self.sums[-1][0]:
            self.ends.setdefault(name, (0, MOST))
            self.holding[name].add(len(self.sums) - 1)

    def total(self, whole: str, parts: Iterable[str]) -> None:
        self.add((whole, -1), *((part, 1) for part in parts))

    def at_most(self, small: str, big: str, times: int = 1) -> None:
        self.add((small, 1), (big, -times), low=-times * MOST)

    def range_of(self, name: str) -> tuple[int, int]:
        """The least and greatest value that a number can have."""
        ends = self.narrowed(self.ends)
        for end in (0, 1):
            for _ in range(3):  # more than two values from each end are enough
                low, high = ends[name]
                if low == high:
                    break
                value = (low, high)[end]
                try:
                    self.narrowed({**ends, name: (value, value)}, name)
                    break
                except Contradiction:
                    ends = self.narrowed({**ends, name: (low + 1, high) if end == 0 else (low, high - 1)}, name)
        return ends[name]

    def narrowed(self, start: Mapping[str, tuple[int, int]], moved: str = "") -> dict[str, tuple[int, int]]:
        """What is left when nothing moves any more; `moved` is the one number that was, where all others rest."""
        ends = dict(start)
        waiting = deque(self.holding[moved] if moved else range(len(self.sums)))
        asked = set(waiting)
        for _ in range(200 * len(self.sums)):
            if not waiting:
                break
            number = waiting.popleft()
            asked.remove(number)
            if name := narrow(ends, *self.sums[number]):
                waiting.extend(more := self.holding[name] - asked)
                asked |= more
        return ends


def worth(number: int, times: int, pairs: int) -> int:
    return times * number + pairs * (number * (number - 1) // 2)


def narrow(ends: dict[str, tuple[int, int]], terms: Sum, low: int, high: int) -> str:
    """Narrow one number of a sum, and say which."""
    both = [sorted((worth(ends[n][0], t, p), worth(ends[n][1], t, p))) for n, t, p in terms]
    least, most = sum(each[0] for each in both), sum(each[1] for each in both)
    for (name, times, pairs), (mine_low, mine_high) in zip(terms, both, strict=True):
        floor, ceiling = low - (most - mine_high), high - (least - mine_low)
        if mine_low < floor or mine_high > ceiling:
            fits = within(ends[name], times, pairs, floor, ceiling)
            if fits[0] > fits[1]:
                raise Contradiction
            if fits != ends[name]:
                ends[name] = fits
                return name
    return ""


def within(ends: tuple[int, int], times: int, pairs: int, floor: int, ceiling: int) -> tuple[int, int]:
    """The part of a range in which a number is worth no less than the floor and no more than the ceiling."""
    if times + pairs < 0:
        times, pairs, floor, ceiling = -times, -pairs, -ceiling, -floor
    return first(ends, times, pairs, floor), first(ends, times, pairs, ceiling + 1) - 1


def first(ends: tuple[int, int], times: int, pairs: int, least: int) -> int:
    """The first number of a range that is worth so much; the one after it where none is."""
    low, high = ends[0], ends[1] + 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if worth(middle, times, pairs) >= least else (middle + 1, high)
    return low


def read(annual: Annual) -> tuple[Attacker, dict[str, int]]:
    """What a reader learns of a year and all those before it, and the counts of people that stay hidden in them."""
    knows, hidden = Attacker(), dict[str, int]()
    one: Annual | None = annual
    while one is not None:
        Year(knows, one, hidden).learn()
        one = one.before
    return knows, hidden


class Year:
    """One year's public figures, and what their definitions say of them."""

    def __init__(self, knows: Attacker, annual: Annual, hidden: dict[str, int]) -> None:
        self.knows, self.annual, self.hidden = knows, annual, hidden
        self.seen = {(one.code, one.label): one for every in annual.seen.values() for one in every}
        self.sessions = [one.session.id for one in annual.facts.attended]

    def name(self, code: str, label: str = "", what: str = "", year: Annual | None = None) -> str:
        return f"{(year or self.annual).period.start} {code} {label} {what}".strip()

    def learn(self) -> None:
        for key, one in self.seen.items():
            self.printed(key, one)
        for what in (self.roll, self.came, self.by_session, self.halves, self.sectors, self.chance, self.reached,
                     self.forms, self.hours):  # fmt: skip
            what()

    def printed(self, key: tuple[str, str], one: Figure) -> None:
        mine, of, rest = self.name(*key), self.name(*key, "of"), self.name(*key, "rest")
        if one.form == "share" and (one.people or one.guarded):
            self.knows.total(of, (mine, rest))
        if one.hidden:
            real = next(each for each in self.annual.figures[one.code] if each.label == one.label)
            if one.people or one.guarded:
                self.hidden[mine] = int(real.numerator)
                if one.form == "share" and real.denominator is not None:
                    self.hidden[rest] = int(real.denominator - real.numerator)
        elif one.form in ("count", "share", "mean") and not one.about and one.value is not None:
            self.knows.know(mine, one.numerator)
            if one.denominator is not None:
                self.knows.know(of, one.denominator)

    def same(self, one: str, other: str) -> None:
        self.knows.add((one, 1), (other, -1))

    def has(self, code: str, label: str = "") -> bool:
        return (code, label) in self.seen

    def roll(self) -> None:
        """Last year's roll, and who joined, less who left, is this year's; everybody on it is at one level."""
        n, before = self.name, self.annual.before
        if before is not None and before.period.end + timedelta(days=1) == self.annual.period.start:
            self.knows.add((n("M1", year=before), 1), (n("M1", "joined"), 1), (n("M1", "left"), -1), (n("M1"), -1))
        levels = ("core", "active", "occasional", "peripheral", "new")
        self.knows.total(n("M1"), [n("M5", level) for level in levels])
        for level in levels:
            self.same(n("M5", level, "of"), n("M1"))

    def came(self) -> None:
        """Sessions add up to attendances; all people are no fewer than those of any session."""
        n, rooms = self.name, [self.name("M3", one) for one in self.sessions]
        self.knows.total(n("M3"), rooms)
        self.same(n("M3", "mean"), n("M3"))
        self.knows.at_most(n("M2"), n("M3"))
        for room in rooms:
            self.knows.at_most(room, n("M2"))
        for one in self.annual.facts.attended:
            there = len(one.people) + one.others
            low, high = (0, 4) if there < 5 else (there - (there + 2) % 5, there - (there + 2) % 5 + 4)
            self.knows.add((n("M3", one.session.id), 1), (n("guests", one.session.id), 1), low=low, high=high)
        for place in PLACES:
            mine = [n("M3", one.session.id) for one in self.annual.facts.attended if one.session.place == place]
            if self.has("M3", f"mean {place}"):
                self.knows.total(n("M3", f"mean {place}"), mine)
        self.knows.at_most(n("M4"), n("M3"))
        guests = self.seen.get(("M2", "with guests"))
        if guests is not None and not guests.hidden and guests.value is not None and guests.high is not None:
            self.knows.know(n("low"), guests.value)
            self.knows.know(n("high"), guests.high)
            self.knows.at_most(n("M2"), n("low"))
            noted = [one for one in self.annual.facts.held if one.notes is not None]
            self.knows.total(n("high"), [n("M2"), *(n("guests", one.id) for one in noted)])
        known = [one.session.id for one in self.annual.facts.attended if one.notes.voices is not None]
        self.knows.total(n("M8", "", "of"), [n(code, one) for one in known for code in ("M3", "guests")])

    def by_session(self) -> None:
        """First times add up; in a community's first year everybody was new once."""
        n = self.name
        self.knows.total(n("M7"), [n("M7", one) for one in self.sessions])
        self.same(n("M7", "", "of"), n("M3"))
        for one in self.sessions:
            self.same(n("M7", one, "of"), n("M3", one))
        if self.annual.before is None and self.sessions and self.first_ever():
            self.same(n("M7"), n("M2"))
            self.same(n("M7", self.sessions[0]), n("M3", self.sessions[0]))

    def first_ever(self) -> bool:
        days = [one.date for one in self.annual.facts.held_ever]
        return not days or min(days) >= self.annual.period.start

    def halves(self) -> None:
        """Those of the first half, less those who came again, with those of the second are all."""
        n, middle = self.name, -(-len(self.sessions) // 2)
        if len(self.sessions) < 2:
            return
        self.knows.add((n("M6", "", "of"), 1), (n("second"), 1), (n("M6"), -1), (n("M2"), -1))
        for half, rooms in ((n("M6", "", "of"), self.sessions[:middle]), (n("second"), self.sessions[middle:])):
            self.knows.add((half, 1), *((n("M3", one), -1) for one in rooms), low=-MOST)
            for one in rooms:
                self.knows.at_most(n("M3", one), half)
        before = self.annual.before
        if self.has("M6", "year on year") and before is not None:
            if before.period == self.annual.facts.period.before:
                self.same(n("M6", "year on year", "of"), n("M2", year=before))
            self.knows.add((n("M6", "year on year"), 1), (n("M7"), 1), (n("M2"), -1), low=-MOST)

    def sectors(self) -> None:
        """Sectors add up to all attendances; so do organisations, which the public does not see."""
        n, labels = self.name, [label for code, label in self.seen if code == "R2"]
        if labels:  # where so few came that none is listed, nobody can add them up
            self.knows.total(n("M3"), [n("R2", label) for label in labels])
        for label in labels:
            self.same(n("R2", label, "of"), n("M3"))
            self.knows.ends[n("R2", label)] = (max(1, self.knows.ends[n("R2", label)][0]),
                                               self.knows.ends[n("R2", label)][1])  # fmt: skip
        self.same(n("R4", "attendances", "of"), n("M3"))
        self.knows.at_most(n("R2", "lived-experience"), n("R4", "attendances"))

    def chance(self) -> None:
        """Pairs of people from two groups are all pairs less those of each group."""
        n, sectors = self.name, [label for code, label in self.seen if code == "R2" and label != "not known"]
        for label in ("by chance", "sectors by chance"):
            one = self.seen.get(("C2", label))
            if one is None or one.hidden or one.about or one.value is None or ("R2", "not known") in self.seen:
                continue
            self.knows.add((n("C2", label, "of"), -1), pairs=[(n("M2"), 1)])
            if label == "sectors by chance":
                sizes = [n("people", sector) for sector in sectors]
                self.knows.total(n("M2"), sizes)
                self.knows.add((n("C2", label), 1), (n("C2", label, "of"), -1), pairs=[(size, 1) for size in sizes])
                for sector, size in zip(sectors, sizes, strict=True):
                    self.knows.at_most(size, n("R2", sector))
        for label in ("", "once or more", "three times or more"):
            if self.has("C8", label) and not self.seen["C8", label].hidden:
                self.knows.add((n("C8", label, "of"), -1), pairs=[(n("M2"), 1)])

    def reached(self) -> None:
        n, labels = self.name, ("", "2", "1", "0")
        self.knows.total(n("M2"), [n("C9", label) for label in labels])
        for label in labels:
            self.same(n("C9", label, "of"), n("M2"))

    def forms(self) -> None:
        """Every question is answered by no more than sent a form; the change is after less before."""
        n = self.name
        before, after, change = (n("V4", f"confidence {label}") for label in ("before", "after", "change"))
        self.knows.total(after, (before, change))
        for label in ("before", "after", "change"):
            self.same(n("V4", f"confidence {label}", "of"), n("V4", "confidence improved", "of"))
        if self.has("L1", "asked for certificates") and self.seen["L1", "asked for certificates"].hidden:
            self.same(n("L1", "asked for certificates", "of"), n("M2"))

    def hours(self) -> None:
        """Where nobody left early, hours are the minutes of each session times its people."""
        n, one = self.name, self.seen.get(("L1", ""))
        if one is not None and not one.hidden and one.value is not None:
            there = [each for each in self.annual.facts.attended if not each.notes.minutes]
            if len(there) == len(self.sessions):
                self.knows.know(n("minutes"), round(one.value * 60))
                spent = [
                    (n("M3", each.session.id), each.notes.minutes_taken or each.session.minutes) for each in there
                ]
                self.knows.add((n("minutes"), -1), *spent)


def worked_out(annual: Annual, *, few: bool = False) -> list[str]:
    """The hidden counts of people that can be told to within two values; with `few` those alone that are few."""
    knows, hidden = read(annual)
    for name in hidden:
        knows.ends.setdefault(name, (0, MOST))
    found = []
    for name, real in hidden.items():
        low, high = knows.range_of(name)
        assert low <= real <= high, f"{name} is {real}, not {low} to {high}"
        if high - low < 2 and (not few or 0 < real < 5):
            found.append(f"{name}: {low} to {high}")
    return found
