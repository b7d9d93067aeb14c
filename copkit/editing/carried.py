"""Read a blueprint's settings, which came from elsewhere: what fits is taken, the rest is said and left out."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from copkit.dates import parse_pattern, zone_problem
from copkit.dates.rules import read_weeks
from copkit.findings import Finding, Severity
from copkit.models.blueprint import FORMAT, SETTINGS, BlueprintSettings
from copkit.models.community import Rhythm
from copkit.models.decode import decode
from copkit.models.vocabularies import LEADS
from copkit.yamlfile import Document, read

LONGEST = 1000
"""Characters: a longer line is no purpose, principle or practice."""
MOST = 100
"""Items of a list; more than this is no blueprint."""
MOST_MEETINGS = 60
LISTS = ("purpose", "roles", "running_orders", "practices", "feedback_form", "must_stay", "may_change", "risks")


class Read(NamedTuple):
    """The settings, or None where the file is none; and what to say about it."""

    settings: BlueprintSettings | None
    findings: tuple[Finding, ...]


def read_settings(data: bytes, name: str) -> Read:
    """The settings in a file of that name. Never raises; any error means that nothing is to be made from it."""
    document = read(data, name)
    decoded = decode(document, SETTINGS)
    findings = [*document.findings, *decoded.findings]
    if not decoded.records:
        if not any(one.severity is Severity.ERROR for one in findings):
            findings.append(_error(document, (), "this file holds no settings of a blueprint", _COPY))
        return Read(None, tuple(findings))
    settings: BlueprintSettings = decoded.records[0][1]
    if not _is_blueprint(document):
        findings.append(_error(document, (), "this file holds no settings of a blueprint", _COPY))
    if settings.format > FORMAT:
        told = f"this blueprint has form {settings.format}, and this copkit reads up to {FORMAT}"
        findings.append(_error(document, ("format",), told, "Update copkit."))
    findings += _too_much(document, settings)
    tame = _Tame(document, findings)
    return Read(tame.settings(settings), tuple(sorted(findings, key=lambda one: one.order)))


_COPY = "Take the file blueprint-COMMUNITY.yaml that “copkit blueprint” wrote beside the document."


def _is_blueprint(document: Document) -> bool:
    """Whether a file says that it is one, so that no community.yaml is taken for it."""
    return isinstance(document.data, dict) and "format" in document.data


def _error(document: Document, path: tuple[str | int, ...], message: str, fix: str) -> Finding:
    return Finding("REF-08", Severity.ERROR, document.where(*path), message, fix)


def _too_much(document: Document, settings: BlueprintSettings) -> Iterable[Finding]:
    for key in LISTS:
        if (number := len(getattr(settings, key))) > MOST:
            yield _error(document, (key,), f"{key} has {number} items; the most is {MOST}", "Shorten it.")
    for path, text in _texts(document.data, ()):
        if len(text) > LONGEST:
            yield _error(document, path, f"this text has {len(text)} letters; the most is {LONGEST}", "Shorten it.")


def _texts(data: Any, path: tuple[str | int, ...]) -> Iterable[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, item in data.items():
            yield from _texts(item, (*path, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _texts(item, (*path, index))


class _Tame:
    """Takes what a sibling can use. What cannot be used is said as a warning and left out."""

    def __init__(self, document: Document, findings: list[Finding]) -> None:
        self.document = document
        self.findings = findings

    def settings(self, one: BlueprintSettings) -> BlueprintSettings:
        return one.but(
            rhythm=self._rhythm(one.rhythm), running_orders=tuple(map(_order, one.running_orders))
        )

    def _rhythm(self, one: Rhythm) -> Rhythm:
        own = Rhythm()
        kept = {
            "pattern": self._fits("pattern", one.pattern, lambda _: _can_be_read(one.patterns), ""),
            "every": self._fits("every", one.every, lambda text: read_weeks(text).value is not None, ""),
            "zones": self._fits("zones", one.zones, lambda names: not any(map(zone_problem, names)), ()),
            "meetings": self._fits("meetings", one.meetings, lambda n: 0 < n <= MOST_MEETINGS, own.meetings),
            "in_person": tuple(number for number in one.in_person if 0 < number <= (one.promised or MOST_MEETINGS)),
        }
        if len(one.break_months) >= 12:
            kept["break_months"] = self._fits("break_months", one.break_months, lambda months: False, ())
        return one.but(dates=(), venue="", link="", **kept)

    def _fits(self, key: str, given: Any, good: Callable[[Any], bool], otherwise: Any) -> Any:
        if not given or good(given):
            return given or otherwise
        place = self.document.where("rhythm", key)
        told = f"rhythm: {key}: this cannot be used, and is left out"
        self.findings.append(
            Finding("REF-08", Severity.WARNING, place, told, "Write it in community.yaml yourself.")
        )
        return otherwise


def _can_be_read(patterns: Iterable[str]) -> bool:
    return all(parse_pattern(text).value is not None for text in patterns)


def _order(one: Any) -> Any:
    """A running order whose items are led by roles, never by a name."""
    items = tuple(
        item if item.lead in LEADS or not item.lead else item.but(lead="")
        for item in one.items
    )
    return one.but(items=items)
