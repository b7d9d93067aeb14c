"""A plan that `schedule` wrote: a line at its end says so, and by it what somebody changed since is known.

The line holds a digest of every value, under the session's own name: a copy under another name is somebody's. How
it is laid out does not count, nor that remarks were taken out; a remark that was added does: it was typed.
The digest of the remarks is for those of another template: a later copkit's, or the workspace's own.
"""

import hashlib
import json
from datetime import date
from functools import lru_cache
from typing import Any, get_args

from copkit.models.base import Place
from copkit.models.session import Plan
from copkit.new.plan import NewPlan, Team, plan_file
from copkit.new.texts import Home
from copkit.patterns import when_used
from copkit.yamlfile import Data, Document, read

_LINE = "# copkit schedule may redo this plan until somebody changes it ({values} {remarks})\n"
_SIGNED = when_used(r"(?m)^# copkit schedule may redo this plan .*\(([0-9a-f]{8}) ([0-9a-f]{8})\)[ \t]*\r?$")
_REMARK = when_used(r"(?m)(?:^|[ \t])#[ \t]*(.*?)[ \t]*\r?$")
_SCHEMA = "yaml-language-server:"
_SOMETHING = "changed"
_REMARKS = "remarks"


def scheduled_plan(home: Home, path: str, plan: NewPlan) -> bytes:
    """The file of a plan that `schedule` makes."""
    data = plan_file(home, path, plan)
    values, remarks = _of_values(path, read(data, path)), _digest(sorted(_remarks(data.decode())))
    return data + _LINE.format(values=values, remarks=remarks).encode()


def changed_since(home: Home, path: str, data: bytes, plan: Plan) -> str | None:
    """What somebody changed in a plan since `schedule` wrote it, in a word; empty for nothing.

    None where it was not written by `schedule`, as far as the file says.
    """
    text = data.decode("utf-8", "replace")
    signs = _SIGNED.findall(text)
    if not signs:
        return None
    typed = read(data, path)
    if typed.findings or len(signs) > 1 or signs[0][0] != _of_values(path, typed):
        return _what(home, path, typed.data, plan)
    remarks = _remarks(_SIGNED.sub("", text))
    as_written = signs[0][1] == _digest(sorted(remarks)) or remarks <= _usual_remarks(home)
    return "" if as_written else _REMARKS


def _of_values(path: str, document: Document) -> str:
    return _digest([path.rpartition("/")[2], _filled(document.data)])


def _digest(said: Any) -> str:
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _filled(data: Any) -> Any:
    """The values that there are: a gap says nothing."""
    if isinstance(data, dict):
        return {key: value for key, one in data.items() if (value := _filled(one)) not in ({}, [], None)}
    return [_filled(one) for one in data] if isinstance(data, list) else data


def _what(home: Home, path: str, typed: Data | None, plan: Plan) -> str:
    """The first field that says more than a plan of its day, number, place and people would."""
    if plan.date is None or plan.start is None or plan.place is None:
        return _SOMETHING
    team = Team(*(getattr(plan.team, role) for role in Team._fields))
    minutes = plan.briefing.minutes or 0
    same = NewPlan(
        plan.number or 0, plan.date, plan.start, plan.place, team, plan.minutes, briefing_minutes=minutes
    )
    usual, found = (_filled(one) for one in (read(plan_file(home, path, same), path).data, typed))
    if not (isinstance(usual, dict) and isinstance(found, dict)):
        return _SOMETHING
    return next((key for key in found if found[key] != usual.get(key)), _SOMETHING)


def _remarks(text: str) -> frozenset[str]:
    return frozenset(one for one in _REMARK.findall(text) if one and not one.startswith(_SCHEMA))


@lru_cache(maxsize=8)
def _usual_remarks(home: Home) -> frozenset[str]:
    """Every remark that stands in a new plan, wherever it is held."""
    plans = (NewPlan(1, date(2000, 1, 1), "10:00", place) for place in get_args(Place))
    texts = (plan_file(home, "communities/any/sessions/2000-01-01.yaml", plan).decode() for plan in plans)
    return frozenset[str]().union(*map(_remarks, texts))
