"""Reading what people wrote on a feedback form, before it joins the table: keep, drop or edit each text."""

from pathlib import Path

import typer

from copkit.cli.asking import on_terminal
from copkit.cli.exits import FOUND, OK, REFUSED, Stop
from copkit.cli.importing import keep_private, private_place
from copkit.cli.notes_session import Chosen
from copkit.cli.show import note, say
from copkit.cli.write import say_written, stop, write
from copkit.editing.refused import Refused
from copkit.editing.store import Change, read_seen
from copkit.importers.held import DROP, KEEP, Held, held_table, read_table, table, trouble, wordless
from copkit.models.answers import FEEDBACK, FOLLOW_UP, Survey
from copkit.people.shown import without_contacts
from copkit.visible import visible


def held_path(chosen: Chosen, survey: Survey = FEEDBACK) -> Path:
    """Where a session's unread words wait, in the private folder."""
    return private_place(chosen, survey.name, chosen.community.id, f"{chosen.session.id}.held.csv")


def reading(chosen: Chosen, survey: Survey, *, all_of_them: bool, dry_run: bool) -> int:
    """Go through the texts that wait, and put those that are kept into the session's table."""
    path = survey.path_of(chosen.community.id, chosen.session.id)
    forms = read_held(chosen, survey)
    waiting = [(form, item) for form in forms for item in form.unread()]
    seen = _seen(chosen, path)
    _only_ours(forms, seen, path, survey)
    if not waiting:
        note("Everything has been read.")
    elif all_of_them:
        _keep_all(waiting)
    elif on_terminal():
        _ask(waiting)
    else:
        for form, item in waiting:
            say(f"{item}: {without_contacts(form.answers[item])}")
        raise Stop(
            f"{len(waiting)} texts wait; nothing was written",
            REFUSED,
            "On a terminal copkit asks about each. If you have read them here and all may be kept: --read-all-kept",
        )
    change = Change(chosen.tree.root / path, table([form.public() for form in forms], _heading(seen), survey), seen)
    if not dry_run:
        hold(chosen, forms, survey)
    say_written(write(chosen.tree, [change], dry_run=dry_run))
    left = sum(len(form.unread()) for form in forms)
    if not left and not dry_run:
        held_path(chosen, survey).unlink(missing_ok=True)
        note("Everything has been read; the held copy is deleted.")
    elif left:
        note(f"{left} still to be read.")
    return FOUND if left and all_of_them else OK


def read_held(chosen: Chosen, survey: Survey = FEEDBACK) -> list[Held]:
    """The forms whose words wait; an end where none do."""
    path = held_path(chosen, survey)
    try:
        data = read_seen(path)
    except Refused as refused:
        raise stop(chosen.tree, refused) from refused
    if data is None:
        option = " --follow-up" if survey is FOLLOW_UP else ""
        raise Stop(
            f"nothing waits to be read for {chosen.session.id} of {chosen.community.id}",
            REFUSED,
            f"“copkit feedback {chosen.community.id} {chosen.session.id} FILE{option}” takes the answers in.",
        )
    return read_table(data, survey)


def _seen(chosen: Chosen, path: str) -> bytes | None:
    try:
        return read_seen(chosen.tree.root / path)
    except Refused as refused:
        raise stop(chosen.tree, refused) from refused


def _heading(seen: bytes | None) -> list[str]:
    return (seen or b"").decode("utf-8", "replace").partition("\n")[0].strip().split(",")


def _only_ours(forms: list[Held], seen: bytes | None, path: str, survey: Survey) -> None:
    """A table that somebody has edited by hand is not written over."""
    if seen is None:
        return
    there = [form.answers for form in read_table(seen, survey)]
    ours = {form.answers[item] for form in forms for item in survey.words}
    strange = [form[item] for form in there for item in survey.words if form[item] and form[item] not in ours]
    mine = wordless([form.answers for form in forms], survey)
    if strange or table(wordless(there, survey), survey=survey) != table(mine, survey=survey):
        raise Stop(
            f"{path}: this table was edited by hand since the answers were taken in",
            REFUSED,
            "Put the texts in by hand, or take the file in again with --replace.",
        )


def _keep_all(waiting: list[tuple[Held, str]]) -> None:
    for form, item in waiting:
        if why := trouble(form.answers[item]):
            note(f"Not kept yet, since {why}: {item}. “--read” on a terminal lets you edit or drop it.")
        else:
            form.read[item] = KEEP


def _ask(waiting: list[tuple[Held, str]]) -> None:
    """Ask about each text until all are read, or somebody stops: what was decided by then stays."""
    note(f"{len(waiting)} to read. For each: k keeps it, d drops it, e edits it, s stops for now.")
    note("Drop or edit what names a person, or by which one could be known.")
    for number, (form, item) in enumerate(waiting, 1):
        note("")
        note(f"{number} of {len(waiting)}, {item}:")
        note(f"  {without_contacts(form.answers[item])}")
        if not _decided(form, item):
            return


def _decided(form: Held, item: str) -> bool:
    """What is decided about one text; False to stop."""
    while True:
        why = trouble(form.answers[item])
        typed = str(typer.prompt("k, d, e or s", err=True)).strip().casefold()[:1]
        if typed == "s":
            return False
        if typed == "d":
            form.answers[item], form.read[item] = "", DROP
            return True
        if typed == "k" and not why:
            form.read[item] = KEEP
            return True
        if typed == "k":
            note(f"  It cannot be kept as it is, since {why}: edit or drop it.")
        if typed == "e":
            old = without_contacts(form.answers[item])
            text = str(typer.prompt("New words", default=old, show_default=False, err=True))
            form.answers[item] = visible(" ".join(text.split()))
            note(f"  {form.answers[item]}")


def hold(chosen: Chosen, forms: list[Held], survey: Survey) -> None:
    """Keep the forms whose words wait."""
    keep_private(chosen, held_path(chosen, survey), held_table(forms, survey))
