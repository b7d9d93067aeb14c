"""Public notes name nobody and no organisation, in no format: people see what was said, never who said it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.audience.hearing import hear
from copkit.documents import NotForThem, document
from copkit.models.programme import Affiliation, Organisation, Person
from copkit.models.session import Briefing, Notes
from copkit.people.discretion import Discretion
from copkit.render import TemplateProblem, html
from copkit.render.views import context
from tests.documents.notes.making import HELD, in_format, page_of, source, with_notes

PEOPLE = {
    "maryam.oneill": Person(
        name="Dr Maryam O’Neill-Šimić", organisation="quay", also_known_as=("Maz", "Maryam Simic")
    ),
    "will.stone": Person(name="Will Stone", organisation=(Affiliation(id="old-quay"), Affiliation(id="lodge"))),
    "li": Person(name="李明", organisation="lodge"),
    "elsewhere": Person(name="Otto Farr", organisation="far"),
}
HOMES = {
    "quay": Organisation(name="Greenquay Hospitals NHS Foundation Trust", short="Greenquay", ods="RX9"),
    "old-quay": Organisation(name="Mill Lane NHS Trust", became="quay"),
    "lodge": Organisation(name="The Lodge Hospice", short="Lodge"),
    "carers": Organisation(name="Carers Together", short="Carers"),
    "far": Organisation(name="Far Valley Council", short="Far Valley"),
}


def discretion() -> Discretion:
    made_from = with_notes(
        "action: Bob Unknown | tea | next", "public", present=("maryam.oneill", "will.stone", "li", "Zed")
    )
    shared = replace(made_from.registers, people=PEOPLE, organisations=HOMES)
    made_from = replace(made_from, registers=shared, files=replace(made_from.files, members=(), groups={}))
    return hear(made_from).discretion


DISCREET = discretion()


@pytest.mark.parametrize(
    "text",
    [
        "Maryam O'Neill-Simic said so", "maryam oneill simic", "MARYAM said so", "maryam's page",
        "Dr O’Neill-Šimić", "dr simic", "O'Neill-Šimić, Maryam", "SIMIC Maryam", "M. Simic agreed",
        "maryam.oneill", "@maryam", "#maryamsimic", "Maz knows", "maz", "(M.S.)", "MS: we tried", "– MOS",
        "as MS said", "Will said no", "we asked Will Stone", "stone, will", "will.stone will", "李明说得好",
        "Otto came", "Farr", "otto farr rang", "Greenquay has one", "greenquay", "Greenquay Hospitals", "RX9",
        "GHNFT", "at Mill Lane", "mill lane", "old-quay", "the hospice will", "Lodge", "Carers Together will",
        "so Carers will", "Far Valley", "far", "Bob Unknown", "Bob", "Zed said", "write to a.b@nhs.example",
        "ring 01632 960 001", "ring +44 7700 900123", "Mary\xadam", "*Mar*yam Maryam",
    ],
)  # fmt: skip
def test_a_text_that_names_somebody_in_any_form_is_not_for_the_public(text: str) -> None:
    assert DISCREET.names_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "we will wait", "a stone in the shoe", "three carers came", "Carers wait", "they wait. Carers too",
        "ask carers first", "the MS team asks for 12 beds", "bobsleigh", "two trusts and a council agree",
        "greenery", "call 999", "on 12 June 2026 at 14:30", "by 2027 in 4 of 7 trusts", "",
    ],
)  # fmt: skip
def test_other_texts_are(text: str) -> None:
    assert not DISCREET.names_somebody(text)


FORMS = st.sampled_from([
    "{first} {last}", "{last}, {first}", "{FIRST} {LAST}", "{first}", "{last}", "{id}", "{first}'s", "Dr {last}",
    "{f}. {last}", "{first}{last}", "({first})", "#{first}", "**{first}** {last}", "{first}\xa0{last}",
    "{first}-{last}", "{org}", "{ORG}", "the {org}’s",
])  # fmt: skip
AROUND = st.sampled_from(
    ["{}", "we heard {} today", "{}: it works", "thanks to {}.", "a, {} and b", "“{}”", "x\n  {} y"]
)
KINDS = st.sampled_from(
    ["idea: ", "success: ", "decision: ", "question: ", "shift: ", "practice: ", "action: all | ", ""]
)


@given(st.sampled_from(["rosa.lind", "viktor.hale", "wren.adair", "tomasz.zielinski"]), FORMS, AROUND, KINDS)
def test_no_form_of_a_members_name_gets_through(key: str, form: str, around: str, kind: str) -> None:
    made_from = source(HELD, "public")
    person = made_from.registers.people[key]
    first, last = person.name.split()
    home = made_from.registers.organisations[str(person.organisation)]
    typed = form.format(
        first=first, last=last, FIRST=first.upper(), LAST=last.upper(), id=key, f=first[0],
        org=home.short, ORG=home.name.upper(),
    )  # fmt: skip
    capture = f"{kind}{around.format(typed)}\nidea: tea for everybody"
    lines = hear(with_notes(capture, "public", publish="yes")).lines
    assert [line.what for line in lines] == ["tea for everybody"]


def test_what_is_kept_back_is_counted() -> None:
    text = in_format("notes", "txt", with_notes("idea: ask Rosa\nidea: tea\nplain words", "public")).decode()
    assert "2 lines of the notes are kept for members" in " ".join(text.split())
    assert "Tea" in text
    assert "plain words" not in text


def test_plain_notes_are_published_where_the_curator_says_so() -> None:
    text = in_format("notes", "txt", with_notes("plain words\nRosa agreed", "public", publish="yes")).decode()
    assert "plain words" in text
    assert "1 line of the notes is kept" in " ".join(text.split())


def test_quotes_are_published_by_consent_and_named_where_the_register_agrees() -> None:
    capture = "quote: One. | name | rosa.lind\nquote: Two. | role only | night nurse\nquote: Three. | nothing | x"
    capture += "\nquote: Four."
    text = in_format("notes", "txt", with_notes(capture, "public")).decode()
    assert "Quotes: “One.” – Rosa Lind; “Two.” – night nurse; “Three.”\n" in text
    assert "Four" not in text


def test_actions_have_no_owner_and_no_number() -> None:
    text = in_format("notes", "txt", with_notes("action: viktor.hale | draft the page | 30 Jun", "public")).decode()
    assert "The community will:\n\n- draft the page (by 30 June 2026)" in text
    assert "2026-06-03/1" not in text


def test_a_small_number_of_people_is_hidden() -> None:
    assert "Fewer than 5 people" in page_of("notes", with_notes("idea: tea", "public", present=("rosa.lind",)))
    assert "about 5 people from" in page_of("notes", source(HELD, "public"))


def test_the_speaker_is_named_only_where_that_was_agreed() -> None:
    def spoken(who: str) -> str:
        briefing = Briefing(
            speaker=who, role="Chief executive", ics="Two wards are quiet", ask="Help us, said Viktor"
        )
        return page_of("notes", with_notes("idea: tea", "public", briefing=briefing))

    assert "Zoë Barnes" in spoken("zoe.barnes")
    assert "Xia" not in spoken("xia.chen") and "Chief executive" in spoken("xia.chen")
    assert "Two wards are quiet" in spoken("xia.chen") and "Viktor" not in spoken("xia.chen")


def test_the_theme_is_left_out_where_it_names_somebody() -> None:
    made_from = source(HELD, "public")
    plan = made_from.planned.plan.but(theme="What Lantern taught us", question="Why Viktor?")
    page = page_of("notes", replace(made_from, planned=replace(made_from.planned, plan=plan)))
    assert "Lantern" not in page and "Viktor" not in page
    assert "<h1>Notes</h1>" in page


@pytest.mark.parametrize("notes", [Notes(publish="no", capture="idea: tea"), None])
def test_notes_that_are_not_to_be_published_are_not_made(notes: Notes | None) -> None:
    made_from = source(HELD, "public")
    with pytest.raises(NotForThem):
        document("notes").build(replace(made_from, planned=replace(made_from.planned, notes=notes)))


def test_the_public_view_does_not_have_the_members_fields(tmp_path: Path) -> None:
    public, members = (
        context(document("notes").build(source(HELD, who))).keys()  # type: ignore[arg-type]
        for who in ("public", "members")
    )
    assert {"attendance", "actions", "exchanges", "stories"} <= members - public
    (tmp_path / "notes.html.j2").write_text("{{ attendance.present }}")
    with pytest.raises(TemplateProblem, match="attendance"):
        html("notes", document("notes").build(source(HELD, "public")), shadow=tmp_path)
