"""What each field refers to: one that looks like a reference is followed by the one resolver, or says why not."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from copkit.checks import check
from copkit.checks.resolve import _FOLLOW, _WHO
from copkit.checks.resolve_shared import WITHIN
from copkit.findings import Finding, Severity
from copkit.models.base import MOST, Part
from copkit.models.fields import Field, Shape, fields
from copkit.models.kinds import KINDS
from copkit.workspace import Folder
from tests.checks.workspaces import BASE
from tests.cli.year.conftest import write_files

LOOKS = re.compile(
    "who|by|for|kind|role|people|members?|organisations?|community|communities|sessions?|theme|shared_themes"
    "|in_scope|out_of_scope|initiatives?|skills|tags|topic|selected|reading|part_of|because_of|from|owner|sponsor"
    "|host|lead|authors|(confirmed|decided|made|led|helped)_by|provider|board|serves|agenda|framework|label|capture"
    "|groups|channels|published|file|check|resource"
)
"""Keys under which people expect to name something that stands elsewhere, or a word that is known."""
AS_TYPED = "It is printed as it is typed, and may be anything outside the workspace."
WHY: dict[str, str] = {
    **dict.fromkeys(
        ("Resource.by", "Resource.role", "Opportunity.by", "Accreditation.by", "Opening.by", "Commission.by",
         "Commission.provider", "Initiative.board", "Initiative.made_by", "Initiative.people", "Domain.people",
         "Domain.decided_by", "Method.people", "People.for", "NewsletterItem.for", "RoleCard.helped_by",
         "Story.confirmed_by", "Cohort.framework", "Inquiry.channels", "Inquiry.groups", "Community.channels",
         "CalendarEntry.kind", "Activity.topic", "Heard.role", "Briefing.role", "Onboarding.role",
         "Neighbour.shared_themes", "Domain.in_scope", "Domain.out_of_scope", "Plan.theme", "Programme.licence",
         "Organisation.ods", "Plan.catering", "BlueprintNotes.costs", "Request.topic", "Ask.who"),
        AS_TYPED,
    ),
    **dict.fromkeys(
        ("Resource.tags", "Community.tags", "Plan.tags", "Initiative.tags", "Story.tags"),
        "Words to find it by: whoever types one makes it.",
    ),
    **dict.fromkeys(
        ("Resource.id", "Challenge.criteria", "Programme.workspace", "Community.id",
         "Issued.uid", "Vocabularies.skills", "Vocabularies.resource", "Person.name", "Person.also_known_as"),
        "It is the name that others refer to.",
    ),
    "Accept.check": "REF-14 knows the codes.",
    "Programme.accent": "A colour in six digits, which its own rule reads.",
    "Replies.access": "Needs in words, with how many have each.",
    "Replies.meals": "Diets in words, with how many keep each.",
    "Programme.thresholds": "REF-05 knows the thresholds.",
    "BlueprintNotes.sections": "BLU-01 knows the parts.",
    "Plan.serves": "DOM-04 knows the questions.",
    "Plan.agenda": "AGE-01 knows the running orders.",
    "Rhythm.zones": "Reading knows the zones.",
    "HealthRule.label": "Which figures a metric has depends on what was noted; one that it has not is not known.",
    "HealthGrid.answers": "The questions are the programme's own.",
    "Issued.start": "Written by `copkit calendar` alone.",
    "Issued.end": "Written by `copkit calendar` alone.",
    "Held.start": "Written by `copkit calendar` alone.",
    "Held.end": "Written by `copkit calendar` alone.",
    "Issued.digest": "Written by `copkit calendar` alone.",
    "Notes.capture": "Read line by line; NOT-03 knows the names in it.",
    "Notes.minutes": "Of those in `present`, which is followed.",
    "Notes.led_by": "The names are found where it is counted; notes are kept as typed.",
    "Story.cycles": "Reading knows the words.",
    "Onboarding.skills": "It has moved to the private folder, and PRV-02 says so.",
    "OwnOnboarding.skills": "It is the leader's own, and no check reads it.",
}  # fmt: skip


def models() -> Iterator[type[Part]]:
    """Every part of every kind of file."""
    found: list[type[Part]] = [kind.record for kind in KINDS.values()]
    for model in found:
        yield model
        parts = (part for field in fields(model).values() for part in field.shape.parts())
        found += [part for part in dict.fromkeys(parts) if part not in found]


EVERY = {f"{model.__name__}.{field.key}": field for model in models() for field in fields(model).values()}


def is_text(shape: Shape) -> bool:
    """Whether words of one's own may stand there."""
    inner = (*shape.of[-1:], *shape.either[1:])
    return shape.form in ("text", "any", "mapping") or any(is_text(one) for one in inner if one.model is None)


def looks(field: Field) -> bool:
    """Whether a field looks as if it named something: by its key, its class, or because its keys are names."""
    about = field.about
    declared = about.use == "id" or about.personal == "name" or field.shape.form == "mapping"
    return (declared or LOOKS.fullmatch(field.key) is not None) and is_text(field.shape)


def test_each_field_that_looks_like_a_reference_is_followed_or_says_why_not() -> None:
    unsaid = {name for name, field in EVERY.items() if looks(field) and not field.about.of}
    assert unsaid - WHY.keys() == set()
    assert WHY.keys() - unsaid == set()


def test_whatever_is_declared_is_followed() -> None:
    assert {field.about.of for field in EVERY.values() if field.about.of} <= {*_FOLLOW, *_WHO, *WITHIN, "session"}


def test_a_number_whose_words_name_a_range_keeps_to_it() -> None:
    numbers = {name: field for name, field in EVERY.items() if field.shape.forms() & {"whole", "decimal"}}
    for name, field in numbers.items():
        inner = field.shape.of[-1] if field.shape.of else field.shape
        ranged = re.search(r"\b1 to (\d)\b|per cent", field.about.description)
        if ranged:
            assert inner.high < MOST, f"{name}: {field.about.description}"


TWO = {"two/community.yaml": "id: two\nname: Two\n", "two/initiatives/lounge.yaml": "name: A lounge\n"}
SETTINGS = (BASE / "communities/programme/programme.yaml").read_text()
CALL = "- name: Frailty\n  criteria: {need: 1}\n  entries:\n"
BOOK = "- {title: A, kind: book, why: Short, checked: 2026-04-01"
NAMES: dict[str, tuple[str, str, str, str]] = {
    "criterion": ("challenges.yaml", f"{CALL}    - {{title: Car, by: icb, scores: {{X: 4}}}}", "need", "nead"),
    "entry": (
        "challenges.yaml", f"{CALL}    - {{title: Falls car, by: icb, scores: {{need: 4}}}}\n  selected: [X]",
        "Falls car", "Falls cart",
    ),
    "initiative of any community": (
        "challenges.yaml", f"{CALL}    - {{title: Car, by: icb, initiative: X, scores: {{need: 4}}}}",
        "lounge", "lounges",
    ),
    "finding": (
        "inquiries/one.yaml", "name: Conditions\nfindings:\n  - {id: trust, found: Trust}\n"
        "activities:\n  - {what: Pairs, because_of: X}", "trust", "trusts",
    ),
    "work": (
        "library.yaml", "- {id: report, title: The report, kind: book, why: Short, checked: 2026-04-01}\n"
        "- {title: A chapter, kind: book, why: Shorter, part_of: X, checked: 2026-04-01}", "report", "reprot",
    ),
    "reader": ("library.yaml", f"{BOOK}, for: [X]}}", "chair", "chairs"),
    "session": ("library.yaml", f"{BOOK}, community: one, from: X}}", "2026-06-09", "2026-06-08"),
    "month": ("library.yaml", f"{BOOK}, published: X}}", "2019-06", "2019-13"),
    "picture": (
        "library.yaml", f"{BOOK}, image: {{file: X, alt: A}}}}", "communities/one/members.yaml", "members.png",
    ),
    "reading": ("onboarding/jo.ng.yaml", "who: jo.ng\nreading: [X]\n", "The Art of Change Making", "art-of-chance"),
    "item": ("newsletters/2026-W24.yaml", "date: 2026-01-09\nitems:\n  - {kind: X, text: Hello}", "news", "newz"),
    "communities": ("calendar.yaml", "- {name: Fair, date: 2026-07-01, communities: [X]}", "one", "onee"),
    "keyword": (
        "running-orders.yaml", "online-own:\n  items:\n    - {minutes: 90, kind: dialogue, capture: X}",
        "ask offer", "ask ofer",
    ),
    "skill": ("programme.yaml", f"{SETTINGS}skills_in:\n  X: [Here]\n", "self-reflect", "self-reflekt"),
}  # fmt: skip
"""Of each thing that may be named: a file, with X where it is; a name that leads there, and one that does not."""


def found(root: Path, path: str, text: str) -> list[Finding]:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    write_files(root, TWO | {f"programme/{path}": text})
    every = check(Folder(root), default_today=lambda shared: shared.programme.as_of)
    return [one for one in every if one.code in ("REF-01", "REF-06", "REF-11") and path in one.position.path]


@pytest.mark.parametrize("what", NAMES)
def test_what_leads_nowhere_is_told_with_its_place_and_what_was_meant(what: str, tmp_path: Path) -> None:
    path, text, right, wrong = NAMES[what]
    assert found(tmp_path, path, text.replace("X", right)) == []
    (one,) = found(tmp_path, path, text.replace("X", wrong))
    place = next(number for number, line in enumerate(text.splitlines(), 1) if "X" in line)
    assert one.position.line == place
    assert one.position.column > 1
    assert one.fix
    assert wrong.split()[-1] in one.message


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("challenges.yaml", f"{CALL}    - {{title: Car, by: icb, scores: {{need: X}}}}"),
        ("health-rules.yaml", "own:\n  question: Q\n  metric: D1\n  side: at-least\n  per_cent: X\n"),
        ("library.yaml", f"{BOOK}, year: X}}"),
    ],
)
def test_a_number_out_of_its_range_is_told_with_its_place(path: str, text: str, tmp_path: Path) -> None:
    (one,) = found(tmp_path, path, text.replace("X", "20199"))
    assert (one.code, one.severity) == ("REF-11", Severity.ERROR)


def test_a_newsletter_is_of_a_week_that_there_is(tmp_path: Path) -> None:
    def told(week: str) -> list[str]:
        write_files(tmp_path / week, {f"programme/newsletters/{week}.yaml": "title: News\n"})
        return [one.message for one in check(Folder(tmp_path / week)) if one.code == "REF-12"]

    assert told("2026-W53") == told("2020-W53") == []  # both years have 53
    assert "no week" not in "".join(told("2026-W52"))
    for week in ("2026-W54", "2025-W53", "2026-W00", "2026-24"):
        assert told(week), week
