"""Which form data take: decided by how many marks there are and of what kind, never by taste."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What is shown."""

    PAIRS = "pairs"
    TIME = "time"
    STAGES = "stages"
    USES = "uses"
    SHARES = "shares"
    ANSWERS = "answers"
    AMOUNTS = "amounts"
    LINKS = "links"
    MATRIX = "cells"


class Form(StrEnum):
    """What it is shown as. The first three and the lists are words and no picture."""

    NONE = "none"
    SENTENCE = "sentence"
    NAMES = "names"
    MOST = "most"
    LISTS = "lists"
    PAIR = "pair"
    COLUMNS = "columns"
    MONTHS = "months"
    BOARD = "board"
    GRID = "grid"
    FRAMED = "framed"
    DOTS = "dots"
    BARS = "bars"
    NETWORK = "network"
    MATRIX = "matrix"


class Data(NamedTuple):
    """What is known before a mark is drawn: `base` is how many answered, or how many names links are among."""

    kind: Kind
    marks: int
    distinct: int = 2
    groups: int = 1
    base: int = 0


FEW = 3
"""So few marks are a sentence."""
#: The most of each: moments in a row, columns of a grid, shares, bars, answers as dots, names of a network.
MOMENTS, IDEAS, SHARES, BARS, DOTS, NAMES = 14, 4, 8, 12, 40, 20


def form(data: Data) -> Form:
    """The form of data: the first rule that holds. Pairs and rows of moments have their own least number."""
    if not data.marks:
        return Form.NONE
    if data.kind is Kind.PAIRS:
        return Form.PAIR
    if data.kind is Kind.TIME:
        return _of_time(data.marks)
    if data.marks <= FEW:
        return Form.SENTENCE
    if data.distinct == 1:
        return Form.NAMES
    return _of_kind(data)


def _of_time(marks: int) -> Form:
    if marks < FEW:
        return Form.SENTENCE
    return Form.COLUMNS if marks <= MOMENTS else Form.MONTHS


def _of_kind(data: Data) -> Form:
    match data.kind:
        case Kind.STAGES:
            return Form.BOARD
        case Kind.USES:
            return Form.GRID if data.groups <= IDEAS else Form.LISTS
        case Kind.SHARES if data.marks <= SHARES:
            return Form.FRAMED
        case Kind.ANSWERS:
            return Form.DOTS if data.base <= DOTS else Form.BARS
        case Kind.LINKS:
            few = data.base <= NAMES and data.marks * 2 <= data.base * 3
            return Form.NETWORK if few else Form.LISTS
        case Kind.MATRIX:
            return Form.MATRIX
    return Form.BARS if data.marks <= BARS else Form.MOST
