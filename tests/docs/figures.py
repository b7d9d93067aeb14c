"""docs/figures.md: where a figure comes from, asked in a terminal of 80 columns."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from shutil import copytree

from tests.docs.terminal import on_screen

ROOT = Path(__file__).parents[2]
REVIEW = "communities/systems-leadership/reviews/2026-27.yaml"
EVIDENCE = "build/systems-leadership/2026-27-systems-leadership-evidence.json"


def page() -> str:
    """The whole page; every answer in it is what copkit gave."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder).resolve() / "workspace"
        copytree(ROOT / "communities", desk / "communities")
        return "\n".join([_TOP, *_asked(desk), *_beside(desk), *_review(desk), _END])


def _types(desk: Path, command: str, *, code: int = 0, most: int = 0) -> str:
    """A command and the screen, or its first lines."""
    with chdir(desk):
        ended, screen = on_screen(command)
    if ended != code:
        raise RuntimeError(f"{command} ended with {ended}:\n{screen}")
    lines = [line.rstrip() for line in screen.strip("\n").split("\n")]
    shown = "\n".join([*lines[:most], "…"] if most and len(lines) > most else lines)
    return f"```text\n$ {command}\n{shown}\n```\n"


_TOP = """\
# Where a figure comes from

<!-- Written by `python3 make.py docs`: what stands below each command is what copkit answered. Do not edit it. -->

“Four of seven trusts have adopted it.” Somebody will ask: which four, who says so, and where is it written down?
Every figure that copkit prints can answer. How to ask it depends on what you have:

| you have | you look | you find |
|---|---|---|
| the synthesis on a screen | click on the small number | its entry in the evidence: definition, files and lines |
| the synthesis on paper | look the number up under “Find any number” | its code in the evidence |
| the files | type `copkit why` | each record behind it, with a place that an editor opens |
| a program | read the JSON file beside the report | all figures and all records |

## Ask for one figure

The code stands in the evidence beside the report. The community may be shortened, and the words may stand in any
order: `copkit why synthesis systems-leadership 2026-27 C2` is understood as well.
"""


def _asked(desk: Path) -> Iterator[str]:
    yield _types(desk, "copkit why A2 gdm-health")
    yield """\
First what is counted and how; then the figure; then each record that was counted, and those that it was counted
among. Without a year it is the current one. Any days can be asked for, and where a record is a line of notes, its
words stand beside it:
"""
    yield _types(desk, "copkit why C1 systems --from 2026-07-01 --to 2026-07-31")
    yield """\
The other figures of a metric have labels. Put one in quotes, or not: `copkit why C2 by chance systems`. Figures of
all communities are asked with `--all`; some metrics are about all of them anyway, such as P1:
"""
    yield _types(desk, "copkit why P1", most=14)
    yield """\
Sessions of which nobody wrote down what is needed are in no figure, neither above nor below the line. They are
named at the end. `copkit why` alone lists the metrics, and [the page about them](metrics.md) has every definition.

### What the public sees

You have the files, so you see everything. `--for public` shows what stands in a public report. Counts of one to
four people are hidden there, and so is what would give them away. No record that names a person is shown:
"""
    yield _types(desk, "copkit why R2 education systems --for public", most=20)


def _beside(desk: Path) -> Iterator[str]:
    yield "## The evidence as data\n\n`copkit synthesis` writes its evidence beside the report, also as data:\n"
    yield _types(desk, "copkit synthesis systems-leadership 2026-27")
    data = json.loads((desk / EVIDENCE).read_text("utf-8"))
    figure = next(one for one in data["figures"] if one["code"] == "C1" and not one["label"])
    number = figure["counted"][0]
    yield f"""\
It is made for the same audience as the report, and holds nothing that the report may not show.

| key | holds |
|---|---|
| `schema` | `{data["schema"]}`: the names below are kept within this version |
| `community`, `year`, `audience` | whose report it is, of which year, and for whom |
| `period` | `from` and `to`, both days included |
| `counted_to`, `made_on` | the last day that was counted, and the day on which the report was made |
| `definitions` | for each code: `name`, `definition`, `counted_from` and `after` (the publication of a measure) |
| `figures` | every figure, in the order of the annex |
| `records` | every record once: `path`, `line`, `column` and `what` it is |

A figure has:

| key | holds |
|---|---|
| `code`, `label` | which figure it is; the label of the main one is empty |
| `said` | the words in which the report prints it |
| `value`, `high` | the number; `high` is the upper end of a range |
| `numerator`, `denominator`, `percent` | what it was made of; `percent` is null where there are fewer than five |
| `unit`, `form` | of what; `count`, `share`, `mean`, `number` or `range` |
| `period` | the days over which it was counted |
| `left_out` | the sessions that are in neither part, since something was not written down |
| `hidden` | true where few people could be told apart: all its numbers are null, and it has no records |
| `counted`, `among` | the numbers of its records in `records`, from 0: those counted, and those counted among |
| `anchor` | the id of its entry in the report's annex |

In this file the main figure of C1 says “{figure["said"]}”, and its first record is number {number}:

```json
{json.dumps(data["records"][number], indent=2)}
```

"""


def _review(desk: Path) -> Iterator[str]:
    yield """\
## What no figure tells: the review

The other half of the synthesis is written by people. `copkit review new` drafts it: ten questions, last year's
promises, and beside each question what the files say, as remarks to choose from. No answer is filled in.
"""
    kept = (desk / REVIEW).read_bytes()
    (desk / REVIEW).unlink()
    yield _types(desk, "copkit review new systems-leadership 2026-27")
    lines = (desk / REVIEW).read_text("utf-8").split("\n")
    shown = "\n".join(
        lines[: lines.index("shifts:                         # a list, each line beginning with a hyphen") + 1]
    )
    yield f"```yaml\n{shown}\n# …\n```\n"
    yield "A review that is there is never written over. `copkit review show` says what in it is still blank:\n"
    yield _types(desk, "copkit review show systems-leadership 2026-27")
    (desk / REVIEW).write_bytes(kept)


_END = """\
`copkit check` asks for a review 60 days after the year's end (SYN-01), for an outcome of each promise (SYN-03), and
for the names of those who agreed it (SYN-04). What is missing is said in the report, never hidden.
"""
