"""What is wrong with a line that was typed, in our words: click says it in its own, below how it is used."""

from typing import Any, NamedTuple

from copkit.cli.reading import there_are
from copkit.patterns import when_used
from copkit.suggest import did_you_mean

_QUOTED = when_used(r"[\"'(]([^\"'()]*)[\"')]")


class Wrong(NamedTuple):
    """What is wrong, and what to type."""

    message: str
    hint: str


def in_our_words(problem: Any) -> Wrong:
    """The message and the hint for an error of click's."""
    said = _SAID.get(type(problem).__name__, _other)
    wrong: Wrong = said(problem)
    line = problem.ctx.command_path if problem.ctx is not None else "copkit"
    return wrong._replace(hint=wrong.hint or f"“{line} --help” shows what may be typed, with an example.")


def _no_option(problem: Any) -> Wrong:
    near = did_you_mean(problem.option_name, sorted(problem.possibilities or ()))
    return Wrong(f"there is no option {problem.option_name}", near)


def _no_value(problem: Any) -> Wrong:
    """An option without its value, or with one where it has none."""
    if "does not take" in problem.message:
        return Wrong(f"{problem.option_name} takes no value", "")
    value = next((one.metavar for one in _params(problem) if problem.option_name in one.opts), "")
    return Wrong(f"{problem.option_name} needs a value{f': {value}' if value else ''}", "")


def _missing(problem: Any) -> Wrong:
    param = problem.param
    what = (param.metavar or param.name.upper()) if param is not None else "something"
    return Wrong(f"{what} is missing", "")


def _bad_value(problem: Any) -> Wrong:
    """A value that an option or a word does not take: which ones it takes."""
    param, message = problem.param, problem.message
    name = _called(param)
    typed = next(iter(_QUOTED.findall(message)), "")
    choices = list(getattr(param.type, "choices", ())) if param is not None else []
    if choices:
        return Wrong(f"{name}: there is no “{typed}”", did_you_mean(typed, choices) or there_are(choices))
    if "is not in the range" in message:
        least, most = param.type.min, param.type.max
        return Wrong(
            f"{name}: {message.split()[0]} is not {least} {'or more' if most is None else f'to {most}'}", ""
        )
    return Wrong(f"{name}: “{typed}” is no whole number" if "valid int" in message else f"{name}: {message}", "")


def _called(param: Any) -> str:
    if param is None:
        return "the line"
    return str(param.opts[-1]) if param.param_type_name == "option" else str(param.metavar or param.name)


def _other(problem: Any) -> Wrong:
    """A word too many, a sub-command that is not there, or none where one is needed."""
    typed = next(iter(_QUOTED.findall(problem.message.replace("argument(s)", ""))), "")
    if problem.message.startswith("Got unexpected extra"):
        return Wrong(f"“{typed}” is one word too many", "")
    below = list(problem.ctx.command.list_commands(problem.ctx)) if _is_group(problem) else []
    if problem.message.startswith("No such command"):
        line = problem.ctx.command_path
        return Wrong(f"there is no “{line} {typed}”", did_you_mean(typed, below) or there_are(below))
    if problem.message.startswith("Missing command"):
        return Wrong("a word is missing", there_are(below))
    return Wrong(problem.message.rstrip("."), "")


def _is_group(problem: Any) -> bool:
    return problem.ctx is not None and hasattr(problem.ctx.command, "list_commands")


def _params(problem: Any) -> list[Any]:
    return list(problem.ctx.command.params) if problem.ctx is not None else []


_SAID = {
    "NoSuchOption": _no_option,
    "BadOptionUsage": _no_value,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
}
