"""The one door to the first engine: its figures, as plain numbers. Nothing else here knows copkit."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from copkit.metrics import Facts, Figure, Period, figures
from copkit.metrics.together import Together
from copkit.workspace import Folder, Workspace, load
from tests.metrics.second.engine import Counted
from tests.metrics.second.view import Answer


class First:
    """A workspace as the first engine reads it."""

    def __init__(self, root: Path) -> None:
        self.ws: Workspace = load(Folder(root))

    def community(
        self, name: str, period: tuple[date, date], today: date, committed: Mapping[str, date] | None
    ) -> Counted:
        return _plain(figures(self._facts(name, period, today, committed)))

    def together(self, names: Iterable[str], period: tuple[date, date], today: date) -> Counted:
        every = [self._facts(name, period, today, None) for name in names]
        return _plain(figures(Together(self.ws.shared, Period(*period), today, every), "programme"))

    def _facts(
        self, name: str, period: tuple[date, date], today: date, committed: Mapping[str, date] | None
    ) -> Facts:
        return Facts(self.ws.communities[name], self.ws.shared, Period(*period), today, committed)


def _plain(found: Mapping[str, Iterable[Figure]]) -> Counted:
    return {(one.code, one.label): _answer(one) for every in found.values() for one in every}


def _answer(one: Figure) -> Answer:
    return Answer(None) if one.value is None else Answer(one.value, one.numerator, one.denominator, one.high)
