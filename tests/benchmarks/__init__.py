"""Speeds, as ratios: each job of copkit against a floor or a peer that is measured in the same run.

`python3 make.py bench` prints the table; `test_ratios.py` holds every row to its budget. `python -m
tests.benchmarks.generate M FOLDER` makes a workspace of one of the three sizes.
"""
