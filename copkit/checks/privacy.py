"""PRV: what must not stand in files that git keeps, since git never forgets."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from copkit.checks.context import Community, Place, Programme, unread
from copkit.checks.private import Hit, search
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check, since
from copkit.checks.spoken import lines
from copkit.dates import say_date
from copkit.findings import Position
from copkit.patterns import when_used
from copkit.people.consent import has_agreed, may_be_named
from copkit.people.files import holds
from copkit.suggest import argument
from copkit.workspace import Session, months_later
from copkit.workspace.data_format import CURRENT
from copkit.workspace.entries import SHOWN
from copkit.workspace.nobody import hidden, home_of
from copkit.yamlfile.marks import Lines

_SENSITIVE = when_used(
    r"(x-)?(diet.*|allerg.*|access|access-needs?|needs|disab.*|health.*|medical.*|conditions?|medication.*|home.*"
    r"|address|post-?code|birth.*|dob|date-of-birth|born|age|.*phone.*|mobile.*|tel|e-?mail.*|nhs-number|ethnic.*"
    r"|religio.*|faith|sexual.*|gender.*|next-of-kin|emergency.*)"
)
_NAMES = when_used(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3}")
_SAY = {
    "e-mail": "an e-mail address",
    "phone": "a telephone number",
    "postcode": "a postcode",
    "birth": "a date of birth",
    "insurance": "a National Insurance number",
}


_NAMED = 5
"""How many rare words a finding names."""


class _Found(NamedTuple):
    hit: Hit
    path: str
    place: Position
    line: str


def _hits(at: Place) -> Iterator[_Found]:
    """The personal details in the text of every file, looked for once."""
    found = at.__dict__.get("_private")
    if found is None:
        found = at.__dict__["_private"] = [one for path in at.files.documents for one in _in_file(at, path)]
    yield from found


def _about_people(path: str) -> bool:
    """Whether a postcode or a date of birth in a file can only be a person's."""
    return path.endswith((".notes.yaml", "/members.yaml")) or holds("people", path)


def _in_file(at: Place, path: str) -> Iterator[_Found]:
    document = at.files.documents[path]
    lines: Lines | None = None
    for hit in search(document.text, births=_about_people(path)):
        lines = lines or Lines.of(document.text)
        line, column = lines.at(hit.start)
        yield _Found(hit, path, Position(path, line, column), lines.line(line))


@check("PRV-01", ERROR, on="files", closed=True)
def nhs_number(at: Place) -> Iterator[Problem]:
    """Ten digits that pass the check of an NHS number.

    Why: Nobody's patient may ever be in these files. Written 3-3-4 it is an error. Bare it is a warning, since one
    ten-digit number in eleven passes by chance. It is not repeated here; once it has been committed, tell your
    information governance lead.

    Bad:
        capture: |
          challenge: 943 476 5919 waited nine days

    Good:
        capture: |
          challenge: somebody waited nine days
    """
    for found in _hits(at):
        if found.hit.kind == "nhs-number":
            how = "written like an NHS number" if found.hit.spaced else "that may be an NHS number"
            severity = ERROR if found.hit.spaced else WARNING
            message = f"there are ten digits here {how}"
            yield Problem(None, (), message, "Take them out before you commit.", severity, at=found.place)


@check("PRV-02", ERROR, on="files", closed=True)
def sensitive_field(at: Place) -> Iterator[Problem]:
    """A field for diet, access needs, health, home, birth or a personal telephone number.

    Why: These belong to the person and not to the record, and git keeps them for ever. What the caterer needs is
    a number of meals: `catering:` in a plan holds counts. Contact details and needs go into
    `private/contacts.yaml`, which git never sees.

    Bad:
        amina.khan: {name: Amina Khan, organisation: icb, diet: vegan}

    Good:
        amina.khan: {name: Amina Khan, organisation: icb}
    """
    for record, look in at.looks:
        for path in look.extras:
            key = str(path[-1])
            if _SENSITIVE.fullmatch(key.lower().replace("_", "-").replace(" ", "-")):
                message = f"“{key}” is personal, and git never forgets"
                yield Problem(record, path, message, "Move it to private/contacts.yaml.")


@check("PRV-03", WARNING, on="community", closed=True)
def no_consent(at: Community) -> Iterator[Problem]:
    """A quote or a story does not say how it may be used.

    Why: The words are somebody's own. Without a level nothing of who said it is shown, and public documents leave
    the words out; in notes with `publish: yes` it is an error. A quote says what may be shown of the person:
    nothing, role only or name. A story has `consent:`, the day on which its teller agreed; STO-01 looks at those
    for the public.

    Bad:
        capture: |
          quote: I finally know who to ring.

    Good:
        capture: |
          quote: I finally know who to ring. | role only | community nurse
    """
    for session in at.community.sessions:
        severity = ERROR if session.notes is not None and session.notes.publish == "yes" else None
        for line in lines(session, at):
            if line.kind == "quote" and line.detail.partition(" | ")[0].casefold() not in SHOWN:
                fix = "Ask, and write words | nothing, role only or name."
                message = "this quote does not say what may be shown of who said it"
                yield Problem(session.notes, ("capture",), message, fix, severity, at=line.position)
    for story in at.community.other.get("story", {}).values():
        if not has_agreed(story.consent, at.today) and story.publish != "yes":
            message = "this story does not say that its teller agreed to it being used"
            yield Problem(story, ("consent",), message, "Ask, and add consent: and the day.")


@check("PRV-04", ERROR, on="coming")
def named_in_public(session: Session, at: Community) -> Iterator[Problem]:
    """A plan that may be published names a person who has not agreed.

    Why: Under the Chatham House Rule who takes part is not told. Speakers, the team and contacts may be named
    where they have agreed (`publish: yes` in people.yaml).

    Bad:
        publish: yes
        theme: What Lee Marsh found out

    Good:
        publish: yes
        theme: What one of us found out
    """
    plan = session.plan
    if at.about.agreement.rule != "chatham-house" or plan.publish != "yes":
        return
    people, names = at.shared.people, at.shared.register.called
    for key in ("theme", "question", "why_come", "bring", "opening"):
        for match in _NAMES.finditer(getattr(plan, key)):
            for who in {who for name in _parts(match[0]) for who in names(name)}:
                if not may_be_named(people[who]):
                    message = f"{key}: names {people[who].name}, who has not agreed to be named in public"
                    yield Problem(plan, (key,), message, "Leave the name out, or ask and write publish: yes.")


def _parts(words: str) -> Iterator[str]:
    """Every two words or more that stand together: a name may follow the first word of a sentence."""
    parts = words.removesuffix("'s").removesuffix("’s").split()
    for first in range(len(parts) - 1):
        for last in range(first + 2, len(parts) + 1):
            yield " ".join(parts[first:last])


@check("PRV-05", on="community", steps=since(info=0, warning=14), closed=True)
def held_words(at: Community) -> Iterator[Problem]:
    """Feedback in people's own words waits to be read by a person.

    Why: It may name somebody, or be an advertisement. Until it is read it stays in the private folder, in no
    document. After two weeks it is a warning: those who wrote it are waiting for an answer.

    Bad:
        # private/feedback/systems-leadership/2026-06-09.held.csv

    Good:
        # communities/systems-leadership/feedback/2026-06-09.csv
    """
    for name in sorted(at.context.waiting(at.community.id)):
        session = at.community.session(name.partition(" ")[0])
        if session is not None:
            fix = f"“copkit feedback {at.community.id} {name} --read” shows it, text by text."
            message = "feedback in people's own words waits to be read"
            asked = session.date + timedelta(days=90 if " " in name else 0)
            days = max(0, (at.today - asked).days)
            yield Problem(at.record(session), ("date",), message, fix, distance=days)


@check("PRV-06", WARNING, on="files", closed=True, months=24)
def leaver(at: Place) -> Iterator[Problem]:
    """A leaver's details are kept longer than the programme says.

    Why: `keep_leavers_months:` in programme.yaml is what people were told. Counts stay right when a leaver becomes
    “former member”.

    Bad:
        - {who: amina.khan, joined: 2021-04-01, left: 2022-03-31}

    Good:
        - {who: former-member-07, joined: 2021-04-01, left: 2022-03-31}
    """
    months = at.limit("PRV-06.months")
    records = at.shared.people.values() if isinstance(at, Programme) else ()
    members = at.community.members if isinstance(at, Community) else ()
    for record in (*records, *members):
        who = getattr(record, "who", "")
        if (
            record.left is not None
            and months_later(record.left, months) < at.today
            and not who.startswith("former")
        ):
            message = f"this person left on {say_date(record.left)}; details are kept for {months} months"
            yield Problem(record, ("left",), message, "“copkit privacy erase PERSON” takes it out; counts stay.")


@check("PRV-09", INFO, on="community")
def few_alike(at: Community) -> Iterator[Problem]:
    """Fewer people than may be counted in public share a characteristic.

    Why: A count of one or two points at a person. Public documents put such people into “other”; the number is
    `hide_counts_below:` in programme.yaml. It looks at the professions and kinds of job of the roll.

    Bad:
        joe.bell: {name: Joe Bell, organisation: acute, profession: midwife}     # the only midwife on the roll

    Good:
        joe.bell: {name: Joe Bell, organisation: acute, profession: nurse}       # one of eight nurses
    """
    roll = [at.shared.people.get(at.who(member.who)) for member in at.community.on_roll(at.today)]
    below = at.shared.programme.hide_counts_below
    for field in ("profession", "job_family"):
        counts = Counter(word for person in roll if person and (word := getattr(person, field).strip().casefold()))
        few = sorted(word for word, count in counts.items() if count < below)
        if few:
            shown = ", ".join(few[:_NAMED]) + (f" and {len(few) - _NAMED} more" if len(few) > _NAMED else "")
            message = f"fewer than {below} on the roll share a {field.replace('_', ' ')}: {shown}"
            yield Problem(at.about, ("id",), message, "In public they are counted as “other”.")


@check("PRV-07", ERROR, on="programme", closed=True)
def private_tracked(at: Programme) -> Iterator[Problem]:
    """Git tracks a private file, or a raw export of attendance or feedback.

    Why: Contact details, access needs and raw exports with names live in `private/`, which git never sees. What git
    has seen stays in every copy.

    Bad:
        # git ls-files
        private/contacts.yaml

    Good:
        # .gitignore
        private/
    """
    folder = at.shared.programme.private_dir.strip("/")
    for path in sorted(at.context.tracked or ()):
        if why := _exposed(path, folder, at):
            do = f"“git rm --cached {argument(path, 'FILE')}”, and add it to .gitignore."
            fix = f"{do} Copies that others have still hold it."
            yield Problem(None, (), why, fix, at=Position(path))


_TABLES = (".csv", ".tsv", ".xlsx", ".xls")
_PERSONAL_COLUMNS = when_used(r"e-?mail|\bname\b|first name|surname|upn|participant id", re.I)


def _exposed(path: str, folder: str, at: Programme) -> str:
    """Why a tracked file should not be; empty when it may."""
    if folder and not folder.startswith("..") and path.startswith(f"{folder}/") and not path.endswith(".gitignore"):
        return f"git tracks this file, and {folder}/ is for what it must never see"
    if not path.startswith("communities/") or not path.lower().endswith(_TABLES):
        return ""
    if path.split("/")[2:3] not in (["feedback"], ["follow_up"]):
        return "git tracks this table: a raw export has names in it"
    if path.endswith(".csv") and _PERSONAL_COLUMNS.search(at.context.headers(path)):
        return "git tracks this table, and it has a column with names or addresses"
    return ""


@check("PRV-08", WARNING, on="files", closed=True)
def personal_details(at: Place) -> Iterator[Problem]:
    """An e-mail address, telephone number, National Insurance number, postcode or date of birth.

    Why: Git never forgets, and these files are read by many. In notes it is a warning, so that they can always be
    kept; elsewhere it is an error. Shared mailboxes are allowed: list them in `shared_mailboxes:` of
    programme.yaml. A venue's postcode and a session's dial-in number (`phone:`) are allowed in a plan.

    Bad:
        capture: |
          ask: lee.marsh | ring me on 07700 900123

    Good:
        capture: |
          ask: lee.marsh | help with the form
    """
    allowed, settings = _allowed(at), not unread(at.shared.files, "communities/programme/programme.yaml")
    for found in _hits(at):
        notes, kind = found.path.endswith(".notes.yaml"), found.hit.kind
        if kind == "nhs-number" or not settings or _plain(found.hit.text) in allowed:
            continue
        if kind == "postcode" and not _about_people(found.path):
            continue
        if kind == "phone" and re.match(r"\s*phone\s*:", found.line) and "/sessions/" in found.path and not notes:
            continue
        if found.path.endswith("/issued.yaml") and re.match(r"\s*uid\s*:", found.line):
            continue  # the id of a calendar entry only looks like an address
        message = f"there is {_SAY[kind]} here, and git never forgets"
        fix = "Put it into private/contacts.yaml; a shared mailbox into shared_mailboxes: of programme.yaml."
        yield Problem(None, (), message, fix, WARNING if notes else ERROR, at=found.place)


_SPELT_OUT = ((when_used(r"[ (\[{<\u00a0]+at[ )\]}>\u00a0]+"), "@"), (when_used(r"[ (\[{<]+dot[ )\]}>]+"), "."))


def _plain(text: str) -> str:
    """An address or a number as it is compared, however it is written."""
    small = unicodedata.normalize("NFKC", text).casefold()
    for pattern, sign in _SPELT_OUT:
        small = pattern.sub(sign, small)
    return small.strip(".") if "@" in small else "".join(letter for letter in small if letter.isdigit())


def _allowed(at: Place) -> frozenset[str]:
    """Addresses that belong to no one person."""
    programme = at.shared.programme
    own = (programme.contact, programme.dpo, *programme.shared_mailboxes)
    texts = [*own, *(one.contact for one in programme.support)]
    if isinstance(at, Community):
        texts.append(at.about.contact)
    return frozenset(_plain(text) for text in texts if text)


@check("PRV-10", ERROR, on="files", closed=True)
def for_nobody(at: Place) -> Iterator[Problem]:
    """A file that git keeps has a value in a field that is for nobody.

    Why: What a leader notes for nobody else (how they score themselves, what they learned of a colleague) was
    written in that trust, and git gives it to everybody who has a copy, for ever. It belongs into
    `private/onboarding/ID.yaml`, which git never sees. Nothing is committed or sent while it stands here; what was
    committed before stays in the history.

    Bad:
        who: jo.ng
        notes: I find the Tuesday meetings hard

    Good:
        who: jo.ng
    """
    old = at.shared.programme.format < CURRENT
    for path, document in at.files.documents.items():
        move = f"“copkit migrate” moves it to {home_of(path)}." if old else f"Move it to {home_of(path)}."
        for found in hidden(document):
            message = f"“{found.key}” is for nobody, and git keeps this file"
            fix = f"{move} What was committed stays in git's history."
            yield Problem(None, (), message, fix, at=found.position)


_NEVER = "9999"


@check("PRV-12", WARNING, on="programme")
def notice_unconfirmed(at: Programme) -> Iterator[Problem]:
    """A community has met, and nobody has confirmed what the privacy notice says of the law.

    Why: People are to be told why you may keep what you keep, and whom to complain to. Which lawful basis holds is
    for the host's information governance lead to say; until then the notice is not printed for the public.

    Bad:
        programme: Anytown ICS Communities of Practice
        # sessions/2026-04-14.yaml is over

    Good:
        programme: Anytown ICS Communities of Practice
        dpo: dpo@anytown.example
        lawful_basis_confirmed: 2026-03-20
    """
    programme = at.shared.programme
    draft = "“copkit print privacy-notice --for team” prints the draft to show."
    days = (key[:10] for name in at.context.communities for key in at.context.sessions_of(name))
    met = min(days, default=_NEVER) < str(at.today)
    if not met or unread(at.shared.files, "communities/programme/programme.yaml"):
        return
    if programme.lawful_basis_confirmed is None:
        fix = f"{draft} Then write lawful_basis_confirmed: with the day, and dpo:, into programme.yaml."
        yield Problem(
            programme, ("programme",), "nobody has confirmed the lawful basis of the privacy notice", fix
        )
    elif not programme.dpo:
        fix = "Write dpo: with the mailbox of the host's data protection officer into programme.yaml."
        yield Problem(programme, ("programme",), "the privacy notice names no data protection officer", fix)
