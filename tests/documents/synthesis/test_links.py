"""Every figure leads to its entry in the annex, and every place has a name of its own."""

import re
from collections import Counter

import pytest

from copkit.documents.source import Audience
from tests.documents.synthesis.making import annual, page

COMMUNITIES = (
    "diabetes-in-pregnancy", "operational-teams", "patient-involvement",
    "rehabilitation-and-personalised-care", "systems-leadership", "ultrasound-imaging",
)  # fmt: skip


@pytest.mark.parametrize("audience", ["members", "public"])
@pytest.mark.parametrize("community", COMMUNITIES)
def test_each_link_has_its_entry(community: str, audience: Audience) -> None:
    made = page(annual(community, audience))
    ids = Counter(re.findall(r'\bid="([^"]+)"', made))
    links = re.findall(r'href="#([^"]+)"', made)
    figures = re.findall(r'<a class="figure" href="#([^"]+)"', made)
    assert {name: many for name, many in ids.items() if many > 1} == {}
    assert [link for link in links if link not in ids] == []
    assert len(figures) > 100
    annex = made.index('<h2 id="annex">')
    assert [link for link in set(figures) if made.index(f'id="{link}"') < annex] == []


def test_every_number_of_the_measures_is_a_link() -> None:
    made = page(annual("systems-leadership"))
    rows = re.findall(r"<tr>\n<td>[^<]*</td>\n<td>(.*?)</td>\n<td class=\"nowrap\">[A-Z]\d</td>", made)
    assert len(rows) > 60
    assert [row for row in rows if not row.startswith('<a class="figure"')] == []


def test_the_board_page_leads_nowhere() -> None:
    assert 'href="#' not in page(annual("systems-leadership"), one_page=True)
