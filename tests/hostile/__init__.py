"""What somebody may type, send or do by mistake or on purpose, as it meets the command line."""
