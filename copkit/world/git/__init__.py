"""git, which is only ever asked through here."""
