"""`copkit explain`: the page of a check, the meaning of a term, or the steps of a method."""

import sys
from textwrap import fill, wrap
from typing import Annotated, Any

import typer

from copkit.checks.pages import page
from copkit.checks.registry import FAMILIES, registry
from copkit.cli.common import AsJson, Root
from copkit.cli.completing import codes
from copkit.cli.exits import OK, Stop
from copkit.cli.explain_states import said_of
from copkit.cli.explain_thresholds import WORDS, find_threshold, print_threshold, print_thresholds
from copkit.cli.explain_words import WIDTH, method_data, print_method, print_term, term_data, words_here
from copkit.cli.say_json import say_json
from copkit.cli.show import say, width
from copkit.workspace import Shared

_WHAT = "Such as SES-02, convenor or troika."


def explain(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE or TERM]...", help=_WHAT, autocompletion=codes)
    ] = None,
    root: Root = None,
    as_json: AsJson = False,
) -> int:
    """Explain a check, a term, a method, a threshold, how a session stands or a command; alone, list all.

    “copkit explain thresholds” lists every number that programme.yaml may set. Terms and methods of the workspace
    that you stand in are known too.

    Example: copkit explain SES-02
    """
    name = " ".join(words or ())
    if (code := name.upper()) in registry():
        say_json(_check(code)) if as_json else _print_page(code)
    else:
        _explain_word(name, words_here(root), as_json=as_json)
    return OK


def _explain_word(name: str, shared: Shared, *, as_json: bool) -> None:
    """What is no check: a term, a method, a threshold or a family of checks; everything where nothing is named."""
    code = name.upper()
    if not name:
        say_json(_all(shared)) if as_json else _list(shared)
    elif (term := shared.glossary.find(name)) is not None:
        say_json(term_data(term)) if as_json else print_term(term)
    elif key := shared.methods.id(name):
        method = shared.methods.all[key]
        say_json(method_data(key, method)) if as_json else print_method(key, method)
    elif name.casefold() in WORDS:
        print_thresholds(shared, as_json=as_json)
    elif "." in name and (limit := find_threshold(name, shared)) is not None:
        print_threshold(limit, as_json=as_json)
    elif (term := said_of(name)) is not None:
        say_json(term_data(term)) if as_json else print_term(term)
    elif code in FAMILIES:
        say_json({"checks": [_check(one) for one in _codes(code)]}) if as_json else _print_family(code)
    else:
        raise Stop(f"there is no check, term or method “{name}”", hint=_near(name, shared))


def _near(name: str, shared: Shared) -> str:
    from difflib import get_close_matches

    from copkit.metrics import registry as metrics

    if name.upper() in metrics():
        return f"It is a metric: “copkit why {name.upper()}” says what it counts."
    typed, known = name.casefold(), [*shared.glossary.names, *shared.methods.names]
    near = [
        *get_close_matches(name.upper(), registry(), n=1),
        *(term for term in known if len(typed) > 2 and typed in term),
        *get_close_matches(typed, known, n=1, cutoff=0.7),
    ]
    return f"Did you mean “{near[0]}”?" if near else "“copkit explain” lists all of them."


def _codes(family: str) -> list[str]:
    return [code for code in registry() if code.startswith(family)]


def _print_page(code: str) -> None:
    head, _, rest = page(code).text.partition("\n")
    say(head, "bold")
    say(rest)


def _print_family(family: str) -> None:
    say(f"{family}  {FAMILIES[family]}", "bold")
    for code in _codes(family):
        for line in wrap(f"{code}  {page(code).title.rstrip('.')}", width() - 2, subsequent_indent=" " * 8):
            say(f"  {line}")


def _list(shared: Shared) -> None:
    for family in FAMILIES:
        _print_family(family)
        say()
    say("Terms", "bold")
    names = ", ".join(term.name if "," not in term.name else f"“{term.name}”" for term in shared.glossary.terms)
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


def _all(shared: Shared) -> dict[str, Any]:
    terms = [term_data(term) for term in shared.glossary.terms]
    return {"checks": [_check(code) for code in registry()], "terms": terms}
