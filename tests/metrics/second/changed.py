"""The same workspace with its lines and files in another order; and with what was written down later."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.metrics.second.generator import Made


def shuffled(rng: Random, files: dict[str, Any]) -> dict[str, Any]:
    """Every mapping and every list in another order, but for updates, which are written one after another."""
    paths = list(files)
    rng.shuffle(paths)
    return {path: _shuffled(rng, files[path], keep=path.endswith("updates.yaml")) for path in paths}


def _shuffled(rng: Random, data: Any, *, keep: bool = False) -> Any:
    if isinstance(data, dict):
        keys = list(data)
        rng.shuffle(keys)
        return {key: _shuffled(rng, data[key]) for key in keys}
    if isinstance(data, list):
        rows = [_shuffled(rng, row) for row in data]
        if not keep:
            rng.shuffle(rows)
        return rows
    return data


def with_later(made: Made, last: date) -> dict[str, Any]:
    """The files with records of after a day: notes, updates, moves, mergers, members, namesakes, stories, ..."""
    files, rng = deepcopy(made.files), Random(last.toordinal())
    on = last + timedelta(days=1)
    _later_namesakes(made, files, on)
    for name in made.communities:
        _later_in_a_community(files, name, rng, on)
    organisations = files["programme/organisations.yaml"]
    first, *_, final = organisations
    if first != final and "became" not in organisations[first]:
        organisations[first] |= {"became": final, "since": on.isoformat()}
    for row in files["programme/people.yaml"].values():
        if isinstance(row["organisation"], list):
            row["organisation"].append({"id": final, "from": (on + timedelta(days=900)).isoformat()})
    for path, key in (("events", "date"), ("challenges", "closes"), ("cohorts", "ends")):
        rows = files[f"programme/{path}.yaml"]
        rows += [row | {key: on.isoformat(), "name": f"Later {row['name']}"} for row in deepcopy(rows)]
    return files


def _later_namesakes(made: Made, files: dict[str, Any], on: date) -> None:
    """Of every first name one more who joins, in each community another; leavers; names that become nicknames."""
    people, firsts = files["programme/people.yaml"], sorted({name.split(" ")[0] for name in made.people.values()})
    for place, name in enumerate(made.communities):
        roll = files[f"{name}/members.yaml"]
        for row in roll:
            if "left" not in row and row.get("joined", "") <= on.isoformat():
                row["left"] = on.isoformat()
        for first in firsts:
            people[f"{first.casefold()}.later{place}"] = {"name": f"{first} Later{place}", "organisation": None}
            roll.append({"who": f"{first.casefold()}.later{place}", "joined": on.isoformat()})
    always = [first for first in firsts if all(_was_always(made, name, first) for name in made.communities)]
    for key in list(made.people)[:3]:
        people[key]["also_known_as"] = [*always, "Nobody So Far"]


def _was_always(made: Made, name: str, first: str) -> bool:
    """Whether somebody of a first name was there from the beginning: a nickname says who was unknown till then."""
    roll, team = made.files[f"{name}/members.yaml"], made.files[f"{name}/community.yaml"]["team"]
    since = [(row["who"], row.get("joined", "")) for row in roll]
    since += [(row["who"], row.get("from", "")) for row in team]
    begins = made.begins.isoformat()
    return any(made.people.get(who, who).split(" ")[0] == first and on <= begins for who, on in since)


def _later_in_a_community(files: dict[str, Any], name: str, rng: Random, on: date) -> None:
    who = [row["who"] for row in files[f"{name}/members.yaml"]] or ["nobody"]
    files[f"{name}/members.yaml"].append({"who": "New Comer", "joined": on.isoformat()})
    files[f"{name}/sessions/{on.isoformat()}-9.yaml"] = {"date": on.isoformat(), "place": "online", "theme": "T"}
    files[f"{name}/sessions/{on.isoformat()}-9.notes.yaml"] = _later_notes(files, name, rng, who)
    story = {"title": "Later", "date": on.isoformat(), "because_of": _lines(files, name, "connect")}
    files[f"{name}/stories/later.yaml"] = story | {"cycles": {"immediate": "told"}, "evidence": ["i0"]}
    group = {"name": "Later", "starts": on.isoformat(), "relation": "because-of"}
    files[f"{name}/groups/later.yaml"] = group
    for word, status in (("action", "dropped"), ("ask", "matched"), ("question", "answered")):
        for line in _lines(files, name, word):
            row = {"date": on.isoformat(), word: line.replace("/action/", "/"), "status": status}
            files[f"{name}/updates.yaml"].append(row)
    for path, row in files.items():
        if path.startswith(f"{name}/initiatives/"):
            _later_on_an_initiative(row, on.isoformat())


def _later_notes(files: dict[str, Any], name: str, rng: Random, who: list[str]) -> dict[str, Any]:
    said = [f"connect: {rng.choice(who)} + {rng.choice(who)} | later", "decision: later"]
    said += [f"done: {line} | later" for line in _lines(files, name, "action")]
    return {"present": who, "others": "3", "voices": "2", "capture": "".join(f"{line}\n" for line in said)}


def _later_on_an_initiative(row: dict[str, Any], on: str) -> None:
    row["evidence"].append({"date": on, "measure": "later"})
    if row.get("stages"):
        row["stages"].append({"date": on, "stage": "stopped"})
        row["stage"] = "stopped"
    for adoption in (row["adoption"] or {}).values():
        if "" < adoption.get("date", "") < on:
            before = {key: adoption[key] for key in ("date", "status")}
            adoption["history"] = [*adoption.get("history", []), before]
            adoption |= {"date": on, "status": "stopped"}


def _lines(files: dict[str, Any], name: str, word: str) -> list[str]:
    """The ids of the lines of a word, of all notes."""
    found = []
    for path, data in files.items():
        if path.startswith(f"{name}/sessions/") and path.endswith(".notes.yaml"):
            typed = [line.lstrip("-* ") for line in (data.get("capture") or "").splitlines()]
            one = path.split("/")[-1].removesuffix(".notes.yaml")
            found += [f"{one}/{word}/{n + 1}" for n in range(sum(line.startswith(f"{word}:") for line in typed))]
    return found
