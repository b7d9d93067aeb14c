"""A community's year from its rhythm: which dates, what each avoids or hits, and what is free nearby."""
