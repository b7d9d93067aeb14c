"""The portfolio of all communities: its numbers, its wholes and parts, and what the public may see of it."""
