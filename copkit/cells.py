"""Cells of a table that a spreadsheet takes as text, whatever they begin with (OWASP, "CSV Injection")."""

_BEGINS = tuple("=+-@\t\r\n|%＝＋－＠﹦﹢﹣﹫−")
"""What makes a formula at the start of a cell, also in full width, which some programs fold."""


def safe(text: str) -> str:
    """The text as a cell: with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.lstrip(" \u00a0\u3000").startswith(_BEGINS) else text


def plain(cell: str) -> str:
    """The text of a cell that `safe` made."""
    return cell[1:] if cell.startswith("'") and safe(cell[1:]) == cell else cell
