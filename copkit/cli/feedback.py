"""`copkit feedback`: a form's answers into a table without names; people's own words wait until they are read."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from copkit.cli.common import AsJson, DryRun, Root, Today, to_type
from copkit.cli.exits import FOUND, OK, REFUSED, USAGE, Stop
from copkit.cli.feedback_form import items_of
from copkit.cli.feedback_reading import held_path, hold, reading
from copkit.cli.importing import (
    Keep,
    Map,
    Replace,
    mapping,
    put_away,
    read_export,
    session_and_rest,
)
from copkit.cli.notes_session import Chosen
from copkit.cli.receipts import Sheet, say_receipt, settled
from copkit.cli.say_json import say_json
from copkit.cli.show import note
from copkit.cli.write import say_written, stop, write
from copkit.editing.refused import Refused
from copkit.editing.store import Change, read_seen
from copkit.importers.form import Answers, Form, read_form
from copkit.importers.held import Held, read_table, table, wordless
from copkit.importers.receipt import Receipt, Said
from copkit.importers.tables import Unreadable
from copkit.looking import is_there
from copkit.models.answers import FEEDBACK, FOLLOW_UP, Survey
from copkit.people.shown import without_contacts

EXAMPLE = 'copkit feedback systems-leadership 2026-06-09 "Feedback form.xlsx"'

Words = Annotated[
    list[str],
    typer.Argument(metavar="[COMMUNITY] SESSION [FILE]", help="The session, and the answers as downloaded."),
]
Read = Annotated[bool, typer.Option("--read", help="Read what people wrote, and keep, drop or edit each text.")]
ReadAll = Annotated[bool, typer.Option("--read-all-kept", help="Say that you have read all of it, and keep it.")]
Later = Annotated[bool, typer.Option("--follow-up", help="It is the form of three months later: what people used.")]


def feedback(
    words: Words,
    map_: Map = None,
    read: Read = False,
    read_all_kept: ReadAll = False,
    follow_up: Later = False,
    sheet: Sheet = "",
    replace: Replace = False,
    keep_: Keep = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Take in the answers to a session's feedback form, from Microsoft Forms, Google Forms or a spreadsheet.

    Questions are known by their wording, or said with --map “Was it worth it?=useful” and remembered in the
    community's feedback-form.yaml; the items are useful, heard, met_someone, will_use, confident_before,
    confident_after, only_here, best, change, and none for a question to leave out. Names, addresses, times and
    all other columns are left behind. What people wrote in their own words waits in the private folder until
    you have read it with --read. With --follow-up it is the form of three months later, whose items are used,
    what and happened.

    Example: copkit feedback systems-leadership 2026-06-09 "Feedback form.xlsx"

    Example: copkit feedback systems-leadership 2026-06-09 --read
    """
    survey = FOLLOW_UP if follow_up else FEEDBACK
    chosen, rest = session_and_rest(words, root, today, EXAMPLE)
    if read or read_all_kept:
        if rest:
            raise Stop("take the file in first, then read what people wrote", USAGE)
        return reading(chosen, survey, all_of_them=read_all_kept, dry_run=dry_run)
    if len(rest) != 1:
        raise Stop("name the file with the answers", USAGE, f"Such as: {EXAMPLE}")
    data = read_export(rest[0])
    form, items, remember = _form(chosen, data, rest[0], mapping(map_), survey, Said(sheet=sheet))
    answers, unread = form.answers(items)
    if not answers:
        raise Stop(f"{rest[0]}: there are no answers in this file", REFUSED)
    changes, held = _changes(chosen, answers, tuple(items.values()), survey, replace=replace)
    if held and not dry_run:
        hold(chosen, held, survey)
    written = write(chosen.tree, [*changes, *remember], dry_run=dry_run)
    if as_json and not dry_run:
        _print_json(chosen, answers, unread, held, form.receipt, written)
    elif not dry_run:
        say_written(written)
    say_receipt(form.receipt, survey.items)
    _tell(chosen, answers, unread, held, survey, changed=bool(changes))
    put_away(chosen, rest[0], data, survey.name, keep=keep_ and not dry_run)
    return FOUND if unread else OK


def _form(
    chosen: Chosen, data: bytes, file: str, maps: Mapping[str, str], survey: Survey, asked: Said
) -> tuple[Form, dict[int, str], Sequence[Change]]:
    """The form, the item of each column that has one, and what is to be remembered for the next time."""
    from copkit.cli.feedback_form import known_questions
    from copkit.world.foreign import unpacked

    known = known_questions(chosen, maps, survey)
    try:
        table_ = unpacked(data)
        form = settled(lambda said: read_form(table_, known, survey, said), asked, file)
    except Unreadable as problem:
        raise Stop(f"{file}: {problem.message}", REFUSED, problem.fix) from problem
    items, remember = items_of(chosen, form, maps)
    return form, items, remember


def _changes(
    chosen: Chosen, answers: list[Answers], items: Sequence[str], survey: Survey, *, replace: bool
) -> tuple[list[Change], list[Held]]:
    """The new table, and the forms with words that somebody has to read. Nothing where all of it was taken in."""
    name = survey.path_of(chosen.community.id, chosen.session.id)
    path = chosen.tree.root / name
    try:
        seen = read_seen(path)
    except Refused as refused:
        raise stop(chosen.tree, refused) from refused
    forms = [Held(form, survey=survey) for form in answers]
    there = [form.answers for form in read_table(seen, survey)] if seen is not None else []
    if seen is not None and _sum(there, survey) == _sum(answers, survey):
        waiting = not any(form[item] for form in there for item in survey.words)
        waiting = waiting and not is_there(held_path(chosen, survey))
        return [], [form for form in forms if form.unread()] and forms if waiting else []
    if seen is not None and not replace:
        raise Stop(
            f"{name} has {len(there)} forms already, and this file {len(answers)} that differ",
            REFUSED,
            "Nothing was written. Add --replace if this file has all of the session's answers.",
        )
    _carry(forms, there, survey)
    new = table([form.public() for form in forms], items, survey)
    changes = [Change(path, new, seen)] if new != seen else []
    return changes, forms if any(form.unread() for form in forms) else []


def _sum(forms: Sequence[Answers], survey: Survey) -> bytes:
    """The forms without anybody's own words, as a table to compare."""
    return table(wordless(forms, survey), survey=survey)


def _carry(forms: list[Held], there: list[Answers], survey: Survey) -> None:
    """Words that stand in the table were read: the same form in the new file need not be read again."""
    left = [form for form in there if any(form[item] for item in survey.words)]
    for form in forms:
        for item in survey.words:
            text = form.answers.get(item)
            match = next(
                (old for old in left if text and old[item] == text and _alike(old, form.answers, survey)), None
            )
            if match is not None:
                form.read[item] = "keep"


def _alike(old: Answers, new: Answers, survey: Survey) -> bool:
    return wordless([old], survey) == wordless([new], survey)


def _tell(
    chosen: Chosen,
    answers: list[Answers],
    unread: Mapping[str, Sequence[str]],
    held: list[Held],
    survey: Survey,
    *,
    changed: bool,
) -> None:
    note(f"{len(answers)} {'form' if len(answers) == 1 else 'forms'}, without names, addresses or times.")
    if not changed and not held:
        note("They were taken in already.")
    for item, texts_of_it in sorted(unread.items()):
        count, some = len(texts_of_it), "answer" if len(texts_of_it) == 1 else "answers"
        seen = ", ".join(f"“{without_contacts(text)[:40]}”" for text in dict.fromkeys(texts_of_it[:5]))
        note(f"{count} {some} to “{item}” could not be read and {_stay(count)} empty: {seen}.")
    texts = sum(len(form.unread()) for form in held)
    if texts:
        note(f"{texts} {'text waits' if texts == 1 else 'texts wait'} to be read by a person:")
        later = " --follow-up" if survey is FOLLOW_UP else ""
        note(f"  copkit feedback {chosen.community.id} {to_type(chosen.community, chosen.session)}{later} --read")
    few = chosen.shared.programme.hide_counts_below
    if len(answers) < few:
        note(f"Fewer than {few} forms: public documents will not show them.")


def _stay(count: int) -> str:
    return "stays" if count == 1 else "stay"


def _print_json(
    chosen: Chosen,
    answers: list[Answers],
    unread: Mapping[str, Sequence[str]],
    held: list[Held],
    receipt: Receipt,
    written: list[str],
) -> None:
    summary = {
        "community": chosen.community.id,
        "session": chosen.session.id,
        "forms": len(answers),
        "unread": {item: len(texts) for item, texts in unread.items()},
        "texts_to_read": sum(len(form.unread()) for form in held),
        "receipt": receipt.as_json(),
        "written": written,
    }
    say_json(summary)
