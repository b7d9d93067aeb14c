"""Workspaces of older data formats, and of later ones."""
