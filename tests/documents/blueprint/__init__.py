"""Tests of the blueprint, and of communities that begin from one."""
