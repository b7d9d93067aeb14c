"""What begins a line of minutes and means a keyword: `ACTION 1:`, `Action (Amina):`, `[ ] Agreed:`."""

import re
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.capture.keywords import by_word

_MARK = r"[-*•‣◦–—+·▪▫●○■□☐☑☒✓✔✅➢➔→►▶❖\uf0a7\uf0b7\uf0d8\uf0fc>]"
_NUMBERED = r"\(?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?|\(?[a-zA-Z]\)|[ivx]{1,4}[.)]"
_LEAD = rf"(?:{_MARK}|o(?=\t)|\[[ xX✓✔]?\]|{_NUMBERED})"
_GAP = r"[ \t\u00a0]"
_BOLD = r"[*_]{0,3}"


class Label(NamedTuple):
    """The keyword that is meant, where the text after it starts, who stands in it, and whether it is ticked."""

    keyword: str
    end: int
    owner: str = ""
    owner_at: tuple[int, int] = (0, 0)
    ticked: bool = False


@cache
def _meanings() -> dict[str, str]:
    return {**by_word(), **lexicon.meanings("labels")}


@cache
def _pattern() -> re.Pattern[str]:
    """Bullets, a word, a number, who is named, and a colon, or a dash after some words."""
    longest = sorted(_meanings(), key=len, reverse=True)
    words = "|".join(re.escape(one).replace(r"\ ", rf"{_GAP}+") for one in longest)
    dashed = lexicon.either("dashed", *lexicon.spellings("dashed"))
    number = rf"(?:{_GAP}*(?:no\.?|number|point|item)?{_GAP}*#?[0-9]{{1,3}}(?:[./][0-9]{{1,3}}){{0,2}}[a-z]?\.?)?"
    owner = lexicon.either("sentences", "label_owner")
    named = rf"(?:{_GAP}*[(\[]([^()\[\]|]{{1,60}})[)\]]|{_GAP}+(?:{owner}){_GAP}+([^:|(]{{2,50}}?))?"
    colon = rf"{_GAP}*{_BOLD}{_GAP}?[:：]{_BOLD}{_GAP}*{_BOLD}"
    return re.compile(
        rf"((?:{_LEAD}{_GAP}*)*){_BOLD}(?:({words}){number}{named}{colon}"
        rf"|({dashed}){number}(?:{_GAP}*[(\[]([^()\[\]|]{{1,60}})[)\]])?{_BOLD}{_GAP}+[-–—]+{_GAP}+)(?=\S)",
        re.IGNORECASE,
    )


def read_label(line: str) -> Label | None:
    """The label that a line begins with, and None for a line with none."""
    match = _pattern().match(line)
    if match is None:
        return None
    word = " ".join((match[2] or match[5]).lower().split())
    group = next((one for one in (3, 4, 6) if match[one]), 0)
    owner = match[group].strip() if group else ""
    at = match.span(group) if group else (0, 0)
    ticked = re.search(r"\[[xX✓✔]\]|[☑☒✓✔✅]", match[1]) is not None
    return Label(_meanings()[word], match.end(), owner, at, ticked)
