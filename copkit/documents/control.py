"""The document control: whose document it is, which version, for whom, and where to ask."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from copkit import lexicon
from copkit.audience.edition import CommunityEdition
from copkit.marks import UNMARKED, Marks
from copkit.models.programme import Programme
from copkit.render.meta import Meta


def of_community(
    edition: CommunityEdition, title: str, authors: Iterable[str] = (), *, version: str = "1", subtitle: str = ""
) -> Meta:
    """That of a community's document. Authors are named as the audience may see them; without one, its team is."""
    community = edition.community
    names = ", ".join(filter(None, authors))
    return replace(
        of_programme(edition.shared.programme, edition.today, title, subtitle=subtitle, marks=edition.marks),
        community=community.name,
        version=version,
        author=names or lexicon.text("common.team_of", name=community.short),
        audience=lexicon.table("choices.audiences")[edition.audience],
        contact=edition.contact,
    )


def of_programme(
    programme: Programme, today: date, title: str, audience: str = "", subtitle: str = "", marks: Marks = UNMARKED
) -> Meta:
    """That of a document of the whole programme. `marks` are the host's and its partners'."""
    return Meta(
        title=title,
        community=programme.programme,
        date=today,
        version="1",
        author=lexicon.text("common.team_of", name=programme.programme),
        audience=audience,
        contact=programme.contact or lexicon.text("common.to_agree"),
        subtitle=subtitle,
        marks=marks,
    )
