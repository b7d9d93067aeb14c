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
    `marks` are those of the host and its partners. `footer` left empty says when the document was made. `large` is
    large print.
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
    large: bool = False

    @property
    def footer_line(self) -> str:
        """What stands at the foot of every page beside the page number."""
        return self.footer or lexicon.text("common.made_from", day=say_date(self.date))

    @property
    def head(self) -> tuple[str, str]:
        """Community and title as they stand at the head of later pages: each on its half of one line."""
        from copkit.render.paper import SIZES
        from copkit.render.widths import cut

        size = 16 if self.large else 9.5
        room = (SIZES[self.paper][0] / 2 - 24) / 0.3528 / (0.53 * size)
        return cut(self.community, room), cut(self.title, room)
