"""Sectors in words."""

_WORDS = {
    "acute": "Acute hospitals",
    "community": "Community health",
    "mental-health": "Mental health",
    "primary-care": "Primary care",
    "ambulance": "Ambulance",
    "icb": "Integrated care board",
    "local-authority": "Local authorities",
    "voluntary": "Voluntary sector",
    "independent": "Independent sector",
    "education": "Education",
    "regulator": "Regulators",
    "lived-experience": "People with lived experience",
    "other": "Other",
    "not known": "Not known",
}


def sector_words(sector: str) -> str:
    """A sector as a reader knows it: `local-authority` is Local authorities."""
    return _WORDS.get(sector, sector.replace("-", " ").capitalize())
