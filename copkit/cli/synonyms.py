"""Words that people type for a command that has another name, each with what to type."""

from typing import Final

from copkit.cli.registry import COMMANDS
from copkit.suggest import did_you_mean

SYNONYMS: Final = {
    "add": "“copkit new” adds a community, person or session; “copkit join” puts somebody on a roll.",
    "remove": "“copkit leave” takes somebody off a roll; “copkit cancel” cancels a session.",
    "delete": "“copkit leave” takes somebody off a roll; “copkit cancel” cancels a session.",
    "revert": "“copkit undo” takes back the last change that copkit made.",
    "restore": "“copkit undo” takes back the last change that copkit made.",
    "forget": "“copkit privacy erase” takes a person out of the files.",
    "status": "“copkit next” says what to do this week, “copkit check” what is missing.",
    "todo": "“copkit next” says what to do this week, “copkit actions” what was promised.",
    "minutes": "“copkit notes” takes, shows and prints what was said at a session.",
    "attendance": "“copkit attend” fills in who was there.",
    "register": "“copkit list people” lists who is known; “copkit attend” fills in who was there.",
    "report": "“copkit synthesis” prints what a year came to; “copkit print” lists what else there is.",
    "commit": "“copkit save” commits plans and registers, “copkit notes commit” the notes.",
    "find": "“copkit list” says what can be listed.",
    "search": "“copkit list” says what can be listed.",
    "docs": "“copkit help all” shows every command.",
    "version": "“copkit --version” says it.",
}
"""They are no commands: a word that may mean two things is answered, never done."""


def instead(word: str, *more: str) -> str:
    """What to type in the place of a word that is no command; the words after it may be the rest of a name."""
    from copkit.cli.somebody import shown_by
    from copkit.documents.catalogue import DOCUMENTS
    from copkit.nouns.registry import NOUNS

    typed = word.casefold()
    words = [word, *more]
    if typed in SYNONYMS:
        return SYNONYMS[typed]
    for key, noun in NOUNS.items():
        if typed in (key, noun.one):
            return f"“copkit list {key}” lists them, “copkit show {noun.one}” shows one."
    if typed in DOCUMENTS:
        return f"“copkit print {typed}” prints it."
    if somebody := shown_by(words):
        return somebody
    return did_you_mean(typed, [*COMMANDS, *SYNONYMS, *NOUNS]) or "“copkit help all” shows every command."
