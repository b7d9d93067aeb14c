"""Changing files: one way to write, a diff of what would be written, and edits that keep every other byte."""
