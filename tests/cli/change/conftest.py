"""A community that has held one session, with a line of every kind in its notes."""

from pathlib import Path

import pytest

from tests.cli.year.conftest import FILES, write_files

SESSION = "2026-06-09"
NOTES = f"home-first/sessions/{SESSION}.notes.yaml"
DAY = "2026-06-20"
OWN = {
    **FILES,
    "programme/organisations.yaml": """\
        icb: {name: NHS Anytown ICB, sector: icb}
        hospice: {name: St Elsewhere Hospice, sector: voluntary}
        county: {name: Anyshire County Council, sector: local-authority}
        old-trust: {name: Old Trust, sector: acute, became: new-trust, since: 2026-05-01}
        new-trust: {name: New Trust, sector: acute}
        """,
    "home-first/community.yaml": """\
        id: home-first
        name: Home First Community of Practice
        short: Home First
        purpose: [Home on the day when it is best]
        team:
          - {who: amina.khan, role: convenor}
        rhythm: {meetings: 1, pattern: second tuesday, start: "10:00", months: [june]}
        community:
          organisations: [icb, hospice, county, old-trust, new-trust]
        """,
    f"home-first/sessions/{SESSION}.yaml": """\
        number: 3
        date: 2026-06-09
        start: "10:00"
        place: in-person
        venue: Anytown Library
        theme: One form instead of three
        """,
    NOTES: """\
        present: [amina.khan, joe.bell, sam.reid]
        capture: |
          idea: "yes": one form, {tested} on two wards # 2 #discharge #forms
          decision: set up a group on the form
          question: who tells GP practices?
          action: sam.reid | draft the terms | 30 Jun
          ask: Somebody Else | a form with pictures
          offer: jo.ng | the hospice's form
          connect: amina.khan + joe.bell | designing it with families
          story: joe.bell | the night nobody rang
          practice: - briefing first: then tea
          opportunity: a year of coaching #talent
          resource: The form | https://example.org/form
        """,
}


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """The workspace, eleven days after the session."""
    files = dict(OWN)
    files["programme/programme.yaml"] += f"as_of: {DAY}\n"
    return write_files(tmp_path / "workspace", files)


RECORDS = {
    "home-first/initiatives/form.yaml": """\
        name: One form
        stage: testing
        adoption:
          icb: {status: not-applicable}
          hospice: {status: adopted, date: 2026-06-12}
          county: {status: in-progress, date: 2026-06-12}
          old-trust: {status: sustained, date: 2026-04-12}
        """,
    "home-first/initiatives/a-much-longer-name.yaml": """\
        name: A name so long that it does not stand on one line of a table and wraps at a word instead
        stage: spotted
        """,
    "home-first/groups/pictures.yaml": "{name: Pictures, lead: jo.ng, starts: 2026-05-01, finish_by: 2026-06-19}\n",
    "home-first/groups/night.yaml": "{name: At night, lead: Sam Reid, starts: 2026-05-01, finish_by: 2026-06-20}\n",
    "home-first/groups/later.yaml": "{name: Later, lead: sam.reid, starts: 2026-07-01, finish_by: 2026-09-20}\n",
    "home-first/groups/tea.yaml": "{name: Tea, kind: interest, lead: nobody}\n",
    "home-first/groups/done.yaml": "{name: Done, lead: sam.reid, finish_by: 2026-05-01, finished: 2026-05-02}\n",
    "home-first/stories/2026-06-b.yaml": """\
        title: The night nobody rang
        date: 2026-06-12
        cycles: {immediate: a, applied: b, enabling: c}
        """,
    "home-first/stories/2026-06-a.yaml": "{title: One call, date: 2026-06-10, consent: 2026-06-11}\n",
    "home-first/practices.yaml": """\
        - {what: Tea first, verdict: keep, seen: [2026-06-09]}
        - {what: Slides}
        """,
    "programme/events.yaml": """\
        - {name: Assembly, date: 2026-07-01, community: home-first, from_us: [jo.ng, sam.reid]}
        - {name: Visit, date: 2026-06-01, community: home-first, from_us: [jo.ng], brought_back: A form}
        - {name: Elsewhere, date: 2026-06-01, community: another}
        """,
    "programme/challenges.yaml": """\
        - name: Warm homes
          opens: 2026-06-01
          closes: 2026-06-30
          criteria: {need: 3, spread: 2, equity: 2, readiness: 1}
          entries:
            - {title: One shared form, scores: {need: 5, spread: 5, equity: 3, readiness: 4}}
            - {title: Falls response car, scores: {need: 4, spread: 3, equity: 4, readiness: 5}}
            - {title: Not yet read}
          selected: [One shared form]
        """,
    "programme/cohorts.yaml": """\
        - {name: Leading communities, starts: 2026-01-15, ends: 2026-05-09, started: 25, completed: 23}
        - {name: Telling stories, kind: storytelling, starts: 2026-09-24}
        """,
    "programme/opportunities.yaml": """\
        - {name: Coaching, for: team, opens: 2026-06-01, closes: 2026-12-18}
        - {name: A placement, closes: 2026-06-30}
        - {name: A scheme, closes: 2026-06-19}
        - {name: An exchange, for: organisation, opens: 2026-09-01}
        """,
}


@pytest.fixture
def recorded(held: Path) -> Path:
    """The same with a record of each standing."""
    return write_files(held, RECORDS)
