"""`copkit print WHAT`: every document as a command of its own, all of them made by one function."""

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer

from copkit.cli.common import Root, Today
from copkit.cli.completing import subjects
from copkit.cli.delivering import Where
from copkit.cli.exits import OK, Stop
from copkit.cli.options import OF_EVERY, OWN, whom
from copkit.cli.subjects.desk import Typed
from copkit.documents.catalogue import DOCUMENTS, SETS
from copkit.documents.registry import Document

EXAMPLES = {
    "session": "systems-leadership 2026-06-09 --format pdf",
    "group": "systems-leadership shared-form --format docx",
    "initiative": "systems-leadership discharge-lounge --format pdf",
    "newcomer": "systems-leadership jo.ng",
    "attendance": "systems-leadership jo.ng 2026-06-09 --format pdf",
    "commission": "--commission --format pdf --format docx",
    "programme year": "2026-27 --format pdf",
    "programme": "--format docx",
    "person": "jo.ng",
    "year": "systems-leadership 2026-27 --format pdf --format docx",
}
"""What may follow the name of a document, by its subject; else one community."""
VERBS = {
    "agenda": "agenda",
    "invite": "invite",
    "notes": "notes print",
    "synthesis": "synthesis",
    "blueprint": "blueprint",
    "privacy-export": "privacy export",
}
"""The documents that have a command of their own beside `copkit print`, and what is typed for it."""
HELP = {
    "SESSION": "a date, a number of the year, “next” or “last”",
    "YEAR": "such as 2026-27",
    "COMMUNITY": "an id, or the start of one",
    "PERSON": "an id or a name",
    "GROUP": "its file's name, or the start of it",
    "INITIATIVE": "its file's name, or the start of it",
}


def command(name: str, verb: str = "") -> Callable[..., int]:
    """The function of a command that prints a document, or a set of them; `verb` is what is typed for it."""
    first = DOCUMENTS[SETS.get(name, (name,))[0]]
    audience = Annotated[str, whom(first.audiences)]
    options = {key: OWN[key] for key in first.options} | {"for_": (audience, "")} | OF_EVERY
    words = Annotated[list[str] | None, _subject(first)]
    offered = {"words": (words, None), **options} if first.of_what else options

    def run(**typed: Any) -> int:
        from copkit.cli.printing import print_document

        return print_document(name, _typed(typed, first))

    run.__name__, run.__doc__ = name, _help(name, first, verb or f"print {name}")
    run.__annotations__ = {key: kind for key, (kind, _) in offered.items()}
    run.__signature__ = Signature(  # type: ignore[attr-defined] # what inspect reads, and typer by it
        [
            Parameter(key, Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for key, (kind, default) in offered.items()
        ]
    )
    return run


def _subject(first: Document) -> Any:
    return typer.Argument(metavar=first.of_what, help=_words(first), autocompletion=subjects)


def _typed(given: dict[str, Any], first: Document) -> Typed:
    return Typed(
        tuple(given.get("words") or ()),
        given["for_"],
        given["format_"] or (),
        Where(given["out"], given["overwrite"]),
        given["root"],
        given["today"],
        given["large"],
        {key: given[key] for key in first.options},
    )


def _words(first: Document) -> str:
    """What each word stands for, in a sentence."""
    words = [word.strip("[].") for word in first.of_what.replace("|", " ").split()]
    said = "; ".join(f"{word}: {HELP[word]}" for word in words)
    return f"In any order. {said}."


def _help(name: str, first: Document, line: str) -> str:
    example = f"copkit {line} {EXAMPLES.get(first.subject, 'systems-leadership')}"
    about = first.about if name in DOCUMENTS else SETS_ABOUT[name]
    return f"{about}\n\nExample: {example}"


SETS_ABOUT = {"sheets": "Print what lies on the tables of a session: sign-in, table, story and feedback sheets."}


class Documents(typer.core.TyperGroup):
    """A command a document, each made when it is wanted."""

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted((*DOCUMENTS, *SETS))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in DOCUMENTS and cmd_name not in SETS:
            return None
        single = typer.Typer(rich_markup_mode=None, add_completion=False)
        single.command(name=cmd_name, context_settings={"help_option_names": ["-h", "--help"]})(command(cmd_name))
        return typer.main.get_command(single)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in DOCUMENTS and args[0] not in SETS and not args[0].startswith("-"):
            from copkit.suggest import did_you_mean

            hint = did_you_mean(args[0], self.list_commands(ctx)) or "“copkit print” lists what there is."
            raise Stop(f"there is no document “{args[0]}”", hint=hint)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=Documents,
    rich_markup_mode=None,
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def print_(context: typer.Context, root: Root = None, today: Today = "") -> int:
    """Print a document; alone it lists what there is, for whom, and what is still missing for each.

    Files go to build/ unless --out names a folder, a file or “-” for the screen. Words that say of what may stand
    in any order; without a community, one for each. “copkit print WHAT --help” says what a document is and takes.

    Example: copkit print plan systems-leadership 2026-06-09 --format pdf
    """
    if context.invoked_subcommand is None:
        from copkit.cli.print_list import list_documents

        list_documents(root, today)
    return OK


agenda, invite, notes, synthesis, blueprint, held = (command(*one) for one in VERBS.items())
