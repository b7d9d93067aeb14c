"""People: who is meant by a name, who belongs, who holds a role on a day, and whether a text names somebody."""
