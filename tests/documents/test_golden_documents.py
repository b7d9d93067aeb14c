"""Every document in every text format, whole."""

import re

import pytest

from copkit.cli.printing import open_desk
from copkit.cli.subjects.desk import Typed
from copkit.cli.subjects.sessions import sources
from copkit.documents import NAMES
from tests.documents.making import CANCELLED, HYBRID, IN_PERSON, OF_A_SESSION, OWN_ORDER, in_format, source
from tests.golden import Golden
from tests.shell import ROOT

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)
FILES = {
    "agenda": ("agenda", IN_PERSON, "members"),
    "agenda-public": ("agenda", IN_PERSON, "public"),
    "agenda-hybrid": ("agenda", HYBRID, "members"),
    "agenda-own-order": ("agenda", OWN_ORDER, "members"),
    "plan": ("plan", IN_PERSON, "team"),
    "plan-online": ("plan", OWN_ORDER, "team"),
    "moderator": ("moderator", HYBRID, "team"),
    "tables": ("tables", IN_PERSON, "members"),
    "tables-team": ("tables", IN_PERSON, "team"),
    "invite": ("invite", IN_PERSON, "members"),
    "invite-public": ("invite", OWN_ORDER, "public"),
    "change": ("change", HYBRID, "members"),
    "change-cancelled": ("change", CANCELLED, "public"),
    "brief": ("brief", IN_PERSON, "team"),
    "actions": ("actions", IN_PERSON, "members"),
}


@pytest.mark.parametrize("form", ["html", "md", "txt"])
@pytest.mark.parametrize("file", FILES)
def test_a_document_says_the_same_as_before(file: str, form: str, golden: Golden) -> None:
    name, session, audience = FILES[file]
    text = in_format(name, form, source(session, audience)).decode()
    golden(f"{file}.{form}", STYLE.sub("", text))


def test_every_document_of_a_session_has_a_golden_file() -> None:
    assert set(OF_A_SESSION) <= {name for name, _, _ in FILES.values()} <= set(NAMES)


@pytest.mark.parametrize(
    "file", ["demonstration-agenda.txt", "demonstration-invite.md", "demonstration-tables.txt"]
)
def test_the_demonstration_prints_the_same_as_before(file: str, golden: Golden) -> None:
    name, form = file.removeprefix("demonstration-").split(".")
    found = sources(open_desk("agenda", Typed(("systems-leadership", "2026-06-09"), root=ROOT)))
    golden(file, in_format(name, form, found[0]).decode())
