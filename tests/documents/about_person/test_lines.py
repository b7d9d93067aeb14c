"""What lines of notes say of a person is told, with what became of it; what others say is quoted."""

from pathlib import Path

from copkit.documents.about_person import about
from copkit.people.mentions import Seeker
from copkit.workspace import Folder, load
from copkit.workspace.places import Files

FIRST = """present: [jo.ng, sam.reid]
capture: |
  action: Jo | ring the ward with Sam Reid | 30 June
  offer: Jo Ng | a room at the hospice
  connect: jo.ng + sam.reid | beds
  ask: Sam Reid | a form
  note: Sam Reid thanked Jo Ng.
"""
SECOND = "capture: |\n  done: 2026-06-09/1 | rang, it helped\n"
SAID = [
    "You took on, at the meeting of 9 June 2026: “ring the ward with [somebody else]”, by 30 June 2026.",
    "You offered, at the meeting of 9 June 2026: “a room at the hospice”.",
    "You were put in touch with somebody, at the meeting of 9 June 2026: “beds”.",
    "Of “ring the ward with [somebody else]” was noted on 14 July 2026: “rang, it helped”.",
]


def test_each_line_that_names_somebody_is_a_sentence(tmp_path: Path) -> None:
    heart = "communities/heart"
    files = {
        "communities/programme/people.yaml": "jo.ng:\n  name: Jo Ng\nsam.reid:\n  name: Sam Reid\n",
        f"{heart}/community.yaml": "name: Heart\n",
        f"{heart}/members.yaml": "- {who: jo.ng}\n- {who: sam.reid}\n",
        f"{heart}/sessions/2026-06-09.yaml": "theme: Beds\n",
        f"{heart}/sessions/2026-07-14.yaml": "theme: Beds\n",
        f"{heart}/sessions/2026-06-09.notes.yaml": FIRST,
        f"{heart}/sessions/2026-07-14.notes.yaml": SECOND,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    workspace = load(Folder(tmp_path))
    seeker = Seeker("jo.ng", workspace.shared.register)
    found = list(about(workspace, Files(), None, seeker, {f"{heart}/sessions/2026-06-09.notes.yaml"}))
    assert [one.text for one in found] == ["You were at the meeting of 9 June 2026.", *SAID]
    told = {(place.line, place.start == 0) for one in found for place in one.places}
    assert (7, True) not in told, "what Sam said of Jo is a mention by somebody else"
