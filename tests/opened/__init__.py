"""copkit.open, as an engineer would use it."""
