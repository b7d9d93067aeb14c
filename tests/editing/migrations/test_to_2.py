"""Step 1 to 2: what is for nobody moves to the private file, and no byte besides."""

import pytest

from copkit.editing.migrations import STEPS, migrated, to_2
from copkit.editing.refused import Refused
from copkit.models.kinds import KINDS
from copkit.models.nobody import hidden_paths
from copkit.workspace.data_format import CURRENT, SETTINGS
from copkit.yamlfile import read

SHARED, OWN = "communities/programme/onboarding/jo.ng.yaml", "private/onboarding/jo.ng.yaml"
SECRET = "zq-canary-qz"

MOVES = {
    "a block with remarks": (
        "who: jo.ng\nskills:   # for me\n  a: {now: 2}  # low\n  # so far\nreading: [one]\n",
        "who: jo.ng\nreading: [one]\n",
        "skills:   # for me\n  a: {now: 2}  # low\n  # so far\n",
    ),
    "a text of several lines, the last of the file": (
        "who: jo.ng\n\n# mine\nnotes: |\n  One.\n\n  Two.\n",
        "who: jo.ng\n\n# mine\n",
        "notes: |\n  One.\n\n  Two.\n",
    ),
    "a file without a last line end": ("who: jo.ng\nnotes: One", "who: jo.ng\n", "notes: One\n"),
    "Windows line ends": ("who: a\r\nnotes: One\r\nrole: CEO\r\n", "who: a\r\nrole: CEO\r\n", "notes: One\n"),
    "a byte order mark": ("\ufeffnotes: One\nwho: jo.ng\n", "\ufeffwho: jo.ng\n", "notes: One\n"),
    "braces": ("{who: jo.ng, notes: One, role: CEO}\n", "{who: jo.ng, role: CEO}\n", "notes: One\n"),
    "what was learned, in braces and in lines": (
        "meet:\n  - {who: sam.reid, learned: 'a, b', by: 2026-01-02}  # soon\n"
        "  - learned: c\n    who: lee.marsh\n"
        "  - who: jo.bell\n    learned: >\n      d\n      e\n    kind: partner\n",
        "meet:\n  - {who: sam.reid, by: 2026-01-02}  # soon\n"
        "  - who: lee.marsh\n  - who: jo.bell\n    kind: partner\n",
        "meet:\n  - who: sam.reid\n    learned: a, b\n  - who: lee.marsh\n    learned: c\n"
        '  - who: jo.bell\n    learned: "d e\\n"\n',
    ),
    "braces over two lines": (
        "meet:\n- {who: sam.reid,\n   learned: a}\n",
        "meet:\n- {who: sam.reid}\n",
        "meet:\n  - who: sam.reid\n    learned: a\n",
    ),
    "somebody met twice, and a meeting with nobody": (
        "meet: [{who: sam.reid, learned: a}, {learned: b}, {who: sam.reid, learned: c}]\n",
        "meet: [{who: sam.reid}, {}, {who: sam.reid}]\n",
        "meet:\n  - who: sam.reid\n    learned: a\n  - learned: b\n  - who: sam.reid\n    learned: c\n",
    ),
    "nothing else in the file": ("notes: One\n", "who: jo.ng\n", "notes: One\n"),
}


@pytest.mark.parametrize("name", MOVES)
def test_each_shape_is_moved_and_every_other_byte_stays(name: str) -> None:
    before, shared, own = (text.encode() for text in MOVES[name])
    first = to_2.step({SHARED: before})
    assert list(first) == [OWN, SHARED], "what is moved stands in its new place first"
    assert first == {OWN: own, SHARED: shared}
    assert hidden_paths(read(shared, SHARED).data, KINDS["onboarding"]) == []
    assert to_2.step(first) == {}
    assert to_2.step({SHARED: before, OWN: own}) == {SHARED: shared}, "killed between the two, it goes on"


def test_gaps_that_nobody_filled_in_stay() -> None:
    text = b"who: jo.ng\nnotes:\nskills: {a: {now: , aim: }}\nmeet: [{who: sam.reid, learned: ''}]\n"
    assert to_2.step({SHARED: text}) == {}


def test_a_private_file_keeps_what_it_has_and_gains_the_rest() -> None:
    own = b"# mine alone\nmeet:\n- {who: lee.marsh, learned: b}   # on the bus\nskills: {a: {now: 2}}\n"
    text = b"skills: {a: {now: '2'}}\nnotes: One\n"
    text += b"meet: [{who: sam.reid, learned: a}, {who: lee.marsh, learned: b}]\n"
    made = to_2.step({SHARED: text, OWN: own})
    assert made[OWN] == (
        b"# mine alone\nmeet:\n- {who: lee.marsh, learned: b}   # on the bus\n"
        b"- who: sam.reid\n  learned: a\nskills: {a: {now: 2}}\nnotes: One\n"
    )


@pytest.mark.parametrize(
    ("shared", "own", "places"),
    [
        (f"role: CEO\nnotes: {SECRET}\n", "\nnotes: other\n", (f"{SHARED}:2", f"{OWN}:2")),
        (f"skills: {{a: {{now: 2}}}}\nx-s: {SECRET}\n", "skills: {a: {now: 3}}\n", (f"{SHARED}:1", f"{OWN}:1")),
        (
            f"meet:\n- {{who: b, learned: {SECRET}}}\n",
            "meet:\n- who: b\n  learned: c\n",
            (f"{SHARED}:2", f"{OWN}:3"),
        ),
    ],
)
def test_where_both_files_speak_and_differ_both_places_are_named(
    shared: str, own: str, places: tuple[str, str]
) -> None:
    with pytest.raises(Refused) as refused:
        to_2.step({SHARED: shared.encode(), OWN: own.encode()})
    assert all(place in str(refused.value) for place in places)
    assert refused.value.fix
    assert SECRET not in str(refused.value) + refused.value.fix + refused.value.snippet


@pytest.mark.parametrize(
    ("shared", "own", "place"),
    [
        (f"notes: [{SECRET}\n", "", SHARED),
        (f"who: jo.ng\nnotes: [{SECRET}]\n", "", f"{SHARED}:2"),
        (f"who: jo.ng\nskills: {{a: {SECRET}}}\n", "", f"{SHARED}:2"),
        (f"starts: the 9th\nnotes: {SECRET}\n", "", f"{SHARED}:1"),
        (f"notes: {SECRET}\n", f"notes: &a {SECRET}\n", f"{OWN}:1"),
        (f"notes: {SECRET}\n", "- a list\n", f"{OWN}:1"),
        (f"? notes\n: {SECRET}\nwho: jo.ng\n", "", f"{SHARED}:1"),
        (f"notes: {SECRET}\n", "{}\n", f"{SHARED}:1"),
    ],
)
def test_what_cannot_be_moved_by_itself_is_refused_with_its_place(shared: str, own: str, place: str) -> None:
    files = {SHARED: shared.encode()} | ({OWN: own.encode()} if own else {})
    with pytest.raises(Refused) as refused:
        to_2.step(files)
    assert place in str(refused.value)
    assert refused.value.fix
    assert SECRET not in str(refused.value) + refused.value.fix + refused.value.snippet


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "format: 3\n"),
        ("# Ours.\n\nprogramme: P\n", "# Ours.\n\nformat: 3\nprogramme: P\n"),
        ("programme: P\r\nhost: icb", "format: 3\r\nprogramme: P\r\nhost: icb"),
        ("format: 1  # old\nhost: icb\n", "format: 3  # old\nhost: icb\n"),
        ("host: icb\nformat:\n", "host: icb\nformat: 3\n"),
        ("{host: icb}\n", "{host: icb, format: 3}\n"),
    ],
)
def test_the_settings_state_the_format_and_keep_every_other_byte(before: str, after: str) -> None:
    assert migrated({SETTINGS: before.encode()}) == {SETTINGS: after.encode()}
    assert migrated({SETTINGS: after.encode()}) == {}


@pytest.mark.parametrize("text", ["format: 4\n", "format: two\n", "host: [icb\n"])
def test_settings_that_are_later_or_cannot_be_read_are_refused_with_their_place(text: str) -> None:
    with pytest.raises(Refused, match=f"{SETTINGS}:1"):
        migrated({SETTINGS: text.encode()})


def test_where_there_are_no_settings_none_are_begun() -> None:
    assert migrated({}) == {}
    assert list(migrated({SHARED: b"notes: One\n"})) == [OWN, SHARED]


def test_each_format_has_its_step() -> None:
    assert len(STEPS) == CURRENT - 1
