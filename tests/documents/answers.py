"""Whatever says a figure, read as somebody would read it: each output's answer to each figure."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import copkit as python
from copkit import lexicon
from copkit.dates import say_minutes
from copkit.documents.evidence import figure_data
from copkit.documents.explaining import in_full
from copkit.metrics import Figure
from copkit.metrics.base import say_value
from tests.documents.prose import Block, blocks
from tests.shell import copkit

Data = dict[str, Any]
SAME = ("said", "value", "high", "numerator", "denominator", "unit", "hidden")
"""What no two outputs may say otherwise of a figure."""


class Key(NamedTuple):
    """A figure: of which community (empty of all), its code and label, and from which day."""

    community: str
    code: str
    label: str
    start: str


Answer = tuple[str, Key, Data]
"""Where it stands, which figure it is, and what is said of it."""


class Answers:
    """What the outputs of a workspace say to members of one year, on one day."""

    def __init__(self, root: Path, out: Path, year: str, today: str) -> None:
        self.root, self.out, self.year, self.today = root, out, year, today
        self.python = python.open(root, today=date.fromisoformat(today))

    def run(self, *words: str) -> str:
        """What a command prints for members."""
        return self.told(*words, "--for", "members")

    def told(self, *words: str) -> str:
        """What a command prints, as it does for the team alone where it knows no audience."""
        ran = copkit(*words, "--today", self.today, root=self.root)
        assert ran.code == 0, (words, ran.err)
        return ran.out

    def files(self, *words: str) -> dict[str, Path]:
        """The files that a command makes, by their names from the last hyphen on: `evidence.json`."""
        out = self.out / "-".join(words)
        self.run(*words, "--out", str(out))
        return {path.name.rpartition("-")[2]: path for path in out.rglob("*.*")}

    def page(self, document: str, *words: str) -> Path:
        """The page of a document among the files that a command makes."""
        return self.files(*words)[f"{document.rpartition('-')[2]}.html"]

    @cached_property
    def figures(self) -> dict[str, dict[str, tuple[Figure, ...]]]:
        """Every figure of each community, as `copkit.open` gives it."""
        return {
            name: dict(self.python.figures(name, self.year, "members")) for name in self.python.communities
        }

    def everything(self) -> Iterator[Answer]:
        """All answers of all outputs that say a figure as data."""
        for name, metrics in self.figures.items():
            for every in metrics.values():
                yield from _as_data("copkit.open", name, map(figure_data, every))
            made = self.files("print", "evidence", name, self.year)
            data = json.loads(made["evidence.json"].read_text("utf-8"))
            yield from _as_data("synthesis.evidence", name, data["figures"])
        whole = json.loads(self.files("print", "portfolio", self.year)["evidence.json"].read_text("utf-8"))
        yield from _as_data("portfolio.evidence", "", whole["figures"])
        yield from self._exported()

    def _exported(self) -> Iterator[Answer]:
        (file,) = (self.out / f"export-{self.year}").rglob("figures.jsonl") if self._export else ()
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            key = Key(row["community"] or "", row["code"], row["label"] or "", row["period_start"])
            yield "export", key, {**row, "hidden": row["hidden"] == "yes", "unit": row["unit"] or ""}

    @cached_property
    def _export(self) -> str:
        out = str(self.out / f"export-{self.year}")
        return self.run("export", self.year, "--format", "jsonl", "--out", out)

    def listed(self, noun: str) -> list[Data]:
        """`copkit list`: the records of a noun with what is counted of them."""
        found: list[Data] = json.loads(self.told("list", noun, "--json"))["records"]
        return found

    def why(self, code: str, *of: str) -> Iterator[Answer]:
        """`copkit why`: the figures of a code with all that is said of them."""
        found = json.loads(self.run("why", code, *of, self.year, "--json"))
        yield from _as_data("why", "" if of == ("--all",) else of[0], found["figures"])


def _as_data(where: str, community: str, figures: Any) -> Iterator[Answer]:
    for one in figures:
        yield where, Key(community, one["code"], one["label"], one["period"]["from"]), one


def differing(answers: Iterator[Answer]) -> list[str]:
    """The figures of which two outputs say something else."""
    first: dict[Key, tuple[str, Data]] = {}
    found = []
    for where, key, one in answers:
        before, other = first.setdefault(key, (where, one))
        found += [
            f"{key}: {field} is {other[field]!r} in {before} and {one[field]!r} in {where}"
            for field in SAME
            if field in one and field in other and not _alike(other[field], one[field])
        ]
    return found


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, float) or isinstance(other, float):
        return one is not None and other is not None and abs(one - other) < 1e-9
    return bool(one == other)


def faces(figure: Figure) -> set[str]:
    """The ways in which a page may say a figure: in full, as a fraction, by its top alone, as a length of time."""
    if figure.value is None:
        no_scope = figure.said == lexicon.text("figures.why.no_scope")  # which is said of one or of all
        every = {lexicon.text("figures.why.no_scopes")} if no_scope else set()
        return {figure.said, figure.amount.short, "hidden" if figure.hidden else "–"} | every
    ways = {figure.said, figure.fraction, in_full(figure)}
    if figure.amount.is_counted:
        ways.add(say_value(figure.numerator, 0))
    if figure.unit == "hours":
        ways.add(say_minutes(round(figure.numerator * 60)))
    return ways - {""}


def said_on(page: str) -> Iterator[tuple[Block, str, str]]:
    """Each figure of a page that leads to its annex: the block, the place in the annex, and its words."""
    for block in blocks(page):
        for place, words in block.figures:
            yield block, place, words
