"""Every generated file of the repository: its path, and what makes its text. A new page is a line here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from copkit.checks.pages import checks_page
from copkit.cli.shapes import all_schemas
from copkit.metrics.pages import metrics_page
from copkit.models.kinds import KINDS
from copkit.models.schema import schema_text
from tests.docs import (
    commands,
    data_model,
    figures,
    five_minutes,
    session_states,
    starting,
    talk_to_change,
    word_minutes,
)

ROOT = Path(__file__).parents[2]

PAGES: dict[str, Callable[[], str]] = {
    "docs/data-model.md": data_model.page,
    "docs/cli.md": commands.page,
    "docs/checks.md": checks_page,
    "docs/metrics.md": metrics_page,
    "docs/session-states.md": session_states.page,
    "docs/starting.md": starting.page,
    "docs/five-minutes.md": five_minutes.page,
    "docs/minutes-from-word.md": word_minutes.page,
    "docs/from-talk-to-change.md": talk_to_change.page,
    "docs/figures.md": figures.page,
    "docs/json-schema.json": all_schemas,
    **{f"copkit/schemas/{kind.name}.json": partial(schema_text, kind) for kind in KINDS.values()},
}
