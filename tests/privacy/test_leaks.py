"""What an audience may not see is in nothing that the command line makes for it: every document, in every format.

A canary stands in every private text of the whole demonstration, and every command that makes something for an
audience is run. A document that is added later cannot be forgotten: it has to be made here, or named with a reason.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from copkit import render
from copkit.cli.registry import COMMANDS, command_of
from copkit.documents import NAMES, document
from copkit.workspace import Folder, Workspace, load
from tests.documents.canaries import Canary
from tests.documents.reading import FORMS, all_of
from tests.privacy.planting import Planter, kinds_planted
from tests.shell import ROOT, copkit, demonstration

pytestmark = pytest.mark.slow
AUDIENCES = ("public", "members")
MAIN = "systems-leadership"
HELD, NEXT, MOVED = "2026-11-10", "2027-01-12", "2026-07-14"
"""A session with notes, the one to come, and one of the summer."""
UNNAMED = "lee.marsh"
"""Somebody who is named in what came of things, and did not agree to be named in public."""
FOR_AUDIENCES = (
    ("agenda", MAIN, NEXT), ("agenda", MAIN, HELD), ("invite", MAIN, NEXT), ("invite", MAIN, MOVED),
    ("notes print", MAIN, HELD), ("notes print", MAIN, MOVED),
    ("synthesis", MAIN), ("synthesis", MAIN, "--one-page"), ("synthesis", "--all"),
    ("synthesis", "--all", "--one-page"), ("blueprint", MAIN),
    ("exemplar",), ("exemplar", "--index"), ("group", MAIN), ("health", MAIN),
    ("evaluate", MAIN), ("evaluate", "operational-teams", "--commission"),
)  # fmt: skip
"""What has a version for each audience."""
FOR_MEMBERS = (
    ("sheets", MAIN, NEXT),
    ("sheets", MAIN, HELD, "follow-up"),
    ("actions", MAIN),
    ("join", MAIN, "jo.ng"),
)
FOR_ALL = (("privacy notice",),)
OTHERWISE = ("calendar", "export", "why")
"""Commands with an audience whose answers are not documents: they are asked below."""
FOR_THE_TEAM = {
    "plan": "the team's alone, and refused for others",
    "tables": "the team's alone, and refused for others",
    "brief": "the team's and the speaker's, and refused for others",
    "new opportunity": "writes a file; its --for says for whom the opportunity is",
    "certificate": "holds what one person did, for that person",
    "privacy export": "holds all that is known of one person, for that person",
    "check": "its --format is of findings, and it is for whoever may read the files",
}
TEMPLATES = {
    "plan": FOR_THE_TEAM["plan"],
    "moderator": FOR_THE_TEAM["plan"],
    "tables": FOR_THE_TEAM["tables"],
    "brief": FOR_THE_TEAM["brief"],
    "certificate": FOR_THE_TEAM["certificate"],
    "certificate_year": FOR_THE_TEAM["certificate"],
    "privacy_export": FOR_THE_TEAM["privacy export"],
}
"""Templates that no audience's version is made of, each with the reason."""
COVERED_ELSEWHERE = {
    "change": "tests/documents/test_leaks.py makes it for each audience, in every format",
}


class Made(NamedTuple):
    """A file that was made, with all that can be read in it."""

    name: str
    text: str


class Planted(NamedTuple):
    """The demonstration with its canaries, and the people who did not agree to be named in public."""

    root: Path
    canaries: list[Canary]
    unnamed: dict[str, str]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    root = demonstration(tmp_path_factory.mktemp("planted"))
    workspace = load(Folder(root))
    people = workspace.shared.people
    unnamed = {key: one.name for key, one in people.items() if one.publish != "yes"}
    assert len(unnamed) > 200
    planter = Planter(unnamed[UNNAMED], by_role(workspace))
    planter.plant(root)
    lines = []
    for key in people:
        tokens = [f"zq{len(planter.canaries) + more:05}qz" for more in range(3)]
        planter.canaries += [Canary(token, "Contact details", "private", False) for token in tokens]
        lines.append(f"{key}: {{email: {tokens[0]}@h.example, phone: {tokens[1]}, needs: {tokens[2]}}}\n")
    (root / "private").mkdir()
    (root / "private" / "contacts.yaml").write_text("".join(lines), encoding="utf-8")
    return Planted(root, planter.canaries, unnamed)


def by_role(workspace: Workspace) -> frozenset[str]:
    """Those who told a story and said that their role, which is their job, may stand beside it."""
    stories = (story for one in workspace.communities.values() for story in one.other.get("story", {}).values())
    return frozenset(story.teller.who for story in stories if story.teller.show == "role")


@pytest.fixture(scope="module")
def made(planted: Planted, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[Made]]]:
    """All that is made for each audience; and below `templates`, of which templates."""
    seen: list[str] = []
    html = render.html

    def noting(template: str, *args: Any, **options: Any) -> Any:
        seen.append(template.removesuffix(".html.j2"))
        return html(template, *args, **options)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(render, "html", noting)
        found = {one: list(for_audience(planted.root, one, tmp_path_factory.mktemp(one))) for one in AUDIENCES}
    yield found | {"templates": [Made(name, "") for name in dict.fromkeys(seen)]}


def for_audience(root: Path, audience: str, out: Path) -> Iterator[Made]:
    formats = ("--format", ",".join(FORMS if audience == "public" else ("html", "docx")))
    commands = [(*words, "--for", audience, *formats) for words in FOR_AUDIENCES]
    commands += [(*words, *formats) for words in (FOR_ALL if audience == "public" else FOR_MEMBERS + FOR_ALL)]
    commands += [("calendar", "--all", "--for", audience), ("export", MAIN, "--for", audience)]
    for number, (command, *words) in enumerate(commands):
        folder = out / str(number)
        ran = copkit(*command.split(), *words, "--out", folder, root=root)
        assert ran.code in (0, 1), (command, words, ran.err)
        yield Made(f"what “{command} {' '.join(words)}” says", ran.out + ran.err)
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        assert files, (command, words)
        for path in files:
            yield Made(f"{command}/{path.name}", path.name + _all_of(path))
    ran = copkit("why", "active-members", MAIN, "--for", audience, root=root)
    yield Made("why", ran.out + ran.err)


def _all_of(path: Path) -> str:
    form = path.suffix.removeprefix(".")
    if form == "ics":
        return re.sub(r"\r?\n[ \t]", "", path.read_text(encoding="utf-8"))
    return all_of(path.read_bytes(), form if form in FORMS else "txt")


def leaks(made: list[Made], canaries: list[Canary], audience: str) -> set[tuple[str, str]]:
    """Which fields sing in which files."""
    hidden = {one.token: one.field for one in canaries if not one.may_be_seen_by(audience)}  # type: ignore[arg-type]
    return {
        (one.name, hidden[token]) for one in made for token in re.findall(r"zq\d{5}qz", one.text) if token in hidden
    }


def test_canaries_are_in_every_kind_of_file_that_has_something_to_hide(planted: Planted) -> None:
    assert len(planted.canaries) > 1000
    wanted = {
        "People",
        "Community",
        "Session plan",
        "Session notes",
        "Initiative",
        "Group",
        "Updates",
        "Onboarding",
    }
    assert wanted <= kinds_planted(planted.canaries)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_that_is_hidden_from_an_audience_is_in_what_is_made_for_it(
    audience: str, planted: Planted, made: dict[str, list[Made]]
) -> None:
    assert len(made[audience]) > 50
    assert leaks(made[audience], planted.canaries, audience) == set()


def test_members_hear_canaries_that_the_public_does_not(planted: Planted, made: dict[str, list[Made]]) -> None:
    assert len({field for _, field in leaks(made["members"], planted.canaries, "public")}) > 5


def test_the_test_notices_one_field_that_should_not_be_there(planted: Planted, made: dict[str, list[Made]]) -> None:
    told = {field for _, field in leaks(made["members"], planted.canaries, "public")}
    (field, *_) = sorted(told)
    wider = [one._replace(audience="team") if one.field == field else one for one in planted.canaries]
    assert {one for _, one in leaks(made["members"], wider, "members")} == {field}


def test_in_public_nobody_is_named_who_did_not_agree(planted: Planted, made: dict[str, list[Made]]) -> None:
    words = [*planted.unnamed, *planted.unnamed.values()]
    named = {
        (one.name, word) for one in made["public"] for word in words if word in one.text and _stands(word, one)
    }
    assert named == set()


def _stands(word: str, one: Made) -> bool:
    """Whether a name or an id stands there by itself, and not within a longer one."""
    return re.search(rf"(?<![\w.]){re.escape(word)}(?![\w.]\w)", one.text) is not None


def commands_with_an_audience() -> Iterator[str]:
    """Every command that prints for an audience, or in a format."""

    def walk(command: Any, words: tuple[str, ...]) -> Iterator[str]:
        for name, one in getattr(command, "commands", {}).items():
            yield from walk(one, (*words, name))
        if {"--for", "--format"} & {option for part in command.params for option in part.opts}:
            yield " ".join(words)

    for name in COMMANDS:
        yield from walk(command_of(name), (name,))


def test_no_command_is_forgotten() -> None:
    asked = {words[0] for words in (*FOR_AUDIENCES, *FOR_MEMBERS, *FOR_ALL)} | {*OTHERWISE, *FOR_THE_TEAM}
    found = set(commands_with_an_audience())
    assert len(found) > 15
    assert found - asked == set(), "run it above, or say why not"
    assert asked - found == set(), "it is there no more"


def test_no_document_is_forgotten(made: dict[str, list[Made]]) -> None:
    pages = {
        path.name.removesuffix(".html.j2")
        for path in (ROOT / "templates").glob("*.html.j2")
        if '{% extends "base.html.j2" %}' in path.read_text(encoding="utf-8")
    }
    seen = {one.name for one in made["templates"]}
    assert len(pages) > 20 and len(seen) > 12
    assert pages - seen - set(TEMPLATES) - set(COVERED_ELSEWHERE) == set(), "make it above, or say why not"
    assert {document(name).template for name in NAMES} <= pages
    assert set(TEMPLATES) & seen == set(), "it is made after all"
