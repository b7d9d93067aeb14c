"""Runs checks over a workspace, one community at a time, and turns their problems into findings."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from copkit.checks.accepting import Acceptances
from copkit.checks.context import Community, Context, Everything, Later, Place, Programme, place_of
from copkit.checks.history import Version
from copkit.checks.look import Known
from copkit.checks.private import masked
from copkit.checks.problem import Problem
from copkit.checks.registry import ALWAYS, Check, Scope, registry
from copkit.checks.resolve_shared import OWN_WORDS, Keywords
from copkit.findings import Finding, Position, Severity
from copkit.models.vocabularies import LEADS, VOCABULARIES
from copkit.people.files import unread
from copkit.schedule.overlaps import Sitting
from copkit.workspace import CommunityFiles, Shared, Tree, community_ids, load_community, load_shared
from copkit.workspace.commissions import typed_commissions
from copkit.workspace.data_format import CURRENT
from copkit.workspace.load import no_collection

UNACCEPTABLE = frozenset({"REF-14", "PRV-10"})
A_WEEK = 5
"""Of working days."""


class Slot(NamedTuple):
    """When a session sits, where its plan is, and whether its team has accepted an overlap."""

    sitting: Sitting
    position: Position
    accepted: bool


Checked = tuple[list[Finding], list[Slot]]
"""What was found in one community, and when its coming sessions sit."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which checks run: by codes or families; all when left out."""

    codes: frozenset[str]
    least: Severity = Severity.INFO

    @classmethod
    def of(cls, only: Iterable[str] = (), least: Severity = Severity.INFO) -> "Selection":
        """The checks of some codes and families. A name that is neither is refused with a KeyError."""
        wanted = [name.upper() for name in only]
        if not wanted:
            return cls(frozenset(registry()), least)
        codes = set()
        for name in wanted:
            found = {code for code in registry() if name in (code, code[:3])}
            if not found:
                raise KeyError(name)
            codes |= found
        return cls(frozenset(codes), least)


Each = Callable[[Context, Tree, Sequence[str], Selection], Iterator[Checked]]


def check(
    tree: Tree,
    *,
    today: date | None = None,
    default_today: Callable[[Shared], date] | None = None,
    communities: Collection[str] = (),
    selection: Selection | None = None,
    tracked: Collection[str] | None = None,
    versions: Mapping[str, tuple[Version, ...]] | None = None,
    of_programme: Selection | None = None,
    each: Each | None = None,
) -> Iterator[Finding]:
    """Everything that is wrong in a workspace: the programme's files, then each community's, in order of place.

    `of_programme` are the checks of the programme's files, where they are not the same. `each` checks the
    communities: one by one, unless somebody knows a quicker way.
    Only one community is in memory at a time. Without `today`, `default_today` is asked once the settings are read.
    """
    selection = selection or Selection.of()
    shared = load_shared(tree)
    day = today or (default_today(shared) if default_today else date.min)
    context = make_context(tree, shared, day, tracked, versions)
    yield from check_programme(context, of_programme or selection)
    slots: list[Slot] = []
    wanted = [name for name in context.communities if not communities or name in communities]
    with no_collection():
        for found, sitting in (each or one_by_one)(context, tree, wanted, selection):
            slots.extend(sitting)
            yield from found
    if "SCH-09" in selection.codes:
        slots.extend(_others(tree, context, slots, wanted))
        yield from _together(slots, set(wanted), context, selection)


def make_context(
    tree: Tree,
    shared: Shared,
    today: date,
    tracked: Collection[str] | None = None,
    versions: Mapping[str, tuple[Version, ...]] | None = None,
) -> Context:
    """What holds for a whole run."""
    ids = tuple(community_ids(tree))
    limits: dict[str, int] = {}
    for one in registry().values():
        limits.update(one.defaults)
    limits["DOM-03.warning"] = shared.programme.review_domain_every_months
    limits["NOT-01.warning"] = shared.programme.notes_within_days
    limits["FBK-03.forms"] = shared.programme.hide_counts_below
    limits["PRV-06.months"] = shared.programme.keep_leavers_months
    limits.update({name: n for name, n in shared.programme.thresholds.items() if name in limits})
    return Context(
        today,
        shared,
        limits,
        ids,
        None if tracked is None else frozenset(tracked),
        lambda community: _session_ids(tree, community),
        lambda community: _initiative_ids(tree, community),
        lambda path: tree.read(path.replace("\\", "/")).data is not None,
        lambda path: (tree.read(path).data or b"")[:2000].decode("utf-8", "replace").split("\n")[0],
        Known(_known_names(shared, ids)),
        versions,
        lambda community: _waiting(tree, shared.programme.private_dir, community),
        lambda: typed_commissions(tree, ids),
    )


def _waiting(tree: Tree, private: str, community: str) -> Collection[str]:
    """The sessions of which people's own words wait to be read, where the private folder is at hand.

    What waits of the form of three months later is marked as the command that reads it wants it.
    """
    ending, found = ".held.csv", set()
    for folder, mark in (("feedback", ""), ("follow_up", " --follow-up")):
        paths = tree.files(f"{private.strip('/') or 'private'}/{folder}/{community}")
        names = (path.rpartition("/")[2] for path in paths)
        found |= {name.removesuffix(ending) + mark for name in names if name.endswith(ending)}
    return found


def _session_ids(tree: Tree, community: str) -> Collection[str]:
    paths = tree.files(f"communities/{community}/sessions")
    return {path.rpartition("/")[2].removesuffix(".yaml").removesuffix(".notes") for path in paths}


def _initiative_ids(tree: Tree, community: str) -> Collection[str]:
    paths = tree.files(f"communities/{community}/initiatives")
    return {path.rpartition("/")[2].removesuffix(".yaml") for path in paths}


def _known_names(shared: Shared, communities: tuple[str, ...]) -> Mapping[str, Container[str]]:
    own = shared.programme.vocabularies
    words = {name: {*known, *getattr(own, name)} for name, known in VOCABULARIES.items()}
    no_people = unread("people", shared.files.findings)
    no_organisations = unread("organisations", shared.files.findings)
    return {
        "person": Everything() if no_people else shared.people.keys(),
        "lead": Everything() if no_people else {*LEADS, *shared.people},
        "organisation": Everything() if no_organisations else shared.organisations.keys(),
        "community": communities,
        "method": Later(lambda: shared.methods.names),
        "metric": Later(_metrics),
        "session": (),
        "initiative": (),
        "entry": (),
        "action": (),
        "keyword": Keywords(),
        **dict.fromkeys(OWN_WORDS, ()),
        **words,
    }


def _metrics() -> Collection[str]:
    from copkit.metrics import registry as metrics

    return metrics()


def check_programme(context: Context, selection: Selection) -> list[Finding]:
    """The findings of the programme's files."""
    at = Programme(context)
    collect = _Collect(at, selection, "communities/programme/programme.yaml")
    collect.read()
    for one in _of(selection, "files", "programme"):
        collect.run(one, one.find(at))
    return collect.done()


def one_by_one(context: Context, tree: Tree, names: Sequence[str], selection: Selection) -> Iterator[Checked]:
    """What is found in each community, in order."""
    for name in names:
        yield check_community(context, load_community(tree, name), selection)


def check_community(context: Context, community: CommunityFiles, selection: Selection) -> Checked:
    """The findings of one community's files, and when its coming sessions sit. A function of its arguments."""
    at = Community(context, community)
    collect = _Collect(at, selection, f"communities/{community.id}/community.yaml")
    collect.read()
    for one in _of(selection, "files"):
        collect.run(one, one.find(at))
    if community.files.knows(community.about):
        for one in _of(selection, "community"):
            if at.about.stage not in one.not_in and (one.closed or not at.closed):
                collect.run(one, one.find(at))
    _sessions(at, collect, selection)
    slots = [] if at.closed or "SCH-09" not in selection.codes else _slots(at, collect)
    return collect.done(), slots


def _sessions(at: Community, collect: "_Collect", selection: Selection) -> None:
    every = [one for one in _of(selection, "session") if one.closed or not at.closed]
    for session in at.community.sessions if every else ():
        distance = (at.today - session.date).days
        for one in every:
            collect.run(one, one.find(session, at), distance)
    coming = _of(selection, "coming")
    for session in at.coming if coming and not at.closed else ():
        distance = (session.date - at.today).days
        for one in coming:
            if collect.due(one, distance):
                collect.run(one, one.find(session, at), distance)


def _of(selection: Selection, *scopes: Scope) -> list[Check]:
    return [one for code, one in registry().items() if one.scope in scopes and code in selection.codes]


class _Collect:
    """Gathers the findings of one set of files: places, severities and acceptances."""

    def __init__(self, at: Place, selection: Selection, main: str) -> None:
        self.at = at
        self.main = main
        self.selection = selection
        self.accepted = Acceptances(at.files, at.today)
        self.findings: list[Finding] = []

    def read(self) -> None:
        """Take what reading the files found; that an older format has fields that are no more is said once."""
        codes = self.selection.codes - ({"REF-15"} if self.at.shared.programme.format < CURRENT else set())
        for finding in self.at.files.findings:
            if finding.code in codes and not self.accepted.covers_read(finding):
                self._keep(finding)

    def run(self, one: Check, problems: Iterable[Problem] | None, distance: int | None = None) -> None:
        """Take what a check found."""
        for problem in problems or ():
            severity = self.severity(one, problem, distance)
            if severity is None:
                continue
            place = problem.at or place_of(self.at.files, problem.record, problem.path, self.main)
            waits = severity is Severity.WARNING and self.waits(one, problem, distance)
            finding = Finding(one.code, severity, place, problem.message, problem.fix, waits=waits)
            if not self._accepted(finding, problem):
                self._keep(finding)

    def _accepted(self, finding: Finding, problem: Problem) -> bool:
        if finding.code in UNACCEPTABLE:
            return False
        if problem.record is not None:
            return self.accepted.covers(finding.code, problem.record)
        return self.accepted.covers_read(finding)

    def severity(self, one: Check, problem: Problem, distance: int | None) -> Severity | None:
        """How grave a problem is on the day; None when it is not yet one."""
        if problem.severity is not None or one.steps is None:
            return problem.severity or one.severity
        here = problem.distance if problem.distance is not None else distance
        if here is None:
            return one.severity
        for severity, limit in one.steps.limits:
            if limit == ALWAYS:
                return severity
            limit = self.at.context.limits[f"{one.code}.{severity.word}"]
            if (here <= limit) if one.steps.way == "before" else (here >= limit):
                return severity
        return None

    def waits(self, one: Check, problem: Problem, distance: int | None) -> bool:
        """Whether it is early: the first session is far away, or this one, and within a working week no error."""
        if one.to_begin and self.at.beginning:
            return True
        here = problem.distance if problem.distance is not None else distance
        error = self.at.context.limits.get(f"{one.code}.error")
        if here is None or error is None or one.steps is None or one.steps.way != "before":
            return False
        return here - A_WEEK > error

    def due(self, one: Check, distance: int) -> bool:
        """Whether a check has anything to say so long before a session."""
        if one.steps is None or one.steps.way != "before" or any(limit == ALWAYS for _, limit in one.steps.limits):
            return True
        limits = self.at.context.limits
        return distance <= max(limits[f"{one.code}.{severity.word}"] for severity, _ in one.steps.limits)

    def done(self) -> list[Finding]:
        """The findings in order, with those about the acceptances themselves."""
        one = registry()["REF-14"]
        if one.code in self.selection.codes:
            ran = self.selection.codes - {"SCH-09"}
            self.run(one, self.accepted.problems(ran))
        told = {finding.position for finding in self.findings if finding.code == "PRV-02"}
        kept = [one for one in self.findings if one.code != "REF-05" or one.position not in told]
        return sorted(kept, key=lambda finding: finding.order)

    def _keep(self, finding: Finding) -> None:
        """Keep a finding, without the personal details that its words may quote from a file."""
        if finding.severity >= self.selection.least:
            self.findings.append(finding._replace(message=masked(finding.message), fix=masked(finding.fix)))


def _slots(at: Community, collect: _Collect) -> list[Slot]:
    """When the coming sessions sit, light enough to keep for every community."""
    from copkit.schedule.rows import sittings_of

    coming = replace(at.community, sessions=tuple(at.coming))
    return [
        Slot(
            sitting,
            at.files.where(session.plan, "date"),
            collect.accepted.covers("SCH-09", session.plan) or collect.accepted.covers("SCH-09", at.about),
        )
        for session, sitting in zip(at.coming, sittings_of(coming, at.shared.register), strict=True)
    ]


def _others(tree: Tree, context: Context, slots: list[Slot], checked: list[str]) -> Iterator[Slot]:
    """The sittings of communities that were not asked for, where a plan of theirs names one of the days."""
    if len(checked) == len(context.communities):
        return
    from copkit.workspace.nearby import Meetings

    days = {slot.sitting.day for slot in slots}
    quiet = Selection(frozenset({"SCH-09"}), Severity.ERROR)
    for name in Meetings(tree).on(days, checked):
        yield from check_community(context, load_community(tree, name), quiet)[1]


def _together(slots: list[Slot], wanted: set[str], context: Context, selection: Selection) -> Iterator[Finding]:
    """SCH-09 for each side of an overlap that was asked for."""
    from copkit.checks.schedule import overlap_problems

    one = registry()["SCH-09"]
    if one.severity < selection.least:
        return
    by_session = {(slot.sitting.community, slot.sitting.session): slot for slot in slots}
    found = []
    for key, message, fix in overlap_problems([slot.sitting for slot in slots]):
        slot = by_session[key]
        if key[0] in wanted and not slot.accepted:
            found.append(Finding(one.code, one.severity, slot.position, message, fix))
    yield from sorted(found, key=lambda finding: finding.order)
