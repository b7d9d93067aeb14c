"""Lines of notes that name somebody, or an organisation: in each part of each kind of line."""

LINES = (
    "success: {} found a way", "challenge: waiting for {} | outside", "challenge: a wait | {}",
    "opportunity: {} has room", "threat: {} may close", "idea: ask {}", "decision: as {} said",
    "decision: go on | {}", "action: {} | go on | 30 Jun", "action: {} to write to the board",
    "action: somebody | ring {} | 30 Jun", "action: all | go on | when {} can", "done: 2026-05-06/1 | {} did it",
    "ask: {} | a room", "ask: a room for {}", "offer: {} | tea", "offer: jo.ng | tea by {}",
    "connect: {} + jo.ng | tea", "connect: amina.khan + jo.ng | what {} does",
    "connect: amina.khan + jo.ng | tea | at {}", "question: what does {} need?", "answer: {} knows",
    "risk: {} may leave | the board", "risk: a gap | {}", "shift: {} now asks first",
    "quote: I rang {}. | role only | nurse", "quote: I slept. | role only | nurse at {}",
    "quote: I slept. | name | {}", "quote: I slept. | nothing | {}", "quote: I slept. | {}",
    "resource: {} guide | https://x.example", "resource: Guide | https://x.example/{}", "story: {} | how it began",
    "story: jo.ng | how {} began", "practice: {} opened with a song", "{} said so", "# {}", "*{}* and **{}**",
    "[{}](https://x.example/{})",
)  # fmt: skip
HOUSE, SHORT = "Quiet Harbour Rooms", "Quiet Harbour"
"""An organisation that only these lines speak of: in public they are kept back whole."""


def lines_naming(person: str) -> list[str]:
    """Each line with the person's name, and with the organisation's."""
    return [line.replace("{}", name) for line in LINES for name in (person, HOUSE, SHORT)]
