"""Sessions of a seed: planned, held, moved, cancelled, two on a day, with notes and without."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.metrics.second.generator import Made

WORDS = ("the form", "the same sample", "two wards", "Annexes", "a bobsleigh")


def sessions(made: Made, name: str, company: list[str]) -> None:
    """Every month or two for two years, also past today."""
    rng, made.committed[name] = made.rng, {}
    on = made.begins + timedelta(days=rng.randint(0, 20))
    ids: list[str] = []
    while on <= made.ends:
        ids.append(on.isoformat())
        if rng.random() < 0.1:
            ids.append(f"{on.isoformat()}-2")
        on += timedelta(days=rng.choice((21, 28, 35, 56)))
    told = _Told(made, company)
    for one in ids:
        _session(made, name, one, told)


def _session(made: Made, name: str, one: str, told: _Told) -> None:
    rng, on, path = made.rng, date.fromisoformat(one[:10]), f"{name}/sessions/{one}"
    place = rng.choice(("online", "in-person", "hybrid", None))
    plan: dict[str, Any] = {"date": one[:10], "theme": "T", "place": place}
    if rng.random() < 0.1:
        on += timedelta(days=rng.choice((1, 7, 40)))
        plan |= {"date": on.isoformat(), "moved_from": one[:10], "moved_because": "snow"}
    if rng.random() < 0.3:
        plan["minutes"] = rng.choice(("45", "100"))
    if rng.random() < 0.5:
        plan["briefing"] = {"speaker": rng.choice(("Jo Bloggs", None))}
    if rng.random() < 0.5:
        held_by = {role: rng.choice(told.company) for role in ("convenor", "facilitator")}
        plan["team"] = {role: who for role, who in held_by.items() if rng.random() < 0.6} or None
    state = rng.choice(("noted",) * 12 + ("held", "cancelled", "cancelled-noted", "made", "plan", "no-plan"))
    if state == "held":
        plan["status"] = "held"
    if state.startswith("cancelled"):
        plan |= {"status": "cancelled", "because": "nobody"}
    if state != "no-plan":
        made.files[f"{path}.yaml"] = plan
    if on > made.today or state in ("held", "plan", "cancelled"):
        return
    if state == "made":
        made.files[f"{path}.notes.yaml"] = {"present": [], "capture": None}
        return
    made.files[f"{path}.notes.yaml"] = told.notes(one, on, counts=not state.startswith("cancelled"))
    if rng.random() < 0.9:
        made.committed[name][one] = on + timedelta(days=rng.choice((0, 3, 10, 11, 50)))


class _Told:
    """What a community's notes said so far, so that later ones may answer."""

    def __init__(self, made: Made, company: list[str]) -> None:
        self.made, self.company, self.rng = made, company, made.rng
        self.guests = [key for key in made.people if key not in company][:3]
        self.often = ("connect",) * (40 if len(company) > 29 else 0)
        self.open: list[str] = []
        self.asked: list[str] = []
        self.linked: list[str] = []

    def called(self, key: str) -> str:
        """A person as somebody may type them: id, full name, first name."""
        name = self.made.people[key]
        return self.rng.choice((key, key, name, name.split(" ")[0]))

    def somebody(self) -> str:
        return self.called(self.rng.choice(self.company))

    def notes(self, one: str, on: date, *, counts: bool) -> dict[str, Any]:
        rng = self.rng
        there = rng.sample(self.company, rng.randint(1, len(self.company)))
        there += rng.sample(self.guests, rng.randint(0, len(self.guests)))
        notes: dict[str, Any] = {"present": [self.called(key) for key in there]}
        if rng.random() < 0.15:
            notes["present"].append("Zed Unknown")
        if rng.random() < 0.12:
            notes["present"] = []
        notes |= {"others": rng.choice((None, "0", "2", "5")), "voices": rng.choice((None, "3", "9", "99"))}
        if rng.random() < 0.4:
            notes["minutes_taken"] = rng.choice(("80", "95"))
        if rng.random() < 0.3:
            notes["minutes"] = {rng.choice(there): rng.choice(("30", "70", "400"))}
        if rng.random() < 0.3:
            notes["tables_sat"] = [rng.sample(self.company, rng.randint(2, 4)) for _ in range(2)]
        lines, actions, decisions = self._lines(one, on)
        notes["capture"] = "".join(f"{line}\n" for line in lines)
        if decisions and rng.random() < 0.6:
            notes["led_by"] = {"1": self.somebody()}
        if counts:
            self.open += actions
        return notes

    def _lines(self, one: str, on: date) -> tuple[list[str], list[str], int]:
        rng = self.rng
        many = dict.fromkeys(("action", "ask", "question", "connect", "decision"), 0)
        lines = ["a line that is nothing"]
        for _ in range(rng.randint(0, 9)):
            word = rng.choice((*many, "offer", "answer", "done", "idea", *self.often))
            if word in many:
                many[word] += 1
            lines.append(f"{rng.choice(('', '- ', '* '))}{word}: {self._said(word, on)}")
        self.asked += [f"{one}/{word}/{n + 1}" for word in ("ask", "question") for n in range(many[word])]
        self.linked += [f"{one}/connect/{n + 1}" for n in range(many["connect"])]
        return lines, [f"{one}/{number + 1}" for number in range(many["action"])], many["decision"]

    def _said(self, word: str, on: date) -> str:
        rng, what = self.rng, self.rng.choice((*WORDS, self.made.people[self.rng.choice(self.company)]))
        if word == "connect":
            return f"{' + '.join(self.somebody() for _ in range(rng.choice((2, 2, 2, 3, 1))))} | {what}"
        if word == "action":
            linked = f" after {rng.choice(self.linked)}" if self.linked and rng.random() < 0.2 else ""
            return f"{self.somebody()} | send {what}{linked} | {self._due(on)}".rstrip(" |")
        if word in ("ask", "offer"):
            text = rng.choice((what, f"sit with {self.made.people[rng.choice(self.company)].split(' ')[0]}"))
            return f"{self.somebody()} | {text}"
        if word == "done":
            return f"{rng.choice(self.open)} | sent" if self.open else "2020-01-01/1 | nothing"
        if word == "answer":
            asked = [one for one in self.asked if "/question/" in one]
            return f"{rng.choice(asked)} | yes" if asked and rng.random() < 0.6 else "yes, of course"
        return what

    def _due(self, on: date) -> str:
        later = on + timedelta(days=self.rng.choice((7, 30, 60)))
        return self.rng.choice((later.isoformat(), f"{later.day} {later:%b}", "+2w", ""))
