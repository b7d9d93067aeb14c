"""Words that copkit knows for fields with a vocabulary. `vocabularies:` in programme.yaml adds to them."""

SECTORS = (
    "acute", "community", "mental-health", "primary-care", "ambulance", "icb", "local-authority", "voluntary",
    "independent", "education", "regulator", "lived-experience", "other",
)  # fmt: skip
BRINGS = ("expertise", "clinical", "authority", "lived-experience")
BACKGROUNDS = ("od", "comms", "coaching", "facilitation", "improvement")
RESOURCES = (
    "case-study", "research", "report", "publication", "paper", "blog", "infographic", "toolkit", "podcast",
    "video", "website", "newsletter", "quote", "book", "course", "form", "guide", "story",
)  # fmt: skip
EVENTS = (
    "partners-assembly",
    "design-group",
    "conference",
    "workshop",
    "network-meeting",
    "learning-event",
    "other",
)
SKILLS = (
    "think-systemically", "work-with-emergence", "seek-perspectives", "compromise", "build-relationships",
    "self-reflect", "support-peers",
)  # fmt: skip
READERS = ("anyone", "board", "chair", "chief-executive", "ics-leader", "pcn-director")
ITEMS = ("news", "ask", "offer", "opportunity", "podcast", "story", "date", "resource")
ROLES = ("convenor", "curator", "facilitator", "moderator", "tech", "support")
LEADS = (*ROLES, "speaker", "table hosts", "table host", "table-hosts", "all", "everyone", "sponsor", "team")
"""Who may lead an item of an agenda without being named."""

VOCABULARIES = {
    "sector": SECTORS,
    "brings": BRINGS,
    "background": BACKGROUNDS,
    "resource": RESOURCES,
    "event": EVENTS,
    "skills": SKILLS,
    "reader": READERS,
    "item": ITEMS,
}
