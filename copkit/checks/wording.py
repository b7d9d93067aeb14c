"""DOC: the words and pictures that go into documents."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from copkit.checks.context import Community, Programme
from copkit.checks.problem import Path, Problem
from copkit.checks.registry import ERROR, INFO, check
from copkit.checks.spoken import kept
from copkit.patterns import when_used
from copkit.workspace.glossary import Glossary

_SENTENCE = when_used(r"(?<=[.!?])[\"”’)]*\s+|\n\s*\n|\n\s*[-*]\s")
_WORD = when_used(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWELS = when_used(r"[aeiouy]+")
_ABBREVIATION = when_used(r"(?<![\w&.@/-])(?=[A-Z&]*[A-Z][A-Z&]*[A-Z])[A-Z][A-Z&]{1,5}(?=s?\b)(?![\w@/-]*\.\w)")
_ENOUGH = 60
"""Words: of a shorter text no reading age can be told."""
_PLAIN = frozenset((
    "A&E", "AI", "AM", "BBC", "COVID", "CSV", "DVD", "EU", "FAQ", "GP", "HIV", "HTML", "ID", "IT", "LGBT", "NHS",
    "OK", "PC", "PDF", "PM", "QR", "SMS", "TV", "UK", "URL", "USA", "USB", "II", "III", "IV", "VI",
    "ALL", "AND", "DO", "IF", "MUST", "NO", "NOT", "OR", "YES",
))  # fmt: skip
"""Abbreviations that readers of NHS documents know better than what they stand for, and words said aloud."""
_SKIPPED = frozenset({"accept", "id", "link", "links", "contact", "logo", "agreed_by", "authors"})


@check("DOC-01", INFO, on="community", words=25, age=18)
def hard_to_read(at: Community) -> Iterator[Problem]:
    """A text that goes into documents has long sentences, or is hard to read.

    Why: People read in a corridor between two meetings, and some in their second language. Sentences of 15 to 20
    words are read by everybody. The reading age is that of Flesch and Kincaid, for texts of 60 words and more. The
    texts in community.yaml, blueprint.yaml and reviews are looked at.

    Bad:
        headline: >-
          Over the course of the year the community, which met seven times, was able to develop an approach to
          collaborative working across organisational boundaries that has been received positively by members

    Good:
        headline: We met seven times. We now know each other well enough to fix things without a meeting.
    """
    words, age = at.limit("DOC-01.words"), at.limit("DOC-01.age")
    for record, path, text in _kept_texts(at):
        if text.count(" ") + text.count("\n") < words:
            continue
        mean = mean_sentence(text)
        if mean > words:
            message = f"the sentences of this text have {round(mean)} words on average"
            yield Problem(record, path, message, "Say it in shorter sentences: one idea in each.")
        elif (years := reading_age(text)) > age:
            message = f"this text is hard to read: it asks for a reading age of {years}"
            yield Problem(record, path, message, "Use shorter words and shorter sentences.")


@check("DOC-02", ERROR, on="programme")
def no_alternative(at: Programme) -> Iterator[Problem]:
    """A picture has no alternative text.

    Why: People who do not see it are left out, and the regulations on accessibility of public bodies' websites ask
    for it. Say what the picture shows, as you would on the telephone.

    Bad:
        logo: logo.png

    Good:
        logo: logo.png
        logo_alt: Anytown Integrated Care Board
    """
    programme = at.shared.programme
    if programme.logo and not programme.logo_alt:
        yield Problem(programme, ("logo",), "the logo has no alternative text", "Add logo_alt: and what it shows.")
    for number, partner in enumerate(programme.partners):
        if partner.logo and not partner.logo_alt:
            message = "this partner's logo has no alternative text"
            yield Problem(programme, ("partners", number, "logo"), message, "Add logo_alt: and what it shows.")
    for one in at.shared.other.get("library", {}).values():
        if one.image is not None and one.image.file and not one.image.alt:
            message = "this picture has no alternative text"
            yield Problem(one, ("image",), message, "Add alt: and what it shows.")


@check("DOC-03", INFO, on="community")
def unexplained(at: Community) -> Iterator[Problem]:
    """An abbreviation stands in a text for documents, and neither the glossary nor the text says what it means.

    Why: Abbreviations tell newcomers and the public that this is not for them. Write it out the first time, with
    the short form in brackets. Those of the glossary (“copkit explain CPD”), names of organisations and what is on
    everybody's lips (NHS, GP) are known. Each is said once a community.

    Bad:
        focus: People with LD who wait for an OPA

    Good:
        focus: People with a learning disability who wait for an outpatient appointment
    """
    every = _kept_texts(at)
    said: set[str] = set()
    for record, path, text in every:
        for found in _ABBREVIATION.finditer(text):
            short = found[0]
            if short in said or short in _PLAIN:
                continue
            said.add(short)
            if any(_explains(one, short) for _, _, one in every) or _is_a_name(at, short):
                continue
            if short not in _terms(at.shared.glossary):  # read last: most workspaces need it for nothing else
                yield Problem(record, path, f"{short} is not explained", f"Write it out: what it means ({short}).")


def mean_sentence(text: str) -> float:
    """The mean number of words of a text's sentences; items of a list and paragraphs end one, too."""
    counts = [len(_WORD.findall(sentence)) for sentence in _SENTENCE.split(text)]
    counts = [count for count in counts if count]
    return sum(counts) / len(counts) if counts else 0


def reading_age(text: str) -> int:
    """The age at which a text is read with ease; 0 where it is too short to tell.

    After Kincaid and others (1975): the grade 0.39 × words a sentence + 11.8 × syllables a word − 15.59, and five
    years for the years before school.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < _ENOUGH:
        return 0
    syllables = sum(map(_syllables, words))
    return round(0.39 * mean_sentence(text) + 11.8 * syllables / len(words) - 15.59 + 5)


def _syllables(word: str) -> int:
    """The groups of vowels of a word, without a silent e at its end."""
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - silent)


def _kept_texts(at: Community) -> list[tuple[Any, Path, str]]:
    """The same, gathered once for all checks."""
    found: list[tuple[Any, Path, str]] = kept(at, "_texts", lambda: list(_texts(at)))
    return found


def _texts(at: Community) -> Iterator[tuple[Any, Path, str]]:
    """Every sentence that somebody wrote for a document, with its record and place."""
    other = at.community.other
    records = (at.about, *other.get("review", {}).values(), *other.get("blueprint", {}).values())
    for record in records:
        if at.files.knows(record):
            for path, text in _strings(at.files.origin(record).document.data, ()):
                yield record, path, text


def _strings(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        if " " in data:
            yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _SKIPPED and not key.startswith("x-"):
                yield from _strings(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*path, index))


def _explains(text: str, short: str) -> bool:
    """Whether a text sets an abbreviation and its meaning side by side."""
    return f"({short})" in text or f"{short} (" in text


@lru_cache(maxsize=1)
def _terms(glossary: Glossary) -> frozenset[str]:
    """Every abbreviation of the glossary."""
    names = " ".join(name for term in glossary.terms for name in (term.name, *term.also_known_as))
    meanings = " ".join(term.meaning for term in glossary.terms)
    brackets = re.findall(r"\(([A-Z&]{2,6})\)", meanings)
    return frozenset(_ABBREVIATION.findall(names)) | frozenset(brackets)


def _is_a_name(at: Community, short: str) -> bool:
    """Whether an organisation, the programme or the community is called so."""
    programme, about = at.shared.programme, at.about
    own = (programme.programme, programme.system, programme.area, programme.licence, about.name, about.short)
    places = at.shared.organisations
    return (
        any(short in name for name in own)
        or short.casefold() in places
        or any(short in one.name or short in one.short or short == one.ods for one in places.values())
    )
