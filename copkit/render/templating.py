"""From a template and a view to HTML: Jinja in its strictest sandbox."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from copkit.looking import is_folder
from copkit.render.places import builtin, lies_in
from copkit.render.problems import TemplateProblem
from copkit.render.views import Record, context

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
    from jinja2.bccache import Bucket

#: What running a template can raise when the fault lies in the template.
FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


def html(name: str, view: object, *, shadow: Path | None = None, cache: Path | None = None) -> str:
    """The document's HTML: the template `NAME.html.j2` (or a full file name) run over the fields of a view.

    `shadow` is the workspace's `templates/`: a file there stands in for the built-in one of the same name, and may
    extend it as `copkit/NAME`. `cache` is a folder in which compiled templates may be kept.
    Raises TemplateProblem for a fault in a template, TypeError for a view that holds anything but plain values.
    """
    return filled(_environment(shadow, cache), name if "." in name else f"{name}.html.j2", view)


def filled(environment: "Environment", file: str, view: object) -> str:
    """The text that a template makes of the fields of a view."""
    from jinja2 import TemplateError

    fields = context(view)
    try:
        return environment.get_template(file).render(fields)
    except (TemplateError, *FAULTS) as fault:
        _explain(fault, file)


@lru_cache(maxsize=8)
def _environment(shadow: Path | None, cache: Path | None) -> "Environment":
    from copkit.render.wording import FILTERS

    return sandbox(shadow, cache, FILTERS)


def sandbox(
    shadow: Path | None,
    cache: Path | None,
    filters: "Mapping[str, Callable[..., Any]]",
    finalize: "Callable[[Any], Any] | None" = None,
) -> "Environment":
    """Where templates run. `finalize` sees every value before it is written, and says what is safe as it is."""
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    own = FileSystemLoader(builtin())
    user = [_own_loader(shadow)] if shadow and is_folder(shadow) else []
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*user, PrefixLoader({"copkit": own}), own]),
        autoescape=True,
        finalize=finalize,
        undefined=_undefined(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(cache) if cache else None,
    )
    environment.filters.update(filters)
    return environment


def _compiled(cache: Path) -> "BytecodeCache":
    from jinja2 import FileSystemBytecodeCache

    class Optional(FileSystemBytecodeCache):
        """Compiled templates, where they can be kept: a disk that is full or fails costs time and nothing else."""

        def load_bytecode(self, bucket: "Bucket") -> None:
            with suppress(OSError):
                super().load_bytecode(bucket)

        def dump_bytecode(self, bucket: "Bucket") -> None:
            with suppress(OSError):
                cache.mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)

    return Optional(str(cache))


def _own_loader(shadow: Path) -> "FileSystemLoader":
    from jinja2 import FileSystemLoader, TemplateNotFound

    class Own(FileSystemLoader):
        """Reads the templates of a workspace, and no file that a link among them leads to."""

        def get_source(self, environment: "Environment", template: str) -> tuple[str, str, "Callable[[], bool]"]:
            source, file, is_current = super().get_source(environment, template)
            if not lies_in(Path(file), shadow):
                raise TemplateNotFound(template)
            return source, file, is_current

    return Own(shadow)


def _undefined() -> type["StrictUndefined"]:
    from jinja2 import StrictUndefined
    from jinja2.utils import missing

    class Unknown(StrictUndefined):
        """An unknown name stops the document and says which names there are."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            name, owner = self._undefined_name, self._undefined_obj
            if self._undefined_hint:
                return str(self._undefined_hint)
            if isinstance(owner, Record):
                return f"there is no field {name!r} here; there are {', '.join(vars(owner))}"
            if owner is missing:
                return f"there is no field or macro named {name!r}"
            return f"{type(owner).__name__} has no {name!r}"

    return Unknown


def _explain(fault: Exception, asked: str) -> NoReturn:
    from jinja2 import TemplateNotFound, TemplateSyntaxError
    from jinja2.exceptions import SecurityError

    where, line = _place(fault, asked)
    if isinstance(fault, TemplateSyntaxError):
        where, line, what = fault.name or where, fault.lineno, f"this is not a template: {fault.message}"
    elif isinstance(fault, TemplateNotFound):
        what = f"there is no template named {fault.name!r}"
    elif isinstance(fault, SecurityError):
        what = f"a template may not do this: {fault.message}"
    elif isinstance(fault, RecursionError):
        what = "this template includes or extends itself"
    else:
        what = str(fault)
    raise TemplateProblem(where, line, what) from fault


def _place(fault: Exception, asked: str) -> tuple[str, int]:
    """The template and line in which the fault arose: Jinja puts both in the traceback."""
    place, step = (asked, 0), fault.__traceback__
    while step:
        frame = step.tb_frame
        if "__jinja_exception__" in frame.f_globals:
            place = Path(frame.f_code.co_filename).name, step.tb_lineno
        step = step.tb_next
    return place
