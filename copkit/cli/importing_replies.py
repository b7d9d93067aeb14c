"""`copkit import replies`: who answered an invitation, into the session's plan; of needs the numbers alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, NamedTuple

import typer

from copkit.cli.attend_people import decide, matcher_of
from copkit.cli.common import AsJson, DryRun, Root, Today
from copkit.cli.exits import OK, REFUSED, USAGE, Stop
from copkit.cli.importing import Keep, Map, mapping, put_away, read_export, session_and_rest
from copkit.cli.notes_session import Chosen
from copkit.cli.receipts import Columns, Sheet, no_columns, said_columns, say_receipt, settled
from copkit.cli.say_json import say_json
from copkit.cli.show import note
from copkit.cli.splicing import spliced
from copkit.cli.write import say_written, write
from copkit.editing.splice import set_key
from copkit.importers.receipt import Decided, Left, Receipt, Said
from copkit.importers.replies import ANSWERS, COMING, FIELDS, MAYBE, NOT_COMING, Reply, ReplySheet, read_replies
from copkit.importers.status import bare
from copkit.importers.stays import Stay
from copkit.importers.suggested import NoColumns
from copkit.importers.tables import Unreadable
from copkit.models.session import Replies

EXAMPLE = 'copkit import replies systems-leadership 2027-01-12 "Are you coming.xlsx"'

Words = Annotated[
    list[str],
    typer.Argument(metavar="[COMMUNITY] SESSION FILE", help="The session, and the replies as downloaded."),
]
As = Annotated[
    str, typer.Option("--as", metavar="registered", help="Count those on a list of who registered as coming.")
]


class Found(NamedTuple):
    """Who answers what, by id, how many others come, and how many of those who come need what."""

    answers: dict[str, str]
    others: int
    access: dict[str, int]
    meals: dict[str, int]


def replies(
    words: Words,
    map_: Map = None,
    columns: Columns = "",
    sheet: Sheet = "",
    as_: As = "",
    keep_: Keep = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Take in who answered an invitation, from Microsoft or Google Forms or a spreadsheet: into the session's plan.

    Who comes, may come and does not come is written by id; the table plan and the sign-in sheet then have those who
    come. Of access and dietary needs the numbers alone are written, by kind; a need that is no known kind counts as
    other, and what it is stands in the sheet, which --keep moves to the private folder. A yes that depends on
    something is a maybe, an answer that nobody knows is asked for (--map “If I find cover=maybe”), and so is
    whoever is not found (--map “Lee=lee.marsh”, --map “*=guest”). A later sheet says it anew.

    Example: copkit import replies systems-leadership 2027-01-12 "Are you coming.xlsx"
    """
    chosen, rest = session_and_rest(words, root, today, EXAMPLE, "take notes")
    if len(rest) != 1:
        raise Stop("name the session and one file", USAGE, f"Such as: {EXAMPLE}")
    if not chosen.community.files.knows(chosen.session.plan):
        raise Stop(f"{chosen.session.path}: there is no plan to write into", REFUSED)
    file, maps = rest[0], mapping(map_)
    data = read_export(file)
    found, receipt = _found(chosen, _read(data, file, _said(columns, sheet, as_, maps)), maps)
    plan = _plan(chosen.session.plan.replies, found)
    change = spliced(chosen.tree, chosen.session.path, lambda text: set_key(text, ("replies",), plan))
    written = write(chosen.tree, [change], dry_run=dry_run)
    if as_json and not dry_run:
        _print_json(chosen, plan, receipt, written)
    elif not dry_run:
        say_written(written)
    _tell(plan, changed=change.new != change.seen)
    say_receipt(receipt, (COMING,))
    put_away(chosen, file, data, "replies", keep=keep_ and not dry_run)
    return OK


def _said(columns: str, sheet: str, as_: str, maps: dict[str, str]) -> Said:
    """What the options say; answers to which --map gives a meaning are taken out of `maps`."""
    if as_ not in ("", "registered"):
        raise Stop(f"--as: “{as_}” is not a kind of list", hint="Write --as registered.")
    meant = {bare(words): maps.pop(words).casefold() for words in list(maps) if maps[words].casefold() in ANSWERS}
    return Said(said_columns(columns, FIELDS), sheet, "", meant, bool(as_))


def _read(data: bytes, file: str, asked: Said) -> ReplySheet:
    from copkit.world.foreign import unpacked

    try:
        table = unpacked(data)
        return settled(lambda said: read_replies(table, said), asked, file)
    except NoColumns as problem:
        if problem.what == "who comes":
            note("If it is a list of those who registered, add --as registered.")
        raise no_columns(problem, file, "name=…,email=…,coming=…") from problem
    except Unreadable as problem:
        raise Stop(f"{file}: {problem.message}", REFUSED, problem.fix) from problem


def _found(chosen: Chosen, sheet: ReplySheet, maps: Mapping[str, str]) -> tuple[Found, Receipt]:
    """Who answers what. The last of several answers counts; who comes and has no name is one of the others."""
    answered: dict[str, Reply] = {}
    guests = [one for one in sheet.rows if one.answer == COMING and not (one.name or one.email)]
    if guests:
        nameless = f"{len(guests)} repl{'y' if len(guests) == 1 else 'ies'} without a name"
        sheet.receipt.decided.append(Decided(nameless, "others who come", "nobody is named there"))
    for one, key in sorted(_known(chosen, sheet, maps), key=lambda pair: pair[0].number):
        if key:
            answered[key] = one
        elif one.answer == COMING:
            guests.append(one)
    come = [*(one for one in answered.values() if one.answer == COMING), *guests]
    needs = (_counted(one.access for one in come), _counted(one.meals for one in come))
    return Found({key: one.answer for key, one in answered.items()}, len(guests), *needs), sheet.receipt


def _known(chosen: Chosen, sheet: ReplySheet, maps: Mapping[str, str]) -> Iterator[tuple[Reply, str | None]]:
    """Each reply with the id of its person, or None for a guest; who does not come and is not known is left out."""
    matcher, receipt = matcher_of(chosen), sheet.receipt
    there = [one for one in sheet.rows if one.answer in (COMING, MAYBE) and (one.name or one.email)]
    stays = [Stay(one.name, one.email) for one in there]
    of = {id(stay): one for stay, one in zip(stays, there, strict=True)}
    yield from ((of[id(stay)], key) for stay, key in decide(chosen, stays, maps, matcher, receipt.left_out))
    for one in sheet.rows:
        if one.answer == NOT_COMING and (key := matcher.find(one.name, one.email).id):
            yield one, key
        elif one.answer == NOT_COMING:
            receipt.left_out.append(Left(one.name or f"row {one.number}", "does not come, and is not known"))


def _counted(needs: Iterable[Iterable[str]]) -> dict[str, int]:
    return dict(sorted(Counter(kind for kinds in needs for kind in kinds).items()))


def _plan(old: Replies, found: Found) -> dict[str, Any]:
    """What stands in the plan: who is in the sheet by their answer there, anybody else as before."""
    made: dict[str, Any] = {}
    for field, answer in (("coming", COMING), ("maybe", MAYBE), ("not_coming", NOT_COMING)):
        before = [key for key in getattr(old, field) if key not in found.answers]
        if now := list(dict.fromkeys([*before, *(key for key, one in found.answers.items() if one == answer)])):
            made[field] = now
    return made | {name: value for name, value in found._asdict().items() if name != "answers" and value}


def _tell(plan: Mapping[str, Any], *, changed: bool) -> None:
    many = [len(plan.get(field, ())) for field in ("coming", "maybe", "not_coming")]
    others = plan.get("others", 0)
    note(f"{many[0] + others} come, {many[1]} may come, {many[2]} do not.")
    for field, what in (("access", "Access needs"), ("meals", "Dietary needs")):
        if plan.get(field):
            note(
                f"{what} of those who come: {', '.join(f'{count} {kind}' for kind, count in plan[field].items())}."
            )
    if plan.get("access") or plan.get("meals"):
        note("What people wrote of it stands in the sheet alone: read it there, and keep it in private/ (--keep).")
    if not changed:
        note("The plan says so already.")


def _print_json(chosen: Chosen, plan: Mapping[str, Any], receipt: Receipt, written: list[str]) -> None:
    """Who answers what, by id; of needs the numbers."""
    summary = {
        "community": chosen.community.id,
        "session": chosen.session.id,
        **{field: plan.get(field, []) for field in ("coming", "maybe", "not_coming")},
        "others": plan.get("others", 0),
        **{field: plan.get(field, {}) for field in ("access", "meals")},
        "receipt": receipt.as_json(),
        "written": written,
    }
    say_json(summary)
