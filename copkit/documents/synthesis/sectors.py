"""Sectors in words."""

from copkit import lexicon


def sector_words(sector: str) -> str:
    """A sector as a reader knows it: `local-authority` is Local authorities."""
    return lexicon.table("choices.sectors").get(sector, sector.replace("-", " ").capitalize())
