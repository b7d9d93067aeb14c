"""From a template of templates/new/ and what is known to the text of a new file."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from copkit.editing.schemas import first_line, in_workspace
from copkit.models.kinds import kind_of
from copkit.new.scalars import FILTERS, KEPT, written
from copkit.patterns import when_used

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

YAML = ".yaml.j2"
_COLUMN = 31
_REMARK = when_used(r"(?P<text> *[^ #].*?) {2,}# (?P<remark>.*)")
_MARKED = when_used(r"[\\`*_\[\]<>#|]")


class Home(NamedTuple):
    """The workspace that a new file is for, a folder for compiled templates, its own templates if they count."""

    root: Path
    cache: Path | None = None
    own: Path | None = None


def new_file(home: Home, path: str, template: str, view: object) -> bytes:
    """The file that a template of templates/new/ makes for a path of the workspace.

    The workspace's own template of that name goes first. In a YAML file every value is written as one, remarks line
    up, and the first line names the schema where the workspace has it. Raises TemplateProblem.
    """
    from copkit.render.templating import filled

    text = filled(_environment(home.own, home.cache, _kind(template)), f"new/{template}", view)
    if template.endswith(YAML):
        text = _schema_line(home, path) + lined_up(text)
    data = text.encode()
    if template.endswith(YAML) and home.own is not None:
        _refuse_broken(data, template)
    return data


def lined_up(text: str) -> str:
    """The text with its remarks in a column, and without blanks after keys that have no value."""
    return "\n".join(map(_lined_up, text.split("\n")))


def _lined_up(line: str) -> str:
    if line.startswith(KEPT):
        return line.removeprefix(KEPT).replace(KEPT, "")
    line = line.rstrip(" ")
    found = _REMARK.fullmatch(line)
    if found is None:
        return line.replace(KEPT, "")
    return f"{found['text'].replace(KEPT, ''):<{_COLUMN}} # {found['remark'].replace(KEPT, '')}"


def _schema_line(home: Home, path: str) -> str:
    """The line that tells an editor where the schema of a file is."""
    kind = kind_of(path)
    return f"{first_line(kind.name, path)}\n" if kind and in_workspace(home.root, kind.name) else ""


def _kind(template: str) -> str:
    """Which rules hold for values: those of YAML, of Markdown, or none."""
    return template[template.index(".") :]


@lru_cache(maxsize=8)
def _environment(shadow: Path | None, cache: Path | None, kind: str) -> "Environment":
    from copkit.render.templating import sandbox

    rules = {YAML: written, ".md.j2": _in_markdown}
    return sandbox(shadow, cache, FILTERS, rules.get(kind, _as_text))


def _in_markdown(value: Any) -> "Markup":
    """A value that Markdown shows as it was typed."""
    from markupsafe import Markup

    return value if isinstance(value, Markup) else Markup(_MARKED.sub(r"\\\g<0>", str(value)))


def _as_text(value: Any) -> "Markup":
    from markupsafe import Markup

    return value if isinstance(value, Markup) else Markup(value)


def _refuse_broken(data: bytes, template: str) -> None:
    """A template of the workspace's own must make what can be read."""
    from copkit.findings import Severity
    from copkit.render.problems import TemplateProblem
    from copkit.yamlfile import read

    for finding in read(data, template).findings:
        if finding.severity is Severity.ERROR:
            what = f"what it makes cannot be read: line {finding.position.line}, {finding.message}"
            raise TemplateProblem(f"new/{template}", 0, what)
