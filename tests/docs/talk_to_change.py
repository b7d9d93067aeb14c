"""docs/from-talk-to-change.md: what becomes of a line of notes, typed into a terminal of 80 columns."""

import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from shutil import copytree

from tests.docs.terminal import on_screen

ROOT = Path(__file__).parents[2]
COMMUNITY = "communities/systems-leadership"
MADE_LATER = ("groups/carers-page.yaml", "stories/2026-11-one-call.yaml", "follow_up/2026-07-14.csv")
"""What the demonstration made of the session's lines already."""
FORM = """\
ID,Email,Name,I used …,What happened?
1,one@nhs.example,One Person,the one-page form,A referral took twelve minutes
2,two@nhs.example,Two People,No,
3,three@nhs.example,Three People,"Yes, the transport list",
4,four@nhs.example,Four People,yes,
5,five@nhs.example,Five People,Nothing yet,
"""


def page() -> str:
    """The whole page; every answer in it is what copkit gave."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder).resolve() / "workspace"
        for part in ("programme", "systems-leadership"):
            copytree(ROOT / "communities" / part, desk / "communities" / part)
        for path in MADE_LATER:
            (desk / COMMUNITY / path).unlink(missing_ok=True)
        (desk.parent / "What did you use.csv").write_text(FORM, encoding="utf-8", newline="\n")
        return "\n".join([_TOP, *_started(desk), *_moved(desk), *_listed(desk), *_used(desk), _END])


def _types(desk: Path, command: str, *answers: str, code: int = 0) -> str:
    """A command with its answers to what it asks, and the screen."""
    with chdir(desk):
        ended, screen = on_screen(command, answers)
    if ended != code:
        raise RuntimeError(f"{command} ended with {ended}:\n{screen}")
    shown = "\n".join(line.rstrip() for line in screen.strip("\n").split("\n"))
    return f"```text\n$ {command}\n{shown}\n```\n"


def _file(desk: Path, path: str) -> str:
    return f"```yaml\n{(desk / COMMUNITY / path).read_text(encoding='utf-8')}```\n"


_TOP = """\
# From talk to change

<!-- Written by `python3 make.py docs`: what stands below each command is what copkit answered. Do not edit it. -->

Notes say what was said. This page is about what comes of it: an idea that becomes an initiative, a decision that
becomes a group, a sentence that becomes a story. It is for convenors and curators, and takes a minute a record.

| you have | you type | copkit makes |
|---|---|---|
| an idea, an offer, a promise | `copkit new initiative --line LINE` | a file in `initiatives/` |
| a decision to look into something | `copkit new group --line LINE` | a file in `groups/` |
| the start of a story | `copkit new story --line LINE` | a file in `stories/` |
| something that worked in the session itself | `copkit new practice --line LINE` | an entry of `practices.yaml` |
| an opportunity, an event elsewhere | `copkit new opportunity`, `new event` | an entry of the programme's list |
| an open call, a course | `copkit new challenge`, `new cohort` | an entry of the programme's list |

`LINE` is the id of a line of notes: the day, the keyword and the number, counted from the top. The first idea of
9 June is `2026-06-09/idea/1`; for actions `2026-06-09/1` is enough. Where two communities met on that day, put the
community before it: `copkit new initiative home-first --line 2026-06-09/idea/1`.

Three things hold for all of them:

- **Your words are kept as you typed them**, and the record says which line it came from. That is how the annual
  report finds its way from a figure back to what was said.
- **Nothing is made up.** What the line does not say is left empty, with a remark on what belongs there.
- **Nothing is written twice.** The same line again says that the record is there. `--dry-run` only shows.
"""


def _started(desk: Path) -> Iterator[str]:
    yield "## Start an initiative\n\nThe day alone shows its lines and their ids:\n"
    yield _types(desk, "copkit new initiative --line 2026-11-10", code=2)
    yield "The hospice offered something:\n"
    yield _types(desk, 'copkit new initiative --line 2026-11-10/offer/1 --name "An hour for carers"')
    yield _file(desk, "initiatives/an-hour-for-carers.yaml")
    yield """\
Whoever the line names is its owner, until you write somebody else. Every organisation in scope stands in the
adoption table, so that “four of seven” is true later; write `not-applicable` where it cannot use this.

**The file is for everybody.** Notes are for members; an initiative's name and summary are printed in public too.
Read the sentence once more, and take out what was said in confidence.

## Start a group

A group needs somebody who leads it and a day to finish by. On a terminal you are asked:
"""
    group = 'copkit new group --line 2026-11-10/decision/1 --name "The carer\'s page"'
    yield _types(desk, group, "Carol Whitmore", "26 Feb 2027")
    yield "Add `--interest` for a group without an end.\n\n## Start a story\n"
    yield _types(desk, "copkit new story --line 2026-11-10/story/1")
    yield _file(desk, "stories/2026-11-one-call-instead-of-five.yaml")
    yield """\
Ring the teller, read the questions aloud and write down only the steps that can be told. **Ask for consent, and how
much of the teller may be shown.** Until the day stands in `consent:`, no public document has the story, and
`copkit check` reminds you.

## Keep what worked in the session
"""
    yield _types(desk, "copkit new practice --line 2026-11-10/practice/1")


def _moved(desk: Path) -> Iterator[str]:
    yield "## Move an initiative on\n\nA stage, with why. The stages before it keep their days:\n"
    yield _types(desk, 'copkit initiative stage an-hour testing --note "First hour, with six carers"')
    yield "And how far each organisation has come. The name will do, or the id:\n"
    yield _types(desk, 'copkit initiative adopt an-hour "St Elsewhere Hospice" adopted --date 2026-11-20')
    yield """\
A step back, such as `stopped`, needs a `--note`: why something was given up teaches whoever tries next. The earlier
status and its day stay in `history:`. `--checked` says that somebody looked, and it is still so.
"""
    yield "This is what the commands wrote:\n"
    text = (desk / COMMUNITY / "initiatives/an-hour-for-carers.yaml").read_text(encoding="utf-8")
    kept = text[text.index("stage:") : text.index("route:")] + "# …\n"
    kept += next(f"{line}\n" for line in text.splitlines() if line.startswith("  hospice:"))
    yield f"```yaml\n{kept}```\n"


def _listed(desk: Path) -> Iterator[str]:
    yield "## See where everything stands\n\nSorted by name or day. Nothing is ranked, and nobody is scored.\n"
    yield _types(desk, "copkit list initiatives")
    yield _types(desk, "copkit list groups --open")
    yield _types(desk, "copkit list stories")
    yield _types(desk, "copkit list challenges")
    yield """\
The score is the sum of weight × score, divided by the sum of the weights. The others are `practices`, `events`,
`cohorts` and `opportunities`. `--stage testing` and `--open` show some of them; `--json` is for scripts.
"""


def _used(desk: Path) -> Iterator[str]:
    yield """\
## Ask three months later what people used

`copkit next` says when. Two questions are enough: “I used …” and “What happened?”. Take the answers in as you do on
the day itself; names and addresses are left behind:
"""
    yield _types(desk, 'copkit feedback 2026-07-14 "../What did you use.csv" --follow-up')
    yield _types(desk, "copkit feedback 2026-07-14 --follow-up --read", "k", "k", "k")
    yield f"```text\n{(desk / COMMUNITY / 'follow_up/2026-07-14.csv').read_text(encoding='utf-8')}```\n"
    yield """\
The figure is called [V5](metrics.md). An answer in words counts as a yes, “nothing yet” as a no. Fewer than five
forms are hidden from everybody.
"""


_END = """\
## What else there is

- [The files](data-model.md) says what each field is for; [the checks](checks.md) under INI, GRP, STO and CHA say
  what is missed most often.
- [The metrics](metrics.md) says how stages, adoption and stories are counted.
- [The guide for curators](curators.md) is about the notes themselves.
"""
