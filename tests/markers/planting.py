"""The workspace of markers: the demonstration's first community, full of them, and what must not get out of it."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from copkit.editing.emit import emit
from copkit.models.base import Audience
from copkit.models.kinds import KINDS, kind_of
from copkit.workspace import Folder, load
from copkit.yamlfile import read
from tests.markers.marking import FIELD, KEPT, UNLISTED, UNREAD, UNTOLD, Marker, Planter
from tests.markers.naming import HOUSE, SHORT
from tests.shell import ROOT, demonstration

MAIN = "systems-leadership"
HELD, NEXT, OWN_ORDER = "2026-11-10", "2027-01-12", "2027-03-09"
"""A session with notes, the one to come, and one with a running order of its own."""
BARE, FIRST = "night-care", "2027-01-19"
"""A community that is still finding its people, with a session to come, and nobody who designed it."""
HIDDEN = ("2026-06-09", "2027-02-09")
"""Unlisted: one that was held, of which much came, and one to come."""
CANCELLED, CHANGED = "2027-03-23", "2027-02-09"
"""One that people hold as cancelled, and one that was in another place before."""
GONE = "2027-02-02"
"""Issued, and planned no longer."""
BROKEN = "2026-05-12"
"""Its notes do not parse: they are read by lines."""
NAMING = (f"{NEXT}.yaml", f"{HELD}.notes.yaml", "discharge-lounge.yaml", "carers-page.yaml", "updates.yaml",
          "2026-09-reading-aloud.yaml", "blueprint.yaml")  # fmt: skip
"""Files in which texts name somebody who did not agree: a plan, notes, an initiative, a group, results, a story,
what the team adds to its blueprint."""
FAMILIAR = ("discharge-lounge.yaml", "carers-page.yaml")
"""Those of them in which it is the first name alone, which is enough in a community's company."""
NARROW: dict[str, tuple[Audience, str]] = {
    **dict.fromkeys(HIDDEN, ("members", UNLISTED)),
    "2026-11-thursday-key": ("members", KEPT),
    "2026-11-untold": ("team", UNTOLD),
}
"""Files that are for fewer than their fields say."""
ONE_CALL = f"communities/{MAIN}/stories/2026-11-one-call.yaml"
UNNAMED = "lee.marsh"
EXAMPLES = ROOT / "tests" / "docs" / "examples"


class Planted(NamedTuple):
    """The workspace, its markers by their tokens, and the people who did not agree to be named in public."""

    root: Path
    markers: dict[str, Marker]
    unnamed: dict[str, str]


def plant(folder: Path) -> Planted:
    """One community and its programme, with an example of each kind of file that they do not have."""
    root = demonstration(folder)
    for other in (root / "communities").iterdir():
        if other.name not in (MAIN, "programme"):
            shutil.rmtree(other)
            for path in (root / "communities" / "programme").rglob("*.yaml"):
                path.write_text(path.read_text(encoding="utf-8").replace(other.name, MAIN), encoding="utf-8")
    _add_examples(root)
    _add_bare(root)
    with (root / "communities/programme/organisations.yaml").open("a", encoding="utf-8") as file:
        file.write(f"quiet-harbour: {{name: {HOUSE}, short: {SHORT}, sector: voluntary}}\n")
    _forget_others(root)
    plan = root / f"communities/{MAIN}/sessions/{OWN_ORDER}.yaml"
    plan.with_name(f"{CANCELLED}.yaml").write_text(
        plan.read_text(encoding="utf-8").replace(OWN_ORDER, CANCELLED) + "status: cancelled\nbecause: Snow\n"
    )
    shutil.copy(root / ONE_CALL, (root / ONE_CALL).with_name("2026-11-untold.yaml"))
    _call_after_somebody(root)
    workspace = load(Folder(root))
    unnamed = {key: one.name for key, one in workspace.shared.people.items() if one.publish != "yes"}
    stories = workspace.communities[MAIN].other["story"].values()
    planter = Planter(frozenset(story.teller.who for story in stories if story.teller.show == "role"))
    for path in sorted(root.rglob("*.yaml")):
        _plant_file(planter, root, path, unnamed[UNNAMED])
    for path in sorted(root.rglob("*.csv")):
        planter.open(path.relative_to(root).as_posix())
        model = "FollowUp" if path.parent.name == "follow_up" else "Answer"
        path.write_text(planter.answers(path.read_text(encoding="utf-8"), model), encoding="utf-8")
    _break_notes(planter, root)
    return Planted(root, planter.markers, unnamed)


def _call_after_somebody(root: Path) -> None:
    """An initiative, a group and a story whose files are called after somebody, and what points to them."""
    home, name = root / f"communities/{MAIN}", UNNAMED.replace(".", "-")
    for folder in ("initiatives", "groups", "stories"):
        first = sorted((home / folder).glob("*.yaml"))[0]
        text = first.read_text(encoding="utf-8")
        if folder != "initiatives":
            text = re.sub(r"^(initiative|evidence): .*\n", "", text, flags=re.MULTILINE)
            text += {"groups": f"initiative: {name}\n", "stories": f"evidence: [{name}]\n"}[folder]
        (home / folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _forget_others(root: Path) -> None:
    """Only those who are named somewhere stay in the register: each costs every document a moment."""
    register = root / "communities/programme/people.yaml"
    words = {
        word for path in root.rglob("*.yaml") if path != register
        for word in re.findall(r"[a-z0-9.-]+", path.read_text(encoding="utf-8"))
    }  # fmt: skip
    people = read(register.read_bytes(), "people.yaml").data
    register.write_text(emit({key: one for key, one in people.items() if key in words}), encoding="utf-8")


def _add_bare(root: Path) -> None:
    (home := root / "communities" / BARE / "sessions").mkdir(parents=True)
    rhythm = {"pattern": "third tuesday", "link": "https://rooms.anytown.example/nights"}
    about = {"name": "Night care", "stage": "potential", "team": [], "rhythm": rhythm}
    about["domain"] = {"decided_by": "the members"}
    (home.parent / "community.yaml").write_text(emit(about), encoding="utf-8")
    for day in ("2026-09-15", "2026-10-20", FIRST):
        (home / f"{day}.yaml").write_text("theme: Nights\nplace: online\n", encoding="utf-8")


def _add_examples(root: Path) -> None:
    there = {kind_of(path.relative_to(root).as_posix()) for path in root.rglob("*.yaml")}
    for kind in KINDS.values():
        if kind not in there:
            path = root / kind.path.replace("COMMUNITY", MAIN).replace("ID", "jo.ng")
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(EXAMPLES / f"{kind.name}.yaml", path)


def _plant_file(planter: Planter, root: Path, path: Path, unnamed: str) -> None:
    file = path.relative_to(root).as_posix()
    kind, data = kind_of(file), read(path.read_bytes(), file).data
    assert kind is not None and data is not None, file
    stem = path.name.split(".")[0]
    least, why = NARROW.get(stem, ("public", FIELD))
    names = unnamed.split()[0] if path.name in FAMILIAR else unnamed if path.name in NAMING else ""
    planter.open(file, names=names, least=least, why=why, whole=path.name == f"{NEXT}.yaml")
    if why in (UNLISTED, KEPT) and kind.name in ("plan", "story"):
        data["publish"] = "no"
    if why == UNTOLD:
        del data["consent"]
    if kind.name == "plan" and stem == OWN_ORDER:
        del data["agenda"]
        data["methods"] = ["fishbowl"]
    if kind.name == "plan" and stem == HELD:
        data["skills"] = ["build-relationships"]
    if stem == "discharge-lounge":
        data.setdefault("adoption", {})[f"{unnamed}’s ward"] = {"status": "adopted", "date": "2026-11-01"}
    if stem == "blueprint" and kind.name == "blueprint":
        data.setdefault("costs", {})[f"Time of {unnamed}"] = 300
    if stem == NEXT:
        data["agenda"] = [{"minutes": 90, "kind": "dialogue", "what": "Talk", "method": f"{unnamed}’s round"}]
        data["travel"] = f"Ask {unnamed} at the gate"
        data["moves"] = [{"from": "2027-01-05"}, {"from": "2027-01-06"}]
    if kind.name == "community" and path.parent.name == MAIN:
        data["objective"] = "Home sooner"
    if kind.name == "challenges":
        data[0]["entries"][0]["initiative"] = "shared-form"
    if kind.name == "programme":
        data["logo"] = "logo.svg"
        data["partners"] = [{"organisation": "hospice", "logo": "logo.svg"}]
        drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
        (root / "logo.svg").write_text(drawing, encoding="utf-8")
    if kind.name == "issued":  # nothing has changed since
        for one in data.values():
            one["before"] = {name: one[name] for name in ("start", "end", "place")}
    if kind.name == "issued" and path.parent.name == MAIN:
        data[CHANGED]["before"]["place"] = "Harbour Hall"
        data[GONE] = next(iter(data.values())) | {"start": f"{GONE}T10:00", "end": f"{GONE}T11:30"}
        data[GONE] |= {"uid": f"{GONE}.{MAIN}@anytown.copkit", "title": "Winter", "publish": "yes"}
    if kind.name == "health-rules":  # in the place of one of copkit's, and never kept
        data = {"rhythm": data["stories"] | {"metric": "D1", "label": "", "side": "at-most", "per_cent": "1"}}
    path.write_text(emit(planter.records(kind, data)), encoding="utf-8")


def _break_notes(planter: Planter, root: Path) -> None:
    """A brace that nobody closed: what stands in the file for the team is now in lines that could not be read."""
    path = root / f"communities/{MAIN}/sessions/{BROKEN}.notes.yaml"
    file = path.relative_to(root).as_posix()
    planter.open(file)
    token = planter.mark("Notes.minutes", "team")
    whole = re.sub(r"(?m)^minutes:.*\n(  .*\n)*", "", path.read_text(encoding="utf-8"))
    path.write_text(f"minutes: {{jo.ng: {token}\n{whole}", encoding="utf-8")
    for one in list(planter.markers.values()):
        if one.file == file and one.audience == "team":
            planter.markers[one.token] = one._replace(why=UNREAD)
