"""What our own calendars say of each session: one function, for whatever is made from it."""

from copkit import lexicon
from copkit.audience import Door
from copkit.calendars.issued import Entry
from copkit.calendars.location import location_line
from copkit.dates import say_day, say_range
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.running_order import running_order
from copkit.workspace.states import stands


def own_entries(community: CommunityFiles, way: Door) -> dict[str, Entry]:
    """What a calendar says of each session, as an audience may have it."""
    seen = way.sight(community).community
    return {session.id: _entry(session, seen, way.shared) for session in seen.sessions}


def _entry(session: Session, community: CommunityFiles, shared: Shared) -> Entry:
    plan, short = session.plan, community.short
    return Entry(
        session=session.id,
        day=session.date,
        start=session.start,
        minutes=session.minutes,
        place=location_line(session, session.link),
        of=short,
        title=plan.theme,
        description=_description(session, community, shared),
        url=session.link,
        cancelled=not stands(session, community),
        because=plan.because if session.cancelled else lexicon.text("calendar.closed"),
        listed=plan.publish != "no",
    )


def _description(session: Session, community: CommunityFiles, shared: Shared) -> str:
    """The agenda as plain text: what a calendar program shows under the title."""
    plan = session.plan
    order = running_order(session, shared)
    contact = community.about.contact or shared.programme.contact
    moved = f"Moved from {say_day(plan.moved_from)}. {plan.moved_because}".strip() if plan.moved_from else ""
    parts = [
        community.about.name,
        moved,
        f"Our question: {plan.question}" if plan.question else "",
        f"Join online: {session.link}" if session.link else "",
        "\n".join(f"{say_range(item.start, item.end)}  {item.segment.what}" for item in order.items),
        f"Questions, or to tell us what you need: {contact}" if contact else "",
    ]
    return "\n\n".join(part for part in parts if part)
