"""What an audience may not see is in none of its documents, in no format."""

from dataclasses import fields
from pathlib import Path

import pytest

from copkit.documents import NAMES, Audience, NotForThem, Source, document, view
from copkit.render import TemplateProblem
from tests.documents.canaries import aviary, heard, leaks
from tests.documents.making import IN_PERSON, OWN_ORDER, in_format, page_of, source
from tests.documents.reading import all_of

OF_A_SESSION_WITH_NOTES = ("notes",)  # these have their own tests, with people and organisations to hide
CASES = [
    (name, audience)
    for name in NAMES
    if name not in OF_A_SESSION_WITH_NOTES
    for audience in document(name).audiences
]


@pytest.mark.parametrize(("name", "audience"), CASES)
def test_no_text_reaches_an_audience_that_may_not_see_it(name: str, audience: Audience) -> None:
    none_leaks(name, audience, ("html", "md", "txt"))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "audience"), CASES)
def test_no_text_hides_in_a_word_file_or_a_pdf(name: str, audience: Audience) -> None:
    none_leaks(name, audience, ("docx", "pdf"))


def none_leaks(name: str, audience: Audience, forms: tuple[str, ...]) -> None:
    made_from, canaries = aviary(audience)
    for form in forms:
        text = all_of(in_format(name, form, made_from), form)
        assert heard(text, canaries), f"the canaries must be there to be heard in {form}"
        assert not leaks(text, canaries, audience), form


def test_the_test_notices_one_field_that_should_not_be_there() -> None:
    made_from, canaries = aviary("public")
    text = in_format("agenda", "html", made_from).decode()
    changed = [one._replace(audience="team") if one.field == "Plan.theme" else one for one in canaries]
    assert leaks(text, changed, "public") == {"Plan.theme"}


def test_the_test_notices_when_names_are_no_longer_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Source, "name", lambda self, typed: typed)
    made_from, canaries = aviary("public")
    assert "Briefing.speaker" in leaks(in_format("agenda", "html", made_from).decode(), canaries, "public")


@pytest.mark.parametrize("name", ["agenda", "invite", "change"])
def test_a_narrower_view_does_not_have_the_wider_fields(name: str) -> None:
    wanted = document(name)
    public = {one.name for one in fields(type(view(wanted, source(IN_PERSON, "public"))))}
    members = {one.name for one in fields(type(view(wanted, source(IN_PERSON, "members"))))}
    assert public < members
    assert "join" in members - public


def test_a_template_cannot_reach_a_field_that_its_view_does_not_have(tmp_path: Path) -> None:
    own = '{% extends "copkit/agenda.html.j2" %}{% block facts %}<p>{{ join.link }}</p>{% endblock %}'
    (tmp_path / "agenda.html.j2").write_text(own)
    with pytest.raises(TemplateProblem, match="join"):
        page_of("agenda", source(OWN_ORDER, "public"), tmp_path)
    assert "https://meet.example/night-care" in page_of("agenda", source(OWN_ORDER, "members"), tmp_path)


def test_people_are_named_in_public_only_where_they_agreed_to_it() -> None:
    page = page_of("agenda", source(IN_PERSON, "public"))
    assert "Rosa Lind" in page
    assert "Zoë Barnes" in page
    assert "Tomasz" not in page
    assert "Facilitator" in page


@pytest.mark.parametrize("name", ["plan", "moderator", "tables", "brief"])
def test_documents_that_hold_more_are_not_made_for_the_public(name: str) -> None:
    with pytest.raises(NotForThem, match="only"):
        view(document(name), source(IN_PERSON, "public"))
