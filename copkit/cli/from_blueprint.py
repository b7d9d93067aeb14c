"""Where a new community begins from: a blueprint's settings, of this workspace or from elsewhere."""

from datetime import date
from pathlib import Path

from copkit.cli.exits import REFUSED, Stop
from copkit.cli.require_readable import readable
from copkit.cli.show import note, say_finding
from copkit.cli.subjects.communities import unclear
from copkit.findings import Severity
from copkit.looking import is_folder, is_there, names_in
from copkit.models.blueprint import BlueprintSettings
from copkit.workspace import Folder, Shared, community_ids, load_community

DOCUMENTS = (".html", ".pdf", ".docx", ".md", ".txt")


def settings_from(tree: Folder, shared: Shared, typed: str, today: date) -> BlueprintSettings:
    """The settings of a blueprint: a community of this workspace, a file, or the folder that it lies in."""
    if typed in community_ids(tree):
        return _of_community(tree, shared, typed, today)
    path = Path(typed)
    if is_folder(path):
        path = _in_folder(path)
    if not is_there(path):
        return _of_community(tree, shared, _begun(tree, typed), today)
    if path.suffix.casefold() in DOCUMENTS:
        hint = "Name the file blueprint-COMMUNITY.yaml that came with it."
        raise Stop(f"--like: {typed} is the page to read; its settings are beside it", hint=hint)
    return _of_file(path)


def _begun(tree: Folder, typed: str) -> str:
    ids = community_ids(tree)
    close = [one for one in ids if typed and one.startswith(typed.casefold())]
    if len(close) == 1:
        return close[0]
    hint = "Name a community of this workspace, or the file blueprint-COMMUNITY.yaml of another one."
    raise Stop(f"--like: there is no community and no file “{typed}”", hint=hint)


def _in_folder(folder: Path) -> Path:
    """The one settings file of a folder."""
    found = [folder / name for name in names_in(folder) if name.startswith("blueprint-") and name.endswith(".yaml")]
    if len(found) == 1:
        return found[0]
    names = ", ".join(path.name for path in found)
    hint = (
        f"Name one of {names}." if found else "“copkit blueprint” writes it; it is called blueprint-COMMUNITY.yaml."
    )
    raise Stop(f"--like: {folder} holds {'several blueprints' if found else 'no blueprint'}", hint=hint)


def _of_community(tree: Folder, shared: Shared, name: str, today: date) -> BlueprintSettings:
    from copkit.documents.blueprint.settings import settings_of
    from copkit.documents.standing import Standing

    (files,) = readable([load_community(tree, name)], unclear)
    carried = settings_of(Standing(shared, files, "public", today))
    if carried.left_out:
        lines = "line is" if carried.left_out == 1 else "lines are"
        note(f"{carried.left_out} {lines} left behind: they name somebody, or an organisation.")
    return carried.settings


def _of_file(path: Path) -> BlueprintSettings:
    from copkit.editing.carried import read_settings

    outside = Folder(path.parent)
    data, problem = outside.read(path.name)
    if problem is not None or data is None:
        raise Stop(
            f"{path}: {problem.message if problem else 'cannot be read'}", REFUSED, problem.fix if problem else ""
        )
    read = read_settings(data, str(path))
    for finding in read.findings:
        say_finding(finding)
    errors = sum(one.severity is Severity.ERROR for one in read.findings)
    if read.settings is None or errors:
        what = "an error" if errors == 1 else f"{errors} errors"
        raise Stop(f"{path} has {what}; nothing was made from it", REFUSED)
    return read.settings
