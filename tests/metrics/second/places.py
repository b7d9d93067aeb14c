"""R: from where they came."""

from collections import Counter

from tests.metrics.second.view import Answer, Answers, Session, View, count, share


def r1(view: View) -> Answers:
    reached = {home for _, _, home in view.homes if home}
    if not reached and view.held:
        return {"": Answer(None)}
    beyond = count(len(reached - set(view.scope)))
    return {"": share(sum(one in reached for one in view.scope), len(view.scope)), "out of scope": beyond}


def r2(view: View) -> Answers:
    sectors = Counter(view.registers.sector(home) or "not known" for _, _, home in view.homes)
    return {sector: share(many, len(view.homes)) for sector, many in sectors.items()}


def r3(view: View) -> Answers:
    homes = Counter(home for _, _, home in view.homes if home)
    every = sum(homes.values())
    index = sum((many / every) ** 2 for many in homes.values()) if every else None
    return {
        "": share(max(homes.values(), default=0), every),
        "index": Answer(index),
        "effective number": Answer(1 / index if index else None),
        **{home: share(many, every) for home, many in homes.items()},
    }


def _strangers(view: View) -> bool:
    """Whether people came and the register knows none of them: then nobody can say what they bring."""
    return bool(view.came) and not any(view.names.known(key) for key in view.came)


def r4(view: View) -> Answers:
    if _strangers(view):
        return {"": Answer(None)}
    lived = [(one, key) for one, key, home in view.homes if _lives_it(view, key, home)]
    return {
        "": share(len({one.id for one, _ in lived}), len(view.attended)),
        "attendances": share(len(lived), len(view.homes)),
    }


def _lives_it(view: View, key: str, home: str | None) -> bool:
    return "lived-experience" in view.registers.brings(key) or view.registers.sector(home) == "lived-experience"


def r5(view: View) -> Answers:
    last = [one for one in view.ever_held if one.present][-3:]
    if len(last) < 3:
        return {"": Answer(None)}
    reached = {view.home(key, one.date) for one in last for key in one.present}
    return {"": share(sum(one not in reached for one in view.scope), len(view.scope))}


def r6(view: View) -> Answers:
    if _strangers(view):
        return {"": Answer(None)}
    whole = share(sum(_all_three(view, one) for one in view.attended), len(view.attended))
    asked = len({key for _, key, home in view.homes if view.registers.brings(key) or _lives_it(view, key, home)})
    told = asked and asked < len(view.came) and (whole.value or 0) < 1
    return {"": whole} | ({"asked what they bring": share(asked, len(view.came))} if told else {})


def _all_three(view: View, one: Session) -> bool:
    brought = {what for key in one.present for what in view.registers.brings(key)}
    return {"expertise", "clinical", "authority"} <= brought


CODES = {"R1": r1, "R2": r2, "R3": r3, "R4": r4, "R5": r5, "R6": r6}
