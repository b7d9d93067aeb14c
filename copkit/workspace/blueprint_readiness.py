"""What a community's blueprint has, and what of it is still only in somebody's head."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from copkit.models.blueprint_notes import BlueprintNotes
from copkit.people.consent import has_agreed, may_be_named
from copkit.people.register import fold
from copkit.people.roles import on_day
from copkit.workspace.records import CommunityFiles, Shared, months_later
from copkit.workspace.states import coming


class Part(NamedTuple):
    """One of the eighteen parts: its name in `sections:`, and its title."""

    name: str
    title: str


PARTS: tuple[Part, ...] = (
    Part("model", "On one page"),
    Part("use", "Who this is for, and how to use it"),
    Part("why", "Why we do this"),
    Part("domain", "What we care about"),
    Part("people", "People"),
    Part("rhythm", "Rhythm"),
    Part("session", "A session"),
    Part("agreement", "How we treat each other"),
    Part("memory", "Memory"),
    Part("work", "From talk to work"),
    Part("measures", "How we know"),
    Part("learned", "What works, what we changed, what we dropped"),
    Part("keep", "What must stay, what may change"),
    Part("costs", "Costs and time"),
    Part("start", "Start your own"),
    Part("handover", "Handover"),
    Part("risks", "Risks"),
    Part("version", "Version, authors and licence"),
)
NUMBER = {part.name: number for number, part in enumerate(PARTS)}
HANDOVER = {
    "files": "where the files live",
    "accounts": "which accounts there are, and which role holds each",
    "licences": "the licences held",
    "without_copkit": "how to manage without copkit",
}
"""The fields of a handover, in words."""
ROLES = ("convenor", "curator", "facilitator", "moderator")
OFTEN = 2
"""In how many sessions something must have been seen to be more than chance."""
FRESH_MONTHS = 12


class Gap(NamedTuple):
    """Something that is not written down. `where` is the file and the field that it belongs in.

    `whole` says that the part has nothing at all, `team` that only the team may know of it.
    """

    part: str
    what: str
    where: str
    whole: bool = False
    team: bool = False


def notes_of(community: CommunityFiles) -> BlueprintNotes | None:
    """The community's own words for its blueprint, if there are any."""
    found: BlueprintNotes | None = next(iter(community.other.get("blueprint", {}).values()), None)
    return found


def part_of(name: str) -> str:
    """The part that is meant by a name in `sections:`: its name, number or title; empty for none."""
    wanted = fold(name)
    for number, part in enumerate(PARTS):
        if wanted in (part.name, str(number), fold(part.title)):
            return part.name
    return ""


def words_of(notes: BlueprintNotes | None, name: str) -> str:
    """The community's own words for a part."""
    sections = notes.sections if notes is not None else {}
    return "\n\n".join(text.strip() for key, text in sections.items() if part_of(key) == name and text.strip())


def practices_of(community: CommunityFiles) -> tuple[Any, ...]:
    """What was tried in running sessions."""
    return tuple(one for one in community.other.get("practices", {}).values() if one.what)


def empty_parts(community: CommunityFiles) -> Iterator[Gap]:
    """The parts that only the community can fill, and that have nothing."""
    about, notes = community.about, notes_of(community)
    blank = notes or BlueprintNotes()
    rhythm = about.rhythm
    filled: dict[str, tuple[object, str, str]] = {
        "why": (about.purpose, "why we meet", "community.yaml, purpose"),
        "domain": (about.domain.focus, "what we care about", "community.yaml, domain"),
        "people": (about.team, "who runs it", "community.yaml, team"),
        "rhythm": (rhythm.has_days, "on which day we meet", "community.yaml, rhythm"),
        "agreement": (about.agreement.principles, "what we agreed with each other", "community.yaml, agreement"),
        "learned": (practices_of(community), "what works and what does not", "practices.yaml"),
        "keep": (blank.must_stay + blank.may_change, "what must stay, what may change", "blueprint.yaml"),
        "costs": (blank.costs, "what it costs, and how many hours each role takes", "blueprint.yaml, costs"),
        "risks": (blank.risks, "what could end it", "blueprint.yaml, risks"),
        "version": (blank.authors, "who wrote this", "blueprint.yaml, authors"),
    }
    for name, (there, what, where) in filled.items():
        if not there and not words_of(notes, name):
            yield Gap(name, what, where, True)


def missing_handover(community: CommunityFiles) -> tuple[str, ...]:
    """The fields of the handover that nobody has filled."""
    return tuple(field for field in HANDOVER if not getattr(community.about.handover, field))


def gaps(shared: Shared, community: CommunityFiles, today: date) -> tuple[Gap, ...]:
    """All that is not written down yet, in the order of the parts."""
    found = list(empty_parts(community))
    whole = {gap.part for gap in found}
    found += (gap for gap in _thin(shared, community, today) if gap.part not in whole)
    return tuple(sorted(found, key=lambda gap: NUMBER[gap.part]))


def _thin(shared: Shared, community: CommunityFiles, today: date) -> Iterator[Gap]:
    yield from _domain(community)
    yield from _people(shared, community, today)
    yield from _sessions(community, today)
    yield from _work(community, today)
    yield from _learned(community)
    yield from _costs(community)
    if not community.about.contact and not shared.programme.contact:
        yield Gap("handover", "where to write: a shared mailbox", "community.yaml, contact")
    for field in missing_handover(community):
        yield Gap("handover", HANDOVER[field], f"community.yaml, handover: {field}")
    yield from _version(shared, community, today)


def _domain(community: CommunityFiles) -> Iterator[Gap]:
    about = community.about
    if not about.domain.decided_by:
        yield Gap("domain", "who decided the domain", "community.yaml, domain: decided_by")
    if about.design_group is None or not about.design_group.options:
        yield Gap("domain", "what else was considered, and why it was not taken", "community.yaml, design_group")
    if not about.domain.learning_agenda:
        yield Gap("domain", "the questions that we want to answer", "community.yaml, domain: learning_agenda")


def _people(shared: Shared, community: CommunityFiles, today: date) -> Iterator[Gap]:
    about = community.about
    now = [one for _, one in on_day(about.team, today)]
    held = {one.role for one in now}
    if vacant := [role for role in ROLES if role not in held]:
        yield Gap("people", f"who is {joined(vacant)}", "community.yaml, team")
    if alone := sorted({one.role for one in now if not one.successor}, key=_role_order):
        yield Gap("people", f"who follows the {joined(alone)}", "community.yaml, team: successor")
    if not about.sponsor:
        yield Gap("people", "who opens doors: a sponsor", "community.yaml, sponsor")
    who = community.company(shared.register).who
    brings = {
        word
        for member in community.on_roll(today)
        if (person := shared.people.get(who(member.who))) is not None
        for word in person.brings
    }
    if community.members and "lived-experience" not in brings:
        yield Gap("people", "how people who use services take part", "members.yaml")


def _role_order(role: str) -> tuple[int, str]:
    return (ROLES.index(role) if role in ROLES else len(ROLES), role)


def _sessions(community: CommunityFiles, today: date) -> Iterator[Gap]:
    held = [one for one in community.sessions if one.date < today and not one.cancelled]
    if not coming(community, today):
        yield Gap("rhythm", "the dates of the next sessions", "sessions/")
    led = {who for one in held if (who := community.roles(one).holder("facilitator"))}
    if len(held) > OFTEN and len(led) == 1:
        yield Gap("session", "how a second person facilitates: one has done it every time", "sessions/, team")
    recent = [one for one in held if one.date >= months_later(today, -FRESH_MONTHS)]
    if lacking := sum(one.notes is None for one in recent):
        yield Gap("memory", f"the notes of {_count(lacking, 'session')} of the last year", "sessions/")
    if held and not any(one.id in community.feedback for one in recent):
        yield Gap("measures", "what members say after a session", "feedback/")


def _work(community: CommunityFiles, today: date) -> Iterator[Gap]:
    for group in community.groups.values():
        if group.finished is not None and not group.result:
            yield Gap("work", f"what came of the group “{group.name}”", "groups/, result")
    for one in community.initiatives.values():
        if one.stage in ("promising", "exemplar", "spreading", "embedded") and not one.how_to_adopt:
            yield Gap("work", f"how to take up “{one.name}”", "initiatives/, how_to_adopt")
    stories = community.other.get("story", {}).values()
    if lacking := sum(not has_agreed(story.consent, today) for story in stories):
        what = f"whether the tellers of {_count(lacking, 'story', 'stories')} agree"
        yield Gap("measures", what, "stories/, consent", team=True)


def _learned(community: CommunityFiles) -> Iterator[Gap]:
    open_ones: list[str] = []
    for one in practices_of(community):
        if one.verdict is None:
            open_ones.append(one.what)
        elif one.verdict == "keep" and len(set(one.seen)) < OFTEN:
            seen = "once" if one.seen else "never"
            yield Gap("learned", f"whether it lasts: “{one.what}” has been seen {seen}", "practices.yaml, seen")
        elif not one.why:
            yield Gap("learned", f"what “{one.what}” changed", "practices.yaml, why")
    if len(open_ones) > OFTEN:
        yield Gap("learned", f"what we think of {len(open_ones)} things that we try", "practices.yaml, verdict")
    else:
        yield from (Gap("learned", f"what we think of “{what}”", "practices.yaml, verdict") for what in open_ones)


def _costs(community: CommunityFiles) -> Iterator[Gap]:
    notes = notes_of(community)
    named = {fold(key) for key in (notes.costs if notes is not None else {})}
    if missing := [role for role in ROLES if role not in named]:
        yield Gap("costs", f"the hours of the {joined(missing)}", "blueprint.yaml, costs")


def _version(shared: Shared, community: CommunityFiles, today: date) -> Iterator[Gap]:
    notes = notes_of(community)
    if notes is None:
        return
    if notes.refreshed is None or notes.refreshed < months_later(today, -FRESH_MONTHS):
        yield Gap(
            "version",
            "whether this still holds: nobody has gone through it for a year",
            "blueprint.yaml, refreshed",
        )
    silent = 0
    for who in notes.authors:
        person = shared.people.get(community.company(shared.register).who(who))
        silent += person is not None and not may_be_named(person)
    if silent:
        what = f"whether {_count(silent, 'author')} may be named in public"
        yield Gap("version", what, "programme/people.yaml, publish", team=True)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def joined(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`, in what a check says."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
