"""The settings that travel hold no name, and own words that name somebody stay out of a public blueprint."""

import re
from dataclasses import replace

import pytest

from copkit.documents import Source
from copkit.documents.blueprint.settings import settings_of
from copkit.editing.settings_text import settings_text
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.models.events import Event
from copkit.models.feedback import Question
from copkit.models.initiative import Initiative
from copkit.models.library import Resource
from copkit.models.networks import Neighbour
from copkit.models.practices import PracticeEntry
from copkit.models.review import Review
from copkit.models.story import Story
from tests.blueprint.making import changed, demonstrated, printed
from tests.documents import canaries as birds
from tests.documents.canaries import Aviary, Canary, heard, leaks

FORMS = ("html", "md", "txt")
RECORDS = (BlueprintNotes, PracticeEntry, Initiative, Review, Story, Question, Neighbour, Resource, Event)


@pytest.fixture
def aviary(monkeypatch: pytest.MonkeyPatch) -> tuple[Source, list[Canary]]:
    """A community in which every text of every record that a blueprint may read is a canary."""
    monkeypatch.setattr(Aviary, "__init__", _counting)
    source, found = birds.aviary("members")
    more = Aviary()
    made = {cls: more.record(cls) for cls in RECORDS}
    other = {
        "blueprint": {"blueprint": made[BlueprintNotes]},
        "practices": {0: made[PracticeEntry]},
        "review": {"2026-27": made[Review]},
        "story": {"s": made[Story]},
        "feedback-form": {0: made[Question]},
    }
    source.files.other.update(other)
    source.files.initiatives["i"] = made[Initiative]
    source.registers.other.update(
        {"networks": {0: made[Neighbour]}, "library": {0: made[Resource]}, "events": {0: made[Event]}}
    )
    return source, [*found, *more.canaries]


_START = [0]


def _counting(self: Aviary) -> None:
    """Each aviary counts on from the last, so that no two canaries are alike."""
    self.canaries = []
    _START[0] += 300
    start = _START[0]

    def canary(field: str, audience: str, personal: str) -> str:
        token = f"zq{start + len(self.canaries)}qz"
        self.canaries.append(Canary(token, field, audience, personal == "name"))
        return token

    self.canary = canary  # type: ignore[method-assign] # only the number differs


def test_the_settings_hold_only_what_anybody_may_see_and_no_name(aviary: tuple[Source, list[Canary]]) -> None:
    source, canaries = aviary
    text = settings_text(settings_of(replace(source, audience="public")).settings)
    there = heard(text, canaries)
    assert {"PracticeEntry.what", "BlueprintNotes.must_stay", "Community.purpose"} <= there
    assert not leaks(text, canaries, "public")
    forbidden = {
        "Domain",
        "DesignGroup",
        "HistoryLine",
        "Handover",
        "Commission",
        "Organisation",
        "Member",
        "TeamMember",
    }
    assert not {field for field in there if field.partition(".")[0] in forbidden}
    assert not there & {
        "Rhythm.venue",
        "Rhythm.link",
        "Community.sponsor",
        "Community.contact",
        "Community.strapline",
    }


def test_people_who_did_not_agree_are_not_named_in_public_wherever_their_name_was_typed() -> None:
    source = demonstrated(audience="public")
    silent = {one.name for one in source.registers.people.values() if one.publish != "yes"}
    assert len(silent) > 100
    text = " ".join(printed(source).decode().split())
    assert not [name for name in silent if re.search(rf"\b{re.escape(name)}\b", text)]
    assert "Amina Khan" in text


@pytest.mark.parametrize("part", ["use", "costs", "learned", "handover", "risks", "version", "stray"])
def test_own_words_that_name_a_member_are_kept_for_members(part: str) -> None:
    source = demonstrated()
    notes = source.files.other["blueprint"]["blueprint"]
    silent = next(
        one for one in source.registers.people.values() if one.publish != "yes" and len(one.name.split()) == 2
    )
    words = f"Ask {silent.name}, who knows."
    other = {**source.files.other, "blueprint": {"blueprint": changed(notes, sections={part: words})}}
    community = replace(source.files, other=other)
    assert words in " ".join(printed(replace(source, files=community)).decode().split())
    public = replace(source, files=community, audience="public")
    assert silent.name not in " ".join(printed(public).decode().split())


def test_an_address_is_printed_in_public_only_where_it_is_a_shared_mailbox() -> None:
    source = demonstrated()
    notes = source.files.other["blueprint"]["blueprint"]
    risks = ("Ring joe.private@mail.example", "Write to exemplars@anytown.example")
    other = {**source.files.other, "blueprint": {"blueprint": changed(notes, risks=risks)}}
    public = replace(source, files=replace(source.files, other=other), audience="public")
    text = printed(public).decode()
    assert "joe.private" not in text
    assert "exemplars@anytown.example" in text
