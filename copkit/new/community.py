"""The files of a new community: what it is for, and its roll."""

from datetime import date
from typing import NamedTuple

from copkit.new.first_year import FirstYear
from copkit.new.texts import Home, new_file


class Circle(NamedTuple):
    """What is known of a community on its first day."""

    id: str
    name: str
    pattern: str = "second tuesday"
    start: str = "10:00"
    starts: str = ""
    year: FirstYear = FirstYear()


class _Community(NamedTuple):
    """What the templates of a community and of its roll see."""

    id: str
    name: str
    pattern: str
    start: str
    starts: str
    year: FirstYear
    today: date
    convenor: str


def community_files(home: Home, circle: Circle, today: date, convenor: str = "") -> dict[str, bytes]:
    """The files of a new community by their paths."""
    view = _Community(*circle, today, convenor)
    paths = {name: f"communities/{circle.id}/{name}.yaml" for name in ("community", "members")}
    return {path: new_file(home, path, f"{name}.yaml.j2", view) for name, path in paths.items()}
