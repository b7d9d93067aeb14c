"""A view holds nothing that its audience may not see, and no template gets at more."""

from pathlib import Path

import pytest

from copkit.cli.exits import Stop
from copkit.cli.opening import audience_named
from copkit.documents import document
from copkit.render import TemplateProblem
from copkit.render.views import context
from tests.documents.making import IN_PERSON, OWN_ORDER, page_of, source


@pytest.mark.parametrize("name", ["agenda", "invite", "change"])
def test_a_narrower_view_does_not_have_the_wider_fields(name: str) -> None:
    wanted = document(name)
    public, members = (
        context(wanted.build(source(IN_PERSON, audience))).keys() for audience in ("public", "members")
    )
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
    with pytest.raises(Stop, match="only"):
        audience_named("public", document(name).audiences, document(name).title)
