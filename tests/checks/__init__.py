"""Checks: a good workspace without findings, and a bad one for each thing that can be wrong."""
