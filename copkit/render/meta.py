"""What is said about a document rather than in it: title, author, date, version and whom it is for."""

from dataclasses import dataclass
from datetime import date

from copkit import lexicon
from copkit.dates import say_date
from copkit.marks import UNMARKED, Marks
from copkit.render.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """The document control of one document. Every view holds one as its field `meta`.

    `kind` says under the community what the page is, where its title is a question or a finding.
    `marks` are those of the host and its partners. `footer` left empty says when the document was made.
    """

    title: str
    community: str
    date: date
    version: str
    author: str
    audience: str
    contact: str
    kind: str = ""
    subtitle: str = ""
    language: str = "en-GB"
    footer: str = ""
    marks: Marks = UNMARKED
    paper: Paper = "A4"

    @property
    def footer_line(self) -> str:
        """What stands at the foot of every page beside the page number."""
        return self.footer or lexicon.text("common.made_from", day=say_date(self.date))
