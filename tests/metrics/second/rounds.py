"""Both engines over many seeds: what was compared, and what differs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.metrics.second import engine
from tests.metrics.second.beside import Difference, differences
from tests.metrics.second.door import First
from tests.metrics.second.engine import Counted
from tests.metrics.second.generator import Made, make
from tests.metrics.second.plain import Texts
from tests.metrics.second.view import View

Period = tuple[date, date]


class Found(NamedTuple):
    """A difference, and where to see it again."""

    seed: int
    period: Period
    community: str
    what: Difference


@dataclass
class Round:
    """How many figures were compared of each code, how many of them have a value, and what differs."""

    compared: Counter[str] = field(default_factory=Counter)
    valued: Counter[str] = field(default_factory=Counter)
    found: list[Found] = field(default_factory=list)

    def add(self, seed: int, period: Period, community: str, first: Counted, second: Counted) -> None:
        self.compared.update(code for code, _ in second)
        self.valued.update(code for (code, _), answer in second.items() if answer.value)
        self.found += [Found(seed, period, community, one) for one in differences(first, second)]

    def table(self) -> str:
        """Code, compared, with a value, differing: a row each."""
        differing = Counter(one.what.code for one in self.found)
        rows = [
            f"| {code} | {self.compared[code]} | {self.valued[code]} | {differing[code]} |"
            for code in self.compared
        ]
        return "\n".join(("| code | compared | with a value | differing |", "|---|---|---|---|", *rows))


def written_to(root: Path, texts: Mapping[str, str]) -> Path:
    """The folder of a workspace of these files, in the order in which they come."""
    for name, text in texts.items():
        path = root / "communities" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def over(seeds: Iterable[int], root: Path, *, periods: int = 5) -> Round:
    """Every figure of the workspaces of some seeds, over so many of their periods, in turn."""
    done = Round()
    for seed in seeds:
        made = make(seed)
        texts = made.texts()
        first, plain = First(written_to(root / str(seed), texts)), Texts(texts)
        for number in range(periods):
            compare(done, seed, made, first, plain, made.periods[(seed + number) % 5])
    return done


def compare(done: Round, seed: int, made: Made, first: First, plain: Texts, period: Period) -> None:
    """Every figure of every community, and of all of them, over one period."""
    if period[0] > made.today:
        return
    views = [View(plain, name, period, made.today, made.committed[name]) for name in made.communities]
    for view in views:
        ours = first.community(view.id, period, made.today, view.committed)
        done.add(seed, period, view.id, ours, engine.community(view))
    whole = first.together(made.communities, period, made.today)
    done.add(seed, period, "", whole, engine.together(plain, views, period, made.today))
