"""The evaluation report: what was commissioned, what was delivered, what came of it, and how sure that is."""
