"""A plugin of pytest: no test holds up the run for ever, and whoever never sees its end is told what failed.

Each test has a limit, `timeout` of pyproject.toml, and each slow one `SLOW`, unless its own mark gives it another.
What no signal reaches, a deadlock inside a library, ends its process after `faulthandler_timeout`, with every stack
printed.
"""

import signal
from collections import defaultdict

import pytest

SLOW, OF_A_COMMAND = 1200, 120
"""Seconds: for a slow test, and for a command that a test runs in a process forked from it."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give each slow test its limit; where files are shared out begin with those that may take the longest."""
    limits: defaultdict[str, list[float]] = defaultdict(list)
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(SLOW))
        mark = item.get_closest_marker("timeout")
        limits[str(item.path)].append(mark.args[0] if mark else 0)
    if hasattr(config, "workerinput"):  # in a process of xdist, with --no-loadscope-reorder
        items.sort(key=lambda item: (-max(limits[str(item.path)]), -len(limits[str(item.path)]), str(item.path)))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(_AtOnce(config.pluginmanager))


class _AtOnce:
    """Says of each failure, when it happens, which test it was, and in a line why."""

    def __init__(self, plugins: pytest.PytestPluginManager) -> None:
        self.plugins = plugins

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        terminal = self.plugins.get_plugin("terminalreporter")
        if report.failed and terminal is not None:
            crash = getattr(report.longrepr, "reprcrash", None)
            why = str(getattr(crash, "message", report.longrepr or "")).strip()
            terminal.ensure_newline()
            terminal.write_line(f"FAILED {report.nodeid} ({report.when}): {why.splitlines()[0] if why else ''}")


def end_in_time() -> None:
    """For a process that was forked: end, whatever holds it, when a command may take no longer."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(OF_A_COMMAND)
