"""What came of the talk: initiatives, adoption, evidence, groups, stories and practices."""

from collections.abc import Iterator

from copkit.exporters.communities import COMMUNITY
from copkit.exporters.fields import columns_of, values_of
from copkit.exporters.table import Column, Export, Part, Row, Table
from copkit.metrics.standing import adopted_on
from copkit.metrics.stories import BESIDE, LADDER, furthest, stories
from copkit.models.group import Group, GroupReport
from copkit.models.initiative import Evidence, Initiative
from copkit.models.practices import PracticeEntry
from copkit.models.story import Story

INITIATIVE = Column("initiative")
_INITIATIVE = columns_of(Initiative, "stage")
_EVIDENCE = columns_of(Evidence)
_GROUP = columns_of(Group)
_REPORT = columns_of(GroupReport)
_STORY = columns_of(Story)
_PRACTICE = columns_of(PracticeEntry)
_CYCLES = ("orienting", *LADDER, *BESIDE[:2])


def _there(export: Export) -> Iterator[tuple[Part, str, Initiative]]:
    """The initiatives that had surfaced by the end of the period."""
    for part in export.parts:
        for name, one in part.told.view.initiatives.items():
            yield part, name, one


def _initiatives(export: Export) -> Iterator[Row]:
    for part, name, one in _there(export):
        stage = part.told.view.stage(one)
        yield {**values_of(one, _INITIATIVE), "community": part.id, "initiative": name, "stage": stage}


INITIATIVES = Table(
    "initiatives",
    (COMMUNITY, INITIATIVE, Column("stage"), *_INITIATIVE),
    _initiatives,
)


def _adoption(export: Export) -> Iterator[Row]:
    for part, name, one in _there(export):
        for organisation, key in part.told.view.listed(one).items():
            yield {
                "community": part.id,
                "initiative": name,
                "organisation": organisation,
                "status": part.told.view.status(one.adoption[key]),
                "adopted": adopted_on(one.adoption[key]),
            }


ADOPTION = Table(
    "adoption",
    (
        COMMUNITY,
        INITIATIVE,
        Column("organisation"),
        Column("status"),
        Column("adopted", kind="date"),
    ),
    _adoption,
)


def _evidence(export: Export) -> Iterator[Row]:
    for part, name, one in _there(export):
        for measured in one.evidence:
            if measured.date is None or measured.date <= part.told.day:
                few = measured.n is not None and export.door.hides(measured.n)
                shown = measured.but(before="", after="") if few else measured
                yield {**values_of(shown, _EVIDENCE), "community": part.id, "initiative": name}


EVIDENCE = Table("evidence", (COMMUNITY, INITIATIVE, *_EVIDENCE), _evidence)


def _groups(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for name, one in part.told.community.groups.items():
            yield {**values_of(one, _GROUP), "community": part.id, "group": name}


GROUP = Column("group")
GROUPS = Table("groups", (COMMUNITY, GROUP, *_GROUP), _groups)


def _reports(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for name, one in part.told.community.groups.items():
            for report in one.reports:
                yield {**values_of(report, _REPORT), "community": part.id, "group": name}


REPORTS = Table(
    "group_reports",
    (COMMUNITY, GROUP, *_REPORT),
    _reports,
    audience="members",
)


def _stories(export: Export) -> Iterator[Row]:
    """The stories of the period."""
    for part in export.parts:
        for story, source in stories(part.told):
            told: dict[str, str | None] = {cycle: story.cycles.get(cycle) for cycle in _CYCLES}
            name = source.what.removeprefix("stories/")
            reached = {"community": part.id, "story": name, "furthest": furthest(story)}
            yield {**values_of(story, _STORY), **told, **reached}


STORIES = Table(
    "stories",
    (
        COMMUNITY,
        Column("story"),
        Column("furthest"),
        *_STORY,
        *(Column(cycle) for cycle in _CYCLES),
    ),
    _stories,
)


def _practices(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for one in part.told.community.other.get("practices", {}).values():
            yield {**values_of(one, _PRACTICE), "community": part.id}


PRACTICES = Table(
    "practices",
    (COMMUNITY, *_PRACTICE),
    _practices,
)
