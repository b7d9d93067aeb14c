"""What can be listed and shown, a line a noun. Add a noun here, and the function of its rows."""

from copkit.nouns import change, elsewhere, people, year
from copkit.nouns.row import Noun, plain

_TALK = ("plan", "notes", "updates")

NOUNS: dict[str, Noun] = {
    "communities": Noun(
        "community",
        "community",
        ("Community", "Stage", "Members", "Next", "Id"),
        year.communities,
        "not closed",
        reads=("plan", "notes"),
    ),
    "members": Noun(
        "member", "members", ("Member", "From", "Role", "On the roll"), people.members, "still on the roll"
    ),
    "sessions": Noun(
        "session",
        "plan",
        ("Date", "No.", "Theme", "Place", "Standing"),
        year.sessions,
        "without notes yet",
        reads=("notes",),
    ),
    "actions": Noun(
        "action", "notes", ("Id", "Owner", "What", "Due", "Standing"), year.actions, "not done", reads=_TALK
    ),
    "initiatives": Noun(
        "initiative",
        "initiative",
        ("Initiative", "Stage", "Adopted", "Id"),
        change.initiatives,
        "neither embedded nor stopped",
        stages=True,
    ),
    "groups": Noun("group", "group", ("Group", "Lead", "Standing"), change.groups, "not finished"),
    "stories": Noun(
        "story", "story", ("Date", "Story", "As far as", "Consent"), change.stories, "without consent yet"
    ),
    "practices": Noun(
        "practice", "practices", ("Practice", "Verdict", "Seen"), change.practices, "without a verdict yet"
    ),
    "reviews": Noun(
        "review", "review", ("Year", "Headline", "Final"), plain("review", "year", "headline", "final")
    ),
    "people": Noun("person", "people", ("Person", "From", "Job", "Id"), people.people, "not gone", own=False),
    "organisations": Noun(
        "organisation",
        "organisations",
        ("Organisation", "Sector", "People", "Id"),
        people.organisations,
        "not become another",
        own=False,
    ),
    "events": Noun(
        "event",
        "events",
        ("Date", "Event", "From us", "Brought back"),
        elsewhere.events,
        "still to come",
        own=False,
        narrowed=True,
    ),
    "challenges": Noun(
        "challenge",
        "challenges",
        ("Challenge", "Standing", "Score", ""),
        elsewhere.challenges,
        "open for entries",
        own=False,
    ),
    "cohorts": Noun(
        "cohort", "cohorts", ("Starts", "Cohort", "Kind", "Completed"), elsewhere.cohorts, "not ended", own=False
    ),
    "opportunities": Noun(
        "opportunity",
        "opportunities",
        ("Opportunity", "For", "Standing"),
        elsewhere.opportunities,
        "open today",
        own=False,
    ),
    "resources": Noun(
        "resource",
        "library",
        ("Resource", "By", "Community"),
        plain("library", "title", "by", "community"),
        own=False,
    ),
    "requests": Noun(
        "request",
        "requests",
        ("Topic", "Asked by", "For", "Status"),
        plain("requests", "topic", "asked_by", "organisation", "status"),
        own=False,
    ),
    "networks": Noun(
        "network",
        "networks",
        ("Network", "Kind", "Themes"),
        plain("networks", "name", "kind", "shared_themes"),
        own=False,
    ),
    "inquiries": Noun(
        "inquiry", "inquiry", ("Inquiry", "From", "To"), plain("inquiry", "name", "starts", "ends"), own=False
    ),
}
"""What can be listed, by the word for it."""
