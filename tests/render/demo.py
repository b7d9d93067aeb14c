"""A made-up agenda that uses every part a document may have."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from copkit.render import Meta

TEMPLATES = Path(__file__).parent / "templates"

META = Meta(
    title="Agenda: what helps people leave hospital sooner?",
    community="Systems Leadership community of practice",
    subtitle="Tuesday 9 June 2026, 10am to 11:30am, online",
    date=date(2026, 6, 2),
    version="1.0",
    author="Priya Nair and Tom O’Brien",
    audience="Members of the community",
    contact="systems.leadership@nhs.example",
)


@dataclass(frozen=True, slots=True)
class Segment:
    start: str
    what: str
    who: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    svg_width: int


@dataclass(frozen=True, slots=True)
class Demo:
    meta: Meta = META
    question: str = "What would have to be true for nobody to wait for a care package?"
    link: str = "https://meet.example/systems-leadership"
    facts: tuple[tuple[str, str], ...] = (
        ("When", "Tuesday 9 June 2026, 10am to 11:30am. Joining opens at 9:50am."),
        ("Where", "Online, by Microsoft Teams"),
        ("Briefing by", "Dr Zoë Ó Súilleabháin, Chief Medical Officer"),
    )
    segments: tuple[Segment, ...] = (
        Segment("10am", "Welcome, our question and our agreement", "Priya Nair, convenor"),
        Segment(
            "10:03am",
            "Introductions",
            "Tom O’Brien, facilitator",
            ("One word in the chat", "Pairs, 2 minutes each"),
        ),
        Segment("10:10am", "Senior leader briefing", "Dr Zoë Ó Súilleabháin"),
        Segment("10:30am", "Questions and comments from the chat", "Amara Okafor, moderator"),
        Segment("10:45am", "Since last time: actions and groups", "Priya Nair"),
        Segment(
            "10:50am",
            "Dialogue on our question (1-2-4-All)",
            "Tom O’Brien",
            ("Alone, 1 minute", "In pairs, 2 minutes", "In fours, 4 minutes", "All together, 5 minutes"),
        ),
        Segment("11:15am", "Harvest: what we could do together; asks and offers", "Tom O’Brien"),
        Segment("11:23am", "Decisions, actions and the next date", "Priya Nair"),
    )
    people: tuple[tuple[str, str], ...] = (
        ("Priya Nair", "convenor"),
        ("שרה לוי", "curator"),
        ("Tom O’Brien", "facilitator"),
    )
    to_do: tuple[str, ...] = ("Test the link", "Turn captions on", "Switch the attendance report on, and say so")
    actions: tuple[tuple[str, str, str], ...] = (
        ("Share the discharge checklist", "Amara Okafor", "30 June 2026"),
        ("Ask the three trusts for their waiting times", "Tom O’Brien", "14 July 2026"),
    )
    chart: tuple[Figure, ...] = field(default=(Figure("April", 120), Figure("May & June", 200)))
