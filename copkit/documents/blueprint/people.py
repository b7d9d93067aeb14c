"""What the blueprint says of who belongs, who runs it, and what the programme's own role cards say."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.dates import say_date, say_number
from copkit.documents.attendance import said_people
from copkit.documents.blueprint.blocks import Block, facts, table
from copkit.documents.blueprint.drawn import Drawn
from copkit.models.community import Community, TeamMember
from copkit.models.networks import Neighbour
from copkit.models.role_cards import RoleCard

say = lexicon.Words("blueprint.people")


def people(drawn: Drawn) -> Iterator[Block]:
    """The right people, the team, role cards of the programme's own, and neighbours."""
    source = drawn.source
    about = source.community.about
    yield facts(
        (
            (say("who_is_welcome"), drawn.say(about.community.for_)),
            (say("how_to_join"), drawn.say(about.community.join)),
            (say("how_many"), _members(drawn)),
            (say("lived_experience"), _lived(drawn)),
            (say("sponsor"), source.name(about.sponsor)),
            (say("who_can_say_yes"), _governed(about)),
            (say("commissioned_by"), _commission(drawn)),
            (say("quorum"), say("at_least_organisations", number=say_number(about.quorum)) if about.quorum else ""),
        )
    )
    yield table(say("where_we_come"), say.lines("where_we_come_columns"), _sectors(drawn))
    yield from _team(drawn)
    yield from (_card(drawn, role, card) for role, card in _own_cards(drawn))
    yield table(say("neighbours_join_them"), say.lines("neighbours_join_them_columns"), _neighbours(drawn))


def _governed(about: Community) -> str:
    """Who decides, where it is written down."""
    return say.table("governance")[about.governance] if "governance" in about.model_fields_set else ""


def _members(drawn: Drawn) -> str:
    members = drawn.source.counting.members
    said = said_people(drawn.source.door, members) if members else ""
    return said[:1].upper() + said[1:]


def _lived(drawn: Drawn) -> str:
    there = drawn.source.counting.is_brought("lived-experience")
    return say("people_who_use_services_are") if there else ""


def _sectors(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """The organisations in scope by sector, in order of the sector's name."""
    kept: dict[str, list[str]] = {}
    for key in drawn.source.community.about.community.organisations:
        record = drawn.source.shared.organisations.get(key)
        sector = record.sector if record and record.sector else "other"
        kept.setdefault(say.table("sectors").get(sector, sector.replace("-", " ").capitalize()), []).append(
            drawn.organisation(key)
        )
    for sector in sorted(kept):
        yield sector, "; ".join(sorted(kept[sector], key=str.casefold))


def _neighbours(drawn: Drawn) -> Iterator[tuple[str, ...]]:
    """Networks next door that share a theme with this community; who is in both is for members."""
    about = drawn.source.community.about
    ours = {*about.domain.in_scope, *about.tags}
    for one in drawn.shared("networks"):
        if ours.intersection(one.shared_themes) and (name := drawn.say(one.name)):
            yield name, one.kind.capitalize(), _what(drawn, one), drawn.say(one.link)


def _what(drawn: Drawn, one: Neighbour) -> str:
    """What a neighbour does, and for members who of us is there."""
    names = [name for who in one.people if (name := drawn.source.name(who))]
    both = say("in_both", names=", ".join(names)) if names else ""
    does = drawn.say(one.what)
    return f"{does}{'' if does.endswith(('.', '!', '?')) else '.'} {both}" if does and both else does or both


def _commission(drawn: Drawn) -> str:
    """Who pays for the community, and who delivers it."""
    one = drawn.source.community.about.commission
    if one is None or not one.by:
        return ""
    by, provider = drawn.say(one.by), drawn.say(one.provider)
    if one.date:
        by = say("commissioned_since", by=by, day=say_date(one.date), months=say_number(one.months))
    return say("delivered_by", commission=by, provider=provider) if provider else by


def _team(drawn: Drawn) -> Iterator[Block]:
    source, today = drawn.source, drawn.source.today
    now = source.team(today)
    yield table(say("the_team_today"), _headings(drawn), (_row(drawn, one) for one in now))


def _headings(drawn: Drawn) -> tuple[str, ...]:
    own = drawn.source.only("members", lambda: (say("in_the_role"),))
    return (*say.lines("role_who"), *own, *drawn.source.only("team", lambda: say.lines("stands_in_follows")))


def _row(drawn: Drawn, one: TeamMember) -> tuple[str, ...]:
    source = drawn.source
    role = say.table("roles").get(one.role, one.role).capitalize()
    name = source.name(one.who) or lexicon.text("blueprint.a_member")
    own = source.only("members", lambda: (_term(one),))
    return role, name, *own, *source.only("team", lambda: (source.name(one.backup), source.name(one.successor)))


def _term(one: TeamMember) -> str:
    """Since when and until when somebody holds a role."""
    since, until = (say_date(day) if day else "" for day in (one.from_, one.until))
    if since and until:
        return say("since_until", since=since, until=until)
    if since:
        return say("since", since=since)
    return say("until", until=until) if until else ""


def _own_cards(drawn: Drawn) -> Iterator[tuple[str, RoleCard]]:
    """The cards that the programme wrote; those that come with copkit are the same everywhere."""
    shared = drawn.source.shared
    return (item for item in shared.role_cards.items() if shared.adds("role-cards", item[0]))


def _card(drawn: Drawn, role: str, card: RoleCard) -> Block:
    shown = drawn.say
    title = shown(card.title) or role.replace("-", " ")
    return facts(
        (
            (say("before"), shown(card.before)),
            (say("during"), shown(card.during)),
            (say("after"), shown(card.after)),
            (say("time"), hours(drawn, role)),
            (say("good_looks_like"), shown(card.good)),
            (say("who_helps"), shown(card.helped_by)),
            (say("for_how_long"), shown(card.for_how_long)),
        ),
        say("role_card", role=title.lower()),
        "card",
    )


def hours(drawn: Drawn, role: str) -> str:
    """What a role takes, as the community's own words say."""
    costs = drawn.notes.costs
    found = costs.get(role) or costs.get(role.replace("-", " "), "")
    return drawn.say(found) if isinstance(found, str) else ""
