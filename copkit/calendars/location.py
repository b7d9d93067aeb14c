"""The location line of a calendar entry: what is written on it, and what one that was issued says."""

from typing import Literal, NamedTuple

from copkit.workspace import Session


class Location(NamedTuple):
    """Where a session is held: the room with its address, which may be empty, and whether people join online."""

    place: Literal["online", "in-person", "hybrid"]
    room: str


def room_of(session: Session) -> str:
    """The venue and its address on one line; empty online, and where neither is known."""
    parts = (session.venue, session.plan.address) if session.place != "online" else ()
    return ", ".join(part for part in parts if part)


def location_line(session: Session, link: str) -> str:
    """Where a calendar says that the session is: `Room; Online: link`, or one of the two."""
    room, online = room_of(session), f"Online: {link}" if link else "Online"
    if session.place == "online":
        return online
    return room if session.place == "in-person" else "; ".join(part for part in (room, online) if part)


def read_location(line: str) -> Location:
    """What a location line says. A hybrid session whose room is not known yet reads as one online."""
    for mark in ("; Online: ", "; Online"):
        room, found, rest = line.rpartition(mark)
        if found and (mark.endswith(" ") or not rest):
            return Location("hybrid", room)
    if line == "Online" or line.startswith("Online: "):
        return Location("online", "")
    return Location("in-person", line)


def without_link(line: str) -> str:
    """What a location line says to those who may not have the link."""
    place, room = read_location(line)
    return room if place == "in-person" else "; ".join(part for part in (room, "Online") if part)
