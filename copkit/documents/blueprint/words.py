"""Words of a blueprint that hold for every community: how to use it, how to begin, how to manage by hand."""

READERS: tuple[tuple[str, str], ...] = (
    ("You carry this community on", "Read parts 4 to 9 and 15 first. The rest can wait until you need it."),
    ("You begin one like it", "Read parts 0 to 3, then part 14, which goes through the first hundred days."),
    ("You pay for it or vouch for it", "Read parts 0, 10, 11 and 13: what it is, how we know, and what it takes."),
    ("You are curious", "Read part 11. It is what we would have liked to be told."),
)
HOW_TO_USE = (
    "Take what helps and leave the rest. Part 12 says what we believe must stay and what may change; everything "
    "else is how we happen to do it. Nothing here needs special software: a calendar, a text editor and people who "
    "want to talk are enough."
)
TIPS: tuple[str, ...] = (
    "Ask a question, not for a discussion of a topic. One question a session is enough.",
    "Begin on time and end on time, whoever is still to come.",
    "Let every voice be heard in the first ten minutes, if only for a word.",
    "Stop the briefing kindly when its time is up. What the room asks matters more.",
    "Write decisions and actions where everybody can see them, with a name and a date.",
    "When it goes wrong, say so, and ask the room what would help.",
)
MEMORY: tuple[tuple[str, str], ...] = (
    (
        "Notes",
        "One person types while people talk: a line for each thing worth keeping. They go out within {days}",
    ),
    (
        "Line by line",
        "Each begins with a word. It says what the line is, so that it can be found and counted later",
    ),
    ("Action list", "Made from the notes before each session: who promised what, by when, and what is late"),
    ("Library", "What members found worth an hour, with a line that says why and for whom"),
    ("Newsletter", "A short letter that members write: news, asks, offers, dates, a question"),
    ("Podcast", "A talk of 20 minutes between two members, always with a transcript"),
)
LADDER: tuple[tuple[str, str], ...] = (
    ("Action", "One person promises one thing by a day. It is asked after at the next session"),
    (
        "Group",
        "A few people take one question away, report, and end on a day that is agreed at the start",
    ),
    ("Initiative", "Work with an owner and a sponsor, tried small, measured, and stopped when it does not help"),
    ("Exemplar", "What has worked well enough to show: what it needs, what must stay, who has taken it up"),
)
MEASURES: tuple[tuple[str, str], ...] = (
    ("Did we meet as we said?", "Sessions held of sessions planned; how many with all roles filled"),
    ("Who came, and who did not?", "People, organisations and sectors; how many came for the first time"),
    ("Who met whom?", "Connections between people of different organisations, as the notes record them"),
    ("Did we keep our promises?", "Actions done on time; questions answered; asks that found an offer"),
    ("What came of it?", "Initiatives by stage, and how many organisations have taken each up"),
    ("What changed for people?", "Stories, told by those who lived them and with their consent"),
    ("Was it worth the time?", "The feedback form after each session"),
)
MEASURES_RULE = (
    "Every figure is printed with what it was counted from, and counts of fewer than {least} people are not shown "
    "in public. People are never scored or ranked. Once a year the figures, the stories and the members’ own "
    "judgement become a synthesis of a few pages, with what we promise for the next year."
)
FIRST_DAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Days 1 to 30: find the people and the question",
        (
            "Talk with ten people from at least five organisations, and with people who use services: what keeps "
            "you awake, and who else ought to be asked?",
            "Find a sponsor who makes time and opens doors",
            "Bring a design group together for two hours: three or four possible domains, one decision, written "
            "down with the reasons",
            "Find four people for the four roles, from at least three organisations",
        ),
    ),
    (
        "Days 31 to 60: make the year",
        (
            "Choose one day of the month and one time, and put the whole year into everybody’s calendar",
            "Agree a mailbox, a place for files and who holds the key to each",
            "Write to each person by name; say what it is, what it asks of them, and that they may leave",
            "Book the first room, and the first speaker",
        ),
    ),
    (
        "Days 61 to 100: meet",
        (
            "Hold the first session with a running order of part 6, and the agreement of part 7 read out",
            "Send the notes within ten days, with every action’s owner and date",
            "Hold the second session, and begin it with what became of the first one’s actions",
            "Look back with the team: what to keep, what to change. Begin the list of part 11",
        ),
    ),
)
TO_COPY: tuple[tuple[str, str], ...] = (
    ("The running orders of part 6", "As they are, for the first three sessions"),
    ("The agreement of part 7", "Read it out, and ask what is missing"),
    ("The role cards of part 4", "One each; change what does not fit"),
    ("The feedback form of part 10", "The same questions every time, so that answers can be compared"),
    ("The words that begin a line of part 8", "For whoever types the notes"),
)
BY_HAND: tuple[tuple[str, str], ...] = (
    (
        "Dates",
        "Count the weekday of the month in any calendar. Leave out the break months, and look for bank holidays",
    ),
    ("Invitations", "One calendar entry a session, sent from the shared mailbox with all members in Bcc"),
    ("Agenda", "Copy the running order of part 6, and write the clock times beside the minutes"),
    ("Notes", "A text file a session. Begin each line with its word: decision, action, ask, offer"),
    ("Action list", "Search the notes for lines that begin with “action”; strike out what is done"),
    ("Attendance", "A list of names a session, in a table with organisations"),
    ("Feedback", "Any form that asks the same questions, without names"),
    ("Figures", "Count the lines by their first word; count the organisations in the attendance table"),
    ("Files", "Plain text that any editor opens. A folder a community, a file a session, named for its date"),
)
