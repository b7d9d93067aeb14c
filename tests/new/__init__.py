"""The texts of new files."""
