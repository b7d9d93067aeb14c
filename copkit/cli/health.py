"""`copkit health`: signs of health, each a figure beside a threshold that anybody can read and change."""

from typing import Any

from copkit import lexicon
from copkit.cli.annual import Found, WantedYear, find_year
from copkit.cli.common import AsJson, CommunityName, Root, Today, YearName
from copkit.cli.exits import OK
from copkit.cli.options import For, From, To
from copkit.cli.say_json import say_json
from copkit.cli.show import say, tell
from copkit.documents.health import nothing_yet, signs_of
from copkit.metrics.health import Sign

_COLOURS = {"within": "green", "to look at": "yellow", "not known": "dim"}


def health(
    community: CommunityName = "",
    year: YearName = "",
    audience: For = "",
    from_: From = "",
    to: To = "",
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Say what a community may want to look at: each sign with its figure, its rule and its numbers.

    Signs are never added up, communities are listed by name and never ranked, and no sign looks at one person.
    “thresholds:” in programme.yaml sets another threshold, such as health.rhythm: 90. “copkit print health” makes a
    document of them.

    Example: copkit health systems-leadership
    """
    found = find_year(WantedYear(community, year, from_, to, audience, root, today), ("members", "public", "team"))
    if as_json:
        say_json({"communities": [_as_data(found, place) for place in range(len(found.annuals))]})
    elif len(found.annuals) == 1:
        _tell_one(found)
    else:
        _tell_all(found)
    return OK


def _tell_one(found: Found) -> None:
    annual = found.one
    tell(annual.community.name, "bold")
    say(annual.period.said)
    every = signs_of(annual)
    if nothing := nothing_yet(annual, every):
        say(f"\n{nothing}")
        tell(f"“copkit next {annual.community.id}” says what to do first.", "cyan")
        return
    symbols = lexicon.table("health.symbols")
    for sign in every:
        say()
        tell(f"{symbols[sign.standing]} {sign.rule.question}", _COLOURS[sign.standing])
        tell(f"    {_numbers(sign)}")
        if sign.standing == "to look at":
            tell(f"    {sign.rule.advice}")


def _numbers(sign: Sign) -> str:
    """The figure, its code, the rule and its setting: `3 of 4 (D1); at least 80%`."""
    said = f"{sign.said} ({sign.rule.metric})" if sign.said else sign.rule.metric
    why = f"; not judged: {sign.why}" if sign.why else ""
    return f"{said}; the rule is {sign.rule_said} ({sign.setting}){why}"


def _tell_all(found: Found) -> None:
    """For each community, by name, what it may look at."""
    for one in sorted(found.annuals, key=lambda one: one.community.name.casefold()):
        tell(one.community.name, "bold")
        every = signs_of(one)
        if nothing := nothing_yet(one, every):
            say(f"  {nothing}")
            continue
        for sign in every:
            if sign.standing == "to look at":
                tell(f"  ▲ {sign.rule.question}", "yellow")
                tell(f"      {_numbers(sign)}")
        if all(sign.standing != "to look at" for sign in every):
            say("  Nothing to look at.")
        unknown = [sign.name for sign in every if sign.standing == "not known"]
        if unknown:
            tell(f"  Not known: {', '.join(unknown)}")
    say("\n“copkit health COMMUNITY” shows every rule of one.")


def _as_data(found: Found, place: int) -> dict[str, Any]:
    annual = found.annuals[place]
    return {
        "community": annual.community.id,
        "from": annual.period.start.isoformat(),
        "to": annual.period.end.isoformat(),
        "signs": [
            {
                "sign": sign.name,
                "question": sign.rule.question,
                "code": sign.rule.metric,
                "label": sign.rule.label,
                "said": sign.said,
                "side": sign.side,
                "threshold": sign.threshold,
                "setting": sign.setting,
                "standing": sign.standing,
                "why": sign.why,
            }
            for sign in signs_of(annual)
        ],
    }
