"""Judges of what copkit makes: each takes files and gives back, in sentences, what is wrong with them.

An empty list is praise. `test_*.py` beside each judge plants defects and asserts that every one is caught, since
a judge that cannot fail says nothing.
"""
