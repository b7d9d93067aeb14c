"""Parts 0 to 3 of the blueprint: the model on one page, how to use it, why, and the domain."""

from collections.abc import Iterator

from copkit.dates import say_date, say_minutes
from copkit.documents.blueprint.blocks import Block, facts, missing, points, table, text
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.blueprint.rhythm import how_often, lengths
from copkit.documents.blueprint.words import HOW_TO_USE, READERS
from copkit.models.community import Rhythm
from copkit.workspace.people import fold

NOT_YET = "Not yet written"
ROLE_NAMES = "Convenor, curator, facilitator and moderator; a sponsor who opens doors"


def model(drawn: Drawn) -> Iterator[Block]:
    """The community as a picture of three rows: what it is, how it meets, what comes of it."""
    from copkit.render.charts import boxes

    about = drawn.source.community.about
    briefing = say_minutes(about.rhythm.briefing_minutes)
    told = f"A briefing of {briefing}, questions, dialogue on one question, asks and offers"
    rows = (
        (
            ("What we care about", drawn.say(about.domain.focus) or NOT_YET),
            ("Who we are", drawn.say(about.community.for_) or NOT_YET),
            ("What we share", _listed(drawn.say_all(about.practice.we_share)) or NOT_YET),
        ),
        (
            ("We meet", _meetings(about.rhythm)),
            ("A session", told),
            ("Notes", f"A line for each thing worth keeping, sent within {drawn.notes_within}"),
        ),
        (
            ("Actions and groups", "One owner, one day; a few people take one question away and report"),
            ("Initiatives", "Tried small, measured, stopped when they do not help"),
            ("What comes of it", _listed(drawn.say_all(about.practice.outputs)) or "What others take up"),
        ),
    )
    yield Block("picture", chart=boxes(rows), title="People who meet and talk find work worth doing together")
    yield facts(
        (
            ("Who runs it", ROLE_NAMES),
            ("Our agreement", ". ".join(drawn.say_all(about.agreement.principles))),
            ("What must stay", ". ".join(drawn.say_all(drawn.notes.must_stay))),
        )
    )


def _meetings(rhythm: Rhythm) -> str:
    rule = how_often(rhythm)
    return f"{rule}. {_first_up(lengths(rhythm))}" if rule else NOT_YET


def _listed(words: tuple[str, ...]) -> str:
    return _first_up(", ".join(words))


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


def use(drawn: Drawn) -> Iterator[Block]:
    """For whom this is, and where to begin to read."""
    yield table("", ("If …", "Begin here"), READERS)
    yield text(HOW_TO_USE)


def why(drawn: Drawn) -> Iterator[Block]:
    """Objective, purpose and history."""
    source = drawn.source
    about, programme = source.community.about, source.shared.programme
    yield facts(
        (
            ("Our objective", drawn.say(about.objective or programme.objective)),
            ("Our system", drawn.say(programme.system)),
            ("Our host", drawn.say(programme.mission)),
            ("Closed", _closed(drawn)),
        )
    )
    yield points(drawn.say_all(about.purpose), "We meet to")
    history = sorted((one.date, one.what) for one in about.history if one.date is not None and drawn.say(one.what))
    yield table("How it came about", ("When", "What happened"), ((say_date(day), what) for day, what in history))
    if not about.purpose:
        yield missing("why we meet")


def _closed(drawn: Drawn) -> str:
    """When a community that has ended did so, and why."""
    about = drawn.source.community.about
    if about.closed is None:
        return ""
    why = drawn.say(about.closed_because)
    return f"On {say_date(about.closed)}{f'. {why}' if why else ''}"


def domain(drawn: Drawn) -> Iterator[Block]:
    """Focus, problem, how and by whom it was decided, and what was not taken."""
    about = drawn.source.community.about
    one = about.domain
    if not one.focus:
        yield missing("what we care about. A design group decides it, or the members do: part 14 says how")
    yield facts(
        (
            ("We care about", drawn.say(one.focus)),
            ("The problem", drawn.say(one.problem)),
            ("Our concern", drawn.say(one.concern)),
            ("For whom", drawn.say(one.people)),
            ("Services", ", ".join(drawn.say_all(one.services))),
            ("In scope", _themes(drawn.say_all(one.in_scope))),
            ("Left to others", _themes(drawn.say_all(one.out_of_scope))),
        )
    )
    yield points(drawn.say_all(one.learning_agenda), "Questions that we want to answer")
    yield from _decision(drawn)


def _themes(words: tuple[str, ...]) -> str:
    return ", ".join(word.replace("-", " ") for word in words)


def _decision(drawn: Drawn) -> Iterator[Block]:
    about = drawn.source.community.about
    group, reviewed = about.design_group, about.domain.reviewed
    pairs = [("Gone through", say_date(reviewed) if reviewed else "")]
    if group is None:
        decided = about.domain.decided_by.replace("-", " ")
        pairs.insert(0, ("Decided by", drawn.say(decided)))
    else:
        names = [name for who in group.members if (name := drawn.source.name(who))]
        people = ", ".join(names) if not drawn.source.public else ""
        pairs[:0] = [
            ("Decided by", f"A design group{f' on {say_date(group.date)}' if group.date else ''}"),
            ("In the room", people or drawn.count(len(group.members))),
            ("From", ", ".join(drawn.organisation(key) for key in group.organisations)),
            ("What was known", drawn.say(group.known)),
            ("What was chosen", drawn.say(group.decision)),
            ("Not taken", ", ".join(_not_taken(drawn))),
        ]
    yield facts(pairs, "How it was decided")
    if not about.domain.decided_by and group is None:
        yield missing("who decided, and what else was considered")


def _not_taken(drawn: Drawn) -> tuple[str, ...]:
    """The options that were not chosen; all of them where the decision begins with none."""
    group = drawn.source.community.about.design_group
    if group is None:
        return ()
    chosen = fold(group.decision)
    return drawn.say_all(tuple(one for one in group.options if not chosen.startswith(fold(one))))
