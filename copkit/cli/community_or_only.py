"""The community and one word more, in either order; where there is one community, it need not be named."""

from collections.abc import Sequence

from copkit.cli.common import pick_id
from copkit.cli.exits import Stop
from copkit.suggest import argument
from copkit.workspace import Folder, community_ids


def community_and(tree: Folder, words: Sequence[str], what: str, line: str) -> tuple[str, str]:
    """The id of a community, and the other word. `line` is the command, such as `copkit join`, for advice."""
    first, second = (*words, "", "")[:2]
    ids = community_ids(tree)
    if second:
        return (pick_id(tree, first), second) if first in ids or second not in ids else (second, first)
    if first in ids or not first:
        raise Stop(f"{what} is missing", hint=f"Such as: {line} {first or (ids or ['COMMUNITY'])[0]} {what}")
    if len(ids) == 1:
        return ids[0], first
    raise Stop("which community?", hint=f"Such as: {line} {(ids or ['COMMUNITY'])[0]} {argument(first, what)}")
