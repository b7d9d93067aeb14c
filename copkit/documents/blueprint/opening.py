"""What the blueprint says of why a community meets, and of what it cares about."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.blueprint.blocks import Block, facts, points, table
from copkit.documents.blueprint.drawn import Drawn
from copkit.people.register import fold

say = lexicon.Words("blueprint.opening")


def why(drawn: Drawn) -> Iterator[Block]:
    """Objective, purpose and history."""
    source = drawn.source
    about, programme = source.community.about, source.shared.programme
    yield facts(
        (
            (say("our_objective"), drawn.say(about.objective or programme.objective)),
            (say("our_system"), drawn.say(programme.system)),
            (say("our_area"), drawn.say(programme.area)),
            (say("our_host"), drawn.say(programme.mission)),
            (say("closed"), _closed(drawn)),
        )
    )
    yield points(drawn.say_all(about.purpose), say("we_meet_to"))
    yield facts(
        (
            (say("what_we_share"), "; ".join(drawn.say_all(about.practice.we_share))),
            (say("what_comes"), "; ".join(drawn.say_all(about.practice.outputs))),
        )
    )
    history = sorted((one.date, one.what) for one in about.history if one.date is not None and drawn.say(one.what))
    yield table(
        say("how_it_came_about"),
        say.lines("how_it_came_about_columns"),
        ((say_date(day), what) for day, what in history),
    )


def _closed(drawn: Drawn) -> str:
    """When a community that has ended did so, and why."""
    about = drawn.source.community.about
    if about.closed is None:
        return ""
    why = drawn.say(about.closed_because)
    day = say_date(about.closed)
    return say("closed_because", day=day, why=why) if why else say("closed_on", day=day)


def domain(drawn: Drawn) -> Iterator[Block]:
    """Focus, problem, how and by whom it was decided, and what was not taken."""
    about = drawn.source.community.about
    one = about.domain
    yield facts(
        (
            (say("we_care_about"), drawn.say(one.focus)),
            (say("the_problem"), drawn.say(one.problem)),
            (say("our_concern"), drawn.say(one.concern)),
            (say("for_whom"), drawn.say(one.people)),
            (say("patient_area"), drawn.say(one.patient_area)),
            (say("services"), ", ".join(drawn.say_all(one.services))),
            (say("in_scope"), _themes(drawn.say_all(one.in_scope))),
            (say("left_to_others"), _themes(drawn.say_all(one.out_of_scope))),
        )
    )
    yield points(drawn.say_all(one.learning_agenda), say("questions_that_we_want"))
    yield from _decision(drawn)


def _themes(words: tuple[str, ...]) -> str:
    return ", ".join(word.replace("-", " ") for word in words)


def _decision(drawn: Drawn) -> Iterator[Block]:
    about = drawn.source.community.about
    group, reviewed = about.design_group, about.domain.reviewed
    pairs = [(say("gone_through"), say_date(reviewed) if reviewed else "")]
    if group is None:
        decided = about.domain.decided_by.replace("-", " ")
        pairs.insert(0, (say("decided_by"), drawn.say(decided)))
    else:
        names = [name for who in group.members if (name := drawn.source.name(who))]
        pairs[:0] = [
            (say("decided_by"), say("group_on", day=say_date(group.date)) if group.date else say("group")),
            (say("in_the_room"), ", ".join(names) or drawn.count(drawn.source.counting.chose_the_domain)),
            (say("from"), ", ".join(drawn.organisation(key) for key in group.organisations)),
            (say("what_was_known"), drawn.say(group.known)),
            (say("what_was_chosen"), drawn.say(group.decision)),
            (say("not_taken"), ", ".join(_not_taken(drawn))),
        ]
    yield facts(pairs, say("how_it_was_decided"))


def _not_taken(drawn: Drawn) -> tuple[str, ...]:
    """The options that were not chosen; all of them where the decision begins with none."""
    group = drawn.source.community.about.design_group
    if group is None:
        return ()
    chosen = fold(group.decision)
    return drawn.say_all(tuple(one for one in group.options if not chosen.startswith(fold(one))))
