"""Starting a workspace and adding to it."""
