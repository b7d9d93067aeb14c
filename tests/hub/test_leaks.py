"""Every text of an initiative and a group is a canary: none sings before an audience that may not hear it."""

from datetime import date

import pytest

from copkit.dates import programme_year
from copkit.documents.annual import Annual
from copkit.documents.exemplar import entry
from copkit.documents.exemplar_index import index
from copkit.documents.group_report import group_report
from copkit.documents.source import Audience
from copkit.metrics import Period
from copkit.models.community import Community
from copkit.models.group import Group
from copkit.models.initiative import Adoption, Initiative
from copkit.models.programme import Organisation, Person, Programme
from copkit.render import FORMATS, html
from copkit.workspace import CommunityFiles, Shared
from copkit.workspace.places import Files
from tests.documents.canaries import Aviary, Canary, heard, leaks


def aviary(audience: Audience) -> tuple[Annual, list[Canary]]:
    """A community with one initiative and one group, on a day after all of their dates."""
    made = Aviary()
    adoption = {"org": made.record(Adoption)}
    initiative = made.record(Initiative).but(adoption=adoption, stage="exemplar", stages=())
    files = CommunityFiles("c", Files(), made.record(Community), initiatives={"i": initiative})
    files.groups = {"g": made.record(Group)}
    people = {"a.person": made.record(Person)}
    shared = Shared(Files(), made.record(Programme), {"org": made.record(Organisation)}, people)
    year = programme_year(date(2026, 7, 2))
    return Annual(shared, files, year, Period(year.start, year.end), audience, date(2026, 7, 2)), made.canaries


@pytest.mark.parametrize("audience", ["public", "members"])
def test_no_text_reaches_an_audience_that_may_not_see_it(audience: Audience) -> None:
    of, canaries = aviary(audience)
    for template, view in (
        ("exemplar", entry(of, "i")),
        ("exemplar_index", index([of])),
        ("group_report", group_report(of, "g")),
    ):
        page = html(template, view)
        for form in ("html", "md", "txt"):
            text = FORMATS[form](page, view.meta).decode()
            assert heard(text, canaries), "the canaries must be there to be heard"
            assert not leaks(text, canaries, audience)


def test_the_test_hears_what_it_should() -> None:
    of, canaries = aviary("members")
    told = heard(html("exemplar", entry(of, "i")), canaries)
    assert {"Initiative.equity", "Initiative.oversight", "Initiative.people_who_can_help", "Adoption.note"} <= told
    told = heard(html("group_report", group_report(of, "g")), canaries)
    assert {"Group.question", "Group.lead", "GroupReport.said", "GroupReport.asks"} <= told
    public, canaries = aviary("public")
    changed = [one._replace(audience="team") if one.field == "Initiative.equity" else one for one in canaries]
    assert leaks(html("exemplar", entry(public, "i")), changed, "public") == {"Initiative.equity"}
