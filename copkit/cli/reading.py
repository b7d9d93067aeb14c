"""Words typed as options, read as the files spell them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from copkit.cli.exits import REFUSED, Stop
from copkit.dates import MONTHS, Read, read_day, read_month, read_rule, spell_pattern, split_patterns
from copkit.models import ids
from copkit.people.doubt import Doubt
from copkit.people.register import Register
from copkit.workspace import CommunityFiles, Folder, Shared

MOST_BREAKS = 11


def read_weekday_pattern(text: str) -> Read[str]:
    """One or more weekdays of the month: `second tuesday`, `second and fourth tuesday`."""
    read = read_rule(split_patterns(text))
    if read.value is None:
        return Read(None, problem=read.problem, fix=read.fix)
    return Read(" and ".join(map(spell_pattern, read.value.patterns)))


def read_month_name(text: str) -> Read[str]:
    """A month: `april`."""
    read = read_month(text)
    if read.value is None:
        return Read(None, problem=read.problem, fix=read.fix)
    return Read(MONTHS[read.value - 1])


def read_breaks(text: str) -> Read[str]:
    """Months that pause, with commas between them; empty for “none”."""
    if text.strip().casefold() in ("none", "no", "-"):
        return Read("none")
    found = []
    for part in text.replace(" and ", ",").split(","):
        read = read_month(part)
        if read.value is None:
            return Read(None, problem=read.problem, fix="write months such as august, december; or none")
        found.append(MONTHS[read.value - 1])
    if len(set(found)) > MOST_BREAKS:
        return Read(None, problem="no month is left to meet in", fix="leave one out")
    return Read(", ".join(dict.fromkeys(found)))


def read_number(least: int, most: int) -> Callable[[str], Read[str]]:
    """A reader of whole numbers between two."""

    def read(text: str) -> Read[str]:
        if text.strip().isdecimal() and least <= int(text) <= most:
            return Read(str(int(text)))
        return Read(None, problem=f"this is not a number from {least} to {most}", fix="write it in digits")

    return read


_NATIONS = {
    "england": "england",
    "wales": "england",
    "scotland": "scotland",
    "northern ireland": "northern-ireland",
}
"""Each nation with the list of bank holidays that it keeps: Wales shares England's."""


def read_nation(text: str) -> Read[str]:
    """Whose bank holidays to avoid, as the settings spell it: `Wales` has England's, `england`."""
    word = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    if word in _NATIONS:
        return Read(_NATIONS[word])
    return Read(None, problem="this is not a nation", fix="Write England, Wales, Scotland or Northern Ireland.")


def read_place(text: str) -> Read[str]:
    """Where a session is held: `online`, `in-person` or `hybrid`."""
    word = "-".join(text.strip().casefold().replace("_", " ").split())
    if word in ("online", "in-person", "hybrid"):
        return Read(word)
    return Read(None, problem="this is not a place", fix="Write online, in-person or hybrid.")


def day_of(text: str, what: str, today: date) -> date:
    """A day that must be readable and not in doubt, read forward from today; `what` is said in the refusal."""
    read = read_day(text, today)
    if read.value is None or read.problem:
        raise Stop(f"{what}: {read.problem}", hint=sentence(read.fix))
    return read.value


def chosen(typed: Iterable[str] | None, known: Collection[str], what: str) -> tuple[str, ...]:
    """The formats asked for, by commas or one by one, each once; `what` is said in the refusal."""
    found = tuple(dict.fromkeys(part.casefold().lstrip(".") for text in typed or () for part in text.split(",")))
    for one in found:
        if one not in known:
            raise Stop(f"there is no {what} “{one}”", hint=there_are(known))
    return found


def there_are(names: Iterable[str]) -> str:
    """What may be typed, as a hint: “There is a.”, “There are a, b, c.”."""
    known = list(names)
    return f"There {'is' if len(known) == 1 else 'are'} {', '.join(known)}." if known else ""


def sentence(text: str) -> str:
    """A few words as a sentence."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


def chosen_id(wanted: str, derived: str, taken: list[str], what: str) -> str:
    """The id to give: the one that was asked for, if it will do, else one made from the name."""
    if not wanted:
        return ids.free(derived or what, taken)
    if problem := ids.trouble(wanted):
        raise Stop(f"--id: {problem}", hint="Write one such as amina.khan or st-elsewhere-hospice.")
    if near := [one for one in taken if one.casefold() == wanted.casefold()]:
        same = "is taken" if near[0] == wanted else f"differs from “{near[0]}” only in capitals"
        raise Stop(f"--id: “{wanted}” {same}", hint=f"“{ids.free(wanted, taken)}” is free.")
    return wanted


def source(tree: Folder, path: str) -> bytes | None:
    """The bytes of a file that is to be changed; None where there is none; an end where it may not be read."""
    data, problem = tree.read(path)
    if problem is not None:
        raise Stop(f"{path}: {problem.message}", REFUSED, problem.fix)
    return data


KNOWN = "“copkit list people” lists who is known"
ADDS = "“copkit new person” adds somebody"


def person_in(community: CommunityFiles, shared: Shared, typed: str, advice: str = ADDS) -> str:
    """The id of a person, by whatever name the community has; an end with advice where it is nobody's."""
    company = community.company(shared.register)
    found = company.find(typed)
    if not found.id:
        raise unknown(company.doubt(found) or shared.register.doubt(typed), found.near, advice)
    return found.id


def registered(register: Register, typed: str, advice: str = KNOWN) -> str:
    """The id of the one person of this id or whole name: in a register a first name may be somebody else's."""
    if key := register.exactly(typed):
        return key
    raise not_exactly(register, typed, advice)


def not_exactly(register: Register, typed: str, advice: str) -> "Unknown":
    """That nobody has this id or whole name, and who may be meant."""
    found = register.find(typed)
    return unknown(register.doubt(typed), (found.id, *found.near) if found.id else found.near, advice)


class Unknown(Stop):
    """The end of a command that was to be about a person who is not known."""


def unknown(doubt: Doubt, near: Sequence[str], advice: str = ADDS) -> Unknown:
    """That end, with what is in doubt and what to do; `advice` where nobody is near."""
    return Unknown(doubt.problem, hint=doubt.fix if near else f"{advice}.")
