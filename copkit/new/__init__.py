"""The texts of new files: each is a template in templates/new/, filled with what is known."""
