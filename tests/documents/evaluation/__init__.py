"""The evaluation report for a commissioner."""
