"""What is saved for a community is a whole: whoever clones it finds nobody missing, and nothing points nowhere."""

from pathlib import Path

import pytest

from tests.cli.conftest import Place, typed
from tests.cli.privacy.conftest import git
from tests.cli.test_dry_run import FIRST, JOIN, WRITING
from tests.shell import copkit

HERE = ("close", "new initiative", "new group")
"""Commands that write into the community alone, and name what stands elsewhere."""
LINES: tuple[str | tuple[str, ...], ...] = (
    *WRITING["new community"], *WRITING["join"], f"{JOIN} --invited-by {{P}}", *WRITING["leave"],
    *WRITING["import members"], *(line for name in HERE for line in WRITING[name]),
    ("new organisation Ash_Lodge", "join {C} Rosa_Marr --organisation ash-lodge"),
    ("new organisation Ash_Lodge", FIRST, "initiative adopt one-form ash-lodge adopted"),
    ("new person Rosa_Lynd --organisation {O} --join {C}", "attend {C} {S} rosa.lynd --replace"),
)  # fmt: skip


def points_nowhere(root: Path) -> set[str]:
    """The errors of references, by their place and what they say."""
    return set(copkit("check", "--only", "REF", "--errors", "--format", "github", root=root).out.splitlines())


@pytest.mark.parametrize("place", ["init"], indirect=True)
@pytest.mark.parametrize("lines", LINES, ids=str)
def test_a_clone_is_as_whole_as_the_folder(lines: str | tuple[str, ...], place: Place, tmp_path: Path) -> None:
    for one in ("notes commit {C} {S}", *((lines,) if isinstance(lines, str) else lines)):
        assert typed(place, one).code in (0, 1), one
    here = points_nowhere(place.root)
    name = "falls" if "new community" in lines else place.words["C"]
    ran = copkit("save", name, root=place.root)
    assert ran.code == 0, ran
    git(tmp_path, "clone", "--quiet", str(place.root), "clone")
    assert points_nowhere(tmp_path / "clone") - here == set()
