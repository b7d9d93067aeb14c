"""The commands, each imported only when it is called, and the one place where errors end."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

import typer

from copkit.cli.consoles import HANDLER
from copkit.cli.exits import BUG, INTERRUPTED, OK, READER_GONE, REFUSED, USAGE, Outpaced, Stop
from copkit.cli.moved import answer_moved
from copkit.cli.registry import COMMANDS, FRONT, command_of
from copkit.world.environment import variable

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
UsageError = typer.BadParameter.__mro__[1]
ClickException: type[Exception] = UsageError.__mro__[1]  # typer carries click inside and does not export this
TURN = 60.0
"""Seconds that a command waits for others that write, when one of them was quicker."""

_FIRST = """\
Usage: copkit COMMAND [COMMUNITY] [SESSION or YEAR] [--OPTIONS]

Plain files for people who run communities of practice.
"""
_LAST = """
“copkit COMMAND --help” shows a command with an example, “copkit help all” the
others. “copkit list” says what there is to list and show, and “copkit print”
what can be printed. --version says which copkit this is; --install-completion
lets your shell complete commands, communities and sessions."""


class Offered(NamedTuple):
    """A word that a shell may complete to, as click's own shells read it."""

    value: str
    help: str
    type: str = "plain"


class LazyGroup(typer.core.TyperGroup):
    """Imports a command's module only when that command is wanted; the list of commands needs none."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return command_of(cmd_name) if cmd_name in COMMANDS else None

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The names of commands, none of which is imported for it, and what each does."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [Offered(name, one.help) for name, one in COMMANDS.items() if name.startswith(incomplete)]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from copkit.cli.synonyms import instead

            words = [word for word in args if not word.startswith("-")]
            raise Stop(f"there is no command “{args[0]}”", hint=instead(*words))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The first screen, which a terminal of 80 × 24 shows whole."""
        formatter.write(f"{_FIRST}\n")
        with formatter.indentation():
            formatter.write_dl([(name, COMMANDS[name].help) for name in FRONT])
        formatter.write(f"{_LAST}\n")


app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, context_settings=CONTEXT, add_completion=True)


@app.callback()
def copkit(
    version: Annotated[bool, typer.Option("--version", "-V", help="Say which version this is.")] = False,
) -> None:
    """Plain files for people who run communities of practice."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code. Nothing but this prints an error."""
    _speak_unicode()
    try:
        return _run(arguments)
    finally:
        _say_left_out()


def _say_left_out() -> None:
    """Say which templates were not used: whoever asked for them, it is said once, and last."""
    trust = sys.modules.get("copkit.world.trust")
    if trust is None or not (paths := trust.left_out()):
        return
    from copkit.cli.show import note

    names = ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
    note(f"Not used, since you did not make this workspace here: templates/ ({names} not seen before).")
    note("The built-in templates were used. Read those files; “copkit trust” lets copkit use them.")


def _run(arguments: Sequence[str]) -> int:
    if not arguments and not variable("_COPKIT_COMPLETE"):
        run(["--help"])
        return USAGE
    try:
        answer_moved(arguments)
        code = _tried(arguments)
        sys.stdout.flush()
        return _stopped() if code == INTERRUPTED else code if isinstance(code, int) else OK
    except Stop as stop:
        _complain(stop.message, stop.hint)
        return stop.code
    except (KeyboardInterrupt, typer.Abort):
        return _stopped()
    except typer.Exit as leave:
        return int(leave.exit_code)
    except BrokenPipeError:
        return _reader_gone()
    except SystemExit as end:  # completion ends so, and click when the reader of a pipe has gone
        return int(end.code or OK) if _completes(arguments) else _reader_gone()
    except ClickException as usage:
        return _misused(usage)
    except Exception as problem:  # noqa: BLE001 - the outermost layer
        return _refused(problem) or _bug(problem)


def _tried(arguments: Sequence[str]) -> object:
    """What a command gives. Where another copkit was quicker it is done anew, and none can come between again.

    Whoever sits at a terminal may have answered questions: they are told to give the command again.
    """
    try:
        return _command(arguments)
    except Outpaced as late:
        if sys.stdin is None or sys.stdin.isatty():
            raise
        from copkit.editing.lock import locked

        with locked(late.root, TURN):
            return _command(arguments)


def _command(arguments: Sequence[str]) -> object:
    return typer.main.get_command(app).main(list(arguments), prog_name="copkit", standalone_mode=False)


def _completes(arguments: Sequence[str]) -> bool:
    """Whether a shell asks what may be typed, or a person how to make it ask."""
    return bool(variable("_COPKIT_COMPLETE")) or any(one.endswith("-completion") for one in arguments)


def _speak_unicode() -> None:
    """A terminal that cannot show a character shows a plain one instead; no terminal at all is no fault."""
    sys.stdout, sys.stderr = (stream or open(os.devnull, "w") for stream in (sys.stdout, sys.stderr))  # noqa: SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=HANDLER)


def _misused(usage: Any) -> int:
    """Say what is wrong with the line; the help of a command that was typed alone is click's."""
    if type(usage).__name__ == "NoArgsIsHelpError":
        usage.show()
    else:
        from copkit.cli.usage import in_our_words

        _complain(*in_our_words(usage))
    return int(usage.exit_code)


def _stopped() -> int:
    sys.stderr.write("\nStopped. Nothing was left half-written.\n")
    return INTERRUPTED


def _reader_gone() -> int:
    """End in silence: what is left to print goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return READER_GONE


def _refused(problem: Exception) -> int:
    """Say what a layer below or the system would not do; 0 where the problem is of another kind."""
    from copkit.editing.refused import Refused
    from copkit.render.problems import RenderProblem

    if isinstance(problem, Refused):
        _complain(str(problem), "\n".join(part for part in (problem.fix, problem.snippet) if part))
    elif isinstance(problem, RenderProblem):
        _complain(str(problem))
    elif isinstance(problem, OSError) and not variable("COPKIT_DEBUG"):
        place = f"{os.fsdecode(problem.filename)}: " if isinstance(problem.filename, str | bytes) else ""
        _complain(f"{place}the system says “{problem.strerror or type(problem).__name__}”")
    else:
        return OK
    return REFUSED


def _complain(message: str, hint: str = "") -> None:
    from copkit.cli.show import note

    note(f"copkit: {message}")
    for line in hint.split("\n") if hint else ():
        note(f"  {line}")


def _bug(problem: Exception) -> int:
    """Say that copkit is at fault, without showing values that may be private."""
    if variable("COPKIT_DEBUG"):
        raise problem
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    message = f"this is a fault in copkit, not in your files ({type(problem).__name__}{place})"
    _complain(message, "Please report it. Nothing was written; COPKIT_DEBUG=1 shows more.")
    return BUG
