"""`copkit privacy erase`: take a name out of every file, prove it, and say what still holds it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

import typer

from copkit.cli.common import DryRun, Root, workspace
from copkit.cli.exits import FOUND, OK, REFUSED, Stop
from copkit.cli.privacy_doubts import Answers, answered
from copkit.cli.privacy_person import Case, case, own_files, searched
from copkit.cli.privacy_proof import counted, problems, read_again
from copkit.cli.privacy_said import say_doubtful, say_history, say_left, say_searched
from copkit.cli.privacy_verify import finish, verify
from copkit.cli.privacy_writing import write_all
from copkit.cli.private_onboarding import without_person, wrong
from copkit.cli.reading import Unknown
from copkit.cli.show import note, say
from copkit.editing.erase import Former, Text, begun, erased, next_former
from copkit.editing.refused import Refused
from copkit.people.files import holds
from copkit.people.mentions import Mention
from copkit.suggest import argument
from copkit.workspace import Folder
from copkit.world.last_change import FILE as LAST_CHANGE
from copkit.world.search.elsewhere import PRIVATE

Who = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PERSON", help="An id, or a full name in quotes; with --verify also other names and addresses."
    ),
]
At = Annotated[
    list[str] | None,
    typer.Option("--at", metavar="FILE:LINE", help="A doubtful name in this line is the person; repeat it."),
]
RestOthers = Annotated[
    bool, typer.Option("--rest-others", help="Doubtful names in all other lines are somebody else.")
]


def erase(
    person: Who = None,
    at: At = None,
    rest_others: RestOthers = False,
    verify_: Annotated[bool, typer.Option("--verify", help="Change nothing; search again.")] = False,
    root: Root = None,
    dry_run: DryRun = False,
) -> int:
    """Take a person out of all files: the name becomes “former member 01” and every count stays.

    What comes out is read again: no sure mention is left, every file still loads, and as many people are on each
    roll and were at each session. Contact details go too. What may mean somebody else is asked first; --at and
    --rest-others answer. What copkit does not write (documents, files beside) is searched and listed, as is what
    git keeps: its history is never touched. --verify searches again, also when the register knows nobody any more.

    Example: copkit privacy erase jo.ng --dry-run
    """
    tree = workspace(root)
    typed = person or []
    if verify_:
        return verify(tree, typed)
    if len(typed) != 1:
        raise Stop("whose name is to be taken out?", hint="Name one person: an id, or a full name in quotes.")
    answers = Answers(frozenset(text.strip().replace("\\", "/") for text in at or ()), rest_others)
    try:
        found = case(tree, typed[0])
    except Unknown as nobody:
        return finish(tree, typed[0], nobody, dry_run=dry_run)
    return _taken_out(tree, found, answers, dry_run=dry_run)


def _taken_out(tree: Folder, found: Case, answers: Answers, *, dry_run: bool) -> int:
    key = found.seeker.key
    if key.startswith("former-member-"):
        raise Stop(f"{key} has no name any more", REFUSED)
    former, going_on = _stand_in(found)
    meant, private = answered(found, answers, dry_run=dry_run, going_on=going_on)
    new = _worked_out(found, meant, former)
    before = counted(tree, found, former, going_on=going_on)
    _refuse(problems(tree, found, new, former, before))
    own = without_person(found.private, private, found.seeker, former)
    _refuse(wrong(found.private, own, found.seeker, former))
    write_all(tree, found, new, own, dry_run=dry_run)
    if not dry_run:
        read_again(tree, found, before)
        _say_done(found, former, meant, new, own)
    emptied_then = {f"{PRIVATE}{LAST_CHANGE}"} if dry_run else set[str]()
    search = searched(tree, found, own_files(found) | emptied_then)
    named = [one for one in meant if one.how == "file name" and new.get(one.position.path, b"") is not None]
    left = say_left([*named, *search.found], "Left, for you to take out by hand:")
    doubtful = say_doubtful(search.found)
    say_searched(search)
    if not (dry_run or left or doubtful or search.unsearched):
        say("The name is in no file of this workspace.")
    say_history(search)
    return FOUND if left and not dry_run else OK


def _refuse(problems: Iterable[str]) -> None:
    if more := "\n".join(problems):
        raise Stop(f"the name cannot be taken out by itself; nothing was written\n{more}", REFUSED)


def _stand_in(found: Case) -> tuple[Former, bool]:
    """Who is to stand in the person's place; the one of a run that did not come to its end, so that it is one."""
    texts = {path: f"{path}\n{Text.of(data).text}" for path, data in found.files.items()}
    named = {one.position.path for one in found.found if one.sure and not holds("people", one.position.path)}
    if former := begun(texts, found.workspace.shared.people, named):
        note(f"{former.name} stands in files already and not in the register: going on with what was begun.")
        return former, True
    return next_former(texts.values()), False


def _worked_out(found: Case, meant: Sequence[Mention], former: Former) -> dict[str, bytes | None]:
    person = found.workspace.shared.people[found.seeker.key]
    try:
        return erased(found.files, meant, found.seeker.key, person, former)
    except Refused as refused:
        raise Stop(refused.message, REFUSED, refused.fix) from refused


def _say_done(
    found: Case,
    former: Former,
    meant: Sequence[Mention],
    new: Mapping[str, bytes | None],
    own: Mapping[str, bytes | None],
) -> None:
    places = sum(one.sure for one in meant)
    name = found.seeker.name or found.seeker.key
    say(f"{name} is {former.id} now: {places} places in {len(new)} files.")
    if found.contact is not None:
        say("The contact details are gone from the private folder.")
    for path, data in own.items():
        say(f"{PRIVATE}{path} is {'gone' if data is None else 'without the name'}.")
    say("Read again: copkit's own files are without the name, every file loads, and every count is as it was.")
    say("Words beside the name, such as a job or a role in a story, are as they were: read them in the diff.")
    say("What copkit changed before cannot be taken back any more: the record of “copkit undo” is emptied.")
    say("Nothing is committed yet: look at “git diff”, then “copkit save”.")
    say(f"Later, this searches again: “copkit privacy erase --verify {argument(name, 'PERSON')}”")
    for community in found.workspace.communities.values():
        who = community.company(found.workspace.shared.register).who
        if any(one.left is None and who(one.who) == found.seeker.key for one in community.members):
            say(f"Still on the roll of {community.id}: “copkit leave {community.id} {former.id}” takes them off.")
