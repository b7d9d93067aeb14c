"""Read what is private: contact details, which never enter git or a document."""

from pathlib import Path

from copkit.cli.exits import REFUSED, Stop
from copkit.models.programme import Contact
from copkit.workspace import Folder, Shared

FILE = "contacts.yaml"


def private_folder(tree: Folder, shared: Shared) -> Path:
    """The folder of private details: `private/`, or the team's shared folder that `private_dir` names."""
    return Path(tree.real) / Path(shared.programme.private_dir or "private").expanduser()


def contacts(tree: Folder, shared: Shared) -> dict[str, Contact]:
    """How to reach people, by their id. Ends the command with advice where the file is missing or unreadable."""
    import msgspec

    from copkit.yamlfile import read

    folder = private_folder(tree, shared)
    data, problem = Folder(folder).read(FILE)
    if data is None:
        example = "amina.khan: {email: amina.khan@example.org}"
        why = problem.message if problem else "there is no such file"
        raise Stop(f"{folder / FILE}: {why}", REFUSED, f"Write a line for each person, such as “{example}”.")
    document = read(data, FILE)
    if not isinstance(document.data, dict):
        message = next((str(f.message) for f in document.findings), "this is not a list of people")
        raise Stop(f"{folder / FILE}: {message}", REFUSED)
    found = {}
    for key, value in document.data.items():
        given = {"email": value} if isinstance(value, str) else value if isinstance(value, dict) else {}
        known = {name: text for name, text in given.items() if name in ("email", "phone") and isinstance(text, str)}
        found[str(key)] = msgspec.convert(known, Contact)
    return found
