"""Words of the trade that plans are filled with: what people do, prompts, risks, checklists."""

from typing import NamedTuple


class Risk(NamedTuple):
    """What might go wrong, and what to do then."""

    risk: str
    do: str


class Duty(NamedTuple):
    """Something to do so many days before (negative) or after a session, and by whom."""

    days: int
    role: str
    what: str


PEOPLE_DO: dict[str, str] = {
    "welcome": "Arrive, read the question",
    "introductions": "Say name, organisation and one sentence",
    "briefing": "Listen; note a question",
    "questions": "Ask, and build on what others ask",
    "since-last-time": "Owners say: done, moved, or help wanted",
    "dialogue": "Talk in small groups, then hear from each",
    "harvest": "Name one ask and one offer each",
    "break": "Rest, and meet somebody new",
    "decisions": "Agree, object, or take an action with a date",
    "check-out": "One word each; answer the feedback questions",
}
IN_CHAT: dict[str, str] = {
    "welcome": "“Hello”, with name and organisation",
    "introductions": "Greet those who are new, by name",
    "briefing": "“Type questions as they come”; keep a list",
    "questions": "Read out in turn; voices not yet heard first. What is left goes to the notes",
    "since-last-time": "Post the open actions; ask for “done” or “help”",
    "dialogue": "Post the question and the steps; say when there is one minute left",
    "harvest": "“Ask: …” and “Offer: …”, one a line; join those that match",
    "break": "Post the time to be back",
    "decisions": "Post each decision and action as it is agreed",
    "check-out": "Post the feedback link; one word each",
}
AT_TABLES: dict[str, str] = {
    "welcome": "See that everybody has a seat, and can see and hear",
    "introductions": "Sit with those who are new",
    "briefing": "“Note one question for your table”",
    "questions": "One question from each table; tables not yet heard first",
    "since-last-time": "Have the open actions on the wall",
    "dialogue": "Walk round; help quiet tables; say when there is one minute left",
    "harvest": "Collect the table sheets; join asks and offers that match",
    "break": "Make one introduction yourself; call back 2 minutes before",
    "decisions": "Hold up each action with its owner and date",
    "check-out": "Give out the feedback sheets; collect them at the door",
}
ROLE_DOES: dict[str, str] = {
    "convenor": "Opens and closes, introduces the speaker, keeps the promises",
    "facilitator": "Leads the flow, keeps the time",
    "moderator": "Watches the chat or the tables, brings in quiet voices, greets those who are new",
    "moderator_2": "Watches the chat, while the first moderator has the room",
    "curator": "Types the notes as lines while people talk",
    "tech": "Runs the link, breakout rooms and captions",
}
ONLINE_RISKS = (Risk("The link or the sound fails", "Wait 5 minutes, dial in; else the moderator writes to all."),)
IN_PERSON_RISKS = (Risk("Far fewer come than planned", "Close the outer tables; keep tables of 4 or more."),)
RISKS: tuple[Risk, ...] = (
    Risk("One voice takes the room", "Thank them, ask for a voice not yet heard, go into pairs."),
    Risk("Somebody is upset", "Pause. The moderator goes with them. Ask afterwards what would help."),
    Risk("A case that could identify a person", "Stop it kindly, keep it out of the notes, talk afterwards."),
    Risk("The speaker is late", "Introductions and dialogue first; the briefing later, or in writing."),
)
TIMELINE: tuple[Duty, ...] = (
    Duty(-28, "convenor", "Team named; venue or link set; invitation and calendar file sent"),
    Duty(-21, "convenor", "Access needs asked, with a deadline; venue checked"),
    Duty(-14, "facilitator", "Speaker confirmed and briefed; this plan drafted"),
    Duty(-7, "convenor", "Agenda sent; owners of open actions reminded; table plan made"),
    Duty(-2, "moderator", "Technology tested; curator confirmed"),
    Duty(0, "everybody", "Doors open early; start and stop on time"),
    Duty(1, "curator", "Notes typed; feedback collected"),
    Duty(5, "curator", "Notes agreed and saved; thanks sent to the speaker"),
    Duty(10, "curator", "Notes sent to members; a line in the newsletter"),
)
IN_PERSON_CHECKS: tuple[str, ...] = (
    "Venue booked, and who to ring there",
    "Step-free route, lift, accessible toilet, hearing loop, quiet or prayer room, parking held",
    "Room in small tables; microphone; screen",
    "Directions and travel sent",
    "Access needs asked with a deadline, and answered privately",
    "Catering ordered by counts, allergens labelled, water",
    "Name badges, first name large",
    "Table sheets, pens, sign-in sheet, feedback sheets",
    "Photographs only of those who agreed",
    "First aid, fire exits, finish time kept",
    "Expenses or payment arranged for people who give their lived experience",
)
ONLINE_CHECKS: tuple[str, ...] = (
    "Link tested; lobby off; chat on; captions on",
    "Waiting slide with the question",
    "Co-host named",
    "Breakout rooms prepared",
    "Attendance report switched on, and people told",
    "Number to dial in by telephone",
    "Slides sent ahead to those who asked",
    "No recording unless all agreed",
)
HYBRID_CHECKS: tuple[str, ...] = (
    "Two moderators: one for the room, one for the chat",
    "Camera on the room, microphone that the screen hears, screen that the room sees",
)


def checks_for(place: str) -> tuple[str, ...]:
    """What to check before a session held at a kind of place; the hybrid kind needs all of it."""
    online = ONLINE_CHECKS if place != "in-person" else ()
    here = IN_PERSON_CHECKS if place != "online" else ()
    return (*here, *online, *(HYBRID_CHECKS if place == "hybrid" else ()))


def risks_for(place: str) -> tuple[Risk, ...]:
    """What might go wrong at a kind of place."""
    online = ONLINE_RISKS if place != "in-person" else ()
    here = IN_PERSON_RISKS if place != "online" else ()
    return (*RISKS, *online, *here)
