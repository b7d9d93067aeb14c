"""The portfolio: what all communities came to together, each over its own year, people counted once."""
