"""The parts of reading an export: text, tables, lengths, points in time, stretches of time, names."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit import cells
from copkit.importers.durations import read_duration
from copkit.importers.matching import Match, Matcher
from copkit.importers.moments import order_of, read_stamp, since_midnight
from copkit.importers.spans import Span, cut, total, union
from copkit.importers.tables import Unreadable, rows_of, sheets_of
from copkit.importers.text import decode
from copkit.models.programme import Contact, Person
from copkit.people.register import Register
from copkit.people.shown import label, read_name

DAY = date(2026, 6, 9)
SPAN = st.tuples(st.integers(0, 300), st.integers(0, 300))
SPANS = st.lists(SPAN, max_size=12)


def seconds(spans: list[Span]) -> set[int]:
    return {second for start, end in spans for second in range(start, end)}


@given(SPANS)
def test_a_union_covers_every_second_once(spans: list[Span]) -> None:
    made = union(spans)
    assert seconds(made) == seconds(spans)
    assert total(spans) == len(seconds(spans)) == sum(end - start for start, end in made)
    assert all(first[1] < second[0] for first, second in pairwise(made))


@given(SPANS, SPANS)
def test_a_union_does_not_depend_on_the_order_or_on_repeats(some: list[Span], others: list[Span]) -> None:
    assert union([*some, *others]) == union([*others, *some, *some]) == union([*union(some), *others])
    assert max(total(some), total(others)) <= total([*some, *others]) <= total(some) + total(others)


@given(SPANS, SPAN)
def test_a_cut_keeps_what_lies_inside(spans: list[Span], window: Span) -> None:
    assert seconds(cut(spans, window)) == seconds(spans) & set(range(*window))


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_characters="\x00"), min_size=20))
def test_text_in_any_encoding_is_decoded(text: str) -> None:
    words = "Name;Minutes\n" + text
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode(words.encode(encoding)) == words.lstrip("\ufeff")


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        rows = rows_of(data, len)
    except Unreadable:
        return
    assert all(isinstance(cell, str) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1h 23m 4s", 4984), ("1 hr", 3600), ("1 hr 2 min", 3720), ("58 min", 3480), ("62", 3720), ("62.5", 3750),
        ("62,5", 3750), ("01:23:45", 5025), ("1:02", 3720), ("58:03", 3483), ("PT1H2M3S", 3723), ("45s", 45),
        ("1 Std. 2 Min. 3 Sek.", 3723), ("2 hours and 5 minutes", 7500), ("0", 0),
        ("", None), ("a while", None), ("1h or so", None), ("yes", None), ("-5", None),
    ],
)  # fmt: skip
def test_lengths_are_read_as_written(text: str, length: int | None) -> None:
    assert read_duration(text) == length


@pytest.mark.parametrize(
    "text",
    [
        "09/06/2026, 14:05:09", "6/9/26, 2:05:09 PM", "6/9/2026 2:05:09\u202fPM", "9.6.2026, 14:05:09",
        "2026-06-09 14:05:09", "2026-06-09T13:05:09Z", "Jun 9, 2026 02:05:09 PM", "9 June 2026 14:05:09",
        "09-Jun-2026 14:05:09", "2:05:09 p.m.", "14:05:09", "\u200e6/9/2026, 2:05:09 PM",
    ],
)  # fmt: skip
def test_a_point_in_time_is_read_however_it_is_written(text: str) -> None:
    stamp = read_stamp(text)
    assert stamp is not None
    assert since_midnight(stamp, order_of([stamp], DAY), DAY) == 14 * 3600 + 5 * 60 + 9


@pytest.mark.parametrize("text", ["", "tomorrow", "09/06/2026", "25:00", "12:75", "31/31/2026"])
def test_what_is_no_point_in_time_is_none(text: str) -> None:
    assert read_stamp(text) is None


def test_the_sessions_day_decides_which_number_is_the_month() -> None:
    stamps = [stamp for text in ("06/09/2026 10:00", "06/09/2026 11:00") if (stamp := read_stamp(text))]
    assert order_of(stamps, date(2026, 9, 6)) == "dmy"
    assert order_of(stamps, date(2026, 6, 9)) == "mdy"


@pytest.mark.parametrize(
    ("day", "hour"), [(date(2026, 3, 28), 9), (date(2026, 3, 29), 10), (date(2026, 10, 25), 9)]
)
def test_utc_is_read_by_the_clocks_of_that_day(day: date, hour: int) -> None:
    stamp = read_stamp(f"{day} 09:00:00", utc=True)
    assert stamp is not None
    assert since_midnight(stamp, "ymd", day) == hour * 3600


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    text = 'Name\tMinutes\nAmina "AK" Khan\t5\n"Joe Bell\t6\n' + "Jo Ng\t7\n" * 80
    rows = [row for row in rows_of(text.encode(), len) if any(row)]
    assert len(rows) == 83
    assert rows[2] == ["Joe Bell", "6"]


def test_a_workbook_that_unpacks_to_gigabytes_is_refused() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/sheet.xml", "w") as part:
        for _ in range(210):
            part.write(bytes(1_000_000))
    with pytest.raises(Unreadable, match="far too large"):
        sheets_of(out.getvalue())


# --- Names -------------------------------------------------------------------------------------------------

PEOPLE = {
    "amina.khan": Person(name="Amina Khan"),
    "joe.bell": Person(name="Joe Bell"),
    "jose.nunez": Person(name="José Núñez"),
    "siobhan.oneill": Person(name="Dr Siobhán O’Neill"),
    "anne-marie.smith": Person(name="Anne-Marie Smith", also_known_as=("Annie Smith",)),
    "john.smith": Person(name="John Smith"),
    "john.smith-2": Person(name="John Smith"),
    "max.van.der.berg": Person(name="Max van der Berg"),
    "lee.marsh": Person(name="Lee Marsh"),
}
CONTACTS = {"joe.bell": Contact(email="Joe.Bell@acute.example", phone="+44 7700 900123")}
MATCHER = Matcher(Register(PEOPLE, {}), CONTACTS, {"john.smith-2", "lee.marsh"})


@pytest.mark.parametrize(
    ("shown", "person"),
    [
        ("Amina Khan", "amina.khan"),
        ("KHAN, Amina (ANYTOWN HOSPITALS NHS FOUNDATION TRUST)", "amina.khan"),
        ("KHAN, Amina (NHS ANYTOWN ICB - 01A) (External)", "amina.khan"),
        ("Khan, Dr Amina", "amina.khan"),
        ("Amina Khan (Guest)", "amina.khan"),
        ("Amina Khan (Unverified)", "amina.khan"),
        ("Amina Khan (she/her)", "amina.khan"),
        ("Amina Khan - Anytown ICB", "amina.khan"),
        ("Amina Khan | Anytown", "amina.khan"),
        ("AK (Amina Khan)", "amina.khan"),
        ("Khan Amina", "amina.khan"),
        ("amina.khan", "amina.khan"),
        ("A Khan", "amina.khan"),
        ("A. Khan", "amina.khan"),
        ("Amina K", "amina.khan"),
        ("Amina J Khan", "amina.khan"),
        ("Prof. Amina Khan", "amina.khan"),
        ("Jose Nunez", "jose.nunez"),
        ("NUÑEZ, José", "jose.nunez"),
        ("Siobhan O'Neill", "siobhan.oneill"),
        ("ONEILL, Siobhan (Dr)", "siobhan.oneill"),
        ("Anne Marie Smith", "anne-marie.smith"),
        ("Annie Smith", "anne-marie.smith"),
        ("Max van der Berg", "max.van.der.berg"),
        ("VAN DER BERG, Max (COUNCIL)", "max.van.der.berg"),
        ("John Smith", "john.smith-2"),
        ("+44 7700 900123", "joe.bell"),
        ("07700900123", "joe.bell"),
    ],
)
def test_a_name_is_found_however_it_is_shown(shown: str, person: str) -> None:
    assert MATCHER.find(shown).id == person


@pytest.mark.parametrize(
    "shown", ["Lee (Unverified)", "Lee", "iPhone", "Meeting Room 4", "J Smith", "Amina", "+44 7700 ***123", "", "M"]
)
def test_nobody_is_guessed(shown: str) -> None:
    assert MATCHER.find(shown).id is None


def test_an_address_goes_before_a_name() -> None:
    assert MATCHER.find("Amina Khan", "joe.bell@ACUTE.example") == Match("joe.bell", "address")
    assert MATCHER.find("Amina Khan", "unknown@home.example").id == "amina.khan"


def test_the_nearest_are_offered_members_first() -> None:
    assert MATCHER.near("Lee (Unverified)")[0] == "lee.marsh"
    assert MATCHER.near("Amena Khan") == ("amina.khan",)
    assert MATCHER.near("iPhone") == ()
    assert set(MATCHER.find("J Smith").near or MATCHER.near("J Smith")) >= {"john.smith-2"}


@given(st.text(max_size=40))
def test_no_name_breaks_the_reader(shown: str) -> None:
    read_name(shown)
    assert "zq7" not in label(f"{shown} zq7@x.example").replace(shown, "")


def test_how_somebody_is_shown_holds_no_address_and_no_number() -> None:
    assert label("Jo Ng <jo@hospice.example>") == "Jo Ng"
    assert label("jo@hospice.example") == "somebody at hospice.example"
    assert label("+44 7700 900123") == "caller …123"
    assert label("", "") == "somebody without a name"


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1+1", " =1", "−1", "|x", "%0"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert cells.safe(text) == f"'{text}"
    assert cells.plain(cells.safe(text)) == text
    assert cells.safe(cells.safe(text)) == cells.safe(text)


@given(st.text())
def test_a_safe_cell_reads_back(text: str) -> None:
    assert cells.plain(cells.safe(text)) == text or text.startswith("'")
