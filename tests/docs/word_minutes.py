"""docs/minutes-from-word.md: the five minutes of somebody who writes minutes in Word, at a terminal."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.docs.five_minutes import NOTES, Walker, alone, two_desks
from tests.importers.word import Block, word

FILE = "Minutes 9 June.docx"
BLOCKS: Sequence[Block] = (
    "# Systems Leadership, 9 June 2026",
    "Present: Amina Khan (Chair), Joe Bell, Jo Ng, Sam Reid, Lee Marsh",
    "Apologies: Priya Das",
    "# One form instead of three",
    "Joe told how three referral forms ask the same questions. Families repeat their story at every step.",
    "It was agreed that one shared form will be tried on two wards.",
    "Sam Reid to draft terms of reference for the group by 30 June.",
    "ACTION 2: Joe to find two wards, 14 July",
    "How do we tell GP practices?",
    "# Follow-up tasks",
    [["Action", "Owner", "By when"], ["Ask the carers’ group to read the form", "Lee", "next meeting"]],
)
ANSWERS = ("y", "y", "y", "y", "e", "ACTION 2: Joe to find two wards by 14 July", "n", "y")


def page() -> str:
    """The whole page; every answer in it is what copkit gave."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder).resolve()
        with alone(desk):
            sam = Walker(two_desks(desk)[0], "Sam Reid")
            (desk / FILE).write_bytes(word(BLOCKS))
            return "\n".join(_walk(sam))


def _walk(sam: Walker) -> Iterator[str]:
    yield """\
# Minutes from Word, in five minutes

<!-- Written by `python3 make.py docs`: what stands below each command is what copkit answered. Do not edit it. -->

Sam writes minutes in Word, as always, and takes them into the notes the next day. A summary that Teams or Zoom
wrote, a Markdown file, plain text or what is pasted after `copkit notes take -` goes the same way. Each command was
given `--today 2026-06-10`, which nobody types.

This is the document:
"""
    yield "\n".join(["```text", *_lines(), "```", ""])
    yield "## Take it\n\nEvery line is kept. Then copkit asks about each that looks like more than a note:\n"
    yield sam.types(f'copkit notes take 2026-06-09 "../{FILE}"', *ANSWERS)
    yield "`y` took a line, `e` changed one, `n` left one as it is. This is the file now:\n"
    yield f"```yaml\n{sam.file(NOTES)}```\n"
    yield "## Add what is missing\n"
    yield sam.types('copkit notes add 2026-06-09 "offer: Jo Ng will share the hospice’s one-page form"')
    yield "`copkit notes edit` would have opened the file.\n\n## Keep it\n"
    yield sam.types("copkit notes commit")
    yield sam.types("copkit sync")


def _lines() -> Iterator[str]:
    for block in BLOCKS:
        yield from [block.removeprefix("# ")] if isinstance(block, str) else (" | ".join(row) for row in block)
