"""`copkit explain`: the page of a check, or the meaning of a term."""

import json
import sys
from textwrap import fill, wrap
from typing import Annotated, Any

import typer

from copkit.checks.pages import page
from copkit.checks.registry import FAMILIES, registry
from copkit.cli.common import AsJson
from copkit.cli.exits import OK, Stop
from copkit.cli.explain_thresholds import WORDS, find_threshold, print_threshold, print_thresholds
from copkit.cli.show import say, width
from copkit.models.glossary import GLOSSARY, Term, find_term, term_names

WIDTH = 80


def explain(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE or TERM]...", help="Such as SES-02, or convenor.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Explain a check, a term or a threshold; without a word, list all checks and terms.

    “copkit explain thresholds” lists every number that programme.yaml may set.

    Example: copkit explain SES-02
    """
    name = " ".join(words or ())
    if not name:
        _print_data(_all()) if as_json else _list()
    elif (code := name.upper()) in registry():
        _print_data(_check(code)) if as_json else _print_page(code)
    elif (term := find_term(name)) is not None:
        _print_data(term._asdict()) if as_json else _print_term(term)
    elif name.casefold() in WORDS:
        print_thresholds(as_json=as_json)
    elif "." in name and (limit := find_threshold(name)) is not None:
        print_threshold(limit, as_json=as_json)
    elif code in FAMILIES:
        _print_data([_check(one) for one in _codes(code)]) if as_json else _print_family(code)
    else:
        raise Stop(f"there is no check and no term “{name}”", hint=_near(name))
    return OK


def _near(name: str) -> str:
    from difflib import get_close_matches

    from copkit.metrics import registry as metrics

    if name.upper() in metrics():
        return f"It is a metric: “copkit why {name.upper()}” says what it counts."
    typed = name.casefold()
    near = [
        *get_close_matches(name.upper(), registry(), n=1),
        *(term for term in term_names() if len(typed) > 2 and typed in term),
        *get_close_matches(typed, term_names(), n=1, cutoff=0.7),
    ]
    return f"Did you mean “{near[0]}”?" if near else "“copkit explain” lists all of them."


def _codes(family: str) -> list[str]:
    return [code for code in registry() if code.startswith(family)]


def _print_page(code: str) -> None:
    head, _, rest = page(code).text.partition("\n")
    say(head, "bold")
    say(rest)


def _print_term(term: Term) -> None:
    say(term.name, "bold")
    if term.others:
        say(f"Also: {', '.join(term.others)}", "dim")
    say(fill(term.meaning, WIDTH))


def _print_family(family: str) -> None:
    say(f"{family}  {FAMILIES[family]}", "bold")
    for code in _codes(family):
        for line in wrap(f"{code}  {page(code).title.rstrip('.')}", width() - 2, subsequent_indent=" " * 8):
            say(f"  {line}")


def _list() -> None:
    for family in FAMILIES:
        _print_family(family)
        say()
    say("Terms", "bold")
    names = ", ".join(term.name if "," not in term.name else f"“{term.name}”" for term in GLOSSARY)
    sys.stdout.write(fill(names, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False) + "\n")
    say()
    say("“copkit explain SES-02” or “copkit explain convenor” says more.", "cyan")


def _check(code: str) -> dict[str, Any]:
    about = page(code)
    return {
        "code": code,
        "title": about.title,
        "why": about.why,
        "severity": about.severity.word,
        "gravity": about.gravity,
        "bad": about.bad,
        "good": about.good,
        "thresholds": dict(about.thresholds),
    }


def _all() -> dict[str, Any]:
    return {"checks": [_check(code) for code in registry()], "terms": [term._asdict() for term in GLOSSARY]}


def _print_data(data: object) -> None:
    sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
