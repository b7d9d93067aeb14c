"""The files of a community that begins from another one's blueprint: its ways, and none of its people."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from copkit.editing.emit import emit
from copkit.editing.scaffold import field, prose, quoted, schema_line, value, whole
from copkit.editing.schemas import reference
from copkit.editing.starting import USUAL, Circle
from copkit.models.base import Part
from copkit.models.blueprint import BlueprintSettings, OrderCarried, PracticeCarried
from copkit.models.community import Rhythm
from copkit.models.fields import fields
from copkit.models.session import Segment

VERDICTS = {"keep": "elsewhere kept", "change": "elsewhere changed", "drop": "elsewhere dropped"}
HEAD = (
    "# The settings of a community, for others to begin from. People, dates and history are not in here.\n"
    "# copkit new community “Your community” --from THIS-FILE\n"
)


def settings_text(settings: BlueprintSettings) -> str:
    """The settings as the text of the file that travels."""
    return HEAD + emit(_plain(settings))


def _plain(record: Any) -> Any:
    """A record as plain data, without what has its default."""
    if isinstance(record, Part):
        pairs = ((one.key, _plain(getattr(record, one.name))) for one in fields(type(record)).values())
        return {key: made for key, made in pairs if made not in ("", None, [], {})}
    if isinstance(record, list | tuple):
        return [_plain(one) for one in record]
    return record


def sibling_files(
    circle: Circle,
    settings: BlueprintSettings,
    today: date,
    convenor: str = "",
    organisation: str = "",
    *,
    schemas: bool = True,
) -> dict[str, bytes]:
    """The files of a community that takes over another one's settings, by their paths."""
    folder = f"communities/{circle.id}"
    texts = {
        "community": ("community.yaml", _community(circle, settings, today, convenor, organisation)),
        "members": ("members.yaml", _members(convenor, today)),
        "practices": ("practices.yaml", _practices(settings)),
        "blueprint": ("blueprint.yaml", _blueprint(settings)),
    }
    if settings.feedback_form:
        texts["feedback-form"] = ("feedback-form.yaml", _form(settings))
    made = {}
    for kind, (name, lines) in texts.items():
        path = f"{folder}/{name}"
        made[path] = whole((*schema_line(reference(kind, path) if schemas else ""), *lines)).encode()
    if settings.running_orders:
        made[f"{folder}/running-orders.txt"] = whole(_orders(settings.running_orders)).encode()
    return made


def _flat(text: str) -> str:
    """A text that came from elsewhere on one line, as a remark needs it."""
    return " ".join(text.split())


def _community(
    circle: Circle, settings: BlueprintSettings, today: date, convenor: str, organisation: str
) -> Iterator[str]:
    origin = _flat(settings.from_)
    yield f"# Begun from the blueprint of {origin}." if origin else "# Begun from a blueprint."
    yield "# Its ways are here; the domain, the people and the dates are for you to decide."
    yield field("id", circle.id, "the name of this folder")
    yield field("name", prose(circle.name))
    if settings.kind != "community":
        yield field("kind", settings.kind)
    yield field("stage", "potential", "potential, coalescing, maturing, stewardship or transformation")
    yield field("started", today.isoformat(), "meetings before this day are not planned")
    yield from _domain()
    yield "community:"
    yield field("for", "", "who is welcome; people who use services too?", 2)
    yield from _scope(organisation)
    yield field("join", prose("Write to our mailbox. We set this up for you."), "", 2)
    yield from _strings("practice:", {"we_share": settings.practice.we_share, "outputs": settings.practice.outputs})
    yield "purpose:                        # theirs; put it in your own words"
    yield from (f"  - {quoted(line)}" for line in settings.purpose or USUAL["purpose"])
    yield field("sponsor", "", "a senior person who makes time and opens doors")
    yield from _team(settings, convenor, today)
    yield from _rhythm(settings.rhythm, circle)
    yield "agreement:                      # read out at the start; ask what is missing"
    yield field("rule", settings.agreement.rule, "", 2)
    yield "  principles:"
    yield from (f"    - {quoted(line)}" for line in settings.agreement.principles or USUAL["principles"])
    if settings.quorum:
        yield field("quorum", str(settings.quorum), "the least number of organisations")
    yield from _handover()


def _domain() -> Iterator[str]:
    yield "# Bring a design group together for two hours: three or four options, one decision, and the reasons."
    yield "domain:"
    yield field("focus", "", "what do you care about, in one line?", 2)
    yield field("problem", "", "which problem is behind it?", 2)
    yield field("people", "", "who would notice if it were solved?", 2)
    yield field("decided_by", "", "a design group, or the members", 2)
    yield field("reviewed", "", "on which day did you last look at this together?", 2)
    yield field("in_scope", "", "themes, each after “- ”", 2)
    yield field("out_of_scope", "", "and what do you leave to others?", 2)
    yield "  learning_agenda:              # which questions do you want to answer?"


def _scope(organisation: str) -> Iterator[str]:
    if organisation:
        yield "  organisations:                # add those who belong"
        yield f"    - {value(organisation)}"
    else:
        yield field("organisations", "", "ids from organisations.yaml, each after “- ”", 2)


def _strings(head: str, lists: dict[str, tuple[str, ...]]) -> Iterator[str]:
    if any(lists.values()):
        yield head
    for key, lines in lists.items():
        if lines:
            yield f"  {key}:"
            yield from (f"    - {quoted(line)}" for line in lines)


def _team(settings: BlueprintSettings, convenor: str, today: date) -> Iterator[str]:
    yield "# Roles to fill. Each can be shared, and learned."
    for one in settings.roles:
        yield f"#   {one.role}{f': {_flat(one.hours)}' if one.hours else ''}"
    yield "team:                           # “- who:” and an id, below it role: convenor and from: a date"
    if convenor:
        yield f"  - who: {value(convenor)}"
        yield "    role: convenor"
        yield f"    from: {today.isoformat()}"


def _rhythm(one: Rhythm, circle: Circle) -> Iterator[str]:
    yield "rhythm:"
    if one.kind != "monthly":
        yield field("kind", one.kind, "", 2)
        yield field("over_months", str(one.over_months), "", 2)
    if circle.starts or one.starts:
        yield field(
            "starts", circle.starts or one.starts or "", "the month in which this community's year starts", 2
        )
    yield field("meetings", str(one.meetings), "", 2)
    yield field("pattern", circle.pattern, "first to fourth or last, and a weekday", 2)
    yield field("start", quoted(circle.start), "24-hour clock", 2)
    yield from _list("months", one.months)
    yield from _list("break_months", one.break_months, "months without a meeting")
    yield from _list("in_person", tuple(map(str, one.in_person)), "which meetings of the year, by number")
    if one.place != "online":
        yield field("place", one.place, "", 2)
    yield field("online_minutes", str(one.online_minutes), "", 2)
    yield field("in_person_minutes", str(one.in_person_minutes), "", 2)
    if one.hybrid_minutes != Rhythm().hybrid_minutes:
        yield field("hybrid_minutes", str(one.hybrid_minutes), "", 2)
    yield field("briefing_minutes", str(one.briefing_minutes), "the senior leader's briefing", 2)
    yield field("venue", "", "the usual one", 2)
    yield field("link", "", "the usual one", 2)


def _list(key: str, items: tuple[str, ...], comment: str = "") -> Iterator[str]:
    if items:
        yield field(key, "", comment, 2)
        yield from (f"    - {item}" for item in items)


def _handover() -> Iterator[str]:
    yield "handover:                       # write it down while it is easy"
    yield field("files", "", "where do the files live?", 2)
    yield field("accounts", "", "which accounts are there, and which role holds each?", 2)
    yield field("licences", "", "", 2)
    yield field("without_copkit", prose("Every file opens in a text editor."), "", 2)


def _members(convenor: str, today: date) -> Iterator[str]:
    yield "# Who belongs, since when. “copkit new person NAME --join COMMUNITY” adds one."
    if convenor:
        yield f"- who: {value(convenor)}"
        yield f"  joined: {today.isoformat()}"


def _practices(settings: BlueprintSettings) -> Iterator[str]:
    yield "# What was learned elsewhere. Try it; then add the sessions to seen: and your own verdict:"
    yield "# keep, change or drop."
    for one in settings.practices:
        yield f"- what: {quoted(one.what)}"
        yield f"  why: {quoted(_told(one))}"
        yield "  seen:"
        yield "  verdict:"


def _told(one: PracticeCarried) -> str:
    """What something changed elsewhere, with what is known of it, in one text."""
    seen = one.evidence.strip()
    parts = [VERDICTS.get(one.verdict or "", ""), f"seen in {seen}" if seen[:1].isdigit() else ""]
    told = ", ".join(part for part in parts if part)
    return f"{one.why.strip()} ({told})".strip() if told else one.why


def _blueprint(settings: BlueprintSettings) -> Iterator[str]:
    yield "# Words that replace or add to what copkit draws from the files. Theirs, until you make them yours."
    yield field("final", "no")
    yield field("refreshed", "", "the day when your team last went through it")
    yield field("authors", "", "ids of those who wrote it, each after “- ”")
    for key in ("must_stay", "may_change", "risks"):
        if lines := getattr(settings, key):
            yield f"{key}:"
            yield from (f"  - {quoted(line)}" for line in lines)
    if origin := _flat(settings.from_):
        licence = f" Its licence: {_flat(settings.licence)}." if settings.licence else ""
        yield "sections:"
        yield f"  version: {quoted(f'Begun from the blueprint of {origin}.{licence}')}"
    told = [one for one in settings.roles if one.hours]
    yield "costs:                          # hours by role are theirs; money is yours to find out"
    yield from (field(one.role, quoted(one.hours), "", 2) for one in told)


def _form(settings: BlueprintSettings) -> Iterator[str]:
    for one in settings.feedback_form:
        yield f"- question: {quoted(one.question)}"
        yield f"  item: {one.item}"


def _orders(orders: tuple[OrderCarried, ...]) -> Iterator[str]:
    yield "Running orders that came with the blueprint."
    yield "To use one, put it in a session's plan in place of its “agenda:” line."
    for one in orders:
        yield ""
        yield f"{one.place.replace('-', ' ').capitalize()}, {sum(item.minutes for item in one.items)} minutes:"
        yield ""
        yield from emit({"agenda": [_as_data(item) for item in one.items]}).splitlines()


def _as_data(item: Segment) -> dict[str, Any]:
    pairs = {
        "minutes": item.minutes,
        "kind": item.kind,
        "what": item.what,
        "lead": item.lead,
        "method": item.method,
    }
    return {key: one for key, one in pairs.items() if one}
