"""Which question of a form is which item: as remembered, as said with --map, as worded, or as answered."""

from collections.abc import Mapping, Sequence

import typer

from copkit.cli.asking import on_terminal
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.notes_session import Chosen
from copkit.cli.show import note
from copkit.cli.write import stop
from copkit.editing.refused import Refused
from copkit.editing.splice import insert_item
from copkit.editing.store import Change, read_seen
from copkit.importers.columns import plain
from copkit.importers.form import Form
from copkit.importers.questions import NONE, Column, item_of
from copkit.models.answers import Survey
from copkit.people.shown import without_contacts

KIND = "feedback-form"


def known_questions(chosen: Chosen, maps: Mapping[str, str], survey: Survey) -> dict[str, str]:
    """The item of each question that is remembered or said now, by its plain words."""
    found = {words: item for words, item in _remembered(chosen).items() if item in (*survey.items, NONE)}
    for words, item in maps.items():
        found[plain(words)] = _item(item, survey)
    return found


def _remembered(chosen: Chosen) -> dict[str, str]:
    records = chosen.community.other.get(KIND, {})
    return {plain(record.question): record.item for record in records.values() if record.question}


def _item(text: str, survey: Survey) -> str:
    bare = text.strip().casefold().replace("-", "_").replace(" ", "_")
    if bare in ("drop", "leave_out"):
        return NONE
    if bare not in (*survey.items, NONE):
        raise Stop(f"--map: there is no item “{text}”", hint=f"Write one of {', '.join(survey.items)}, or none.")
    return bare


def items_of(chosen: Chosen, form: Form, maps: Mapping[str, str]) -> tuple[dict[int, str], Sequence[Change]]:
    """The item of each column that has one, and the change that remembers what was said or answered."""
    _all_used(form, maps)
    said = {column.question: item for column in form.columns if (item := _said(column, maps, form.survey))}
    open_ones = [column for column in form.columns if column.item is None]
    if open_ones and on_terminal():
        said |= _asked(form, open_ones)
    elif doubtful := [column for column in open_ones if item_of(column.question, form.survey.name)]:
        _stop(doubtful, form.survey)
    elif open_ones:
        note("Left out, since copkit does not know the question:")
        for column in open_ones:
            note(f"  {_shown(column)}")
        note("--map “the question=useful” says which item it is.")
    items = {c.at: said.get(c.question, c.item) or NONE for c in form.columns}
    items = {index: item for index, item in items.items() if item != NONE}
    _once(form, items)
    return items, _remember(chosen, said)


def _all_used(form: Form, maps: Mapping[str, str]) -> None:
    there = {plain(column.question) for column in form.columns}
    if missing := [words for words in maps if plain(words) not in there]:
        questions = ", ".join(_shown(column) for column in form.columns)
        raise Stop(f"--map: the form does not ask “{missing[0]}”", hint=f"It asks {questions}.")


def _said(column: Column, maps: Mapping[str, str], survey: Survey) -> str:
    return next((_item(item, survey) for words, item in maps.items() if plain(words) == plain(column.question)), "")


def _shown(column: Column) -> str:
    text = without_contacts(column.question)
    return f"“{text[:100]}{'…' if len(text) > 100 else ''}”"


def _stop(doubtful: Sequence[Column], survey: Survey) -> None:
    note("Two questions may be the same item:")
    for column in doubtful:
        note(f"  {_shown(column)} – perhaps {item_of(column.question, survey.name)}")
    first = doubtful[0]
    item = item_of(first.question, survey.name)
    raise Stop(
        "it is not clear which question is which; nothing was written",
        REFUSED,
        f"Say so, such as --map “{first.question[:100]}={item}”, and “=none” for the other.",
    )


def _asked(form: Form, open_ones: Sequence[Column]) -> dict[str, str]:
    """What is typed for each open question: the number of an item, or nothing to leave it out."""
    taken = {column.item for column in form.columns}
    found: dict[str, str] = {}
    for column in open_ones:
        free = [item for item in form.survey.items if item not in taken]
        note(_shown(column))
        for number, item in enumerate(free, 1):
            note(f"  {number}  {item}")
        found[column.question] = item = _number(free)
        taken.add(item)
    return found


def _number(free: Sequence[str]) -> str:
    while True:
        typed = str(
            typer.prompt("Which item is this? Enter leaves it out", default="", show_default=False, err=True)
        )
        if not typed.strip():
            return NONE
        if typed.strip() in free:
            return typed.strip()
        if typed.strip().isdecimal() and 1 <= int(typed) <= len(free):
            return free[int(typed) - 1]
        note(f"  Type a number from 1 to {len(free)}, or nothing.")


def _once(form: Form, items: Mapping[int, str]) -> None:
    """Each item is asked once, and something must be."""
    if not items:
        questions = ", ".join(_shown(column) for column in form.columns) or "nothing that is not about the person"
        raise Stop(
            "no question of this form is known", REFUSED, f"It asks {questions}. Say which is which with --map."
        )
    seen: dict[str, int] = {}
    for index, item in items.items():
        if item in seen:
            first, second = (next(c for c in form.columns if c.at == one) for one in (seen[item], index))
            raise Stop(
                f"two questions are “{item}”: {_shown(first)} and {_shown(second)}",
                REFUSED,
                "Leave one out with --map “the question=none”.",
            )
        seen[item] = index


def _remember(chosen: Chosen, said: Mapping[str, str]) -> list[Change]:
    """What was said or answered as lines of feedback-form.yaml, where it does not stand there already."""
    known = _remembered(chosen)
    new = {question: item for question, item in said.items() if known.get(plain(question)) != item}
    if not new:
        return []
    path = chosen.tree.root / _path(chosen)
    try:
        seen = read_seen(path)
        data = seen if seen is not None else _begun(chosen)
        for question, item in new.items():
            if plain(question) in known:
                raise Refused(
                    f"“{question[:60]}” stands here as {known[plain(question)]}, and now is to be {item}",
                    path=path,
                    fix="Change the line by hand.",
                )
            data = insert_item(data, (), {"question": question, "item": item})
    except Refused as refused:
        raise stop(chosen.tree, refused) from refused
    return [Change(path, data, seen)]


def _path(chosen: Chosen) -> str:
    return f"communities/{chosen.community.id}/feedback-form.yaml"


def _begun(chosen: Chosen) -> bytes:
    """A form of which nothing is known yet."""
    from copkit.new.feedback_form import feedback_form_file
    from copkit.world.new_files import home

    return feedback_form_file(home(chosen.tree), _path(chosen))
