"""LIB: the library."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from copkit.checks.context import Programme, months_between
from copkit.checks.problem import Path, Problem
from copkit.checks.registry import INFO, WARNING, check
from copkit.dates import read_date, say_month
from copkit.patterns import when_used
from copkit.workspace import fold

if TYPE_CHECKING:
    from copkit.models.library import Resource

_LINK = when_used(r"https?://[^\s/?#]+\.[^\s/?#.]+(?:[/?#]\S*)?", re.IGNORECASE)
_START = when_used(r"https?://(?:www\.)?")
_ON_PAPER = frozenset({"book", "quote"})
"""Kinds that need no page of their own."""


def _library(at: Programme) -> "Iterator[Resource]":
    yield from at.shared.other.get("library", {}).values()


def _links(one: "Resource") -> Iterator[tuple[Path, str]]:
    """Every link of a resource, with its place."""
    if one.link:
        yield ("link",), one.link
    for index, link in enumerate(one.links):
        yield ("links", index), link if isinstance(link, str) else link.link


@check("LIB-01", WARNING, on="programme")
def bad_link(at: Programme) -> Iterator[Problem]:
    """A resource has no link, or one that leads nowhere as it is written.

    Why: A title that nobody can open is a promise that is not kept. A link starts with https:// or http://. Books,
    quotes and what is `part_of:` another resource need none.

    Bad:
        - {title: Citizen Leadership Toolkit, kind: toolkit, link: www.example.org/toolkit}

    Good:
        - {title: Citizen Leadership Toolkit, kind: toolkit, link: "https://www.example.org/toolkit"}
    """
    for one in _library(at):
        links = list(_links(one))
        if not links and one.kind not in _ON_PAPER and not one.part_of:
            yield Problem(one, ("link",), "this resource has no link", "Add link: and the address of its page.")
        for path, link in links:
            if not _LINK.fullmatch(link):
                message = f"“{link}” is not a whole link" if link else "this link has no address"
                yield Problem(one, path, message, "Copy it from the browser, with its https:// and no spaces.")


@check("LIB-02", INFO, on="programme")
def no_why(at: Programme) -> Iterator[Problem]:
    """A resource does not say why it is worth the time.

    Why: A list of titles helps nobody to choose. One sentence from somebody who has read it does.

    Bad:
        - {title: The Art of Change Making, kind: publication}

    Good:
        - title: The Art of Change Making
          kind: publication
          why: Begin with the chapters on adaptive leadership and complexity
    """
    for one in _library(at):
        if not one.why:
            message = "this resource does not say why it is worth the time"
            yield Problem(one, ("why",), message, "Add why: and one sentence.")


@check("LIB-03", INFO, on="programme", months=12)
def not_checked(at: Programme) -> Iterator[Problem]:
    """Nobody has looked for a year whether a resource is still there and still right.

    Why: Pages move and advice changes. What came from a session was looked at then.

    Bad:
        - {title: Systems leadership, kind: report, checked: 2025-02-11}

    Good:
        - {title: Systems leadership, kind: report, checked: 2026-04-02}
    """
    for one in _library(at):
        day = one.checked or _came(one)
        if day is None and any(_links(one)):
            message = "there is no record that anybody looked whether this link works"
            yield Problem(one, ("checked",), message, "Open it, and add checked: and the day.")
        elif day is not None and months_between(day, at.today) >= at.limit("LIB-03.months"):
            message = f"nobody has looked at this since {say_month(day)}"
            yield Problem(one, ("checked",), message, "Open it, and write the day in checked:.")


def _came(one: "Resource") -> date | None:
    """The day of the session that a resource came from."""
    return read_date(one.from_[:10]).value if one.from_ else None


@check("LIB-04", WARNING, on="programme")
def not_for_all(at: Programme) -> Iterator[Problem]:
    """A podcast has no transcript, or a video no captions.

    Why: Those who do not hear it, and those who are in a full train, are left out. The law on accessibility of
    public bodies' websites asks for both.

    Bad:
        - {title: Forms and families, kind: podcast}

    Good:
        - {title: Forms and families, kind: podcast, transcript: "https://example.org/aloud/12"}
    """
    for one in _library(at):
        if one.kind == "podcast" and not one.transcript:
            message = "this podcast has no transcript"
            yield Problem(one, ("transcript",), message, "Add transcript: and where it is.")
        if one.kind == "video" and one.captions != "yes":
            message = "this video has no captions"
            yield Problem(one, ("captions",), message, "Caption it, and add captions: yes.")


@check("LIB-05", INFO, on="programme")
def twice(at: Programme) -> Iterator[Problem]:
    """The same title or link stands twice in the library.

    Why: Two entries for one thing are checked, tagged and recommended separately. Two things on one page are two
    entries: say so with `part_of:`. The front page of a website is compared only between websites.

    Bad:
        - {title: Citizen Leadership Toolkit, kind: toolkit}
        - {title: Citizen leadership toolkit, kind: guide}

    Good:
        - {title: Citizen Leadership Toolkit, kind: toolkit}
    """
    titles: dict[str, Resource] = {}
    pages: dict[str, Resource] = {}
    for one in _library(at):
        title, page = fold(one.title), _page(one)
        if title and titles.setdefault(title, one) is not one:
            message = f"“{one.title}” stands in the library already"
            yield Problem(one, ("title",), message, "Keep one of the two.")
        elif page and (other := pages.setdefault(page, one)) is not one and not _together(one, other):
            message = f"this is the link of “{other.title}”, too"
            yield Problem(one, ("link",), message, "Keep one of the two, or add part_of: and the other's id.")


def _page(one: "Resource") -> str:
    """A link for comparing; empty for the front page of a website on which something else is found."""
    page = _START.sub("", one.link.casefold(), count=1).rstrip("/")
    return page if "/" in page or one.kind == "website" else ""


def _together(one: "Resource", other: "Resource") -> bool:
    """Whether one is part of the other, or both of a third."""
    return bool(
        (one.part_of and one.part_of in (other.id, other.part_of)) or (other.part_of and other.part_of == one.id)
    )
