"""A day as people promise it, read forward from another: `30 Jun`, `30/6`, `Friday`, `in 2 weeks`, `end of June`.

What may be two days is refused, as in `read_date`; a day that was shortly before is read as the one to come, and
said to be in doubt.
"""

import re
from datetime import date, timedelta
from functools import cache

from copkit import lexicon
from copkit.dates.reading import (
    LONGEST,
    Read,
    month_number,
    possible_days,
    quoted,
    read_date,
    refused,
    weekday_number,
)
from copkit.dates.saying import say_date, weekday_name
from copkit.patterns import when_used

_EXAMPLE = "write a date such as 30 Jun, “next” or +2w"
_JUST_BEFORE = timedelta(days=60)
_FAR = timedelta(days=3 * 366)
_WORD = r"([^\W\d_]{3,10})"
_UNITS = ("days", "weeks", "fortnights", "months")
_SHORT = when_used(r"([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2[’']?([0-9]{2}))?")
_SHORT_YEAR = when_used(rf"([0-9]{{1,2}}[^\W\d_]{{0,2}}[ -]{_WORD})\.?,?[ -][’']?([0-9]{{2}})")


def read_day(text: str, start: date, following: date | None = None) -> Read[date]:
    """A day on or after another: whole, without its year, by its weekday, or so many weeks ahead.

    `following` is what `next` means: the day of the session that follows.
    """
    words = " ".join(text.split())
    if words[:4].isdecimal() and (whole := read_date(words)).value is not None and not whole.note:
        return whole  # as most are: none of the expressions below is needed
    if len(words) > LONGEST:
        return refused(f"{quoted(words)} is not a date", _EXAMPLE)
    words = _bare(words)
    if words.casefold() in lexicon.spellings("due")["next"]:
        if following is None:
            return refused("there is no session after this one yet", "write a date")
        return Read(following, note=f"“{words}” is {following.isoformat()}")
    for reader in (_counted, _at_the_end, _by_weekday, _in_words, _in_numbers):
        if (read := reader(words, start)) is not None:
            return read
    return read_date(words)


def nearest_days(text: str, today: date) -> tuple[date, ...]:
    """As `possible_days`; of a day without its year the one that is nearest to today."""
    read = read_day(text, today - timedelta(days=182))
    return possible_days(text) or ((read.value,) if read.value and any(map(str.isdigit, text)) else ())


def _bare(words: str) -> str:
    """The words without `by`, a time of day, and the stop after them."""
    words = words.rstrip(" .,;")
    for pattern in (_before(), _hour(), _before()):
        if match := pattern.match(words):
            words = words[match.end() :]
    return words


@cache
def _before() -> re.Pattern[str]:
    """What may stand before a date: `by`, `no later than`, `by the`."""
    the = lexicon.either("date_parts", "the")
    return re.compile(rf"(?:(?:{lexicon.either('due', 'before')}):? )*(?:(?:{the}) (?=\d))?", re.IGNORECASE)


@cache
def _hour() -> re.Pattern[str]:
    """`noon on `, `5pm `, `close of play `: the day is what follows."""
    half, closing = lexicon.either("clock", "am", "pm"), lexicon.either("due", "closing")
    clock = rf"[0-9]{{1,2}}(?:[.:][0-9]{{2}})? ?(?:{half})|{lexicon.either('clock', '12:00')}"
    return re.compile(rf"(?:{clock}|{closing}),? (?=\S)", re.IGNORECASE)


@cache
def _ahead_of() -> re.Pattern[str]:
    """`+2w`, `in 2 weeks`, `two weeks’ time`: so many days, weeks or months."""
    units = lexicon.either("due", *_UNITS)
    numbers = "|".join(sorted(lexicon.meanings("numbers"), key=len, reverse=True))
    time = rf"(?:[’']s?)?(?: (?:{lexicon.either('due', 'time')}))?"
    within = lexicon.either("due", "within")
    return re.compile(
        rf"(?:\+ ?([0-9]{{1,3}}) ?({units})|(?:(?:{within}) )?([0-9]{{1,3}}|{numbers}) ?({units}){time})",
        re.IGNORECASE,
    )


def _counted(words: str, start: date) -> Read[date] | None:
    """`today`, `tomorrow`, and so many days, weeks or months ahead."""
    if (days := lexicon.meanings("coming_days").get(words.casefold())) is not None:
        return Read(start + timedelta(days=int(days)))
    match = _ahead_of().fullmatch(words)
    if match is None or (match[4] and len(match[4]) == 1):
        return None
    number = match[1] or match[3].lower()
    count = int(number) if number.isdecimal() else int(lexicon.meanings("numbers")[number])
    return Read(_ahead(start, count, lexicon.meanings("due")[(match[2] or match[4]).lower()]))


def _ahead(start: date, number: int, unit: str) -> date:
    if unit == "months":
        month = _month(start, number)
        return min(month + timedelta(days=start.day - 1), _month(month, 1) - timedelta(days=1))
    return start + timedelta(days=number * {"days": 1, "weeks": 7, "fortnights": 14}[unit])


def _month(day: date, ahead: int) -> date:
    """The first day of the month that comes so many months after a day's own."""
    years, month = divmod(day.year * 12 + day.month - 1 + ahead, 12)
    return date(years, month + 1, 1)


@cache
def _end() -> re.Pattern[str]:
    """`end of June`, `the end of the month`, `end of next month`, `month end`, `end of the week`."""
    the, of = lexicon.either("date_parts", "the"), lexicon.either("date_parts", "of")
    this, coming = lexicon.either("due", "this"), lexicon.either("due", "coming")
    of_the = rf"(?: (?:{of}))?(?: (?:{the}|{this}))?"
    what = "|".join(sorted(lexicon.meanings("periods"), key=len, reverse=True))
    year = r"(?: ([0-9]{4}))?"
    ends = lexicon.either("date_parts", "end")
    return re.compile(rf"(?:(?:{the}) )?(?:{ends}){of_the} ((?:{coming}) )?(?:({what})|{_WORD}{year})", re.I)


def _at_the_end(words: str, start: date) -> Read[date] | None:
    """The last day of a month, of this one or the next; the Friday of a week."""
    match = _end().fullmatch(words)
    if match is None:
        return None
    coming, period, name, year = match.groups()
    if period:
        return _end_of(lexicon.meanings("periods")[period.lower()], start, 1 if coming else 0)
    number = month_number(name.lower())
    if number is None or coming:
        return None
    first = read_date(f"{year or start.year}-{number:02}-01")
    if first.value is None:
        return first
    day = _last(first.value)
    if year or day >= start:
        return Read(day)
    return _turned(words, day, _last(first.value.replace(year=start.year + 1)), start)


def _end_of(period: str, start: date, ahead: int) -> Read[date]:
    if period == "month":
        return Read(_last(_month(start, ahead)))
    if period == "year":
        return Read(date(start.year + ahead, 12, 31))
    return Read(start + timedelta(days=(4 - start.weekday()) % 7, weeks=ahead))


def _last(day: date) -> date:
    return _month(day, 1) - timedelta(days=1)


@cache
def _weekday() -> re.Pattern[str]:
    days = lexicon.either("weekdays", *lexicon.spellings("weekdays"))
    this, coming = lexicon.either("due", "this"), lexicon.either("due", "coming")
    week = lexicon.either("intervals", "week")
    return re.compile(rf"(?:({this}) |({coming}) )?({days})(?: ({week}))?(?:,? (?=\S)|$)", re.IGNORECASE)


def _by_weekday(words: str, start: date) -> Read[date] | None:
    """`Friday`, the first after the day; `Friday week`, a week later; `Friday 3 July`, if that is one."""
    match = _weekday().match(words)
    if match is None:
        return None
    _, coming, name, week = match.groups()
    number = weekday_number(name.lower())
    assert number is not None
    if rest := words[match.end() :]:
        return None if coming or week else _on_a(number, rest, start)
    first = start + timedelta(days=(number - start.weekday() - 1) % 7 + 1)
    later = first + timedelta(days=7)
    if coming:
        either = f"{say_date(first)} or {say_date(later)}"
        return refused(f"“{words}” could be {either}", f"write {first} or {later}")
    return Read(later if week else first)


def _on_a(number: int, rest: str, start: date) -> Read[date]:
    """A day after its weekday, with a doubt where it is another weekday."""
    read = read_day(rest, start)
    if read.value is None or read.value.weekday() == number:
        return read
    right = weekday_name(read.value.weekday())
    return read._replace(problem=f"{say_date(read.value)} is a {right}, not a {weekday_name(number)}")


@cache
def _spelt() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`30th of June` and `June 30th`."""
    ending, of = lexicon.either("date_parts", "day_ending"), lexicon.either("date_parts", "of")
    number = f"([0-9]{{1,2}})(?: ?(?:{ending}))?"
    return (
        re.compile(rf"{number}(?:(?: (?:{of}))? |-){_WORD}\.?", re.IGNORECASE),
        re.compile(rf"{_WORD}\.? {number}", re.IGNORECASE),
    )


def _in_words(words: str, start: date) -> Read[date] | None:
    """A day and a month in words, without a year or with its last two digits."""
    if match := _SHORT_YEAR.fullmatch(words):
        return _plausible(words, read_date(f"{match[1].replace('-', ' ')} 20{match[3]}"), start)
    day_first, month_first = _spelt()
    if match := day_first.fullmatch(words):
        return _coming(words, start, match[1], match[2])
    if match := month_first.fullmatch(words):
        return _coming(words, start, match[2], match[1])
    return None


def _in_numbers(words: str, start: date) -> Read[date] | None:
    """`30/6`, and `30/06/26` with the last two digits of the year; what could be two days is refused."""
    match = _SHORT.fullmatch(words)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if match[4]:
        return _plausible(words, read_date(f"{first}/{second}/20{match[4]}"), start)
    months = [(first, second)] if first == second or second > 12 else [(second, first)]
    if first != second and first <= 12 and second <= 12:
        one, other = (_next_such(start, month, day) for month, day in ((second, first), (first, second)))
        either = " or ".join(say_date(day) for day in (one, other) if day)
        return refused(f"{words} could be {either}", f"write {one} or {other}")
    return _forward(words, start, *months[0])


def _plausible(words: str, read: Read[date], start: date) -> Read[date]:
    """A day whose year has two digits: doubted where it is far off, since the digits may be in another order."""
    if read.value is None:
        return read
    if abs(read.value - start) <= _FAR:
        return read
    return read._replace(problem=f"{words} is read as {say_date(read.value)}", fix="write the year in full")


def _coming(words: str, start: date, day: str, month: str) -> Read[date]:
    number = month_number(month.lower())
    if number is None:
        return refused(f"“{month}” is not a month", _EXAMPLE)
    return _forward(words, start, number, int(day))


def _forward(words: str, start: date, month: int, day: int) -> Read[date]:
    """The first such day on or after another."""
    found = _next_such(start, month, day)
    if found is None:
        return refused(f"there is no {words}", _EXAMPLE)
    before = _next_such(start - _JUST_BEFORE, month, day)
    return Read(found) if before is None or before >= start else _turned(words, before, found, start)


def _turned(words: str, before: date, found: date, start: date) -> Read[date]:
    """A day of the next year, in doubt where this year's was only just before."""
    if start - before > _JUST_BEFORE:
        return Read(found)
    problem = f"{say_date(before)} was before {say_date(start)}, so “{words}” is read as {say_date(found)}"
    return Read(found, problem=problem, fix="write the year")


def _next_such(start: date, month: int, day: int) -> date | None:
    for year in range(start.year, start.year + 5):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= start:
            return found
    return None
