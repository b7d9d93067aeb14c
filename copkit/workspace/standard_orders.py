"""The standard running orders: online (90 minutes), in person (150) and hybrid (120)."""

from copkit.models.session import Segment

ONLINE: tuple[Segment, ...] = (
    Segment(
        minutes=3, kind="welcome", what="Welcome, our question, our agreement", lead="convenor",
        purpose="Everybody knows why we are here", materials="Slide with the question", if_late="Question only",
    ),
    Segment(
        minutes=7, kind="introductions", what="Introductions", lead="facilitator", support="moderator",
        method="check-in", purpose="Every voice early", materials="Breakout rooms for pairs, or the chat",
        prompts=("Where are you today, in one word?",), if_late="One word in the chat",
    ),
    Segment(
        minutes=20, kind="briefing", what="Senior leader briefing", lead="speaker", support="convenor",
        purpose="The system as a whole: here, nationally, and beyond",
        if_late="Hard stop; slides follow by e-mail",
    ),
    Segment(
        minutes=15, kind="questions", what="Questions and comments from the chat", lead="moderator",
        support="speaker", purpose="The room sets the questions", capture="question answer",
        prompts=("What did you hear that you did not expect?", "Who sees this differently?"),
        if_late="Three questions; the rest answered in the notes",
    ),
    Segment(
        minutes=5, kind="since-last-time", what="Since last time: actions and groups", lead="convenor",
        purpose="We keep our promises", materials="Open actions", capture="done",
        if_late="Overdue actions only",
    ),
    Segment(
        minutes=25, kind="dialogue", what="Dialogue on our question", lead="facilitator", support="moderator",
        method="1-2-4-all", purpose="Understand where we are as a system", materials="Breakout rooms of four",
        capture="success challenge opportunity threat idea", if_late="Skip the pairs",
        prompts=("What makes this hard?", "Who is missing from this conversation?"),
    ),
    Segment(
        minutes=8, kind="harvest", what="What we could do together: asks and offers", lead="facilitator",
        support="curator", purpose="Use each other's skills", capture="ask offer connect",
        prompts=("What could you offer?", "What would help you most?"), if_late="Asks and offers in the chat",
    ),
    Segment(
        minutes=4, kind="decisions", what="Decisions, actions and the next date", lead="convenor",
        support="curator", purpose="Who does what, by when", capture="decision action", if_late="Actions only",
    ),
    Segment(
        minutes=3, kind="check-out", what="Check-out and feedback", lead="moderator",
        purpose="Know what changed for people", materials="Feedback link", capture="shift quote",
        if_late="One word in the chat",
    ),
)  # fmt: skip

IN_PERSON: tuple[Segment, ...] = (
    Segment(
        minutes=5, kind="welcome", what="Welcome, safety, access, our agreement", lead="convenor",
        purpose="Everybody knows why we are here and is at ease", materials="Slide or poster with the question",
        if_late="Safety and the question",
    ),
    Segment(
        minutes=15, kind="introductions", what="Introductions at mixed tables", lead="table hosts",
        support="facilitator", method="check-in", purpose="Every voice early",
        materials="Name badges, table sheets", prompts=("What brought you here today?",),
        if_late="Name and organisation only",
    ),
    Segment(
        minutes=20, kind="briefing", what="Senior leader briefing", lead="speaker", support="convenor",
        purpose="The system as a whole: here, nationally, and beyond", materials="Microphone",
        capture="briefing in three lines", if_late="Hard stop",
    ),
    Segment(
        minutes=20, kind="questions", what="Questions and comments at tables, then to the speaker",
        lead="moderator", support="table hosts", purpose="The room sets the questions",
        materials="Cards, roving microphone",
        capture="question answer", prompts=("What is the one question that your table would ask?",),
        if_late="One question a table",
    ),
    Segment(
        minutes=30, kind="dialogue", what="Dialogue on our question", lead="facilitator", support="table hosts",
        method="1-2-4-all", purpose="Understand where we are as a system", materials="Paper, pens",
        capture="success challenge opportunity threat idea", if_late="Skip the pairs",
        prompts=("What makes this hard?", "Who is missing from this conversation?"),
    ),
    Segment(
        minutes=15, kind="break", what="Break", support="moderator", purpose="Rest, and make introductions",
        materials="Refreshments", if_late="10 minutes",
    ),
    Segment(
        minutes=5, kind="since-last-time", what="Since last time: actions and groups", lead="convenor",
        purpose="We keep our promises", materials="Open actions", capture="done",
        if_late="Overdue actions only",
    ),
    Segment(
        minutes=20, kind="dialogue", what="What could we do together?", lead="facilitator",
        support="table hosts",
        method="troika", purpose="Use each other's skills to help", materials="New tables, or chairs in threes",
        capture="ask offer connect", prompts=("What could you offer?", "What would help you most?"),
        if_late="One turn each way",
    ),
    Segment(
        minutes=10, kind="harvest", what="Harvest: a success, a challenge and an offer from each table",
        lead="facilitator", support="curator", purpose="The room hears itself", materials="Table sheets",
        capture="success challenge offer", if_late="One offer a table; collect the sheets",
    ),
    Segment(
        minutes=6, kind="decisions", what="Decisions, actions and the next date", lead="convenor",
        support="curator", purpose="Who does what, by when", capture="decision action", if_late="Actions only",
    ),
    Segment(
        minutes=4, kind="check-out", what="Check-out and feedback", lead="moderator",
        purpose="Know what changed for people", materials="Feedback sheets", capture="shift quote",
        if_late="One word each, sheets at the door",
    ),
)  # fmt: skip

HYBRID: tuple[Segment, ...] = (
    Segment(
        minutes=4, kind="welcome", what="Welcome to room and screen, our agreement",
        lead="convenor", support="tech", purpose="Everybody is seen and heard",
        materials="Sound and camera checked",
        if_late="Question only",
    ),
    Segment(
        minutes=10, kind="introductions", what="Introductions in mixed pairs", lead="facilitator",
        support="moderator", method="check-in", purpose="Every voice early",
        materials="Pairs in the room, breakout rooms online", prompts=("Where are you today, in one word?",),
        if_late="One word: screen first, then room",
    ),
    Segment(
        minutes=20, kind="briefing", what="Senior leader briefing", lead="speaker", support="convenor",
        purpose="The system as a whole: here, nationally, and beyond",
        materials="Microphone that the screen hears",
        if_late="Hard stop",
    ),
    Segment(
        minutes=16, kind="questions", what="Questions and comments, from the screen first, then the room",
        lead="moderator", support="speaker", purpose="The room sets the questions", capture="question answer",
        prompts=("What did you hear that you did not expect?",),
        if_late="Two from the screen, two from the room",
    ),
    Segment(
        minutes=10, kind="break", what="Break", support="moderator", purpose="Rest; the screen stays open",
        if_late="5 minutes",
    ),
    Segment(
        minutes=5, kind="since-last-time", what="Since last time: actions and groups", lead="convenor",
        purpose="We keep our promises", materials="Open actions", capture="done",
        if_late="Overdue actions only",
    ),
    Segment(
        minutes=30, kind="dialogue", what="Dialogue on our question", lead="facilitator", support="moderator",
        method="1-2-4-all", purpose="Understand where we are as a system",
        materials="Tables in the room, breakout rooms online", if_late="Skip the pairs",
        capture="success challenge opportunity threat idea",
        prompts=("What makes this hard?", "Who is missing from this conversation?"),
    ),
    Segment(
        minutes=14, kind="harvest", what="What we could do together: asks and offers", lead="facilitator",
        support="curator", purpose="Use each other's skills", capture="ask offer connect",
        prompts=("What could you offer?", "What would help you most?"), if_late="One from each table and room",
    ),
    Segment(
        minutes=6, kind="decisions", what="Decisions, actions and the next date", lead="convenor",
        support="curator", purpose="Who does what, by when", capture="decision action", if_late="Actions only",
    ),
    Segment(
        minutes=5, kind="check-out", what="Check-out and feedback", lead="moderator",
        purpose="Know what changed for people", materials="Feedback link and sheets", capture="shift quote",
        if_late="One word each",
    ),
)  # fmt: skip

STANDARDS: dict[str, tuple[Segment, ...]] = {
    "online-standard": ONLINE,
    "in-person-standard": IN_PERSON,
    "hybrid-standard": HYBRID,
}
