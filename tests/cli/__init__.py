"""What is typed: the first screen, the grammar, synonyms and completion."""
