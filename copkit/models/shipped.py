"""The records that come with copkit: `copkit/data/NAME.yaml`, read as a workspace's own files are."""

from functools import cache
from pathlib import Path
from typing import Any

from copkit.models.decode import decode
from copkit.models.kinds import KINDS
from copkit.yamlfile import read

_DATA = Path(__file__).parents[1] / "data"


@cache
def shipped(name: str) -> dict[Any, Any]:
    """The records of a kind, by their ids or their places in the list; read when first asked for.

    Raises ValueError, with file, line and column, for a file that is not as it should be.
    """
    document = read((_DATA / f"{name}.yaml").read_bytes(), f"copkit/data/{name}.yaml")
    records, findings, _ = decode(document, KINDS[name])
    for wrong in (*document.findings, *findings):
        raise ValueError(f"{wrong.position}: {wrong.message}. {wrong.fix}".rstrip())
    return {path[0]: record for path, record in records}
