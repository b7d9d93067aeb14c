"""What a document of the programme, or of a community, is made from as it stands: of no session and no period."""

from dataclasses import dataclass
from datetime import date

from copkit.audience.edition import CommunityEdition, Edition
from copkit.documents.source import Audience
from copkit.marks import UNMARKED, Marks
from copkit.workspace import CommunityFiles, Shared
from copkit.workspace.entries import Said


@dataclass(frozen=True)
class StandingProgramme(Edition):
    """The programme as it stands on a day, for one audience. `marks` are the host's and its partners'."""

    registers: Shared
    audience: Audience
    today: date
    marks: Marks = UNMARKED


@dataclass(frozen=True)
class Standing(CommunityEdition):
    """One community as it stands on a day, for one audience. `marks` are the host's and its partners'."""

    registers: Shared
    files: CommunityFiles
    audience: Audience
    today: date
    marks: Marks = UNMARKED

    @property
    def spoken(self) -> tuple[Said, ...]:
        """Every line of the notes: whom they name is close to the community."""
        return self.every_line
