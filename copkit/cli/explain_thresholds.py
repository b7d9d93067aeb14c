"""`copkit explain thresholds`: every number that programme.yaml may set, of checks and of metrics."""


from copkit.checks.pages import page
from copkit.checks.registry import registry
from copkit.cli.say_json import say_json
from copkit.cli.show import say, tell
from copkit.metrics.thresholds import Threshold, metric_thresholds
from copkit.workspace import Shared

WORDS = ("threshold", "thresholds")


def all_thresholds(shared: Shared) -> list[Threshold]:
    """Those of the checks by their codes, then those of the metrics and of the workspace's rules of health."""
    checks = (Threshold(name, number, _of(code)) for code in registry() for name, number in page(code).thresholds)
    return [*checks, *metric_thresholds(shared)]


def find_threshold(name: str, shared: Shared) -> Threshold | None:
    """The threshold of that name, however its letters are written."""
    return next((one for one in all_thresholds(shared) if one.name.casefold() == name.casefold()), None)


def print_threshold(one: Threshold, *, as_json: bool) -> None:
    """One threshold, and how to set it."""
    if as_json:
        say_json(one._asdict())
        return
    say(f"{one.name}: {one.number}", "bold")
    tell(f"{one.meaning}.")
    say("\nTo set another number, in communities/programme/programme.yaml:\n\nthresholds:")
    say(f"  {one.name}: {one.number}")


def print_thresholds(shared: Shared, *, as_json: bool) -> None:
    """All of them, with the usual number of each."""
    found = all_thresholds(shared)
    if as_json:
        say_json({"thresholds": [one._asdict() for one in found]})
        return
    say("Thresholds: what “thresholds:” in programme.yaml may set, with the usual numbers", "bold")
    for one in found:
        tell(f"  {one.name}: {one.number}  {one.meaning}")


def _of(code: str) -> str:
    return f"{code}: {page(code).title.rstrip('.')}"
