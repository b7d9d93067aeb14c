"""People and organisations as lists show them: the members of each community, and the programme's registers."""

from collections import Counter
from collections.abc import Iterator

from copkit.dates import say_date
from copkit.models.community import Member
from copkit.nouns.row import Row, Scene, by_name, iso
from copkit.people.roles import on_day


def members(scene: Scene) -> Iterator[Row]:
    """By name: from where, which role, and since when or until when each is on the roll."""
    company = scene.own.company(scene.shared.register)
    named = sorted(
        ((company.find(one.who), one) for one in scene.own.members), key=lambda row: by_name(row[0].shown, "")
    )
    for who, one in named:
        gone = one.left is not None and one.left < scene.day
        key = who.id or one.who
        organisation = scene.shared.register.organisation(key, scene.day)
        roles = [held.role for _, held in on_day(scene.own.about.team, scene.day) if company.who(held.who) == key]
        data = {
            "organisation": organisation or None,
            "joined": iso(one.joined),
            "left": iso(one.left),
            "roles": roles,
        }
        cells = (who.shown, scene.organisation(organisation) or "–", ", ".join(roles) or "–", _on_roll(one, gone))
        yield scene.row(one, key, who.shown, cells, data, open=not gone)


def _on_roll(one: Member, gone: bool) -> str:
    if gone and one.left is not None:
        return f"left {say_date(one.left)}"
    return f"since {say_date(one.joined)}" if one.joined else "–"


def people(scene: Scene) -> Iterator[Row]:
    """By name: from which organisation, and what each does there."""
    register = scene.shared.register
    for key, one in sorted(scene.shared.people.items(), key=lambda row: by_name(row[1].name, row[0])):
        organisation = register.organisation(key, scene.day)
        data = {"organisation": organisation or None, "job": one.job or None, "left": iso(one.left)}
        cells = (one.name or key, scene.organisation(organisation) or "–", one.job or "–", key)
        yield scene.row(one, key, one.name, cells, data, open=one.left is None or one.left >= scene.day)


def organisations(scene: Scene) -> Iterator[Row]:
    """By name: the sector, and how many people of the register are there."""
    register, still = scene.shared.register, scene.day
    there = Counter(register.organisation(key, still) for key in scene.shared.people)
    for key, one in sorted(scene.shared.organisations.items(), key=lambda row: by_name(row[1].name, row[0])):
        data = {"short": one.short or None, "sector": one.sector or None, "people": there[key]}
        gone = bool(one.became) and one.since is not None and one.since <= scene.day
        cells = (one.name or key, one.sector or "–", str(there[key]), key)
        yield scene.row(one, key, one.name, cells, data, open=not gone)
