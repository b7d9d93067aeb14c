"""Issues of the newsletter."""

from typing import Annotated, ClassVar

from copkit.models.base import Count, Date, Part, Record, blank, for_all, for_members, later

_LETTER = later("what is sent and started", "`newsletter`")


class Opening(Part):
    """A quotation to open with."""

    unprinted: ClassVar = _LETTER

    words: Annotated[str, for_all("The words.")] = ""
    by: Annotated[str, for_all("Who said them.")] = ""


class NewsletterItem(Part):
    """One item of a newsletter."""

    unprinted: ClassVar = _LETTER

    kind: Annotated[str, for_all("What kind of item it is.", of="item")] = "news"
    title: Annotated[str, for_all("Its title.")] = ""
    text: Annotated[str, for_all("What it says.")] = ""
    by: Annotated[str, for_members("Who sent it in.", personal="name", of="person")] = ""
    for_: Annotated[str, for_all("For whom.")] = ""
    date: Annotated[Date | None, for_all("When.")] = None
    closes: Annotated[Date | None, for_all("Until when.")] = None
    link: Annotated[str, for_all("Where to read more.")] = ""
    contact: Annotated[str, for_all("A shared mailbox.", use="mailbox")] = ""
    minutes: Annotated[Count | None, for_all("How long it takes.")] = None
    transcript: Annotated[str, for_all("Where the transcript is.")] = ""


class Newsletter(Record):
    """One issue of the newsletter."""

    unprinted: ClassVar = _LETTER

    title: Annotated[str, for_all("The newsletter's title.")] = ""
    issue: Annotated[Count | None, for_all("The number of the issue.")] = None
    date: Annotated[Date | None, for_all("When it goes out.")] = None
    opening: Annotated[Opening, for_all("A quotation.")] = blank(Opening)
    this_week: Annotated[str, for_all("The week in one line.")] = ""
    items: Annotated[tuple[NewsletterItem, ...], for_all("What is in it.")] = ()
    question: Annotated[str, for_all("A question for the reader.")] = ""
