"""What can be listed and shown."""
