"""What can be listed and shown: every noun of a workspace, its columns and what counts as open."""
