"""What `copkit doctor` looks at of a workspace and of git, a function each."""

from collections.abc import Iterator
from pathlib import Path

from copkit.cli.diagnosis import Line
from copkit.editing.refused import Refused
from copkit.editing.schemas import FOLDER, shipped
from copkit.looking import files_below, is_folder
from copkit.render.places import builtin
from copkit.workspace import Folder, community_ids, load_shared
from copkit.world import safety
from copkit.world.git import running as git
from copkit.world.private import place, private_folder
from copkit.world.trust import FOLDER as TEMPLATES
from copkit.world.trust import distrusted


def git_here() -> Line:
    """The git that there is, and whether it runs nothing of folders from elsewhere."""
    try:
        said = git.read(Path(), "--version")
    except git.NoGit:
        return Line("git", "missing", "files have no history", "Install it from git-scm.com, if you want one.")
    if not said.ok:
        return Line("git", "missing", f"it does not start: {said.first_words}", "Try “git --version”.")
    found = said.text.strip()
    if not safety.is_safe_git(found):
        why = f"{found.removeprefix('git version ')}: a folder from elsewhere may name programs that it runs"
        return Line("git", "unsafe", why, "Install 2.38 or later from git-scm.com.")
    return Line("git", "ok", found.removeprefix("git version "))


def of_workspace(root: Path) -> Iterator[Line]:
    """A line for each thing about a workspace."""
    tree = Folder(root)
    communities = community_ids(tree)
    files = sum(path.suffix == ".yaml" for path in files_below(root / "communities"))
    found = f"{root}: {len(communities)} communities, {files} files"
    yield Line(
        "workspace", "ok", found if len(communities) != 1 else found.replace("communities,", "community,", 1)
    )
    yield _private(tree)
    yield _own_templates(root)
    yield _hooks(root)
    yield _locks(root)
    yield _schemas(root)


def _private(tree: Folder) -> Line:
    """Whether git, and whoever else uses this computer, keep their hands off the private folder."""
    try:
        shared = load_shared(tree)
        kept, folder = place(tree, shared), private_folder(tree, shared)
    except Refused as refused:
        return Line("private folder", "unsafe", refused.message, refused.fix)
    if safety.open_to_all(folder):
        do = f"chmod o-rx {folder.relative_to(tree.real) if folder.is_relative_to(tree.real) else folder}"
        return Line("private folder", "unsafe", "everybody who uses this computer can read it", do)
    return Line("private folder", "ok", kept.where)


def _own_templates(root: Path) -> Line:
    """Whether the workspace's own templates are used."""
    folder = root / TEMPLATES
    try:
        unused = [] if not is_folder(folder) or folder.samefile(builtin()) else distrusted(root)
    except Refused as refused:
        return Line("own templates", "look", refused.message, refused.fix)
    if unused:
        found = f"{len(unused)} came from elsewhere, so none is used, such as {unused[0]}"
        return Line("own templates", "look", found, "Read them; “copkit trust” lets copkit use them.")
    return Line("own templates", "ok", "all that there are may be used")


def _hooks(root: Path) -> Line:
    """Programs that git runs when copkit or anybody keeps something."""
    try:
        found = safety.hooks(root)
    except OSError as problem:
        return Line("hooks of git", "look", f"{problem.filename} cannot be looked at ({problem.strerror})")
    if found:
        return Line("hooks of git", "look", ", ".join(found), "git runs them when you commit: know whose they are.")
    return Line("hooks of git", "ok", "none but copkit's own")


def _locks(root: Path) -> Line:
    """Whether two copkits are kept apart."""
    if safety.knows_locks(root):
        return Line("locks", "ok", "two copkits wait for each other")
    return Line("locks", "look", "this drive has none", "Let one person at a time write here.")


def _schemas(root: Path) -> Line:
    folder = root / FOLDER
    if not is_folder(folder):
        return Line("editor schemas", "ok", "none here; “copkit schema” lets an editor complete and check")
    old = [name for name, data in shipped().items() if not _has(folder / name, data)]
    if old:
        return Line(
            "editor schemas", "old", f"{len(old)} differ from this copkit's", "“copkit schema” renews them."
        )
    return Line("editor schemas", "ok", FOLDER)


def _has(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False
