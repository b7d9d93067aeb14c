"""docs/data-model.md: every kind of file, from the models, with an example of each."""

from collections.abc import Iterator
from pathlib import Path

from copkit.models import feedback
from copkit.models.base import About, Accept, Part
from copkit.models.fields import Field, fields
from copkit.models.kinds import KINDS, Kind
from tests.docs.words import AUDIENCE, PERSONAL, how, left_out

EXAMPLES = Path(__file__).parent / "examples"
FIELDS = ("field", "what it is", "how to write it", "left out", "who sees it", "personal data")
SHAPES = {
    "one": "One record: its fields stand at the left margin.",
    "list": "A list: each item after `- `.",
    "mapping": "A mapping: each item under its id.",
}

INTRO = """\
# The files of a workspace

<!-- Written by `python3 make.py docs` from copkit/models: do not edit it by hand. -->

A workspace is a folder with `communities/` in it. `communities/programme/` holds what all communities share;
every other folder there is a community. `templates/` may hold your own templates; `private/` and `build/` stay out
of git.

## How to type

- Files are YAML. Every value is read as text and its field says what it means: `14:00`, `NO` and `01632960001` are
  what you typed, without quotes.
- A field with nothing after its colon is a gap: it counts as not given, and nothing breaks.
- A text with `: ` or ` #` in it needs quotes, or a block after `|`. Inside `{ }` a comma ends a text, so prose
  belongs on a line of its own.
- **Dates**: `2026-06-09`. `9 June 2026`, `2026-6-9` and `14/01/2026` are read too, with a note; `06/01/2026` is
  not, since it may be two days.
- **Times**: `14:00`, on the local clock. `2pm`, `14.00` and `9:30` are read too, with a note.
- **People**: an id (`amina.khan`), a full name, or a first name that only one person of the community has.
- **Ids**: small letters and digits with single dots or hyphens between them, at most 60 characters. A session is
  named for its first date: `2026-06-09`, and `2026-06-09-2` for a second on that day. It keeps its name when it
  moves.
- **Fields of your own** start with `x-` and are left alone. Other unknown fields are kept too, with a warning.
- Not taken: anchors, aliases and tags (`&`, `*`, `!`), several documents in a file, tabs as indentation.

## Who sees what

Each field has an audience. A document for one audience does not hold the fields of a narrower one.

| audience | who |
|---|---|
| everybody | the public version of a document |
| members | the members' version, and the team's |
| team | the team's version alone |
| nobody | no document |

Personal data has a class: **name**, **work** (details of work and of taking part), **contact** (how to reach
somebody), **opinion** (views and words) and **special** (access and dietary needs). Contact and special data belong
in `private/`, which git never holds.

## Your editor

`copkit schema` writes a JSON Schema of every kind of file into `.copkit/schemas/`. A file whose first line names
its schema is completed and checked as you type:

```yaml
# yaml-language-server: $schema=../../../.copkit/schemas/plan.json
```

Files that copkit makes in a workspace with schemas begin with that line; to those that are there already, add it by
hand. Visual Studio Code needs the extension “YAML” (redhat.vscode-yaml) for it. Without first lines, a file
`.vscode/settings.json` in the workspace does the same for all files; no network is used either way:

```json
{
%s
}
```

An editor marks what copkit would read with a note, such as `14/01/2026`.
"""


def page() -> str:
    """The whole page."""
    parts = [INTRO % _settings(), _contents()]
    parts += [_section(kind) for kind in KINDS.values()]
    parts += [_feedback(), _follow_up(), _common()]
    return "\n".join(parts)


def _settings() -> str:
    """The settings that tell the YAML extension which schema is for which files."""
    lines, globs = ['  "yaml.schemas": {'], dict[str, list[str]]()
    for kind, glob in ((one.name, path) for one in KINDS.values() for path in one.paths):
        for place in ("COMMUNITY", "ID", "WEEK", "YEAR"):
            glob = glob.replace(place, "*")
        glob = glob.replace("SESSION.yaml", "????-??-??{,-?}.yaml").replace("SESSION", "*")
        globs.setdefault(kind, []).append(f'"{glob}"')
    for name, several in globs.items():
        value = several[0] if len(several) == 1 else f"[{', '.join(several)}]"
        lines.append(f'    "./.copkit/schemas/{name}.json": {value},')
    return "\n".join([*lines[:-1], lines[-1].rstrip(","), "  }"])


def _named(kind: Kind) -> str:
    return ", ".join(f"`{path}`" for path in kind.paths)


def _contents() -> str:
    shared = [kind for kind in KINDS.values() if kind.shared]
    own = [kind for kind in KINDS.values() if kind.path.startswith("communities/COMMUNITY")]
    rest = [kind for kind in KINDS.values() if kind not in shared and kind not in own]
    lines = ["## Contents\n", "| file | what it holds |\n|---|---|"]
    lines += [_content(kind) for kind in (*shared, *own)]
    lines.append(f"| `{feedback.PATH}` | [Feedback](#feedback): what people said after a session, without names. |")
    lines.append(f"| `{feedback.FOLLOW_UP_PATH}` | [Follow-up](#follow-up): what they used, three months later. |")
    lines += [_content(kind) for kind in rest]
    return "\n".join(lines) + "\n"


def _content(kind: Kind) -> str:
    return f"| {_named(kind)} | [{kind.title}](#{_anchor(kind.title)}): {_about(kind)} |"


def _about(kind: Kind) -> str:
    text = " ".join((kind.record.__doc__ or "").split())
    return text[:1].lower() + text[1:]


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _section(kind: Kind) -> str:
    record = kind.record
    parts = [f"## {kind.title}\n", f"{_named(kind)}\n", f"{' '.join((kind.record.__doc__ or '').split())}\n"]
    parts += [f"{SHAPES[kind.shape]}\n", "```yaml\n" + example(kind) + "```\n", _table(record)]
    parts += [_part(path, part) for path, part in _nested(record)]
    return "\n".join(parts)


def example(kind: Kind) -> str:
    """The example of a kind of file."""
    return (EXAMPLES / f"{kind.name}.yaml").read_text(encoding="utf-8")


def _nested(record: type[Part]) -> Iterator[tuple[str, type[Part]]]:
    """The records inside a record, each once, by the path of the field that holds it."""
    seen, queue = {Accept}, [("", record)]
    while queue:
        path, here = queue.pop(0)
        for key, field in fields(here).items():
            for part in field.shape.parts():
                if part not in seen:
                    seen.add(part)
                    queue.append((f"{path}.{key}".strip("."), part))
                    yield queue[-1]


def _part(path: str, record: type[Part]) -> str:
    return f"### `{path}`\n\n{' '.join((record.__doc__ or '').split())}\n\n{_table(record)}"


def _table(record: type[Part]) -> str:
    """The fields of a record; a column that would be empty is left out."""
    rows = [FIELDS, *(_row(field) for field in fields(record).values() if field.key != "accept")]
    wanted = [index for index in range(len(FIELDS)) if any(row[index] for row in rows[1:])]
    lines = [f"| {' | '.join(row[index].replace('|', chr(92) + '|') for index in wanted)} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(wanted))
    return "\n".join(lines) + "\n"


def _row(field: Field) -> tuple[str, ...]:
    about = field.about
    return (
        f"`{field.key}`",
        _what(about),
        how(field.shape),
        left_out(field),
        AUDIENCE[about.audience],
        PERSONAL[about.personal],
    )


def _what(about: About) -> str:
    """What a field is, and why nothing prints it."""
    if about.unprinted is None:
        return about.description
    if about.unprinted.issue is None:
        return f"{about.description} *Not printed: {about.unprinted.why[:1].lower()}{about.unprinted.why[1:]}*"
    return f"{about.description} *Nothing prints it yet.*"


def _feedback() -> str:
    rows = (EXAMPLES / "feedback.csv").read_text(encoding="utf-8")
    return (
        f"## Feedback\n\n`{feedback.PATH}`\n\n{' '.join((feedback.Answer.__doc__ or '').split())}\n\n"
        "A table as a spreadsheet saves it (CSV, UTF-8): a line of headings, and a line for each form. A\n"
        f"heading that copkit does not know is left alone.\n\n```csv\n{rows}```\n\n{_table(feedback.Answer)}"
    )


def _follow_up() -> str:
    rows = (EXAMPLES / "follow_up.csv").read_text(encoding="utf-8")
    about = " ".join((feedback.FollowUp.__doc__ or "").split())
    table = _table(feedback.FollowUp)
    return f"## Follow-up\n\n`{feedback.FOLLOW_UP_PATH}`\n\n{about}\n\n```csv\n{rows}```\n\n{table}"


def _common() -> str:
    text = (
        "## In every record\n\n"
        "`accept` may stand in every record of its own: a file of one record, or an item of a list or register.\n"
        "It notes a finding that the team accepts, for a time; `copkit check` then keeps quiet about it.\n\n"
    )
    return f"{text}### `accept`\n\n{' '.join((Accept.__doc__ or '').split())}\n\n{_table(Accept)}"
