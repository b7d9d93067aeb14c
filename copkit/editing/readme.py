"""The README of a new workspace: for the people who will keep it, in plain words."""


def readme(programme: str, community: str, name: str) -> str:
    """The page that somebody sees first who is handed this folder."""
    return _TEXT.format(programme=_safe(programme), community=community, name=_safe(name))


def _safe(text: str) -> str:
    """A name that Markdown shows as it was typed."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#" else character for character in text)


_TEXT = """\
# {programme}

This folder holds our communities of practice as plain files. copkit checks them and prints what we need:
the year's dates, calendar files, agendas, invitations.

## What is where

| folder or file | what it holds |
|---|---|
| `communities/programme/` | what all communities share: settings, organisations, people, dates to keep clear |
| `communities/{community}/community.yaml` | {name}: what it is for, who runs it, when it meets |
| `communities/{community}/members.yaml` | who belongs, since when |
| `communities/{community}/sessions/` | a plan for each session; notes beside it afterwards |
| `private/` | how to reach people: never in git |
| `build/` | what copkit printed: may be deleted at any time |

## What to do

| when | type |
|---|---|
| to make the year | `copkit schedule` |
| to see what to do this week | `copkit next` |
| to see what is wrong or missing | `copkit check` |
| to put the dates into calendars | `copkit calendar` |
| to print the next agenda | `copkit agenda` |
| to add somebody | `copkit new person "Amina Khan" --organisation ORGANISATION --join {community}` |
| to see everything | `copkit --help` |

## Good to know

- The files are text: open them in any editor. A line that starts with `#` is a remark for you.
- A key with nothing after it is a gap to fill. Nothing breaks while it is empty.
- An editor that knows YAML (such as Visual Studio Code with the YAML extension) completes and checks as you
  type; the schemas in `.copkit/schemas` tell it how. `copkit schema` renews them.
- No e-mail addresses of people, telephone numbers, access needs or anything about patients in these files.
  They belong in `private/`, or nowhere.
"""
