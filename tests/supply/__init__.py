"""What copkit is installed from, and with what."""
