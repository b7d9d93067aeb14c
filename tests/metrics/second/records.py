"""What a seed's communities have besides sessions: updates, initiatives, groups, stories, forms, events."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.metrics.second.generator import Made

STAGES = ("spotted", "exploring", "testing", "promising", "exemplar", "spreading", "embedded", "stopped")
STATUSES = ("not-applicable", "not-yet", "aware", "in-progress", "adopted", "sustained", "declined", "stopped")
CRITERIA = ("need", "spread", "fun")
CYCLES = ("orienting", "immediate", "potential", "applied", "realised", "transformative", "strategic", "enabling")


def own(made: Made, name: str, company: list[str]) -> None:
    """What a community has of its own."""
    rng = made.rng
    ids = [path.split("/")[-1].split(".")[0] for path in made.files if path.startswith(f"{name}/sessions/")]
    made.files[f"{name}/updates.yaml"] = _updates(made, name)
    for number in range(rng.randint(0, 4)):
        made.files[f"{name}/initiatives/i{number}.yaml"] = _initiative(made, ids, _linked(made, name))
    for number in range(rng.randint(0, 3)):
        made.files[f"{name}/groups/g{number}.yaml"] = _group(made, ids, _linked(made, name))
    for number in range(rng.randint(0, 6)):
        made.files[f"{name}/stories/s{number}.yaml"] = _story(made, company, _linked(made, name))
    for one in dict.fromkeys(ids):
        if rng.random() < 0.35:
            made.files[f"{name}/feedback/{one}.csv"] = _feedback(made)
        if rng.random() < 0.2:
            rows = "".join(f"{rng.choice(('yes', 'no', ''))},,x\n" for _ in range(rng.randint(1, 6)))
            made.files[f"{name}/follow_up/{one}.csv"] = f"used,what,happened\n{rows}"


def _lines(made: Made, name: str, word: str) -> list[str]:
    """The ids of all lines of a word."""
    found = []
    for path, data in made.files.items():
        if path.startswith(f"{name}/sessions/") and path.endswith(".notes.yaml"):
            typed = [line.lstrip("-* ") for line in (data["capture"] or "").splitlines()]
            one = path.split("/")[-1].removesuffix(".notes.yaml")
            found += [f"{one}/{word}/{n + 1}" for n in range(sum(line.startswith(f"{word}:") for line in typed))]
    return found


def _linked(made: Made, name: str) -> list[str]:
    return [*_lines(made, name, "connect"), "2020-01-01/connect/1"]


def _updates(made: Made, name: str) -> list[dict[str, Any]]:
    """Lines move on, are dropped, opened again; one and the same may change often, and never twice on a day."""
    rng, rows, taken = made.rng, [], set()
    for word, statuses in (
        ("action", ("done", "dropped", "moved", "open")),
        ("ask", ("matched", "dropped", "open")),
        ("question", ("answered", "dropped", "open")),
    ):
        lines = _lines(made, name, word)
        for _ in range(min(len(lines), 6)):
            target = rng.choice(lines)
            on = made.some_day(date.fromisoformat(target[:10]) + timedelta(days=1), made.today)
            if (target, on) in taken:
                continue
            taken.add((target, on))
            status = rng.choice(statuses)
            row = {"date": on.isoformat(), word: target.replace("/action/", "/"), "status": status}
            if status == "moved":
                row["due"] = (on + timedelta(days=rng.choice((5, 40)))).isoformat()
            rows.append(row)
    return sorted(rows, key=lambda row: str(row["date"]))


def _initiative(made: Made, ids: list[str], linked: list[str]) -> dict[str, Any]:
    rng = made.rng
    surfaced = rng.choice([*ids, None])
    begun = date.fromisoformat(surfaced[:10]) if surfaced else made.begins
    days = sorted({made.some_day(begun) for _ in range(rng.randint(1, 4))})
    stages = [{"date": on.isoformat(), "stage": rng.choice(STAGES)} for on in days]
    if rng.random() < 0.15:
        stages.append({"date": None, "stage": "exploring"})
    rng.shuffle(stages)
    found: dict[str, Any] = {"name": "I", "surfaced": surfaced}
    if rng.random() < 0.85:
        found["stages"] = stages
        until = [row for row in stages if (row["date"] or "") <= made.today.isoformat()]
        if until and rng.random() < 0.8:
            found["stage"] = max(until, key=lambda row: row["date"] or "")["stage"]
    if rng.random() < 0.3:
        found["because_of"] = rng.choice(linked)
    found["evidence"] = [
        {"date": rng.choice((None, *(on.isoformat() for on in days))), "measure": "m", "before": "3", "after": "2"}
        for _ in range(rng.choice((0, 1, 1, 2)))
    ]
    places = rng.sample(made.organisations, rng.randint(0, len(made.organisations)))
    found["adoption"] = {key: _adoption(made, begun) for key in places} or None
    return found


def _adoption(made: Made, begun: date) -> dict[str, Any]:
    """A status and earlier ones; adoption may stop, start before the session, or have no day."""
    rng = made.rng
    days = sorted({made.some_day(begun - timedelta(days=60)) for _ in range(rng.randint(1, 3))})
    rows = [{"date": on.isoformat(), "status": rng.choice(STATUSES)} for on in days]
    last = rows.pop()
    if rng.random() < 0.2:
        return {"status": last["status"], "history": rows}
    rng.shuffle(rows)
    return last | {"history": rows} if rows else last


def _group(made: Made, ids: list[str], linked: list[str]) -> dict[str, Any]:
    rng = made.rng
    begun = made.some_day()
    found: dict[str, Any] = {"name": "G", "relation": rng.choice(("because-of", "alongside", None))}
    found["starts"] = begun.isoformat() if rng.random() < 0.85 else None
    if rng.random() < 0.5:
        found["from"] = rng.choice(ids)
    found["finish_by"] = made.some_day(begun).isoformat() if rng.random() < 0.7 else None
    found["finished"] = made.some_day(begun).isoformat() if rng.random() < 0.5 else None
    found["reports"] = [
        {"date": made.some_day(begun).isoformat(), "said": "on the way"} for _ in range(rng.randint(0, 3))
    ]
    if rng.random() < 0.3:
        found["because_of"] = rng.choice(linked)
    return found


def _story(made: Made, company: list[str], linked: list[str]) -> dict[str, Any]:
    rng = made.rng
    told = made.some_day().isoformat() if rng.random() < 0.9 else None
    found: dict[str, Any] = {"title": "S", "date": told, "teller": {"who": rng.choice(company)}}
    chance = rng.choice((0.4, 1, 1))
    found["cycles"] = {cycle: "told" for cycle in CYCLES if rng.random() < chance} or {"immediate": "told"}
    found["evidence"] = rng.choice(([], ["i0"], ["initiatives/i1"], ["i0", "i1", "i2", "i3"]))
    if rng.random() < 0.5:
        found["consent"] = found["date"]
    if rng.random() < 0.4:
        found["because_of"] = [rng.choice(linked)]
    return found


def _feedback(made: Made) -> str:
    rng = made.rng
    scores = ("", "1", "3", "4", "5")
    yes_no, words = ("", "yes", "no"), (("", "yes", "no", "maybe"), ("", "yes", "unsure"))
    kinds = (scores, scores, yes_no, words[0], scores, scores, words[1], ("x",))
    rows = [",".join(rng.choice(kind) for kind in kinds) for _ in range(rng.randint(1, 7))]
    heads = "useful,heard,met_someone,will_use,confident_before,confident_after,only_here,best"
    return "\n".join((heads, *rows, ""))


def shared(made: Made) -> None:
    """What all communities share: events, challenges, courses."""
    rng = made.rng
    made.files["programme/events.yaml"] = [_event(made, number) for number in range(rng.randint(0, 5))]
    made.files["programme/challenges.yaml"] = [_challenge(made, number) for number in range(rng.randint(0, 2))]
    made.files["programme/cohorts.yaml"] = [_cohort(made, number) for number in range(rng.randint(0, 3))]


def _event(made: Made, number: int) -> dict[str, Any]:
    rng = made.rng
    found: dict[str, Any] = {"name": f"E{number}", "kind": "conference", "date": made.some_day().isoformat()}
    found["from_us"] = rng.sample(sorted(made.people), 2)
    for key in ("took", "brought_back"):
        found[key] = rng.choice(("a story", None))
    if rng.random() < 0.4:
        found["community"] = rng.choice(made.communities)
    return found


def _challenge(made: Made, number: int) -> dict[str, Any]:
    rng = made.rng
    entries: list[dict[str, Any]] = [
        {
            "title": f"T{number}{n}",
            "by": rng.choice(made.organisations),
            "initiative": rng.choice(("i0", "i1", None)),
            "scores": {what: str(rng.randint(1, 5)) for what in CRITERIA if rng.random() < 0.7} or None,
        }
        for n in range(rng.randint(0, 3))
    ]
    titles = [row["title"] for row in entries]
    return {
        "name": f"Ch{number}",
        "closes": made.some_day().isoformat() if rng.random() < 0.9 else None,
        "criteria": {"need": "3", "spread": "2"},
        "entries": entries,
        "selected": rng.sample(titles, rng.randint(0, len(titles))),
    }


def _cohort(made: Made, number: int) -> dict[str, Any]:
    rng, started = made.rng, made.rng.randint(0, 20)
    completed = rng.randint(0, started + rng.choice((0, 0, 3)))
    found: dict[str, Any] = {"name": f"Course {number}", "started": str(started), "completed": str(completed)}
    found["starts"] = made.some_day().isoformat() if rng.random() < 0.7 else None
    found["ends"] = made.some_day().isoformat() if rng.random() < 0.5 else None
    found["communities_started"] = [one for one in made.communities if rng.random() < 0.3]
    return found
