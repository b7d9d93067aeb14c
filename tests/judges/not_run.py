"""A plugin of pytest: counts the tests that were not run for want of a tool, and says at the end how to get it.

A test that skips in any other way fails: what is not run must be counted.
"""

from collections import Counter
from collections.abc import Generator

import pytest

from tests.judges.tools import NEEDS, NotRun, need


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    need(*(name for mark in item.iter_markers("needs") for name in mark.args))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.excinfo and isinstance(call.excinfo.value, NotRun):
        report.not_run = str(call.excinfo.value.msg)
    elif report.skipped and not hasattr(report, "wasxfail"):  # what is expected to fail has been run
        report.outcome = "failed"
        report.longrepr = f"{report.longrepr}\nWhat a test needs is said by need() of tests/judges/tools.py."
    return report


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    return ("not run", "n", "NOT RUN") if hasattr(report, "not_run") else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if counted := Counter(report.not_run for report in terminalreporter.stats.get("not run", ())):
        terminalreporter.write_line(told(counted))


def told(counted: Counter[str]) -> str:
    """One line: how many tests each judge would have run, and how to get it."""
    each = "; ".join(f"{count} by {name} (get {NEEDS[name].get})" for name, count in counted.most_common())
    return f"Not run here: {each}. On Debian and Ubuntu `bash .ci/run` gets all that it insists on."
