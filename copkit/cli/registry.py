"""Every command: where it lives and what it is for. Add a command here and in a module of its own."""

from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import typer


class Entry(NamedTuple):
    """A command. `place` names its function, or the app of a command with sub-commands, as `module:name`."""

    place: str
    help: str


COMMANDS: dict[str, Entry] = {
    "init": Entry("init:init", "Start a workspace with one community."),
    "new": Entry("new:app", "Add a community, person or session, or start an initiative, group, story …"),
    "join": Entry("join:join", "Put a person on a roll, and print the welcome page."),
    "leave": Entry("join:leave", "Take a person off a roll, and say what is still held."),
    "import": Entry("importing_members:app", "Take in a list of members, or a calendar of dates."),
    "doctor": Entry("doctor:doctor", "Say what is slow, old, unsafe or missing here."),
    "schema": Entry("schema:schema", "Write the schemas that let an editor complete and check."),
    "migrate": Entry("migrate:migrate", "Rewrite files of an older data format in today's."),
    "templates": Entry("templates:app", "List the templates, or copy one to change it."),
    "trust": Entry("trust:trust", "Let copkit use the templates of a workspace from elsewhere."),
    "schedule": Entry("schedule:schedule", "Make the year by each community's rhythm."),
    "move": Entry("move:move", "Move a session to another day, and say why."),
    "cancel": Entry("move:cancel", "Cancel a session, and say why."),
    "close": Entry("close:close", "Close a community, and cancel what it had planned."),
    "undo": Entry("undo:undo", "Take back the last change that copkit made."),
    "calendar": Entry("calendar:calendar", "Write calendar files for Outlook and others."),
    "next": Entry("next:next_", "Say what to do this week, and who does it."),
    "agenda": Entry("print:agenda", "Print the agenda of a session."),
    "print": Entry("print:app", "Print any document; alone, list them and what each still lacks."),
    "invite": Entry("print:invite", "Print the invitation, or the notice of a change."),
    "notes": Entry("notes:app", "Take a session's notes: new, take, add, show, print."),
    "attend": Entry("attend:attend", "Fill in who was there, from a report or by name."),
    "actions": Entry("actions:actions", "List open and overdue actions by owner."),
    "save": Entry("save:save", "Commit plans and registers, each file named."),
    "sync": Entry("sync:sync", "Fetch what others did, bring it together with yours, send it."),
    "feedback": Entry("feedback:feedback", "Take in the answers to a feedback form."),
    "review": Entry("review:app", "Draft the year's review, and say what in it is blank."),
    "synthesis": Entry("print:synthesis", "Print what a year came to, each figure with its source."),
    "blueprint": Entry("print:blueprint", "Print how a community works, for those who come after."),
    "health": Entry("health:health", "Say what each community may look at, each rule with its numbers."),
    "export": Entry("export:export", "Write tidy tables for evaluators, each column defined."),
    "list": Entry("listing:list_", "List members, sessions, initiatives and more, and where each stands."),
    "show": Entry("showing:show", "Show one of them: each field with its line in the file."),
    "initiative": Entry("initiative:app", "Move an initiative on: its stage, and who has adopted it."),
    "check": Entry("check:check", "Say what is wrong or missing, with file and line."),
    "explain": Entry("explain:explain", "Explain a check or a term."),
    "why": Entry("why:why", "Say where a figure comes from, with each record."),
    "privacy": Entry("privacy:app", "Export, erase, due: what is held on people."),
    "help": Entry("helping:help_", "Show every command, or one with an example."),
}

FRONT = (
    "init", "schedule", "check", "next", "agenda", "invite", "calendar", "notes", "attend", "join", "synthesis",
)  # fmt: skip
"""What a convenor needs: the first screen. The others are shown by “copkit help all”."""

GROUPS: dict[str, tuple[str, ...]] = {
    "Starting": ("init", "new", "join", "leave", "import", "doctor", "schema", "templates", "trust", "migrate"),
    "The year": ("schedule", "move", "cancel", "close", "undo", "calendar", "next"),
    "Before a session": ("agenda", "invite", "print"),
    "After a session": ("notes", "attend", "feedback", "actions", "save", "sync"),
    "From talk to change": ("list", "show", "initiative"),
    "At the year's end": ("review", "synthesis", "blueprint", "export"),
    "At any time": ("check", "explain", "why", "health", "privacy", "help"),
}


@cache
def command_of(name: str) -> Any:
    """The click command of a name, its module imported now."""
    module, _, attribute = COMMANDS[name].place.partition(":")
    found = getattr(import_module(f"copkit.cli.{module}"), attribute)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    single = typer.Typer(rich_markup_mode=None, add_completion=False)
    single.command(name=name, context_settings={"help_option_names": ["-h", "--help"]})(found)
    return typer.main.get_command(single)
