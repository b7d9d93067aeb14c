"""The terms of the field, in words short enough to print in a welcome pack."""

from typing import NamedTuple


class Term(NamedTuple):
    """A term, what it means, and other names under which people look for it."""

    name: str
    meaning: str
    others: tuple[str, ...] = ()


GLOSSARY: tuple[Term, ...] = (
    Term("Action", "A promise with one owner and a date."),
    Term("Action learning set", "Five to eight people who help one of them to think, by questions and not advice."),
    Term(
        "Adoption",
        "An organisation uses an initiative as part of its normal work. How far it has come is one of "
        "not-applicable, not-yet, aware, in-progress, adopted, sustained, declined and stopped.",
    ),
    Term(
        "Adopter, spread, scale",
        "Who takes it up; reaching more places; making it the system's own way.",
        ("adopter", "spread", "scale"),
    ),
    Term("Agenda", "What members see: each item with its clock time.", ("running order",)),
    Term("Agreement", "How members treat each other, read out at the start.", ("ground rules",)),
    Term("Appreciative inquiry", "Beginning from what works, and asking how there could be more of it."),
    Term(
        "Ask and offer", "Help that somebody needs, and help that somebody gives.", ("ask", "offer", "ask / offer")
    ),
    Term("Blueprint", "How this community works, written so that others can carry it on or copy it."),
    Term("Briefing", "Twenty minutes from a senior leader: our system, the country, the world."),
    Term("Broker", "A person who links groups that nobody else links.", ("bridge",)),
    Term("Chatham House Rule", "Use what you hear; do not tell who said it, where they work, or who was there."),
    Term("Check-in and check-out", "A sentence from each person, to open and to close.", ("check-in", "check-out")),
    Term("Commission", "An organisation pays for communities to be set up, on agreed terms."),
    Term(
        "Community of practice",
        "People who share a concern, learn together regularly, and so improve what they do.",
        ("cop", "community"),
    ),
    Term("Connection", "Two people who have begun to help each other, and with what.", ("connect",)),
    Term("Convenor", "Calls the community together, sends the invitation and keeps hold of the purpose."),
    Term("Convening", "A meeting of a community that meets only a few times a year."),
    Term(
        "Core, active, occasional, peripheral",
        "Levels of taking part. All of them are welcome.",
        ("core", "active", "occasional", "peripheral"),
    ),
    Term("CPD", "Continuing professional development.", ("continuing professional development",)),
    Term("Curator", "Keeps the theme, the notes, the stories and the library."),
    Term("Decision", "What the community agreed, and who has to know."),
    Term("Design group", "The people who choose a community's focus before it begins."),
    Term("Dialogue", "Talking in order to understand and to think together, not to win."),
    Term("Dialogic event", "Any event in the system that is built on dialogue, such as a partners' assembly."),
    Term("Domain", "The field of concern that the community cares about."),
    Term("Driver diagram", "A picture of how people think that change comes about.", ("logic model",)),
    Term("Exemplar", "A piece of work that is worth pointing at."),
    Term("Exemplar Hub", "The list of exemplars, with oversight and evaluation."),
    Term("Facilitator", "Leads the flow of the session."),
    Term(
        "Facilitator's plan",
        "The running order with purposes, methods, prompts and what is to be written down.",
        ("facilitators plan",),
    ),
    Term("Governance", "Who can say yes."),
    Term("Hub dependence", "How much of a community's linking runs through its host."),
    Term(
        "ICS, ICB, ICP",
        "Integrated care system, integrated care board, integrated care partnership.",
        ("ics", "icb", "icp"),
    ),
    Term("Initiative", "A piece of work that the community surfaced, tested or spread."),
    Term("Innovation challenge", "An open call for ideas, which are chosen against criteria.", ("challenge",)),
    Term("Interest group", "People who explore a topic, with no end date."),
    Term("Learning agenda", "The questions that the community wants to answer."),
    Term("Liberating Structures", "Simple ways to work in a group, such as 1-2-4-All and Troika Consulting."),
    Term("Lived experience", "Knowing a service because you have used it, or have cared for somebody who has."),
    Term(
        "Member, participant, reach",
        "On the roll; came at least once; everybody who came, each counted once.",
        ("member", "participant", "reach"),
    ),
    Term("Method", "The way in which an item of the agenda is run."),
    Term("Moderator", "Looks after the chat or the tables, and notices who has not spoken."),
    Term("NASSS", "A way to see why a technology is not adopted, is abandoned, or does not spread."),
    Term("Network", "People who are connected to each other. A community also shares a practice."),
    Term("Notes", "What the session produced. They are not a transcript."),
    Term("OD", "Organisation development.", ("organisation development",)),
    Term("Partners Assembly", "The system's wide gathering of its partners."),
    Term("PDSA", "Plan, do, study, act: a small test of a change."),
    Term(
        "Place",
        "Where a session happens: online, in person or hybrid, which is both.",
        ("online", "in-person", "hybrid"),
    ),
    Term("Portfolio", "All the communities of one programme."),
    Term("Practice", "What members do, and the tools, stories and ways of working that they share."),
    Term("Practice log", "What has worked here, kept for the blueprint."),
    Term("Quorum", "The least number of people or organisations for a session to speak for the community."),
    Term("Randomised coffee trial", "Two people, paired at random, talk for half an hour.", ("randomised coffee",)),
    Term("Rhythm", "When the community meets and hears from itself."),
    Term("Scaling out, up, deep", "More places; changed rules; changed hearts and minds.", ("scaling",)),
    Term(
        "Sector",
        "The kind of an organisation: acute, community, mental-health, primary-care, ambulance, icb, "
        "local-authority, voluntary, independent, education, regulator, lived-experience or other.",
    ),
    Term("Shift", "A change in how people see things or do them."),
    Term("Sponsor", "A senior person who makes time and opens doors."),
    Term(
        "Stage",
        "Where a community is in its life: potential, coalescing, maturing, stewardship, transformation.",
        ("potential", "coalescing", "maturing", "stewardship", "transformation"),
    ),
    Term("Storytelling", "Telling what happened so that others can use it."),
    Term("System-first", "Representing your organisation, and thinking for the whole system."),
    Term("Task-and-finish group", "A few people, one question and an end date."),
    Term("Theme", "The subject of one session."),
    Term("Train-the-trainer", "Teaching people to run communities themselves."),
    Term("Value-creation story", "How taking part led to something, step by step.", ("story",)),
    Term("Voices", "How many people spoke or typed."),
    Term("You said, we did", "What members asked for, and what changed."),
)


def find_term(name: str) -> Term | None:
    """A term by its name or another name for it, in any case."""
    wanted = _plain(name)
    return next((term for term in GLOSSARY if wanted in map(_plain, (term.name, *term.others))), None)


def term_names() -> list[str]:
    """Every name under which a term is found, for suggestions."""
    return [_plain(name) for term in GLOSSARY for name in (term.name, *term.others)]


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("’", "'").split())
