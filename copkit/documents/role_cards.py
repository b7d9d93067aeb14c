"""The role cards: what each role does before, during and after a session, and what good looks like."""

from typing import NamedTuple


class RoleCard(NamedTuple):
    """One role, for somebody who takes it up."""

    role: str
    title: str
    before: str
    during: str
    after: str
    good: str
    helped_by: str
    term: str = "A year, and a second if you like it"


ROLE_CARDS: tuple[RoleCard, ...] = (
    RoleCard(
        "convenor", "Convenor",
        "Agrees the theme and the question, finds the speaker, sends the invitation",
        "Opens and closes, introduces the speaker, sees that decisions have an owner and a date",
        "Thanks the speaker, reminds owners, keeps in touch with the sponsor",
        "People know why they were asked, and what came of it",
        "The sponsor, and whoever stands in",
    ),
    RoleCard(
        "facilitator", "Facilitator",
        "Plans the session in minutes, and chooses how people will talk",
        "Leads the flow, keeps the time, makes room for those who have not spoken",
        "Looks back with the team: what to keep, what to change",
        "Most of the time is talk among members, and it ends on time",
        "The moderator, and last time’s facilitator",
    ),
    RoleCard(
        "moderator", "Moderator",
        "Tests the link or looks at the room, and asks what people need to take part",
        "Watches the chat or the tables, brings in quiet voices, greets those who are new",
        "Writes to those who came for the first time",
        "Nobody sat alone, and no question was lost",
        "A technical host online; table hosts in a room",
    ),
    RoleCard(
        "curator", "Curator",
        "Opens the notes, and brings the actions that are still open",
        "Types what is heard and agreed, a line each, while people talk",
        "Has the notes agreed and out within ten days; looks after the library",
        "Somebody who was not there can see what was decided and who does it",
        "The whole team, who read the lines before they go out",
    ),
    RoleCard(
        "sponsor", "Sponsor",
        "Makes time for the people who run it, and says so to their managers",
        "Comes now and then, listens, and speaks last",
        "Takes what the room asks for to those who can say yes",
        "Members can point to a thing that moved because the sponsor asked",
        "The convenor, four times a year",
        "Until somebody more useful is found",
    ),
    RoleCard(
        "speaker", "Briefing speaker",
        "Prepares three points: our system, the country, the wider world. Five slides at most",
        "Speaks for as long as agreed, then answers what the room asks",
        "Stays for the dialogue, as a member among others",
        "The questions take longer than the talk",
        "The convenor, with a page of preparation",
        "One session",
    ),
    RoleCard(
        "table host", "Table host",
        "Reads the question, and knows who sits at the table",
        "Sees that everybody at the table speaks, and keeps the table’s sheet",
        "Hands the sheet to the curator before going home",
        "Somebody from another organisation was heard in full",
        "The moderator",
        "One session",
    ),
)  # fmt: skip
