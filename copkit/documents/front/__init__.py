"""A front page by rule: what is strongest and weakest is chosen by its place in a list, not by pleasure."""
