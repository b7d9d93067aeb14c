"""The community's time zone: one name is kept, and the names that are wrong for half the year are refused."""

import pytest

from copkit.dates import ZONE
from copkit.findings import Finding, Severity
from copkit.models.decode import decode
from copkit.models.kinds import KINDS
from copkit.yamlfile import read

PATH = "communities/programme/programme.yaml"


def findings(zone: str) -> list[Finding]:
    document = read(f"programme: Anytown\ntimezone: {zone}\n".encode(), PATH)
    return [*document.findings, *decode(document, KINDS["programme"]).findings]


def test_europe_london_is_kept() -> None:
    assert findings(ZONE) == []


@pytest.mark.parametrize("zone", ["GMT", "BST", "Europe/london", "GMT Standard Time", "UTC+1", "Europe/Dublin"])
def test_other_zones_are_refused_offering_europe_london(zone: str) -> None:
    (finding,) = findings(zone)
    assert (finding.severity, finding.position[:2]) == (Severity.ERROR, (PATH, 2))
    assert finding.message == f"“{zone}” is not a time zone that copkit keeps"
    assert finding.fix == "Write Europe/London."
